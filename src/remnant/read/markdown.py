"""Blocks and markup of Markdown, over the source text itself.

The canonical text is the source, so that offsets hold: what is markup is recorded
beside it. The grammar is CommonMark with tables (markdown-it-py); raw HTML is read
as text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from remnant.model.document import SectionKind
from remnant.read.draft import Block
from remnant.read.lines import Line, lines_of
from remnant.read.plain import blocks_of

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LARGEST = 2_000_000
"""Characters. Larger texts are read by layout alone, to keep the time bounded."""

_SIGNS: tuple[re.Pattern[str], ...] = (
    re.compile(r"(?m)^#{1,6} \S"),
    re.compile(r"\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)"),
    re.compile(r"(?<![\w*])\*\*\S(?:[^*\n]{0,300}\S)?\*\*(?![\w*])"),
    re.compile(r"(?m)^```"),
    re.compile(r"(?m)^\[\^[\w-]{1,20}\]:"),
)
"""Signs of Markdown: an ATX heading, a link, strong emphasis, a fence, a footnote."""

_BLOCK_MARK = re.compile(r"(?:#{1,6}\s+|>\s?|[-*+]\s+|\d{1,9}[.)]\s+|\s)+")
_LINK_TARGET = re.compile(r"\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\])?")


def looks_like_markdown(text: str) -> bool:
    """Say whether a plain text carries signs of Markdown structure."""
    return any(sign.search(text, 0, LARGEST) for sign in _SIGNS)


@dataclass(frozen=True, slots=True)
class Parsed:
    """The blocks of a Markdown text and the ranges of it that are markup."""

    blocks: tuple[Block, ...]
    markup: tuple[tuple[int, int], ...]


def markdown_blocks(text: str) -> Parsed:
    """Return the blocks and markup of a Markdown text."""
    lines = tuple(lines_of(text))
    blocks: list[Block] = []
    markup: list[tuple[int, int]] = []
    for leaf in _leaves(_grammar().parse(_without_returns(text))):
        covered = lines[leaf.first : leaf.last]
        blocks.extend(_blocks(leaf, covered))
        if leaf.inline is not None:
            markup.extend(_inline_markup(text, leaf.inline, covered))
        elif leaf.kind is None:
            markup.extend((line.start, line.end) for line in covered if line.text)
    merged = _merged(markup)
    return Parsed(tuple(_tighten(blocks, merged)), merged)


@cache
def _grammar() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - loaded only when a text needs it

    grammar = MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).enable("table")
    return grammar.disable(["code", "text_join", "reference"])


def _without_returns(text: str) -> str:
    """Return the text with line feeds alone, as the grammar wants it; line numbers hold."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\N{REPLACEMENT CHARACTER}")


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A block without blocks inside it: its kind (`None` for a rule or fence) and lines."""

    kind: SectionKind | None
    first: int
    last: int
    level: int
    inline: "Token | None"


def _leaves(tokens: "list[Token]") -> Iterator[_Leaf]:
    lists = quotes = 0
    row: tuple[int, int] | None = None
    for index, token in enumerate(tokens):
        lists += token.nesting if token.type.endswith("_list_open") else 0
        lists -= 1 if token.type.endswith("_list_close") else 0
        quotes += token.nesting if token.type.startswith("blockquote") else 0
        lines = token.map
        if token.type == "tr_open" and lines is not None:
            row = (lines[0], lines[1])
            yield _Leaf(SectionKind.TABLE_ROW, row[0], row[1], 0, None)
        elif token.type == "inline" and lines is not None and row is None:
            before = tokens[index - 1]
            kind, level = _kind(before, lists, quotes)
            yield _Leaf(kind, lines[0], lines[1], level, token)
        elif token.type in {"fence", "hr", "code_block"} and lines is not None:
            yield _Leaf(None, lines[0], lines[1], 0, None)
        elif token.type == "tr_close":
            row = None


def _kind(opening: "Token", lists: int, quotes: int) -> tuple[SectionKind, int]:
    if opening.type == "heading_open":
        return SectionKind.HEADING, int(opening.tag[1:])
    if lists:
        return SectionKind.LIST_ITEM, lists
    if quotes:
        return SectionKind.QUOTATION, 0
    return SectionKind.PARAGRAPH, 0


def _blocks(leaf: _Leaf, covered: tuple[Line, ...]) -> Iterator[Block]:
    covered = tuple(line for line in covered if line.text)
    if not covered or leaf.kind is None:
        return
    locator = f"line {covered[0].number}"
    if leaf.kind is not SectionKind.PARAGRAPH:
        first = _after_block_mark(covered[0], leaf.kind)
        if first < covered[-1].end:
            yield Block(leaf.kind, first, covered[-1].end, leaf.level, locator, certain=True)
        return
    yield from blocks_of(covered)


def _after_block_mark(line: Line, kind: SectionKind) -> int:
    mark = _BLOCK_MARK.match(line.text) if kind is not SectionKind.TABLE_ROW else None
    return line.start + (mark.end() if mark is not None else 0)


def _inline_markup(
    text: str, inline: "Token", covered: tuple[Line, ...]
) -> Iterator[tuple[int, int]]:
    """Yield what the inline grammar consumed between the pieces of text that it left."""
    start, end = covered[0].start, covered[-1].end
    cursor = start
    for piece in _pieces(inline):
        if piece is None:
            target = _LINK_TARGET.match(text, text.find("]", cursor, end), end)
            yield cursor, target.end() if target is not None else cursor
            cursor = target.end() if target is not None else cursor
            continue
        found = text.find(piece, cursor, end)
        if found < 0:
            continue
        yield _stripped(text, cursor, found)
        cursor = found + len(piece)
    yield _stripped(text, cursor, end)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    gap = text[start:end]
    return start + len(gap) - len(gap.lstrip()), end - len(gap) + len(gap.rstrip())


def _pieces(inline: "Token") -> Iterator[str | None]:
    """Yield the pieces of text in order, and `None` where the address of a link follows."""
    for child in inline.children or ():
        if child.type == "text_special" and child.info == "entity":
            yield child.markup
        elif child.type in {"text", "code_inline", "text_special"}:
            yield from child.content.split("\n")
        elif child.type == "image":
            yield child.content
            yield None
        elif child.type == "link_close" and child.info != "auto":
            yield None


def _merged(markup: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(one for one in markup if one[0] < one[1]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _tighten(blocks: list[Block], markup: tuple[tuple[int, int], ...]) -> Iterator[Block]:
    """Yield the blocks that hold more than markup."""
    for block in blocks:
        if not any(start <= block.start and block.end <= end for start, end in markup):
            yield block
