"""Posts: short posts that a text carries without quotation marks, with who posted them after.

`8 killed in yesterday's attack. The White Helmets (SyriaCivilDef) April 30 2017`: the name, the
handle and the day close a post; the sentences before them, as many as fit a post, are its words.
"""

import re
from collections.abc import Iterator, Sequence

from remnant.extract.names.marks import Line, Sort
from remnant.extract.speaking.memory import Voice
from remnant.extract.speaking.quoting import Quoted
from remnant.model.document import Document

_SIGNATURE = re.compile(
    r"(?<!\S)(?:[—–-]\s?)?(?P<name>(?:[A-Z][\w.’'-]*\s){1,5})\(@?(?P<handle>\w{3,20})\)\s"
    r"(?:[A-Z][a-z]{2,8} \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4})"
)
_LINK = re.compile(r"(?:https?\S*t\.co|pic\.twitter)\S*")
_LONGEST = 145
"""Code points of a post, without its links, before its network allowed longer ones."""


def posts(document: Document, lines: Sequence[Line]) -> Iterator[Quoted]:
    """Yield the posts of a text with who posted them; the publisher's own are the document's."""
    last = 0
    stated = document.metadata.publisher
    own = stated.value.lower().replace(" ", "") if stated is not None else ""
    for found in _SIGNATURE.finditer(document.text):
        start = _start(document.text, lines, last, found.start())
        last = found.end()
        if start < found.start() and found["handle"].lower() != own:
            yield Quoted(start, found.start(), (_poster(found, lines),))


def _start(text: str, lines: Sequence[Line], first: int, end: int) -> int:
    """Return where the first sentence begins that fits the post."""
    start = end
    for line in reversed(lines):
        begin = line.sentence.start
        if begin >= end:
            continue
        words = _LINK.sub("", text[begin:end])
        if begin < first or len(words) > _LONGEST or "\n" in words.strip():
            break
        start = begin
    return start


def _poster(found: re.Match[str], lines: Sequence[Line]) -> Voice:
    """Return who posted it: the body named, or else the name as printed."""
    start, end = found.start("name"), found.start("name") + len(found["name"].rstrip())
    for line in lines:
        for mark in line.marks:
            if mark.sort is Sort.ACTOR and start <= mark.start and mark.end <= end:
                return Voice(mark.start, mark.end, mark.entry)
    return Voice(start, end, person=True)


__all__ = ["posts"]
