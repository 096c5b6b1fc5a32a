import pytest
from hypothesis import given
from hypothesis import strategies as st

from remnant.model.document import SectionKind
from remnant.read.markdown import looks_like_markdown, markdown_blocks
from remnant.read.words import words_of

K = SectionKind


def _read(text: str) -> list[tuple[SectionKind, int, str]]:
    parsed = markdown_blocks(text)
    return [
        (block.kind, block.level, words_of(text, block, parsed.markup)) for block in parsed.blocks
    ]


def test_headings_lists_and_quotes_are_blocks() -> None:
    """Headings, nested lists, block quotes and paragraphs are told apart."""
    text = "# Title\n\nPlaces:\n\n- Alpha\n  - Beta\n\n> He said so.\n\nSetext\n------\n\nEnd."
    assert _read(text) == [
        (K.HEADING, 1, "Title"),
        (K.PARAGRAPH, 0, "Places:"),
        (K.LIST_ITEM, 1, "Alpha"),
        (K.LIST_ITEM, 2, "Beta"),
        (K.QUOTATION, 0, "He said so."),
        (K.HEADING, 2, "Setext"),
        (K.PARAGRAPH, 0, "End."),
    ]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("*slanted* and **bold**", "slanted and bold"),
        ("[the report](https://example.org/a.b_(c)) said", "the report said"),
        ("[a](x). [b](y.z).", "a. b."),
        (r"1\. no list, \*no stress\*", "1. no list, *no stress*"),
        ("see <https://example.org>", "see https://example.org"),
        ("fish &amp; chips", "fish &amp; chips"),
        ("`code` here", "code here"),
        ("![picture](a.png) below", "picture below"),
        ("no_markup_here 2 * 3", "no_markup_here 2 * 3"),
        ("line one  \nline two", "line one  \nline two"),
    ],
)
def test_markup_is_told_from_words(source: str, words: str) -> None:
    """What is left of a text without its markup is its words."""
    assert [text for _, _, text in _read(source)] == [words]


def test_rows_of_tables_are_blocks() -> None:
    """Each row of a table is a block."""
    text = "| Place | Killed |\n|---|---|\n| Alpha | 3 |"
    assert [kind for kind, _, _ in _read(text)] == [K.TABLE_ROW, K.TABLE_ROW]


def test_footnotes_are_notes() -> None:
    """A Markdown footnote is a note with its label."""
    text = "Words.[^a1]\n\n[^a1]: A source."
    block = markdown_blocks(text).blocks[-1]
    assert (block.kind, block.label, text[block.words : block.end]) == (K.NOTE, "a1", "A source.")


def test_bullets_of_plain_text_are_items_too() -> None:
    """Bullets that Markdown does not know are list items all the same."""
    assert [kind for kind, _, _ in _read("# A\n\n  • Alpha\n  • Beta")][1:] == [K.LIST_ITEM] * 2


@pytest.mark.parametrize("text", ["# T\n\nx", "a [b](c) d", "a **b** c", "x\n\n[^1]: n"])
def test_signs_of_markdown_are_seen(text: str) -> None:
    """A heading, a link, strong emphasis and a footnote are signs of Markdown."""
    assert looks_like_markdown(text)


@pytest.mark.parametrize("text", ["Plain.", "#hashtag", "a[1] b", "2 ** 3 ** 4", "* * *"])
def test_plain_text_is_no_markdown(text: str) -> None:
    """Signs that plain text has too do not make it Markdown."""
    assert not looks_like_markdown(text)


@given(st.text(alphabet="ab #*_[]()>-`\\|\n\r&;!<.1", max_size=120))
def test_blocks_and_markup_stay_in_order(text: str) -> None:
    """For any text, blocks and markup lie inside it, in order and without overlap."""
    parsed = markdown_blocks(text)
    for ranges in ([(b.start, b.end) for b in parsed.blocks], list(parsed.markup)):
        edges = [edge for pair in ranges for edge in pair]
        assert edges == sorted(edges)
        assert all(0 <= start < end <= len(text) for start, end in ranges)
