from remnant.model.document import Document, Note, Section, SectionKind
from remnant.publish.pages.blocks import Block, blocks_of
from remnant.publish.pages.marking import Mark, MarkKind
from tests.factory import make_capture
from tests.publish.pages.documents import report


def laid_out(text: str, *sections: Section, notes: tuple[Note, ...] = ()) -> tuple[Block, ...]:
    """Return a text in blocks."""
    capture = make_capture(text.encode())
    return blocks_of(Document("d-1", capture, text, sections=sections, notes=notes), text, ())


def words(block: Block) -> str:
    """Return the text of a block."""
    return "".join(piece.text for piece in block.pieces)


def test_text_outside_every_section_is_shown() -> None:
    """Words between and behind the sections stand as paragraphs; nothing is left out."""
    found = laid_out("one\n\ntwo\n\nthree", Section(SectionKind.PARAGRAPH, 5, 8))
    assert [words(block).strip() for block in found] == ["one", "two", "three"]


def test_headings_keep_their_level() -> None:
    """The document's first level is the page's second, and none is deeper than the sixth."""
    found = laid_out(
        "one\ntwo",
        Section(SectionKind.HEADING, 0, 3, level=1),
        Section(SectionKind.HEADING, 4, 7, level=9),
    )
    assert [block.level for block in found] == [2, 6]


def test_lists_open_and_close() -> None:
    """Items in a row are one list."""
    found = laid_out(
        "a\nb\nc",
        Section(SectionKind.LIST_ITEM, 0, 1, level=1),
        Section(SectionKind.LIST_ITEM, 2, 3, level=1),
        Section(SectionKind.PARAGRAPH, 4, 5),
    )
    assert [(block.opens, block.closes) for block in found[:2]] == [(True, False), (False, True)]


def test_the_mark_of_a_list_is_drawn_once() -> None:
    """A bullet before an item is no paragraph of its own; a number is kept."""
    found = laid_out(
        "• a\n2. b",
        Section(SectionKind.LIST_ITEM, 2, 3, level=1),
        Section(SectionKind.LIST_ITEM, 7, 8, level=1),
    )
    assert [(block.tag, words(block).strip()) for block in found] == [
        ("li", "a"),
        ("p", "2."),
        ("li", "b"),
    ]


def test_notes_lead_back_to_their_markers() -> None:
    """A note knows every place that refers to it; a second note of one label has no anchor."""
    text = "a[1] b[1]\n[1] note\n[1] again"
    found = laid_out(
        text,
        Section(SectionKind.PARAGRAPH, 0, 9),
        Section(SectionKind.NOTE, 10, 18),
        Section(SectionKind.NOTE, 19, 28),
        notes=(Note("1", 14, 18, ((1, 4), (6, 9))), Note("1", 23, 28)),
    )
    assert [(block.anchor, block.back) for block in found] == [
        ("", ()),
        ("n-1", ("m-1-1", "m-1-2")),
        ("", ()),
    ]


def test_a_mark_over_two_blocks_is_in_both() -> None:
    """A highlight that runs over the end of a block goes on in the next."""
    document = report().document
    first, second = document.sections[1:3]
    mark = Mark(first.end - 5, second.start + 5, MarkKind.CLAIM, "c-1", "c-1")
    found = blocks_of(document, document.text, [mark])
    lit = [words_lit for block in found if (words_lit := _lit(block))]
    assert lit == [document.text[first.end - 5 : first.end], document.text[second.start :][:5]]


def _lit(block: Block) -> str:
    return "".join(piece.text for piece in block.pieces if piece.claims)
