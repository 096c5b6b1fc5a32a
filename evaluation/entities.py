"""Places to coordinates and actors to entries, over the claims of a gold folder.

A gold place counts where a reviewed place of the knowledge, with coordinates, has exactly its
name; that entry is taken as true. Of the places that the program reads under that name in the
same document, the best is compared: whether it is the same entry, whether it lies in the same
country, and how far off it is. Actors are compared by name over paired claims.
"""

import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from remnant.knowledge import Knowledge
from remnant.knowledge.places import Gazetteer
from remnant.model.claim import Slot
from remnant.model.record import DocumentResult
from remnant.model.value import Location
from remnant.scorecard import Scorecard, normalised

ACTOR_SLOTS = ("speaker", "actor", "supplier", "recipient")
"""Slots that actors fill."""


@dataclass(frozen=True, slots=True)
class Placed:
    """How places were placed.

    Attributes:
        places: Gold places, each once a document, that a reviewed entry has.
        found: Those that the program read in the document and placed.
        exact: Those placed at the same entry.
        country: Those placed in the same country.
        distances: Distance of each from the true place in km, where both have coordinates.
    """

    places: int
    found: int
    exact: int
    country: int
    distances: tuple[float, ...]

    def figures(self) -> dict[str, float]:
        """Return the figures that are printed; shares are of the places found."""
        return {
            "places": self.places,
            "found": self.found,
            "exact": round(self.exact / max(1, self.found), 4),
            "country": round(self.country / max(1, self.found), 4),
            "median_km": round(statistics.median(self.distances), 1) if self.distances else 0.0,
            "farthest_km": round(max(self.distances), 1) if self.distances else 0.0,
        }


def placed(
    gold: Mapping[str, Sequence[Mapping[str, object]]],
    results: Mapping[str, DocumentResult],
    knowledge: Knowledge,
) -> Placed:
    """Compare the places of gold documents with where the program puts them."""
    pairs = [
        (truth, _read(results[doc], name))
        for doc, claims in sorted(gold.items())
        if doc in results
        for name in sorted(_names(claims))
        for truth in [_reviewed(name, knowledge)]
        if truth is not None
    ]
    found = [(truth, ours) for truth, ours in pairs if ours is not None]
    apart = (Gazetteer.distance_km(truth, ours) for truth, ours in found)
    return Placed(
        places=len(pairs),
        found=len(found),
        exact=sum(truth.id == ours.id for truth, ours in found),
        country=sum(truth.country == ours.country for truth, ours in found),
        distances=tuple(km for km in apart if km is not None),
    )


def _names(claims: Iterable[Mapping[str, object]]) -> set[str]:
    listed = (claim.get("place") for claim in claims)
    return {str(one) for names in listed if isinstance(names, list) for one in names}


def _reviewed(name: str, knowledge: Knowledge) -> Location | None:
    """Return the one reviewed place of exactly this name, if it has coordinates."""
    found = [
        one.value
        for one in knowledge.places.search(name)
        if isinstance(one.value, Location)
        and one.value.id.startswith("pack:")
        and one.value.latitude is not None
    ]
    return found[0] if len(found) == 1 else None


def _read(result: DocumentResult, name: str) -> Location | None:
    for resolved in result.resolved:
        for value in resolved.values(Slot.PLACE):
            if isinstance(value, Location) and normalised(value.name) == normalised(name):
                return value
    return None


def actors(card: Scorecard) -> dict[str, float]:
    """Return the F1 of each slot that actors fill, and the share right over paired claims."""
    by_slot, paired = dict(card.by_slot), dict(card.paired)
    return {
        **{f"{slot}_f1": round(by_slot[slot].f1, 4) for slot in ACTOR_SLOTS if slot in by_slot},
        **{f"{slot}_paired": round(paired[slot], 4) for slot in ACTOR_SLOTS if slot in paired},
    }
