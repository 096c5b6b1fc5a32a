from remnant.assess import ledgers
from remnant.knowledge import load_knowledge
from remnant.model.claim import Stance
from remnant.publish.columns_disputes import DENIALS
from remnant.publish.datasets_denials import denial_rows
from tests.reports import STEPANAKERT, Line, record_of, report

KNOWLEDGE = load_knowledge()
STRIKE = Line("Azerbaijan struck Stepanakert.", actors=("Azerbaijan",), places=(STEPANAKERT,))
DENIAL = Line("We did not use it.", actors=("Azerbaijan",), stance=Stance.DENIED)
RECORD = record_of(
    report("HRW", "2020-10-23", STRIKE),
    report("Azerbaijan", "2020-11-25", DENIAL),
    report("Amnesty International", "2021-01-14", STRIKE),
)
ROWS = tuple(denial_rows(ledgers(RECORD, knowledge=KNOWLEDGE)))


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
