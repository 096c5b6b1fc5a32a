"""Keys by which a denial and the incidents that it may answer find each other.

A key names a party, a country and a quarter of a year. Whatever `denials.denies` ties
together shares one; of what shares one, little is looked at in vain.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import product

from remnant.assess.evidence import is_denial
from remnant.assess.saying import denied_dates, said_on
from remnant.assess.speakers import speaker_of_reference
from remnant.knowledge import Knowledge
from remnant.model.incident import Incident
from remnant.model.resolution import ResolvedClaim
from remnant.model.value import DateInterval, Location

RECENT = 366
"""Days before it was said that a denial without a period of its own reaches back."""

UNSAID = "*"
"""Stands in a denial's key for the place or the time that it does not narrow."""

EVERY = "-"
"""Stands in an incident's key for a place or a time that is not known: any denial reaches it."""

LONGEST = 8
"""Quarters. Of a longer period none is named."""


def denial_keys(
    resolved: Sequence[ResolvedClaim], *, day: DateInterval | None, knowledge: Knowledge
) -> tuple[str, ...]:
    """Return the keys of the denials among claims said on one day, in order.

    A denial also has the keys of incidents of which place or time is not known.
    """
    keys: set[str] = set()
    for one in resolved:
        if is_denial(one):
            parties = {speaker_of_reference(actor, knowledge).key for actor in one.actors}
            areas = (*(_countries(one.places) or [UNSAID]), EVERY)
            times = (*(_denied_times(one, day) or [UNSAID]), EVERY)
            keys.update(map("|".join, product(parties, areas, times)))
    return tuple(sorted(keys))


def answer_keys(incident: Incident, *, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the keys of which a denial that may answer an incident has one, in order."""
    when = when_of(incident)
    countries = _countries(incident.places) if when is not None else []
    quarters = _quarters([when]) if when is not None else []
    areas = (*countries, UNSAID) if countries else (EVERY,)
    times = (*quarters, UNSAID) if quarters else (EVERY,)
    parties = accused_keys(incident, knowledge=knowledge)
    return tuple(sorted(map("|".join, product(parties, areas, times))))


def accused_keys(incident: Incident, *, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the keys of the parties accused in an incident, in order."""
    return tuple(sorted({speaker_of_reference(one, knowledge).key for one in incident.actors}))


def when_of(incident: Incident) -> DateInterval | None:
    """Return when an incident was, or else by when it was first known."""
    known = (one.known_by for one in incident.mentions if one.known_by is not None)
    return incident.date or min(known, default=None)


def reaches(denial: ResolvedClaim, incident: Incident) -> bool:
    """Say whether a denial's places, if it names any, may hold those of an incident.

    Of an incident at a place not known, a denial of a wider area may speak; one of a town does not.
    """
    if not denial.places:
        return True
    if not incident.places:
        return any(not _small(one) for one in denial.places)
    return any(holds(one, other) for one in denial.places for other in incident.places)


def holds(first: Location, second: Location) -> bool:
    """Say whether a denial's place may hold an incident's. Places of two countries never do."""
    if first.country and second.country and first.country != second.country:
        return False
    if first.id and first.id == second.id:
        return True
    if first.name in (second.name, second.region) or second.name == first.region:
        return True
    return bool(first.country) and first.country == second.country and not _small(first)


def _small(place: Location) -> bool:
    return place.latitude is not None and place.precision <= 3  # noqa: PLR2004 - a district


def _countries(places: Sequence[Location]) -> list[str]:
    """Return the countries of places; none if one of them lies in no known country."""
    found = {place.country for place in places}
    return [] if "" in found else sorted(found)


def _denied_times(denial: ResolvedClaim, day: DateInterval | None) -> list[str]:
    dates = denied_dates(denial)
    if dates:
        return _quarters(dates)
    if day is not None:
        day = said_on(denial) or day
    if day is None or day.earliest is None or day.latest is None:
        return []
    return sorted(_between(day.latest - timedelta(days=RECENT), day.latest))


def _quarters(periods: Iterable[DateInterval]) -> list[str]:
    """Return the quarters that periods touch; none if one is open or long."""
    found: set[str] = set()
    for period in periods:
        if period.earliest is None or period.latest is None:
            return []
        quarters = set(_between(period.earliest, period.latest))
        if len(quarters) > LONGEST:
            return []
        found |= quarters
    return sorted(found)


def _between(first: date, last: date) -> Iterator[str]:
    start, end = (4 * day.year + (day.month - 1) // 3 for day in (first, last))
    for quarter in range(start, end + 1):
        yield f"{quarter // 4}Q{quarter % 4 + 1}"
