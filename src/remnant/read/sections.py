"""From blocks to sections: under which heading each stands, and what introduces it."""

import re
import sys
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from remnant.model.document import Section, SectionKind
from remnant.read.draft import Block

_OPEN_QUOTE = '“"„«‘'
_COLON = re.compile(r":\W{0,8}$")
"""A colon at the end, before nothing but markup and note markers."""

_MARKER = re.compile(r"(?:\[\^?\w{1,4}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)+$")
_LAST_TITLE = 6
"""A heading after more blocks than this is no title."""

_LONGEST_LABEL = 60
"""Characters. A shorter paragraph may stand before the title: a series, a place, a salutation."""

_SAYS = re.compile(r"\b(?:said|says|stated|statement|announced|declared|wrote|remarks)\b")
_LONGEST_LEAD = 200
_INTRODUCED = (SectionKind.LIST_ITEM, SectionKind.QUOTATION, SectionKind.TABLE_ROW)


def without_outer_markup(
    text: str, blocks: Sequence[Block], markup: Sequence[tuple[int, int]]
) -> tuple[Block, ...]:
    """Return the blocks without the markup that opens or closes them; all-markup ones go."""
    trimmed: list[Block] = []
    for block in blocks:
        start, end = block.start, block.end
        while start < end and (hit := _covering(markup, start)) is not None:
            start = _skip_space(text, min(hit[1], end), end)
        while start < end and (hit := _covering(markup, end - 1)) is not None:
            end = start + len(text[start : max(hit[0], start)].rstrip())
        if start < end:
            trimmed.append(replace(block, start=start, end=end))
    return tuple(trimmed)


def _covering(markup: Sequence[tuple[int, int]], place: int) -> tuple[int, int] | None:
    index = bisect_right(markup, (place, sys.maxsize)) - 1
    return markup[index] if index >= 0 and place < markup[index][1] else None


def _skip_space(text: str, start: int, end: int) -> int:
    return end - len(text[start:end].lstrip())


def title_index(blocks: Sequence[Block]) -> int | None:
    """Return the index of the title, or `None` if there is none.

    It is the heading before all text or, near the start, the only heading of the first
    level that the format itself marks.
    """
    first = [
        index
        for index, block in enumerate(blocks)
        if block.kind is SectionKind.HEADING and block.level == 1 and block.certain
    ]
    if len(first) == 1 and first[0] <= _LAST_TITLE:
        return first[0]
    for index, block in enumerate(blocks):
        if block.kind is SectionKind.HEADING:
            return index
        if block.kind is SectionKind.PARAGRAPH and not _is_label(block):
            return None
    return None


def _is_label(block: Block) -> bool:
    return block.end - block.start <= _LONGEST_LABEL


def with_title(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with the first heading as the title, if it came from layout alone."""
    first = title_index(blocks)
    if first is None or blocks[first].certain:
        return tuple(blocks)
    title = replace(blocks[first], level=1)
    return (*blocks[:first], title, *blocks[first + 1 :])


def sections_of(text: str, blocks: Sequence[Block]) -> tuple[Section, ...]:
    """Return the sections of the blocks, in order."""
    sections: list[Section] = []
    headings: list[int] = []
    for index, block in enumerate(blocks):
        if block.kind is SectionKind.HEADING:
            while headings and blocks[headings[-1]].level >= block.level:
                headings.pop()
        sections.append(
            Section(
                kind=block.kind,
                start=block.start,
                end=block.end,
                level=block.level,
                heading=headings[-1] if headings else None,
                introduced_by=_introduction(text, blocks, index, sections),
                locator=block.locator,
            )
        )
        if block.kind is SectionKind.HEADING:
            headings.append(index)
    return tuple(sections)


def _introduction(
    text: str, blocks: Sequence[Block], index: int, earlier: Sequence[Section]
) -> int | None:
    """Return the section that introduces this one: the one with a colon just before it."""
    block = blocks[index]
    if index == 0:
        return None
    before = blocks[index - 1]
    if block.kind is SectionKind.PARAGRAPH and text[block.start] not in _OPEN_QUOTE:
        return _statement(text, before, index, earlier)
    if block.kind not in (*_INTRODUCED, SectionKind.PARAGRAPH):
        return None
    if ends_with_colon(text, before):
        return index - 1
    return _same_as_before(blocks, index, earlier)


def _same_as_before(blocks: Sequence[Block], index: int, earlier: Sequence[Section]) -> int | None:
    """Return what introduces the list or the quoted words that this block goes on with."""
    block, before = blocks[index], blocks[index - 1]
    if before.kind is not block.kind:
        return None
    if block.level > before.level:
        return index - 1
    for other in range(index - 1, -1, -1):
        if blocks[other].kind is not block.kind:
            return None
        if blocks[other].level == block.level:
            return earlier[other].introduced_by
    return None


def _statement(text: str, before: Block, index: int, earlier: Sequence[Section]) -> int | None:
    """Return the paragraph (`The minister said:`) whose unquoted statement goes on here."""
    if before.kind is not SectionKind.PARAGRAPH or text[before.start] in _OPEN_QUOTE:
        return None
    if ends_with_colon(text, before):
        words = text[before.start : before.end]
        return index - 1 if _SAYS.search(words) and len(words) <= _LONGEST_LEAD else None
    return earlier[index - 1].introduced_by


def ends_with_colon(text: str, block: Block) -> bool:
    """Say whether a block's words end with a colon, whatever note markers follow it."""
    words = _MARKER.sub("", text[max(block.start, block.end - 40) : block.end])
    return _COLON.search(words) is not None
