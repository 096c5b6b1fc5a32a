"""The gazetteer: reviewed places of conflicts first, then the settlements of GeoNames.

A search never picks: it returns candidates with scores and reasons. The nearest
spelling is looked for only within given countries, because over the whole world it
finds towns that have nothing to do with the text.
"""

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from remnant.errors import KnowledgeError
from remnant.knowledge.entries import AdminPath, Citation, PlaceName
from remnant.knowledge.fold import fold
from remnant.knowledge.geonames import GeoNames, Settlement, open_geonames
from remnant.model.finding import Reason
from remnant.model.resolution import Candidate
from remnant.model.value import GeoPrecision, Location

_EARTH_KM = 6371.0088
_SIMILAR = 85.0
"""Least similarity, of 100, at which a spelling within the given countries is proposed."""

_MOST = 12
"""Most candidates that a search returns."""


@dataclass(frozen=True, slots=True)
class Place:
    """A reviewed place.

    Attributes:
        location: Where it is.
        kind: `settlement`, `region`, `admin`, `country` or `site`.
        names: All its names; the first is the normal form.
        admin: Where it lies by law and in fact, with the time.
        note: Reservations, such as names it must not be confused with.
        citations: Where the entry comes from.
    """

    location: Location
    kind: str
    names: tuple[PlaceName, ...]
    admin: tuple[AdminPath, ...] = ()
    note: str = ""
    citations: tuple[Citation, ...] = ()


@dataclass(slots=True)
class _Spellings:
    """Folded names of one country's settlements, side by side with their rows."""

    names: list[str] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)


class Gazetteer:
    """Places by identifier and by name."""

    def __init__(
        self, places: Iterable[Place], geonames: Callable[[], GeoNames] = open_geonames
    ) -> None:
        self._by_id = {place.location.id: place for place in places}
        self._by_name: dict[str, tuple[Place, ...]] = {}
        self._open = geonames
        self._geonames: GeoNames | None = None
        self._spellings: dict[str, _Spellings] = {}
        for place in self._by_id.values():
            for key in dict.fromkeys(fold(name.text) for name in place.names):
                self._by_name[key] = (*self._by_name.get(key, ()), place)

    def __iter__(self) -> Iterator[Place]:
        """Yield the reviewed places in order of the files."""
        return iter(self._by_id.values())

    def get(self, place: str) -> Location:
        """Return the place with this identifier.

        Raises:
            KnowledgeError: There is none.
        """
        if place in self._by_id:
            return self._by_id[place].location
        scheme, _, number = place.partition(":")
        if scheme == "geonames" and number.isdigit():
            settlement = self._settled().get(int(number))
            if settlement is not None:
                return located(settlement)
        message = f"places: no entry {place!r}; add it to the dossier's knowledge/pack.yaml"
        raise KnowledgeError(message)

    def place(self, place: str) -> Place | None:
        """Return the reviewed place with this identifier, or `None` if it is only in GeoNames."""
        return self._by_id.get(place)

    def names(self, place: str) -> tuple[PlaceName, ...]:
        """Return all names of a place, the normal form first."""
        if place in self._by_id:
            return self._by_id[place].names
        settlement = self._settled().get(int(place.partition(":")[2] or 0))
        return tuple(map(PlaceName, (settlement.name, *settlement.names))) if settlement else ()

    def search(
        self, name: str, *, countries: frozenset[str] = frozenset()
    ) -> tuple[Candidate, ...]:
        """Return what a name may stand for, best first.

        Names are compared folded. Only if none is equal, the nearest spellings within the
        given countries are proposed, with lower scores.
        """
        key = fold(name)
        if not key:
            return ()
        found = [*self._reviewed(key, countries), *self._settlements(key, countries)]
        if not found and countries:
            found = self._nearest(key, countries)
        best: dict[str, Candidate] = {}
        for candidate in found:
            place = candidate.value.id if isinstance(candidate.value, Location) else ""
            if place not in best or best[place].score < candidate.score:
                best[place] = candidate
        return tuple(sorted(best.values(), key=_best_first)[:_MOST])

    def known(self, name: str) -> bool:
        """Say whether a name is that of some place, folded, anywhere."""
        key = fold(name)
        return bool(key) and (key in self._by_name or bool(self._settled().named(key)))

    @staticmethod
    def distance_km(first: Location, second: Location) -> float | None:
        """Return the great-circle distance in km, or `None` if a place has no coordinates."""
        if first.latitude is None or first.longitude is None:
            return None
        if second.latitude is None or second.longitude is None:
            return None
        one, two = math.radians(first.latitude), math.radians(second.latitude)
        turn = math.radians(second.longitude - first.longitude)
        half = (
            math.sin((two - one) / 2) ** 2 + math.cos(one) * math.cos(two) * math.sin(turn / 2) ** 2
        )
        return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))

    def _settled(self) -> GeoNames:
        if self._geonames is None:
            self._geonames = self._open()
        return self._geonames

    def _reviewed(self, key: str, countries: frozenset[str]) -> Iterator[Candidate]:
        for place in self._by_name.get(key, ()):
            there = place.location.country in countries
            score = 0.8 + 0.15 * there - 0.1 * (bool(countries) and not there)
            reason = Reason("reviewed place", "The name is in the reviewed places.", key)
            yield Candidate(place.location, score, (reason, *_context(place.location, countries)))

    def _settlements(self, key: str, countries: frozenset[str]) -> Iterator[Candidate]:
        for settlement in self._settled().named(key):
            location = self._location(settlement)
            score = 0.4 + _weight(settlement) + 0.3 * (settlement.country in countries)
            score += 0.05 * (fold(settlement.name) == key)
            people = f"population {settlement.population}"
            reason = Reason("same name", "The name is in GeoNames.", key, people)
            yield Candidate(location, round(score, 4), (reason, *_context(location, countries)))

    def _nearest(self, key: str, countries: frozenset[str]) -> list[Candidate]:
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - needed only for unknown spellings

        found = []
        for country in sorted(countries):
            spellings = self._spellings_of(country)
            for match, similarity, index in process.extract(
                key, spellings.names, scorer=fuzz.ratio, score_cutoff=_SIMILAR, limit=_MOST
            ):
                if match[0] != key[0]:
                    continue
                settlement = self._settled().at(spellings.rows[index])
                score = 0.6 * similarity / 100 + _weight(settlement) / 2
                sentence = "The spelling is near that of a place in a country the text names."
                reason = Reason("near spelling", sentence, key, match, round(similarity, 1))
                found.append(Candidate(self._location(settlement), round(score, 4), (reason,)))
        return found

    def _spellings_of(self, country: str) -> _Spellings:
        if country not in self._spellings:
            spellings = self._spellings[country] = _Spellings()
            for name, row in self._settled().spellings(country):
                spellings.names.append(name)
                spellings.rows.append(row)
        return self._spellings[country]

    def _location(self, settlement: Settlement) -> Location:
        reviewed = self._by_id.get(f"geonames:{settlement.id}")
        return reviewed.location if reviewed else located(settlement)


def located(settlement: Settlement) -> Location:
    """Return a settlement of GeoNames as a location."""
    return Location(
        name=settlement.name,
        id=f"geonames:{settlement.id}",
        country=settlement.country,
        latitude=settlement.latitude,
        longitude=settlement.longitude,
        precision=GeoPrecision.EXACT,
    )


def _weight(settlement: Settlement) -> float:
    return 0.2 * min(1.0, math.log10(settlement.population + 1) / 7)


def _context(location: Location, countries: frozenset[str]) -> tuple[Reason, ...]:
    if location.country not in countries:
        return ()
    sentence = "The text names the country it lies in, or other places there."
    return (Reason("country", sentence, location.country),)


def _best_first(candidate: Candidate) -> tuple[float, str]:
    place = candidate.value
    return (-candidate.score, place.id if isinstance(place, Location) else "")
