import pytest

from remnant.model import words
from remnant.model.value import DateInterval, Quantity


@pytest.mark.parametrize(
    ("edtf", "written"),
    [
        ("2020-10-28", "28 October 2020"),
        ("2020-10", "October 2020"),
        ("2016", "2016"),
        ("2016-04-01/2016-04-07", "1–7 April 2016"),
        ("2020-09-27/2020-11-10", "27 September – 10 November 2020"),
        ("2020-09/2020-10", "September–October 2020"),
        ("2008/2009", "2008 – 2009"),
        ("2015/..", "since 2015"),
        ("../2019", "until 2019"),
        ("XXXX-11-30", "30 November, year not known"),
        ("XXXX-12", "December, year not known"),
    ],
)
def test_dates_are_no_more_exact_than_they_are_known(edtf: str, written: str) -> None:
    """Each form of date is written as precisely as it is, and no more."""
    assert words.date_words(DateInterval(edtf)) == written


@pytest.mark.parametrize(
    ("edtf", "written"),
    [
        ("2020-10-28", "on 28 October 2020"),
        ("2020-10", "in October 2020"),
        ("2016", "in 2016"),
        ("2016-04-01/2016-04-07", "between 1 April 2016 and 7 April 2016"),
        ("2015/..", "since 2015"),
    ],
)
def test_a_date_in_a_sentence_has_its_preposition(edtf: str, written: str) -> None:
    """A day takes `on`, a month or a year `in`, an interval `between`."""
    assert words.dated(DateInterval(edtf)) == written


@pytest.mark.parametrize(
    ("quantity", "written"),
    [
        (Quantity(21, 21), "21"),
        (Quantity(21, None), "at least 21"),
        (Quantity(None, 10), "up to 10"),
        (Quantity(14, 21), "14 to 21"),
        (Quantity(None, None), "an unknown number"),
    ],
)
def test_bounds_are_said(quantity: Quantity, written: str) -> None:
    """A number is written with its bounds."""
    assert words.number(quantity) == written


def test_a_count_agrees_with_its_noun() -> None:
    """One document, two documents, two parties."""
    assert words.counted(1, "document") == "1 document"
    assert words.counted(2, "document") == "2 documents"
    assert words.counted(2, "party", "parties") == "2 parties"


def test_names_are_joined_as_a_list() -> None:
    """The last name stands behind `and`."""
    assert words.listed(("A", "B", "C")) == "A, B and C"
    assert words.listed(("A",)) == "A"
