"""Nesting: which of two places named in a row only says where the other is.

`the village of A in the B district`, `A, a town in B`, `A, 25 kilometres east of B` and `A, not far
from B` all tell of A. The words between the names decide it, whatever the parser made of them.
"""

import re

from remnant.extract.language.words import Word
from remnant.extract.names.marks import PLACE_NOUNS, Mark

_KINDS = "|".join(sorted(PLACE_NOUNS, key=len, reverse=True))
_POINTS = r"(?:north|south|east|west)(?:ern)?(?:[-\s]?(?:east|west)(?:ern)?)?"
_BETWEEN = re.compile(
    rf"(?:(?:{_KINDS})s?)?,?\s?(?:(?:an?|the|two|three|both)\s(?:[\w-]+\s){{0,3}}(?:{_KINDS}|cities)s?\s)?"
    rf"(?:which\s(?:is|lies)\s)?(?:part\s)?(?:located\s|situated\s)?"
    rf"(?:in|of|near|not\sfar\sfrom|close\sto|next\sto|just\soutside"
    rf"|(?:just\s|(?:about|some|around)\s)?(?:[\d.,]+\s?(?:km|kilomet(?:re|er)s?|miles?)\s)?"
    rf"(?:to\sthe\s|in\sthe\s)?(?:{_POINTS}\s)?(?:of|from))"
    rf"(?:\s(?:the|its))?(?:\s(?:{_POINTS}|rural|central|greater|{_KINDS})){{0,3}}(?:\s(?:{_KINDS})\sof)?"
    rf"(?:\s\w+\s(?:capital|city)(?:\sof)?,?)?",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"(?:village|hamlet|settlement),", re.IGNORECASE)
"""What stands before the town or district of a village: `A village, B`."""

_BESIDE = re.compile(r",(?:\s(?:in\s)?the)?", re.IGNORECASE)
"""What may stand before the name of the district that a place is in: `A, B district`."""

_OWNED = re.compile(
    r"(?:province|governorate|region|district|countryside|oblast)(?:'?s|\s?['’]s)", re.IGNORECASE
)
"""What stands after the name of the larger place: `Idlib province's A`."""

_DISTRICTS = frozenset({"district", "province", "region", "governorate", "oblast", "raion"})


def only_locates(small: Mark, large: Mark) -> bool:
    """Say whether the second place is named only to say where the first is."""
    if large.end <= small.start:
        between = _text(_around(large, small))
        return _OWNED.fullmatch(between) is not None
    if large.start <= small.end:
        return False
    words = _around(small, large)
    if not words or any(word.lower == "and" for word in words):
        return False
    between = _text(words)
    if _BETWEEN.fullmatch(between) or _WITHIN.fullmatch(between):
        return True
    after = large.words[-1]
    kind = after.head.lemma in _DISTRICTS or after.lemma in _DISTRICTS
    return kind and _BESIDE.fullmatch(between) is not None


def _around(small: Mark, large: Mark) -> list[Word]:
    """Return the words of the sentence between the two names."""
    root = small.head
    while not root.is_root:
        root = root.head
    first, last = small.words[-1].index, large.words[0].index
    inside = (word for word in root.subtree() if first < word.index < last)
    return sorted(inside, key=lambda word: word.index)


def _text(words: list[Word]) -> str:
    pieces: list[str] = []
    for word in words:
        gap = pieces and word.text not in {",", "-"}
        pieces.append(f" {word.text}" if gap else word.text)
    return "".join(pieces)
