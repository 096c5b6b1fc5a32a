"""The grammar of date expressions."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remnant.knowledge.dates import find_dates
from remnant.knowledge.reckoning import interpret

PUBLISHED = date(2020, 10, 20)


def edtf(text: str, *, published: date | None = PUBLISHED, year: int | None = None) -> list[str]:
    """Return all dates of a text in EDTF."""
    return [
        interval.edtf
        for expression in find_dates(text)
        for interval in interpret(expression, published=published, year=year)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 27 September, 3 October, and 4 October", ["2020-09-27", "2020-10-03", "2020-10-04"]),
        ("3 and 4 October", ["2020-10-03", "2020-10-04"]),
        ("in the first week of April 2016", ["2016-04-01/2016-04-07"]),
        ("the last two weeks of March 2017", ["2017-03-18/2017-03-31"]),
        ("the first day of October", ["2020-10-01"]),
        ("the last days of the war", []),
        ("the first days of October", ["2020-10-01/2020-10-07"]),
        ("the last ten days of September", ["2020-09-21/2020-09-30"]),
        ("in September\u2013October 2020", ["2020-09/2020-10"]),
        ("in 2008\u20132009", ["2008/2009"]),
        ("on the night of 4 to 5 April 2017", ["2017-04-04/2017-04-05"]),
        ("between 27 September and 10 November 2020", ["2020-09-27/2020-11-10"]),
        ("since 2015", ["2015/.."]),
        ("until 2019", ["../2019"]),
        ("April 4, 2017", ["2017-04-04"]),
        ("Oct. 4", ["2020-10-04"]),
        (
            "on 4, 5, 8, 11 and 17 October 2020",
            [f"2020-10-{day}" for day in ["04", "05", "08", "11", "17"]],
        ),
        ("December 2016 to January 2017", ["2016-12/2017-01"]),
        ("7.12.2020", ["2020-12-07"]),
        ("2020-10-03", ["2020-10-03"]),
        ("in the second half of 2016", ["2016-07/2016-12"]),
        ("in summer 2016", ["2016-06/2016-08"]),
        ("in the late 1990s", ["1990/1999"]),
        ("in the first six months of 2024", ["2024-01/2024-06"]),
        ("the last three months of 2019", ["2019-10/2019-12"]),
        ("the night of 31 December 2022/1 January 2023", ["2022-12-31/2023-01-01"]),
        ("the night of 30/31 May 2014", ["2014-05-30/2014-05-31"]),
        ("on 6 or 7 March 2022", ["2022-03-06/2022-03-07"]),
        ("in September and October 2020", ["2020-09/2020-10"]),
        ("in May and July 2017", ["2017-05", "2017-07"]),
        ("by mid-2015", ["2015"]),
        ("Sun Apr 24 2016", ["2016-04-24"]),
        ("24/04/2016 and 2016/04/25", ["2016-04-24", "2016-04-25"]),
        ("4/7/2017", []),
        ("2000 people and 2,016 homes", []),
        ("He may march on", []),
        ("on 31 February", ["2020-02"]),
    ],
)
def test_words_give_their_interval(text: str, expected: list[str]) -> None:
    """A date expression gives the interval its words say, and no more precise one."""
    assert edtf(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("yesterday", "2020-10-19"),
        ("on Tuesday", "2020-10-20"),
        ("last Tuesday", "2020-10-13"),
        ("on Saturday", "2020-10-17"),
        ("overnight", "2020-10-19/2020-10-20"),
        ("this week", "2020-10-19/2020-10-20"),
        ("last week", "2020-10-12/2020-10-18"),
        ("in the last two months", "2020-08-20/2020-10-20"),
        ("two days ago", "2020-10-18"),
        ("last month", "2020-09"),
        ("over the weekend", "2020-10-17/2020-10-18"),
        ("on 30 November", "2019-11-30"),
        ("since 19 September", "2020-09-19/2020-10-20"),
    ],
)
def test_relative_words_are_told_from_publication(text: str, expected: str) -> None:
    """Relative words and dates without a year are read from the day of publication."""
    assert edtf(text) == [expected]


def test_a_year_that_cannot_be_known_stays_open() -> None:
    """Without publication or context, a month keeps an open year, and `yesterday` gives nothing."""
    assert edtf("In December, and yesterday", published=None) == ["XXXX-12"]
    assert edtf("on 30 November", published=None, year=2016) == ["2016-11-30"]


def test_expressions_stand_where_they_say() -> None:
    """The offsets of an expression cut out its words."""
    text = "Stepanakert on 27 September, and Hadrut on 3 and 4 October 2020."
    for found in find_dates(text):
        assert text[found.start : found.end] == found.text


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2049, 12, 31)))
def test_a_full_date_gives_itself(day: date) -> None:
    """A date written out in full is read as that day, whatever the day of publication."""
    months = "January February March April May June July August September October November December"
    words = f"{day.day} {months.split()[day.month - 1]} {day.year}"
    assert edtf(words) == [day.isoformat()]


@given(st.text(alphabet="0123456789 -\u2013,.and toOctMaysinceTuesdaylastweek", max_size=40))
def test_intervals_never_run_backwards(text: str) -> None:
    """Whatever the text, the earliest day is not after the latest."""
    for expression in find_dates(text):
        for interval in interpret(expression, published=PUBLISHED):
            if interval.earliest is not None and interval.latest is not None:
                assert interval.earliest <= interval.latest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The next day, shells fell", ["2022-03-10"]),
        ("the following morning", ["2022-03-10"]),
        ("That evening, ships came", ["2022-03-09"]),
        ("on the same day", ["2022-03-09"]),
        ("Later that day, it rained", ["2022-03-09"]),
        ("the previous day", ["2022-03-08"]),
        ("the day before, it had", ["2022-03-08"]),
        ("two days later, they left", ["2022-03-11"]),
        ("a day earlier.", ["2022-03-08"]),
        ("the day before the attack", []),
        ("the same days", []),
    ],
)
def test_days_are_counted_from_the_one_told_last(text: str, expected: list[str]) -> None:
    """Words that count from a day told before give nothing without it, and its day with it."""
    found = find_dates(text)
    told = date(2022, 3, 9)
    assert [one.edtf for e in found for one in interpret(e, told=told)] == expected
    assert [one for e in found for one in interpret(e, published=PUBLISHED)] == []
