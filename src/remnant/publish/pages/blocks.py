"""Lays a document's text out as its sections say: headings, paragraphs, lists, tables, notes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from remnant.model.document import Document, Section, SectionKind
from remnant.publish.pages.marking import Mark, Piece, pieces

TAGS = {
    SectionKind.PARAGRAPH: "p",
    SectionKind.LIST_ITEM: "li",
    SectionKind.TABLE_ROW: "row",
    SectionKind.CAPTION: "caption",
    SectionKind.NOTE: "note",
    SectionKind.QUOTATION: "quotation",
    SectionKind.BOILERPLATE: "boilerplate",
    SectionKind.HEADING: "heading",
}

DEEPEST = 6

LIST_MARK = re.compile(r"[•◦▪‣·*–—-]")
"""A sign before an item of a list. A number is kept, for it is not drawn."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the page.

    Attributes:
        tag: What it is laid out as.
        level: Heading level on this page, from 2, or depth of a list item.
        pieces: Its text, cut where highlights begin and end.
        locator: Where it is in the original.
        anchor: Identifier of a note.
        back: Places in the text that refer to the note.
        opens: It starts a list or table.
        closes: It ends one.
    """

    tag: str
    level: int
    pieces: tuple[Piece, ...]
    locator: str = ""
    anchor: str = ""
    back: tuple[str, ...] = ()
    opens: bool = False
    closes: bool = False


def blocks_of(document: Document, shown: str, marks: Iterable[Mark]) -> tuple[Block, ...]:
    """Return the whole text in blocks; text outside every section stands as a paragraph."""
    sections = list(_covering(document))
    cuts = [edge for section in sections for edge in (section.start, section.end)]
    held = list(pieces(shown, marks, cuts))
    notes = _notes_by_section(document, sections)
    found: list[Block] = []
    at = 0
    for place, section in enumerate(sections):
        inner: list[Piece] = []
        while at < len(held) and held[at].start < section.end:
            if held[at].start >= section.start or held[at].anchors:
                inner.append(held[at])
            at += 1
        before = sections[place - 1].kind if place else None
        after = sections[place + 1].kind if place + 1 < len(sections) else None
        label, back = notes.get(place, ("", ()))
        found.append(
            Block(
                tag=TAGS[section.kind],
                level=min(DEEPEST, section.level + 1 if section.level else 2)
                if section.kind is SectionKind.HEADING
                else section.level,
                pieces=tuple(inner),
                locator=section.locator,
                anchor=note_anchor(label) if label else "",
                back=back,
                opens=section.kind != before,
                closes=section.kind != after,
            )
        )
    return tuple(found)


def _covering(document: Document) -> Iterator[Section]:
    """Yield the sections, and a paragraph for every stretch of words outside them.

    The mark before an item of a list is drawn by the list itself.
    """
    at = 0
    for section in document.sections:
        outside = document.text[at : section.start].strip()
        marked = section.kind is SectionKind.LIST_ITEM and LIST_MARK.fullmatch(outside)
        if outside and not marked:
            yield Section(SectionKind.PARAGRAPH, at, section.start)
        if section.end > section.start:
            yield section
        at = section.end
    if document.text[at:].strip():
        yield Section(SectionKind.PARAGRAPH, at, len(document.text))


def _notes_by_section(
    document: Document, sections: list[Section]
) -> dict[int, tuple[str, tuple[str, ...]]]:
    """Return, by place of the section, the note it holds and the markers that refer to it."""
    held = sorted((note.start, note) for note in document.notes if note.start is not None)
    found: dict[int, tuple[str, tuple[str, ...]]] = {}
    labels: set[str] = set()
    at = 0
    for start, note in held:
        while at < len(sections) and sections[at].end <= start:
            at += 1
        if at < len(sections) and at not in found:
            again = note.label in labels
            labels.add(note.label)
            back = tuple(marker_anchor(note.label, place) for place in range(len(note.markers)))
            found[at] = ("", ()) if again else (note.label, back)
    return found


def note_anchor(label: str) -> str:
    """Return the anchor of a note."""
    return "n-" + "-".join(label.split())


def marker_anchor(label: str, place: int) -> str:
    """Return the anchor of one place, counted from 0, that refers to a note."""
    return f"m-{'-'.join(label.split())}-{place + 1}"
