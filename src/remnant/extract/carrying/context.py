"""Context: what the text so far is about, from which later passages take their values."""

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from remnant.extract.carrying.titled import Aside
from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import is_local, smallest
from remnant.extract.language.frames import FORCES
from remnant.extract.language.roles import OFFICES
from remnant.extract.language.words import Word
from remnant.extract.names.dating import definite_dates
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.extract.names.shortened import named_with
from remnant.knowledge.dates import find_dates
from remnant.knowledge.reckoning import interpret
from remnant.model.claim import ClaimKind
from remnant.model.document import Document, SectionKind

EVENTS = frozenset({ClaimKind.USE, ClaimKind.HARM})
"""Kinds that tell of events with a place and a time."""

REMEMBERED = 60
"""Events that a passage can go back to: no reader goes back farther by `the attack`."""


@dataclass(slots=True)
class Context:
    """What the text so far is about.

    Attributes:
        events: The uses told of last, in order.
        places: The last places named in an event.
        dates: The last dates of an event.
        section: The section in which the dates were said.
        weapons: The last weapons named.
        place: The last settlement named anywhere.
        region: The last place of any size named anywhere.
        treaty: The last treaty named; at first, the first of the text.
        parties: The parties that were last the subject of a sentence.
        named: The parties last named with a noun that can stand for them: `the Syrian army`.
        generic: The last words for a class of weapons: `cluster munitions`.
        notes: Sections that are notes: nothing is carried between them.
        dateline: The words that give the day of publication, if the text has them.
        find: The remnants told of last.
        titled: The attack that the title of the text names, once it is told of.
        moved: The weapons of the transfer told of last.
    """

    events: deque[Draft] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    places: tuple[Mark, ...] = ()
    dates: tuple[Mark, ...] = ()
    section: int = -1
    weapons: tuple[Mark, ...] = ()
    place: Mark | None = None
    region: Mark | None = None
    treaty: Mark | None = None
    parties: tuple[Mark, ...] = ()
    named: dict[str, tuple[Mark, ...]] = field(default_factory=dict)
    generic: tuple[Mark, ...] = ()
    notes: frozenset[int] = frozenset()
    dateline: Mark | None = None
    titled: Aside | None = None
    find: Draft | None = None
    moved: tuple[Mark, ...] = ()


def remember(draft: Draft, context: Context) -> None:
    """Keep what a proposition tells, for the passages after it."""
    if draft.weapons:
        context.weapons = draft.weapons
    if draft.kind is ClaimKind.REMNANTS:
        context.find = draft
    if draft.kind is ClaimKind.TRANSFER:
        context.moved = draft.weapons or context.moved
    if draft.kind not in EVENTS:
        return
    if draft.kind is ClaimKind.USE:
        context.events.append(replace(draft, actors=()) if is_label(draft) else draft)
    section = draft.line.sentence.section
    if section != context.section:
        context.places, context.dates, context.section = (), (), section
    context.places = draft.places or context.places
    context.dates = definite_dates(draft.dates) if draft.dates else context.dates


def is_label(draft: Draft) -> bool:
    """Say whether a label gives the parties that may answer for an attack: `Responsible: A`.

    It charges them with it, in words of its own: what else the text tells does not take them up.
    """
    words, after = draft.line.sentence.words, draft.trigger.index + 1
    return bool(draft.actors) and after < len(words) and words[after].text == ":"


def notice(line: Line, context: Context) -> None:
    """Remember places and weapons named outside propositions too."""
    places = [mark for mark in line.marks if mark.sort is Sort.PLACE]
    local = smallest(places)
    if local:
        context.region = local[-1]
    settled = [mark for mark in local if is_local(mark)]
    if settled:
        context.place = settled[-1]
    treaties = [mark for mark in line.marks if mark.sort is Sort.TREATY]
    if treaties:
        context.treaty = treaties[-1]
    weapons = [one for one in line.marks if one.sort is Sort.WEAPON and not _is_likened(one)]
    if weapons:
        context.weapons = tuple(weapons[-1:])
    classes = [mark for mark in weapons if _GENERIC.fullmatch(mark.words[-1].lower)]
    context.generic = tuple(classes[-1:]) or context.generic
    actors = [mark for mark in line.marks if mark.sort is Sort.ACTOR]
    doing = [mark for mark in actors if is_subject(mark.head)]
    context.parties = tuple(doing) or context.parties
    context.named.update(named_with(line.marks))


def _is_likened(weapon: Mark) -> bool:
    """Say whether a weapon is named only to liken another to it: `acting like landmines`."""
    above = weapon.head.head
    return weapon.head.dep == "pobj" and above.lower in {"like", "unlike", "as"}


_GENERIC = re.compile(r"(?:land)?mines?|munitions?|weapons?|bombs?")
"""Last words of names of whole classes of weapons."""


def is_subject(word: Word) -> bool:
    """Say whether a word, or the one it is coordinated with, is a subject."""
    while word.dep == "conj":
        word = word.head
    owner = word.dep in {"amod", "compound", "nmod", "poss"} and word.head.lemma in FORCES | OFFICES
    return (word.head if owner else word).dep in {"nsubj", "nsubjpass"}


def note_sections(document: Document) -> frozenset[int]:
    """Return the positions of the sections that are notes."""
    return frozenset(
        index for index, section in enumerate(document.sections) if section.kind is SectionKind.NOTE
    )


def dateline(document: Document, lines: Sequence[Line]) -> Mark | None:
    """Return the words near the top that give the day of publication."""
    stated = document.metadata.published
    if stated is None:
        return None
    for line in lines:
        if line.sentence.start > _TOP:
            break
        for mark in line.marks:
            if mark.sort is Sort.DATELINE or mark.sort is Sort.DATE:
                words = document.text[mark.start : mark.end]
                if _is_day(words, stated.value) or words.lower() == "today":
                    return mark
    return _today(lines)


def _today(lines: Sequence[Line]) -> Mark | None:
    """Return the first `today` of a text that prints no date: the day on which it speaks."""
    for line in lines:
        for mark in line.marks:
            if mark.sort is Sort.DATE and mark.words[0].lower == "today":
                return mark
    return None


_TOP = 1_200
"""Code points within which a text gives its own date."""


def _is_day(words: str, published: str) -> bool:
    found = find_dates(words)
    days = {interval.edtf for one in found for interval in interpret(one)}
    return published in days
