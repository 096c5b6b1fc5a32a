"""Event mentions as columns, for the comparison engine."""

import unicodedata
from collections.abc import Sequence
from typing import TypeAlias

from remnant.model.incident import EventMention
from remnant.model.value import DateInterval, GeoPrecision, Location, Quantity, Reference

Cell: TypeAlias = str | int | float | list[str] | None


def folded(text: str) -> str:
    """Return the text without case, accents and punctuation, for keys."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


def key_of(reference: Reference) -> str:
    """Return what identifies an entry: its identifier, or else its folded name."""
    return reference.id or folded(reference.name)


def place_key(place: Location) -> str:
    """Return what identifies a place: its identifier, or else its folded name."""
    return place.id or folded(place.name)


def finest(places: Sequence[Location]) -> Location | None:
    """Return the most precisely known place, or `None` if there is none."""
    if not places:
        return None
    return min(places, key=lambda place: (place.latitude is None, place.precision, place.name))


def _within(places: Sequence[Location]) -> list[str]:
    larger = [folded(place.region) for place in places if place.region]
    return sorted({key for key in larger if key})


def _names(places: Sequence[Location]) -> list[str]:
    return sorted({place_key(place) for place in places} | {folded(p.name) for p in places})


def _bounds(quantity: Quantity | None) -> tuple[int | None, int | None]:
    return (quantity.minimum, quantity.maximum) if quantity else (None, None)


def row_of(mention: EventMention) -> dict[str, Cell]:
    """Return one mention as a row; an unknown value is `None` or an empty list."""
    place = finest(mention.places)
    date = mention.date
    known = date is not None and date.earliest is not None and date.latest is not None
    killed, injured = _bounds(mention.killed), _bounds(mention.injured)
    return {
        "id": mention.id,
        "document": mention.document,
        "first": date.earliest.toordinal() if known and date and date.earliest else None,
        "last": date.latest.toordinal() if known and date and date.latest else None,
        "places": _names(mention.places),
        "within": _within(mention.places),
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "precision": int(_precision(place)),
        "weapons": sorted({key_of(weapon) for weapon in mention.weapons}),
        "kin": sorted(mention.weapon_kin),
        "actors": sorted({key_of(actor) for actor in mention.actors}),
        "killed_min": killed[0],
        "killed_max": killed[1],
        "injured_min": injured[0],
        "injured_max": injured[1],
        "known": _day(mention.known_by),
        "words": list(mention.words),
    }


def _day(known: DateInterval | None) -> int | None:
    """Return the day by which an event was known, if it is one day."""
    if known is None or known.earliest is None or known.earliest != known.latest:
        return None
    return known.earliest.toordinal()


def _precision(place: Location | None) -> GeoPrecision:
    """Take coordinates of unstated precision for those of a settlement."""
    if place is None:
        return GeoPrecision.UNKNOWN
    if place.precision is GeoPrecision.UNKNOWN and place.latitude is not None:
        return GeoPrecision.NEAR
    return place.precision
