"""What a party accepts: an attack, a part of what is alleged, or that it holds a weapon.

Airwars records what a belligerent concedes beside what it denies (methodology note): the two
are different answers, and neither is silence.
"""

import re
from collections.abc import Sequence

from remnant.assess.compatibility import compatible
from remnant.assess.evidence import Said
from remnant.assess.grade import ADMITTING
from remnant.knowledge import Knowledge
from remnant.model.claim import ActorRole, ClaimKind, Stance
from remnant.model.ledger import Response

MILITARY = re.compile(
    r"\b(?:military|legitimate)\b[^.;]*\b(?:target|object|objective|facilit|site|installation|base)"
    r"|\b(?:target|object)s?\b[^.;]*\b(?:was|were|are|is) (?:\w+ )?(?:military|legitimate)\b",
    re.IGNORECASE,
)
"""Words by which a party says that what it struck was military."""

DOING = (None, ActorRole.FIRED, ActorRole.ORDERED)
"""What an actor accepts who accepts an attack; to accept a supply is another matter."""

HOLDING = (ClaimKind.POSSESSION, ClaimKind.PRODUCTION)


def concedes(said: Said) -> bool:
    """Say whether a party says flatly of itself that it attacked, or that it holds a weapon.

    In somebody else's report there must be a word of admission: that a report names a party
    as speaker and as actor in one sentence is not enough.
    """
    claim = said.claim
    if claim.stance is not Stance.AFFIRMED or claim.kind not in (ClaimKind.USE, *HOLDING):
        return False
    if claim.kind is ClaimKind.USE and claim.role not in DOING:
        return False
    if said.accused.isdisjoint(speaker.key for speaker in said.speakers):
        return False
    cue = claim.attribution.cue.quote if claim.attribution.cue else ""
    admitted = bool(ADMITTING.search(f"{cue} {claim.passage.quote}"))
    return claim.attribution.quoted or admitted or not said.attributed


def of_one_matter(conceded: Said, accusation: Said) -> bool:
    """Say whether a concession is of the matter that an accusation is about."""
    holding = accusation.claim.kind in HOLDING
    return holding is (conceded.claim.kind in HOLDING)


def response(conceded: Said, accusations: Sequence[Said], knowledge: Knowledge) -> Response:
    """Say whether a concession accepts all that is alleged.

    It is partial where the words call the target military, or where they name no weapon that
    fits the one that an accuser names.
    """
    if conceded.claim.kind in HOLDING:
        return Response.CONCESSION
    if MILITARY.search(conceded.claim.passage.quote):
        return Response.PARTIAL
    alleged = {key for one in accusations for key in _weapons(one, knowledge)}
    own = _weapons(conceded, knowledge)
    fits = any(compatible(one, other, knowledge) for one in own for other in alleged)
    return Response.CONCESSION if fits or not alleged else Response.PARTIAL


def _weapons(said: Said, knowledge: Knowledge) -> tuple[str, ...]:
    return tuple(one.id for one in said.resolved.weapons if one.id in knowledge.weapons)
