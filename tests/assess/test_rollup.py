import pytest

from remnant.assess import RuledRecord
from remnant.assess.rollup import country_years, stated_totals
from remnant.model.casualties import CountryYear, StatedTotal
from remnant.model.claim import ClaimKind
from remnant.model.record import DocumentResult
from remnant.model.value import GeoPrecision, Location, Quantity
from tests.reports import BARDA, GANJA, STEPANAKERT, Line, record_of, report

GORANBOY = Location("Goranboy", "geonames:586429", "AZ", "", 40.61, 46.79, GeoPrecision.NEAR)


def _toll(words: str, killed: int | Quantity, **changes: object) -> Line:
    values: dict[str, object] = {
        "kind": ClaimKind.HARM,
        "actors": ("Armenia",),
        "places": (BARDA,),
        "dates": ("2020-10-28",),
        "killed": killed if isinstance(killed, Quantity) else Quantity(killed, killed),
    }
    return Line(words, **(values | changes))  # type: ignore[arg-type]  # any field may be given


def _years(*results: DocumentResult) -> tuple[CountryYear, ...]:
    return country_years(record_of(*results))


def _totals(*results: DocumentResult) -> tuple[StatedTotal, ...]:
    return stated_totals(record_of(*results))


def test_incidents_of_a_year_add_up() -> None:
    """The killed of two towns in one year are added, least and most."""
    (cell,) = _years(
        report(
            "Prosecutor General",
            "2020-10-29",
            _toll("21 died in Barda.", Quantity(21, None)),
            _toll("10 died in Ganja.", 10, places=(GANJA,), dates=("2020-10-11",)),
        )
    )
    assert (cell.country, cell.year) == ("AZ", 2020)
    assert cell.killed == Quantity(31, None)
    assert cell.injured is None
    assert len(cell.counted) == 2


def test_unknown_is_not_zero() -> None:
    """An incident without a figure is listed as unknown, and a year without any has no number."""
    strike = Line("It struck.", actors=("Armenia",), places=(BARDA,), dates=("2020-10-28",))
    (cell,) = _years(report("HRW", "2020-10-30", strike))
    assert cell.killed is None
    assert cell.counted == ()
    assert len(cell.unknown) == 1


def test_a_total_is_never_added() -> None:
    """A total over several towns does not enter the sum of the year."""
    whole = _toll("26 died in both.", 26, places=(BARDA, GANJA), dates=(), general=True)
    parts = (
        _toll("21 died in Barda.", 21),
        _toll("5 died in Ganja.", 5, places=(GANJA,), dates=("2020-10-27",)),
    )
    results = (report("Office", "2020-10-29", *parts), report("State Department", "2021", whole))
    cells = {one.year: one for one in _years(*results)}
    assert cells[2020].killed == Quantity(26, 26)
    (total,) = _totals(*results)
    assert total.fits is True
    assert total.together == Quantity(26, 26)
    assert "The parts fit the whole." in total.sentence


def test_parts_that_exceed_the_whole() -> None:
    """Parts that add up to more than the total are pointed out."""
    whole = _toll("20 died in both.", 20, places=(BARDA, GANJA), dates=(), general=True)
    parts = (
        _toll("21 died in Barda.", 21),
        _toll("5 died in Ganja.", 5, places=(GANJA,), dates=("2020-10-27",)),
    )
    (total,) = _totals(
        report("Office", "2020-10-29", *parts), report("State Department", "2021", whole)
    )
    assert total.fits is False
    assert "more than the total allows" in total.sentence


def test_seven_in_four_villages() -> None:
    """Five, one and one killed in single places fit a total of seven."""
    places = (BARDA, GANJA, GORANBOY)
    whole = _toll("At least 7 died.", Quantity(7, None), places=places, dates=(), general=True)
    parts = (
        _toll("5 died in Barda.", 5),
        _toll("1 died in Ganja.", 1, places=(GANJA,), dates=("2020-10-24",)),
        _toll("1 died in Goranboy.", 1, places=(GORANBOY,), dates=("2020-10-03",)),
    )
    (total,) = _totals(report("Office", "2020-10-29", *parts), report("HRW", "2020-12-15", whole))
    assert total.together == Quantity(7, 7)
    assert total.fits is True


def test_what_may_be_one_event_counts_once_in_the_least() -> None:
    """Two reports of one town and day that were not joined count once at least, twice at most."""
    first = _toll("5 died.", 5, weapons=("sarin",), actors=("Azerbaijan",))
    second = _toll("3 died.", 3, weapons=("Smerch",))
    (cell,) = _years(report("HRW", "2020-10-30", first), report("Tass", "2020-10-30", second))
    assert len(cell.doubtful) == (1 if len(cell.counted) == 2 else 0)
    assert cell.killed == (Quantity(5, 8) if cell.doubtful else Quantity(3, 5))


def test_a_country_apart() -> None:
    """Incidents without a place or year stand apart from those with one."""
    cells = _years(
        report(
            "HRW",
            "2020-10-30",
            _toll("2 died.", 2, places=(STEPANAKERT,)),
            _toll("3 died in Ganja.", 3, places=(GANJA,), dates=()),
        )
    )
    assert {(one.country, one.year) for one in cells} == {("AZ", 2020), ("AZ", None)}


@pytest.mark.parametrize(
    ("rule", "expected"), [("range", Quantity(19, 26)), ("most conservative", Quantity(19, None))]
)
def test_the_reader_chooses_the_rule(rule: str, expected: Quantity) -> None:
    """A record read by another rule has other headlines, and says which rule it was."""
    record = record_of(
        report("HRW", "2020-10-30", _toll("19 died.", 19)),
        report("Amnesty International", "2020-10-30", _toll("26 died.", 26)),
    )
    ruled = RuledRecord(record, rule)
    toll = ruled.assessment("R-0001").casualties
    assert toll.killed == expected
    assert toll.rule == rule
    assert f"“{rule}”" in toll.reasons[0].sentence
    assert country_years(ruled)[0].killed == expected
    assert record.assessment("R-0001").casualties.killed == Quantity(19, 26)
