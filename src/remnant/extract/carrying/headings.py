"""Headings: a heading that only names a place or a day says where and when its text plays.

Reports by district or by incident head each part so: `Barda, 28 October`, `Ganja`. The part's
sentences then rarely repeat it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from remnant.extract.carrying.context import EVENTS
from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import smallest
from remnant.extract.language.words import Word
from remnant.extract.names.marks import PLACE_NOUNS, Line, Mark, Sort
from remnant.knowledge import ActorKind, Knowledge
from remnant.model.document import Document, SectionKind


@dataclass(frozen=True, slots=True)
class Scene:
    """The place and the days that a heading names."""

    places: tuple[Mark, ...]
    dates: tuple[Mark, ...]


def scenes(document: Document, lines: Sequence[Line]) -> Mapping[int, Scene]:
    """Return the scenes that headings set, by the index of the heading's section."""
    found = {}
    for line in lines:
        index = line.sentence.section
        if document.sections[index].kind is SectionKind.HEADING and _is_bare(line):
            dates = tuple(one for one in line.marks if one.sort in {Sort.DATE, Sort.DATELINE})
            places = smallest(one for one in _places(line))
            found[index] = Scene(places if len(places) == 1 else (), dates)
    return found


def _places(line: Line) -> Iterator[Mark]:
    marks = [mark for mark in line.marks if mark.sort is Sort.PLACE]
    yield from marks
    first = line.sentence.words[0]
    dated = any(mark.sort in {Sort.DATE, Sort.DATELINE} for mark in line.marks)
    if not marks and dated and _is_name(first):
        yield Mark(Sort.PLACE, (first,))


def _is_name(word: Word) -> bool:
    return word.pos == "PROPN" and word.text[:1].isupper()


def _is_bare(line: Line) -> bool:
    """Say whether nothing stands in a heading but places, days and small words."""
    item = line.sentence.words[-1].text in {";", ","}
    if item or any(mark.sort in {Sort.WEAPON, Sort.TREATY} for mark in line.marks):
        return False
    covered = {
        word.index
        for mark in line.marks
        if mark.sort in {Sort.PLACE, Sort.DATE, Sort.DATELINE}
        for word in mark.words
    }
    named = [*_places(line)]
    covered |= {word.index for mark in named for word in mark.words}
    rest = [word for word in line.sentence.words if word.index not in covered]
    plain = all(
        word.pos in {"PUNCT", "CCONJ", "ADP", "DET"} or word.lemma in PLACE_NOUNS for word in rest
    )
    return bool(named) and plain


def accused(line: Line, knowledge: Knowledge) -> tuple[Mark, ...]:
    """Return the party before the colon of a headline: `Syria: Cluster Munitions Used in Idlib`."""
    words = line.sentence.words
    for mark in line.marks:
        first, after = mark.words[0].index, mark.words[-1].index + 1
        if mark.sort not in {Sort.ACTOR, Sort.PLACE} or after + 1 >= len(words):
            continue
        opens = first == 0 or words[first - 1].text in {"“", '"', "‘", "«"}
        spoken = words[after + 1].lower in {"we", "our", "i", "“", '"', "the", "it"}
        if not opens or words[after].text != ":" or spoken:
            continue
        parties = knowledge.actors.named(" ".join(word.text for word in mark.words))
        if any(one.kind in _ACTING for one in parties):
            return (Mark(Sort.ACTOR, mark.words, parties[0].id, mark.form),)
    return ()


_ACTING = frozenset({ActorKind.STATE, ActorKind.TERRITORY, ActorKind.GROUP, ActorKind.COALITION})


def charged(drafts: Iterable[Draft], knowledge: Knowledge) -> Iterator[Draft]:
    """Yield the drafts, with the party that their headline accuses where they name none."""
    for draft in drafts:
        parties = () if draft.actors or draft.kind not in EVENTS else accused(draft.line, knowledge)
        parties = () if parties and _other_named(draft, parties[0]) else parties
        if parties and parties[0].start < draft.trigger.start:
            start = min(draft.start, parties[0].start)
            yield replace(draft, actors=parties, start=start)
        else:
            yield draft


def _other_named(draft: Draft, party: Mark) -> bool:
    """Say whether the headline names another party after the colon: `A: B's attack kills ten`."""
    return any(
        mark.sort is Sort.ACTOR and party.end <= mark.start and mark.end <= draft.trigger.start
        for mark in draft.line.marks
    )


def staged(
    document: Document, drafts: Iterable[Draft], found: Mapping[int, Scene]
) -> Iterator[Draft]:
    """Yield the drafts, with the place and day of their heading where their sentence has none."""
    for draft in drafts:
        heading = document.sections[draft.line.sentence.section].heading
        scene = found.get(heading) if heading is not None else None
        if scene is None or draft.kind not in EVENTS:
            yield draft
            continue
        sorts = {mark.sort for mark in draft.line.marks}
        places = () if Sort.PLACE in sorts else scene.places
        dates = () if Sort.DATE in sorts else scene.dates
        yield replace(draft, places=draft.places or places, dates=draft.dates or dates)
