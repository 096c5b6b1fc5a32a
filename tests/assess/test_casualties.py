import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remnant.assess import assess
from remnant.assess.casualty_rules import RULES, whole_range
from remnant.model.casualties import CasualtyRange
from remnant.model.claim import ClaimKind, Stance
from remnant.model.contradictions import Conflict
from remnant.model.record import DocumentResult
from remnant.model.value import Quantity
from tests.reports import (
    BARDA,
    GANJA,
    Line,
    assessed,
    evidence_from,
    incidents_of,
    knowledge,
    report,
)


def _toll(words: str, killed: Quantity | None, **changes: object) -> Line:
    values: dict[str, object] = {
        "kind": ClaimKind.HARM,
        "actors": ("Armenia",),
        "places": (BARDA,),
        "dates": ("2020-10-28",),
        "killed": killed,
    }
    return Line(words, **(values | changes))  # type: ignore[arg-type]  # any field may be given


def _exactly(number: int) -> Quantity:
    return Quantity(number, number)


def _says(publisher: str, day: str, killed: int, **changes: object) -> DocumentResult:
    words = f"{publisher} counts {killed} dead."
    return report(publisher, day, _toll(words, _exactly(killed), **changes))


def _range(*results: DocumentResult, rule: str = "range") -> CasualtyRange:
    return assessed(*results, rule=rule).casualties


def test_rising_toll_is_one_series() -> None:
    """14, 19 and 21 killed by one speaker on one day is one series, of which the last stands."""
    notices = [_says("Prosecutor General", "2020-10-28", number) for number in (19, 14, 21)]
    found = _range(*notices)
    assert found.killed == _exactly(21)
    assert [one.killed for one in found.superseded] == [_exactly(14), _exactly(19)]
    assert [one.killed for one in found.figures] == [_exactly(21)]
    assert "14 killed, then 19 killed, then 21 killed. The last" in found.reasons[-1].sentence


def test_stale_repetition_does_not_lower() -> None:
    """A newspaper that repeats an old figure later does not replace the newer one."""
    found = _range(
        _says("Prosecutor General", "2020-10-28", 21),
        _says("La Stampa", "2020-10-30", 14, speakers=("Prosecutor General",)),
    )
    assert found.killed == _exactly(21)


def test_correction_by_the_origin_itself() -> None:
    """A lower figure in a later document of the same origin is a correction."""
    found = _range(
        _says("Prosecutor General", "2020-10-28", 21),
        _says("Prosecutor General", "2020-11-28", 20),
    )
    assert found.killed == _exactly(20)


def test_range_over_origins() -> None:
    """Two origins with different figures give a range from the lower to the higher."""
    found = _range(_says("HRW", "2020-10-30", 21), _says("Amnesty International", "2020-10-30", 26))
    assert found.killed == Quantity(21, 26)
    assert found.rule == "range"
    assert found.injured is None


def test_open_figure_stays_open() -> None:
    """At least 21 stays at least 21."""
    line = _toll("At least 21 dead.", Quantity(21, None), injured=Quantity(70, None))
    found = _range(report("HRW", "2020-10-30", line))
    assert (found.killed, found.injured) == (Quantity(21, None), Quantity(70, None))


def test_unknown_is_not_zero() -> None:
    """Where nobody gives a figure there is none."""
    line = _toll("They struck Barda.", None, kind=ClaimKind.USE)
    found = _range(report("HRW", "2020-10-30", line))
    assert found == CasualtyRange()


def test_people_killed_without_number() -> None:
    """A claim that people were killed, without a number, does not lower the range."""
    found = _range(
        _says("HRW", "2020-10-30", 21),
        report("Amnesty International", "2020-10-30", _toll("People died.", Quantity(1, None))),
    )
    assert found.killed == _exactly(21)
    assert "no number" in {reason.rule for reason in found.reasons}


def test_figure_of_wider_scope() -> None:
    """The sum over several towns is not counted in the strike on one of them."""
    strike = _says("HRW", "2020-10-30", 21)
    total = report(
        "Azerbaijan",
        "2020-11-25",
        _toll("In all, 94 died.", _exactly(94), places=(GANJA, BARDA), dates=()),
    )
    incidents = incidents_of(strike, total)
    evidence = evidence_from(strike, total)
    tolls = [assess(one, evidence=evidence, knowledge=knowledge()) for one in incidents]
    assert [one.casualties.killed for one in tolls] == [_exactly(21), _exactly(94)]


def test_hedge_is_kept() -> None:
    """A hedged figure is marked as hedged, and a reason says so."""
    found = _range(
        report("HRW", "2020-10-30", _toll("Maybe 21.", _exactly(21), stance=Stance.HEDGED))
    )
    assert [one.hedged for one in found.figures] == [True]
    assert "hedged" in {reason.rule for reason in found.reasons}


def test_contradiction_of_figures() -> None:
    """Figures of two origins that cannot both hold are a contradiction."""
    found = assessed(
        _says("HRW", "2020-10-30", 21), _says("Amnesty International", "2020-10-30", 26)
    )
    (contradiction,) = found.contradictions
    assert contradiction.conflict is Conflict.KILLED
    assert "cannot all be true" in contradiction.sentence


def test_superseded_is_said() -> None:
    """Earlier figures of one source are said to be superseded, not to contradict."""
    found = assessed(*(_says("Prosecutor General", "2020-10-28", number) for number in (14, 21)))
    (contradiction,) = found.contradictions
    assert "An earlier figure of the same source, 14, is superseded." in contradiction.sentence
    assert "cannot all be true" not in contradiction.sentence


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("range", Quantity(19, 26)),
        ("majority", Quantity(26, 26)),
        ("hierarchy", Quantity(19, 19)),
        ("most conservative", Quantity(19, None)),
    ],
)
def test_rules(rule: str, expected: Quantity) -> None:
    """Each rule of the table chooses as its name says."""
    assert RULES[rule]([_exactly(19), _exactly(26), _exactly(26)]) == expected


def test_rule_is_printed() -> None:
    """The name of the rule used stands with the range."""
    found = _range(
        _says("HRW", "2020-10-30", 21),
        _says("Amnesty International", "2020-10-30", 26),
        rule="most conservative",
    )
    assert found.rule == "most conservative"
    assert found.killed == Quantity(21, None)


_QUANTITIES = st.builds(
    lambda low, more: Quantity(low, None if more is None else low + more),
    st.integers(0, 50),
    st.none() | st.integers(0, 20),
)


@given(st.lists(_QUANTITIES, min_size=1, max_size=6))
@settings(deadline=None)
def test_range_holds_every_figure(figures: list[Quantity]) -> None:
    """The range never excludes a figure that an origin gives, and never drops below the least."""
    found = whole_range(figures)
    assert all(found.compatible(figure) for figure in figures)
    assert found.minimum == min(figure.minimum or 0 for figure in figures)
