"""The grammar of number expressions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remnant.knowledge.numbers import LARGEST, find_numbers, number_of, read_quantity


@pytest.mark.parametrize(
    ("text", "minimum", "maximum"),
    [
        ("at least 21", 21, None),
        ("more than 400", 401, None),
        ("over 350", 351, None),
        ("dozens", 24, None),
        ("scores", 40, None),
        ("hundreds", 200, None),
        ("thousands", 2000, None),
        ("tens of thousands", 20000, None),
        ("a dozen", 12, 12),
        ("more than a dozen airstrikes", 13, None),
        ("half a dozen", 6, 6),
        ("several rockets", 1, None),
        ("many", 1, None),
        ("up to 10", None, 10),
        ("fewer than 10", None, 9),
        ("around 60", 60, 60),
        ("two Danish journalists", 2, 2),
        ("27 civilians including three children", 27, 27),
        ("no casualties", 0, 0),
        ("no one was killed", 0, 0),
        ("between 20 and 30", 20, 30),
        ("20\u201330 people", 20, 30),
        ("twenty-one", 21, 21),
        ("two hundred and five", 205, 205),
        ("1.5 million", 1_500_000, 1_500_000),
        ("8,000 people", 8000, 8000),
        ("1 000 people", 1000, 1000),
        ("12\u00a0500 people", 12_500, 12_500),
        ("more than a quarter of a million people", 250_001, None),
        ("an adult", 1, 1),
        ("a 16-year-old boy", 1, 1),
        ("ten or more", 10, None),
    ],
)
def test_words_give_their_bounds(text: str, minimum: int | None, maximum: int | None) -> None:
    """Number words and figures are bounded as the guidelines say."""
    quantity = read_quantity(text)
    assert quantity is not None
    assert (quantity.minimum, quantity.maximum) == (minimum, maximum)


@pytest.mark.parametrize(
    "text", ["9N235", "RBK-250", "300 mm", "45%", "13:00", "[12]", "five-year-old", "no evidence"]
)
def test_designations_measures_and_times_are_no_numbers(text: str) -> None:
    """Figures that are part of something else are left alone."""
    assert find_numbers(text) == ()


@given(st.integers(min_value=0, max_value=10**9))
def test_a_figure_gives_itself(value: int) -> None:
    """A figure, with or without thousands separators, gives its own value."""
    assert number_of(str(value)) == value
    assert number_of(f"{value:,}") == value


@given(st.text(max_size=60))
def test_offsets_cut_out_the_words(text: str) -> None:
    """Whatever the text, an expression stands where it says."""
    for found in find_numbers(text):
        assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "words", ["1" * 5000, "at least " + "9" * 6000, "1," * 4000 + "000", "9" * 13]
)
def test_figures_that_count_nothing_are_no_numbers(words: str) -> None:
    """A figure of thousands of digits is garbage, and breaks nothing."""
    assert all((one.quantity.minimum or 0) <= LARGEST for one in find_numbers(words + " killed"))
    assert number_of(words.removeprefix("at least ")) is None
