"""A document in parts that a model can read at once, each with offsets that lead back."""

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from remnant.model.document import Document, SectionKind

_SPACES = {ord(sign): " " for sign in "\t\n\v\f\r\x1c\x1d\x1e\x85\u00a0\u2028\u2029"}
"""White space that a model would not copy to the letter; each stays one character."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost.

    Attributes:
        part: Most characters of the document in one question.
        parts: Most questions for one document.
        reply: Most tokens of one answer.
    """

    part: int = 6000
    parts: int = 60
    reply: int = 4000


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one section.

    Attributes:
        number: From 1, over the whole document.
        kind: What the section is.
        start: Offset in the document.
        text: The words; line breaks and other white space as single spaces, so that
            `start + i` is the place of `text[i]`.
    """

    number: int
    kind: SectionKind
    start: int
    text: str

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Part:
    """Neighbouring passages that are sent in one question."""

    passages: tuple[Passage, ...]

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.passages[0].start

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.passages[-1].end

    def words(self) -> str:
        """Return the words of all passages."""
        return "\n".join(one.text for one in self.passages)

    def halves(self) -> tuple["Part", ...]:
        """Return the part in two, or nothing where it cannot be parted."""
        if len(self.passages) > 1:
            middle = (self.start + self.end) // 2
            cut = bisect_right([one.start for one in self.passages], middle)
            cut = min(max(cut, 1), len(self.passages) - 1)
            return Part(self.passages[:cut]), Part(self.passages[cut:])
        only = self.passages[0]
        if len(only.text) < 2 * _SHORTEST:
            return ()
        pieces = tuple(_pieces(only.text, 0, len(only.text), len(only.text) // 2 + 1))
        return tuple(
            Part((Passage(only.number, only.kind, only.start + start, only.text[start:end]),))
            for start, end in pieces
        )


_SHORTEST = 200
"""Characters. A passage that is cut has halves at least about this long."""


def parts_of(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield the parts of a document, in order, boilerplate left out.

    The cuts depend on the document's text and the limit alone, so that the same document
    gives the same questions.
    """
    waiting: list[Passage] = []
    size = 0
    for passage in _passages(document, limits.part):
        if waiting and size + len(passage.text) > limits.part:
            yield Part(tuple(waiting))
            waiting, size = [], 0
        waiting.append(passage)
        size += len(passage.text)
    if waiting:
        yield Part(tuple(waiting))


def _passages(document: Document, longest: int) -> Iterator[Passage]:
    text = document.text.translate(_SPACES)
    number = 0
    for section in document.sections:
        if section.kind is SectionKind.BOILERPLATE:
            continue
        for start, end in _pieces(text, section.start, section.end, longest):
            number += 1
            yield Passage(number, section.kind, start, text[start:end])


def _pieces(text: str, start: int, end: int, longest: int) -> Iterator[tuple[int, int]]:
    """Cut a range into trimmed pieces, after a full stop or else at a space."""
    while start < end:
        stop = end
        if end - start > longest:
            stop = _cut(text, start, start + longest)
        piece = text[start:stop]
        left = start + len(piece) - len(piece.lstrip(" "))
        right = start + len(piece.rstrip(" "))
        if left < right:
            yield left, right
        start = stop


def _cut(text: str, start: int, limit: int) -> int:
    middle = (start + limit) // 2
    for sign in (". ", " "):
        found = text.rfind(sign, middle, limit)
        if found > start:
            return found + len(sign)
    return limit


def as_data(part: Part, document: Document) -> str:
    """Return what the model is shown of a part: one JSON object, so that no words leave it."""
    metadata = document.metadata
    about = {
        "title": metadata.title.value if metadata.title else None,
        "publisher": metadata.publisher.value if metadata.publisher else None,
        "published": metadata.published.value if metadata.published else None,
        "passages": [_shown(one) for one in part.passages],
    }
    return json.dumps(about, ensure_ascii=False)


def _shown(passage: Passage) -> dict[str, object]:
    return {"passage": passage.number, "kind": passage.kind.value, "text": passage.text}


def passage_at(passages: Sequence[Passage], number: int) -> Passage | None:
    """Return the passage of a number, if it is among those given."""
    return next((one for one in passages if one.number == number), None)
