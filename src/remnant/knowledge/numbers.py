"""The grammar of number expressions in English: figures, number words and how they are bounded.

The bounds follow the annotation guidelines: `dozens` is at least 24, `scores` 40,
`hundreds` 200, `thousands` 2,000; `more than 400` is at least 401; `around 60` is 60;
`several` and `many` are at least 1; `no casualties` is exactly 0.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from remnant.model.value import Quantity


@dataclass(frozen=True, slots=True)
class NumberExpression:
    """Words that give a number.

    Attributes:
        start: Offset of the first code point.
        end: Offset after the last.
        text: The words, with those that bound the number.
        quantity: The number, with bounds.
        vague: The words give no figure (`dozens`, `several`), or no number at all (`a man`).
    """

    start: int
    end: int
    text: str
    quantity: Quantity
    vague: bool = False


_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_VALUES = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
}

_WORD = "|".join(sorted((*_UNITS[1:], *_TENS), key=len, reverse=True))
_SCALE = "hundred|thousand|million|dozen|score"
_SPELLED = (
    rf"(?:a\squarter\sof\sa\smillion|(?:half\s)?an?\s(?:{_SCALE})|(?:{_WORD})(?:(?:[-\s](?:and\s)?)(?:{_WORD}|{_SCALE}))*)"
    r"(?![\s-](?:year|day|week|month|hour|minute|kilometre|kilometer|metre|meter)s?\b)"
)
_FIGURE = (
    r"(?<![\w.,:/\[\-\u2013\u2011])"
    r"(?:\d{1,3}(?:(?:,|[ \u00a0\u2009\u202f](?=\d{3}(?!\d)))\d{3})+|\d+)(?:\.\d+)?"
    r"(?:\s(?:hundred|thousand|million|dozen))?"
    r"(?![\w%°]|[.,:/]\d|-(?:[A-Za-z]*\d|mm|km|year|day|month|hour|metre|meter)"
    r"|\s(?:years?|days?|weeks?|months?|hours?|minutes?|pounds?)\b|-pound|\s?(?:mm|cm|km|m|kg|percent|per\scent)\b)"
)
_NUMBER = rf"(?:{_FIGURE}|\b{_SPELLED}\b)"
_VAGUE = (
    r"(?:(?:tens|hundreds)\sof\s(?:thousands|millions)|several\s(?:dozens?|hundreds?|thousands?)"
    r"|(?:many|a\sfew)\s(?:dozens?|hundreds?|thousands?)"
    r"|dozens|scores|hundreds|thousands|millions|tens|several|many|numerous|multiple|various"
    r"|a\scouple|a\sfew|a\snumber|countless|a\shandful)"
)
_LEAST = (
    r"at\sleast|no\s(?:fewer|less)\sthan|not\s(?:fewer|less)\sthan|a\sminimum\sof|minimum\sof"
    r"|a\stotal\sof\sat\sleast|upwards?\sof"
)
_OVER = r"more\sthan|over|above|in\sexcess\sof|exceeding|greater\sthan|well\sover"
_MOST = r"up\sto|as\smany\sas|at\smost|no\smore\sthan|not\smore\sthan|a\smaximum\sof"
_UNDER = r"fewer\sthan|less\sthan|under|below"
_ABOUT = (
    r"about|around|approximately|approx\.|some|roughly"
    r"|nearly|almost|close\sto|an\sestimated|estimated|circa|near\sto"
)
_NOBODY = (
    r"\bno\s(?=(?:(?:reported|confirmed|known|immediate|civilian|further|other|human|serious)\s)*"
    r"(?:casualt|deaths?|injur|fatalit|victims?|losses|civilians?|people|persons?|soldiers?"
    r"|troops|wounded|dead|one\b))(?:one\b)?|\b(?:nobody|none)\b"
)
_PERSON = (
    r"\b(?:an?|another|his|her)\s(?=(?:[a-z]+(?:-[a-z]+)*\s|\d{1,2}-year-old\s|[A-Z][a-z]+\s){0,2}"
    r"(?:man|woman|child|boy|girl|civilian|soldier|person|baby|infant|policeman|guard|officer"
    r"|fighter|resident|journalist|reporter|worker|nurse|doctor|paramedic|driver|teenager"
    r"|farmer|deminer|peacekeeper|militant|rebel|villager|pilot|photographer|priest|student"
    r"|teacher|judge|mayor|peasant|youth|toddler|son|daughter|wife|husband|mother|father|brother|sister|volunteer|medic|businessman|bodyguard"
    r"|adult|activist|rescuer|imam|cleric|sniper|general|commander|minister|lawmaker|politician|lawyer"
    r"|engineer|trader|shepherd|fisherman|migrant|refugee|patient|pilgrim|tourist|hostage|passenger"
    r"|pedestrian|bystander|gunman|bomber|attacker|citizen|cameraman|firefighter|sailor|sergeant"
    r"|lieutenant|captain|colonel|trooper|protester|demonstrator|schoolgirl|schoolboy|serviceman)\b(?!-))"
)

_PATTERN = re.compile(
    rf"(?P<between>\bbetween\s(?P<low>{_NUMBER})\sand\s(?P<above>(?:{_OVER}|{_LEAST})\s)?(?P<high>{_NUMBER}))"
    rf"|(?P<span>(?:\bfrom\s)?(?P<first>{_NUMBER})\s(?:to|or)\s(?P<last>{_NUMBER}))"
    rf"|(?P<dashed>(?<![\w.,:/-])(?P<least>\d{{1,6}})[-\u2013](?P<most>\d{{1,6}})(?![\w%-]|[.,:]\d|\s?(?:mm|km)\b))"
    rf"|(?P<bounded>\b(?P<word>{_LEAST}|{_OVER}|{_MOST}|{_UNDER}|{_ABOUT})\s(?:the\s|a\stotal\sof\s)?(?P<number>{_NUMBER})(?P<more>\sor\smore|\+)?)"
    rf"|(?P<unsure>(?:\b(?P<bound>{_LEAST}|{_OVER}|{_ABOUT}|{_MOST})\s)?\b(?P<vague>{_VAGUE})\b)"
    rf"|(?P<plain>(?P<figure>{_NUMBER})(?P<plus>\sor\smore\b|\+)?)"
    rf"|(?P<nobody>{_NOBODY})"
    rf"|(?P<person>{_PERSON})",
    re.IGNORECASE,
)

_FIRST_WORDS = (
    *("between", "from", "at", "no", "not", "nobody", "none", "a", "an", "another", "his", "her"),
    *("minimum", "up", "upward", "upwards", "more", "over", "above", "in", "exceeding", "greater"),
    *("well", "as", "fewer", "less", "under", "below", "about", "around", "approximately", "some"),
    *(
        "approx",
        "roughly",
        "nearly",
        "almost",
        "close",
        "estimated",
        "circa",
        "near",
        "tens",
        "half",
    ),
    *("hundreds", "thousands", "millions", "dozens", "scores", "several", "many", "numerous"),
    *("multiple", "various", "countless", *_UNITS[1:], *_TENS),
)
_STARTS = re.compile(rf"\b(?:\d|(?:{'|'.join(sorted(_FIRST_WORDS))})\b)", re.IGNORECASE)
"""Where a number expression can begin: found first, because the full pattern is slow."""

_LEAST_OF_VAGUE = (
    ("hundreds of millions", 200_000_000),
    ("tens of millions", 20_000_000),
    ("hundreds of thousands", 200_000),
    ("tens of thousands", 20_000),
    ("million", 2_000_000),
    ("thousand", 2_000),
    ("hundred", 200),
    ("dozen", 24),
    ("scores", 40),
    ("tens", 20),
    ("couple", 2),
)


def find_numbers(text: str) -> tuple[NumberExpression, ...]:
    """Return the number expressions of a text, in order; they do not overlap.

    Figures inside designations (`9N235`, `RBK-250`), measures (`300 mm`), percentages and
    times are left out. Figures of dates are not: compare with the date expressions.
    """
    found = []
    taken = 0
    for place in _STARTS.finditer(text):
        if place.start() < taken or (match := _PATTERN.match(text, place.start())) is None:
            continue
        taken = match.end()
        quantity = _quantity(match)
        if quantity is not None:
            words = match.group().rstrip()
            vague = bool(match["unsure"] or match["person"])
            start = match.start()
            found.append(NumberExpression(start, start + len(words), words, quantity, vague))
    return tuple(found)


def read_quantity(words: str) -> Quantity | None:
    """Return the first number that the words give, or `None` if they give none."""
    found = find_numbers(words)
    return found[0].quantity if found else None


def _quantity(match: re.Match[str]) -> Quantity | None:
    kind = next(name for name in _READERS if match[name])
    return _READERS[kind](match)


def _between(match: re.Match[str]) -> Quantity | None:
    low, high = number_of(match["low"]), number_of(match["high"])
    return Quantity(low, None) if match["above"] and low is not None else _ordered(low, high)


def _to(match: re.Match[str]) -> Quantity | None:
    return _ordered(number_of(match["first"]), number_of(match["last"]))


def _dashed(match: re.Match[str]) -> Quantity | None:
    least, most = number_of(match["least"]), number_of(match["most"])
    return (
        Quantity(least, most) if least is not None and most is not None and least < most else None
    )


def _with_bound(match: re.Match[str]) -> Quantity | None:
    return _bounded(match["word"], number_of(match["number"]), more=bool(match["more"]))


def _unsure(match: re.Match[str]) -> Quantity | None:
    return Quantity(_least(match["vague"]), None)


def _plain(match: re.Match[str]) -> Quantity | None:
    value = number_of(match["figure"])
    return None if value is None else Quantity(value, None if match["plus"] else value)


_READERS: dict[str, Callable[[re.Match[str]], Quantity | None]] = {
    "between": _between,
    "span": _to,
    "dashed": _dashed,
    "bounded": _with_bound,
    "unsure": _unsure,
    "plain": _plain,
    "nobody": lambda _: Quantity(0, 0),
    "person": lambda _: Quantity(1, 1),
}
"""How each kind of number expression is read."""


def _ordered(first: int | None, last: int | None) -> Quantity | None:
    if first is None or last is None:
        return None
    return Quantity(min(first, last), max(first, last))


def _bounded(word: str, value: int | None, *, more: bool) -> Quantity | None:
    if value is None:
        return None
    lower = " ".join(word.lower().split())
    if re.fullmatch(_LEAST, lower) or more:
        return Quantity(value, None)
    if re.fullmatch(_OVER, lower):
        return Quantity(value + 1, None)
    if re.fullmatch(_MOST, lower):
        return Quantity(None, value)
    if re.fullmatch(_UNDER, lower):
        return Quantity(None, max(value - 1, 0))
    return Quantity(value, value)


def _least(vague: str) -> int:
    lower = " ".join(vague.lower().split())
    return next((value for word, value in _LEAST_OF_VAGUE if word in lower), 1)


_GROUPED = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))")
"""Spaces between groups of three figures: `1 000`."""

LARGEST = 10**12
"""No weapon, victim or shell has been counted above this; longer figures are no counts."""


def number_of(words: str) -> int | None:
    """Return the whole number that figures or number words give, or `None`.

    Raises nothing: words that give no whole number give `None`.
    """
    lower = words.lower().replace(",", "").replace("-", " ").strip()
    lower = _GROUPED.sub("", lower)
    if lower == "a quarter of a million":
        return 250_000
    figures = re.match(r"\d+(?:\.\d+)?", lower)
    total: float = float(figures.group()) if figures else 0.0
    seen = figures is not None
    rest = lower[figures.end() :] if figures else lower
    part = total
    whole = 0.0
    for word in rest.split():
        if word in _VALUES:
            part, seen = part + _VALUES[word], True
        elif word in _SCALES:
            part, seen = (part or 1.0) * _SCALES[word], True
            if _SCALES[word] >= _SCALES["thousand"]:
                whole, part = whole + part, 0.0
        elif word == "half":
            part = 0.5
        elif word not in {"a", "an", "and"}:
            return None
    value = whole + part
    if value > LARGEST:
        return None
    return int(value) if seen and value == int(value) else None
