"""The date between a headline and its text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remnant.extract.parsing.filing import filed


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
