"""The page on treaties and votes."""

from pathlib import Path

from remnant.assess.statements import checked
from remnant.knowledge import load_knowledge
from remnant.model.claim import ClaimKind
from remnant.publish import Material, publish
from remnant.publish.pages.catalogue import read_catalogue
from remnant.publish.pages.treaties import treaties_page
from tests.compare.records import record, strike
from tests.publish.pages.record import record as site_record
from tests.reports import Line, knowledge, report


def test_words_stand_beside_votes_with_their_passage() -> None:
    """A declared position leads to its words, and to the incidents of that year."""
    words = Line("Armenia condemns them.", ClaimKind.POSITION, actors=("Armenia",))
    held = record(report("HRW", "2020-10-30", strike()), report("Armenia", "2020-11-25", words))
    found = checked(held, knowledge=knowledge())
    page = treaties_page(read_catalogue(held), found, knowledge=knowledge())
    (state,) = page.states
    (one,) = state.statements

    assert (state.name, state.count) == ("Armenia", "1 statement")
    assert one.words.text == "Armenia condemns them."
    assert one.words.href.startswith("documents/")
    assert [link.note for link in one.incidents] == ["R-0001"]
    assert any("A/RES/70/54" in vote for vote in state.votes)
    assert "In 2020 it is accused" in one.tables
    assert [year.year for year in state.years] == ["2015–2019", "2020"]
    assert "each year it abstained on the resolution" in state.years[0].told
    assert [link.text for link in state.years[-1].said] == ["Armenia condemns them."]
    assert "It is accused of using them in 1 incident of that year." in state.years[-1].told


def test_members_are_counted_from_the_opening_to_the_last_act() -> None:
    """The years end with the table, not with the clock, and both ways of counting are given."""
    page = treaties_page(read_catalogue(record()), (), knowledge=load_knowledge())
    ccm = page.members[0]
    by_day = {one.day: one for one in ccm.years}

    assert ccm.years[0].day == "3 December 2008"
    assert (by_day["31 December 2020"].deposit, by_day["31 December 2020"].joined) == (110, 123)
    assert by_day["31 December 2020"].force < 110
    assert ccm.years[-1].day == "1 March 2026"


def test_the_page_is_published_and_linked(tmp_path: Path) -> None:
    """The page is written, and the page on method leads to it."""
    publish(Material(site_record(), load_knowledge()), folder=tmp_path)

    assert "Members over time" in (tmp_path / "treaties.html").read_text("utf-8")
    assert 'href="treaties.html"' in (tmp_path / "about.html").read_text("utf-8")
