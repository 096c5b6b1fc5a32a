"""Words of a document that hardly anybody would come by alone: what points to one source."""

import re
from collections.abc import Iterator, Sequence

from remnant.assess.copies import plain
from remnant.model.claim import Slot
from remnant.model.document import Document, SectionKind
from remnant.model.ids import content_id
from remnant.model.lineage import Mark, MarkKind
from remnant.model.resolution import ResolvedClaim

SENTENCES = 16
"""Sentences kept of a document, those with the lowest keys: two copies keep the same ones."""

LONG_SENTENCE = 8
"""Words from which a sentence or quotation is nobody's common phrase."""

MOST = 24
"""Marks of each other kind kept of a document, in order of the text."""

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]*)*[.!?]?")
_WORDS = re.compile(r"\w+")
_FIGURE = re.compile(r"\b(?P<number>\d{1,3}(?:,\d{3})+|\d{3,6})\s+(?P<noun>[a-z][a-z-]{3,})")
_UNITS = re.compile(
    r"(?:kilo)?met(?:re|er)s?|miles?|yards?|years?|months?|weeks?|days?|hours?|minutes?"
    r"|degrees?|dollars?|euros?|tons?|tonnes?|people|civilians"
)
"""Nouns of measure, and those that every toll counts: a number of them is no odd figure."""

_NAMES = (Slot.PLACE, Slot.ACTOR, Slot.WEAPON)


def marks_of(document: Document, resolved: Sequence[ResolvedClaim]) -> tuple[Mark, ...]:
    """Return the marks of a document, in order of kind and key."""
    found = {
        (one.kind, one.key): one
        for one in (
            *sorted(_sentences(document), key=lambda one: one.key)[:SENTENCES],
            *list(_quotations(document))[:MOST],
            *list(_figures(document, resolved))[:MOST],
            *list(_spellings(resolved))[:MOST],
        )
    }
    return tuple(found[key] for key in sorted(found))


def mark_keys(marks: Sequence[Mark]) -> Iterator[str]:
    """Yield the keys by which documents with a mark in common meet.

    A sentence is none: it shows what was copied, and copies meet by their bands.
    """
    return (one.key for one in marks if one.kind is not MarkKind.SENTENCE)


def _mark(kind: MarkKind, words: str, document: Document, start: int, end: int) -> Mark:
    return Mark(kind, content_id("m", (kind.value, words)), document.span(start, end))


def _stretches(document: Document, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield the longer sentences of a stretch of text: their bare words, start and end."""
    for found in _SENTENCE.finditer(document.text, start, end):
        words = _WORDS.findall(plain(found.group()))
        if len(words) >= LONG_SENTENCE:
            lead = len(found.group()) - len(found.group().lstrip())
            yield " ".join(words), found.start() + lead, found.end()


def _sentences(document: Document) -> Iterator[Mark]:
    for section in document.sections:
        if section.kind in (SectionKind.PARAGRAPH, SectionKind.QUOTATION, SectionKind.LIST_ITEM):
            for words, start, end in _stretches(document, section.start, section.end):
                yield _mark(MarkKind.SENTENCE, words, document, start, end)


def _quotations(document: Document) -> Iterator[Mark]:
    for one in document.quotations:
        for words, start, end in _stretches(document, one.start, one.end):
            yield _mark(MarkKind.QUOTATION, words, document, start, end)


def _figures(document: Document, resolved: Sequence[ResolvedClaim]) -> Iterator[Mark]:
    """Yield the numbers in claims that are neither round nor years nor measures."""
    for claim in resolved:
        passage = claim.claim.passage
        for found in _FIGURE.finditer(document.text, passage.start, passage.end):
            number = int(found["number"].replace(",", ""))
            noun = found["noun"].removesuffix("s")
            if number % 10 and not 1900 <= number <= 2100 and not _UNITS.fullmatch(found["noun"]):  # noqa: PLR2004 - years
                yield _mark(MarkKind.FIGURE, f"{number} {noun}", document, *found.span())


def _spellings(resolved: Sequence[ResolvedClaim]) -> Iterator[Mark]:
    """Yield the names that were recognised by a near spelling alone."""
    for claim in resolved:
        for one in claim.resolutions:
            best = one.candidates[0] if one.candidates else None
            if best is None or one.mention.slot not in _NAMES:
                continue
            if any(reason.rule == "near spelling" for reason in best.reasons):
                span = one.mention.span
                key = content_id("m", (MarkKind.SPELLING.value, plain(span.quote)))
                yield Mark(MarkKind.SPELLING, key, span)
