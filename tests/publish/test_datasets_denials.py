from dataclasses import replace

from remnant.assess import ledgers
from remnant.knowledge import load_knowledge
from remnant.model.claim import Stance
from remnant.publish.columns_disputes import DENIALS
from remnant.publish.datasets_denials import denial_rows
from remnant.publish.pages.parties import said_when
from tests.reports import STEPANAKERT, Line, record_of, report

KNOWLEDGE = load_knowledge()
STRIKE = Line("Azerbaijan struck Stepanakert.", actors=("Azerbaijan",), places=(STEPANAKERT,))
DENIAL = Line("We did not use it.", actors=("Azerbaijan",), stance=Stance.DENIED)
RECORD = record_of(
    report("HRW", "2020-10-23", STRIKE),
    report("Azerbaijan", "2020-11-25", DENIAL),
    report("Amnesty International", "2021-01-14", STRIKE),
    report("Human Rights Watch", "2020-12-14", replace(DENIAL, speakers=("Azerbaijan",))),
)
BOOKS = ledgers(RECORD, knowledge=KNOWLEDGE)
ROWS = tuple(denial_rows(BOOKS))


def test_rows_have_the_columns() -> None:
    """Every row has the columns of the data dictionary, in their order."""
    assert ROWS
    for row in ROWS:
        assert list(row) == [column.name for column in DENIALS]


def test_rows_have_a_key() -> None:
    """No two rows have one identifier."""
    names = [row["entry_id"] for row in ROWS]
    assert len(set(names)) == len(names)


def test_an_accusation_without_answer_has_a_row() -> None:
    """An accusation that nothing answers is in the table, with its answer empty."""
    silent = [row for row in ROWS if row["answer_id"] is None]
    assert silent
    for row in silent:
        assert row["answered"] == "no answer in the documents of this dossier"
        assert row["scope"] is None


def test_an_answer_names_its_scope() -> None:
    """A denial's row says what it denies and whether it says so outright."""
    answered = [row for row in ROWS if row["response"] == "denial"]
    assert answered
    assert all(row["scope"] and row["says_outright"] in {True, False} for row in answered)


def test_an_answer_says_whose_day_it_has() -> None:
    """Where only a report's day is known, the row and the words of the page both say so."""
    answers = {one.claim: one for ledger in BOOKS for one in ledger.answers}
    for row in ROWS:
        if row["answer_id"] is not None:
            answer = answers[str(row["answer_id"])]
            assert row["answered_by_then"] is answer.by_then
            assert ("on a day not stated" in said_when(answer)) is (
                answer.by_then and answer.said is not None
            )
    assert {answer.by_then for answer in answers.values()} == {True, False}
