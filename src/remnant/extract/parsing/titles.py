"""Titles: headlines printed with capitals, written down for the parser.

`Cluster Munitions Kill Civilians` is read by the parser as one long name. Where a
run of capitalised words holds a verb or noun of the trade, its words are put in
lower case, except the names that the lexicon knows. Offsets do not change.
"""

import re

from remnant.extract.language.words import lemmas
from remnant.knowledge import Hit
from remnant.model.value import ReferenceKind

_RUN = re.compile(
    r"(?:[A-Z#][\w’'.-]{0,60}|of|in|on|by|the|and|a|an|to|for|at|as|from|with|after|over|against|into"
    r"|is|are|was|were|has|have|–|-|:|,)"
    r"(?:[ ](?:[A-Z#\d][\w’'.-]{0,60},?|of|in|on|by|the|and|a|an|to|for|at|as|from|with|after|over"
    r"|against|into|is|are|was|were|has|have|near|–|-))+"
)
_STEMS = lemmas(
    "kill attack strike use using used condemn urge bomb shell hit wound injur deny denie accus "
    "munition weapon civilian casualt dead death drop fir launch target report call reject "
    "confirm remnant"
)
_KEPT = frozenset({ReferenceKind.ACTOR, ReferenceKind.PLACE, ReferenceKind.TREATY})
_LEAST = 4
"""Capitalised words that make a title."""


def calmed(text: str, hits: tuple[Hit, ...]) -> str:
    """Return the text with the ordinary words of titles in lower case."""
    names = bytearray(len(text))
    for hit in hits:
        if hit.kind in _KEPT:
            names[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
    pieces: list[str] = []
    last = 0
    for run in _RUN.finditer(text):
        if not _is_title(run, names):
            continue
        pieces.append(text[last : run.start()])
        pieces.append(_lowered(text, run.start(), run.end(), names))
        last = run.end()
    return "".join((*pieces, text[last:]))


def _is_title(run: re.Match[str], names: bytearray) -> bool:
    words = [
        found
        for found in re.finditer(r"[A-Z][\w’'-]+", run.group())
        if not names[run.start() + found.start()]
    ]
    trade = [one for one in words if any(one.group().lower().startswith(stem) for stem in _STEMS)]
    return len(words) >= _LEAST and bool(trade)


def _lowered(text: str, start: int, end: int, names: bytearray) -> str:
    return "".join(
        letter if names[index] or len(letter.lower()) != 1 else letter.lower()
        for index, letter in enumerate(text[start:end], start)
    )
