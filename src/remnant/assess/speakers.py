"""Who speaks: one key per speaker, however it is named and through whichever office."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from remnant.knowledge import Actor, ActorKind, ActorRegister, Knowledge
from remnant.model.document import Document
from remnant.model.resolution import ResolvedClaim
from remnant.model.value import Reference

UNKNOWN = "unknown publisher"
"""All documents that do not say who published them speak under this one name.

Nothing shows that they are independent of each other, so they never count twice. Each is
printed by its title.
"""

_SIDES = (ActorKind.STATE, ActorKind.TERRITORY, ActorKind.GROUP, ActorKind.COALITION)


@dataclass(frozen=True, slots=True, order=True)
class Speaker:
    """Somebody who says something.

    Attributes:
        key: Identifier of the actor it speaks as, or its folded name.
        name: Name to print.
    """

    key: str
    name: str


def folded(text: str) -> str:
    """Return the text without case, accents and punctuation, for keys."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


def speaker_of(name: str, knowledge: Knowledge, *, actor: str = "") -> Speaker:
    """Return the speaker of this name, or of this actor identifier if it is known."""
    found = _actor(name, actor, knowledge)
    if found is not None:
        return Speaker(found.id, found.name)
    if name.strip() in ("", UNKNOWN):
        return Speaker(UNKNOWN, UNKNOWN)
    return Speaker(folded(name) or UNKNOWN, name.strip())


def _actor(name: str, actor: str, knowledge: Knowledge) -> Actor | None:
    register = knowledge.actors
    if actor in register:
        return register.speaks_as(actor)
    named = register.named(name) if name.strip() else ()
    if named:
        return register.speaks_as(named[0].id)
    found = (_state_of(office, state, register) for office, state in _offices(name))
    return next((one for one in found if one is not None), None)


def _offices(name: str) -> tuple[tuple[str, str], ...]:
    """Return how a name may be an office and its state: `Government of X`, `X government`."""
    office, _, state = name.strip().rpartition(" of ")
    adjective, _, body = name.strip().removeprefix("the ").partition(" ")
    return ((office, state), (body, adjective))


def _state_of(office: str, state: str, register: ActorRegister) -> Actor | None:
    """Return the state whose office this is, if such an office speaks as its state."""
    if not register.of_state(office):
        return None
    return next((one for one in register.named(state) if one.kind is ActorKind.STATE), None)


def speaker_of_reference(reference: Reference, knowledge: Knowledge) -> Speaker:
    """Return the speaker that a reference stands for."""
    return speaker_of(reference.name, knowledge, actor=reference.id)


def publisher_of(document: Document, knowledge: Knowledge) -> Speaker:
    """Return who publishes a document: the publisher, or else the author.

    Where neither is known the document itself is named, by its title.
    """
    stated = document.metadata.publisher or document.metadata.author
    found = speaker_of(stated.value if stated else "", knowledge)
    return Speaker(UNKNOWN, f"the document “{document.called}”") if found.key == UNKNOWN else found


def innermost(claim: ResolvedClaim, knowledge: Knowledge) -> tuple[Speaker, ...]:
    """Return the identified sources of a claim; empty if the publisher speaks itself."""
    if not claim.claim.attribution.chain:
        return ()
    named = claim.speakers
    if named:
        found = (speaker_of_reference(one, knowledge) for one in named)
        return tuple(dict.fromkeys(found))
    words = (mention.span.quote for mention in claim.claim.attribution.innermost)
    return tuple(dict.fromkeys(speaker_of(text, knowledge) for text in words))


def speakers_of(claim: ResolvedClaim, knowledge: Knowledge) -> tuple[tuple[Speaker, ...], ...]:
    """Return the identified speakers of a claim at each depth, outermost first."""
    if not claim.claim.attribution.chain:
        return ()
    known = {
        one.mention: one.value for one in claim.resolutions if isinstance(one.value, Reference)
    }
    outer = tuple(
        tuple(
            dict.fromkeys(
                speaker_of_reference(known[one], knowledge)
                if one in known
                else speaker_of(one.span.quote, knowledge)
                for one in mentions
            )
        )
        for mentions in claim.claim.attribution.chain[:-1]
    )
    return (*outer, innermost(claim, knowledge))


def is_unnamed(speaker: Speaker, knowledge: Knowledge) -> bool:
    """Say whether a speaker is nobody in particular: `researchers`, `residents`, `officials`.

    Such words are in no register and hold no proper name.
    """
    return speaker.key not in knowledge.actors and speaker.name == speaker.name.lower()


def is_outlet(key: str, knowledge: Knowledge) -> bool:
    """Say whether a publisher is a news outlet, or not known to be anything else."""
    return key not in knowledge.actors or knowledge.actors.get(key).kind is ActorKind.MEDIA


def is_side(key: str, knowledge: Knowledge) -> bool:
    """Say whether a speaker is a state, territory, armed group or coalition."""
    return key in knowledge.actors and knowledge.actors.get(key).kind in _SIDES


def states_of(country: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the identifiers of the states with this ISO code: one, or none if it is unknown."""
    return _states(knowledge.actors).get(country, ())


@lru_cache(maxsize=8)
def _states(register: ActorRegister) -> dict[str, tuple[str, ...]]:
    """Index the states once per register, which never changes."""
    found: dict[str, tuple[str, ...]] = {}
    for actor in register:
        if actor.kind is ActorKind.STATE and actor.country:
            found[actor.country] = (*found.get(actor.country, ()), actor.id)
    return found


def organs_of(side: str, knowledge: Knowledge) -> frozenset[str]:
    """Return the bodies and media that a state, territory, group or coalition runs or leads."""
    return _organs(knowledge.actors).get(side, frozenset())


@lru_cache(maxsize=8)
def _organs(register: ActorRegister) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for actor in register:
        for other, _ in actor.related:
            if actor.kind not in _SIDES and register.get(other).kind in _SIDES:
                found.setdefault(other, set()).add(actor.id)
    return {side: frozenset(found[side]) for side in sorted(found)}
