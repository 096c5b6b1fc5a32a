"""DOCX: paragraphs, tables and notes in order (python-docx).

A DOCX file is a ZIP archive of XML. Before anything is parsed, archives that swell
beyond reason and XML that declares entities are refused.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from remnant.model.document import SectionKind
from remnant.model.finding import Issue, Severity
from remnant.model.source import Metadata, Provenance, Stated
from remnant.read.compose import Piece, compose
from remnant.read.draft import Draft
from remnant.read.lines import BULLET, ORDINAL
from remnant.read.plain import is_caption, is_heading

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table
    from docx.text.paragraph import Paragraph

LARGEST = 256 * 1024**2
"""Bytes that all parts of an archive may have together."""

LARGEST_RATIO = 200
"""Bytes out of one byte in. XML packs to about a tenth; a bomb to a thousandth."""

MOST_PARTS = 10_000

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOTES = ("footnotes", "endnotes")
_REFERENCE = re.compile(r"\x00(\w+:-?\d+)\x00")


def read_docx(content: bytes) -> Draft:
    """Return the draft of a DOCX file."""
    refusal = _refusal(content)
    if refusal is not None:
        return Draft("", issues=(refusal,))
    from docx import Document  # noqa: PLC0415 - loaded only where a DOCX file is read

    document = Document(io.BytesIO(content))
    notes = dict(_notes(content))
    numbers: dict[str, str] = {}
    pieces = list(_body(document, numbers))
    pieces.extend(
        Piece(f"[{number}] {notes[key]}", SectionKind.NOTE, f"note {number}", label=number,
              words=len(number) + 3, certain=True)
        for key, number in numbers.items()
        if notes.get(key)
    )  # fmt: skip
    draft = compose(pieces)
    return Draft(
        draft.text,
        draft.blocks,
        draft.anchors,
        markers=draft.markers,
        weak=_properties(document),
    )


def _refusal(content: bytes) -> Issue | None:
    """Return why an archive is not opened, or `None`."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError):
        return Issue("unreadable", "The DOCX file is damaged; get it again.", Severity.ERROR)
    with archive:
        parts = archive.infolist()
        swollen = any(
            part.file_size > LARGEST_RATIO * max(part.compress_size, 1_000) for part in parts
        )
        total = sum(part.file_size for part in parts)
        if swollen or total > LARGEST or len(parts) > MOST_PARTS:
            message = f"The DOCX file unpacks to {total} bytes, beyond reason; it was not opened."
            return Issue("too-large", message, Severity.ERROR)
        for part in parts:
            if part.filename.endswith((".xml", ".rels")) and _declares(archive, part):
                message = (
                    f"{part.filename} declares entities, as an attack does; it was not opened."
                )
                return Issue("unreadable", message, Severity.ERROR)
    return None


def _declares(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    try:
        with archive.open(part) as stream:
            head = stream.read(4_096)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return False
    return b"<!DOCTYPE" in head or b"<!ENTITY" in head or b"<\x00!\x00" in head


def _body(document: "WordDocument", numbers: dict[str, str]) -> Iterator[Piece]:
    from docx.table import Table  # noqa: PLC0415 - loaded with the rest of the package

    number = 0
    for table, block in enumerate(document.iter_inner_content(), start=1):
        if isinstance(block, Table):
            yield from _rows(block, f"block {table}", numbers)
            continue
        number += 1
        piece = _paragraph(block, f"paragraph {number}", numbers)
        if piece is not None:
            yield piece


def _paragraph(paragraph: "Paragraph", locator: str, numbers: dict[str, str]) -> Piece | None:
    text, raised = _numbered(_text(paragraph._p), numbers)  # noqa: SLF001 - python-docx offers no other way to note references
    if not text.strip():
        return None
    style = (paragraph.style.name or "").casefold() if paragraph.style is not None else ""
    properties = paragraph._p.pPr  # noqa: SLF001 - nor to list numbering
    listed = properties is not None and properties.numPr is not None
    marker = BULLET.match(text) or ORDINAL.match(text)
    if not style.startswith(("heading", "title")) and (
        listed or style.startswith("list") or marker is not None
    ):
        cut = marker.end() if marker is not None else 0
        moved = tuple((start - cut, end - cut) for start, end in raised)
        return Piece(text[cut:], SectionKind.LIST_ITEM, locator, 1, raised=moved, certain=True)
    bold = bool(paragraph.runs) and all(run.bold for run in paragraph.runs if run.text.strip())
    kind, level = _kind(text, style, first_or_bold=bold or locator == "paragraph 1")
    return Piece(text, kind, locator, level, raised=raised, certain=bool(level))


def _kind(text: str, style: str, *, first_or_bold: bool) -> tuple[SectionKind, int]:
    if style.startswith(("heading", "title")):
        return SectionKind.HEADING, int(style[-1]) if style[-1:].isdigit() else 1
    if "quote" in style:
        return SectionKind.QUOTATION, 0
    if style == "caption" or is_caption(text):
        return SectionKind.CAPTION, 0
    if first_or_bold and is_heading(text):
        return SectionKind.HEADING, 2
    return SectionKind.PARAGRAPH, 0


def _text(element: Any) -> str:  # noqa: ANN401 - an element of lxml that python-docx does not type
    """Return the words of a paragraph, with each note reference between NUL characters."""
    pieces: list[str] = []
    for node in element.iter():
        name = str(node.tag).removeprefix(_WORD)
        if name == "t":
            pieces.append((node.text or "").replace("\0", ""))
        elif name == "tab":
            pieces.append("\t" if str(node.getparent().tag) == f"{_WORD}r" else "")
        elif name in {"br", "cr"}:
            pieces.append("\n")
        elif name == "noBreakHyphen":
            pieces.append("-")
        elif name in {"footnoteReference", "endnoteReference"}:
            pieces.append(f"\0{name[:-9]}s:{node.get(f'{_WORD}id')}\0")
    return "".join(pieces).strip(" \t\n")


def _numbered(text: str, numbers: dict[str, str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the text with `[1]` for each reference, in order of first mention, and where."""
    done = ""
    raised: list[tuple[int, int]] = []
    cursor = 0
    for match in _REFERENCE.finditer(text):
        label = f"[{numbers.setdefault(match[1], str(len(numbers) + 1))}]"
        done += text[cursor : match.start()]
        raised.append((len(done), len(done) + len(label)))
        done += label
        cursor = match.end()
    return done + text[cursor:], tuple(raised)


def _rows(table: "Table", locator: str, numbers: dict[str, str]) -> Iterator[Piece]:
    for index, row in enumerate(table.rows, start=1):
        cells = dict.fromkeys(cell._tc for cell in row.cells)  # noqa: SLF001 - merged cells come several times
        words = " | ".join(" ".join(_text(cell).split()) for cell in cells)
        text, raised = _numbered(words, numbers)
        if text.strip(" |"):
            place = f"{locator}, row {index}"
            yield Piece(text, SectionKind.TABLE_ROW, place, raised=raised, certain=True)


def _notes(content: bytes) -> Iterator[tuple[str, str]]:
    """Yield each note's key (`footnotes:2`) and words."""
    from lxml import etree  # noqa: PLC0415 - loaded only where a DOCX file is read

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for kind in _NOTES:
            name = f"word/{kind}.xml"
            if name not in archive.namelist():
                continue
            root = etree.fromstring(archive.read(name), parser)
            for note in root.iter(f"{_WORD}{kind[:-1]}"):
                words = [_text(paragraph) for paragraph in note.iter(f"{_WORD}p")]
                key = f"{kind}:{note.get(f'{_WORD}id')}"
                yield key, " ".join(_REFERENCE.sub("", part) for part in words).strip()


def _properties(document: "WordDocument") -> Metadata:
    core = document.core_properties
    return Metadata(
        title=_stated("title", core.title),
        author=_stated("author", core.author),
        language=None,
    )


def _stated(name: str, value: str | None) -> Stated[str] | None:
    words = " ".join((value or "").split())
    if not words or words.casefold() in {"python-docx", "user", "admin", "word document"}:
        return None
    return Stated(words, Provenance.STATED, f"{name}: {words}")
