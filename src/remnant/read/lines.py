"""Lines of a text with their offsets, and the marks that open them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

BULLET = re.compile(r"[•‣▪●◦∙·–—*+-]\s+(?=\S)")
"""A bullet at the start of a line."""

ORDINAL = re.compile(r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{2,5})\)|(?:\d{1,3}|[a-zA-Z])\.)\s+(?=\S)")
"""A number or letter that counts the items of a list: `1.`, `1)`, `(a)`, `iv)`."""

NOTE_LABEL = re.compile(r"\[\^?(?P<bracket>[\w-]{1,8})\]:?\s*(?=\S)")
"""The label of a note at the start of a line: `[1]`, `[^a]:`."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes:
        number: From 1.
        start: Offset of its first character that is not space; the line's own start if blank.
        end: Offset after its last character that is not space.
        indent: How many characters stand before `start`.
        text: The text from `start` to `end`.
    """

    number: int
    start: int
    end: int
    indent: int
    text: str


def lines_of(text: str) -> Iterator[Line]:
    """Yield the lines of a text, ended by a line feed, a carriage return or both."""
    for number, match in enumerate(re.finditer(r"[^\r\n]*(?:\r\n|\r|\n|\Z)", text), start=1):
        if match.start() == match.end():
            return
        whole = match.group().rstrip()
        stripped = whole.lstrip()
        indent = len(whole) - len(stripped)
        start = match.start() + indent
        yield Line(number, start, start + len(stripped), indent, stripped)


def stanzas(lines: Iterator[Line]) -> Iterator[tuple[Line, ...]]:
    """Yield runs of lines that no blank line parts."""
    run: list[Line] = []
    for line in lines:
        if line.text:
            run.append(line)
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)
