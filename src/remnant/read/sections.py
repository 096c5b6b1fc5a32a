"""From blocks to sections: under which heading each stands, and what introduces it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from remnant.model.document import Section, SectionKind
from remnant.read.draft import Block

_OPEN_QUOTE = '“"„«‘'
_COLON = re.compile(r":\W{0,8}$")
"""A colon at the end, before nothing but markup and note markers."""

_MARKER = re.compile(r"(?:\[\^?\w{1,4}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)+$")
_INTRODUCED = (SectionKind.LIST_ITEM, SectionKind.QUOTATION, SectionKind.TABLE_ROW)


def without_outer_markup(
    blocks: Sequence[Block], markup: Sequence[tuple[int, int]]
) -> tuple[Block, ...]:
    """Return the blocks without the markup that opens or closes them; all-markup ones go."""
    opens = {start: end for start, end in markup}
    closes = {end: start for start, end in markup}
    trimmed = (
        replace(
            block, start=opens.get(block.start, block.start), end=closes.get(block.end, block.end)
        )
        for block in blocks
    )
    return tuple(block for block in trimmed if block.start < block.end)


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
    quoted = block.kind is SectionKind.PARAGRAPH and text[block.start] in _OPEN_QUOTE
    if index == 0 or not (quoted or block.kind in _INTRODUCED):
        return None
    before = blocks[index - 1]
    if ends_with_colon(text, before):
        return index - 1
    if before.kind is not block.kind:
        return None
    if block.level > before.level:
        return index - 1
    if block.level == before.level:
        return earlier[index - 1].introduced_by
    return next(
        (
            earlier[other].introduced_by
            for other in range(index - 1, -1, -1)
            if blocks[other].kind is block.kind and blocks[other].level == block.level
        ),
        None,
    )


def ends_with_colon(text: str, block: Block) -> bool:
    """Say whether a block's words end with a colon, whatever note markers follow it."""
    words = _MARKER.sub("", text[max(block.start, block.end - 40) : block.end])
    return _COLON.search(words) is not None
