"""Quantities: the number that the words of a figure give, with its bounds."""

import re
from itertools import pairwise

from remnant.knowledge.numbers import NumberExpression, find_numbers
from remnant.model.claim import Claim, Mention, Slot
from remnant.model.resolution import Resolution
from remnant.model.value import Quantity
from remnant.resolve.context import Context
from remnant.resolve.reasons import one, settled, words_of

_BEFORE = 40
_AFTER = 40


def quantities(claim: Claim, mention: Mention, context: Context) -> tuple[Resolution, ...]:
    """Return the number, with the words beside the mention that bound it (`at least`)."""
    quantity = _said(mention, context) or _unnumbered(mention)
    if quantity is None:
        return ()
    sentence = "The words give this number, with its bounds."
    return (settled(claim, mention, one(quantity, "number", sentence, mention.span.quote)),)


def _said(mention: Mention, context: Context) -> Quantity | None:
    if mention.referent is not None:
        return _first(find_numbers(words_of(mention)))
    span, text = mention.span, context.document.text
    start = max(0, span.start - _BEFORE)
    while start and text[start - 1].isalnum():
        start -= 1
    window = text[start : span.end + _AFTER]
    inside = (
        number
        for number in find_numbers(window)
        if number.start + start < span.end and span.start < number.end + start
    )
    return _sum(span.quote) or _first(tuple(inside)) or _first(find_numbers(span.quote))


def _sum(words: str) -> Quantity | None:
    """Return the sum of numbers joined inside the mention: `a child and two adults`."""
    if _EACH.fullmatch(words.strip()):
        return Quantity(*(2 * [len(_ONE.findall(words))]))
    numbers = find_numbers(words)
    if len(numbers) < 2 or _PARTS.search(words):  # noqa: PLR2004 - a sum takes two
        return None
    gaps = (words[left.end : right.start] for left, right in pairwise(numbers))
    if not all(_AND.search(gap) for gap in gaps):
        return None
    lows = [number.quantity.minimum or 0 for number in numbers]
    highs = [number.quantity.maximum for number in numbers if number.quantity.maximum is not None]
    return Quantity(sum(lows), sum(highs) if len(highs) == len(numbers) else None)


_ONE = re.compile(r"\b(?:man|woman|child|boy|girl|baby|mother|father|son|daughter)\b")
_EACH = re.compile(
    rf"an?\s{_ONE.pattern}(?:,?\s(?:and\s)?(?:an?\s|her\s|his\s)?{_ONE.pattern})+", re.IGNORECASE
)
"""Persons told one by one, in texts that lost their commas too: `a man woman and child`."""

_AND = re.compile(r"\band\b|,")
_PARTS = re.compile(
    r"\b(?:includ|among|of (?:them|whom)|wound|injur|killed|dead|or|between|[12]\d{3})",
    re.IGNORECASE,
)
"""Words after which a second number is a part of the first, or of something else."""


def _first(numbers: tuple[NumberExpression, ...]) -> Quantity | None:
    """Return the first number; figures come before vague words."""
    exact = [number for number in numbers if not number.vague]
    best = [*exact, *numbers][:1]
    return best[0].quantity if best else None


_ONE_PERSON = frozenset({"he", "she", "him"})


def _is_one_name(words: str) -> bool:
    """Say whether the words are the name of one person: `General Andrei Sukhovetsky`."""
    return _NAME.fullmatch(words.strip()) is not None


_NAME = re.compile(r"(?:the\s)?(?:[A-Z][\w’'-]+\.?\s+){1,5}(?:al-|el-)?[A-Z][\w’'-]*[a-rt-z]")
"""Words with capitals, of which the last is no plural."""


def _unnumbered(mention: Mention) -> Quantity | None:
    """Return `at least one` for people killed or injured without a figure, but one for `she`."""
    if words_of(mention).strip().lower() in _ONE_PERSON or _is_one_name(words_of(mention)):
        return Quantity(1, 1)
    if words_of(mention).strip().lower() in {"without", "none", "nobody", "no one"}:
        return Quantity(0, 0)
    if mention.slot in {Slot.KILLED, Slot.INJURED}:
        return Quantity(1, None)
    return None
