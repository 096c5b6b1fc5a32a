"""Titled: the one attack that a whole text is about, as its title says: `2017 Mosul airstrike`.

Such a text tells of it first, with its day, and comes back to it after each aside.
"""

import re
from collections.abc import Iterable

from remnant.extract.carrying.days import day_of
from remnant.extract.carrying.recalling import is_another, is_past, is_plural
from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import is_local
from remnant.extract.language.frames import ATTACKS
from remnant.extract.names.dating import definite_dates
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.knowledge.fold import fold
from remnant.model.claim import ClaimKind
from remnant.model.document import Document, SectionKind

_ATTACK = (
    r"(?:air ?strikes?|air raid|attack|bombing|bombardment|shelling|strike|massacre|explosion|blast"
    r"|missile strike|killing)"
)
_TITLE = re.compile(
    rf"(?:(?!(?:in|to|by|from|after|for|on|over) )[\w'’-]+ )*{_ATTACK}"
    rf"(?: (?:of|on|in|at|against)(?: [\w'’-]+){{1,3}})?"
)
"""A title that is a name: `Sana'a funeral airstrike`, `Chemical bombing of Sardasht`."""

_TELLING = re.compile(r"\b(?:kills?|killed|hits?|claims?|says?|said|condemns?|targets?|targeted)\b")
"""Verbs of headlines: such a title tells something and is no name."""


def names_an_attack(document: Document) -> bool:
    """Say whether the title of a text is the name of one attack."""
    title = document.metadata.title
    if title is None:
        return False
    named = fold(re.split(r"[(,:]", title.value, maxsplit=1)[0]).strip()
    return bool(_TITLE.fullmatch(named)) and not _TELLING.search(named)


def is_first(draft: Draft, document: Document) -> bool:
    """Say whether a passage can be the one in which a text first tells of its attack."""
    section = document.sections[draft.line.sentence.section]
    told = draft.kind is ClaimKind.USE and section.kind is not SectionKind.HEADING
    return told and bool(definite_dates(draft.dates)) and draft.start <= _FIRST


_FIRST = 1_500
"""Code points within which a text about one attack has told when it was."""


class Aside:
    """Follows where a text about one attack leaves its place for another, and comes back."""

    def __init__(self, titled: Draft) -> None:
        """Begin at the attack that the title names."""
        self.titled = titled
        self._names = [_written(mark) for mark in titled.places if is_local(mark)]
        self._section = -1
        self._away: set[int] = set()

    def follow(self, line: Line) -> None:
        """Note whether the telling is elsewhere after a sentence, up to the end of its section."""
        section = line.sentence.section
        here = [mark for mark in line.marks if mark.sort is Sort.PLACE and is_local(mark)]
        dated = any(mark.sort is Sort.DATE for mark in line.marks)
        if here and any(map(self._is_here, here)):
            self._section = -1
        elif here and dated:
            self._section = section
        if self._section == section:
            self._away.add(line.sentence.order)

    def is_about(self, draft: Draft) -> bool:
        """Say whether nothing in or just before a passage speaks for another attack."""
        named = [mark for mark in draft.line.marks if mark.sort is Sort.PLACE]
        own = [mark for mark in draft.places if mark in named]
        local = [mark for mark in own or named if is_local(mark)]
        if local:
            return not self._names or any(map(self._is_here, local))
        return draft.line.sentence.order - 1 not in self._away

    def comes_back(self, draft: Draft, last: Draft | None) -> bool:
        """Say whether `the attack` is the one of the title, not another told just before."""
        if is_plural(draft) or not self.is_about(draft):
            return False
        here = draft.line.sentence.section
        return last is None or last.line.sentence.section != here or not self.is_another(last)

    def is_another(self, event: Draft) -> bool:
        """Say whether an attack has another day or another place than that of the title."""
        local = [mark for mark in event.places if is_local(mark)]
        apart = bool(local and self._names) and not any(map(self._is_here, local))
        return apart or not _is_same_day(event.dates, self.titled.dates)

    def is_harm(self, draft: Draft, told: Iterable[Draft]) -> bool:
        """Say whether harm without a day is that of the attack: no other is told beside it."""
        if draft.kind is not ClaimKind.HARM or draft.dates or is_another(draft):
            return False
        named = [mark for mark in draft.line.marks if mark.sort is Sort.DATE]
        if any(mark.words[-1].lower != "later" for mark in named) or not is_past(draft):
            return False
        inside = draft.line.sentence.within(draft.start, draft.end)
        if any(word.lemma in ATTACKS and word.tag == "NNS" for word in inside):
            return False
        here = draft.line.sentence.section
        others = (one for one in told if one.line.sentence.section == here and one.dates)
        alone = all(_is_same_day(one.dates, self.titled.dates) for one in others)
        return alone and self.is_about(draft)

    def _is_here(self, place: Mark) -> bool:
        from rapidfuzz import fuzz  # noqa: PLC0415 - needed only where a title names an attack

        name = _written(place)
        return any(fuzz.partial_ratio(name, other) >= _ALIKE for other in self._names)


_ALIKE = 85.0
"""Likeness, of 100, of the spellings of one place: `al-Jadida`, `al-Aghawat al-Jadidah`."""


def _is_same_day(some: Iterable[Mark], others: Iterable[Mark]) -> bool:
    """Say whether two attacks can have been on one day; without a day either can."""
    one, other = (
        day_of(" ".join(word.text for m in few for word in m.words)) for few in (some, others)
    )
    return not one or not other or one == other


def _written(mark: Mark) -> str:
    return fold(" ".join(word.lower for word in mark.words))
