"""Text made of pieces: blocks parted by blank lines, for formats that have no text of their own."""

from collections.abc import Iterable
from dataclasses import dataclass

from remnant.model.document import Anchor, SectionKind
from remnant.read.draft import Block, Draft


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of an original.

    Attributes:
        text: Its words.
        kind: What it is.
        locator: Where it is in the original.
        level: Heading level or list depth.
        label: For a note, its label.
        words: For a note, offset in `text` of its own words.
        raised: Ranges of `text` that refer to notes, with the label they print.
        certain: The format itself says what it is.
    """

    text: str
    kind: SectionKind
    locator: str
    level: int = 0
    label: str = ""
    words: int = 0
    raised: tuple[tuple[int, int], ...] = ()
    certain: bool = False


def compose(pieces: Iterable[Piece]) -> Draft:
    """Return the draft of the pieces in order. Anchors name the place as a whole."""
    text: list[str] = []
    blocks: list[Block] = []
    anchors: list[Anchor] = []
    markers: list[tuple[str, int, int]] = []
    length = 0
    for piece in pieces:
        words = piece.text.rstrip()
        if not words.strip():
            continue
        if text:
            text.append("\n\n")
            length += 2
        start = length
        anchors.append(Anchor(start, -1, piece.locator, verbatim=False))
        text.append(words)
        length += len(words)
        blocks.append(
            Block(
                piece.kind, start, length, piece.level, piece.locator,
                piece.label, start + piece.words, piece.certain,
            )
        )  # fmt: skip
        markers.extend(
            (words[first:last].strip("[]"), start + first, start + last)
            for first, last in piece.raised
        )
    return Draft("".join(text), tuple(blocks), tuple(anchors), markers=tuple(markers))
