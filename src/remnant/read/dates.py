"""Dates as documents print them, given in EDTF."""

import calendar
import re
from datetime import date

_MONTHS = {
    name.casefold(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}

_MONTH = r"(?:" + "|".join(sorted(_MONTHS, key=lambda name: (-len(name), name))) + r")\b\.?"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s+)?"
_YEAR = r"(?:1[89]|20)\d{2}"

DATE = (
    rf"{_WEEKDAY}(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+{_YEAR}"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+{_YEAR}"
    rf"|{_YEAR}-\d{{2}}-\d{{2}}|{_MONTH}\s+{_YEAR}|\d{{1,2}}[./]\d{{1,2}}[./]{_YEAR})"
)
"""Pattern of one date. Match it without regard to case."""

_DAY_FIRST = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?\s+({_MONTH}),?\s+({_YEAR})", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"({_MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+({_YEAR})", re.IGNORECASE)
_ISO = re.compile(rf"({_YEAR})-(\d{{2}})-(\d{{2}})")
_MONTH_ONLY = re.compile(rf"({_MONTH})\s+({_YEAR})", re.IGNORECASE)
_FIGURES = re.compile(rf"(\d{{1,2}})[./](\d{{1,2}})[./]({_YEAR})")
_LAST_MONTH = 12


def edtf_of(words: str) -> str | None:
    """Return the first date in the words as EDTF, as precise as printed; `None` if there is none.

    Figures alone, as in `03/04/2016`, are a day only if the order of day and month is
    certain; otherwise only their year is.
    """
    if match := _ISO.search(words):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_FIRST.search(words):
        return _day(int(match[3]), _month(match[2]), int(match[1]))
    if match := _MONTH_FIRST.search(words):
        return _day(int(match[3]), _month(match[1]), int(match[2]))
    if match := _MONTH_ONLY.search(words):
        return f"{match[2]}-{_month(match[1]):02}"
    if match := _FIGURES.search(words):
        return _from_figures(int(match[1]), int(match[2]), int(match[3]))
    return None


def _month(name: str) -> int:
    return _MONTHS[name.rstrip(".").casefold()]


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _from_figures(first: int, second: int, year: int) -> str | None:
    if first == second:
        return _day(year, first, second)
    if first > _LAST_MONTH:
        return _day(year, second, first)
    if second > _LAST_MONTH:
        return _day(year, first, second)
    return str(year)
