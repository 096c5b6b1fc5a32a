import time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from remnant.model.document import Document, SectionKind
from remnant.model.ids import content_id
from remnant.read import READERS, read
from remnant.read.text import LARGEST_FILE
from tests.read.making import codes, document, of_kind, original

PIECES = st.sampled_from(
    [
        "The army fired [1] rockets.",
        "“It burned",
        "it ended”,",
        ' said "he',
        "\n\n",
        "\n",
        "\r\n",
        "# Title",
        "- item",
        "  • item:",
        "[1] A note.",
        "[^a]: A note",
        "**bold** [link](x)",
        "> quoted",
        "| a | b |\n|---|---|\n",
        "Copyright © Example",
        "By Jane Doe",
        "3 May 2019",
        "\N{RIGHT-TO-LEFT MARK}a\N{RIGHT-TO-LEFT OVERRIDE}",
        "\0",
        "¹²",
        "’",
    ]
)


def _inside(found: Document, ranges: list[tuple[int, int]]) -> bool:
    return all(0 <= start < end <= len(found.text) for start, end in ranges)


@given(st.lists(PIECES | st.text(max_size=8), max_size=25).map("".join))
@example("[1]\n\n[1] x")
@example("# T\n\n**“a**\n\n“b” [2]")
def test_all_ranges_lie_in_the_text(text: str) -> None:
    """Sections, notes, quotations, markup and anchors lie in the text, in order."""
    found = document(text)
    assert found.text == text
    sections = [(section.start, section.end) for section in found.sections]
    assert _inside(found, sections)
    assert all(first[1] <= second[0] for first, second in pairwise(sections))
    assert _inside(found, [(one.start, one.end) for one in found.quotations])
    assert _inside(found, [one.cue for one in found.quotations if one.cue is not None])
    assert _inside(found, [marker for note in found.notes for marker in note.markers])
    assert _inside(found, list(found.markup))
    for note in found.notes:
        assert (note.start is None) == (note.end is None)
        assert note.start is None or 0 <= note.start <= (note.end or 0) <= len(text)
    for section in found.sections:
        assert section.heading is None or section.heading < len(sections)
        assert section.introduced_by is None or section.introduced_by < len(sections)


@given(st.lists(PIECES | st.text(max_size=8), max_size=25).map("".join))
def test_anchors_lead_to_the_same_characters(text: str) -> None:
    """Anchors rise, and from each verbatim one the original's own characters follow."""
    found = document(text)
    starts = [anchor.start for anchor in found.anchors]
    assert starts == sorted(set(starts))
    ends = [*starts[1:], len(text)]
    for anchor, end in zip(found.anchors, ends, strict=False):
        assert anchor.verbatim
        assert found.text[anchor.start : end] == text[anchor.offset :][: end - anchor.start]


@given(st.binary(max_size=400), st.sampled_from(["text/plain", "text/markdown", "x/unknown"]))
def test_reading_twice_gives_the_same(content: bytes, media_type: str) -> None:
    """Any bytes give a document, and the same one each time."""
    assert document(content, media_type) == document(content, media_type)


def test_an_identifier_names_original_and_reader() -> None:
    """The identifier of a document follows from its original and its reader."""
    found = document("Words.")
    assert found.id == content_id("d", (found.capture.sha256, found.reader))
    assert found.reader == "text 1"


def test_lists_are_tied_to_what_introduces_them() -> None:
    """Items belong to the section with the colon before them, nested ones to their item."""
    found = document(
        "# T\n\nThe army hit:[3]\n\n- Alpha\n- Beta:\n  - North\n  - South\n- Gamma\n\n"
        "It ended.\n\n- Alone",
        "text/markdown",
    )
    assert [section.introduced_by for section in found.sections] == [
        None,
        None,
        1,
        1,
        3,
        3,
        1,
        None,
        None,
    ]


def test_sections_stand_under_their_heading() -> None:
    """Each section names the heading it stands under; headings stand under higher ones."""
    found = document("# A\n\na\n\n## B\n\nb\n\n## C\n\n# D\n\nd", "text/markdown")
    assert [section.heading for section in found.sections] == [None, 0, 0, 2, 0, None, 5]


@pytest.mark.parametrize(
    ("content", "media_type", "code"),
    [
        (b"", "text/plain", "empty"),
        (b" \n\t\n", "text/plain", "empty"),
        (b"\x89PNG", "image/png", "unknown-type"),
        (b"PK\x03\x04", "application/zip", "unknown-type"),
        (b"\xd0\xcf\x11\xe0 old", "application/msword", "unknown-type"),
        ("EncryptedPackage".encode("utf-16-le"), "application/x-ole-storage", "encrypted"),
        (b"x" * (LARGEST_FILE + 1), "text/plain", "too-large"),
        (b"%PDF-1.7 broken", "application/pdf", "unreadable"),
        (b"", "application/pdf", "unreadable"),
        (b"broken", READERS[-1].media_types[0], "unreadable"),
        (b"", "text/html", "empty"),
        (b"\xff\xfe" + b"\x00\xd8" * 50, "text/plain", "garbled"),
    ],
)
def test_bad_content_gives_an_issue(content: bytes, media_type: str, code: str) -> None:
    """Bad content gives a document with an issue and no text to speak of."""
    found = document(content, media_type)
    assert code in codes(found)
    assert found.sections == () or code == "garbled"


@pytest.mark.parametrize(
    "piece",
    [
        "word. ",
        '"a ',
        "“",
        "**a ",
        "[",
        "[a](",
        "> ",
        "- ",
        "[1]",
        "\\*",
        "+1 2 3 4",
        "a",
        "© Example ",
        "1 May ",
        "By A",
        "a;",
        "&amp;",
        "¹",
        "’",
        "Related News ",
    ],
)
def test_a_line_without_end_is_read_in_bounded_time(piece: str) -> None:
    """A megabyte on one line takes seconds, whatever it repeats."""
    text = piece * (1_000_000 // len(piece))
    start = time.process_time()
    found = document(text)
    assert time.process_time() - start < 5
    assert found.text == text


def test_odd_characters_stay_where_they_are() -> None:
    """NUL bytes, marks of direction, soft hyphens and no-break spaces stay in the text."""
    text = (
        "A\0B\N{SOFT HYPHEN}C\N{NO-BREAK SPACE}D \N{RIGHT-TO-LEFT OVERRIDE}E\N{ZERO WIDTH SPACE}."
    )
    assert document(text).text == text


def test_decomposed_letters_stay_decomposed() -> None:
    """Letters are not normalised, so that offsets lead to the original's own characters."""
    text = "S\N{COMBINING CEDILLA}us\N{COMBINING CEDILLA}a was hit."
    assert document(text).text == text


def test_the_encoding_does_not_change_the_text() -> None:
    """UTF-16 gives the text that UTF-8 gives."""
    text = "Şuşa was hit.\r\n\r\nTwo died."
    assert document(text.encode("utf-16")).text == document(text).text == text


def test_markdown_in_a_plain_file_is_seen() -> None:
    """Structure decides: Markdown under a plain media type is read as Markdown."""
    found = document("## **Strike**\n\nIt *burned*.")
    assert of_kind(found, SectionKind.HEADING) == ["Strike"]
    assert [found.text[start:end] for start, end in found.markup] == ["## **", "**", "*", "*"]


def test_parameters_of_a_media_type_do_not_matter() -> None:
    """A media type with parameters is read as the one without."""
    assert read(original("Words.", "Text/Plain; charset=utf-8")).text == "Words."
