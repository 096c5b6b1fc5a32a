"""Which reader reads what, and the steps that every document takes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from remnant.model.document import OTHER_LANGUAGE, Document
from remnant.model.finding import Issue, Severity
from remnant.model.ids import content_id
from remnant.model.source import Metadata, Original, Provenance, Stated
from remnant.read.boilerplate import mark_boilerplate
from remnant.read.characters import character_issues
from remnant.read.confine import confined
from remnant.read.draft import Block, Draft
from remnant.read.foreign import MANY_WORDS, foreign_parts
from remnant.read.language import language_of
from remnant.read.notes import find_notes, note_issues, with_numbered_notes
from remnant.read.quotations import find_quotations
from remnant.read.sections import sections_of, with_title, without_outer_markup
from remnant.read.statements import merged, stated_metadata
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


def _confined(parser: str) -> Callable[[bytes, str], Draft]:
    return lambda content, _media_type: confined().parse(parser, content)


_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_OLE = ("application/x-ole-storage", "application/msword")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""The stream that holds a DOCX file locked with a password ([MS-OFFCRYPTO], 2.3)."""


def _ole(content: bytes, media_type: str) -> Draft:
    if _LOCKED not in content:
        return _unknown(content, media_type)
    message = "The file is locked with a password; add a copy without one."
    return Draft("", issues=(Issue("encrypted", message, Severity.ERROR),))


READERS: tuple[Reader, ...] = (
    Reader("text", ("text/plain", "text/markdown", "text/x-markdown"), read_text),
    Reader("html", ("text/html", "application/xhtml+xml"), _confined("html")),
    Reader("pdf", ("application/pdf",), _confined("pdf")),
    Reader("ole", _OLE, _ole),
    Reader("docx", (_DOCX,), _confined("docx")),
)
"""Every reader. The first whose media types fit reads the original."""

_NO_READER = Reader("none", (), _unknown)


def read(original: Original) -> Document:
    """Return the document of an original. Bad content gives issues, never an error."""
    capture = original.capture
    media_type = capture.media_type.partition(";")[0].strip().lower()
    reader = next((one for one in READERS if media_type in one.media_types), _NO_READER)
    draft = reader.draft(original.content, media_type)
    return _completed(draft, original, f"{reader.name} {VERSION}")


def _completed(draft: Draft, original: Original, reader: str) -> Document:
    """Return the document: the steps that are the same whatever the format."""
    text, markup = draft.text, draft.markup
    blocks = without_outer_markup(text, draft.blocks, markup)
    blocks = with_numbered_notes(text, blocks)
    blocks = with_title(mark_boilerplate(text, blocks, markup))
    notes = find_notes(text, blocks, draft.markers)
    quoted = find_quotations(text, blocks)
    language, language_issues = _language(text, blocks)
    empty = () if text.strip() or draft.issues else (_EMPTY,)
    return Document(
        id=content_id("d", (original.capture.sha256, reader)),
        capture=original.capture,
        text=text,
        metadata=merged(
            original.capture.given,
            draft.properties,
            stated_metadata(text, blocks, markup),
            draft.weak,
            Metadata(language=language),
        ),
        sections=sections_of(text, blocks),
        notes=notes,
        quotations=quoted.quotations,
        anchors=draft.anchors,
        issues=(
            *draft.issues,
            *empty,
            *character_issues(text),
            *note_issues(notes),
            *quoted.issues,
            *language_issues,
        ),
        markup=markup,
        reader=reader,
    )


_EMPTY = Issue("empty", "The original has no text; check that the right file was added.")


def _language(text: str, blocks: Sequence[Block]) -> tuple[Stated[str] | None, tuple[Issue, ...]]:
    """Return the language of the text, and what is written in others or in none that is known."""
    tag = language_of(text)
    if not tag:
        unknown = (_UNKNOWN,) if len(text.split()) >= MANY_WORDS else ()
        return None, (*unknown, *foreign_parts(text, blocks))
    stated = Stated(tag, Provenance.INFERRED)
    if tag == "en":
        return stated, tuple(foreign_parts(text, blocks))
    message = (
        f"The text seems to be in another language than English ({tag}); no claim is looked for "
        "in it: add a translation."
    )
    return stated, (Issue(OTHER_LANGUAGE, message),)


_UNKNOWN = Issue(
    "unknown-language",
    "The language of the text cannot be told for certain; it is read as English.",
    Severity.NOTICE,
)
