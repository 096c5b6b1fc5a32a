"""Which media type bytes are, told from the bytes themselves."""

import io
import re
import zipfile
from pathlib import PurePosixPath

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
UNKNOWN = "application/octet-stream"

_HEAD = 4_096
"""Bytes looked at; signatures stand at the start."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"\x1f\x8b", "application/gzip"),
    (b"{\\rtf", "application/rtf"),
    (b"OggS", "application/ogg"),
)
"""First bytes of formats that are preserved but not read."""

_TEXT_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|article|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN_SUFFIXES = frozenset((".md", ".markdown", ".mdown"))
_HTML_SUFFIXES = frozenset((".html", ".htm", ".xhtml"))
_CONTROL = frozenset(range(32)) - {7, 8, 9, 10, 12, 13, 27}
_MOST_CONTROL = 0.05
"""Share of control characters above which bytes are no text. A stray NUL is let through."""


def media_type_of(content: bytes, name: str) -> str:
    """Return the IANA media type of the bytes.

    The name decides only between kinds of text, which look alike.

    Args:
        content: The bytes.
        name: File name or address they came from.
    """
    return _by_signature(content) or _kind_of_text(content[:_HEAD], name)


def _by_signature(content: bytes) -> str:
    head = content[:_HEAD]
    if b"%PDF-" in head[:1_024]:
        return "application/pdf"
    if head.startswith(b"PK\x03\x04"):
        return _archive(content)
    fitting = (media_type for signature, media_type in _SIGNATURES if head.startswith(signature))
    return next(fitting, "")


def _kind_of_text(head: bytes, name: str) -> str:
    suffix = PurePosixPath(name.partition("?")[0]).suffix.casefold()
    if _HTML.match(head.removeprefix(b"\xef\xbb\xbf")) and suffix not in _MARKDOWN_SUFFIXES:
        return "text/html"
    if not _is_text(head):
        return UNKNOWN
    if suffix in _HTML_SUFFIXES:
        return "text/html"
    return "text/markdown" if suffix in _MARKDOWN_SUFFIXES else "text/plain"


def _archive(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError):
        return DOCX if b"word/" in content[:_HEAD] else "application/zip"
    return DOCX if any(name.startswith("word/") for name in names) else "application/zip"


def _is_text(head: bytes) -> bool:
    if head.startswith(_TEXT_MARKS) or not head:
        return True
    control = sum(byte in _CONTROL for byte in head)
    return control <= _MOST_CONTROL * len(head)
