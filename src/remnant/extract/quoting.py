"""Quotations: whose words stand between quotation marks, or after `X said:`."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from remnant.extract.grammar import subject
from remnant.extract.marks import Line, Sort
from remnant.extract.speech import PLAIN_SAYING
from remnant.extract.voices import Said, Voice
from remnant.extract.words import Word
from remnant.model.document import Document, Quotation, SectionKind

Quoted: TypeAlias = tuple[int, int, tuple[Voice, ...]]
"""A range of the text with whose words stand in it."""

_OPENING = "\"“„«‘'"


def quoted(
    document: Document, lines: Sequence[Line], said: Mapping[int, tuple[Said, ...]]
) -> tuple[Quoted, ...]:
    """Return the quotations with their speakers; one that fills a paragraph goes on."""
    found: list[Quoted] = []
    before: tuple[Voice, ...] = ()
    for quote in document.quotations:
        voices = _speaker_of(quote, lines, said) or _cited(quote, lines, document.text)
        if not voices and _alone(document, quote):
            voices = before
        found.append((quote.start, quote.end, voices))
        before = voices
    return tuple(found)


def _cited(quote: Quotation, lines: Sequence[Line], text: str) -> tuple[Voice, ...]:
    """Return the body named just before a quoted title or post: `HRW, “Cluster munitions …”`."""
    best: Voice | None = None
    for line in lines:
        for mark in line.marks:
            near = mark.sort is Sort.ACTOR and 0 <= quote.start - mark.end <= _CITED
            if near and not set(text[mark.end : quote.start]) & set(';.:“"'):
                best = Voice(mark.start, mark.end, mark.entry)
    return (best,) if best is not None else ()


_CITED = 60
"""Code points within which a title follows the name of who published it."""


def _alone(document: Document, quote: Quotation) -> bool:
    """Say whether the quotation fills its paragraph, so that it goes on from the one before."""
    for section in document.sections:
        if section.start <= quote.start < section.end:
            rest = (
                document.text[section.start : quote.start] + document.text[quote.end : section.end]
            )
            return not any(letter.isalpha() for letter in rest)
    return False


def _speaker_of(
    quote: Quotation, lines: Sequence[Line], said: Mapping[int, tuple[Said, ...]]
) -> tuple[Voice, ...]:
    """Return who speaks a quotation: the nearest act of speech outside it, in or beside it."""
    best: tuple[int, tuple[Voice, ...]] | None = None
    for line in lines:
        if line.sentence.end < quote.start - 3 or line.sentence.start > quote.end + 3:
            continue
        for one in said[line.sentence.order]:
            start, end = one.speech.cue
            if not one.voices or quote.start <= start < quote.end:
                continue
            distance = max(start - quote.end, quote.start - end, 0)
            if best is None or distance < best[0]:
                best = (distance, one.voices)
    return best[1] if best is not None else ()


def announcement(line: Line) -> Word | None:
    """Return the subject of a line such as `The Foreign Secretary said:`."""
    words = line.sentence.words
    if words[-1].text != ":":
        return None
    for word in words:
        if word.lemma in PLAIN_SAYING and not any(
            after.pos in {"NOUN", "VERB"} for after in words[word.index + _SHORT :]
        ):
            return subject(word)
    return None


_SHORT = 6
"""Words that may stand between `said` and the colon, such as `in a statement today`."""


def statements(
    document: Document, lines: Sequence[Line], announced: Mapping[int, tuple[Voice, ...]]
) -> tuple[Quoted, ...]:
    """Return the statements printed without quotation marks after such a line, to their end."""
    found: list[Quoted] = []
    for index, voices in announced.items():
        line = lines[index]
        end = _end(document, line.sentence.section)
        rest = document.text[line.sentence.end : end].lstrip()
        if voices and rest and rest[0] not in _OPENING:
            found.append((line.sentence.end, end, voices))
    return tuple(found)


def _end(document: Document, section: int) -> int:
    """Return where the statement ends: at the next heading, or at the end of the text."""
    for one in document.sections[section + 1 :]:
        if one.kind in {SectionKind.HEADING, SectionKind.BOILERPLATE, SectionKind.NOTE}:
            return one.start
    return len(document.text)
