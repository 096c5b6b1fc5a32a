"""What date expressions say, and the readers that take it from their words."""

import re
from dataclasses import dataclass, replace

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
        rule: `weekday`, `day`, `night`, `week`, `month`, `year`, `weekend`, `past` or `ago`;
            `told` counts days from the date told last in the text: `the next day`.
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


MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.,]\d|:\d)"
YEAR = r"(?:1[89]|20)\d\d(?!\d|[.,]\d{3}|\s?(?:mm|m|km|people|civilians|rockets|homes)\b)"
TO = r"\s?(?:[-\u2013\u2014/]|to|till|until|through|and)\s?"
DASH = r"\s?[-\u2013\u2014]\s?"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
DAY_LIST = rf"{DAY}(?:,\s{DAY})*,?\s(?:and|or|&)\s{DAY}"
ATOM = (
    rf"(?:{DAY}\s(?:of\s)?{MONTH},?(?:\s{YEAR})?|{MONTH}\s{DAY}(?:,?\s{YEAR})?"
    rf"|{MONTH},?\s(?:of\s)?{YEAR}|{YEAR}|{MONTH})"
)
COUNT = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|a|an|few|several|couple of)"
UNIT = r"(?:day|week|month|year|hour|decade)s?"


def month_number(word: str) -> int:
    """Return the number of a month from its name or abbreviation."""
    start = word.lower()[:3]
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(start))


def _atom(words: str) -> Day:
    """Read one calendar date from its words."""
    year = re.search(YEAR, words)
    month = re.search(MONTH, words)
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


def read_single(match: re.Match[str]) -> tuple[Calendar, ...]:
    """Read one calendar date, `since` and `until` included."""
    day = _atom(match["date"])
    if not _valid(day):
        return ()
    words = (match.groupdict().get("word") or "").lower()
    opened = words.startswith("since") or match.group().rstrip().endswith(("onward", "onwards"))
    return (Calendar(day, day, opened=opened, closed=words.startswith(("until", "till"))),)


def read_range(match: re.Match[str]) -> tuple[Calendar, ...]:
    """Read a range between two calendar dates; it gives nothing if they run backwards."""
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


def read_years(match: re.Match[str]) -> tuple[Calendar, ...]:
    """Read a range of years: `2008–2009`, `2008–09`."""
    first, last = int(match["first"]), match["last"]
    year = int(last) if len(last) > len("99") else first // 100 * 100 + int(last)
    return (Calendar(Day(first), Day(year)),) if year > first else ()


def read_months(match: re.Match[str]) -> tuple[Calendar, ...]:
    """Read a range of months of one year, or over the turn of a year."""
    year = int(match["year"]) if match["year"] else None
    first, last = month_number(match["first"]), month_number(match["last"])
    early = year - 1 if year is not None and first > last else year
    return (Calendar(Day(early, first), Day(year, last)),)


def read_pair(match: re.Match[str]) -> tuple[Calendar, ...]:
    """Read two months of one year: `September and October 2020` are one time if they adjoin."""
    year = int(match["year"])
    first, last = (Day(year, month_number(match[name])) for name in ("first", "last"))
    if month_number(match["last"]) - month_number(match["first"]) == 1:
        return (Calendar(first, last),)
    return (Calendar(first, first), Calendar(last, last))


def read_days(match: re.Match[str]) -> tuple[Calendar, ...]:
    """Read several days, or a range of days, of one month."""
    month = month_number(match["month"])
    year = int(match["year"]) if match["year"] else None
    days = [Day(year, month, int(one)) for one in re.findall(r"\d{1,2}", match["days"])]
    if not all(map(_valid, days)):
        return ()
    either = len(days) == len(("either", "or")) and " or " in match["days"]
    if either or re.search(DASH + "|/|to|till|until|through|between", match["days"]):
        return (Calendar(days[0], days[-1]),)
    return tuple(Calendar(day, day) for day in days)


def read_week(match: re.Match[str]) -> tuple[Calendar, ...]:
    """Read weeks or days of a month: the first week is its first seven days.

    `The first days` and `the last few days`, which say no number, are a week's.
    """
    month = month_number(match["month"])
    year = int(match["year"]) if match["year"] else None
    last = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    weeks = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4}
    nth = weeks.get(match["ordinal"].lower())
    days = min(_stretch(match["count"] or "", match["unit"].lower()), last)
    if nth is None:
        return (Calendar(Day(year, month, last - days + 1), Day(year, month, last)),)
    end = 7 * (nth - 1) + days
    return (
        (Calendar(Day(year, month, end - days + 1), Day(year, month, end)),) if end <= last else ()
    )


def _stretch(count: str, unit: str) -> int:
    """Return how many days are meant by `two weeks`, `ten days` or `days` alone."""
    if unit == "day":
        return 1
    if not count or count.lower() in {"few", "several"}:
        return 7
    return (7 if unit.startswith("week") else 1) * _number(count)


def read_part(match: re.Match[str]) -> tuple[Calendar, ...]:
    """Read a season, half or quarter of a year."""
    year, word = int(match["year"]), match["part"].lower()
    if word in SEASONS:
        first, last = SEASONS[word]
        return (Calendar(Day(year, first), Day(year, last)),)
    if word == "winter":
        return (Calendar(Day(year - 1, 12), Day(year, 2)),)
    months = {"first half": (1, 6), "second half": (7, 12), "first quarter": (1, 3)}
    first, last = months.get(word, (10, 12))
    return (Calendar(Day(year, first), Day(year, last)),)


def read_stretch(match: re.Match[str]) -> tuple[Calendar, ...]:
    """Read the first or last months of a year: `the first six months of 2024`."""
    year, count = int(match["year"]), _number(match["count"])
    if not 1 <= count <= len(MONTHS):
        return ()
    if match["ordinal"].lower() == "first":
        return (Calendar(Day(year, 1), Day(year, count)),)
    return (Calendar(Day(year, len(MONTHS) - count + 1), Day(year, len(MONTHS))),)


def read_decade(match: re.Match[str]) -> tuple[Calendar, ...]:
    """Read a decade: `the 1980s` are 1980 to 1989, and so are `the late 1980s`."""
    year = int(match["decade"])
    return (Calendar(Day(year), Day(year + 9)),)


def read_numeric(match: re.Match[str]) -> tuple[Calendar, ...]:
    """Read a date in figures: `2020-10-03`, `3.10.2020`, `13/10/2020`."""
    day = Day(int(match["year"]), int(match["month"]), int(match["day"]))
    return (Calendar(day, day),) if day.month and day.month <= len(MONTHS) and _valid(day) else ()


def read_weekday(match: re.Match[str]) -> tuple[Relative, ...]:
    """Read a weekday, with `last`, `next` or `since` before it."""
    number = WEEKDAYS.index(match["weekday"].lower())
    word = (match["which"] or "").lower()
    rule = "next weekday" if word.startswith(("next", "coming")) else "weekday"
    strict, since = word.startswith("last"), word.startswith("since")
    return (Relative(rule, number, strict=strict, opened=since),)


def read_word(match: re.Match[str]) -> tuple[Relative, ...]:
    """Read a word such as `yesterday` or `overnight`."""
    return (SPOKEN[" ".join(match.group().lower().split())],)


def read_span(match: re.Match[str]) -> tuple[Relative, ...]:
    """Read `the last two months` or `three days ago`."""
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


def read_lone(word: str) -> tuple[Calendar, ...]:
    """Read a month alone."""
    day = Day(None, month_number(word), None)
    return (Calendar(day, day),)


def read_told(match: re.Match[str]) -> tuple[Relative, ...]:
    """Read `the next day`, `that evening` or `two days later`."""
    found = match.groupdict()
    count = _number(found["count"]) if found.get("count") else 1
    way = next(sign for sign, words in _WAYS if found["way"].lower() in words)
    return (Relative("told", count * way),)


_WAYS = (
    (-1, ("previous", "before", "earlier", "preceding")),
    (1, ("next", "following", "after", "later", "subsequent")),
    (0, ("same", "that", "that same")),
)


def read_past(match: re.Match[str]) -> tuple[Relative, ...]:
    """Read `last week` as a word, and `the last two weeks` as a span."""
    words = " ".join(match.group().lower().split())
    return (SPOKEN[words],) if words in SPOKEN else read_span(match)


SPOKEN = {
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
