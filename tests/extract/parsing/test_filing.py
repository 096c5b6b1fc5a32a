"""The date between a headline and its text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remnant.extract.parsing.filing import credit, filed


@pytest.mark.parametrize(
    ("text", "date", "after"),
    [
        ("16 dead in Idlib AFP Monday 24 Oct 2016 Sixteen died", "Monday 24 Oct 2016", "Sixteen"),
        ("Published April 29 2017 Airstrikes struck a centre", "Published April 29 2017", "Air"),
        ("09-05-2016 5 civilians were killed", "09-05-2016", "5 civ"),
        ("Fri 07 Apr 2017 at 0914 Homs governor says", "Fri 07 Apr 2017 at 0914", "Homs"),
        ("Date of publication 13 October 2016 Civilians fled", "Date of publication", "Civ"),
    ],
)
def test_a_date_of_filing_is_parted_from_the_text(text: str, date: str, after: str) -> None:
    """The range begins with the date or what introduces it, and ends where the text begins."""
    found = filed(text)
    assert found is not None
    assert text[found[0] :].startswith(date)
    assert text[found[1] :].startswith(after)


@pytest.mark.parametrize(
    "text",
    [
        "On 24 October 2016 Syria bombed Idlib.",
        "The strike of 24 October 2016 Syria denied.",
        "Syria bombed Idlib on Monday 24 October 2016.",
        "Human Rights Watch, 24 October 2016, Geneva.",
        "In May 2016 Syria bombed Idlib.",
    ],
)
def test_a_date_within_a_sentence_stays_there(text: str) -> None:
    """A date after a preposition, or before a mark, belongs to its sentence."""
    assert filed(text) is None


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    """Whatever the text, the range lies within it and is not empty."""
    found = filed(text)
    assert found is None or 0 <= found[0] < found[1] <= len(text)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Air raids kill ten in Idlib Monitor AFP Saturday 16 Jul 2016 Air raids", " Monitor AFP"),
        ("Death toll from Aleppo blast reaches 126 Observatory The death toll", " Observatory"),
        ("Bomb blast in Aleppo kills six Syrian state TV. A bomb blast", " Syrian state TV"),
        ("Rebel fire kills three in Aleppo state media", " state media"),
        ("Car bomb kills six in Homs NGO AFP Monday 17 Mar 2014 Six people", " NGO AFP"),
        ("Syrian jets bomb a market in Idlib Reuters Monday 17 Mar 2014 Six", " Reuters"),
    ],
)
def test_the_source_that_closes_a_headline_is_parted_from_it(text: str, source: str) -> None:
    """The range holds the words for the source, with the agency after it."""
    found = credit(text)
    assert found is not None
    assert text[slice(*found)] == source


@pytest.mark.parametrize(
    "text",
    [
        "The Council set up a body to monitor Reuters reports of air strikes in Homs.",
        "Ten died in Idlib on Friday according to the Syrian Observatory. Six were children.",
        "Russia bombed Idlib on Friday, said the monitor. The army denied it.",
        "The United Nations will send a monitor to Idlib on Friday.",
    ],
)
def test_a_source_within_a_sentence_stays_there(text: str) -> None:
    """What a verb or a preposition governs closes no headline."""
    assert credit(text) is None
