"""What an outlet says in its own voice, and in the same text gives somebody else as the source of.

A headline and the sentence below it that says who told so are one account. News media
that say a thing twice, once with its source, are no second source of it.
"""

from collections.abc import Callable, Sequence

from remnant.assess.evidence import SUPPORTING, Said
from remnant.assess.speakers import Speaker, is_outlet, is_unnamed
from remnant.knowledge import Knowledge
from remnant.model.claim import Slot

FIGURES = (Slot.KILLED, Slot.INJURED, Slot.COUNT)
"""Numbers that a claim may add to what its sources say."""

Covered = Callable[[Said, Sequence[Said], Knowledge], bool]


def same_kind(own: Said, given: Sequence[Said], _: Knowledge) -> bool:
    """The source tells of the same kind of thing: an attack, a find, a harm."""
    return any(own.claim.kind is one.claim.kind for one in given)


def same_parties(own: Said, given: Sequence[Said], _: Knowledge) -> bool:
    """The outlet accuses nobody whom the source does not accuse."""
    return own.accused <= frozenset[str]().union(*(one.accused for one in given))


def same_weapons(own: Said, given: Sequence[Said], knowledge: Knowledge) -> bool:
    """The outlet names no weapon but those of the source, or a class of theirs."""
    named = {weapon.id or weapon.name for one in given for weapon in one.weapons}
    known = {
        generic
        for weapon in named
        if weapon in knowledge.weapons
        for generic in knowledge.weapons.generic(weapon)
    }
    return {weapon.id or weapon.name for weapon in own.weapons} <= named | known


def same_grounds(own: Said, given: Sequence[Said], _: Knowledge) -> bool:
    """The outlet says of no ground, such as a visit, that the source does not have."""
    return set(own.claim.basis) <= {basis for one in given for basis in one.claim.basis}


def same_figures(own: Said, given: Sequence[Said], _: Knowledge) -> bool:
    """The outlet gives no number that the source does not bear out."""
    for slot in FIGURES:
        number = own.resolved.quantity(slot)
        others = [found for one in given if (found := one.resolved.quantity(slot)) is not None]
        if number is not None and not any(number.compatible(one) for one in others):
            return False
    return True


CONDITIONS: tuple[Covered, ...] = (
    same_kind,
    same_parties,
    same_weapons,
    same_grounds,
    same_figures,
)
"""What must hold for words of an outlet's own to add nothing to those of its sources."""


def sources_given(
    own: Said, said: Sequence[Said], *, publisher: Speaker, knowledge: Knowledge
) -> tuple[Said, ...]:
    """Return the claims by which a text attributes to others all that it says itself.

    Args:
        own: A claim in the voice of the publisher.
        said: The claims of the same text on the same incident.
        publisher: Who publishes the text.
        knowledge: The reference data.

    Empty where it says more than they do. Empty too for an organisation that is known and is
    no news outlet: what it says itself it answers for, whomever else it quotes.
    """
    if not is_outlet(publisher.key, knowledge) or own.claim.stance not in SUPPORTING:
        return ()
    given = [one for one in said if _names_a_source(one, publisher, knowledge)]
    if not all(covered(own, given, knowledge) for covered in CONDITIONS):
        return ()
    return tuple(one for one in given if one.claim.kind is own.claim.kind)


def _names_a_source(one: Said, publisher: Speaker, knowledge: Knowledge) -> bool:
    """Say whether a claim is said to be so by others, all of them named."""
    return (
        one.attributed
        and one.claim.stance in SUPPORTING
        and not any(
            speaker.key == publisher.key or is_unnamed(speaker, knowledge)
            for speaker in one.speakers
        )
    )
