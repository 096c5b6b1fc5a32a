"""Where in an HTML source the visible characters stand."""

import html
import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass

_PIECE = re.compile(
    r"(?P<hidden><!--.*?(?:-->|\Z)"
    r"|<(?P<name>script|style|template|noscript|textarea|select|iframe|svg)\b.*?(?:</(?P=name)\s*>|\Z))"
    r"|(?P<tag></?[a-zA-Z!?](?:[^\"'<>]|\"[^\"]*\"|'[^']*')*+>|</?[a-zA-Z!?][^>]*>)"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?)"
    r"|(?P<text>[^<&]+|[<&])",
    re.DOTALL | re.IGNORECASE,
)

_FARTHEST = 4_000
"""Characters that may be passed over to find the next words; farther is another place."""


@dataclass(frozen=True, slots=True)
class Visible:
    """The characters of a source that are neither markup nor space, with their offsets.

    Attributes:
        source: The decoded source.
        text: Its visible characters, run together.
        offsets: For each of them, its offset in the source.
    """

    source: str
    text: str
    offsets: "array[int]"

    def find(self, words: str, cursor: int) -> int | None:
        """Return where in `text` the words stand, from the cursor on and near it."""
        found = self.text.find(words, cursor, cursor + len(words) + _FARTHEST)
        return found if found >= 0 else None


def visible(source: str) -> Visible:
    """Return the visible characters of an HTML source."""
    pieces: list[str] = []
    offsets = array("q")
    body = re.search(r"<body\b", source, re.IGNORECASE)
    for words, offset, step in _words(source, body.start() if body is not None else 0):
        for index, character in enumerate(words):
            if not character.isspace():
                pieces.append(character)
                offsets.append(offset + index * step)
    return Visible(source, "".join(pieces), offsets)


def _words(source: str, start: int) -> Iterator[tuple[str, int, int]]:
    """Yield stretches of text: the words, their offset, and 1, or 0 if they are one entity."""
    for match in _PIECE.finditer(source, start):
        if match.lastgroup == "text":
            yield match.group(), match.start(), 1
        elif match.lastgroup == "entity":
            words = html.unescape(match.group())
            yield words, match.start(), int(words == match.group())


def without_space(text: str) -> str:
    """Return the text without its spaces."""
    return "".join(text.split())
