"""Casualties by country and year, and totals set against their parts. Nothing counts twice.

Worked out from a record when asked for. Only incidents are added up: a total over a war is set
beside the sum, never into it. Incidents that may be one event count once in the least.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from remnant.assess.casualty_rules import low
from remnant.assess.figures import Extent, extent_of, holds, is_town, vague
from remnant.assess.neighbours import close_pairs, near_miss
from remnant.model.casualties import CasualtyRange, CountryYear, Figure, RivalTotals, StatedTotal
from remnant.model.incident import Incident, Scope, Verdict
from remnant.model.record import Record
from remnant.model.value import DateInterval, Quantity
from remnant.model.words import capital, counted, date_words, listed, number


@dataclass(frozen=True, slots=True)
class _Item:
    """An incident with its casualties."""

    incident: Incident
    toll: CasualtyRange


def country_years(record: Record) -> tuple[CountryYear, ...]:
    """Return the casualties of all incidents by country and year, in that order."""
    cells: dict[tuple[str, int | None], list[_Item]] = defaultdict(list)
    for item in _items(record):
        place = item.incident.place
        cells[(place.country if place else "", _year(item.incident.date))].append(item)
    order = sorted(cells, key=lambda cell: (cell[0] or "~", cell[1] is None, cell[1] or 0))
    return tuple(_cell(country, year, cells[(country, year)]) for country, year in order)


def stated_totals(record: Record) -> tuple[StatedTotal, ...]:
    """Return the totals over several places or days, each set against its parts, in order."""
    items = _items(record)
    found = []
    for incident in record.incidents():
        toll = record.assessment(incident.number).casualties
        own = toll.figures if incident.scope is Scope.EPISODE else ()
        for figure in (*own, *toll.apart):
            if not vague(figure):
                area = extent_of(record.claim(figure.claim))
                found.append(_stated(incident, figure, area, items))
    return tuple(found)


def rival_totals(totals: Sequence[StatedTotal]) -> tuple[RivalTotals, ...]:
    """Return the pairs of totals over the same places and days that cannot both be true."""
    return tuple(
        RivalTotals(one.figure.claim, other.figure.claim, _rival(one.figure, other.figure))
        for one, other in combinations(totals, 2)
        if one.figure.covers
        and one.figure.covers == other.figure.covers
        and one.figure.claim != other.figure.claim
        and not all(
            first is None or second is None or first.compatible(second)
            for first, second in (
                (one.figure.killed, other.figure.killed),
                (one.figure.injured, other.figure.injured),
            )
        )
    )


def _rival(one: Figure, other: Figure) -> str:
    def told(figure: Figure) -> str:
        parts = [f"{number(figure.killed)} killed"] if figure.killed else []
        parts += [f"{number(figure.injured)} injured"] if figure.injured else []
        day = f" ({date_words(figure.said)})" if figure.said else ""
        return f"{' and '.join(parts)}{day}"

    return (
        f"For {one.covers}, one account gives {told(one)}, another {told(other)}. These cannot "
        "both be true."
    )


def _items(record: Record) -> tuple[_Item, ...]:
    """Return the incidents with their casualties; episodes are never added up."""
    return tuple(
        _Item(incident, record.assessment(incident.number).casualties)
        for incident in record.incidents()
        if incident.scope is Scope.INCIDENT
    )


def _year(date: DateInterval | None) -> int | None:
    if date is None or date.earliest is None or date.latest is None:
        return None
    return date.earliest.year if date.earliest.year == date.latest.year else None


def _cell(country: str, year: int | None, items: Sequence[_Item]) -> CountryYear:
    families = tuple(_families(items))
    return CountryYear(
        country=country,
        year=year,
        killed=_sum(families, "killed"),
        injured=_sum(families, "injured"),
        civilians_killed=_group(families, "civilian"),
        children_killed=_group(families, "child"),
        counted=tuple(one.incident.number for one in items if _has_figure(one)),
        unknown=tuple(one.incident.number for one in items if not _has_figure(one)),
        doubtful=tuple(
            tuple(one.incident.number for one in family) for family in families if len(family) > 1
        ),
    )


def _has_figure(item: _Item) -> bool:
    return item.toll.killed is not None or item.toll.injured is not None


def _families(items: Sequence[_Item]) -> Iterator[tuple[_Item, ...]]:
    """Yield the incidents in groups of those that may be one event, in order of number."""
    parent = {one.incident.number: one.incident.number for one in items}

    def root(number: str) -> str:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for left, right in _doubts([one.incident for one in items]):
        first, second = sorted((root(left), root(right)))
        parent[second] = first
    groups: dict[str, list[_Item]] = defaultdict(list)
    for one in sorted(items, key=lambda one: one.incident.number):
        groups[root(one.incident.number)].append(one)
    yield from (tuple(group) for group in groups.values())


def _doubts(incidents: Sequence[Incident]) -> Iterator[tuple[str, str]]:
    """Yield pairs that may be one event: of one town and day, near misses, or left to a person."""
    for one, other in close_pairs(incidents):
        if (one.date and other.date and one.date.overlaps(other.date)) or near_miss(one, other):
            yield one.number, other.number
    undated: dict[str, str] = {}
    holder = {mention.id: one.number for one in incidents for mention in one.mentions}
    for one in incidents:
        if one.place is not None and one.place.id and one.date is None and is_town(one.place):
            yield undated.setdefault(one.place.id, one.number), one.number
        for link in one.links:
            if link.verdict is Verdict.ASK and {link.left, link.right} <= holder.keys():
                yield holder[link.left], holder[link.right]


def _sum(families: Iterable[Sequence[_Item]], part: str) -> Quantity | None:
    return _added(
        [value for one in family if (value := getattr(one.toll, part)) is not None]
        for family in families
    )


def _group(families: Iterable[Sequence[_Item]], name: str) -> Quantity | None:
    return _added(
        [
            group.killed
            for one in family
            for group in one.toll.groups
            if group.name == name and group.killed is not None
        ]
        for family in families
    )


def _added(families: Iterable[Sequence[Quantity]]) -> Quantity | None:
    """Add up one figure per family at least, all at most; `None` if there is no figure."""
    given = [family for family in families if family]
    if not given:
        return None
    most = [one.maximum for family in given for one in family]
    whole = [one for one in most if one is not None]
    least = sum(max(low(one) for one in family) for family in given)
    return Quantity(least, sum(whole) if len(whole) == len(most) else None)


def _stated(
    incident: Incident, figure: Figure, area: Extent, items: Sequence[_Item]
) -> StatedTotal:
    inner = [one for one in items if one.toll.killed is not None and _within(one, area, incident)]
    together = _sum(tuple(_families(inner)), "killed")
    fits = _fits(figure.killed, together)
    return StatedTotal(
        incident=incident.number,
        figure=figure,
        parts=tuple(one.incident.number for one in inner),
        together=together,
        fits=fits,
        sentence=_sentence(figure, inner, together, fits=fits),
    )


def _within(item: _Item, area: Extent, episode: Incident) -> bool:
    """Say whether an incident lies in the places and days of a total."""
    place, date = item.incident.place, item.incident.date
    if area.places:
        if place is None or not any(holds(one, place) for one in area.places):
            return False
    elif not item.incident.episode or item.incident.episode != episode.number:
        return False
    days = area.dates or ((episode.date,) if episode.date and not area.places else ())
    return not days or (date is not None and any(day.contains(date) for day in days))


def _fits(whole: Quantity | None, together: Quantity | None) -> bool | None:
    if whole is None or together is None:
        return None
    return whole.maximum is None or low(together) <= whole.maximum


def _sentence(
    figure: Figure, inner: Sequence[_Item], together: Quantity | None, *, fits: bool | None
) -> str:
    covers = figure.covers or "an extent that is not said"
    parts = [f"{number(figure.killed)} killed"] if figure.killed else []
    parts += [f"{number(figure.injured)} injured"] if figure.injured else []
    head = capital(f"{' and '.join(parts)}, over {covers}.")
    if fits is None or together is None or figure.killed is None:
        return (
            f"{head} No incident of this record within it has a number of killed to set against it."
        )
    named = [
        f"{one.incident.number} ({number(one.toll.killed)})" for one in inner if one.toll.killed
    ]
    sums = (
        f"{counted(len(inner), 'incident')} of this record within it: {listed(named)}; "
        f"together {number(together)}."
    )
    if not fits:
        return f"{head} {sums} That is more than the total allows: one of them is of another scope."
    rest = low(figure.killed) - (
        together.maximum if together.maximum is not None else low(together)
    )
    be = "is" if rest == 1 else "are"
    left = f" {rest} of the total {be} in no incident here with a figure." if rest > 0 else ""
    return f"{head} {sums} The parts fit the whole.{left}"
