"""Which claims concern which state: built once for all profiles, holding identifiers only."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from remnant.model.claim import ClaimKind, Slot, Stance
from remnant.model.incident import Incident
from remnant.model.record import Record
from remnant.model.resolution import ResolvedClaim
from remnant.model.value import DateInterval, Reference
from remnant.publish.sentences_names import CLUSTER, Names

TREATIES = frozenset({"CCM", "MBT", "CCW"})
"""Treaties that a ban-policy profile speaks of."""

POLICY = frozenset({ClaimKind.TREATY, ClaimKind.VOTE, ClaimKind.POSITION})
HOLDINGS = frozenset({ClaimKind.PRODUCTION, ClaimKind.POSSESSION, ClaimKind.TRANSFER})
EVENTS = frozenset({ClaimKind.USE, ClaimKind.HARM, ClaimKind.REMNANTS})


@dataclass(frozen=True, slots=True)
class ProfileIndex:
    """Where the claims of each profile are.

    Attributes:
        parties: Per actor, pairs of document and claim in which it acts, holds or declares.
        grounds: Per country code and per named region, pairs of document and claim of events.
        dates: Per claim without a date of its own, the date of the event it belongs to.
    """

    parties: Mapping[str, tuple[tuple[str, str], ...]]
    grounds: Mapping[str, tuple[tuple[str, str], ...]]
    dates: Mapping[str, DateInterval]


def index_record(record: Record, names: Names) -> ProfileIndex:
    """Go through the record once and note which claims concern which state."""
    linked, dates = _of_incidents(record, names)
    parties: dict[str, list[tuple[str, str]]] = {}
    grounds: dict[str, list[tuple[str, str]]] = {}
    for document in sorted(record.documents()):
        for resolved in record.result(document).resolved:
            claim = resolved.claim
            if not relevant(resolved, names, linked=claim.id in linked):
                continue
            where = (document, claim.id)
            for actor in dict.fromkeys(names.key(one) for one in _parties(resolved)):
                parties.setdefault(actor, []).append(where)
            if claim.kind in EVENTS:
                for ground in _grounds(resolved):
                    grounds.setdefault(ground, []).append(where)
    return ProfileIndex(_frozen(parties), _frozen(grounds), dates)


def relevant(resolved: ResolvedClaim, names: Names, *, linked: bool = False) -> bool:
    """Say whether a claim belongs in a profile on cluster munitions.

    Args:
        resolved: The claim.
        names: Names of the knowledge.
        linked: It belongs to an incident in which cluster munitions are said to be used.
    """
    kind = resolved.claim.kind
    treaties = {one.name for one in resolved.references(Slot.TREATY)}
    if kind in {ClaimKind.TREATY, ClaimKind.VOTE}:
        return bool(treaties & TREATIES) or (kind is ClaimKind.VOTE and not treaties)
    if kind is ClaimKind.POSITION:
        return "CCM" in treaties or concerns(resolved.weapons, names)
    if kind is ClaimKind.PROCEEDING:
        return False
    if kind is ClaimKind.USE and not resolved.weapons:
        return resolved.claim.stance is Stance.DENIED
    if kind is ClaimKind.HARM and not resolved.weapons:
        return linked
    return concerns(resolved.weapons, names)


def concerns(weapons: tuple[Reference, ...], names: Names) -> bool:
    """Say whether the weapons are cluster munitions or systems with cluster variants."""
    if any(weapon.name in {CLUSTER, "submunition"} for weapon in weapons):
        return True
    return names.concerns_cluster(weapons)


def _parties(resolved: ResolvedClaim) -> Iterator[Reference]:
    yield from resolved.actors
    yield from resolved.references(Slot.SUPPLIER)
    yield from resolved.references(Slot.RECIPIENT)


def _grounds(resolved: ResolvedClaim) -> tuple[str, ...]:
    found = [name for place in resolved.places for name in (place.country, place.region)]
    wide = [place.name for place in resolved.places]
    return tuple(dict.fromkeys(name for name in (*found, *wide) if name))


def _of_incidents(
    record: Record, names: Names
) -> tuple[frozenset[str], Mapping[str, DateInterval]]:
    linked: set[str] = set()
    dates: dict[str, DateInterval] = {}
    for incident in record.incidents():
        if concerns(incident.weapons, names):
            linked.update(incident.claims)
        dates.update(_dates(incident))
    return frozenset(linked), dates


def _dates(incident: Incident) -> Iterator[tuple[str, DateInterval]]:
    for mention in incident.mentions:
        date = mention.date or incident.date
        if date is not None:
            for claim in mention.claims:
                yield claim, date


def _frozen(found: dict[str, list[tuple[str, str]]]) -> dict[str, tuple[tuple[str, str], ...]]:
    return {key: tuple(dict.fromkeys(value)) for key, value in sorted(found.items())}
