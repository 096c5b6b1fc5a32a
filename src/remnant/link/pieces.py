"""Claims taken apart: one piece for each place and date that a claim pairs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from remnant.link.distance import distance_km
from remnant.model.claim import ClaimKind, Slot, Stance
from remnant.model.resolution import ResolvedClaim
from remnant.model.value import DateInterval, GeoPrecision, Location, Quantity, Reference

LONGEST = 7
"""Days. An event spread over more is an episode."""

WIDEST = 30.0
"""Kilometres. Places further apart were not one incident."""

_EVENTFUL = (ClaimKind.USE, ClaimKind.HARM, ClaimKind.REMNANTS)
_SILENT = (Stance.DENIED, Stance.NOT_KNOWN)
_STORED = re.compile(
    r"\b(stockpil\w*|depots?|arsenals?|warehouses?|storage|stored|magazines|caches?)\b",
    re.IGNORECASE,
)


_ATTACKS = re.compile(
    r"\b(?:attacks|strikes|airstrikes|incidents|bombings|raids|bombardments|shellings|uses)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """What one claim says of one place and date.

    Attributes:
        claim: The claim.
        places: The places; several only if the claim gives them jointly.
        date: When it happened; `None` if not said, and for finds, whose date is not the strike's.
        found: When remnants were found, if the claim says.
        summed: It carries a figure over several dates.
    """

    claim: ResolvedClaim
    places: tuple[Location, ...]
    date: DateInterval | None
    found: DateInterval | None = None
    summed: bool = False

    @property
    def actors(self) -> tuple[Reference, ...]:
        """The parties accused; whoever reports a find or a toll did not do it.

        `Militants` and `gunmen` name no party by which attacks could be told apart.
        """
        named = tuple(one for one in self.claim.actors if one.id or not one.name.islower())
        if self.claim.claim.kind is ClaimKind.USE:
            return named
        speaking = self.claim.speakers
        return tuple(actor for actor in named if actor not in speaking)

    @property
    def is_find(self) -> bool:
        """It reports a find rather than a strike."""
        return self.claim.claim.kind is ClaimKind.REMNANTS


def is_eventful(claim: ResolvedClaim) -> bool:
    """Say whether a claim puts an event forward.

    Denials and statements that nothing is known do not; nor do finds of stored
    weapons, which say who held them, not that they were used.
    """
    said = claim.claim
    if said.kind not in _EVENTFUL or said.stance in _SILENT:
        return False
    return not (said.kind is ClaimKind.REMNANTS and _STORED.search(said.passage.quote))


def pieces_of(claim: ResolvedClaim) -> tuple[Piece, ...]:
    """Take one claim apart into the places and dates that it pairs."""
    places = () if _counts_attacks_elsewhere(claim) else _smallest(claim.places)
    dates = _narrowest(claim.dates)
    if claim.claim.kind is ClaimKind.REMNANTS:
        found = min(dates, key=lambda date: date.edtf, default=None)
        return tuple(Piece(claim, group, None, found) for group in _apart(places))
    figure = any(
        isinstance(value, Quantity)
        for slot in (Slot.KILLED, Slot.INJURED)
        for value in claim.values(slot)
    )
    if len(dates) > 1 and (figure or is_spread(places)):
        return (Piece(claim, places, _hull(dates), summed=True),)
    if figure or not dates:
        return (Piece(claim, places, dates[0] if dates else None),)
    return tuple(Piece(claim, group, date) for group in _apart(places) for date in dates)


def _counts_attacks_elsewhere(claim: ResolvedClaim) -> bool:
    """Say whether it counts several attacks and takes its place from another sentence.

    Not all of them were where that sentence says that one was.
    """
    places = claim.claim.filling(Slot.PLACE)
    counted = claim.quantity(Slot.COUNT)
    several = counted is not None and (counted.minimum or 0) > 1
    carried = all(mention.carried for mention in places)
    return several and carried and _ATTACKS.search(claim.claim.passage.quote) is not None


def is_spread(places: Sequence[Location]) -> bool:
    """Say whether the places lie too far apart, or nobody knows how far, for one incident."""
    gaps = [distance_km(one, other) for one, other in combinations(places, 2)]
    return any(gap is None or gap > WIDEST for gap in gaps)


def is_long(date: DateInterval) -> bool:
    """Say whether a date is not known to within a week."""
    return date.days is None or date.days > LONGEST


def is_fine(place: Location) -> bool:
    """Say whether a place is no larger than a district, so that an incident can be there.

    A place without coordinates counts if the gazetteer knows at least where it lies.
    """
    if place.precision is GeoPrecision.UNKNOWN:
        return place.latitude is not None or bool(place.id or place.country or place.region)
    return place.precision <= GeoPrecision.DISTRICT


def _apart(places: tuple[Location, ...]) -> tuple[tuple[Location, ...], ...]:
    """Keep close places together, and make distant ones events of their own."""
    if not is_spread(places):
        return (places,)
    return tuple((place,) for place in places)


def _smallest(places: tuple[Location, ...]) -> tuple[Location, ...]:
    fine = tuple(place for place in places if is_fine(place))
    return fine or places


def _narrowest(dates: tuple[DateInterval, ...]) -> tuple[DateInterval, ...]:
    """Drop what cannot be placed in time, and each date that only repeats a closer one."""
    known = [date for date in dates if date.earliest is not None and date.latest is not None]
    return tuple(
        date for date in known if not any(date != other and date.contains(other) for other in known)
    )


def _hull(dates: Sequence[DateInterval]) -> DateInterval:
    first = min(date.earliest for date in dates if date.earliest is not None)
    last = max(date.latest for date in dates if date.latest is not None)
    return DateInterval(f"{first.isoformat()}/{last.isoformat()}")
