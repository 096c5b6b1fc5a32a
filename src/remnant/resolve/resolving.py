"""The resolution of claims: each mention goes to the resolver of its slot."""

from collections.abc import Callable, Iterable
from itertools import chain

from remnant.knowledge import Knowledge
from remnant.model.claim import Claim, Mention, Slot
from remnant.model.document import Document
from remnant.model.resolution import Resolution, ResolvedClaim
from remnant.resolve.actors import actors
from remnant.resolve.context import Context, context_of
from remnant.resolve.dates import dates
from remnant.resolve.places import places
from remnant.resolve.quantities import quantities
from remnant.resolve.targets import targets
from remnant.resolve.treaties import treaties
from remnant.resolve.weapons import weapons

Resolver = Callable[[Claim, Mention, Context], tuple[Resolution, ...]]

RESOLVERS: tuple[tuple[Slot, Resolver], ...] = (
    (Slot.SPEAKER, actors),
    (Slot.ACTOR, actors),
    (Slot.SUPPLIER, actors),
    (Slot.RECIPIENT, actors),
    (Slot.WEAPON, weapons),
    (Slot.TARGET, targets),
    (Slot.PLACE, places),
    (Slot.DATE, dates),
    (Slot.KILLED, quantities),
    (Slot.INJURED, quantities),
    (Slot.COUNT, quantities),
    (Slot.TREATY, treaties),
)
"""Which resolver reads which slot."""


def resolve(
    claims: Iterable[Claim], *, document: Document, knowledge: Knowledge
) -> tuple[ResolvedClaim, ...]:
    """Say what the words of each claim stand for, beside the claim, which stays as it is.

    A list in one mention (`3 and 4 October`) gives several resolutions of that mention.
    """
    waiting = tuple(claims)
    if not waiting:
        return ()
    context = context_of(document, knowledge)
    return tuple(ResolvedClaim(claim, _resolutions(claim, context)) for claim in waiting)


def _resolutions(claim: Claim, context: Context) -> tuple[Resolution, ...]:
    resolvers = dict(RESOLVERS)
    speakers = chain.from_iterable(claim.attribution.chain)
    mentions = dict.fromkeys(chain(claim.mentions, speakers))
    return tuple(
        chain.from_iterable(
            resolvers[mention.slot](claim, mention, context) for mention in mentions
        )
    )
