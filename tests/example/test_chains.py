"""The chains of figures in the example, read by the program from its documents."""

from dataclasses import replace

import pytest

from remnant.assess.neighbours import neighbours
from remnant.assess.rollup import country_years, stated_totals
from remnant.example import DOCUMENTS
from remnant.knowledge import load_knowledge
from remnant.model.casualties import CasualtyRange
from remnant.model.record import MemoryRecord
from remnant.model.source import Metadata, Original, Provenance, Stated
from remnant.model.value import Quantity
from remnant.pipeline import process, reconcile
from tests.example.test_documents import MEDIA_TYPES, PATHS, sidecar_of
from tests.factory import make_capture

GIVEN = ("title", "publisher", "published", "digest_of")


@pytest.fixture(scope="module")
def example() -> MemoryRecord:
    """Return the record of the example's documents."""
    knowledge = load_knowledge()
    results = []
    for path in PATHS:
        content = (DOCUMENTS / path.name).read_bytes()
        capture = make_capture(content, origin=path.name, media_type=MEDIA_TYPES[path.suffix])
        given = Metadata(
            **{
                name: Stated(value, Provenance.GIVEN)
                for name, value in sidecar_of(path).items()
                if name in GIVEN
            }
        )
        original = Original(replace(capture, given=given), content)
        results.append(process(original, knowledge=knowledge))
    found = reconcile(results, decisions=(), foundings=(), knowledge=knowledge)
    return MemoryRecord(tuple(results), found)


def _toll(example: MemoryRecord, place: str, day: str) -> CasualtyRange:
    """Return the casualties of the incident of a place and day that has figures."""
    found = [
        toll
        for one in example.incidents()
        if one.place and one.place.name == place and one.date and one.date.edtf == day
        if (toll := example.assessment(one.number).casualties).figures
    ]
    (toll,) = found
    return toll


def _steps(toll: CasualtyRange) -> list[int | None]:
    return [one.killed.minimum for one in toll.superseded if one.killed is not None]


def test_barda(example: MemoryRecord) -> None:
    """Barda: 14, then 19, then at least 21 killed is one office's series."""
    toll = _toll(example, "Barda", "2020-10-28")
    assert _steps(toll) == [14, 19]
    assert (toll.killed, toll.injured) == (Quantity(21, None), Quantity(70, None))
    assert [group.name for group in toll.groups] == ["civilian"]


def test_garayusifli(example: MemoryRecord) -> None:
    """Garayusifli: 3 and 7, then 4 and 13, then 5 killed and 13 injured."""
    toll = _toll(example, "Garayusifli", "2020-10-27")
    assert _steps(toll) == [3, 4]
    assert (toll.killed, toll.injured) == (Quantity(5, 5), Quantity(13, 13))


def test_ganja(example: MemoryRecord) -> None:
    """Ganja: 1 on 4 October, 7 then 10 on the 11th, 12 then 14 on the 17th; 26 is their total."""
    assert _toll(example, "Ganja", "2020-10-04").killed == Quantity(1, 1)
    eleventh, seventeenth = (
        _toll(example, "Ganja", "2020-10-11"),
        _toll(example, "Ganja", "2020-10-17"),
    )
    assert (_steps(eleventh), eleventh.killed) == ([7], Quantity(10, 10))
    assert (_steps(seventeenth), seventeenth.killed) == ([12], Quantity(14, 14))
    totals = {one.figure.killed: one for one in stated_totals(example)}
    whole = totals[Quantity(26, 26)]
    assert whole.together == Quantity(25, 25)
    assert whole.fits is True


def test_the_total_of_the_war(example: MemoryRecord) -> None:
    """94 killed over six places is pinned on no strike, and the strikes fit it."""
    totals = {one.figure.killed: one for one in stated_totals(example)}
    assert totals[Quantity(94, 94)].fits is True
    tolls = [
        example.assessment(one.number).casualties
        for one in example.incidents()
        if one.scope.value == "incident"
    ]
    assert all(one.killed is None or (one.killed.minimum or 0) < 94 for one in tolls)


def test_the_year_counts_nothing_twice(example: MemoryRecord) -> None:
    """1, 10 and 14 in Ganja, 1 in Kebirli, 5 in Garayusifli and 21 in Barda are 52 in 2020."""
    (year,) = (one for one in country_years(example) if one.year == 2020)
    assert year.killed == Quantity(52, None)


def test_two_days_for_one_village(example: MemoryRecord) -> None:
    """Tapgaragoyunlu on 23 and on 24 October are paired, and not joined."""
    assert any("Tapgaragoyunlu" in one.sentence for one in neighbours(example))
