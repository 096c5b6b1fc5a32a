from remnant.assess import RuledRecord
from remnant.assess.casualty_rules import RULES
from remnant.assess.headlines import noted
from remnant.model.claim import ClaimKind
from remnant.model.contradictions import Conflict
from remnant.model.decision import Decision, Judgement
from remnant.model.value import Quantity
from remnant.settings import CHOICES
from tests.reports import BARDA, Line, record_of, report


def _says(publisher: str, killed: int) -> Line:
    return Line(
        f"{publisher} counts {killed}.",
        kind=ClaimKind.HARM,
        actors=("Armenia",),
        places=(BARDA,),
        dates=("2020-10-28",),
        killed=Quantity(killed, killed),
    )


RECORD = record_of(
    report("HRW", "2020-10-30", _says("HRW", 19)),
    report("Amnesty International", "2020-10-30", _says("Amnesty", 26)),
)


def _note(words: str, at: str = "2024-05-01T10:00:00Z") -> Decision:
    about = Conflict.KILLED.value
    return Decision(f"j-{at}", "R-0001", about, Judgement.NOTE, "A. Reviewer", at, words)


def test_the_setting_offers_every_rule() -> None:
    """The choices of the setting are the rules of the table."""
    assert CHOICES["casualty_rule"] == tuple(RULES)


def test_a_note_stands_beside_its_contradiction() -> None:
    """A person's note is on the contradiction that it names, with the person's name."""
    ruled = RuledRecord(RECORD, "range", (_note("Amnesty counts those who died later."),))
    (found,) = ruled.assessment("R-0001").contradictions
    assert found.note == "Amnesty counts those who died later."
    assert found.noted_by == "A. Reviewer"


def test_the_last_note_holds() -> None:
    """A later note replaces an earlier one, and an empty one takes it back."""
    (bare,) = RECORD.assessment("R-0001").contradictions
    first, second = _note("First."), _note("Second.", "2024-05-02T10:00:00Z")
    (found,) = noted("R-0001", (bare,), (first, second))
    assert found.note == "Second."
    (gone,) = noted("R-0001", (bare,), (first, _note("", "2024-05-03T10:00:00Z")))
    assert (gone.note, gone.noted_by) == ("", "")


def test_a_note_on_another_incident() -> None:
    """A note on one incident changes no other."""
    (bare,) = RECORD.assessment("R-0001").contradictions
    assert noted("R-0002", (bare,), (_note("First."),)) == (bare,)
