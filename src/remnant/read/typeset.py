"""Lines of a printed page, from the boxes of its characters.

Units are points (1/72 inch), from the bottom left corner of the page.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

_SAME_LINE = 0.5
"""Of the type size: how far a character's foot may stand off the line it belongs to."""

_COLUMN_GAP = 2.5
"""Of the type size: a wider gap parts two columns or cells."""

_WORD_GAP = 0.18
"""Of the type size: a wider gap parts two words."""

_RAISED = 0.85
"""Of the type size: a smaller figure beside larger text is raised."""

_MARGIN = 0.11
"""Of the page height: running heads and feet stand within this of an edge."""

_FEWEST_PAGES = 2
_FIGURES = re.compile(r"\d+|\b[ivxlc]+\b")
_PAGE_NUMBER = re.compile(
    r"\W*(?:page\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/)\s*\d+)?\W*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character and its box, with the ascent and descent of its type."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def size(self) -> float:
        """The height of the box."""
        return self.top - self.bottom


@dataclass(slots=True)
class PageLine:
    """One line of print.

    Attributes:
        text: Its characters.
        left: Left edge of the first character.
        right: Right edge of the last.
        bottom: Foot of the first character.
        size: Height of its type.
        raised: Ranges of `text` that are raised figures.
        page: Number of the page, from 1.
        height: Height of the page.
    """

    text: str
    left: float
    right: float
    bottom: float
    size: float
    page: int = 0
    height: float = 0.0
    raised: list[tuple[int, int]] = field(default_factory=list)


def lines_of_page(
    glyphs: Iterable[Glyph], page: int, width: float, height: float
) -> list[PageLine]:
    """Return the lines of one page in reading order, columns one after another."""
    lines: list[PageLine] = []
    line: PageLine | None = None
    space = False
    for glyph in glyphs:
        if glyph.text.isspace() or glyph.size <= 0:
            space = True
            continue
        if line is None or not _belongs(glyph, line):
            line = PageLine("", glyph.left, glyph.right, glyph.bottom, glyph.size, page, height)
            lines.append(line)
            space = False
        _add(line, glyph, space=space)
        space = False
    return _by_columns([one for one in lines if one.text.strip()], width)


def _belongs(glyph: Glyph, line: PageLine) -> bool:
    size = max(line.size, glyph.size)
    level = abs(glyph.bottom - line.bottom) < _SAME_LINE * size
    gap = glyph.left - line.right
    return level and -size < gap < _COLUMN_GAP * size


def _add(line: PageLine, glyph: Glyph, *, space: bool) -> None:
    gap = glyph.left - line.right
    if line.text and (space or gap > _WORD_GAP * line.size):
        line.text += " "
    start = len(line.text)
    line.text += glyph.text
    line.right = max(line.right, glyph.right)
    if glyph.text.isdigit() and glyph.size < _RAISED * line.size and glyph.bottom > line.bottom:
        if line.raised and line.raised[-1][1] == start:
            line.raised[-1] = (line.raised[-1][0], start + len(glyph.text))
        else:
            line.raised.append((start, start + len(glyph.text)))
    elif glyph.size > line.size:
        led = line.text[:start].strip()
        if led.isdigit() and line.size < _RAISED * glyph.size and line.bottom > glyph.bottom:
            line.raised = [(0, len(led))]
        line.size, line.bottom = glyph.size, glyph.bottom


def _by_columns(lines: list[PageLine], width: float) -> list[PageLine]:
    """Return the lines with a left column before a right one, where there are two."""
    middle = width / 2
    left = [line for line in lines if line.right <= middle + 0.02 * width]
    right = [line for line in lines if line.left >= middle - 0.02 * width]
    if min(len(left), len(right)) < 3 or len(left) + len(right) < 0.6 * len(lines):  # noqa: PLR2004 - fewer lines make no column
        return sorted(lines, key=lambda line: (-round(line.bottom), line.left))
    highest = max(line.bottom for line in (*left, *right))
    placed = {id(line) for line in (*left, *right)}
    across = [line for line in lines if id(line) not in placed]
    head = [line for line in across if line.bottom > highest]
    foot = [line for line in across if line.bottom <= highest]
    return [one for part in (head, left, right, foot) for one in sorted(part, key=_from_top)]


def _from_top(line: PageLine) -> tuple[float, float]:
    return -line.bottom, line.left


def without_running_lines(pages: Sequence[list[PageLine]]) -> list[list[PageLine]]:
    """Return the pages without the heads, feet and numbers that repeat on them."""
    seen: Counter[str] = Counter()
    for lines in pages:
        seen.update({_shape(line) for line in lines if _in_margin(line)})
    needed = max(_FEWEST_PAGES, len(pages) // 3)
    return [
        [
            line
            for line in lines
            if not (
                _in_margin(line)
                and (seen[_shape(line)] >= needed or _PAGE_NUMBER.fullmatch(line.text))
            )
        ]
        for lines in pages
    ]


def _in_margin(line: PageLine) -> bool:
    middle = line.bottom + line.size / 2
    return not _MARGIN * line.height < middle < (1 - _MARGIN) * line.height


def _shape(line: PageLine) -> str:
    return _FIGURES.sub("#", line.text.strip().casefold())
