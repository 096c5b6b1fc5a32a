import pytest
from hypothesis import given
from hypothesis import strategies as st

from remnant.publish.pages.masking import BLOCK, contacts, publishable


@given(st.text())
def test_offsets_hold(text: str) -> None:
    """What is published has as many characters as the text."""
    assert len(publishable(text)) == len(text)


@given(st.text())
def test_publishing_twice_changes_nothing(text: str) -> None:
    """Text that may be published stays as it is."""
    assert publishable(publishable(text)) == publishable(text)


@pytest.mark.parametrize(
    "contact",
    ["press@example.org", "+44 20 7946 0123", "+1 (202) 555-0143", "0041 22 920 03 25"],
)
def test_contacts_are_masked(contact: str) -> None:
    """E-mail addresses and international numbers become blocks of the same length."""
    assert publishable(f"Write to {contact} now") == f"Write to {BLOCK * len(contact)} now"


def test_a_number_after_a_word_for_telephone_is_masked() -> None:
    """A local number is masked where a word says that it is one."""
    assert publishable("Tel: 020 7946 0123") == f"Tel: {BLOCK * 13}"


@pytest.mark.parametrize(
    "text",
    [
        "in 2008–2009",
        "resolution 75/62 of 7 December 2020",
        "from 1988 to 1994, 10,000 people",
        "2020-10-28 2020-10-30",
        "RBK-250-275",
        "122mm, 300mm",
    ],
)
def test_dates_and_figures_stay(text: str) -> None:
    """Dates, counts, resolutions and weapons are no telephone numbers."""
    assert not contacts(text)


def test_overrides_and_controls_are_replaced() -> None:
    """Signs that turn the direction of writing, and controls, are shown as replaced."""
    assert publishable("a\u202eb\u0007c\nd") == "a\ufffdb\ufffdc\nd"
