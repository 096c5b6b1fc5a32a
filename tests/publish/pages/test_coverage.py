"""What was searched and what is held, in words."""

from dataclasses import replace

from remnant.knowledge import load_knowledge
from remnant.model.searching import Search
from remnant.publish.pages.cards import document_card
from remnant.publish.pages.coverage import coverage, language
from tests.publish.pages.documents import report

KNOWLEDGE = load_knowledge()
SEARCH = Search(
    id="s-1",
    place="write to a.b@example.org",
    languages=("az",),
    until="2020-12-31",
    by="E. K.",
    at="2021-01-05T10:00:00Z",
    since="2020-09-27",
    about=("azerbaijan",),
)


def test_a_search_about_another_state_is_left_out() -> None:
    """A page of Armenia shows what was searched about it, or about everything."""
    other = replace(SEARCH, id="s-2", about=())
    found = coverage((SEARCH, other), (), knowledge=KNOWLEDGE, about="armenia")

    assert len(found.searches) == 1
    assert len(coverage((SEARCH, other), (), knowledge=KNOWLEDGE).searches) == 2
    assert (
        "nothing follows" in coverage((SEARCH,), (), knowledge=KNOWLEDGE, about="armenia").silence
    )


def test_a_search_in_words() -> None:
    """Times, languages and states are words; contact details are masked; not counted is not 0."""
    (found,) = coverage((SEARCH,), (), knowledge=KNOWLEDGE).searches
    (none,) = coverage((replace(SEARCH, found=0),), (), knowledge=KNOWLEDGE).searches

    assert found.time == "27 September 2020 to 31 December 2020"
    assert (found.languages, found.about) == ("Azerbaijani", "Azerbaijan")
    assert "a.b@example.org" not in found.place
    assert (found.found, none.found) == ("not counted", "0")


def test_languages_held_are_counted() -> None:
    """The languages of the documents held stand most frequent first; unknown ones are said."""
    card = document_card(report())
    cards = [replace(card, language=tag) for tag in ("en", "az", "en", "")]

    assert coverage((), cards, knowledge=KNOWLEDGE).held == (
        "English (2) and Azerbaijani (1); of 1 document the language is not known"
    )
    assert coverage((), [replace(card, language="")], knowledge=KNOWLEDGE).held == ""


def test_languages_have_names() -> None:
    """A tag that has no name here is shown as it is."""
    assert [language(tag) for tag in ("hy", "sr-Latn", "xx")] == [
        "Armenian",
        "Serbian (Latn)",
        "xx",
    ]
