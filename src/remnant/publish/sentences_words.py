"""The English of generated sentences: lists, numbers, dates, plurals, possessives.

House style is that of the Landmine and Cluster Munition Monitor's country profiles: numbers
from one to nine in words, thousands separated, days as `28 October 2020`, and a comma before
the last item of a list. Spelling is British.
"""

import calendar
import re
from collections.abc import Sequence

from remnant.model.value import DateInterval, Quantity

SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
"""Numbers that are written in words."""

UNCHANGED = frozenset(
    {"napalm", "chlorine", "sarin", "phosphorus", "artillery", "shelling", "thermite", "tabun"}
)
"""Weapon words without a plural."""

IRREGULAR = {"small arms": "small arms", "ordnance": "ordnance", "bomblet": "bomblets"}
"""Plurals that no rule gives."""

WORDED = (
    (re.compile(r"\bdozens\b", re.IGNORECASE), "dozens of"),
    (re.compile(r"\bscores\b", re.IGNORECASE), "scores of"),
    (re.compile(r"\btens of thousands\b", re.IGNORECASE), "tens of thousands of"),
    (re.compile(r"\bhundreds of thousands\b", re.IGNORECASE), "hundreds of thousands of"),
    (re.compile(r"(?<!of )\bthousands\b", re.IGNORECASE), "thousands of"),
    (re.compile(r"\bhundreds\b(?! of thousands)", re.IGNORECASE), "hundreds of"),
    (re.compile(r"\bseveral\b", re.IGNORECASE), "several"),
    (re.compile(r"\bmany\b", re.IGNORECASE), "many"),
)
"""Vague amounts, kept as the source has them."""

UNSTATED = "an unstated number of"
"""Written where people were harmed and nobody says how many."""

ABOUT = re.compile(
    r"\b(?:about|around|approximately|some|nearly|almost|close to|roughly)\b", re.IGNORECASE
)
MORE_THAN = re.compile(r"\b(?:more than|over|above)\b", re.IGNORECASE)


def listed(items: Sequence[str], word: str = "and") -> str:
    """Join items as a list: `a`, `a and b`, `a, b, and c`."""
    if len(items) <= 1:
        return "".join(items)
    if len(items) == 2:  # noqa: PLR2004 - two items take no comma
        return f"{items[0]} {word} {items[1]}"
    return f"{', '.join(items[:-1])}, {word} {items[-1]}"


def number(value: int) -> str:
    """Write a whole number: in words below ten, with thousands separated."""
    return SMALL[value] if value < len(SMALL) else f"{value:,}"


def amount(quantity: Quantity, words: str = "") -> str:
    """Write a number with its bounds, keeping the source's own vague word where there is one.

    Args:
        quantity: The bounds.
        words: The words the number was read from.
    """
    for pattern, phrase in WORDED:
        if pattern.search(words):
            return phrase
    least, most = quantity.minimum, quantity.maximum
    if least is None and most is None:
        return "an unknown number of"
    if least is None:
        return f"up to {number(most or 0)}"
    if most is None:
        return _at_least(least, words)
    if least != most:
        return f"between {number(least)} and {number(most)}"
    return f"about {number(least)}" if ABOUT.search(words) else number(least)


def _at_least(least: int, words: str) -> str:
    if MORE_THAN.search(words) and least > 0:
        return f"more than {number(least - 1)}"
    if least <= 1 and not re.search(r"\bone\b|\b1\b|at least", words, re.IGNORECASE):
        return UNSTATED
    return f"at least {number(least)}"


def is_one(quantity: Quantity) -> bool:
    """Say whether the noun behind the number is singular."""
    return quantity.minimum == 1 and quantity.maximum == 1


def plural(noun: str) -> str:
    """Return the plural of a weapon noun or a simple noun phrase."""
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    last = noun.rsplit(" ", 1)[-1]
    if last in UNCHANGED or last.endswith(("s", "weaponry", "ammunition", "gas")):
        return noun
    if last.endswith(("ch", "sh", "x")):
        return f"{noun}es"
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}s"


def uncountable(phrase: str) -> bool:
    """Say whether a noun phrase takes a singular verb: `sarin`, `mustard gas`, not a list."""
    last = phrase.rsplit(" ", 1)[-1]
    return " and " not in phrase and (last in UNCHANGED or last in {"gas", "VX", "soman"})


def article(noun: str) -> str:
    """Put `a` or `an` before a noun, by its sound."""
    first = noun.split("-", maxsplit=1)[0].split(" ", maxsplit=1)[0]
    if first.isupper() and len(first) > 1 and not first.isalpha():
        vowel = first[0] in "AEFHILMNORSX8"
    elif first.isupper() and first.isalpha() and len(first) <= 4:  # noqa: PLR2004 - spelled out
        vowel = first[0] in "AEFHILMNORSX"
    else:
        soft = ("uni", "use", "one", "eu")
        vowel = first[:1].lower() in "aeiou" and not first.lower().startswith(soft)
    return f"{'an' if vowel else 'a'} {noun}"


def capital(sentence: str) -> str:
    """Return the sentence with a capital first letter."""
    return sentence[:1].upper() + sentence[1:]


def stop(clause: str) -> str:
    """Return a clause as a sentence: capital letter, one full stop, inside closing quotes."""
    text = capital(clause.strip())
    if text.endswith("”"):
        inner = text[:-1].rstrip(",;")
        return f"{inner}”" if inner.endswith((".", "?", "!", "…")) else f"{inner}.”"
    return text if text.endswith((".", "?", "!")) else f"{text}."


def month(part: str) -> str:
    """Write the month of `2020-10`: `October`."""
    return calendar.month_name[int(part[5:7])]


def day(part: str, *, year: bool = True) -> str:
    """Write one EDTF date: `28 October 2020`, `October 2020`, `2020`."""
    fields = part.split("-")
    known = fields[0] != "XXXX"
    written = [fields[0]] if year and known else []
    if len(fields) > 1:
        written.insert(0, calendar.month_name[int(fields[1])])
    if len(fields) > 2:  # noqa: PLR2004 - a full date has three fields
        written.insert(0, str(int(fields[2])))
    return " ".join(written)


def when(interval: DateInterval, *, year: bool = True) -> str:
    """Write a date with its preposition: `on 28 October 2020`, `in the first week of April 2016`.

    Args:
        interval: The date.
        year: Write the year.
    """
    if "/" not in interval.edtf:
        return _on(interval.edtf, year=year)
    first, last = interval.edtf.split("/")
    if first == "..":
        return f"up to {day(last, year=year)}"
    if last == "..":
        return f"since {day(first, year=year)}"
    return _between(first, last, year=year)


def _on(part: str, *, year: bool) -> str:
    preposition = "on" if len(part) == 10 else "in"  # noqa: PLR2004 - length of a full date
    written = day(part, year=year)
    return f"{preposition} {written}" if written else ""


def _between(first: str, last: str, *, year: bool) -> str:
    if len(first) == len(last) == 4:  # noqa: PLR2004 - both are years
        return f"in {first}–{last}"
    tail = f" {last[:4]}" if year else ""
    if len(first) == len(last) == 7 and first[:4] == last[:4]:  # noqa: PLR2004 - both are months
        return f"in {month(first)}–{month(last)}{tail}"
    if len(first) == len(last) == 10 and first[:7] == last[:7]:  # noqa: PLR2004 - both are days
        one, other = int(first[8:]), int(last[8:])
        if other - one == 1:
            return f"on {one}–{other} {month(first)}{tail}"
        week = _week(one, other)
        if week:
            return f"in the {week} week of {month(first)}{tail}"
        return f"between {one} and {other} {month(first)}{tail}"
    same = first[:4] == last[:4]
    return f"between {day(first, year=year and not same)} and {day(last, year=year)}"


def _week(first: int, last: int) -> str:
    weeks = {(1, 7): "first", (8, 14): "second", (15, 21): "third", (22, 28): "fourth"}
    return weeks.get((first, last), "")


def dates(intervals: Sequence[DateInterval], *, year: bool = True) -> str:
    """Write several dates as one phrase, the shared month and year once.

    `on 27 September and on 3 and 4 October 2020`; `in 2016 and in 2020`.
    """
    ordered = sorted(dict.fromkeys(intervals))
    days = [one.edtf for one in ordered if re.fullmatch(r"\d{4}-\d{2}-\d{2}", one.edtf)]
    months = [one.edtf for one in ordered if re.fullmatch(r"\d{4}-\d{2}", one.edtf)]
    others = [one for one in ordered if one.edtf not in {*days, *months}]
    phrases = [
        *_days(days, year=year),
        *_months(months, year=year),
        *(when(one, year=year) for one in others),
    ]
    return listed([phrase for phrase in phrases if phrase])


def _months(months: Sequence[str], *, year: bool) -> list[str]:
    """Write months by year: `in September and October 2020`."""
    years: dict[str, list[str]] = {}
    for one in months:
        years.setdefault(one[:4], []).append(month(one))
    return [f"in {listed(names)}{f' {key}' if year else ''}" for key, names in years.items()]


def _days(days: Sequence[str], *, year: bool) -> list[str]:
    months: dict[str, list[str]] = {}
    for one in days:
        months.setdefault(one[:7], []).append(str(int(one[8:])))
    keys = list(months)
    phrases = []
    for place, key in enumerate(keys):
        closes = place + 1 == len(keys) or keys[place + 1][:4] != key[:4]
        tail = f" {key[:4]}" if year and closes else ""
        phrases.append(f"on {listed(months[key])} {month(key)}{tail}")
    return phrases
