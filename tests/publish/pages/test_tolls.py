from pathlib import Path

from remnant.assess import RuledRecord
from remnant.knowledge import load_knowledge
from remnant.model.claim import ClaimKind
from remnant.model.contradictions import Conflict
from remnant.model.decision import Decision, Judgement
from remnant.model.value import Quantity
from remnant.publish import Material, publish
from remnant.publish.pages.catalogue import read_catalogue
from remnant.publish.pages.tolls import TollsPage, country_name, tolls_page
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
    report("HRW", "2020-10-28", _toll("14 civilians died.", 14)),
    report("Amnesty International", "2020-10-30", _toll("21 civilians died.", 21)),
    report(
        "State Department",
        "2021-03-30",
        _toll("40 died.", 40, places=(BARDA, GANJA), dates=(), general=True),
    ),
    report("Tass", "2020-10-31", Line("It struck.", places=(GANJA,), dates=("2020-10-11",))),
)


def _page() -> TollsPage:
    return tolls_page(RECORD, read_catalogue(RECORD), knowledge=KNOWLEDGE)


def test_a_year_of_a_country() -> None:
    """The page gives the range of a year, the incidents behind it, and those without a figure."""
    (row,) = _page().years
    assert (row.country, row.year) == ("Azerbaijan", "2020")
    assert row.killed == "14–21"
    assert row.injured == ""
    assert len(row.counted) == 1
    assert len(row.unknown) == 1


def test_a_total_leads_to_its_words() -> None:
    """A total stands with the check of its parts and the words that give it."""
    (total,) = _page().totals
    assert total.verdict == "the parts fit"
    assert total.source.words == "40 died."


def test_country_names() -> None:
    """A code that no register knows is printed as it is."""
    assert country_name("AM", KNOWLEDGE) == "Armenia"
    assert country_name("XX", KNOWLEDGE) == "XX"


def test_a_note_is_published(tmp_path: Path) -> None:
    """A person's public note and the class of the contradiction are on the incident's page."""
    about = Conflict.KILLED.value
    at = "2024-05-01T10:00:00Z"
    (number,) = (
        one.number for one in RECORD.incidents() if RECORD.assessment(one.number).contradictions
    )
    note = Decision("j-1", number, about, Judgement.NOTE, "A. Reviewer", at, "<Both> were kept.")
    publish(Material(RuledRecord(RECORD, "range", (note,)), KNOWLEDGE), folder=tmp_path)
    page = (tmp_path / f"incidents/{number}.html").read_text("utf-8")
    assert "&lt;Both&gt; were kept." in page
    assert 'class="clash clash-incompatible">incompatible' in page
    assert (tmp_path / "casualties.html").is_file()
