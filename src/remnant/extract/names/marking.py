"""Marking: finding the names, dates and numbers of sentences."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from remnant.extract.language.words import Sentence, Word, head_of
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.extract.names.placing import gazetted, is_province, placed, whole_names
from remnant.extract.names.plain import plainly
from remnant.knowledge import ActorKind, Hit, Knowledge
from remnant.knowledge.dates import find_dates
from remnant.knowledge.numbers import find_numbers
from remnant.model.value import GeoPrecision, ReferenceKind

_NAMED_KINDS = {
    ReferenceKind.WEAPON: Sort.WEAPON,
    ReferenceKind.ACTOR: Sort.ACTOR,
    ReferenceKind.PLACE: Sort.PLACE,
    ReferenceKind.TREATY: Sort.TREATY,
}


def mark(
    text: str, found: Iterable[Hit], sentences: Iterable[Sentence], *, knowledge: Knowledge
) -> tuple[Line, ...]:
    """Return the sentences with their marks."""
    hits = _uncovered(found)
    dates = [(one.start, one.end) for one in find_dates(text)]
    numbers = [(one.start, one.end) for one in find_numbers(text)]
    places = [hit.start for hit in hits]
    longest = max((hit.end - hit.start for hit in hits), default=0)
    lines = []
    for sentence in sentences:
        first = bisect_left(places, sentence.start - longest)
        near = hits[first : bisect_left(places, sentence.end)]
        marks = [*_named(sentence, near, knowledge)]
        dated = [
            one
            for one in _plain(sentence, _inside(dates, sentence), Sort.DATE)
            if not _names_treaty(one, sentence, marks)
        ]
        marks += [replace(one, sort=Sort.DATELINE) if _is_dateline(one) else one for one in dated]
        marks += (
            one
            for one in _plain(sentence, _inside(numbers, sentence), Sort.NUMBER)
            if not _is_within(one, dated)
        )
        marks += plainly(sentence, marks)
        marks = placed(marks, knowledge)
        marks += gazetted(sentence, marks, knowledge)
        marks = whole_names(sentence, marks)
        lines.append(Line(sentence, tuple(sorted(marks, key=lambda one: (one.start, one.sort)))))
    return tuple(lines)


def _inside(ranges: list[tuple[int, int]], sentence: Sentence) -> list[tuple[int, int]]:
    """Return the ranges, in order, that begin in a sentence."""
    first = bisect_left(ranges, (sentence.start, 0))
    return ranges[first : bisect_left(ranges, (sentence.end, 0))]


def _names_treaty(date: Mark, sentence: Sentence, marks: Iterable[Mark]) -> bool:
    """Say whether a date belongs to the name of a treaty: `the Geneva Conventions of 1949`."""
    before = date.words[0].index - 1
    if before < 1 or sentence.words[before].lower != "of":
        return False
    return any(one.sort is Sort.TREATY and one.words[-1].index == before - 1 for one in marks)


def _is_within(number: Mark, dates: Iterable[Mark]) -> bool:
    """Say whether a number is part of a date, and so counts nothing: `on 9 May 12 people`."""
    return any(one.start <= number.start and number.end <= one.end for one in dates)


def _uncovered(hits: Iterable[Hit]) -> list[Hit]:
    """Drop weapon names inside longer names of organisations or treaties."""
    hits = list(hits)
    covers = [hit for hit in hits if hit.kind in {ReferenceKind.ACTOR, ReferenceKind.TREATY}]
    starts = [cover.start for cover in covers]
    longest = max((cover.end - cover.start for cover in covers), default=0)
    return [
        hit
        for hit in hits
        if hit.kind is ReferenceKind.TREATY
        or not any(
            cover.kind is not hit.kind
            and cover.start <= hit.start
            and hit.end <= cover.end
            and cover.end - cover.start > hit.end - hit.start
            for cover in covers[
                bisect_left(starts, hit.start - longest) : bisect_right(starts, hit.start)
            ]
        )
    ]


def _named(sentence: Sentence, hits: Iterable[Hit], knowledge: Knowledge) -> Iterator[Mark]:
    for hit in hits:
        sort = _NAMED_KINDS.get(hit.kind)
        if sort is None or hit.end <= sentence.start or hit.start >= sentence.end:
            continue
        words = _covering(sentence, hit.start, hit.end)
        if words:
            scale = _scale(hit, words, knowledge)
            yield Mark(sort, words, hit.entry, hit.form, scale)


def _is_dateline(date: Mark) -> bool:
    """Say whether a date only heads the text: `8 Jun 2016 Russian air strikes …`.

    A span that opens a sentence is when its event was: `From 1999 to 2003, two NGOs surveyed`.
    """
    first, last = date.words[0], date.words[-1]
    if (
        first.lower in _OPENING_SPANS
        or first.index > 1
        or len(date.words) <= _DAY_AND_MONTH
        or not last.text.isdigit()
    ):
        return False
    following = last.index + 1
    return first.index == 0 or date.head.head.lower == "published" or following == 0


_OPENING_SPANS = frozenset({"from", "between", "since", "until", "till"})
_DAY_AND_MONTH = 2


def _scale(hit: Hit, words: tuple[Word, ...], knowledge: Knowledge) -> GeoPrecision:
    if hit.kind is ReferenceKind.ACTOR:
        landed = knowledge.actors.get(hit.entry).kind in {ActorKind.STATE, ActorKind.TERRITORY}
        return GeoPrecision.COUNTRY if landed else GeoPrecision.UNKNOWN
    if hit.kind is not ReferenceKind.PLACE:
        return GeoPrecision.UNKNOWN
    if is_province(head_of(words)):
        return GeoPrecision.PROVINCE
    return knowledge.places.get(hit.entry).precision


def _plain(sentence: Sentence, ranges: Iterable[tuple[int, int]], sort: Sort) -> Iterator[Mark]:
    for start, end in ranges:
        if sentence.start <= start and end <= sentence.end:
            words = _covering(sentence, start, end)
            if words:
                yield Mark(sort, words)


def _covering(sentence: Sentence, start: int, end: int) -> tuple[Word, ...]:
    """Return the words that share a code point with a range."""
    return tuple(word for word in sentence.words if word.start < end and start < word.end)
