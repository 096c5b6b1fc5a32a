from remnant.knowledge import load_knowledge
from remnant.model.claim import ClaimKind
from remnant.model.value import Quantity
from remnant.publish.columns import DATASETS
from remnant.publish.datasets import rows
from remnant.publish.datasets_rows import Row
from remnant.publish.material import Material
from tests.reports import BARDA, GANJA, Line, record_of, report

KNOWLEDGE = load_knowledge()


def _toll(words: str, killed: int, **changes: object) -> Line:
    values: dict[str, object] = {
        "kind": ClaimKind.HARM,
        "actors": ("Armenia",),
        "places": (BARDA,),
        "dates": ("2020-10-28",),
        "killed": Quantity(killed, killed),
    }
    return Line(words, **(values | changes))  # type: ignore[arg-type]  # any field may be given


RECORD = record_of(
    report("Prosecutor General", "2020-10-28", _toll("14 civilians died.", 14)),
    report("Prosecutor General", "2020-10-29", _toll("21 civilians died.", 21)),
    report("Amnesty International", "2020-10-30", _toll("26 civilians died.", 26)),
    report(
        "State Department",
        "2021-03-30",
        _toll("40 died.", 40, places=(BARDA, GANJA), dates=(), general=True),
    ),
)


def _rows(name: str) -> tuple[Row, ...]:
    return tuple(rows(name, Material(RECORD, KNOWLEDGE)))


def test_each_figure_has_its_place_in_a_series() -> None:
    """14 is the first step of a series, 21 the second, which stands."""
    found = {row["killed_min"]: (row["standing"], row["step"]) for row in _rows("figures")}
    assert found[14] == ("superseded", 1)
    assert found[21] == ("stands", 2)
    assert found[26] == ("stands", 1)


def test_tolls_leave_totals_out() -> None:
    """The sum of the year is that of the incident; the total over two towns is not in it."""
    (row,) = _rows("tolls")
    assert (row["country"], row["year"]) == ("AZ", 2020)
    assert (row["killed_min"], row["killed_max"]) == (21, 26)
    assert row["injured_min"] is None
    assert row["casualty_rule"] == "range"


def test_totals_are_checked() -> None:
    """The total over two towns stands with its part and the check."""
    (row,) = _rows("totals")
    assert (row["killed_min"], row["together_min"], row["fits"]) == (40, 21, True)
    assert row["covers"] == "Barda and Ganja"


def test_sides_share_their_contradiction() -> None:
    """Each side of a contradiction has a row, with the class and the claims."""
    found = [row for row in _rows("contradictions") if row["about"] == "how many were killed"]
    assert {row["clash"] for row in found} == {"incompatible"}
    assert len({row["contradiction_id"] for row in found}) == 1
    assert {row["value"] for row in found} == {"14", "21", "26"}
    assert all(row["claim_ids"] for row in found)


def test_rows_have_their_columns_and_keys() -> None:
    """Rows have the columns of the data dictionary, and no two share a key."""
    for name in ("figures", "tolls", "totals", "contradictions"):
        found = _rows(name)
        assert found
        for row in found:
            assert list(row) == [column.name for column in DATASETS[name]]
        key = next(iter(found[0]))
        assert len({row[key] for row in found}) == len(found)
