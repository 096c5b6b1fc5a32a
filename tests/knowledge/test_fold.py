"""Folding of names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remnant.knowledge.fold import fold, plural, singular


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Xank\u0259ndi", "xankendi"),
        ("RBK\u2013500", "rbk 500"),
        ("Jane\u2019s", "janes"),
        ("U.S.", "us"),
        ("K\u0101n  Shaykh\u016bn", "kan shaykhun"),
        ("#Karabakh", "karabakh"),
    ],
)
def test_spellings_fold_to_one_form(text: str, folded: str) -> None:
    """Case, marks, dashes, apostrophes and points do not count."""
    assert fold(text) == folded


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded name is its own folded form."""
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("word", ["bomb", "submunition", "torch", "battery", "airstrike"])
def test_plural_and_singular_are_inverse(word: str) -> None:
    """The plural of a noun goes back to its singular."""
    assert singular(plural(word)) == word
