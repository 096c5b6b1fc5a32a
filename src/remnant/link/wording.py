"""The telling words of an event mention: what its sentences say beside the values compared.

Words are compared by their stems, without the words that every text has and without those
for party, weapon, place and day, which are compared by themselves.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache

from remnant.model.claim import Slot
from remnant.model.resolution import ResolvedClaim
from remnant.model.span import Span

SHORTEST_STEM = 4
"""Letters that an ending leaves at least."""

FARTHEST = 600
"""Characters before and after a passage within which its sentence begins and ends."""

_COMPARED = frozenset({Slot.ACTOR, Slot.WEAPON, Slot.PLACE, Slot.DATE})
"""Slots whose values are compared by themselves. Numbers of people stay among the words: a
bulletin that goes out every day has other numbers in it."""

SENTENCE_END = re.compile(r"[.!?…][”’\")\]]*(?:\[\w+\])*\s|\n\s*\n")
"""Where a sentence ends, by its marks alone."""

_WORD = re.compile(r"[^\W\d_]+|\d[\d.,]*")
_ENDINGS = (
    "ingly",
    "ations",
    "ation",
    "ings",
    "edly",
    "ment",
    "ing",
    "ed",
    "es",
    "ly",
    "s",
)
_COMMON = frozenset(
    """
    a about after all also an and are as at be been being between both but by can could did do does
    during first for from had has have he her him his i if in into is it its many may me might more
    most my new no not of off on one only or other our out over she so some such than that the their
    them then there these they this those to two under until up very was we were what when where
    which while who whom will with would you your
    """.split()  # noqa: SIM905 - a list would take forty lines
)


@lru_cache(maxsize=65536)  # the same words stand in every text
def stem(word: str) -> str:
    """Return a word without its ending, so that `struck by missiles` and `a missile` meet."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def stems(text: str) -> list[str]:
    """Return the stems of all words of a text, in order; common words as they are."""
    return [stem(word.rstrip(".,")) for word in _WORD.findall(text.casefold())]


def telling(words: Iterable[str]) -> frozenset[str]:
    """Return the words that are not common to all texts."""
    return frozenset(word for word in words if word not in _COMMON)


def wording(claims: Iterable[ResolvedClaim], *, text: str) -> tuple[str, ...]:
    """Return the telling words of the sentences that carry some claims, in alphabetical order.

    Single letters are what is left of a possessive, and are no words.
    """
    said = tuple(claim.claim for claim in claims)
    ranges = {_sentence(text, claim.passage) for claim in said}
    values = sorted(
        (mention.span.start, mention.span.end)
        for claim in said
        for mention in claim.mentions
        if mention.slot in _COMPARED
    )
    words = telling(word for one in ranges for word in stems(_without(text, one, values)))
    return tuple(sorted(word for word in words if len(word) > 1 or word.isdigit()))


def _sentence(text: str, passage: Span) -> tuple[int, int]:
    """Return where the sentences that a passage stands in begin and end."""
    first, last = max(passage.start - FARTHEST, 0), min(passage.end + FARTHEST, len(text))
    ends = [one.end() for one in SENTENCE_END.finditer(text, first, passage.start)]
    after = SENTENCE_END.search(text, max(passage.end - 1, passage.start), last)
    return ends[-1] if ends else first, after.end() if after else last


def _without(text: str, sentence: tuple[int, int], values: Sequence[tuple[int, int]]) -> str:
    """Return a sentence with spaces for the words of the values, in order, that begin in it."""
    first, last = sentence
    letters = list(text[first:last])
    for start, end in values[bisect_left(values, (first, 0)) : bisect_left(values, (last, 0))]:
        stop = min(end, last)
        letters[start - first : stop - first] = " " * (stop - start)
    return "".join(letters)
