import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remnant.errors import PublishError
from remnant.knowledge import load_knowledge
from remnant.model.assessment import Assessment, Denial, DenialScope, FactOrigins, Grade
from remnant.model.casualties import CasualtyRange, Figure, Group
from remnant.model.claim import ClaimKind, Membership, Slot
from remnant.model.contradictions import Conflict, Contradiction, Side
from remnant.model.finding import Reason
from remnant.model.obligation import Obligation, Standing
from remnant.model.record import MemoryRecord
from remnant.model.searching import Search
from remnant.model.value import DateInterval, Quantity
from remnant.publish.column import Column, Type
from remnant.publish.columns import DATASETS, INCIDENTS, KEYS
from remnant.publish.datasets import EXPORTS, export, rows, write_datasets
from remnant.publish.datasets_dictionary import datapackage, dictionary
from remnant.publish.datasets_forms import cell, csv_lines, plain, safe
from remnant.publish.material import Material
from tests.factory import make_event, make_incident, make_lineage
from tests.publish.records import (
    ARMENIA,
    BARDA,
    CCM,
    CLUSTER,
    HADRUT,
    HRW,
    Says,
    harm,
    record,
    result,
    target,
    use,
    weapon,
)
from tests.strategies import results

KNOWLEDGE = load_knowledge()

RECOMMENDED = (
    "incident_id, code, date_start, date_end, date_precision, time_local, tz, country, admin1, "
    "admin2, place_name, place_name_alt, latitude, longitude, geo_precision, geo_source, "
    "weapon_category, weapon_system, munition, submunition, weapon_modality, delivery, "
    "accused_actor, accused_role, attribution_modality, denied_by, claimed_by, killed_min, "
    "killed_max, killed_best, injured_min, injured_max, civilians_killed_min, "
    "civilians_killed_max, children_killed_min, children_killed_max, status_unknown_killed, "
    "casualty_scope, casualty_rule, grade, grade_rule, standard_of_proof, admiralty_best, "
    "n_claims, n_documents, n_independent_origins, source_ids, source_urls, archive_urls, "
    "first_reported, last_updated, dataset_version, licence, notes"
)

TEXT = (
    "Write to press@example.org or call +44 20 7946 0018. "
    "Armenia fired Smerch rockets at Barda on 28 October 2020, killing at least 21 civilians. "
    "=SUM(A1) Hadrut was hit."
)
FIRST = result(
    TEXT,
    [
        use(
            "Armenia fired Smerch rockets at Barda on 28 October 2020",
            actors=(ARMENIA,),
            weapons=(weapon("Smerch"), weapon("9N235"), CLUSTER),
            places=(BARDA,),
            dates=("2020-10-28",),
        ),
        harm(
            "killing at least 21 civilians",
            Quantity(21, None),
            place=(BARDA,),
            target=(target("civilians"),),
        ),
        use("=SUM(A1) Hadrut was hit", actors=(), places=(HADRUT,), speakers=(HRW,)),
    ],
    publisher="Landmine and Cluster Munition Monitor",
    published="2021-09-15",
)
SECOND = result("Nothing more.", [], publisher="Middle East Eye", published="2020-10-06")


OBLIGATION = Obligation(
    "Armenia", "CCM", "2020-10-28", Standing.NEITHER, (), "It had not joined.", "UN"
)
SEARCH = Search("s-1", "mfa.gov.az", ("az",), "2020-12-31", "E. K.", "2021-01-05T10:00:00Z")


STATED = result(
    "Armenia is not party to it.",
    [
        Says(
            "Armenia is not party to it",
            ClaimKind.TREATY,
            values={Slot.ACTOR: (ARMENIA,), Slot.TREATY: (CCM,)},
            membership=Membership.NOT_PARTY,
        )
    ],
)


def whole() -> MemoryRecord:
    """Return a record of two documents with one graded incident and one derivation."""
    ids = [one.claim.id for one in FIRST.resolved]
    event = make_event(
        FIRST.document,
        ids[:2],
        actors=(ARMENIA,),
        weapons=(weapon("Smerch"), weapon("9N235"), CLUSTER),
        places=(BARDA,),
        date="2020-10-28",
    )
    reason = Reason("one origin", "Only one origin reports it.", claims=tuple(ids[:2]))
    denial = Denial(
        ids[2],
        "Armenia",
        DenialScope.USE,
        (ids[0],),
        general=True,
        passage=FIRST.resolved[2].claim.passage,
        reason=reason,
    )
    graded = Assessment(
        "R-0001",
        Grade.SINGLE_ORIGIN,
        (reason,),
        denials=(denial,),
        facts=(
            FactOrigins("the event", "", ("Human Rights Watch",), (), (), (), tuple(ids[:2]), 1.0),
        ),
        contradictions=(
            Contradiction(Conflict.KILLED, (Side("21", (ids[1],)),), "It is given as 21."),
        ),
        casualties=CasualtyRange(
            Quantity(21, None),
            rule="latest of each origin",
            apart=(Figure(ids[1], "o-1", Quantity(21, None), covers="Barda"),),
        ),
        obligations=(OBLIGATION,),
        rules="rules 1",
    )
    lineage = make_lineage(FIRST.document, SECOND.document, "Smerch rockets")
    incidents = [make_incident([event])]
    return record(FIRST, SECOND, incidents=incidents, assessments=[graded], lineage=lineage)


def table(name: str, found: MemoryRecord) -> list[dict[str, str]]:
    """Return an exported CSV table as rows."""
    text = "".join(export(name, Material(found, KNOWLEDGE)))
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_incidents_have_the_recommended_columns() -> None:
    """The incidents dataset has the columns that consumers expect, in their order."""
    assert tuple(column.name for column in INCIDENTS) == tuple(RECOMMENDED.split(", "))


@pytest.mark.parametrize("name", [*DATASETS])
def test_rows_have_exactly_the_documented_columns(name: str) -> None:
    """No row has a column that the table of columns does not describe, nor lacks one."""
    expected = [column.name for column in DATASETS[name]]
    held = record(STATED) if name == "statements" else whole()
    found = list(rows(name, Material(held, KNOWLEDGE, (SEARCH,))))
    assert found
    for row in found:
        assert list(row) == expected


def test_an_incident_row_says_what_follows() -> None:
    """Date, place, parties, casualties, grade and sources are those of the incident."""
    (row,) = table("incidents-csv", whole())
    assert row["incident_id"] == "R-0001"
    assert row["code"] == "2020-10-28-barda"
    assert (row["date_start"], row["date_precision"]) == ("2020-10-28", "1")
    assert (row["country"], row["place_name"]) == ("AZ", "Barda")
    assert (row["latitude"], row["longitude"]) == ("40.3758", "47.1262")
    assert row["accused_actor"] == "Armenia"
    assert row["denied_by"] == "Armenia"
    assert row["submunition"] == "9N235"
    assert (row["killed_min"], row["killed_max"], row["killed_best"]) == ("21", "", "")
    assert row["injured_min"] == ""
    assert row["grade"] == "single origin"
    assert row["grade_rule"] == "one origin"
    assert row["admiralty_best"] == "F6"
    assert row["n_documents"] == "1"
    assert row["archive_urls"] == f"hash://sha256/{FIRST.document.capture.sha256}"
    assert row["time_local"] == ""


def test_civilians_are_counted_where_the_claim_says_so() -> None:
    """A current figure of civilians gives the civilian range; without one it stays unknown."""
    base = whole()
    graded = base.reconciliation.assessments[0]
    group = Group("civilian", Quantity(21, None), claims=(FIRST.resolved[1].claim.id,))
    casualties = replace(graded.casualties, groups=(group,))
    told = replace(
        base,
        reconciliation=replace(
            base.reconciliation, assessments=(replace(graded, casualties=casualties),)
        ),
    )
    (row,) = table("incidents-csv", told)
    assert (row["civilians_killed_min"], row["civilians_killed_max"]) == ("21", "")
    assert row["status_unknown_killed"] == ""
    (plain_row,) = table("incidents-csv", base)
    assert plain_row["civilians_killed_min"] == ""
    assert plain_row["status_unknown_killed"] == "21"


def test_claims_carry_web_annotation_selectors() -> None:
    """A claim's quotation and position select the same words of the document."""
    found = json.loads("".join(export("claims-json", Material(whole(), KNOWLEDGE))))
    by_id = {one["claim_id"]: one for one in found}
    for resolved in FIRST.resolved:
        row = by_id[resolved.claim.id]
        quote, position = row["target_annotation"]["selector"]
        text = FIRST.document.text
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert len(quote["prefix"]) <= 32
        assert text[: position["start"]].endswith(quote["prefix"]) or "█" in quote["prefix"]
        assert row["target_annotation"]["source"].endswith(FIRST.document.capture.sha256)


def test_contact_details_are_masked() -> None:
    """No export holds an e-mail address or telephone number of a document."""
    for name in EXPORTS:
        text = "".join(export(name, Material(whole(), KNOWLEDGE)))
        assert "press@" not in text
        assert "7946" not in text


def test_a_contact_cut_by_the_prefix_is_masked() -> None:
    """Of an address that only ends in the prefix, nothing is left to read."""
    text = f"Write to {'a' * 40}@example.org: Hadrut was hit."
    found = record(result(text, [use("Hadrut was hit", places=(HADRUT,))]))
    (row,) = table("claims-csv", found)
    assert row["prefix"].strip("█: ") == ""


def test_formulas_are_not_run_by_spreadsheets() -> None:
    """A text that begins like a formula stands behind an apostrophe, and can be had back."""
    found = [row["exact"] for row in table("claims-csv", whole())]
    assert "'=SUM(A1) Hadrut was hit" in found
    assert plain("'=SUM(A1)") == "=SUM(A1)"


def test_numbers_are_never_changed() -> None:
    """A negative coordinate is a number, not a formula."""
    assert cell(-3.25, Column("longitude", Type.NUMBER, "Longitude.")) == "-3.25"
    assert cell("-3", Column("notes", Type.TEXT, "Notes.")) == "'-3"


@given(st.text(max_size=40))
def test_text_round_trips_through_csv(text: str) -> None:
    """Any text written to CSV is read back to the letter."""
    column = Column("notes", Type.TEXT, "Notes.")
    written = "".join(csv_lines([column], [{"notes": text}]))
    read = list(csv.reader(io.StringIO(written, newline="")))
    kept = read[1][0] if len(read) > 1 and read[1] else ""
    assert plain(kept) == text
    assert safe(text)[:1] not in {"=", "+", "-", "@", "\t", "\r"}


@given(st.lists(results(), max_size=3, unique_by=lambda one: one.document.id))
def test_exports_hold_for_any_record(found: list[object]) -> None:
    """Any record can be exported; every claim is a row; the order of documents changes nothing."""
    whole_ = record(*found)  # type: ignore[arg-type]  # the strategy draws results only
    turned = record(*reversed(found))  # type: ignore[arg-type]  # the same
    for name in ("claims-csv", "claims-json", "sources-csv", "sources-json"):
        once = "".join(export(name, Material(whole_, KNOWLEDGE)))
        assert once == "".join(export(name, Material(turned, KNOWLEDGE)))
    listed = json.loads("".join(export("claims-json", Material(whole_, KNOWLEDGE))))
    wanted = sorted(one.claim.id for part in whole_.results for one in part.resolved)
    assert sorted(row["claim_id"] for row in listed) == wanted


def test_exports_are_streamed() -> None:
    """Nothing of a dataset is read before its first line is asked for."""

    class Slow(MemoryRecord):
        """A record that fails when asked for a document."""

        def documents(self) -> Iterator[str]:
            message = "asked too early"
            raise AssertionError(message)

    lines = export("claims-csv", Material(Slow((), record().reconciliation), KNOWLEDGE))
    assert next(lines).startswith("claim_id,")
    with pytest.raises(AssertionError, match="too early"):
        next(lines)


def test_empty_datasets_are_valid() -> None:
    """A record without rows gives a header, an empty array and an empty collection."""
    assert json.loads("".join(export("claims-json", Material(record(), KNOWLEDGE)))) == []
    shapes = json.loads("".join(export("incidents-geojson", Material(record(), KNOWLEDGE))))
    assert shapes == {"type": "FeatureCollection", "features": []}
    assert table("claims-csv", record()) == []


def test_an_unknown_export_is_refused() -> None:
    """A name that is no export is told with those that are."""
    with pytest.raises(PublishError, match="claims-csv"):
        export("claims-xls", Material(record(), KNOWLEDGE))
    with pytest.raises(PublishError, match="claims"):
        rows("people", Material(record(), KNOWLEDGE))


def test_geojson_puts_longitude_first() -> None:
    """A feature has WGS84 longitude and latitude, its grade and its precision."""
    shapes = json.loads("".join(export("incidents-geojson", Material(whole(), KNOWLEDGE))))
    (feature,) = shapes["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [47.1262, 40.3758]}
    assert feature["properties"]["grade"] == "single origin"
    assert feature["properties"]["geo_precision"] == 2


def test_a_place_without_coordinates_has_no_geometry() -> None:
    """An incident without coordinates is a feature whose geometry is null."""
    event = make_event(FIRST.document, [FIRST.resolved[0].claim.id], places=())
    found = record(FIRST, incidents=[make_incident([event])])
    shapes = json.loads("".join(export("incidents-geojson", Material(found, KNOWLEDGE))))
    assert shapes["features"][0]["geometry"] is None


@pytest.mark.parametrize(
    ("edtf", "code"),
    [
        ("2020-10-28", 1),
        ("2020-10-03/2020-10-05", 2),
        ("2016-04-01/2016-04-07", 3),
        ("2020-10", 4),
        ("2016", 5),
        ("2015/..", 5),
    ],
)
def test_date_precision_is_that_of_the_conflict_data_program(edtf: str, code: int) -> None:
    """Days, ranges, weeks, months and longer are coded 1 to 5."""
    event = make_event(FIRST.document, [FIRST.resolved[0].claim.id])
    incident = replace(make_incident([event]), date=DateInterval(edtf))
    (row,) = table("incidents-csv", record(FIRST, incidents=[incident]))
    assert row["date_precision"] == str(code)


def test_files_are_written_once_and_described(tmp_path: Path) -> None:
    """The folder holds every export, the codebook and the package; a second run is the same."""
    first = {path.name: path.read_bytes() for path in _written(tmp_path / "a")}
    second = {path.name: path.read_bytes() for path in _written(tmp_path / "b")}
    assert first == second
    assert set(first) >= {"claims.csv", "incidents.geojson", "CODEBOOK.md", "datapackage.json"}
    package = json.loads(first["datapackage.json"])
    for resource in package["resources"]:
        assert resource["bytes"] == len(first[resource["path"]])
        header = first[resource["path"]].decode().split("\r\n")[0]
        assert [one["name"] for one in resource["schema"]["fields"]] == header.split(",")


def _written(folder: Path) -> tuple[Path, ...]:
    return write_datasets(Material(whole(), KNOWLEDGE), folder)


def test_the_dictionary_describes_every_column() -> None:
    """Each column stands in the data dictionary and in the package, with a sentence."""
    text, package = dictionary(), json.loads(datapackage())
    for name, columns in DATASETS.items():
        assert set(KEYS[name]) <= {column.name for column in columns}
        for column in columns:
            assert f"| `{column.name}` |" in text
            assert column.description.endswith(".")
    assert [one["name"] for one in package["resources"]] == list(DATASETS)
