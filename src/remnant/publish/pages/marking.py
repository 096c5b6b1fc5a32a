"""Cuts a text into pieces wherever a highlight begins or ends, in one sweep.

Spans of claims overlap and nest, and HTML elements must not cross. So the text is
cut at every boundary, and each piece knows all claims that cover it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise


class MarkKind(StrEnum):
    """What a range of the text is."""

    CLAIM = "claim"
    ALSO = "also"
    WORDS = "words"
    NOTE = "note"
    CONTACT = "contact"
    MARKUP = "markup"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A range of the text to be shown as something.

    Attributes:
        start: Offset of the first code point.
        end: Offset after the last.
        kind: What it is.
        name: Anchor of the claim, anchor of the words, or label of the note.
        anchor: Identifier to place where the range starts; empty for none.
    """

    start: int
    end: int
    kind: MarkKind
    name: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is shown in one way throughout.

    Attributes:
        start: Offset of its first code point.
        text: The text.
        anchors: Identifiers that lead here.
        claims: Anchors of the claims that cover it, outermost first.
        words: It is part of words that fill a slot.
        note: Label of the note that it refers to; empty if it is no marker.
        contact: It stands for masked contact details.
        markup: It is markup of the original, not words.
    """

    start: int
    text: str
    anchors: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    words: bool = False
    note: str = ""
    contact: bool = False
    markup: bool = False


@dataclass(slots=True)
class _Sweep:
    active: dict[Mark, None] = field(default_factory=dict)

    def piece(self, start: int, text: str, anchors: tuple[str, ...]) -> Piece:
        """Return the piece that starts here, covered by everything active."""
        of = {kind: [mark for mark in self.active if mark.kind is kind] for kind in MarkKind}
        claims = sorted(of[MarkKind.CLAIM] + of[MarkKind.ALSO], key=lambda m: (m.start, -m.end))
        return Piece(
            start=start,
            text=text,
            anchors=anchors,
            claims=tuple(dict.fromkeys(mark.name for mark in claims)),
            words=bool(of[MarkKind.WORDS]),
            note=of[MarkKind.NOTE][0].name if of[MarkKind.NOTE] else "",
            contact=bool(of[MarkKind.CONTACT]),
            markup=bool(of[MarkKind.MARKUP]),
        )


def pieces(text: str, marks: Iterable[Mark], cuts: Sequence[int] = ()) -> Iterator[Piece]:
    """Yield the whole text in pieces, cut at every mark and at the given offsets.

    The pieces follow one another without gap or overlap. The work grows with the
    number of marks and pieces, not with their product.
    """
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    placed: set[str] = set()
    for mark in sorted(marks):
        opening.setdefault(mark.start, []).append(mark)
        closing.setdefault(mark.end, []).append(mark)
    inner = {at for at in (*opening, *closing, *cuts) if 0 < at < len(text)}
    edges = [0, *sorted(inner), len(text)]
    sweep = _Sweep()
    for start, end in pairwise(edges):
        for mark in closing.get(start, ()):
            sweep.active.pop(mark, None)
        opened = opening.get(start, [])
        sweep.active.update(dict.fromkeys(opened))
        names = dict.fromkeys(mark.anchor for mark in opened if mark.anchor)
        anchors = tuple(name for name in names if name not in placed)
        placed.update(anchors)
        if end > start:
            yield sweep.piece(start, text[start:end], anchors)
