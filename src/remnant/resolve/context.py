"""What a whole document says that helps to read its single words."""

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from datetime import date

from remnant.knowledge import ActorKind, Form, Hit, Knowledge
from remnant.knowledge.dates import Calendar, find_dates
from remnant.model.document import Document, SectionKind
from remnant.model.value import DateInterval, ReferenceKind

_LEAST_SHARE = 0.08
"""Least share of all names of countries at which a country counts as one the text is about."""

_REACH = 2500
"""How far back, in characters, a full date may lend its year to a day without one."""

_MAIN = 0.5
"""Least share of the dates in full that the year of what the text is about has."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FRESH = ("news", "press", "statement", "tweet", "post", "opinion", "briefing")

_DEICTIC = re.compile(
    r"\b(?:yesterday|today|tomorrow|overnight"
    r"|(?:on|late|early|since|until) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?!,? \d)"
)
"""Words that speak from the day of writing: a text of unknown kind that has them tells news."""


@dataclass(frozen=True, slots=True)
class Context:
    """A document seen as a whole.

    Attributes:
        document: The document.
        knowledge: The reference data.
        hits: Catalogued names in the text, capitals as names of states too.
        countries: Shares of the countries that the text is about, by ISO code.
        published: Day of publication, or `None`.
        fresh: It tells of the days before its publication, as news do.
        dated: Offsets and years of the dates in the text that give a month and a year.
        year: The year of most of these dates, or `None` if none has most of them.
    """

    document: Document
    knowledge: Knowledge
    hits: tuple[Hit, ...]
    countries: tuple[tuple[str, float], ...]
    published: date | None
    fresh: bool
    dated: tuple[tuple[int, int], ...]
    year: int | None

    @property
    def named_countries(self) -> frozenset[str]:
        """The ISO codes of the countries that the text is about."""
        return frozenset(code for code, _ in self.countries)

    def share(self, country: str) -> float:
        """Return how much of the text's naming of countries falls on one."""
        return dict(self.countries).get(country, 0.0)

    def year_at(self, offset: int) -> int | None:
        """Return the year in question at an offset.

        It is that of the heading, of the last full date of the same section, of most full
        dates of the text, or of the last full date at all: the first that is known.
        """
        heading = self._heading_year(offset)
        if heading is not None:
            return heading
        before = bisect_right(self.dated, (offset, 0)) - 1
        near = before >= 0 and offset - self.dated[before][0] <= _REACH
        if near and self._is_same_section(self.dated[before][0], offset):
            return self.dated[before][1]
        if self.year is not None:
            return self.year
        return self.dated[before][1] if near else None

    def _is_same_section(self, first: int, second: int) -> bool:
        sections = self.document.sections
        one, two = (
            bisect_right(sections, offset, key=lambda section: section.start)
            for offset in (first, second)
        )
        return one == two

    def _heading_year(self, offset: int) -> int | None:
        sections = self.document.sections
        index = bisect_right(sections, offset, key=lambda section: section.start) - 1
        while 0 <= index < len(sections):
            section = sections[index]
            if section.kind is SectionKind.HEADING:
                years = set(_YEAR.findall(self.document.text[section.start : section.end]))
                if len(years) == 1:
                    return int(years.pop())
            if section.heading is None:
                return None
            index = section.heading if section.heading < index else -1
        return None


def context_of(document: Document, knowledge: Knowledge) -> Context:
    """Look over a document once, before its words are read one by one."""
    hits = knowledge.lexicon.scan(document.text, capitals=True)
    dated = _dated(document.text)
    published = document.metadata.published
    kind = document.metadata.kind.value.lower() if document.metadata.kind else ""
    return Context(
        document=document,
        knowledge=knowledge,
        hits=hits,
        countries=_countries(hits, knowledge),
        published=_day(published.value) if published else None,
        fresh=any(word in kind for word in _FRESH)
        if kind
        else bool(_DEICTIC.search(document.text)),
        dated=dated,
        year=_main_year(dated),
    )


def _main_year(dated: tuple[tuple[int, int], ...]) -> int | None:
    """Return the year of most of the dates in full: what the text is about."""
    years = Counter(year for _, year in dated)
    most = years.most_common(1)
    return most[0][0] if most and most[0][1] >= _MAIN * years.total() else None


def _countries(hits: tuple[Hit, ...], knowledge: Knowledge) -> tuple[tuple[str, float], ...]:
    count: Counter[str] = Counter()
    for hit in hits:
        if hit.kind is ReferenceKind.PLACE:
            place = knowledge.places.get(hit.entry)
            count[place.country] += 2 if not hit.entry.startswith("country:") else 1
        elif hit.kind is ReferenceKind.ACTOR and _tells_country(hit, knowledge):
            count[knowledge.actors.get(hit.entry).country] += 1
    count.pop("", None)
    total = sum(count.values())
    shares = ((code, number / total) for code, number in count.items())
    kept = [(code, share) for code, share in shares if share >= _LEAST_SHARE]
    return tuple(sorted(kept, key=lambda one: (-one[1], one[0])))


def _tells_country(hit: Hit, knowledge: Knowledge) -> bool:
    """Say whether an actor's name tells what country the text is about.

    A publisher's name does not, nor does a capital: the name of Tripoli in Libya is that
    of a city in Lebanon too, and must not vouch for itself.
    """
    if hit.form in {Form.ADJECTIVE, Form.DEMONYM}:
        return True
    return knowledge.actors.get(hit.entry).kind is ActorKind.OFFICE


def _day(edtf: str) -> date | None:
    try:
        interval = DateInterval(edtf)
    except ValueError:
        return None
    return interval.earliest if interval.days == 1 else None


def _dated(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(
        (expression.start, one.first.year)
        for expression in find_dates(text)
        for one in expression.meanings
        if isinstance(one, Calendar)
        and one.first.year is not None
        and one.first.month is not None
        and not one.opened
    )
