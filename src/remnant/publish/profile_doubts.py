"""Claims of which no sentence is made, because they are most likely misread.

They stay in the record, in the datasets and on the pages of their documents, where a reader
sees the words beside the reading. A sentence in a profile would accuse somebody, so it needs more.
"""

import re
from collections.abc import Callable

from remnant.model.claim import ClaimKind, Membership, Stance
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


def from_a_pronoun(item: Said, names: Names) -> bool:
    """The speaker is a word that stands for somebody, not a name."""
    del names
    spoken = (speaker.name.lower() for speaker in item.resolved.speakers)
    return any(name in PRONOUNS for name in spoken)


def against_a_negation(item: Said, names: Names) -> bool:
    """The reading affirms a holding or a membership, but the passage negates it.

    What stands before a `but` is another proposition.
    """
    del names
    claim = item.resolved.claim
    joined = claim.kind is ClaimKind.TREATY and claim.membership in JOINED
    held = claim.kind in {ClaimKind.POSSESSION, ClaimKind.PRODUCTION, ClaimKind.TRANSFER}
    affirmed = item.stance is Stance.AFFIRMED
    turned = item.words.rsplit(" but ", 1)[-1]
    return (joined or held) and affirmed and NEGATES.search(turned) is not None


PRONOUNS = frozenset(
    {
        *("each", "both", "he", "she", "they", "it", "we", "i", "who", "one", "others"),
        *("first", "second", "third", "former", "latter", "author", "authors", "same"),
    }
)
"""Words that an extractor may take for a name."""

NEGATES = re.compile(
    r"\b(?:no evidence|not known|do(?:es)? not|is not|are not|has not|have not|never|neither)\b",
    re.IGNORECASE,
)
"""Words that negate a holding or a membership."""

JOINED = frozenset({Membership.PARTY, Membership.SIGNATORY, Membership.ACCEDED})
"""Memberships that a negation turns round."""

DOUBTS: tuple[Doubt, ...] = (self_accusing, by_an_observer, from_a_dateline, from_a_pronoun)
"""Reasons to make no sentence of a claim on use or harm."""


def doubtful(item: Said, names: Names) -> bool:
    """Say whether a claim is more likely misread than meant."""
    if item.resolved.claim.kind in EVENTS:
        return any(doubt(item, names) for doubt in DOUBTS)
    return against_a_negation(item, names)
