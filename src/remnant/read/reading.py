"""Which reader reads what, and the steps that every document takes."""

from collections.abc import Callable
from dataclasses import dataclass

from remnant.model.document import Document
from remnant.model.finding import Issue, Severity
from remnant.model.ids import content_id
from remnant.model.source import Original
from remnant.read.draft import Draft
from remnant.read.notes import find_notes, note_issues
from remnant.read.sections import sections_of, without_outer_markup
from remnant.read.text import read_text

VERSION = "1"
"""Part of every document's identifier: raise it when any reader gives another text."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One way of reading.

    Attributes:
        name: Its name, part of the document's identifier.
        media_types: What it reads.
        draft: The bytes and the media type give a draft. It may raise nothing.
    """

    name: str
    media_types: tuple[str, ...]
    draft: Callable[[bytes, str], Draft]


def _unknown(_content: bytes, media_type: str) -> Draft:
    message = f"No reader for {media_type}; convert the original to text, HTML, PDF or DOCX."
    return Draft("", issues=(Issue("unknown-type", message, Severity.ERROR),))


READERS: tuple[Reader, ...] = (
    Reader("text", ("text/plain", "text/markdown", "text/x-markdown"), read_text),
)
"""Every reader. The first whose media types fit reads the original."""

_NO_READER = Reader("none", (), _unknown)


def read(original: Original) -> Document:
    """Return the document of an original. Bad content gives issues, never an error."""
    capture = original.capture
    media_type = capture.media_type.partition(";")[0].strip().lower()
    reader = next((one for one in READERS if media_type in one.media_types), _NO_READER)
    draft = reader.draft(original.content, media_type)
    name = f"{reader.name} {VERSION}"
    blocks = without_outer_markup(draft.blocks, draft.markup)
    notes = find_notes(draft.text, blocks, draft.markers)
    return Document(
        id=content_id("d", (capture.sha256, name)),
        capture=capture,
        text=draft.text,
        metadata=capture.given,
        sections=sections_of(draft.text, blocks),
        notes=notes,
        anchors=draft.anchors,
        issues=(*draft.issues, *note_issues(notes)),
        markup=draft.markup,
        reader=name,
    )
