"""The first page: the map, the counts and the list of incidents."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from remnant.model.assessment import Grade
from remnant.model.claim import ClaimKind
from remnant.model.incident import Incident, Scope
from remnant.model.words import counted, date_words
from remnant.publish.charts import Chart, bars, columns
from remnant.publish.pages.catalogue import (
    Catalogue,
    heading,
    in_time,
    incident_path,
    names_of,
)
from remnant.publish.pages.context import Link, PageContext
from remnant.publish.pages.evidence import rests_on
from remnant.publish.pages.masking import publishable
from remnant.publish.pages.wording import (
    GRADES,
    GradeText,
    quantity_words,
)

MOST_BARS = 10
"""A chart of names shows this many; its table shows all."""

LONGEST_TIMELINE = 60
"""Months; a record over a longer time is drawn by year."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One incident in the list and on the map."""

    number: str
    href: str
    heading: str
    place: str
    country: str
    region: str
    when: str
    first: str
    last: str
    weapons: tuple[str, ...]
    actors: tuple[str, ...]
    grade: GradeText
    killed: str
    injured: str
    reports: str
    denied: bool
    latitude: float | None
    longitude: float | None
    precision: int
    words: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a filter, with how many incidents it leaves."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewPage(PageContext):
    """Context of the first page."""

    template: ClassVar[str] = "overview.html"
    scripts: ClassVar[tuple[str, ...]] = (
        "leaflet/leaflet.js",
        "data/world.js",
        "data/incidents.js",
        "overview.js",
    )
    entries: tuple[Entry, ...]
    episodes: tuple[Entry, ...]
    lesser: tuple[Entry, ...]
    grades: tuple[Choice, ...]
    actors: tuple[Choice, ...]
    weapons: tuple[Choice, ...]
    places: tuple[Choice, ...]
    charts: tuple[Chart, ...]
    unplaced: int
    sources: tuple[Link, ...]
    remnants: bool


def entry(catalogue: Catalogue, incident: Incident) -> Entry:
    """Return an incident as the list shows it."""
    assessment = catalogue.assessments[incident.number]
    place, date, toll = incident.place, incident.date, assessment.casualties
    documents = {mention.document for mention in incident.mentions}
    return Entry(
        number=incident.number,
        href=incident_path(incident),
        heading=heading(incident),
        place=place.name if place else "",
        country=place.country if place else "",
        region=place.region if place else "",
        when=date_words(date),
        first=date.earliest.isoformat() if date and date.earliest else "",
        last=date.latest.isoformat() if date and date.latest else "",
        weapons=tuple(one.name for one in incident.weapons),
        actors=tuple(one.name for one in incident.actors),
        grade=GRADES[assessment.grade],
        killed=quantity_words(toll.killed) if toll.killed else "",
        injured=quantity_words(toll.injured) if toll.injured else "",
        reports=rests_on(len(documents), assessment),
        denied=bool(assessment.denials),
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        precision=int(place.precision) if place else 7,
        words=_words(incident),
    )


def _words(incident: Incident) -> str:
    """Return the names that the text filter looks in."""
    names = [incident.number, heading(incident), *names_of(incident)]
    return publishable(" ".join(dict.fromkeys(names)))


def overview_page(catalogue: Catalogue) -> OverviewPage:
    """Return the context of the first page."""
    ordered = sorted(catalogue.incidents.values(), key=in_time)
    incidents = [one for one in ordered if one.scope is Scope.INCIDENT]
    entries = tuple(entry(catalogue, one) for one in incidents)
    episodes = [one for one in ordered if one.scope is Scope.EPISODE]
    return OverviewPage(
        path="index.html",
        title="Overview",
        description=f"{counted(len(entries), 'incident')}, each with the words behind it.",
        section="overview",
        entries=entries,
        episodes=tuple(entry(catalogue, one) for one in episodes if weighty(catalogue, one)),
        lesser=tuple(entry(catalogue, one) for one in episodes if not weighty(catalogue, one)),
        grades=_grades(entries),
        actors=_choices(name for one in entries for name in one.actors),
        weapons=_choices(name for one in entries for name in one.weapons),
        places=_choices(one.place for one in entries if one.place),
        charts=_charts(catalogue, incidents, entries),
        unplaced=sum(one.latitude is None for one in entries),
        sources=tuple(card.link for card in catalogue.documents.values())[:8],
        remnants=any(
            card.kind in (ClaimKind.REMNANTS, ClaimKind.USE) for card in catalogue.claims.values()
        ),
    )


def weighty(catalogue: Catalogue, episode: Incident) -> bool:
    """Say whether an episode holds incidents, or more than one document speaks of it."""
    documents = {mention.document for mention in episode.mentions}
    return bool(catalogue.parts.get(episode.number)) or len(documents) > 1


def _grades(entries: tuple[Entry, ...]) -> tuple[Choice, ...]:
    count = Counter(one.grade.slug for one in entries)
    return tuple(
        Choice(text.slug, text.word, count[text.slug])
        for text in GRADES.values()
        if count[text.slug]
    )


def _choices(names: Iterable[str]) -> tuple[Choice, ...]:
    count = Counter(names)
    return tuple(Choice(name, name, count[name]) for name in sorted(count))


def _charts(
    catalogue: Catalogue, incidents: list[Incident], entries: tuple[Entry, ...]
) -> tuple[Chart, ...]:
    grades = Counter(catalogue.assessments[one.number].grade for one in incidents)
    timeline = tuple(_timeline(entries))
    by_year = bool(timeline) and len(timeline[0][0]) == len("2020")
    return (
        columns(
            "by-time",
            "Incidents by year" if by_year else "Incidents by month",
            timeline,
            head="Year" if by_year else "Month",
            note=_undated(entries, timeline),
        ),
        bars(
            "by-grade",
            "How well each is supported",
            [(GRADES[one].word, grades[one]) for one in Grade if grades[one]],
            head="Grade",
        ),
        bars(
            "by-actor",
            "Who is said to have done it",
            _top(name for one in entries for name in one.actors),
            head="Party",
            note="An incident with two accused parties counts once for each.",
        ),
        bars(
            "by-weapon",
            "With what",
            _top(name for one in entries for name in one.weapons),
            head="Weapon",
            note="An incident in which two weapons are named counts once for each.",
        ),
    )


def _top(names: Iterable[str]) -> list[tuple[str, int]]:
    return sorted(Counter(names).items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_BARS]


def _timeline(entries: tuple[Entry, ...]) -> Iterable[tuple[str, int]]:
    """Return counts by month, or by year where the record spans more than five years."""
    months = sorted(one.first[:7] for one in entries if one.first[:7] == one.last[:7] != "")
    years = sorted(one.first[:4] for one in entries if one.first[:4] == one.last[:4] != "")
    if not years:
        return []
    if months and len(_months(months[0], months[-1])) <= LONGEST_TIMELINE:
        count = Counter(months)
        return [(date_label(month), count[month]) for month in _months(months[0], months[-1])]
    count = Counter(years)
    return [(str(year), count[str(year)]) for year in range(int(years[0]), int(years[-1]) + 1)]


def _months(first: str, last: str) -> list[str]:
    start, end = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last))
    return [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(start, end + 1)]


def date_label(month: str) -> str:
    """Return a month as a chart writes it: `Oct 2020`."""
    names = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    return f"{names[int(month[5:]) - 1]} {month[:4]}"


def _undated(entries: tuple[Entry, ...], timeline: tuple[tuple[str, int], ...]) -> str:
    left_out = len(entries) - sum(count for _, count in timeline)
    if not left_out:
        return ""
    return f"{counted(left_out, 'incident')} without a date as exact as this are not in the chart."


def markers(page: OverviewPage) -> list[dict[str, object]]:
    """Return the incidents that have a position, as data for the map."""
    return [
        {
            "n": one.number,
            "h": one.href,
            "t": one.heading,
            "g": one.grade.slug,
            "w": one.grade.word,
            "r": one.reports,
            "a": " or ".join(one.actors),
            "y": one.latitude,
            "x": one.longitude,
            "p": one.precision,
        }
        for one in page.entries
        if one.latitude is not None and one.longitude is not None
    ]
