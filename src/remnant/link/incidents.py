"""Clusters written up as incidents: the values that their mentions share."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from remnant.link.blocking import LOOK_BACK, area_of
from remnant.link.clustering import scope_of_cluster
from remnant.link.columns import finest, key_of, place_key
from remnant.link.numbering import Numbered
from remnant.model.incident import EventMention, Incident, Link, Scope, Verdict
from remnant.model.value import DateInterval, Location, Reference


def write_up(numbered: Sequence[Numbered], links: Sequence[Link]) -> tuple[Incident, ...]:
    """Return one incident per numbered cluster, in the same order."""
    home = {one.id: cluster.number for cluster in numbered for one in cluster.mentions}
    touching: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        left, right = home.get(link.left, ""), home.get(link.right, "")
        if left == right or link.verdict is Verdict.ASK or link.decision:
            for number in sorted({left, right} - {""}):
                touching[number].append(link)
    return tuple(_incident(cluster, tuple(touching[cluster.number])) for cluster in numbered)


def _incident(cluster: Numbered, links: tuple[Link, ...]) -> Incident:
    mentions = cluster.mentions
    scope = scope_of_cluster(mentions)
    places = _places(mentions)
    return Incident(
        number=cluster.number,
        scope=scope,
        mentions=mentions,
        links=links,
        actors=_by_count(one.actors for one in mentions),
        weapons=_by_count(one.weapons for one in mentions),
        place=main_place(mentions, places) if scope is Scope.EPISODE else _place(mentions, places),
        places=places,
        date=_date([one.date for one in mentions if one.date is not None], scope),
        absorbed=cluster.absorbed,
    )


def _by_count(named: Iterable[Sequence[Reference]]) -> tuple[Reference, ...]:
    counts: Counter[str] = Counter()
    seen: dict[str, Reference] = {}
    for references in named:
        for reference in references:
            counts[key_of(reference)] += 1
            seen.setdefault(key_of(reference), reference)
    ordered = sorted(seen, key=lambda key: (-counts[key], seen[key].name, key))
    return tuple(seen[key] for key in ordered)


def _places(mentions: Sequence[EventMention]) -> tuple[Location, ...]:
    counts: Counter[str] = Counter()
    seen: dict[str, Location] = {}
    for mention in mentions:
        for place in mention.places:
            counts[place_key(place)] += 1
            seen.setdefault(place_key(place), place)
    ordered = sorted(seen, key=lambda key: (-counts[key], seen[key].name, key))
    return tuple(seen[key] for key in ordered)


def _place(mentions: Sequence[EventMention], places: Sequence[Location]) -> Location | None:
    """Return the one place that all name, or else the most precisely known."""
    placed = [frozenset(map(place_key, one.places)) for one in mentions if one.places]
    for place in places:
        if all(place_key(place) in keys for keys in placed):
            return place
    return finest(places)


def main_place(mentions: Sequence[EventMention], places: Sequence[Location]) -> Location | None:
    """Return the place that a war or campaign is most often placed at, the wider of two.

    Where several towns are named as often as one another, none stands for the whole.
    """
    counts = Counter(key for one in mentions for key in {place_key(each) for each in one.places})
    most = [one for one in places if counts[place_key(one)] == max(counts.values())]
    widest = [one for one in most if one.precision == max(each.precision for each in most)]
    return widest[0] if len(widest) == 1 else None


def _date(dates: Sequence[DateInterval], scope: Scope) -> DateInterval | None:
    """Return the days that all dated mentions allow, or the whole stretch they cover."""
    bounds = [(d.earliest, d.latest) for d in dates if d.earliest and d.latest]
    if not bounds:
        return dates[0] if dates else None
    first, last = max(low for low, _ in bounds), min(high for _, high in bounds)
    if scope is Scope.EPISODE or first > last:
        first, last = min(low for low, _ in bounds), max(high for _, high in bounds)
    for date in sorted(dates):
        if (date.earliest, date.latest) == (first, last):
            return date
    return _interval(first, last)


def _interval(first: dt.date, last: dt.date) -> DateInterval:
    text = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return DateInterval(text)


def within_episodes(
    incidents: Sequence[Incident], episodes: Sequence[Incident]
) -> tuple[Incident, ...]:
    """Return the incidents, each with the number of the shortest episode that holds it."""
    dated = [one for one in episodes if one.scope is Scope.EPISODE and _lasts(one.date)]
    by_area: dict[str, list[Incident]] = defaultdict(list)
    for episode in dated:
        for area in {area_of(place) for place in episode.places}:
            by_area[area].append(episode)
    return tuple(_placed(incident, by_area) for incident in incidents)


def _lasts(period: DateInterval | None) -> bool:
    """Say whether a period is longer than a day; a general claim on one day holds no strikes."""
    return period is not None and period.days != 1


def _placed(incident: Incident, by_area: dict[str, list[Incident]]) -> Incident:
    if incident.scope is Scope.EPISODE:
        return incident
    areas = {area_of(place) for place in incident.places}
    around = {one.number: one for area in areas for one in by_area[area] if _holds(one, incident)}
    if not incident.actors and len(around) > 1:
        return replace(incident, episode="")
    shortest = min(around.values(), key=_length, default=None)
    return replace(incident, episode=shortest.number if shortest else "")


def _length(episode: Incident) -> tuple[int, str]:
    days = episode.date.days if episode.date else None
    return (days if days is not None else 10**9, episode.number)


def _holds(episode: Incident, incident: Incident) -> bool:
    if episode.date is None or not _shares_party(episode, incident):
        return False
    if incident.date is not None:
        return episode.date.contains(incident.date)
    return any(_soon_known(episode.date, one.known_by) for one in incident.mentions)


def _soon_known(period: DateInterval, known: DateInterval | None) -> bool:
    """Say whether something was known in the period or within the month after it."""
    if known is None or known.earliest is None or not period.earliest or not period.latest:
        return False
    return period.earliest <= known.earliest <= period.latest + dt.timedelta(days=LOOK_BACK)


def _shares_party(episode: Incident, incident: Incident) -> bool:
    accused = {key_of(actor) for actor in incident.actors}
    return not accused or not accused.isdisjoint(key_of(actor) for actor in episode.actors)
