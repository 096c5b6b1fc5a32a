"""A document: the canonical text of one original, and its structure."""

from dataclasses import dataclass
from enum import StrEnum

from remnant.errors import SpanError
from remnant.model.finding import Issue
from remnant.model.source import Capture, Metadata
from remnant.model.span import Span

OTHER_LANGUAGE = "other-language"
"""Code of the issue of a text in which no claim is looked for, since it is not in English."""


class SectionKind(StrEnum):
    """What a stretch of text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TABLE_ROW = "table row"
    CAPTION = "caption"
    NOTE = "note"
    QUOTATION = "quotation"
    BOILERPLATE = "boilerplate"
    """Kept in the text so that offsets hold, but nobody's claim: menus, licence text, contacts."""


@dataclass(frozen=True, slots=True)
class Section:
    """One block of the canonical text. Sections are in order and do not overlap.

    Attributes:
        kind: What the block is.
        start: Offset of its first code point.
        end: Offset after its last code point.
        level: Heading level from 1, or list depth from 1; 0 otherwise.
        heading: Index, in the document's sections, of the heading it stands under, or `None`.
        introduced_by: For a list item, index of the section that introduces the list; for a
            paragraph of quoted words, of the section with the colon before it.
        locator: Where it is in the original: `page 3`, `/html/body/p[2]`, `paragraph 12`, `line 4`.
    """

    kind: SectionKind
    start: int
    end: int
    level: int = 0
    heading: int | None = None
    introduced_by: int | None = None
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered note: its label, its text, and where the label is used.

    Attributes:
        label: The marker as printed, without brackets.
        start: Offset of the note's own text (after its label), or `None` if the note is missing.
        end: Offset after the note's text, or `None` if missing.
        markers: Half-open ranges of the places in the body that refer to it; empty if none does.
    """

    label: str
    start: int | None
    end: int | None
    markers: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, with the words that say whose they are.

    Attributes:
        start: Offset of the opening mark.
        end: Offset after the closing mark, or after the paragraph if the mark is missing.
        cue: Range of the clause that names the speaker (`said CMC Director Hector Guerra`), if any.
        continues: The quotation goes on in the next paragraph.
    """

    start: int
    end: int
    cue: tuple[int, int] | None = None
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """One step of the map from canonical text back to the original.

    From `start` (inclusive) to the next anchor, `text[i]` came from
    `original offset + (i - start)` of the decoded original when `verbatim` is true,
    and from the place named by `locator` as a whole when it is not.

    Attributes:
        start: Offset in the canonical text.
        offset: Offset in the decoded original, in code points; -1 if the format has none (PDF).
        locator: Page, element, paragraph or line of the original.
        verbatim: The text up to the next anchor is the original's, character for character.
    """

    start: int
    offset: int
    locator: str
    verbatim: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """The canonical text of one original and what its layout says.

    Attributes:
        id: Content identifier, from the original's SHA-256 and the reader's version.
        capture: The first capture of the original.
        text: The canonical text. Never changes for a given original and reader version.
        metadata: Title, publisher, date and so on, each with where it comes from.
        sections: Blocks in order.
        notes: Numbered notes, including those whose text is missing.
        quotations: Quotations in order.
        anchors: Map from the text back to the original, in order of `start`.
        issues: Problems met while reading.
        markup: Ranges of the text that are markup and not words (`**`, `](address)`), in order.
        reader: Name and version of the reader.
    """

    id: str
    capture: Capture
    text: str
    metadata: Metadata = Metadata()
    sections: tuple[Section, ...] = ()
    notes: tuple[Note, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    issues: tuple[Issue, ...] = ()
    markup: tuple[tuple[int, int], ...] = ()
    reader: str = ""

    @property
    def called(self) -> str:
        """What a person calls the document: its title, or else the name of its file."""
        title = self.metadata.title.value.strip() if self.metadata.title else ""
        origin = self.capture.origin
        return title or origin.replace("\\", "/").rstrip("/").rpartition("/")[2] or origin

    def span(self, start: int, end: int) -> Span:
        """Return the span of the text from `start` to `end`.

        Raises:
            SpanError: The offsets are not a non-empty range within the text.
        """
        if not 0 <= start < end <= len(self.text):
            message = f"{self.id}: {start}–{end} is not a passage of {len(self.text)} characters"
            raise SpanError(message)
        return Span(self.id, start, end, self.text[start:end])

    def check(self, span: Span) -> None:
        """Make sure that a span is one of this text, to the letter.

        Raises:
            SpanError: The span names another document or other words stand there.
        """
        if span.document != self.id:
            message = f"{self.id}: the span belongs to {span.document}"
            raise SpanError(message)
        found = self.text[span.start : span.end]
        if found != span.quote:
            message = f"{self.id}: at {span.start} stands {found[:40]!r}, not {span.quote[:40]!r}"
            raise SpanError(message)
