"""Reckoning: from what a date expression says to an interval, once the context is known."""

import calendar
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from remnant.knowledge.dates import Calendar, DateExpression, Day, Relative
from remnant.model.value import DateInterval

WEEK = 7
_YEAR_MONTHS = 12


def interpret(
    expression: DateExpression,
    *,
    published: date | None = None,
    year: int | None = None,
    told: date | None = None,
) -> tuple[DateInterval, ...]:
    """Return the intervals that an expression stands for, in the order of the words.

    Args:
        expression: What the words say.
        published: The day of publication, from which `yesterday` is told.
        year: The year in question, from a heading or a dated sentence nearby; it wins over
            the most recent past of the day of publication.
        told: The day told last before the words, from which `the next day` is told.

    Words told from the day of publication give nothing when that day is unknown. A date
    whose year cannot be known keeps it open, as `XXXX-11-30`.
    """
    found = (
        _interval(one, told if is_told(one) else published, year) for one in expression.meanings
    )
    return tuple(dict.fromkeys(one for one in found if one is not None))


def is_told(one: Calendar | Relative) -> bool:
    """Say whether a date is counted from one told before it: `the next day`."""
    return isinstance(one, Relative) and one.rule == "told"


def looks_back(one: Calendar | Relative) -> bool:
    """Say whether a date only looks back from the one told before it: `the previous day`."""
    return isinstance(one, Relative) and one.rule == "told" and one.number < 0


def _interval(
    one: Calendar | Relative, published: date | None, year: int | None
) -> DateInterval | None:
    if isinstance(one, Relative):
        return None if published is None else _RULES[one.rule](one, published)
    first, last = one.first, one.last
    if first.year is None:
        chosen = year if year is not None else _recent(last, published)
        if chosen is None:
            return _yearless(first, last)
        crossing = first.month is not None and last.month is not None and first.month > last.month
        first = replace(first, year=chosen - crossing)
        last = replace(last, year=chosen if last.year is None else last.year)
    return _written(one, _fit(first), _fit(last), published)


def _written(one: Calendar, first: Day, last: Day, published: date | None) -> DateInterval | None:
    start, end = _edtf(first), _edtf(last)
    if one.opened:
        recent = published is not None and first.day is not None and start <= published.isoformat()
        return DateInterval(f"{start}/{published.isoformat() if published and recent else '..'}")
    if one.closed:
        return DateInterval(f"../{end}")
    if start == end:
        return DateInterval(start)
    span = DateInterval(f"{start}/{end}")
    if span.earliest is not None and span.latest is not None and span.earliest > span.latest:
        return None
    return span


def _recent(day: Day, published: date | None) -> int | None:
    """Return the year of the most recent such date that is not after publication."""
    if published is None or day.month is None:
        return None
    this = (day.month, day.day or 1) <= (published.month, published.day)
    return published.year if this else published.year - 1


def _yearless(first: Day, last: Day) -> DateInterval | None:
    if first.month is None or first != last:
        return None
    return DateInterval(_edtf(first))


def _fit(day: Day) -> Day:
    """Shorten a day that its month does not have: 29 February of most years."""
    if day.year is None or day.month is None or day.day is None:
        return day
    return replace(day, day=min(day.day, calendar.monthrange(day.year, day.month)[1]))


def _edtf(day: Day) -> str:
    parts = ["XXXX" if day.year is None else f"{day.year:04}"]
    parts += [f"{part:02}" for part in (day.month, day.day) if part is not None]
    return "-".join(parts)


def _on(day: date) -> DateInterval:
    return DateInterval(day.isoformat())


def _between(first: date, last: date) -> DateInterval:
    return _on(first) if first == last else DateInterval(f"{first.isoformat()}/{last.isoformat()}")


def _weekday(one: Relative, published: date) -> DateInterval:
    back = (published.weekday() - one.number) % WEEK or (WEEK if one.strict else 0)
    day = published - timedelta(days=back)
    return _between(day, published) if one.opened else _on(day)


def _next_weekday(one: Relative, published: date) -> DateInterval:
    return _on(published + timedelta(days=(one.number - published.weekday()) % WEEK or WEEK))


def _day(one: Relative, published: date) -> DateInterval:
    return _on(published + timedelta(days=one.number))


def _night(_: Relative, published: date) -> DateInterval:
    return _between(published - timedelta(days=1), published)


def _week(one: Relative, published: date) -> DateInterval:
    monday = published - timedelta(days=published.weekday()) + timedelta(weeks=one.number)
    return _between(monday, min(published, monday + timedelta(days=WEEK - 1)))


def _weekend(_: Relative, published: date) -> DateInterval:
    back = (published.weekday() - 5) % WEEK
    saturday = published - timedelta(days=back)
    return _between(saturday, min(published, saturday + timedelta(days=1)))


def _month(one: Relative, published: date) -> DateInterval:
    return DateInterval(_months_from(published, one.number).isoformat()[: len("2020-10")])


def _year(one: Relative, published: date) -> DateInterval:
    return DateInterval(f"{published.year + one.number:04}")


def _past(one: Relative, published: date) -> DateInterval:
    return _between(_before(one, published), published)


def _ago(one: Relative, published: date) -> DateInterval:
    day = _before(one, published)
    if one.unit == "year":
        return DateInterval(f"{day.year:04}")
    return DateInterval(day.isoformat()[:7]) if one.unit == "month" else _on(day)


def _before(one: Relative, published: date) -> date:
    if one.unit in {"month", "year"}:
        return _months_from(published, -one.number * (_YEAR_MONTHS if one.unit == "year" else 1))
    return published - timedelta(days=one.number * (WEEK if one.unit == "week" else 1))


def _months_from(day: date, months: int) -> date:
    total = day.year * _YEAR_MONTHS + day.month - 1 + months
    year, month = total // _YEAR_MONTHS, total % _YEAR_MONTHS + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


_RULES: dict[str, Callable[[Relative, date], DateInterval]] = {
    "weekday": _weekday,
    "next weekday": _next_weekday,
    "day": _day,
    "told": _day,
    "night": _night,
    "week": _week,
    "weekend": _weekend,
    "month": _month,
    "year": _year,
    "past": _past,
    "ago": _ago,
}
