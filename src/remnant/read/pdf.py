"""PDF: lines of print joined into paragraphs (pdfium).

The text is made here: paragraphs parted by blank lines, words divided at line ends
put together again, running heads and page numbers left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median_low
from typing import TYPE_CHECKING, Any

from remnant.model.document import SectionKind
from remnant.model.finding import Issue, Severity
from remnant.model.source import Metadata, Provenance, Stated
from remnant.read.compose import Piece, compose
from remnant.read.draft import Draft
from remnant.read.lines import BULLET, NOTE_LABEL, ORDINAL
from remnant.read.plain import is_caption, is_heading
from remnant.read.typeset import Glyph, PageLine, lines_of_page, without_running_lines

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # ships no types

MOST_PAGES = 1_000
"""Pages read; a longer file is read up to here and an issue says so."""

_PARAGRAPH_GAP = 1.7
"""Of the type size: a wider step from line to line begins a paragraph."""

_HEADING_SIZE = 1.12
"""Of the body's type size: larger type is a heading."""

_NOTE_SIZE = 0.92
"""Of the body's type size: smaller type may be notes."""

_LONGEST_TITLE = 300
"""Characters. Titles run over several lines; longer large type is a pulled-out passage."""

_INDENT = 0.8
_SHORT_LINE = 0.8
_DIVIDED = re.compile(r"[^\W\d_]-$")
_STOPPED = re.compile(r"[.!?:]['\"”’)\]]*\d{0,3}$")
_NUMBERED_NOTE = re.compile(r"(\d{1,3})\.?\s+(?=\S)")


def read_pdf(content: bytes) -> Draft:
    """Return the draft of a PDF file."""
    from pypdfium2 import (  # noqa: PLC0415 - loads a native library
        PdfDocument,
        PdfiumError,
    )

    try:
        document = PdfDocument(content)
    except PdfiumError as error:
        return _refused(str(error))
    try:
        return _read(document)
    finally:
        document.close()


def _refused(reason: str) -> Draft:
    if "password" in reason.casefold():
        message = "The PDF is locked with a password; add a copy without one."
        return Draft("", issues=(Issue("encrypted", message, Severity.ERROR),))
    message = f"The PDF is damaged ({reason}); get it again from its source."
    return Draft("", issues=(Issue("unreadable", message, Severity.ERROR),))


def _read(document: "PdfDocument") -> Draft:
    total = len(document)
    pages = [_page(document, index) for index in range(min(total, MOST_PAGES))]
    issues = tuple(_issues(pages, total))
    pages = without_running_lines(pages)
    body = _body_size(pages)
    paragraphs = _paragraphs(pages)
    levels = _levels(paragraphs, body)
    draft = compose([_piece(paragraph, body, levels) for paragraph in paragraphs])
    return Draft(
        draft.text,
        draft.blocks,
        draft.anchors,
        markers=draft.markers,
        weak=_properties(document.get_metadata_dict()),
        issues=issues,
    )


def _page(document: "PdfDocument", index: int) -> list[PageLine]:
    page = document[index]
    width, height = page.get_size()
    textpage = page.get_textpage()
    try:
        return lines_of_page(_glyphs(textpage), index + 1, width, height)
    finally:
        textpage.close()
        page.close()


def _glyphs(textpage: Any) -> Iterator[Glyph]:  # noqa: ANN401 - pdfium's text page has no types
    text = textpage.get_text_range()
    exact = len(text) == textpage.count_chars()
    for index in range(textpage.count_chars()):
        character = text[index] if exact else textpage.get_text_range(index, 1)
        if character in {"\ufffe", "\x02", "\xad"}:
            character = "-"
        yield Glyph(character, *textpage.get_charbox(index, loose=True))


def _issues(pages: Sequence[list[PageLine]], total: int) -> Iterator[Issue]:
    if total > len(pages):
        message = f"Only the first {len(pages)} of {total} pages were read; split the file."
        yield Issue("too-large", message, Severity.ERROR)
    bare = [str(number) for number, lines in enumerate(pages, start=1) if not lines]
    if bare:
        shown = ", ".join(bare[:10]) + (" and more" if len(bare) > 10 else "")  # noqa: PLR2004 - enough to find them
        message = f"No text on page {shown}: images need a text layer (OCR) first."
        yield Issue(
            "no-text", message, Severity.ERROR if len(bare) == len(pages) else Severity.WARNING
        )


@dataclass(slots=True)
class _Paragraph:
    """Lines that belong together."""

    lines: list[PageLine] = field(default_factory=list)


def _body_size(pages: Sequence[list[PageLine]]) -> float:
    sizes = [line.size for lines in pages for line in lines for _ in range(len(line.text))]
    return median_low(sizes) if sizes else 1.0


def _paragraphs(pages: Sequence[list[PageLine]]) -> list[_Paragraph]:
    found: list[_Paragraph] = []
    body = _body_size(pages)
    previous: PageLine | None = None
    for lines in pages:
        width = max((line.right - line.left for line in lines), default=1.0)
        for line in lines:
            if previous is None or _begins(line, previous, width, body):
                found.append(_Paragraph())
            found[-1].lines.append(line)
            previous = line
    return found


def _begins(line: PageLine, previous: PageLine, width: float, body: float) -> bool:
    """Say whether a line begins a paragraph."""
    if _marked(line, body) or abs(line.size - previous.size) > 0.1 * body:
        return True
    moved = line.page != previous.page or line.bottom > previous.bottom
    full = previous.right - previous.left > _SHORT_LINE * min(width, previous.right)
    if moved:
        return _STOPPED.search(previous.text) is not None or not full
    if previous.bottom - line.bottom > _PARAGRAPH_GAP * line.size:
        return True
    short = previous.right < line.right - 2 * line.size
    indented = line.left > previous.left + _INDENT * line.size
    return _STOPPED.search(previous.text) is not None and (short or indented)


def _marked(line: PageLine, body: float) -> bool:
    if NOTE_LABEL.match(line.text) or BULLET.match(line.text) or ORDINAL.match(line.text):
        return True
    return _note_label(line, body) is not None


def _note_label(line: PageLine, body: float) -> re.Match[str] | None:
    """Return the label of a foot note: a number before small type, or a raised one."""
    raised = bool(line.raised) and line.raised[0][0] == 0
    small = line.size < _NOTE_SIZE * body
    match = _NUMBERED_NOTE.match(line.text)
    if match is None and raised:
        return re.match(r"(\d{1,3})\s*(?=\S)", line.text)
    return match if small or raised else None


def _levels(paragraphs: Sequence[_Paragraph], body: float) -> dict[int, int]:
    """Return the heading level of each type size larger than the body's, the largest first."""
    sizes = {_rounded(paragraph.lines[0].size) for paragraph in paragraphs}
    larger = sorted((size for size in sizes if size > _rounded(_HEADING_SIZE * body)), reverse=True)
    return {size: level for level, size in enumerate(larger, start=1)}


def _rounded(size: float) -> int:
    return round(size)


def _piece(paragraph: _Paragraph, body: float, levels: dict[int, int]) -> Piece:
    text, raised = _joined(paragraph.lines)
    first = paragraph.lines[0]
    locator = f"page {first.page}"
    label = _note_label(first, body) or _bracketed(text)
    if label is not None:
        return Piece(text, SectionKind.NOTE, locator, label=label[1], words=label.end())
    marker = BULLET.match(text) or ORDINAL.match(text)
    level = levels.get(_rounded(first.size), 0)
    if marker is not None and not level:
        cut = marker.end()
        moved = tuple((start - cut, end - cut) for start, end in raised if start >= cut)
        return Piece(text[cut:], SectionKind.LIST_ITEM, locator, 1, raised=moved)
    bare = text[: raised[-1][0]].rstrip() if raised and raised[-1][1] == len(text) else text
    if level and len(text) <= _LONGEST_TITLE:
        kind = SectionKind.HEADING
    elif len(paragraph.lines) == 1 and is_caption(bare):
        kind = SectionKind.CAPTION
    elif len(paragraph.lines) == 1 and is_heading(bare):
        kind, level = SectionKind.HEADING, len(levels) + 1
    else:
        kind, level = SectionKind.PARAGRAPH, 0
    certain = kind is SectionKind.HEADING
    return Piece(text, kind, locator, level, raised=tuple(raised), certain=certain)


def _bracketed(text: str) -> re.Match[str] | None:
    match = NOTE_LABEL.match(text)
    return match if match is not None and match["bracket"].isdigit() else None


def _joined(lines: Sequence[PageLine]) -> tuple[str, list[tuple[int, int]]]:
    """Return the lines as one, with the raised ranges; divided words are put together."""
    text = ""
    raised: list[tuple[int, int]] = []
    for line in lines:
        if _DIVIDED.search(text[-2:]) and line.text[:1].islower():
            text = text[:-1]
        elif text:
            text += " "
        raised.extend((start + len(text), end + len(text)) for start, end in line.raised)
        text += line.text
    return text, raised


def _properties(found: dict[str, str]) -> Metadata:
    return Metadata(
        title=_stated("Title", found),
        author=_stated("Author", found),
    )


def _stated(name: str, found: dict[str, str]) -> Stated[str] | None:
    value = " ".join(found.get(name, "").split())
    machine = re.search(
        r"(?i)^\W*(?:untitled|anonymous|unspecified|microsoft word|user|admin)", value
    )
    if not value or machine:
        return None
    return Stated(value, Provenance.STATED, f"{name}: {value}")
