import io
import zipfile

import docx
import pytest
from docx.document import Document as WordDocument

from remnant.model.document import SectionKind
from tests.read.making import DOCX, codes, document, of_kind, saved

K = SectionKind
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def _report() -> WordDocument:
    made = docx.Document()
    made.add_heading("Strike on a market", 0)
    made.add_paragraph("The rockets fell on:")
    made.add_paragraph("the market;", style="List Bullet")
    made.add_paragraph("the school.", style="List Bullet")
    table = made.add_table(2, 2)
    for cell, words in zip(
        [cell for row in table.rows for cell in row.cells],
        ("Place", "Killed", "Market", "2"),
        strict=True,
    ):
        cell.text = words
    made.add_heading("Findings", 2)
    made.add_paragraph("The launcher stood in the north.")
    return made


def _packed(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _with_note(words: str) -> bytes:
    """Return a report with a note reference after its last paragraph."""
    content = saved(_report())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = parts["word/document.xml"].decode()
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    place = body.index("</w:p>", body.index("in the north."))
    parts["word/document.xml"] = (body[:place] + reference + body[place:]).encode()
    parts["word/footnotes.xml"] = (
        f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:id="2"><w:p><w:r><w:t>{words}</w:t></w:r>'
        "</w:p></w:footnote></w:footnotes>"
    ).encode()
    return _packed(parts)


def test_paragraphs_and_tables_come_in_order() -> None:
    """Headings, items, rows and paragraphs come in the order of the file, with their places."""
    found = document(saved(_report()), DOCX)
    assert [(section.kind, section.locator) for section in found.sections] == [
        (K.HEADING, "paragraph 1"),
        (K.PARAGRAPH, "paragraph 2"),
        (K.LIST_ITEM, "paragraph 3"),
        (K.LIST_ITEM, "paragraph 4"),
        (K.TABLE_ROW, "block 5, row 1"),
        (K.TABLE_ROW, "block 5, row 2"),
        (K.HEADING, "paragraph 5"),
        (K.PARAGRAPH, "paragraph 6"),
    ]
    assert of_kind(found, K.TABLE_ROW) == ["Place | Killed", "Market | 2"]
    assert [section.introduced_by for section in found.sections][2:4] == [1, 1]
    assert codes(found) == []


def test_notes_are_numbered_and_kept() -> None:
    """A note's reference is shown as `[1]`, and its words follow at the end."""
    found = document(_with_note("Interview, 4 May 2019."), DOCX)
    (note,) = found.notes
    assert found.text[note.start : note.end] == "Interview, 4 May 2019."
    assert [found.text[start:end] for start, end in note.markers] == ["[1]"]
    assert found.text.endswith("in the north.[1]\n\n[1] Interview, 4 May 2019.")


def test_the_title_is_the_printed_one() -> None:
    """The heading is the title, whatever the properties say."""
    made = _report()
    made.core_properties.title = "Strike2 final"
    made.core_properties.author = "Jane Doe"
    found = document(saved(made), DOCX).metadata
    assert (found.title and found.title.value) == "Strike on a market"
    assert (found.author and found.author.value) == "Jane Doe"


def test_a_bomb_is_not_opened() -> None:
    """An archive that swells beyond reason is refused before it is parsed."""
    bomb = _packed({"word/document.xml": b"0" * 50_000_000})
    assert codes(document(bomb, DOCX)) == ["too-large"]


@pytest.mark.parametrize("attack", ['<!DOCTYPE a [<!ENTITY b "bbb">]>', '<!DOCTYPE a SYSTEM "x">'])
def test_declared_entities_are_refused(attack: str) -> None:
    """XML that declares a document type is refused: no honest DOCX file does."""
    content = saved(_report())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = parts["word/document.xml"].decode()
    cut = body.index("?>") + 2
    parts["word/document.xml"] = (body[:cut] + attack + body[cut:]).encode()
    assert codes(document(_packed(parts), DOCX)) == ["unreadable"]


def test_a_cut_off_file_is_reported() -> None:
    """Half a file is an issue."""
    content = saved(_report())
    assert codes(document(content[: len(content) // 2], DOCX)) == ["unreadable"]


def test_another_archive_is_reported() -> None:
    """An archive that is no DOCX file is an issue."""
    assert codes(document(_packed({"a.txt": b"x"}), DOCX)) == ["unreadable"]
