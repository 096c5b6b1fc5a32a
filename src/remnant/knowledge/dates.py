"""The grammar of date expressions in English: where they stand and what they say.

`find_dates` says what the words say and no more: a day without a year stays without,
and `yesterday` stays relative. `remnant.knowledge.reckoning` turns an expression into
an interval once the date of publication and the year in question are known.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from remnant.knowledge.calendar_words import (
    ATOM,
    COUNT,
    DASH,
    DAY,
    DAY_LIST,
    MONTH,
    SPOKEN,
    TO,
    UNIT,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    Calendar,
    DateExpression,
    Day,
    Relative,
    read_days,
    read_decade,
    read_lone,
    read_months,
    read_numeric,
    read_pair,
    read_part,
    read_past,
    read_range,
    read_single,
    read_span,
    read_stretch,
    read_told,
    read_week,
    read_weekday,
    read_word,
    read_years,
)

__all__ = ["Calendar", "DateExpression", "Day", "Relative", "find_dates"]

Rule = Callable[[re.Match[str]], tuple[Calendar | Relative, ...]]


def find_dates(text: str) -> tuple[DateExpression, ...]:
    """Return the date expressions of a text, in order; they do not overlap.

    A list such as `27 September, 3 October, and 4 October 2020` gives one expression per
    date, each with the year.
    """
    found: list[DateExpression] = []
    taken = 0
    for match in _ANY.finditer(text):
        if match.start() < taken:
            continue
        expression = _read(text, match)
        if expression is not None:
            found.append(expression)
            taken = expression.end
    return _share_years(text, found)


def _read(text: str, match: re.Match[str]) -> DateExpression | None:
    for pattern, rule in _RULES:
        closer = pattern.match(text, match.start())
        if closer is not None and (meanings := rule(closer)):
            words = closer.group().rstrip(" ,")
            return DateExpression(match.start(), match.start() + len(words), words, meanings)
    return None


def _share_years(text: str, found: list[DateExpression]) -> tuple[DateExpression, ...]:
    """Give each date of a list the year said at its end."""
    shared = list(found)
    for left, right in reversed(list(pairwise(range(len(found))))):
        gap = text[shared[left].end : shared[right].start]
        if _JOINT.fullmatch(gap) and (year := _year_of(shared[right])):
            meanings = tuple(_with_year(one, year) for one in shared[left].meanings)
            shared[left] = replace(shared[left], meanings=meanings)
    return tuple(shared)


_JOINT = re.compile(r",?\s?(?:and|or|to|-|\u2013)?\s?(?:on\s)?")


def _year_of(expression: DateExpression) -> int | None:
    one = expression.meanings[0]
    return one.first.year if isinstance(one, Calendar) and one.first.month else None


def _with_year(one: Calendar | Relative, year: int) -> Calendar | Relative:
    if isinstance(one, Relative) or one.first.year or one.first.month is None:
        return one
    return replace(one, first=replace(one.first, year=year), last=replace(one.last, year=year))


_NAMED = rf"(?:(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?),?\s(?:\()?)?"
_TIME = r"(?:day|morning|afternoon|evening|night)"
_ENDS = r"(?=\s*(?:$|[,.;:)]|(?:in|at|near|when|and|but|by|on|as)\b))"
_PARTED = r"(?:(?:early|late|mid|the\send\sof|the\sbeginning\sof|the\sstart\sof)[\s-])?"
_RULES: tuple[tuple[re.Pattern[str], Rule], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE if plain else 0), rule)
    for pattern, rule, plain in (
        (
            r"\b(?P<year>(?:19|20)\d\d)(?P<apart>[-/])(?P<month>[01]\d)(?P=apart)(?P<day>[0-3]\d)(?!\d)",
            read_numeric,
            False,
        ),
        (
            r"\b(?P<day>1[3-9]|2\d|3[01])/(?P<month>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)(?![\d/])",
            read_numeric,
            False,
        ),
        (
            r"\b(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.(?P<year>(?:19|20)\d\d)(?!\d)",
            read_numeric,
            False,
        ),
        (
            (
                rf"\b(?:the\s)?(?P<ordinal>first|second|third|fourth|last|final|opening)\s"
                rf"(?:(?P<count>{COUNT})\s)?(?P<unit>weeks?|days?)\sof\s"
                rf"(?P<month>{MONTH}),?(?:\s(?P<year>{YEAR}))?"
            ),
            read_week,
            True,
        ),
        (
            (
                rf"\b(?:the\s)?(?P<ordinal>first|last)\s(?P<count>{COUNT})\smonths\sof\s"
                rf"(?P<year>{YEAR})"
            ),
            read_stretch,
            True,
        ),
        (
            r"\b(?:the\s)?(?:(?:early|mid|late)[-\s](?:to[-\s]late[-\s])?)?(?P<decade>(?:19|20)\d0)['’]?s\b",
            read_decade,
            True,
        ),
        (
            (
                rf"\b(?P<first>{MONTH})\s(?:and|or)\s(?P<last>{MONTH})\s(?P<year>{YEAR})"
                rf"(?!\s\d{{1,2}}\b)"
            ),
            read_pair,
            False,
        ),
        (
            (
                rf"\b(?:the\s)?(?P<part>first\shalf|second\shalf|first\squarter|last\squarter|spring"
                rf"|summer|autumn|fall|winter)(?:\sof)?\s(?P<year>{YEAR})"
            ),
            read_part,
            True,
        ),
        (
            (
                rf"\b(?:the\s)?(?:night\sof\s|nights?\sof\s|between\s|from\s)?{_NAMED}"
                rf"(?P<days>{DAY}{TO}{DAY}|{DAY_LIST})\s(?:of\s)?(?P<month>{MONTH}),?"
                rf"(?:\s(?P<year>{YEAR}))?"
            ),
            read_days,
            False,
        ),
        (
            (
                rf"\b(?:between\s|from\s)?{_NAMED}(?P<month>{MONTH})\s"
                rf"(?P<days>{DAY}{TO}{DAY}|{DAY_LIST})(?!\s{MONTH})(?:,?\s(?P<year>{YEAR}))?"
            ),
            read_days,
            False,
        ),
        (
            (
                rf"\b(?:between\s|from\s|night\sof\s)?(?P<first>{MONTH}){DASH}(?P<last>{MONTH})"
                rf"(?:,?\s(?P<year>{YEAR}))?(?!\s\d{{1,2}}\b)"
            ),
            read_months,
            False,
        ),
        (rf"\b(?P<first>{YEAR}){DASH}(?P<last>{YEAR}|\d\d)(?!\d|-)", read_years, False),
        (
            rf"\b[Bb]etween\s{_NAMED}(?P<first>{ATOM})\sand\s{_NAMED}(?P<last>{ATOM})",
            read_range,
            False,
        ),
        (
            (
                rf"\b[Ff]rom\s{_NAMED}(?P<first>{ATOM})\s?(?:to|until|till|through|[-\u2013])\s?"
                rf"{_NAMED}(?P<last>{ATOM})"
            ),
            read_range,
            False,
        ),
        (
            (
                rf"\b{_NAMED}(?P<first>{DAY}\s{MONTH}(?:\s{YEAR})?)\s?(?:to|until|till|[-\u2013/])\s?"
                rf"(?P<last>{DAY}\s{MONTH}(?:\s{YEAR})?)"
            ),
            read_range,
            False,
        ),
        (
            (
                rf"\b{_NAMED}(?P<first>{MONTH}\s(?:{DAY}|{YEAR})(?:,\s{YEAR})?)\s?"
                rf"(?:to|until|till|through|[-\u2013])\s?"
                rf"(?P<last>{MONTH}\s(?:{DAY}(?:,\s{YEAR})?|{YEAR}))"
            ),
            read_range,
            False,
        ),
        (
            (
                rf"\b(?P<word>[Ss]ince\s|[Uu]ntil\s|[Tt]ill\s)?(?:the\s)?{_PARTED}{_NAMED}(?P<date>{DAY}\s(?:of\s)?"
                rf"{MONTH}(?:,?\s{YEAR})?|{MONTH}\s{DAY}(?:,?\s{YEAR})?|{MONTH},?\s(?:of\s)?{YEAR})"
                rf"(?:\sonwards?)?"
            ),
            read_single,
            False,
        ),
        (
            rf"\b(?P<word>[Ss]ince\s|[Uu]ntil\s|[Tt]ill\s)(?:the\s)?{_PARTED}(?P<date>{YEAR}|{MONTH})\b",
            read_single,
            False,
        ),
        (rf"(?<=\b[Ff]rom\s)(?P<date>{YEAR})\sonwards?", read_single, False),
        (
            rf"(?<![\d/\-.$#:])\b(?:(?:mid|early|late)-)?(?P<date>{YEAR})\b(?![/\d%])",
            read_single,
            False,
        ),
        (
            (
                r"\b(?P<date>(?:January|February|April|June|July|August|September|October|November"
                r"|December))\b"
            ),
            read_single,
            False,
        ),
        (
            r"(?<=\b[Ii]n\s)(?P<date>March|May)\b|(?<=\b[Ll]ast\s)(?P<later>March|May)\b",
            lambda match: read_single(match) if match["date"] else read_lone(match["later"]),
            False,
        ),
        (
            (
                rf"\b(?P<which>last\s|this\s|next\s|coming\s|since\s)?(?P<weekday>{WEEKDAY})"
                rf"(?:\s(?:morning|night|evening|afternoon))?\b(?!s)"
            ),
            read_weekday,
            True,
        ),
        (
            rf"\b(?:the\s|over\sthe\s|in\sthe\s)?(?:last|past)\s(?P<count>{COUNT}\s)?(?P<unit>{UNIT})\b(?!\sof\b)",
            read_past,
            True,
        ),
        (rf"\b(?P<count>{COUNT})\s(?P<unit>{UNIT})\s(?P<ago>ago)\b", read_span, True),
        (
            (
                rf"\b(?:the\s(?=next|following|previous|preceding|same|subsequent)"
                rf"|(?:later\s|earlier\s)?(?=that\s))"
                rf"(?P<way>next|following|previous|preceding|same|subsequent|that\s+same|that)"
                rf"\s{_TIME}\b"
            ),
            read_told,
            True,
        ),
        (rf"\bthe\s{_TIME}\s(?P<way>before|after){_ENDS}", read_told, True),
        (rf"\b(?P<count>{COUNT})\sdays?\s(?P<way>later|earlier){_ENDS}", read_told, True),
        (
            r"\b(?:" + "|".join(sorted(map(re.escape, SPOKEN), key=len, reverse=True)) + r")\b",
            read_word,
            True,
        ),
    )
)


_FIRST_WORDS = (
    *("since", "until", "till", "between", "from", "the", "over", "yesterday", "today", "tonight"),
    *(
        "this",
        "earlier",
        "tomorrow",
        "last",
        "past",
        "overnight",
        "next",
        "coming",
        "first",
    ),
    *("second", "third", "fourth", "final", "opening", "spring", "summer", "autumn", "fall"),
    *("winter", "early", "late", "mid", "night", "nights", "in", "one", "two", "three", "four"),
    *("five", "six", "seven", "eight", "nine", "ten", "a", "an", "few", "several", "couple"),
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept"),
    *("sep", "oct", "nov", "dec", *WEEKDAYS, "mon", "tues?", "wed", "thurs?", "thur", "fri", "sat"),
    "sun",
    r"that(?=\s(?:same\s)?(?:day|morning|afternoon|evening|night)\b)",
    r"later(?=\sthat\s)",
)
_ANY = re.compile(rf"\b(?:\d|(?:{'|'.join(_FIRST_WORDS)})\b)", re.IGNORECASE)
"""Where a date expression can begin: found first, because trying every rule is slow."""
