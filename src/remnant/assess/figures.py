"""Single figures: who they count, what they cover, and whether the deaths came later.

A figure over several places or days is never taken for one strike, and one of Barda is never
set against one of Ganja. A death of wounds belongs to the day of the injury.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from remnant.assess.casualty_rules import RULES, high, is_vague, low
from remnant.assess.evidence import Evidence, Said
from remnant.assess.people import people, portions
from remnant.model.casualties import Figure, Group, People
from remnant.model.claim import Claim, Slot, Stance
from remnant.model.incident import Incident, Scope
from remnant.model.resolution import ResolvedClaim
from remnant.model.value import DateInterval, GeoPrecision, Location, Quantity
from remnant.model.words import date_words, listed

OF_WOUNDS = re.compile(
    r"^[^.;]{0,80}?\b(?:died|dies|succumbed)\b[^.;]*?\b(?:of|from|to) (?:[\w'’]+ ){0,4}?"
    r"(?:wounds?|injur(?:y|ies))\b",
    re.IGNORECASE,
)
"""Words behind a number by which those people died of injuries."""

TOTAL = re.compile(r"\b(?:to|at|total\w*|reach\w*|of)\s*$", re.IGNORECASE)
"""Words before a number by which it is a total, whoever of them died later."""


@dataclass(frozen=True, slots=True)
class Extent:
    """The places and days that a figure covers; empty where its words say none."""

    places: tuple[Location, ...]
    dates: tuple[DateInterval, ...]

    @property
    def words(self) -> str:
        """The places and days in words; the country goes without saying where towns are named."""
        small = [one for one in self.places if one.precision < GeoPrecision.COUNTRY]
        where = listed(sorted({place.name for place in small or self.places}))
        when = _days_words(self.dates)
        return ", ".join(part for part in (where, when) if part)

    def contains(self, other: "Extent") -> bool:
        """Say whether every place and day of the other lies in this one, as far as is said."""
        return all(
            any(holds(mine, theirs) for mine in self.places) for theirs in other.places
        ) and (not self.dates or (bool(other.dates) and _spans(self.dates, other.dates)))


def _days_words(dates: Sequence[DateInterval]) -> str:
    """Write days of one month together: `4, 5 and 8 October 2020`."""
    months = {date.edtf[:-3] for date in dates if date.days == 1}
    if len(dates) > 1 and len(months) == 1 and all(date.days == 1 for date in dates):
        days = listed([str(int(date.edtf[-2:])) for date in sorted(dates)])
        return f"{days} {date_words(DateInterval(months.pop()))}"
    return listed([date_words(date) for date in sorted(dates)])


def holds(whole: Location, part: Location) -> bool:
    """Say whether one place holds another: the same, the region around it, or its country."""
    same = whole.id == part.id if whole.id and part.id else whole.name == part.name
    if same or whole.name == part.region:
        return True
    wide = whole.precision >= GeoPrecision.COUNTRY
    return wide and bool(whole.country) and whole.country == part.country


def _spans(whole: Sequence[DateInterval], parts: Sequence[DateInterval]) -> bool:
    return all(any(date.contains(part) for date in whole) for part in parts)


def is_town(place: Location | None) -> bool:
    """Say whether a place is a town or village: a village whose spot is not known has none."""
    if place is None or not (place.id or place.name):
        return False
    unplaced = place.latitude is None and place.precision is GeoPrecision.DISTRICT
    return place.precision <= GeoPrecision.NEAR or unplaced


def extent_of(resolved: ResolvedClaim) -> Extent:
    """Return what the figure of a claim covers."""
    return Extent(resolved.places, tuple(sorted(resolved.dates)))


def extent(said: Said) -> Extent:
    """Return what a figure covers."""
    return extent_of(said.resolved)


def has_figure(said: Said) -> bool:
    """Say whether a claim gives a number of killed or injured."""
    return said.resolved.killed is not None or said.resolved.injured is not None


def wider(said: Said, incident: Incident) -> bool:
    """Say whether a figure covers more than the incident: several days, or several towns."""
    if incident.scope is Scope.EPISODE:
        return False
    towns = {place.id or place.name for place in said.resolved.places if is_town(place)}
    return said.claim.general or len(said.resolved.dates) > 1 or len(towns) > 1


def died_later(claim: Claim) -> bool:
    """Say whether those counted as killed died of injuries that they had received before."""
    passage = claim.passage
    for mention in claim.filling(Slot.KILLED):
        if passage.contains(mention.span):
            start = mention.span.start - passage.start
            total = TOTAL.search(passage.quote[max(0, start - 16) : start])
            if not total and OF_WOUNDS.search(passage.quote[start:]):
                return True
    return False


def figure(said: Said, origin: str, evidence: Evidence, *, episode: bool) -> Figure:
    """Return the figure of a claim."""
    return Figure(
        claim=said.claim.id,
        origin=origin,
        killed=said.resolved.killed,
        injured=said.resolved.injured,
        said=evidence.day(said),
        hedged=said.claim.stance in (Stance.HEDGED, Stance.OPEN),
        covers=extent(said).words if episode else "",
        who_killed=people(said.claim, Slot.KILLED),
        who_injured=people(said.claim, Slot.INJURED),
        portions=portions(said.claim),
    )


def vague(one: Figure) -> bool:
    """Say whether a figure says only that people were harmed."""
    given = [value for value in (one.killed, one.injured) if value is not None]
    return all(is_vague(value) for value in given)


def widest(extents: Sequence[tuple[Extent, Figure]]) -> str | None:
    """Return what the one extent covers that holds all others, and whose figure is no lower.

    `None` if there is none: then no total can be given.
    """
    exact = [(area, one) for area, one in extents if not vague(one)] or list(extents)
    by_words: dict[str, list[tuple[Extent, Figure]]] = defaultdict(list)
    for area, one in exact:
        by_words[area.words].append((area, one))
    for words in sorted(by_words):
        area = by_words[words][0][0]
        rest = [pair for other, pairs in by_words.items() if other != words for pair in pairs]
        unsaid = not area.words
        if all(
            (unsaid or (other.words and area.contains(other)))
            and _no_lower([own for _, own in by_words[words]], one)
            for other, one in rest
        ):
            return words
    return None


def _no_lower(whole: Sequence[Figure], part: Figure) -> bool:
    for name in ("killed", "injured"):
        values = [value for one in whole if (value := getattr(one, name)) is not None]
        least = getattr(part, name)
        if values and least is not None and max(high(value) for value in values) < low(least):
            return False
    return True


def groups(figures: Sequence[Figure]) -> tuple[Group, ...]:
    """Return civilians, children and so on over the current figures that say so."""
    found: dict[str, dict[str, list[Quantity]]] = defaultdict(lambda: defaultdict(list))
    behind: dict[str, list[str]] = defaultdict(list)
    for one in figures:
        for part, number, who in _counted(one):
            for kind in _kinds(who):
                found[kind][part].append(number)
                behind[kind].append(one.claim)
    return tuple(
        Group(
            kind,
            _over(found[kind]["killed"]),
            _over(found[kind]["injured"]),
            tuple(dict.fromkeys(behind[kind])),
        )
        for kind in KINDS
        if kind in found
    )


KINDS = ("civilian", "military", "deminer", "child", "adult", "female", "male")
"""The names of the groups, in the order in which they are printed."""


def _counted(one: Figure) -> list[tuple[str, Quantity, People]]:
    whole = [("killed", one.killed, one.who_killed), ("injured", one.injured, one.who_injured)]
    some = [("injured" if p.injured else "killed", p.number, p.people) for p in one.portions]
    return [(part, value, who) for part, value, who in (*whole, *some) if value is not None]


def _kinds(who: People) -> tuple[str, ...]:
    return tuple(kind.value for kind in (who.status, who.age, who.sex) if kind.value in KINDS)


def _over(values: Sequence[Quantity]) -> Quantity | None:
    return RULES["range"](values) if values else None
