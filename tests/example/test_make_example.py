import io
from collections.abc import Callable, Mapping

import pypdfium2  # type: ignore[import-untyped] # it ships no types
import pytest
from docx import Document

from remnant.example import DOCUMENTS
from tools.make_example import make


def words_of_docx(content: bytes) -> str:
    """Return the paragraphs of a Word document."""
    return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs)


def words_of_pdf(content: bytes) -> str:
    """Return the text of the pages of a PDF."""
    with pypdfium2.PdfDocument(content) as pdf:
        return "\f".join(page.get_textpage().get_text_bounded() for page in pdf)


COMPARED_AS: Mapping[str, Callable[[bytes], str]] = {
    "docx": words_of_docx,
    "pdf": words_of_pdf,
}
"""Formats whose bytes may differ between versions of the library that writes them."""

MADE = dict(make())


@pytest.mark.parametrize("name", MADE)
def test_a_committed_file_is_what_its_digest_makes(name: str) -> None:
    """Making the example again gives the committed text, byte for byte where nothing packs it."""
    made, committed = MADE[name], (DOCUMENTS / name).read_bytes()
    words = COMPARED_AS.get(name.rsplit(".", 1)[-1])

    if words is None:
        assert committed == made
    else:
        assert words(committed) == words(made)


def test_nothing_else_is_committed() -> None:
    """Every file of the example is made from a digest."""
    assert sorted(path.name for path in DOCUMENTS.iterdir()) == sorted(MADE)


def test_making_twice_gives_the_same_bytes() -> None:
    """No time stamp or random value gets into a file."""
    assert dict(make()) == MADE
