"""The words of a stretch of text, without its markup."""

from bisect import bisect_left
from collections.abc import Sequence

from remnant.read.draft import Block

_EDGE = 1_500
"""Characters at each edge of a long block."""


def words_of(text: str, block: Block, markup: Sequence[tuple[int, int]]) -> str:
    """Return the words of a block, without markup."""
    return without_markup(text, block.start, block.end, markup)


def edges_of(text: str, block: Block, markup: Sequence[tuple[int, int]]) -> str:
    """Return the words of a block, of a long one its beginning and end only.

    What rules look for stands there, and their time stays bounded.
    """
    if block.end - block.start <= 2 * _EDGE:
        return words_of(text, block, markup)
    first = without_markup(text, block.start, block.start + _EDGE, markup)
    return first + "\n" + without_markup(text, block.end - _EDGE, block.end, markup)


def without_markup(text: str, start: int, end: int, markup: Sequence[tuple[int, int]]) -> str:
    """Return `text[start:end]` without the markup in it."""
    pieces: list[str] = []
    index = bisect_left(markup, (start, start))
    if index and markup[index - 1][1] > start:
        index -= 1
    cursor = start
    while index < len(markup) and markup[index][0] < end:
        pieces.append(text[cursor : markup[index][0]])
        cursor = max(cursor, markup[index][1])
        index += 1
    pieces.append(text[cursor:end] if cursor < end else "")
    return "".join(pieces)
