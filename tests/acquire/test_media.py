import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remnant.acquire.media import DOCX, UNKNOWN, media_type_of


def _archive(name: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr(name, b"<x/>")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (b"%PDF-1.7 ...", "report.txt", "application/pdf"),
        (b"\n\n%PDF-1.4", "report", "application/pdf"),
        (_archive("word/document.xml"), "report.zip", DOCX),
        (_archive("data.csv"), "report.docx", "application/zip"),
        (b"PK\x03\x04 broken word/document.xml", "x.docx", DOCX),
        (b"<!DOCTYPE html><html>", "x.txt", "text/html"),
        (b"\xef\xbb\xbf<html lang=en>", "x", "text/html"),
        (b"<!-- saved --> <HTML>", "x", "text/html"),
        (b"words <b>and</b> tags", "page.htm", "text/html"),
        (b"# Heading", "notes.md", "text/markdown"),
        (b"<div>in Markdown</div>", "notes.md", "text/markdown"),
        (b"# Heading", "notes.txt", "text/plain"),
        ("Şuşa".encode("utf-16"), "x.txt", "text/plain"),
        ("Vérité".encode("latin-1"), "x.txt", "text/plain"),
        (b"", "empty.txt", "text/plain"),
        (b"a page\x00 with one stray NUL among many words of text", "x", "text/plain"),
        (b"\x89PNG\r\n\x1a\n....", "x.txt", "image/png"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "x.doc", "application/x-ole-storage"),
        (bytes(range(256)), "x.txt", UNKNOWN),
        (b"<html>", "https://example.org/page.md?x=1", "text/markdown"),
    ],
)
def test_the_bytes_decide(content: bytes, name: str, expected: str) -> None:
    """The media type follows from the bytes; the name decides only between kinds of text."""
    assert media_type_of(content, name) == expected


@given(st.binary(max_size=300), st.text(max_size=20))
def test_any_bytes_have_a_media_type(content: bytes, name: str) -> None:
    """Any bytes under any name have a media type."""
    assert "/" in media_type_of(content, name)
