"""Pieces: places in capitalised names that have run together.

Texts that lost their commas and apostrophes write `Daraa Hama Idlib and Homs`, and `in Syrias
Raqqa Date of publication`.
"""

from remnant.extract.language.words import Word, lemmas
from remnant.knowledge import ActorKind, Knowledge
from remnant.model.value import GeoPrecision

SHORT = 4
"""Letters of capitals that stand for an office or a body rather than a place."""

TERRITORIAL = frozenset({ActorKind.STATE, ActorKind.TERRITORY})


def parts(run: tuple[Word, ...], knowledge: Knowledge) -> list[tuple[Word, ...]]:
    """Cut names that have lost the commas between them: `Daraa Hama Idlib and Homs`."""
    whole = {run[0].lower, run[-1].lower} & WATERS or knowledge.places.known(text_of(run))
    if len(run) < LISTED or whole:
        return []
    found: list[tuple[Word, ...]] = []
    start = 0
    while start < len(run):
        ends = [
            end
            for end in range(len(run), start, -1)
            if _is_whole(run[start:end]) and knowledge.places.known(text_of(run[start:end]))
        ]
        if not ends:
            return []
        found.append(run[start : ends[0]])
        start = ends[0]
    return found


def _is_whole(piece: tuple[Word, ...]) -> bool:
    """Say whether a piece is a name, and not only the article before one: `al-`."""
    return piece[0].text[:1].isupper() and piece[-1].text[-1:].isalpha()


def known_part(run: tuple[Word, ...], knowledge: Knowledge) -> tuple[Word, ...]:
    """Return the place at the front of names that ran together: `in Syrias Raqqa Date of …`."""
    first = 1 if size(run[0].text, knowledge) is GeoPrecision.COUNTRY else 0
    rest = run[first:]
    if not rest or knowledge.places.known(text_of(run)) or {run[0].lower, run[-1].lower} & WATERS:
        return ()
    ends = (end for end in range(len(rest), 0, -1) if knowledge.places.known(text_of(rest[:end])))
    found = rest[: next(ends, 0)]
    return found if len(text_of(found)) > SHORT else ()


WATERS = lemmas("sea gulf strait straits bay lake ocean canal mountains peninsula")
"""Words of names of waters and lands, which go with the words beside them."""

LISTED = 2
"""Words from which a run can be several names."""


def size(name: str, knowledge: Knowledge) -> GeoPrecision:
    """Return how large a place is; `Syrias` is a state whose apostrophe was lost."""
    owner = knowledge.actors.named(name[:-1]) if name.endswith("s") else ()
    state = any(one.kind in TERRITORIAL for one in owner)
    return GeoPrecision.COUNTRY if state else GeoPrecision.NEAR


def text_of(run: tuple[Word, ...]) -> str:
    """Return a name as the text spells it, with its hyphens joined on."""
    pieces = []
    for before, word in zip((None, *run), run, strict=False):
        gap = before is not None and word.start > before.end
        pieces.append(" " * gap + word.text)
    return "".join(pieces)
