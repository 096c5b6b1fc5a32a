"""What a reader hands on: text with blocks, before notes, quotations and metadata are found."""

from dataclasses import dataclass, replace

from remnant.model.document import Anchor, SectionKind
from remnant.model.finding import Issue
from remnant.model.source import Metadata


@dataclass(frozen=True, slots=True)
class Block:
    """One block of text as the layout shows it.

    Attributes:
        kind: What the layout says it is.
        start: Offset of its first character that is not markup or space.
        end: Offset after its last character that is not space.
        level: Heading level or list depth, from 1; 0 otherwise.
        locator: Where it is in the original.
        label: For a note, its label; empty otherwise.
        words: For a note, offset of its own text, after the label; 0 otherwise.
        certain: The format itself says what it is, so no rule of layout may change it.
    """

    kind: SectionKind
    start: int
    end: int
    level: int = 0
    locator: str = ""
    label: str = ""
    words: int = 0
    certain: bool = False

    def become(self, kind: SectionKind, level: int = 0) -> "Block":
        """Return this block as one of another kind."""
        return replace(self, kind=kind, level=level)


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of one original and what its format says of it.

    Attributes:
        text: The canonical text.
        blocks: In order, without overlap.
        anchors: Map from the text back to the original.
        markup: Ranges that are markup and not words.
        markers: Places in the body that the format marks as referring to a note: label,
            start, end.
        properties: Metadata that the format carries outside its text, made for readers: it
            comes before what the text states.
        weak: Metadata that programs put in: it comes after what the text states.
        issues: Problems met.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    markup: tuple[tuple[int, int], ...] = ()
    markers: tuple[tuple[str, int, int], ...] = ()
    properties: Metadata = Metadata()
    weak: Metadata = Metadata()
    issues: tuple[Issue, ...] = ()
