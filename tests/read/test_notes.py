import pytest

from remnant.model.document import Document
from tests.read.making import codes, document


def _labels(found: Document) -> list[str]:
    return [note.label for note in found.notes]


def _markers(found: Document, label: str) -> list[str]:
    (note,) = (note for note in found.notes if note.label == label)
    return [found.text[start:end] for start, end in note.markers]


def test_notes_and_markers_find_each_other() -> None:
    """Markers before and after punctuation, and several in a row, lead to their notes."""
    found = document("The army fired[1]. It denied it.[2][3]\n\n[1] A.\n\n[2] B.\n\n[3] C.")
    assert _labels(found) == ["1", "2", "3"]
    assert all(note.markers for note in found.notes)
    first = found.notes[0]
    assert found.text[first.start : first.end] == "A."
    assert codes(found) == []


def test_a_marker_without_a_note_is_reported() -> None:
    """A marker without a note is an issue at the marker."""
    found = document("It was said.[7]\n\n[8] Elsewhere.")
    assert codes(found) == ["note-unused", "note-missing"]
    missing = found.issues[1]
    assert missing.start == found.text.index("[7]")
    assert [(note.label, note.start) for note in found.notes][1] == ("7", None)


@pytest.mark.parametrize(
    ("marker", "labels"),
    [("[1, 3]", ["1", "3"]), ("[1–3]", ["1", "2", "3"]), ("[2-3]", ["2", "3"])],
)
def test_one_marker_can_name_several_notes(marker: str, labels: list[str]) -> None:
    """Lists and ranges in one marker refer to each of their notes."""
    found = document(f"It was said.{marker}\n\n[1] A.\n\n[2] B.\n\n[3] C.")
    assert [note.label for note in found.notes if note.markers] == labels


def test_raised_figures_are_markers() -> None:
    """Raised figures refer to notes; powers do not."""
    found = document("Fired.¹² An area of 4 km² burned.\n\n[12] A source.")
    assert _markers(found, "12") == ["¹²"]
    assert codes(found) == []


def test_markdown_footnotes_are_notes() -> None:
    """Markdown footnotes with names are found."""
    found = document("# T\n\nIt was said.[^src]\n\n[^src]: A source.", "text/markdown")
    assert _markers(found, "src") == ["[^src]"]


@pytest.mark.parametrize(
    "text", ["It was [sic] said.", "In [2020] it was.", "See [1](http://a.b)."]
)
def test_other_brackets_are_no_markers(text: str) -> None:
    """Other words in brackets, years and links are no markers."""
    assert document(text).notes == ()


def test_numbers_that_begin_again_lead_to_the_next_note() -> None:
    """Where numbering begins again in each part, a marker means the next note of its number."""
    found = document("One.[1]\n\n[1] A.\n\nTwo.[1]\n\n[1] B.")
    assert [note.markers for note in found.notes] == [((4, 7),), ((21, 24),)]


def test_a_numbered_list_of_notes_at_the_end_is_notes() -> None:
    """Under a heading such as `Notes`, numbered items that the text refers to are notes."""
    found = document("Fired.[1] Denied.[2]\n\nNotes\n\n1. A source.\n2. Another source.")
    assert _labels(found) == ["1", "2"]
    assert all(note.markers for note in found.notes)
    assert codes(found) == []
