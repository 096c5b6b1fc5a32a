"""What an extractor is, and the one that is used unless another is chosen."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from remnant.extract import EXTRACTOR, extract
from remnant.knowledge import Knowledge
from remnant.model.document import OTHER_LANGUAGE, Document, Note
from remnant.model.extraction import Extraction
from remnant.model.finding import Issue, Severity

LONGEST = 2_000_000
"""Characters that the grammar reads of one document: a thousand printed pages."""


class Extractor(Protocol):
    """Whatever finds the claims of a document: the grammar, or a model that is checked.

    It is a value that can be handed to another process.
    """

    @property
    def name(self) -> str:
        """Name and version: a change of it processes every document anew."""
        ...

    def __call__(self, document: Document, *, knowledge: Knowledge) -> Extraction:
        """Return the claims, each with the passage that carries it."""
        ...


class Grammar:
    """Finds claims by a grammar over a dependency parse: no model, no network, no chance."""

    name = EXTRACTOR

    def __call__(self, document: Document, *, knowledge: Knowledge) -> Extraction:
        """Return the claims that the grammar finds; none in a text that is not in English."""
        if any(issue.code == OTHER_LANGUAGE for issue in document.issues):
            return Extraction(())
        if len(document.text) <= LONGEST:
            return Extraction(extract(document, knowledge=knowledge))
        cut = _cut(document)
        message = (
            f"The text has {len(document.text)} characters; claims were looked for in the first "
            f"{cut}: split the document."
        )
        issue = Issue("read-in-part", message, Severity.WARNING, cut)
        claims = extract(beginning(document, cut), knowledge=knowledge)
        return Extraction(claims, (issue,))


GRAMMAR = Grammar()
"""The extractor that is used unless another is chosen."""


def _cut(document: Document) -> int:
    """Return where a long text is cut: after a section or else at a space."""
    ends = [one.end for one in document.sections if LONGEST // 2 < one.end <= LONGEST]
    if ends:
        return ends[-1]
    space = document.text.rfind(" ", LONGEST // 2, LONGEST)
    return space if space > 0 else LONGEST


def beginning(document: Document, cut: int) -> Document:
    """Return the document up to an offset; its spans are spans of the whole document."""
    return replace(
        document,
        text=document.text[:cut],
        sections=tuple(
            replace(one, end=min(one.end, cut)) for one in document.sections if one.start < cut
        ),
        notes=tuple(_notes(document, cut)),
        quotations=tuple(
            replace(
                one, end=min(one.end, cut), cue=one.cue if one.cue and one.cue[1] <= cut else None
            )
            for one in document.quotations
            if one.start < cut
        ),
        markup=tuple((start, min(end, cut)) for start, end in document.markup if start < cut),
    )


def _notes(document: Document, cut: int) -> Iterator[Note]:
    """Yield the notes with the markers before an offset, and their texts if they stand there."""
    for note in document.notes:
        markers = tuple(one for one in note.markers if one[1] <= cut)
        if note.start is None or note.end is None or note.start >= cut:
            yield replace(note, start=None, end=None, markers=markers)
        else:
            yield replace(note, end=min(note.end, cut), markers=markers)
