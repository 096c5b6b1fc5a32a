"""The grammar of date expressions in English: where they stand and what they say.

`find_dates` says what the words say and no more: a day without a year stays without,
and `yesterday` stays relative. `remnant.knowledge.reckoning` turns an expression into
an interval once the date of publication and the year in question are known.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}


@dataclass(frozen=True, slots=True)
class Day:
    """A date as far as the words give it.

    Attributes:
        year: Year, or `None` if not said.
        month: Month from 1 to 12, or `None`.
        day: Day of the month, or `None`.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar date or a range of them.

    Attributes:
        first: The date, or the first of the range.
        last: The last of the range; equal to `first` for a single date.
        opened: `since`: the range has no end.
        closed: `until`: the range has no beginning.
    """

    first: Day
    last: Day
    opened: bool = False
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Relative:
    """A date told from the day of publication.

    Attributes:
        rule: `weekday`, `day`, `night`, `week`, `month`, `year`, `weekend`, `past` or `ago`.
        number: Weekday from 0, an offset, or a number of units.
        unit: `day`, `week`, `month` or `year`, for `past` and `ago`.
        strict: `last Tuesday` is never today.
        opened: `since Tuesday`: to the day of publication.
    """

    rule: str
    number: int = 0
    unit: str = ""
    strict: bool = False
    opened: bool = False


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Words that give a date.

    Attributes:
        start: Offset of the first code point.
        end: Offset after the last.
        text: The words.
        meanings: What they say; several for a list of days.
    """

    start: int
    end: int
    text: str
    meanings: tuple[Calendar | Relative, ...]

    @property
    def has_year(self) -> bool:
        """Say whether the words themselves give the year."""
        return any(
            isinstance(one, Calendar) and one.first.year is not None for one in self.meanings
        )


_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.,]\d|:\d)"
_YEAR = r"(?:1[89]|20)\d\d(?!\d|[.,]\d{3}|\s?(?:mm|m|km|people|civilians|rockets|homes)\b)"
_TO = r"\s?(?:[-\u2013\u2014]|to|till|until|through|and)\s?"
_DASH = r"\s?[-\u2013\u2014]\s?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_LIST = rf"{_DAY}(?:,\s{_DAY})*,?\s(?:and|or|&)\s{_DAY}"
_ATOM = (
    rf"(?:{_DAY}\s(?:of\s)?{_MONTH},?(?:\s{_YEAR})?|{_MONTH}\s{_DAY}(?:,?\s{_YEAR})?"
    rf"|{_MONTH},?\s(?:of\s)?{_YEAR}|{_YEAR}|{_MONTH})"
)
_COUNT = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|a|an|few|several|couple of)"
_UNIT = r"(?:day|week|month|year|hour|decade)s?"

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


def month_number(word: str) -> int:
    """Return the number of a month from its name or abbreviation."""
    start = word.lower()[:3]
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(start))


def _atom(words: str) -> Day:
    """Read one calendar date from its words."""
    year = re.search(_YEAR, words)
    month = re.search(_MONTH, words)
    rest = words[: year.start()] + words[year.end() :] if year else words
    day = re.search(r"\d{1,2}", rest) if month else None
    return Day(
        int(year.group()) if year else None,
        month_number(month.group()) if month else None,
        int(day.group()) if day else None,
    )


def _valid(day: Day) -> bool:
    lengths = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return day.day is None or day.month is None or 1 <= day.day <= lengths[day.month - 1]


def _single(match: re.Match[str]) -> tuple[Calendar, ...]:
    day = _atom(match["date"])
    if not _valid(day):
        return ()
    words = (match.groupdict().get("word") or "").lower()
    opened = words.startswith("since") or match.group().rstrip().endswith(("onward", "onwards"))
    return (Calendar(day, day, opened=opened, closed=words.startswith(("until", "till"))),)


def _range(match: re.Match[str]) -> tuple[Calendar, ...]:
    first, last = _atom(match["first"]), _atom(match["last"])
    if first.month is None and last.month is not None and first.year is None:
        return ()
    if first.year is None:
        first = replace(first, year=last.year)
    if last.year is None and last.month is not None:
        last = replace(last, year=first.year)
    known = (
        (first.year, first.month or 1, first.day or 1),
        (last.year, last.month or 12, last.day or 31),
    )
    crossing = None not in (first.year, last.year) and known[0] > known[1]
    if crossing and first.year == last.year and first.year is not None:
        first = replace(first, year=first.year - 1)
        crossing = first.year is None
    return () if crossing or not (_valid(first) and _valid(last)) else (Calendar(first, last),)


def _years(match: re.Match[str]) -> tuple[Calendar, ...]:
    first, last = int(match["first"]), match["last"]
    year = int(last) if len(last) > len("99") else first // 100 * 100 + int(last)
    return (Calendar(Day(first), Day(year)),) if year > first else ()


def _months(match: re.Match[str]) -> tuple[Calendar, ...]:
    year = int(match["year"]) if match["year"] else None
    first, last = month_number(match["first"]), month_number(match["last"])
    early = year - 1 if year is not None and first > last else year
    return (Calendar(Day(early, first), Day(year, last)),)


def _days(match: re.Match[str]) -> tuple[Calendar, ...]:
    month = month_number(match["month"])
    year = int(match["year"]) if match["year"] else None
    days = [Day(year, month, int(one)) for one in re.findall(r"\d{1,2}", match["days"])]
    if not all(map(_valid, days)):
        return ()
    if re.search(_DASH + "|to|till|until|through|between", match["days"]):
        return (Calendar(days[0], days[-1]),)
    return tuple(Calendar(day, day) for day in days)


def _week(match: re.Match[str]) -> tuple[Calendar, ...]:
    month = month_number(match["month"])
    year = int(match["year"]) if match["year"] else None
    ordinal = match["ordinal"].lower()
    weeks = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4}
    if ordinal in weeks:
        end = 7 * weeks[ordinal]
        return (Calendar(Day(year, month, end - 6), Day(year, month, end)),)
    last = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    return (Calendar(Day(year, month, last - 6), Day(year, month, last)),)


def _part(match: re.Match[str]) -> tuple[Calendar, ...]:
    year, word = int(match["year"]), match["part"].lower()
    if word in SEASONS:
        first, last = SEASONS[word]
        return (Calendar(Day(year, first), Day(year, last)),)
    if word == "winter":
        return (Calendar(Day(year - 1, 12), Day(year, 2)),)
    months = {"first half": (1, 6), "second half": (7, 12), "first quarter": (1, 3)}
    first, last = months.get(word, (10, 12))
    return (Calendar(Day(year, first), Day(year, last)),)


def _iso(match: re.Match[str]) -> tuple[Calendar, ...]:
    day = Day(int(match["year"]), int(match["month"]), int(match["day"]))
    return (Calendar(day, day),) if day.month and day.month <= len(MONTHS) and _valid(day) else ()


def _weekday(match: re.Match[str]) -> tuple[Relative, ...]:
    number = WEEKDAYS.index(match["weekday"].lower())
    word = (match["which"] or "").lower()
    rule = "next weekday" if word.startswith(("next", "coming")) else "weekday"
    strict, since = word.startswith("last"), word.startswith("since")
    return (Relative(rule, number, strict=strict, opened=since),)


def _word(match: re.Match[str]) -> tuple[Relative, ...]:
    return (_WORDS[" ".join(match.group().lower().split())],)


def _span(match: re.Match[str]) -> tuple[Relative, ...]:
    unit = match["unit"].lower().rstrip("s")
    rule = "ago" if match.groupdict().get("ago") else "past"
    number = _number(match["count"] or "one")
    if unit == "hour":
        return (Relative(rule, max(1, number // 24), "day"),)
    if unit == "decade":
        return (Relative(rule, 10 * number, "year"),)
    return (Relative(rule, number, unit),)


def _number(word: str) -> int:
    words = ("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    lower = word.lower().strip()
    if lower.isdigit():
        return int(lower)
    return {"few": 3, "several": 3, "couple of": 2, "an": 1, "a": 1}.get(lower) or words.index(
        lower
    )


_WORDS = {
    "yesterday": Relative("day", -1),
    "today": Relative("day", 0),
    "tonight": Relative("day", 0),
    "this morning": Relative("day", 0),
    "this afternoon": Relative("day", 0),
    "this evening": Relative("day", 0),
    "earlier today": Relative("day", 0),
    "tomorrow": Relative("day", 1),
    "last night": Relative("day", -1),
    "overnight": Relative("night"),
    "this week": Relative("week", 0),
    "earlier this week": Relative("week", 0),
    "last week": Relative("week", -1),
    "this month": Relative("month", 0),
    "earlier this month": Relative("month", 0),
    "last month": Relative("month", -1),
    "this year": Relative("year", 0),
    "earlier this year": Relative("year", 0),
    "last year": Relative("year", -1),
    "this weekend": Relative("weekend", 0),
    "the weekend": Relative("weekend", 0),
    "last weekend": Relative("weekend", 0),
    "over the weekend": Relative("weekend", 0),
}

_BARE = (
    r"(?:in|since|until|till|of|by|during|from|to|before|after|early|late|mid|around|about|year)"
)
_NAMED = rf"(?:(?:{_WEEKDAY}),?\s(?:\()?)?"
_PARTED = r"(?:(?:early|late|mid|the\send\sof|the\sbeginning\sof|the\sstart\sof)[\s-])?"
_RULES: tuple[tuple[re.Pattern[str], Rule], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE if plain else 0), rule)
    for pattern, rule, plain in (
        (r"\b(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)", _iso, False),
        (r"\b(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.(?P<year>(?:19|20)\d\d)(?!\d)", _iso, False),
        (
            rf"\b(?:the\s)?(?P<ordinal>first|second|third|fourth|last|final|opening)\sweek\sof\s"
            rf"(?P<month>{_MONTH}),?(?:\s(?P<year>{_YEAR}))?",
            _week,
            True,
        ),
        (
            rf"\b(?:the\s)?(?P<part>first\shalf|second\shalf|first\squarter|last\squarter|spring"
            rf"|summer|autumn|fall|winter)(?:\sof)?\s(?P<year>{_YEAR})",
            _part,
            True,
        ),
        (
            rf"\b(?:the\s)?(?:night\sof\s|nights?\sof\s|between\s|from\s)?{_NAMED}"
            rf"(?P<days>{_DAY}{_TO}{_DAY}|{_LIST})\s(?:of\s)?(?P<month>{_MONTH}),?"
            rf"(?:\s(?P<year>{_YEAR}))?",
            _days,
            False,
        ),
        (
            rf"\b(?:between\s|from\s)?{_NAMED}(?P<month>{_MONTH})\s"
            rf"(?P<days>{_DAY}{_TO}{_DAY}|{_LIST})(?!\s{_MONTH})(?:,?\s(?P<year>{_YEAR}))?",
            _days,
            False,
        ),
        (
            rf"\b(?:between\s|from\s|night\sof\s)?(?P<first>{_MONTH}){_DASH}(?P<last>{_MONTH})"
            rf"(?:,?\s(?P<year>{_YEAR}))?(?!\s\d{{1,2}}\b)",
            _months,
            False,
        ),
        (rf"\b(?P<first>{_YEAR}){_DASH}(?P<last>{_YEAR}|\d\d)(?!\d|-)", _years, False),
        (
            rf"\b[Bb]etween\s{_NAMED}(?P<first>{_ATOM})\sand\s{_NAMED}(?P<last>{_ATOM})",
            _range,
            False,
        ),
        (
            rf"\b[Ff]rom\s{_NAMED}(?P<first>{_ATOM})\s?(?:to|until|till|through|[-\u2013])\s?"
            rf"{_NAMED}(?P<last>{_ATOM})",
            _range,
            False,
        ),
        (
            rf"\b{_NAMED}(?P<first>{_DAY}\s{_MONTH}(?:\s{_YEAR})?)\s?(?:to|until|till|[-\u2013])\s?"
            rf"(?P<last>{_DAY}\s{_MONTH}(?:\s{_YEAR})?)",
            _range,
            False,
        ),
        (
            rf"\b{_NAMED}(?P<first>{_MONTH}\s(?:{_DAY}|{_YEAR})(?:,\s{_YEAR})?)\s?"
            rf"(?:to|until|till|through|[-\u2013])\s?"
            rf"(?P<last>{_MONTH}\s(?:{_DAY}(?:,\s{_YEAR})?|{_YEAR}))",
            _range,
            False,
        ),
        (
            rf"\b(?P<word>[Ss]ince\s|[Uu]ntil\s|[Tt]ill\s)?(?:the\s)?{_PARTED}{_NAMED}(?P<date>{_DAY}\s(?:of\s)?"
            rf"{_MONTH}(?:,?\s{_YEAR})?|{_MONTH}\s{_DAY}(?:,?\s{_YEAR})?|{_MONTH},?\s(?:of\s)?{_YEAR})"
            rf"(?:\sonwards?)?",
            _single,
            False,
        ),
        (
            rf"\b(?P<word>[Ss]ince\s|[Uu]ntil\s|[Tt]ill\s)(?:the\s)?{_PARTED}(?P<date>{_YEAR}|{_MONTH})\b",
            _single,
            False,
        ),
        (rf"(?<=\b[Ff]rom\s)(?P<date>{_YEAR})\sonwards?", _single, False),
        (rf"(?<![\d/\-.$#:])\b(?P<date>{_YEAR})\b(?![/\d%])", _single, False),
        (
            r"\b(?P<date>(?:January|February|April|June|July|August|September|October|November"
            r"|December))\b",
            _single,
            False,
        ),
        (
            r"(?<=\b[Ii]n\s)(?P<date>March|May)\b|(?<=\b[Ll]ast\s)(?P<later>March|May)\b",
            lambda match: _single(match) if match["date"] else _lone(match["later"]),
            False,
        ),
        (
            rf"\b(?P<which>last\s|this\s|next\s|coming\s|since\s)?(?P<weekday>{_WEEKDAY})"
            rf"(?:\s(?:morning|night|evening|afternoon))?\b(?!s)",
            _weekday,
            True,
        ),
        (
            rf"\b(?:the\s|over\sthe\s|in\sthe\s)?(?:last|past)\s(?P<count>{_COUNT}\s)?(?P<unit>{_UNIT})\b",
            lambda match: _word_or_span(match),
            True,
        ),
        (rf"\b(?P<count>{_COUNT})\s(?P<unit>{_UNIT})\s(?P<ago>ago)\b", _span, True),
        (
            r"\b(?:" + "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True)) + r")\b",
            _word,
            True,
        ),
    )
)


def _lone(word: str) -> tuple[Calendar, ...]:
    day = Day(None, month_number(word), None)
    return (Calendar(day, day),)


def _word_or_span(match: re.Match[str]) -> tuple[Relative, ...]:
    words = " ".join(match.group().lower().split())
    return (_WORDS[words],) if words in _WORDS else _span(match)


def _starts() -> Iterator[str]:
    yield r"\b(?=\d)"
    yield rf"\b(?:[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]etween|[Ff]rom|[Tt]he|[Oo]ver)\s"
    yield rf"\b(?={_MONTH}|{_WEEKDAY})"
    words = ("yesterday", "today", "tonight", "this", "earlier", "tomorrow", "last", "past")
    more = ("overnight", "next", "coming", "first", "second", "third", "fourth", "final", "opening")
    rest = ("spring", "summer", "autumn", "fall", "winter", "early", "late", "mid", "night", "in")
    counts = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    also = ("a", "an", "few", "several", "couple", "nights")
    for word in (*words, *more, *rest, *counts, *also):
        yield rf"\b[{word[0]}{word[0].upper()}]{word[1:]}\b"


_ANY = re.compile("|".join(_starts()))
