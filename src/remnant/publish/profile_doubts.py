"""Claims of which no sentence is made, because they are most likely misread.

They stay in the record, in the datasets and on the pages of their documents, where a reader
sees the words beside the reading. A sentence in a profile would accuse somebody, so it needs more.
"""

import re
from collections.abc import Callable

from remnant.model.claim import ClaimKind, Stance
from remnant.publish.sentences_claims import Said
from remnant.publish.sentences_names import Names

ADMITS = re.compile(
    r"\b(?:admit\w*|acknowledg\w*|conced\w*|confirm\w*|claimed responsibility|we|our)\b",
    re.IGNORECASE,
)
"""Words of admission, or of a party speaking of itself."""

EVENTS = frozenset({ClaimKind.USE, ClaimKind.HARM})

Doubt = Callable[[Said, Names], bool]


def self_accusing(item: Said, names: Names) -> bool:
    """A party would accuse itself without a word of admission in the passage."""
    accused = {names.key(actor) for actor in item.resolved.actors}
    alone = bool(accused) and accused <= set(item.voices)
    affirmed = item.stance in {Stance.AFFIRMED, Stance.HEDGED}
    return alone and affirmed and ADMITS.search(item.words) is None


def by_an_observer(item: Said, names: Names) -> bool:
    """An organisation or a news outlet that only observes would have attacked somebody."""
    return any(names.is_observer(actor) for actor in item.resolved.actors)


def from_a_dateline(item: Said, names: Names) -> bool:
    """The speaker is no known party or person but a place, as a dateline names it."""
    return any(names.is_place(speaker) for speaker in item.resolved.speakers)


DOUBTS: tuple[Doubt, ...] = (self_accusing, by_an_observer, from_a_dateline)
"""Reasons to make no sentence of a claim on use or harm."""


def doubtful(item: Said, names: Names) -> bool:
    """Say whether one of the reasons holds for a claim on use or harm."""
    if item.resolved.claim.kind not in EVENTS:
        return False
    return any(doubt(item, names) for doubt in DOUBTS)
