"""Values in plain English, for the sentences that a reader sees. A bound is never dropped."""

import calendar
from collections.abc import Sequence

from remnant.model.value import DateInterval, Quantity

YEAR_ONLY = 1
YEAR_AND_MONTH = 2


def date_words(date: DateInterval | None) -> str:
    """Write a date as a reader expects it, no more precise than it is known."""
    if date is None:
        return "date not known"
    first, slash, last = date.edtf.partition("/")
    if not slash:
        return _day_words(first)
    if first == "..":
        return f"until {_day_words(last)}"
    if last == "..":
        return f"since {_day_words(first)}"
    return _interval_words(first, last)


def dated(date: DateInterval) -> str:
    """Write a date with its preposition: `on 28 October 2020`, `in October 2020`."""
    first, slash, last = date.edtf.partition("/")
    if not slash:
        return f"{'on' if first.count('-') == YEAR_AND_MONTH else 'in'} {_day_words(first)}"
    if ".." in (first, last):
        return date_words(date)
    return f"between {_day_words(first)} and {_day_words(last)}"


def _interval_words(first: str, last: str) -> str:
    start, end = first.split("-"), last.split("-")
    full = len(start) == len(end) == YEAR_AND_MONTH + 1
    if full and start[:2] == end[:2]:
        return f"{int(start[2])}–{_day_words(last)}"
    if full and start[0] == end[0]:
        return f"{int(start[2])} {_month(start)} – {_day_words(last)}"
    if len(start) == len(end) == YEAR_AND_MONTH and start[0] == end[0]:
        return f"{_month(start)}–{_day_words(last)}"
    return f"{_day_words(first)} – {_day_words(last)}"


def _day_words(day: str) -> str:
    fields = day.split("-")
    unknown = fields[0] == "XXXX"
    if len(fields) == YEAR_ONLY:
        return "year not known" if unknown else fields[0]
    words = _month(fields)
    if len(fields) > YEAR_AND_MONTH:
        words = f"{int(fields[2])} {words}"
    return f"{words}, year not known" if unknown else f"{words} {fields[0]}"


def _month(fields: list[str]) -> str:
    return calendar.month_name[int(fields[1])]


def number(quantity: Quantity) -> str:
    """Return a quantity in words: `21`, `at least 21`, `up to 10`, `14 to 21`."""
    least, most = quantity.minimum, quantity.maximum
    if least is None and most is None:
        return "an unknown number"
    if least is None:
        return f"up to {most}"
    if most is None:
        return f"at least {least}"
    return str(least) if least == most else f"{least} to {most}"


def counted(amount: int, one: str, many: str = "") -> str:
    """Write a count with its noun: `1 claim`, `2 claims`."""
    return f"{amount:,} {one if amount == 1 else many or one + 's'}"


def listed(names: Sequence[str], last: str = "and") -> str:
    """Return names as `A, B and C`."""
    if len(names) < 2:  # noqa: PLR2004 - one name needs no joining
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def capital(sentence: str) -> str:
    """Return the sentence with a capital first letter."""
    return sentence[:1].upper() + sentence[1:]
