"""Incidents that may be one event told differently.

Worked out from a record when asked for: it looks across incidents and changes no assessment.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from remnant.assess.differing_dates import slip
from remnant.assess.figures import is_town
from remnant.model.incident import Incident, Scope
from remnant.model.record import Record
from remnant.model.value import Reference
from remnant.model.words import date_words, listed

CLOSE = 2
"""Days between two incidents of one town that accounts of one event may well differ by."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Two incidents of one town, told by different documents, that may be one event.

    Attributes:
        left: Number of the first.
        right: Number of the second.
        sentence: In what the accounts differ, if they are of one event.
    """

    left: str
    right: str
    sentence: str


def neighbours(record: Record) -> tuple[Neighbours, ...]:
    """Return pairs of incidents that may be one event, in order of number."""
    found = (
        Neighbours(one.number, other.number, _sentence(one, other))
        for one, other in close_pairs(record.incidents())
        if near_miss(one, other)
    )
    return tuple(sorted(found, key=lambda one: (one.left, one.right)))


def close_pairs(incidents: Iterable[Incident]) -> Iterator[tuple[Incident, Incident]]:
    """Yield the pairs of incidents of one town whose days touch, or may differ by a slip.

    Each pair once, the smaller number first. Only near days are compared, so that a town with
    many incidents costs little more than one with few.
    """
    by_town: dict[str, list[Incident]] = defaultdict(list)
    for incident in incidents:
        place = incident.place
        if incident.scope is Scope.INCIDENT and place is not None and place.id and is_town(place):
            by_town[place.id].append(incident)
    for town in sorted(by_town):
        found = {*_touching(by_town[town]), *_slipped(by_town[town])}
        numbers = {one.number: one for one in by_town[town]}
        for left, right in sorted(found):
            yield numbers[left], numbers[right]


def _touching(incidents: Iterable[Incident]) -> Iterator[tuple[str, str]]:
    """Yield the numbers of those whose days overlap or follow each other closely."""
    dated = [
        (first, last, one.number)
        for one in incidents
        if one.date and (first := one.date.earliest) and (last := one.date.latest)
    ]
    dated.sort()
    for place, (_, last, number) in enumerate(dated):
        for first, _, other in dated[place + 1 :]:
            if (first - last).days > CLOSE:
                break
            yield min(number, other), max(number, other)


def _slipped(incidents: Iterable[Incident]) -> Iterator[tuple[str, str]]:
    """Yield the numbers of those whose single days differ in the month or the year alone."""
    alike: dict[tuple[str, int, int], list[str]] = defaultdict(list)
    for one in incidents:
        day = one.date.earliest if one.date and one.date.days == 1 else None
        if day is not None:
            alike[("month", day.day, day.year)].append(one.number)
            alike[("year", day.day, day.month)].append(one.number)
    for numbers in alike.values():
        yield from combinations(sorted(numbers), 2)


def by_incident(pairs: Iterable[Neighbours]) -> dict[str, tuple[Neighbours, ...]]:
    """Return the pairs of each incident, by its number."""
    found: dict[str, list[Neighbours]] = defaultdict(list)
    for one in pairs:
        found[one.left].append(one)
        found[one.right].append(one)
    return {number: tuple(found[number]) for number in sorted(found)}


def near_miss(one: Incident, other: Incident) -> bool:
    """Say whether two incidents of one town, told by different documents, may be one event."""
    if {mention.document for mention in one.mentions} & {m.document for m in other.mentions}:
        return False
    first, second = one.date, other.date
    if first is None or second is None:
        return False
    if first.overlaps(second):
        return True
    before, after = sorted((first, second))
    if before.latest is None or after.earliest is None:
        return False
    return 0 <= (after.earliest - before.latest).days <= CLOSE or bool(
        slip(before, after) and _names(one.actors) == _names(other.actors)
    )


def _sentence(one: Incident, other: Incident) -> str:
    where = one.place.name if one.place else "the place"
    parts = []
    if one.date != other.date:
        parts.append(f"the day ({date_words(one.date)}, {date_words(other.date)})")
    mine, theirs = _names(one.weapons), _names(other.weapons)
    if set(mine).isdisjoint(theirs):
        parts.append(f"the weapon ({_or_none(mine)}; {_or_none(theirs)})")
    accused, blamed = _names(one.actors), _names(other.actors)
    if set(accused).isdisjoint(blamed):
        parts.append(f"who did it ({_or_none(accused)}; {_or_none(blamed)})")
    differ = listed(parts) if parts else "nothing that is said"
    misprint = slip(one.date, other.date) if one.date and other.date else ""
    return (
        f"{one.number} and {other.number} are both of {where}, from different documents. If they "
        f"are one event, the accounts differ in {differ}. {misprint}"
    ).rstrip()


def _names(references: Sequence[Reference]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.name for one in references))


def _or_none(names: tuple[str, ...]) -> str:
    return listed(names, "or") or "not said"
