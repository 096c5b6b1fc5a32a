import time

import pytest

from remnant.model.document import SectionKind
from remnant.read.pdf import read_pdf
from tests.read.making import Mark, codes, document, lines, of_kind, pdf

K = SectionKind
PDF = "application/pdf"

BODY = (
    "Two rockets hit the market at noon, and the shop of the mayor burned until",
    "the evening. The mission found the remnants of both rockets, and a compre-",
    "hensive list of the marks on them is given below.",
)


def test_lines_become_paragraphs() -> None:
    """Lines are joined, words divided at a line end too, and larger type is a heading."""
    page = [
        (72, 760, 20, "Strike on a market"),
        *lines(*BODY, top=720),
        (72, 650, 14, "Findings"),
        *lines("The launcher stood in the north.", top=620),
    ]
    found = document(pdf([page]), PDF)
    assert found.text == (
        "Strike on a market\n\n"
        "Two rockets hit the market at noon, and the shop of the mayor burned until "
        "the evening. The mission found the remnants of both rockets, and a comprehensive "
        "list of the marks on them is given below.\n\n"
        "Findings\n\nThe launcher stood in the north."
    )
    assert [(section.kind, section.level) for section in found.sections] == [
        (K.HEADING, 1),
        (K.PARAGRAPH, 0),
        (K.HEADING, 2),
        (K.PARAGRAPH, 0),
    ]


def _paged(number: int, *texts: str) -> list[Mark]:
    return [
        (72, 810, 9, "Example Monitor 2020"),
        *lines(*texts, top=700),
        (300, 30, 9, str(number)),
    ]


def test_running_lines_are_left_out() -> None:
    """Heads, feet and page numbers that repeat are no part of the text."""
    pages = [_paged(n, f"Paragraph {n} tells what happened on that day.") for n in (1, 2, 3)]
    found = document(pdf(pages), PDF)
    assert "Example Monitor" not in found.text
    assert [section.locator for section in found.sections] == ["page 1", "page 2", "page 3"]
    assert found.text.startswith("Paragraph 1 tells what happened on that day.\n\nParagraph 2")


def test_a_paragraph_over_two_pages_is_one() -> None:
    """A paragraph that goes on overleaf is put together, past the running lines."""
    first = _paged(
        1, "The mission found that the rockets had been fired from the north of the town"
    )
    second = _paged(2, "and that the launcher had stood there since the morning.")
    found = document(pdf([first, second]), PDF)
    assert "the north of the town and that the launcher" in found.text


def test_two_columns_are_read_one_after_the_other() -> None:
    """The left column comes before the right one, even where lines were drawn across."""
    left = [f"left column line {n} goes" for n in range(6)]
    right = [f"right column line {n} is" for n in range(6)]
    page: list[Mark] = []
    for index, (one, other) in enumerate(zip(left, right, strict=True)):
        page += [(60, 700 - 14 * index, 11, one), (330, 700 - 14 * index, 11, other)]
    text = document(pdf([page]), PDF).text
    assert text.index("left column line 5") < text.index("right column line 0")


def test_raised_figures_lead_to_foot_notes() -> None:
    """A raised figure is a marker, and small type with its number is the note."""
    page = [
        (72, 700, 11, "Two people died in the market on that day."),
        (286, 704, 6, "1"),
        *lines(*BODY, top=670),
        (72, 120, 8, "1 Interview with a shopkeeper, 4 May 2019."),
    ]
    found = document(pdf([page]), PDF)
    (note,) = found.notes
    assert found.text[note.start : note.end] == "Interview with a shopkeeper, 4 May 2019."
    assert [found.text[start:end] for start, end in note.markers] == ["1"]
    assert codes(found) == []


def test_bullets_are_items() -> None:
    """Bulleted lines are items of a list, tied to what introduces them."""
    page = lines(
        "The rockets fell on these places:", "• the market, where two died;", "• the school."
    )
    found = document(pdf([page]), PDF)
    assert of_kind(found, K.LIST_ITEM) == ["the market, where two died;", "the school."]
    assert [section.introduced_by for section in found.sections] == [None, 0, 0]


def test_anchors_name_the_page() -> None:
    """A PDF has no text of its own: anchors name the page and claim no offset."""
    found = document(pdf([lines("One day it burned."), lines("Then it rained.")]), PDF)
    assert [(anchor.offset, anchor.verbatim) for anchor in found.anchors] == [(-1, False)] * 2
    assert [anchor.locator for anchor in found.anchors] == ["page 1", "page 2"]


def test_a_locked_file_is_reported() -> None:
    """A file with a password is reported as such."""
    assert codes(document(pdf([lines("x")], password="secret"), PDF)) == ["encrypted"]  # noqa: S106 - the password of a test file


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_cut_off_file_is_survived(share: float) -> None:
    """A file that was cut off gives what can be read, or an issue."""
    content = pdf([lines("It burned in the town.")])
    found = document(content[: int(len(content) * share)], PDF)
    assert codes(found) == ["unreadable"] or "burned" in found.text


def test_pages_without_text_are_reported() -> None:
    """A scanned page has no text, and the issue names it."""
    found = document(pdf([lines("It burned in the town."), []]), PDF)
    (issue,) = (issue for issue in found.issues if issue.code == "no-text")
    assert "page 2" in issue.message


def test_the_title_property_comes_last() -> None:
    """The title that the page prints wins over the one in the properties."""
    printed = pdf([[(72, 760, 20, "Strike on a market"), *lines(*BODY)]], title="Strike2 final")
    bare = pdf([lines(*BODY)], title="Strike2 final")
    assert [
        one.metadata.title.value if one.metadata.title else ""
        for one in (document(printed, PDF), document(bare, PDF))
    ] == ["Strike on a market", "Strike2 final"]


def test_reading_is_repeatable() -> None:
    """The same bytes give the same draft."""
    content = pdf([lines(*BODY)])
    assert read_pdf(content) == read_pdf(content)


def test_a_long_paragraph_is_joined_in_bounded_time() -> None:
    """Thousands of lines without a gap are joined in seconds."""
    page = [(72.0, 780 - 0.03 * index, 11.0, f"line {index} of it") for index in range(4_000)]
    start = time.process_time()
    assert "line 3999 of it" in read_pdf(pdf([page])).text
    assert time.process_time() - start < 20
