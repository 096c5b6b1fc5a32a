"""Originals made by hand for the tests of reading."""

import io
from collections.abc import Sequence

from docx.document import Document as WordDocument
from reportlab.lib import pdfencrypt  # type: ignore[import-untyped]  # ships no types
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]  # ships no types
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # ships no types

from remnant.model.document import Document, Section, SectionKind
from remnant.model.ids import sha256_hex
from remnant.model.source import Capture, Metadata, Original
from remnant.read import read

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def original(
    content: bytes | str, media_type: str = "text/plain", given: Metadata = Metadata()
) -> Original:
    """Return an original of the given bytes or text."""
    encoded = content.encode() if isinstance(content, str) else content
    digest = sha256_hex(encoded)
    capture = Capture(
        "k-1", digest, len(encoded), "x", "2020-01-01T00:00:00Z", media_type, given=given
    )
    return Original(capture, encoded)


def document(content: bytes | str, media_type: str = "text/plain") -> Document:
    """Return what is read from the given bytes or text."""
    return read(original(content, media_type))


def words(found: Document, part: Section) -> str:
    """Return the words of a section."""
    return found.text[part.start : part.end]


def of_kind(found: Document, kind: SectionKind) -> list[str]:
    """Return the words of every section of a kind."""
    return [words(found, section) for section in found.sections if section.kind is kind]


def codes(found: Document) -> list[str]:
    """Return the codes of the issues."""
    return [issue.code for issue in found.issues]


Mark = tuple[float, float, float, str]
"""Left edge and foot in points from the bottom left, type size, words."""


def pdf(pages: Sequence[Sequence[Mark]], *, password: str = "", title: str = "") -> bytes:
    """Return a PDF with words at given places."""
    stream = io.BytesIO()
    lock = pdfencrypt.StandardEncryption(password) if password else None
    canvas = Canvas(stream, pagesize=A4, encrypt=lock, invariant=1)
    canvas.setTitle(title)
    for page in pages:
        for left, foot, size, text in page:
            canvas.setFont("Helvetica", size)
            canvas.drawString(left, foot, text)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def lines(
    *texts: str, left: float = 72, top: float = 700, size: float = 11, step: float = 14
) -> list[Mark]:
    """Return lines of print, one below the other."""
    return [(left, top - step * index, size, text) for index, text in enumerate(texts)]


def saved(made: WordDocument) -> bytes:
    """Return the bytes of a DOCX file."""
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()
