"""Story: the place that a text keeps coming back to, if it has one, and the days that it tells.

A report about one incident, or the siege of one town, names the place at its head and then
tells on, page after page, of `the strike`, `the hospital`, `a second missile`. A text about
many incidents has no such place.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from remnant.extract.context import note_sections
from remnant.extract.days import days_told
from remnant.extract.draft import Draft
from remnant.extract.filling import is_local
from remnant.extract.marks import Line, Mark, Sort
from remnant.knowledge.fold import fold
from remnant.model.document import Document


@dataclass(frozen=True, slots=True)
class Story:
    """What a text about one incident is about.

    Attributes:
        places: The marks of its place, in order; empty if the text has no such place.
        days: By order of sentence, the day that the telling has come to.
    """

    places: tuple[Mark, ...] = ()
    days: Mapping[int, Mark] = field(default_factory=dict)

    def place(self, offset: int) -> Mark | None:
        """Return the words that name the place last before an offset, or first after it."""
        before = [mark for mark in self.places if mark.start < offset]
        return before[-1] if before else next(iter(self.places), None)

    def fill(self, draft: Draft) -> Draft:
        """Return the draft with the place and the day that its sentence leaves to the story."""
        sorts = {mark.sort for mark in draft.line.marks}
        places, dates = draft.places, draft.dates
        place = self.place(draft.start)
        if not places and place is not None and Sort.PLACE not in sorts:
            places = (place,)
        day = self.days.get(draft.line.sentence.order)
        if not dates and day is not None and Sort.DATE not in sorts:
            dates = (day,)
        return replace(draft, places=places, dates=dates)


def story(document: Document, lines: Sequence[Line]) -> Story:
    """Return the place that a text keeps coming back to, and the days that it tells."""
    notes = note_sections(document)
    told = [line for line in lines if line.sentence.section not in notes]
    return Story(_place(document, told), days_told(document, told))


def _place(document: Document, lines: Iterable[Line]) -> tuple[Mark, ...]:
    named = [
        mark for line in lines for mark in line.marks if mark.sort is Sort.PLACE and is_local(mark)
    ]
    groups = _grouped(named, document)
    if not groups:
        return ()
    most = max(groups, key=len)
    title = document.metadata.title
    headed = f" {fold(title.value)} " if title is not None else ""
    titled = any(f" {_name(mark, document)} " in headed for mark in most)
    share = _TITLED if titled else _MOSTLY
    often = len(most) >= (_TITLED_OFTEN if titled else _OFTEN)
    if not often or len(most) < share * len(named):
        return ()
    spelt = Counter(_name(mark, document) for mark in most).most_common(1)[0][0]
    return tuple(mark for mark in most if _name(mark, document) == spelt)


_TITLED, _TITLED_OFTEN = 0.34, 2
_MOSTLY, _OFTEN = 0.5, 3
"""Share of all settlements named, and number of times: less where the title names the place."""


def _name(mark: Mark, document: Document) -> str:
    return fold(document.text[mark.start : mark.end])


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
