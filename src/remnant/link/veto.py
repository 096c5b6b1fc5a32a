"""What no score may overrule: such mentions are never joined without a person."""

from collections.abc import Callable
from typing import TypeAlias

from remnant.link.columns import key_of
from remnant.link.distance import distance_km
from remnant.link.pieces import LONGEST, WIDEST
from remnant.model.finding import Reason
from remnant.model.incident import EventMention, Scope
from remnant.model.value import GeoPrecision, Location

Rule: TypeAlias = Callable[[EventMention, EventMention], tuple[str, str] | None]


def other_days(left: EventMention, right: EventMention) -> tuple[str, str] | None:
    """The dates exclude each other; only a person may take them for one event."""
    if left.date is None or right.date is None or left.date.overlaps(right.date):
        return None
    if (left.date.days or 0) > LONGEST or (right.date.days or 0) > LONGEST:
        return None
    return left.date.edtf, right.date.edtf


def other_places(left: EventMention, right: EventMention) -> tuple[str, str] | None:
    """The places are exactly known and more than 30 km apart; only a person may join them."""
    ones = [place for place in left.places if _exact(place)]
    others = [place for place in right.places if _exact(place)]
    gaps = [distance_km(one, other) for one in ones for other in others]
    known = [gap for gap in gaps if gap is not None]
    if not known or min(known) <= WIDEST:
        return None
    return ones[0].name, others[0].name


def known_before(left: EventMention, right: EventMention) -> tuple[str, str] | None:
    """One was known before the other is said to have happened."""
    for one, other in ((left, right), (right, left)):
        if one.date is not None or one.known_by is None or other.date is None:
            continue
        latest, earliest = one.known_by.latest, other.date.earliest
        if latest is not None and earliest is not None and latest < earliest:
            known, said = one.known_by.edtf, other.date.edtf
            return (known, said) if one is left else (said, known)
    return None


def other_parties(left: EventMention, right: EventMention) -> tuple[str, str] | None:
    """Both are general claims, and each accuses another party: two episodes, not one."""
    if left.scope is not Scope.EPISODE or right.scope is not Scope.EPISODE:
        return None
    ones, others = {key_of(actor) for actor in left.actors}, {key_of(a) for a in right.actors}
    if not ones or not others or not ones.isdisjoint(others):
        return None
    return left.actors[0].name, right.actors[0].name


RULES: tuple[Rule, ...] = (other_days, other_places, known_before, other_parties)
"""Each forbids joining two mentions, directly or through a chain of others."""


def veto(left: EventMention, right: EventMention) -> Reason | None:
    """Return why two mentions must not be joined by the machine, or `None`."""
    for rule in RULES:
        values = rule(left, right)
        if values is not None:
            sentence = (rule.__doc__ or "").strip()
            name = rule.__name__.replace("_", " ")
            return Reason(name, sentence, *values, claims=(*left.claims, *right.claims))
    return None


def _exact(place: Location) -> bool:
    if place.latitude is None:
        return False
    return place.precision in (GeoPrecision.EXACT, GeoPrecision.NEAR, GeoPrecision.UNKNOWN)
