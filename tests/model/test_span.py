import pytest

from remnant.errors import SpanError
from remnant.model.document import Document
from remnant.model.span import Span
from tests.factory import make_capture

TEXT = "Shells fell on the town 😀 of Barda."


def document() -> Document:
    """Return a short document with a character beyond the basic plane."""
    return Document(id="d-1", capture=make_capture(), text=TEXT)


def test_offsets_are_code_points() -> None:
    """An emoji is one character."""
    start = TEXT.index("Barda")

    assert document().span(start, start + 5).quote == "Barda"


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (5, 5), (7, 3), (0, 1000)])
def test_a_passage_must_lie_in_the_text(start: int, end: int) -> None:
    """Offsets outside the text, or empty, raise."""
    with pytest.raises(SpanError):
        document().span(start, end)


def test_a_quote_must_fit_its_offsets() -> None:
    """A span cannot be made with a quote of another length."""
    with pytest.raises(SpanError, match="quote has 3"):
        Span("d-1", 0, 5, "abc")


@pytest.mark.parametrize(
    "span", [Span("d-1", 0, 6, "Rocket"), Span("d-2", 0, 6, "Shells")], ids=["words", "document"]
)
def test_check_refuses_other_words(span: Span) -> None:
    """A span of other words, or of another document, does not check."""
    with pytest.raises(SpanError):
        document().check(span)


def test_overlap_is_half_open() -> None:
    """Neighbours do not overlap; a shared character does."""
    assert not document().span(0, 6).overlaps(document().span(6, 8))
    assert document().span(0, 7).overlaps(document().span(6, 8))
    assert document().span(0, 8).contains(document().span(6, 8))
