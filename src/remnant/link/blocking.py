"""Keys that two mentions of one event share, so that few pairs need comparing."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from math import floor

from remnant.link.columns import folded, place_key
from remnant.model.incident import EventMention, Scope
from remnant.model.value import DateInterval, Location

WINDOW = 8
"""Days in a window of time. A mention has the keys of its own windows and one day around."""

LOOK_BACK = 31
"""Days before it was known to which an undated mention may belong."""

MOST_YEARS = 8
"""An episode over more years than this is keyed as a long one."""

CELL = 0.25
"""Degrees of latitude and longitude in a cell, about 25 km."""


def blocking_keys(mention: EventMention) -> tuple[str, ...]:
    """Return the keys of one mention, in order.

    Two mentions are compared if they share a key. An incident is keyed by place
    and window of days, and by cell of the map and window; one without a date by
    the month before it was known; an episode by country and year. So the mentions
    that share a key with a new one stay few however large a dossier grows.
    """
    if mention.scope is Scope.EPISODE:
        return tuple(sorted(_episode_keys(mention)))
    where = [*_names(mention.places), *_cells(mention.places)] or ["-"]
    windows = _windows(mention)
    return tuple(sorted({f"i:{one}:{window}" for one in where for window in windows}))


def candidate_pairs(
    mentions: Sequence[EventMention], *, new: frozenset[str] | None = None
) -> tuple[tuple[str, str], ...]:
    """Return the pairs of identifiers that share a key, smaller first, in order.

    With `new`, only pairs that touch one of those mentions.
    """
    blocks: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        for key in blocking_keys(mention):
            blocks[key].add(mention.id)
    pairs: set[tuple[str, str]] = set()
    for members in blocks.values():
        pairs.update(_pairs(sorted(members), new))
    return tuple(sorted(pairs))


def _pairs(members: Sequence[str], new: frozenset[str] | None) -> Iterator[tuple[str, str]]:
    if new is not None and new.isdisjoint(members):
        return
    for index, one in enumerate(members):
        for other in members[index + 1 :]:
            if new is None or one in new or other in new:
                yield one, other


def _windows(mention: EventMention) -> tuple[str, ...]:
    bounds = _days(mention.date)
    if bounds is None:
        known = _days(mention.known_by)
        if known is None:
            return ("undated",)
        bounds = (known[1] - timedelta(days=LOOK_BACK), known[1])
    first = (bounds[0].toordinal() - 1) // WINDOW
    last = (bounds[1].toordinal() + 1) // WINDOW
    return tuple(str(window) for window in range(first, last + 1))


def _days(interval: DateInterval | None) -> tuple[date, date] | None:
    if interval is None or interval.earliest is None or interval.latest is None:
        return None
    return interval.earliest, interval.latest


def _names(places: Sequence[Location]) -> tuple[str, ...]:
    return tuple(sorted({place_key(place) for place in places}))


def _cells(places: Sequence[Location]) -> tuple[str, ...]:
    """Return the four cells nearest to each place, so that neighbours share at least one."""
    found = set()
    for place in places:
        if place.latitude is None or place.longitude is None:
            continue
        for north in (-0.5, 0.5):
            for east in (-0.5, 0.5):
                row = floor(place.latitude / CELL + north)
                column = floor(place.longitude / CELL + east)
                found.add(f"{row}/{column}")
    return tuple(sorted(found))


def _episode_keys(mention: EventMention) -> set[str]:
    areas = {area_of(place) for place in mention.places}
    bounds = _days(mention.date)
    if bounds is None:
        known = _days(mention.known_by)
        if known is None:
            return {f"e:{area}:undated" for area in areas}
        return {f"e:{area}:{known[1].year - back}" for area in areas for back in (0, 1)}
    years = range(bounds[0].year, bounds[1].year + 1)
    if len(years) > MOST_YEARS:
        return {f"e:{area}:long" for area in areas}
    return {f"e:{area}:{year}" for area in areas for year in years}


def area_of(place: Location) -> str:
    """Return the country that a place lies in by law, or else its own name, folded."""
    return place.country or folded(place.name)
