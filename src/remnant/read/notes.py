"""Numbered notes: their texts, the markers that refer to them, and what is missing."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from remnant.model.document import Note, SectionKind
from remnant.model.finding import Issue, Severity
from remnant.read.draft import Block
from remnant.read.lines import NOTE_LABEL

_SKIPPED = (SectionKind.NOTE, SectionKind.BOILERPLATE)

_BRACKETED = re.compile(r"\[\^?(\d{1,3}(?:\s*[,–-]\s*\d{1,3})*|(?<=\^)[\w-]{1,20})\](?!\()")
"""`[1]`, `[^a]`, `[1, 2]`, `[3–5]`; not the text of a link."""

_RAISED = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?:[,⁻–][⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})*")
_UNIT = re.compile(r"(?:\b(?:k|c|d|m)?m|\bkm|\d|[xyz])$", re.IGNORECASE)
"""What stands before a raised figure that is a power: `km²`, `10³`."""

_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_RANGE = re.compile(r"(\d+)\s*[–-]\s*(\d+)")
_LONGEST_RANGE = 50
_NOTES_HEADING = re.compile(
    r"\W*(?:(?:foot|end)?notes|references|sources|citations)\W*", re.IGNORECASE
)
_COUNTED = re.compile(r"(\d{1,3})[.)]\s+\Z")
_MARK_WIDTH = 8
"""Characters before an item in which its number stands."""

Marker = tuple[str, int, int]
"""A label, and the half-open range in the body that refers to it."""


def with_numbered_notes(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks, with paragraphs that begin with `[1]` as notes.

    Numbered items under a heading such as `Notes` are notes too, if some marker in the
    text refers to one of them.
    """
    blocks = tuple(_labelled(text, block) for block in blocks)
    found = dict(_numbered(text, blocks))
    labels = {label for label, _, _ in _markers(text, blocks)}
    if not labels.intersection(block.label for block in found.values()):
        return blocks
    return tuple(found.get(index, block) for index, block in enumerate(blocks))


def _labelled(text: str, block: Block) -> Block:
    """Return a paragraph that begins with a bracketed number as a note."""
    match = NOTE_LABEL.match(text, block.start, block.end)
    if block.kind is not SectionKind.PARAGRAPH or match is None or not match["bracket"].isdigit():
        return block
    note = block.become(SectionKind.NOTE)
    return replace(note, label=match["bracket"], words=match.end())


def _numbered(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, Block]]:
    under = False
    for index, block in enumerate(blocks):
        words = text[block.start : block.end]
        if _NOTES_HEADING.fullmatch(words):
            under = True
        elif block.kind is SectionKind.HEADING:
            under = False
        elif under and block.kind is SectionKind.LIST_ITEM:
            label = _COUNTED.search(text, max(0, block.start - _MARK_WIDTH), block.start)
            if label is not None:
                note = block.become(SectionKind.NOTE)
                start = label.start(1)
                yield index, replace(note, start=start, label=label[1], words=block.start)


def find_notes(text: str, blocks: Iterable[Block], known: Iterable[Marker]) -> tuple[Note, ...]:
    """Return the notes in order of their text, then those whose text is missing.

    Args:
        text: The canonical text.
        blocks: The blocks of the text.
        known: Markers that the format itself gives.
    """
    blocks = tuple(blocks)
    known = tuple(known)
    markers = tuple(sorted({*known, *_free(_markers(text, blocks), known)}, key=_by_place))
    noted = tuple(block for block in blocks if block.kind is SectionKind.NOTE and block.label)
    taken: dict[int, list[tuple[int, int]]] = {index: [] for index in range(len(noted))}
    missing: dict[str, list[tuple[int, int]]] = {}
    for label, start, end in markers:
        index = _note_for(label, start, noted)
        places = missing.setdefault(label, []) if index is None else taken[index]
        places.append((start, end))
    present = (
        Note(block.label, block.words, block.end, tuple(taken[index]))
        for index, block in enumerate(noted)
    )
    absent = (Note(label, None, None, tuple(places)) for label, places in missing.items())
    return (*present, *absent)


def note_issues(notes: Iterable[Note]) -> Iterator[Issue]:
    """Yield an issue for each marker without a note and each note without a marker."""
    for note in notes:
        if note.start is None:
            message = f"The text refers to note {note.label}, which is not there."
            yield Issue("note-missing", message, Severity.WARNING, note.markers[0][0])
        elif not note.markers:
            message = f"Nothing in the text refers to note {note.label}."
            yield Issue("note-unused", message, Severity.NOTICE, note.start)


def _note_for(label: str, start: int, noted: tuple[Block, ...]) -> int | None:
    """Return which note a marker means: the next with its label, or else the first."""
    same = [index for index, block in enumerate(noted) if block.label == label]
    after = [index for index in same if noted[index].start > start]
    return next(iter(after or same), None)


def _markers(text: str, blocks: tuple[Block, ...]) -> Iterator[Marker]:
    for block in blocks:
        if block.kind in _SKIPPED:
            continue
        for match in _BRACKETED.finditer(text, block.start, block.end):
            for label in _labels(match[1]):
                yield label, match.start(), match.end()
        for match in _RAISED.finditer(text, block.start, block.end):
            if not _UNIT.search(text, max(block.start, match.start() - 4), match.start()):
                for label in _labels(match.group().translate(_LOWERED)):
                    yield label, match.start(), match.end()


def _free(markers: Iterable[Marker], known: tuple[Marker, ...]) -> Iterator[Marker]:
    """Yield the markers that do not lie on one the format gives."""
    taken = {place for _, start, end in known for place in range(start, end)}
    return (marker for marker in markers if not taken.intersection(range(marker[1], marker[2])))


def _by_place(marker: Marker) -> tuple[int, int, str]:
    return marker[1], marker[2], marker[0].zfill(8)


def _labels(printed: str) -> Iterator[str]:
    if not printed[0].isdigit():
        yield printed
        return
    for part in printed.split(","):
        series = _RANGE.search(part)
        if series is None:
            yield part.strip()
            continue
        first, last = int(series[1]), int(series[2])
        if first <= last <= first + _LONGEST_RANGE:
            yield from map(str, range(first, last + 1))
