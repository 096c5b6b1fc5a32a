import pytest
from hypothesis import given
from hypothesis import strategies as st

from remnant.model.document import SectionKind
from remnant.model.source import Provenance
from remnant.read.html import read_html
from tests.read.making import codes, document, of_kind

K = SectionKind

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Strike | Example Press</title>
<meta property="og:title" content="Strike on a market">
<meta property="og:site_name" content="Example Press"><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2020-10-30T10:00:00Z">
<style>p {color: red}</style></head><body>
<nav><ul><li><a href="/">Home</a></li>
<li><a href="/about">About our organisation</a></li></ul></nav>
<article><h1>Strike on a market</h1>
<p>Two rockets hit the <b>market &amp; the school</b> at
   noon, witnesses told the mission in the town.<sup><a href="#n1" id="r1">1</a></sup></p>
<script>document.write("<p>never in the text</p>")</script><!-- nor this -->
<p>The rockets fell on these places in the town:</p>
<ul><li>the market, where two people died at once;</li><li>the school, which was empty.</li></ul>
<blockquote>We have never fired at the town, and we never will, he said.</blockquote>
<table><tr><th>Place</th><th>Killed</th></tr><tr><td>Market</td><td>2</td></tr></table>
<p>The mission saw the remnants of both rockets<br>and took pictures of the marks on them.</p>
<p id="n1"><a href="#r1">1</a>. Interview with a shopkeeper, 4 May 2019.</p></article>
<footer><p>Copyright Example Press</p></footer></body></html>"""


def test_the_main_text_is_kept_in_order() -> None:
    """Headings, paragraphs, items, quotes, rows and notes are kept; menus and scripts are not."""
    found = document(PAGE, "text/html")
    assert [section.kind for section in found.sections] == [
        K.HEADING,
        K.PARAGRAPH,
        K.PARAGRAPH,
        K.LIST_ITEM,
        K.LIST_ITEM,
        K.QUOTATION,
        K.TABLE_ROW,
        K.TABLE_ROW,
        K.PARAGRAPH,
        K.NOTE,
    ]
    assert "market & the school at noon" in found.text
    assert of_kind(found, K.TABLE_ROW) == ["Place | Killed", "Market | 2"]
    for hidden in ("Home", "never in", "nor this", "color", "Copyright"):
        assert hidden not in found.text
    assert codes(found) == []


def test_blocks_name_their_elements() -> None:
    """Each section names the element it came from, and items what introduces them."""
    found = document(PAGE, "text/html")
    assert found.sections[0].locator == "/html/body/article/h1"
    assert found.sections[4].locator == "/html/body/article/ul/li[2]"
    assert found.sections[4].introduced_by == 2


def test_links_to_notes_are_markers() -> None:
    """A link to a note is its marker; the link back is not."""
    (note,) = document(PAGE, "text/html").notes
    text = document(PAGE, "text/html").text
    assert note.label == "1"
    assert text[note.start : note.end] == "Interview with a shopkeeper, 4 May 2019."
    assert [text[start:end] for start, end in note.markers] == ["1"]


def test_verbatim_anchors_lead_into_the_source() -> None:
    """From each verbatim anchor the source's own characters follow, up to the next anchor."""
    found = document(PAGE, "text/html")
    starts = [anchor.start for anchor in found.anchors]
    assert starts == sorted(starts)
    shown = 0
    for anchor, end in zip(found.anchors, [*starts[1:], len(found.text)], strict=True):
        if anchor.verbatim:
            length = end - anchor.start
            assert found.text[anchor.start : end] == PAGE[anchor.offset :][:length]
            shown += length
    assert shown > 0.9 * len(found.text)


def test_meta_tags_are_metadata() -> None:
    """Title, publisher, author and date come from the meta tags, with the tag as the words."""
    found = document(PAGE, "text/html").metadata
    stated = (found.title, found.publisher, found.author, found.published)
    assert [one.value if one else "" for one in stated] == [
        "Strike on a market",
        "Example Press",
        "Jane Doe",
        "2020-10-30",
    ]
    assert all(one is not None and one.provenance is Provenance.STATED for one in stated)


def test_a_declared_encoding_is_used() -> None:
    """The encoding that a page declares is used."""
    page = PAGE.replace("utf-8", "windows-1254").replace("the town:", "Şuşa:")
    assert "Şuşa:" in document(page.encode("windows-1254"), "text/html").text


def test_deep_nesting_does_no_harm() -> None:
    """Elements nested ten thousand deep give a document in bounded time."""
    page = "<html><body>" + "<div>" * 10_000 + "Words deep down. " * 20 + "</div>" * 10_000
    found = document(page, "text/html")
    assert "unreadable" in codes(found) or "Words deep down." in found.text


def test_entities_are_not_expanded() -> None:
    """Entities that a page declares are not expanded."""
    page = '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa">]><html><body><p>&a;&a; words</p></body></html>'
    assert "aaaaaaaaaa" not in document(page, "text/html").text.replace('"aaaaaaaaaa"', "")


@pytest.mark.parametrize(
    "page", ["", "   ", "<", "<html>", "<p", "</p>", "<!--", "<script>", "&", "<p>a</p>\0<p>b</p>"]
)
def test_broken_pages_are_read(page: str) -> None:
    """Broken pages give a draft."""
    draft = read_html(page.encode())
    assert all(0 <= block.start < block.end <= len(draft.text) for block in draft.blocks)


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<td>", "<tr>", "<br>", "&amp;", " | ", "a b", "é", "<li>"])
        | st.sampled_from(["<h2>", "</h2>", "<a href='#x'>1</a>", "<p id=x>", "\n ", "<b>c</b>"]),
        max_size=20,
    ).map("".join)
)
def test_any_page_leads_back_to_its_source(body: str) -> None:
    """However tags are mixed, verbatim anchors lead to the same characters."""
    source = f"<html><body>{body}</body></html>"
    draft = read_html(source.encode())
    starts = [anchor.start for anchor in draft.anchors]
    assert starts == sorted(starts)
    for anchor, end in zip(draft.anchors, [*starts[1:], len(draft.text)], strict=False):
        if anchor.verbatim:
            length = end - anchor.start
            assert draft.text[anchor.start : end] == source[anchor.offset :][:length]
