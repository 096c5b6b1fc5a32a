"""What was searched."""

from dataclasses import replace

import pytest

from remnant.model.searching import Search, standing

ONE = Search(
    id="s-1",
    place="mfa.gov.az",
    languages=("az", "sr-Latn"),
    until="2020-12-31",
    by="E. K.",
    at="2021-01-05T10:00:00Z",
)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("place", " ", "needs a place"),
        ("by", "", "needs a person"),
        ("languages", (), "at least one language"),
        ("languages", ("English",), "not a language tag"),
        ("until", "yesterday", "not a date"),
        ("since", "2020-13", "no calendar"),
        ("found", -1, "cannot have found"),
        ("at", "2021-01-05", "not a moment"),
    ],
)
def test_a_search_says_where_in_what_language_and_until_when(
    field: str, value: object, words: str
) -> None:
    """A record of a search that leaves out what makes it worth something is refused."""
    with pytest.raises(ValueError, match=words):
        replace(ONE, **{field: value})  # type: ignore[arg-type] # one field at a time


def test_none_found_is_not_the_same_as_not_counted() -> None:
    """A search that found nothing says 0; one whose finds were not counted says nothing."""
    assert replace(ONE, found=0).found == 0
    assert ONE.found is None


def test_a_corrected_search_no_longer_stands() -> None:
    """The later one replaces it, from when it was recorded."""
    later = replace(ONE, id="s-2", corrects="s-1", at="2021-02-01T10:00:00Z")

    assert standing((ONE, later)) == (later,)
    assert standing((ONE, later), by="2021-01-31T00:00:00Z") == (ONE,)
    assert standing((ONE, later), by="2020-01-01T00:00:00Z") == ()
