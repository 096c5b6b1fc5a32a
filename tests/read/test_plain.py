import pytest

from remnant.model.document import SectionKind
from remnant.read.plain import is_caption, is_heading, plain_blocks

K = SectionKind


def _shape(text: str) -> list[tuple[SectionKind, str]]:
    return [(block.kind, text[block.start : block.end]) for block in plain_blocks(text)]


def test_blank_lines_part_blocks() -> None:
    """A short line without a stop is a heading; lines of one width are one paragraph."""
    text = (
        "Strike on a market\n\nTwo rockets hit the market at noon,\nwitnesses said.\n\n\nIt burned."
    )
    assert _shape(text) == [
        (K.HEADING, "Strike on a market"),
        (K.PARAGRAPH, "Two rockets hit the market at noon,\nwitnesses said."),
        (K.PARAGRAPH, "It burned."),
    ]


def test_long_lines_are_paragraphs() -> None:
    """Lines that were not broken to a width are paragraphs of their own."""
    long = (
        "The mission visited the village and spoke with eleven people who were there that day, " * 2
    )
    text = f"{long.strip()}\nShort one.\n{long.strip()}"
    assert [kind for kind, _ in _shape(text)] == [K.PARAGRAPH] * 3


def test_lines_that_end_sentences_are_paragraphs() -> None:
    """Lines that each end a sentence and begin with a capital are paragraphs of their own."""
    assert _shape("One shell fell.\nNobody was hurt.") == [
        (K.PARAGRAPH, "One shell fell."),
        (K.PARAGRAPH, "Nobody was hurt."),
    ]


@pytest.mark.parametrize("mark", ["•", "-", "*", "–", "1.", "2)", "(a)", "iv)", "b."])
def test_marks_open_list_items(mark: str) -> None:
    """Bullets, numbers and letters open list items; the mark is not part of the words."""
    text = f"The villages:\n\n  {mark} Alpha;\n  {mark} Beta."
    assert _shape(text)[1:] == [(K.LIST_ITEM, "Alpha;"), (K.LIST_ITEM, "Beta.")]


def test_a_dash_inside_a_paragraph_is_no_list() -> None:
    """A line of a broken paragraph that happens to begin with a dash stays in it."""
    text = "The rockets came from the north\n– nobody saw the launcher –\nand fell at dusk."
    assert [kind for kind, _ in _shape(text)] == [K.PARAGRAPH]


def test_a_year_at_the_start_of_a_line_is_no_list() -> None:
    """A number of four digits counts no list."""
    assert [kind for kind, _ in _shape("It ended in\n2016. Then came peace.")] == [K.PARAGRAPH]


def test_labels_open_notes() -> None:
    """A bracketed number opens a note, also without a space after it."""
    text = "Words.[1]\n\n[1] First note.\n[2]Second note."
    blocks = plain_blocks(text)
    assert [block.label for block in blocks] == ["", "1", "2"]
    assert [text[block.words : block.end] for block in blocks[1:]] == [
        "First note.",
        "Second note.",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Use in 2020",
        "Army says it hit a depot near the border",
        "‘Cruel and reckless’",
        "3. Findings",
    ],
)
def test_headings_are_short_and_open(line: str) -> None:
    """A line reads like a heading if it is short and has no final stop."""
    assert is_heading(line)


@pytest.mark.parametrize(
    "line", ["It burned.", "The places:", "Mr. President,", "lower case", "***"]
)
def test_sentences_are_no_headings(line: str) -> None:
    """A line with a final stop, or that begins in lower case, is no heading."""
    assert not is_heading(line)


def test_credits_make_captions() -> None:
    """A line that ends with a picture credit is a caption."""
    assert is_caption("A burnt car in the main street on 6 May (Jane Doe/AFP)")
    assert not is_caption("The army denied it (again).")


def test_line_ends_of_all_systems_part_lines() -> None:
    """Carriage returns part lines as line feeds do, and offsets hold."""
    text = "Title of it\r\n\r\nWords.\r\rMore."
    assert [words for _, words in _shape(text)] == ["Title of it", "Words.", "More."]
