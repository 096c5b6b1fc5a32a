"""Blocks of plain text, told by layout alone.

Blank lines part blocks. Within a run of lines, bullets and note labels open new
blocks; long lines, and lines that each end a sentence, are paragraphs of their own;
the rest are one paragraph that was broken to a width.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from remnant.model.document import SectionKind
from remnant.read.draft import Block
from remnant.read.lines import BULLET, NOTE_LABEL, ORDINAL, Line, lines_of, stanzas

LONGEST_HEADING = 140
"""Characters. Longer lines without a final stop are paragraphs (headlines seen reach 116)."""

_HEADING_WORDS = 20
_WRAP_WIDTH = 100
"""Characters. A line longer than this was not broken to fit a page."""

_STOP = re.compile(r"[.!?…:;,]['\"”’»)\]]*(?:\[\w{1,3}\])*$")
"""A stop at the end of a line, also before the markers of notes."""

_SENTENCE_END = re.compile(r"[.!?…]['\"”’»)\]]*$")
_MARKED = re.compile(f"{BULLET.pattern}|{ORDINAL.pattern}")
_PLAIN_BULLETS = "•‣▪●◦"
"""Bullets that no running text uses."""

_CREDIT = re.compile(r"\((?:[^()]*/\s?)?[A-Z][\w .&/-]{1,40}\)$")


def plain_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a plain text, in order."""
    found: list[Block] = []
    for stanza in stanzas(lines_of(text)):
        found.extend(blocks_of(stanza))
    return tuple(found)


def blocks_of(stanza: tuple[Line, ...]) -> Iterator[Block]:
    """Yield the blocks of a run of lines without a blank line in it."""
    alone = len(stanza) == 1
    for run in _runs(stanza):
        first, last = run[0], run[-1]
        locator = f"line {first.number}"
        note = NOTE_LABEL.match(first.text)
        marker = BULLET.match(first.text) or ORDINAL.match(first.text)
        if note is not None and (note["bracket"].isdigit() or "^" in note.group()):
            words = first.start + note.end()
            yield Block(SectionKind.NOTE, first.start, last.end, 0, locator, note["bracket"], words)
        elif marker is not None:
            level = 1 + min(first.indent // 4, 4)
            yield Block(SectionKind.LIST_ITEM, first.start + marker.end(), last.end, level, locator)
        elif len(run) == 1 and alone and is_heading(first.text):
            yield Block(SectionKind.HEADING, first.start, last.end, 2, locator)
        elif len(run) == 1 and is_caption(first.text):
            yield Block(SectionKind.CAPTION, first.start, last.end, 0, locator)
        else:
            yield Block(SectionKind.PARAGRAPH, first.start, last.end, 0, locator)


def is_heading(line: str) -> bool:
    """Say whether a line that stands alone reads like a heading: short and without a stop."""
    return (
        len(line) <= LONGEST_HEADING
        and len(line.split()) <= _HEADING_WORDS
        and not _STOP.search(line)
        and (line[0].isupper() or line[0].isdigit() or line[0] in "“‘\"'")
        and any(character.isalpha() for character in line)
        and not is_caption(line)
    )


def is_caption(line: str) -> bool:
    """Say whether a line without a stop ends with a picture credit: `(AFP)`, `(J. Doe/AP)`."""
    return _CREDIT.search(line) is not None and len(line.split()) > 3  # noqa: PLR2004 - a credit alone captions nothing


def _runs(stanza: tuple[Line, ...]) -> Iterator[tuple[Line, ...]]:
    """Part a run of lines where a new block begins."""
    separate = _lines_are_paragraphs(stanza)
    run = [stanza[0]]
    for line in stanza[1:]:
        if separate or _opens(line, run):
            yield tuple(run)
            run = []
        run.append(line)
    yield tuple(run)


def _opens(line: Line, run: list[Line]) -> bool:
    """Say whether a line opens a new block, and does not only begin with a dash or number."""
    if NOTE_LABEL.match(line.text) or line.text[0] in _PLAIN_BULLETS:
        return True
    listed = _MARKED.match(run[0].text) is not None
    return _MARKED.match(line.text) is not None and (
        listed or _STOP.search(run[-1].text) is not None
    )


def _lines_are_paragraphs(stanza: Iterable[Line]) -> bool:
    """Say whether each line is a paragraph, rather than a paragraph broken to a width."""
    lines = tuple(stanza)
    if any(line.end - line.start > _WRAP_WIDTH for line in lines):
        return True
    ended = sum(1 for line in lines if _SENTENCE_END.search(line.text))
    capital = sum(1 for _, line in pairwise(lines) if line.text[0].isupper())
    return ended == len(lines) and capital == len(lines) - 1
