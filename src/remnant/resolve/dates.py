"""Dates: the words of a date to EDTF intervals, with the year and day filled from context."""

import re
from datetime import date

from remnant.knowledge.dates import DateExpression, find_dates
from remnant.knowledge.reckoning import interpret, is_told, looks_back
from remnant.model.claim import Claim, Mention
from remnant.model.resolution import Resolution
from remnant.model.value import DateInterval
from remnant.resolve.context import Context
from remnant.resolve.reasons import one, settled, words_of

_SINCE = re.compile(r"\bsince\b[^.;:!?\n\d]{0,110}$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s$", re.IGNORECASE)
_TO_NOW = re.compile(
    r"\s?(?:\([^()]{1,80}\)\s?)?(?:up\s)?(?:(?:to|until|till)\s(?:date|now|today|the\spresent|this\sday)|onwards?)\b",
    re.IGNORECASE,
)
"""What makes the day before it the beginning of a time: `from 10 June to date`."""

_BEFORE = 120
_AROUND = 25
_REACH = 4000
"""How far back, in characters, the day may stand from which `the next day` is counted."""


def dates(claim: Claim, mention: Mention, context: Context) -> tuple[Resolution, ...]:
    """Return the intervals that the words give, one resolution for each of a list of days."""
    found = [
        interval
        for expression in _expressions(mention, context)
        for interval in _read(expression, mention, context, claim.passage.start)
    ]
    sentence = "The words give this date, read with the context of the document."
    words = mention.span.quote
    return tuple(
        settled(claim, mention, one(interval, "date", sentence, words))
        for interval in dict.fromkeys(found)
    )


def _expressions(mention: Mention, context: Context) -> tuple[DateExpression, ...]:
    """Return the date expressions of the mention, widened to the whole expression around it."""
    inside = find_dates(words_of(mention))
    if mention.referent is not None:
        return inside
    span, text = mention.span, context.document.text
    start = max(0, span.start - _AROUND)
    while start and text[start - 1].isalnum():
        start -= 1
    around = tuple(
        expression
        for expression in find_dates(text[start : span.end + _AROUND])
        if expression.start + start < span.end and span.start < expression.end + start
    )
    same = len(around) == len(inside)
    return around if (same or not inside) and around else inside


def _read(
    expression: DateExpression, mention: Mention, context: Context, passage: int
) -> tuple[DateInterval, ...]:
    at = mention.referent.start if mention.referent is not None else mention.span.start
    year = None if expression.has_year else _year(at, context)
    told = _told_before(at, context) if any(map(is_told, expression.meanings)) else None
    intervals = interpret(expression, published=context.published, year=year, told=told)
    begin = max(0, at - _BEFORE)
    before = context.document.text[begin:at]
    found = _SINCE.search(before)
    opening = found is not None and found.group().startswith("S")
    own = passage < at and not mention.carried and not opening
    begun = found is not None and not (own and begin + found.start() < passage)
    since = begun or (_FROM.search(before) and _runs_on(mention, context))
    if len(intervals) == 1 and since and "/" not in intervals[0].edtf:
        return (_opened(intervals[0], context),)
    return intervals


def _runs_on(mention: Mention, context: Context) -> bool:
    """Say whether `to date` or `onwards` stands after the words of a date."""
    end = (mention.referent or mention.span).end
    return _TO_NOW.match(context.document.text, end) is not None


def _told_before(offset: int, context: Context) -> date | None:
    """Return the day told last before an offset: what `the next day` is counted from."""
    start = max(0, offset - _REACH)
    for found in reversed(find_dates(context.document.text[start:offset])):
        if any(map(looks_back, found.meanings)):
            continue
        at = start + found.start
        year = None if found.has_year else _year(at, context)
        told = _told_before(at, context) if any(map(is_told, found.meanings)) else None
        days = interpret(found, published=context.published, year=year, told=told)
        for interval in reversed(days):
            if interval.days == 1:
                return interval.earliest
    return None


def _year(offset: int, context: Context) -> int | None:
    """Return the year for a date without one; news tell of the time before publication."""
    if context.fresh and context.published is not None:
        return None
    return context.year_at(offset)


def _opened(interval: DateInterval, context: Context) -> DateInterval:
    """Return the interval from a date on: to publication for a day in news, else without end."""
    published = context.published if context.fresh else None
    if published is not None and interval.days == 1 and interval.edtf <= published.isoformat():
        return DateInterval(f"{interval.edtf}/{published.isoformat()}")
    return DateInterval(f"{interval.edtf}/..")
