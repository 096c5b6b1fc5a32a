import pytest

from remnant.assess import answer_keys, denial_keys, published
from remnant.model.assessment import Denial, DenialScope
from remnant.model.claim import ClaimKind, Stance
from remnant.model.value import DateInterval
from tests.reports import (
    BARDA,
    GANJA,
    KARABAKH,
    STEPANAKERT,
    Line,
    assessed,
    incidents_of,
    knowledge,
    report,
)

STRIKE = Line(
    "Azerbaijan struck Stepanakert.",
    actors=("Azerbaijan",),
    places=(STEPANAKERT,),
    dates=("2020-10-03",),
)
HRW = report("HRW", "2020-10-23", STRIKE)


def _denial(words: str, **changes: object) -> Line:
    values: dict[str, object] = {
        "stance": Stance.DENIED,
        "actors": ("Azerbaijan",),
    }
    return Line(words, **(values | changes))  # type: ignore[arg-type]  # any field may be given


def _found(line: Line, said: str = "2020-11-25") -> tuple[Denial, ...]:
    return assessed(HRW, report("Azerbaijan", said, line)).denials


@pytest.mark.parametrize(
    ("words", "scope"),
    [
        ("Azerbaijan denied using cluster munitions.", DenialScope.USE),
        ("We reject the one-sided allegations on the use of it.", DenialScope.ALLEGATIONS),
        ("The president called the evidence fake news.", DenialScope.EVIDENCE),
        ("Our military never targeted civilians.", DenialScope.TARGETING),
        ("Our army does not have such weapons.", DenialScope.POSSESSION),
        ("Azerbaijan denied responsibility.", DenialScope.RESPONSIBILITY),
    ],
)
def test_scope_by_words(words: str, scope: DenialScope) -> None:
    """What a denial denies is read from its own words."""
    (denial,) = _found(_denial(words))
    assert denial.scope is scope
    assert denial.passage.quote == words


def test_possession_by_kind() -> None:
    """A claim that denies holding a weapon is a denial of possession whatever its words."""
    line = _denial("It is simply not so.", kind=ClaimKind.POSSESSION)
    assert [one.scope for one in _found(line)] == [DenialScope.POSSESSION]


def test_general_denial_answers_earlier_accusations() -> None:
    """A general denial answers what was claimed by the day it was said."""
    (denial,) = _found(_denial("Azerbaijan denied using it."))
    assert denial.general
    assert denial.answers == (HRW.claims[0].id,)
    assert "25 November 2020" in denial.reason.sentence


def test_denial_does_not_answer_later_accusations() -> None:
    """A denial answers no accusation first made after it."""
    assert _found(_denial("Azerbaijan denied using it."), said="2020-10-20") == ()


def test_denial_from_before_the_strike() -> None:
    """A denial said before the strike is not about it."""
    assert _found(_denial("Azerbaijan denied using it."), said="2020-10-01") == ()


def test_denial_with_another_period() -> None:
    """A denial about another war does not answer."""
    assert _found(_denial("Azerbaijan denied using it in 2016.", dates=("2016",))) == ()


def test_denial_with_its_period() -> None:
    """A denial about the war answers the strikes within it."""
    line = _denial("We did not use it.", dates=("2020-09/2020-11",), places=(KARABAKH,))
    assert len(_found(line)) == 1


def test_denial_for_another_place() -> None:
    """A denial about one town does not answer for another."""
    assert _found(_denial("We did not use it there.", places=(BARDA,))) == ()


def test_denial_of_this_strike() -> None:
    """A denial that names the town is not a general one."""
    (denial,) = _found(_denial("We did not use it there.", places=(STEPANAKERT,)))
    assert not denial.general


def test_denial_by_the_other_side() -> None:
    """A denial by a state that is not accused does not answer."""
    line = _denial("We did not use it.", actors=("Armenia",))
    assert assessed(HRW, report("Armenia", "2020-11-25", line)).denials == ()


def test_denial_of_another_weapon() -> None:
    """A denial of chemical weapons does not answer for cluster munitions."""
    assert _found(_denial("We did not use it.", weapons=("sarin",))) == ()


def test_denial_handed_on() -> None:
    """A denial that another document reports is tied to the state that said it."""
    told = report(
        "La Stampa", "2020-11-25", _denial("Baku denied using it.", speakers=("Azerbaijan",))
    )
    (denial,) = assessed(HRW, told).denials
    assert denial.speaker == "Azerbaijan"


def test_own_document_sets_denial_against_accusation() -> None:
    """A document that reports both answers its own accusation, whenever it was written."""
    both = report(
        "HRW",
        "2021-09-15",
        STRIKE,
        _denial("Azerbaijan denied using it.", speakers=("Azerbaijan",), notes=("1",)),
        notes={"1": "Statement of Azerbaijan, “Second Review Conference,” 25 November 2020"},
    )
    (denial,) = assessed(both).denials
    assert "25 November 2020" in denial.reason.sentence


def test_a_partys_own_words_stand_beside_the_reports_of_them() -> None:
    """Where a later report sets a denial against its finding, the words denied with stand too."""
    both = report(
        "HRW",
        "2021-09-15",
        STRIKE,
        _denial("Azerbaijan denied using it.", speakers=("Azerbaijan",), notes=("1",)),
        notes={"1": "Statement of Azerbaijan, “Second Review Conference,” 25 November 2020"},
    )
    own = report("Azerbaijan", "2020-11-25", _denial("We did not use it."))
    other = report("Azerbaijan", "2020-11-27", _denial("We did not use it at all."))
    told = assessed(both, own, other).denials
    assert {one.passage.document for one in told} == {both.document.id, own.document.id}
    assert len({one.answers for one in told}) == 1
    assert all("a later report sets this against 1 claim" in one.reason.sentence for one in told)


def test_keys_bring_denials_and_incidents_together() -> None:
    """A denial and the incident it answers share a key, so that a store can find it."""
    told = report("Azerbaijan", "2020-11-25", _denial("We did not use it."))
    (incident,) = incidents_of(HRW)
    day = published(told.document)
    denied = denial_keys(told.resolved, day=day, knowledge=knowledge())
    asked = answer_keys(incident, knowledge=knowledge())
    assert set(denied) & set(asked)
    later = denial_keys(told.resolved, day=DateInterval("2023-05-01"), knowledge=knowledge())
    assert not set(later) & set(asked)


def test_silence_is_no_denial() -> None:
    """Where nobody denies there is no denial."""
    elsewhere = Line("Ganja was hit.", actors=("Armenia",), places=(GANJA,), dates=("2020-10-17",))
    assert assessed(report("HRW", "2020-10-23", elsewhere)).denials == ()
