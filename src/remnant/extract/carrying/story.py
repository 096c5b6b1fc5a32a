"""Story: the place that a text keeps coming back to, if it has one, and the days that it tells.

A report about one incident, or the siege of one town, names the place at its head and then
tells on, page after page, of `the strike`, `the hospital`, `a second missile`. A text about
many incidents has no such place.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from remnant.extract.carrying.context import EVENTS, note_sections
from remnant.extract.carrying.days import day_of, days_told, is_chronicle, labelled_day
from remnant.extract.carrying.recalling import can_be, is_apart
from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import is_local
from remnant.extract.names.dating import definite_dates
from remnant.extract.names.marks import PROVINCE_NOUNS, Line, Mark, Sort
from remnant.knowledge import Knowledge
from remnant.knowledge.fold import fold
from remnant.model.document import Document, SectionKind


@dataclass(frozen=True, slots=True)
class Story:
    """What a text about one incident is about.

    Attributes:
        places: The marks of its place, in order; empty if the text has no such place.
        days: By order of sentence, the day that the telling has come to.
        chronicle: It tells day after day, so that this day comes before that of another event.
        case: The day that a label at the head gives: `Date: 7 June 2018`; `None` without one.
    """

    places: tuple[Mark, ...] = ()
    days: Mapping[int, Mark] = field(default_factory=dict)
    chronicle: bool = False
    case: Mark | None = None

    def place(self, offset: int) -> Mark | None:
        """Return the words that name the place last before an offset, or first after it."""
        before = [mark for mark in self.places if mark.start < offset]
        return before[-1] if before else next(iter(self.places), None)

    def placed(self, draft: Draft) -> Draft:
        """Return the draft with the place that its sentence leaves to the story."""
        place = self.place(draft.start)
        own = [mark for mark in draft.line.marks if mark.sort is Sort.PLACE]
        vague = not any(mark in own or is_local(mark) for mark in draft.places)
        elsewhere = any(mark not in self.places for mark in own)
        if place is None or not vague or (elsewhere and not draft.places):
            return draft
        return replace(draft, places=(place,))

    def settled(self, titled: Draft, last: Draft | None) -> Draft:
        """Return the attack of the title with the place told last, where the text keeps to one."""
        places = last.places if last is not None else ()
        return replace(titled, places=places) if self.places else titled

    def retold(self, draft: Draft, filled: Draft) -> Draft:
        """Return a draft that took its values from another event, on the day of the chronicle."""
        if self.case is not None and not draft.dates and draft.line.sentence.section:
            return replace(filled, dates=(self.case,))
        day = self.dated(draft).dates if self.chronicle and not draft.dates else ()
        return replace(filled, dates=day) if day else filled

    def dated(self, draft: Draft) -> Draft:
        """Return the draft with the day that its sentence leaves to the story."""
        day = self.days.get(draft.line.sentence.order)
        named = any(mark.sort is Sort.DATE for mark in draft.line.marks)
        return draft if draft.dates or named or day is None else replace(draft, dates=(day,))


def story_of(document: Document, lines: Sequence[Line]) -> Story:
    """Return the place that a text keeps coming back to, and the days that it tells."""
    notes = note_sections(document)
    told = [line for line in lines if line.sentence.section not in notes]
    chronicle = is_chronicle(document, told)
    days = days_told(document, told, chronicle=chronicle)
    return Story(_place(document, told), days, chronicle, labelled_day(document, told))


def _place(document: Document, lines: Sequence[Line]) -> tuple[Mark, ...]:
    named = [mark for line in lines for mark in _settlements(line)]
    around = {mark for line in lines for mark in _around(line)}
    wider = Counter(_bare(mark, document) for mark in around)
    told = [mark for mark in named if mark not in around]
    times = Counter(_name(mark, document) for mark in told)
    inner = [mark for mark in told if not _is_wider(_name(mark, document), wider, times)]
    groups = _grouped(inner or told, document)
    if not groups:
        return ()
    most = max(groups, key=len)
    if not _is_main(most, [group for group in groups if group is not most], document):
        return ()
    spelt = Counter(_name(mark, document) for mark in most)
    usual = {name for name, times in spelt.items() if 2 * times >= max(spelt.values())}
    return tuple(mark for mark in most if _name(mark, document) in usual)


def _settlements(line: Line) -> list[Mark]:
    return [mark for mark in line.marks if mark.sort is Sort.PLACE and is_local(mark)]


def _around(line: Line) -> set[Mark]:
    """Return the names that only say where a place lies: `a town in the north of Hasaka`."""
    words = line.sentence.words
    found = set()
    places = [mark for mark in line.marks if mark.sort is Sort.PLACE]
    for place, other in pairwise(places):
        between = words[place.words[-1].index + 1 : other.words[0].index]
        apart = any(word.pos in {"VERB", "AUX", "CCONJ"} for word in between)
        listed = [word.text for word in between] == [","]
        if is_local(place) and not apart and not listed and len(between) <= _ASIDE:
            found.add(other)
    return found


_ASIDE = 9
"""Most words between a place and the name of what it lies in."""


def _is_main(most: Sequence[Mark], others: Sequence[Sequence[Mark]], document: Document) -> bool:
    """Say whether a text keeps to one place: its title names it, or it leaves the others behind."""
    title = document.metadata.title
    headed = f" {fold(title.value)} " if title is not None else ""
    titled = any(f" {_name(mark, document)} " in headed for mark in most)
    share = len(most) / (len(most) + sum(map(len, others)))
    if titled:
        return len(most) > 1 and share >= _TITLED
    second = max(map(len, others), default=0)
    led = len(most) >= _OFTEN and share >= _LEADING and len(most) >= _AHEAD * second
    return led or (len(most) > 1 and share >= _MOSTLY)


_TITLED, _LEADING, _MOSTLY = 0.25, 0.4, 0.6
_OFTEN, _AHEAD = 3, 1.5
"""Shares of all settlements named; times that a place is named, and how far ahead of the next."""


def _name(mark: Mark, document: Document) -> str:
    return fold(document.text[mark.start : mark.end])


def _bare(mark: Mark, document: Document) -> str:
    """Return the name of a place without `province`: towns and provinces share their names."""
    words = _name(mark, document).split()
    return " ".join(word for word in words if word not in PROVINCE_NOUNS)


def _is_wider(name: str, wider: Counter[str], times: Counter[str]) -> bool:
    """Say whether a name stands mostly for the land around other places."""
    return 2 * wider[name] >= times[name]


def _grouped(marks: Iterable[Mark], document: Document) -> list[list[Mark]]:
    """Return the marks by place; spellings of one name stand together."""
    groups: dict[str, list[Mark]] = {}
    keys: dict[str, str] = {}
    for mark in marks:
        name = _name(mark, document)
        if name not in keys:
            keys[name] = next((one for one in groups if _same(one, name)), name)
        groups.setdefault(keys[name], []).append(mark)
    return list(groups.values())


def _same(one: str, other: str) -> bool:
    from rapidfuzz import fuzz  # noqa: PLC0415 - needed only where a text has claims

    if one == other:
        return True
    if one[:1] != other[:1] or min(len(one), len(other)) < _LONG:
        return False
    return fuzz.ratio(one, other) >= _ALIKE


_LONG, _ALIKE = 7, 80.0
"""Letters from which spellings are compared, and their least likeness of 100."""


def main_event(drafts: Sequence[Draft], document: Document) -> Draft | None:
    """Return the first event with the one day that most events of a text have."""
    days = [(draft, _day(draft, document)) for draft in drafts if draft.kind in EVENTS]
    count = Counter(day for _, day in days if day)
    if not count:
        return None
    day, often = count.most_common(1)[0]
    if day == "?" or often < _ONE_DAY * count.total():
        return None
    return next(draft for draft, one in days if one == day)


def is_of_day(draft: Draft, event: Draft, document: Document, knowledge: Knowledge) -> bool:
    """Say whether a passage without a date tells of the event that gives a text its day.

    Its place must be said or carried, and nothing in it may speak for another event.
    """
    sorts = {mark.sort for mark in draft.line.marks}
    headed = document.sections[draft.line.sentence.section].kind is SectionKind.HEADING
    other = draft.kind not in EVENTS or is_apart(draft.trigger)
    if draft.dates or Sort.DATE in sorts or headed or other:
        return False
    settled = any(map(is_local, draft.places)) and any(map(is_local, event.places))
    armed = {mark.entry for mark in draft.weapons} & {mark.entry for mark in event.weapons}
    alike = bool(armed) and not draft.places
    return (settled or alike) and can_be(draft, draft.weapons, event, knowledge)


_ONE_DAY = 0.6
"""Least share of the dated events of a text about one day that have this day."""


def _day(draft: Draft, document: Document) -> str:
    """Return month and day of an event with one day; `?` for other dates, empty without."""
    if not draft.dates:
        return ""
    if not definite_dates(draft.dates):
        return "?"
    return day_of(" ".join(document.text[mark.start : mark.end] for mark in draft.dates))
