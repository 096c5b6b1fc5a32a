from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from remnant.assess.ledger import ledgers
from remnant.model.assessment import DenialScope
from remnant.model.claim import ClaimKind, Stance
from remnant.model.ledger import Answered, Ledger, Response
from remnant.model.record import DocumentResult
from tests.reports import (
    BARDA,
    GANJA,
    STEPANAKERT,
    Line,
    knowledge,
    record_of,
    report,
)

STRIKE = Line(
    "Azerbaijan struck Stepanakert.",
    actors=("Azerbaijan",),
    places=(STEPANAKERT,),
    dates=("2020-10-03",),
)
ON_BARDA = Line(
    "Armenia fired at Barda.", actors=("Armenia",), places=(BARDA,), dates=("2020-10-28",)
)
HRW = report("HRW", "2020-10-23", STRIKE)


def _ledger(party: str, *results: DocumentResult) -> Ledger:
    found = {one.name: one for one in ledgers(record_of(*results), knowledge=knowledge())}
    return found[party]


def _denial(words: str, **changes: object) -> Line:
    values: dict[str, object] = {"stance": Stance.DENIED, "actors": ("Azerbaijan",)}
    return Line(words, **(values | changes))  # type: ignore[arg-type]  # any field may be given


def _own(words: str, said: str = "2020-11-25", **changes: object) -> DocumentResult:
    return report("Azerbaijan", said, _denial(words, **changes))


def test_an_accusation_with_its_answer() -> None:
    """An accusation carries who made it, when and where, and the denial that answers it."""
    ledger = _ledger("Azerbaijan", HRW, _own("We did not use it."))
    (accusation,), (answer,) = ledger.accusations, ledger.answers
    assert accusation.accusers == ("Human Rights Watch",)
    assert accusation.said is not None
    assert accusation.said.edtf == "2020-10-23"
    assert accusation.incidents == ("R-0001",)
    assert accusation.answered is Answered.DENIED
    assert accusation.answers == (answer.claim,)
    assert answer.scope is DenialScope.USE
    assert answer.answers == (accusation.claim,)
    assert answer.carried_by == ""
    assert not answer.by_then


def test_no_answer_at_hand() -> None:
    """An accusation that nothing answers is said to have no answer in these documents."""
    (accusation,) = _ledger("Azerbaijan", HRW).accusations
    assert accusation.answered is Answered.NO_ANSWER
    assert "in the documents of this dossier" in accusation.answered.value


def test_a_denial_answers_none_made_later() -> None:
    """A general denial leaves an accusation unanswered that was made after it."""
    later = report("Amnesty International", "2021-01-14", STRIKE)
    ledger = _ledger("Azerbaijan", HRW, _own("We did not use it."), later)
    assert [one.answered for one in ledger.accusations] == [Answered.DENIED, Answered.NO_ANSWER]


def test_denied_before_it_was_made() -> None:
    """A denial of one event stands before a later accusation of the same event."""
    denial = _denial("We did not fire.", actors=("Armenia",), places=(BARDA,))
    first = report("Azerbaijan", "2020-10-28", ON_BARDA)
    own = report("Armenia", "2020-10-28", denial)
    ledger = _ledger("Armenia", first, own, report("HRW", "2020-10-30", ON_BARDA))
    assert [one.answered for one in ledger.accusations] == [
        Answered.DENIED,
        Answered.DENIED_BEFORE,
    ]
    assert ledger.accusations[1].answers == (ledger.answers[0].claim,)


def test_an_earlier_denial_beside_an_accusation() -> None:
    """A report that sets a denial of last year against its own finding gives no later answer."""
    told = _denial("Azerbaijan denied using it.", speakers=("Azerbaijan",), notes=("1",))
    cited = {"1": "Ministry of Foreign Affairs of Azerbaijan, “Reply,” 25 November 2020."}
    monitor = report("Monitor", "2021-09-15", STRIKE, told, notes=cited)
    ledger = _ledger("Azerbaijan", HRW, monitor)
    (answer,) = ledger.answers
    assert answer.said is not None
    assert answer.said.edtf == "2020-11-25"
    assert [one.answered for one in ledger.accusations] == [
        Answered.DENIED,
        Answered.DENIED_BEFORE,
    ]


def test_a_denial_of_one_war_leaves_an_undated_accusation() -> None:
    """A denial with a stated time answers no accusation of which the time is not known."""
    undated = report("HRW", "", replace(STRIKE, dates=()))
    (accusation,) = _ledger(
        "Azerbaijan", undated, _own("We did not use it in 2016.", dates=("2016",))
    ).accusations
    assert accusation.answered is Answered.NO_ANSWER


def test_a_denial_of_one_town_leaves_an_accusation_of_no_place() -> None:
    """A denial for one town answers no accusation of which the place is not known."""
    somewhere = report("HRW", "2020-10-23", replace(STRIKE, places=()))
    town = _own("We did not use it in Barda.", places=(BARDA,))
    (accusation,) = _ledger("Azerbaijan", somewhere, town).accusations
    assert accusation.answered is Answered.NO_ANSWER


def test_an_answer_to_what_nobody_here_says() -> None:
    """A denial of an event on which no accusation is at hand stays in the ledger."""
    denial = _denial("We did not fire at it.", actors=("Armenia",), places=(GANJA,))
    first = report("Azerbaijan", "2020-10-28", ON_BARDA)
    ledger = _ledger("Armenia", first, report("Armenia", "2020-10-28", denial))
    (answer,) = ledger.answers
    assert answer.answers == ()
    assert not answer.general


def test_rejecting_allegations_is_not_saying_no() -> None:
    """The ledger says of a rejection that it does not say that the party did not do it."""
    ledger = _ledger("Azerbaijan", HRW, _own("We reject the one-sided allegations on its use."))
    (answer,) = ledger.answers
    assert answer.scope is DenialScope.ALLEGATIONS
    assert "does not say in so many words" in answer.meaning


def test_a_denial_of_use_does_not_answer_holding() -> None:
    """Whoever says that it did not use a weapon says nothing on whether it has it."""
    holds = Line("It holds them.", kind=ClaimKind.POSSESSION, actors=("Azerbaijan",))
    accuser = report("HRW", "2020-10-23", STRIKE, holds)
    use = _ledger("Azerbaijan", accuser, _own("We did not use it."))
    assert [one.answered for one in use.accusations] == [Answered.DENIED, Answered.NO_ANSWER]
    have = _own("Our army has no such weapons.", kind=ClaimKind.POSSESSION)
    assert {one.answered for one in _ledger("Azerbaijan", accuser, have).accusations} == {
        Answered.DENIED
    }


def test_everything() -> None:
    """A denial of all charges answers those of use and those of holding."""
    holds = Line("It holds them.", kind=ClaimKind.POSSESSION, actors=("Azerbaijan",))
    accuser = report("HRW", "2020-10-23", STRIKE, holds)
    ledger = _ledger("Azerbaijan", accuser, _own("Baku denied all such accusations."))
    assert {one.answered for one in ledger.accusations} == {Answered.DENIED}
    assert ledger.answers[0].scope is DenialScope.EVERYTHING


def test_a_concession() -> None:
    """A party that says itself that it struck concedes the strike."""
    admits = report("Azerbaijan", "2020-11-25", STRIKE)
    ledger = _ledger("Azerbaijan", HRW, admits)
    assert [one.answered for one in ledger.accusations] == [Answered.CONCEDED]
    assert ledger.answers[0].response is Response.CONCESSION


def test_a_concession_of_something_less() -> None:
    """To accept a strike on military targets accepts no part of what is said of the weapon."""
    words = "We struck military objects in Stepanakert."
    line = Line(
        words,
        actors=("Azerbaijan",),
        weapons=(),
        places=(STEPANAKERT,),
        dates=("2020-10-03",),
    )
    ledger = _ledger("Azerbaijan", HRW, report("Azerbaijan", "2020-11-25", line))
    assert [one.answered for one in ledger.accusations] == [Answered.PARTLY_CONCEDED]


def test_an_accuser_carries_the_answer() -> None:
    """An answer that only another side of the conflict hands on is marked so."""
    told = report("Armenia", "2020-11-25", _denial("Baku denied it.", speakers=("Azerbaijan",)))
    (answer,) = _ledger("Azerbaijan", HRW, told).answers
    assert answer.carried_by == "Armenia"
    assert answer.hostile
    assert answer.by_then
    assert "of whoever reports it" in answer.meaning


def test_a_party_does_not_accuse_itself() -> None:
    """What a party says of itself is no accusation."""
    own = report("Azerbaijan", "2020-11-25", STRIKE)
    assert ledgers(record_of(own), knowledge=knowledge()) == ()


def test_a_denial_told_more_strongly() -> None:
    """A report of a denial that says more than the statement it cites is pointed out."""
    own = _own("We reject the one-sided allegations on its use.")
    line = _denial("Azerbaijan denied using it.", speakers=("Azerbaijan",), notes=("2",))
    told = report(
        "Landmine and Cluster Munition Monitor",
        "2021-09-15",
        line,
        notes={"2": "Statement of Azerbaijan, 25 November 2020."},
    )
    answers = _ledger("Azerbaijan", HRW, own, told).answers
    said = [one.rendered for one in answers if one.rendered]
    assert len(said) == 1
    assert "denied use" in said[0]
    assert "We reject the one-sided allegations" in said[0]


@settings(deadline=None, max_examples=12)
@given(st.permutations(range(3)), st.booleans())
def test_order_of_documents_does_not_matter(order: list[int], second: bool) -> None:  # noqa: FBT001 - drawn
    """The ledger is the same whatever the order of the documents."""
    results = [
        HRW,
        _own("We did not use it."),
        report("Amnesty International", "2021-01-14" if second else "2020-11-01", STRIKE),
    ]
    given_ = _ledger("Azerbaijan", *(results[place] for place in order))
    assert given_.accusations == _ledger("Azerbaijan", *results).accusations
