"""Titles that notes cite: what one says is told by its own words, not by those around it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from remnant.extract.carrying.context import note_sections
from remnant.extract.drafts.draft import Draft
from remnant.extract.names.marks import Mark
from remnant.extract.speaking.quoting import is_title
from remnant.model.document import Document, Quotation


def within_titles(document: Document, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield the drafts; one in a title that a note cites keeps what the title itself says.

    The day after a title is that of its publication, or of another work in the same note,
    and a note that cites two works says of each only what stands in its own title.
    """
    notes = note_sections(document)
    quotes = [one for one in document.quotations if notes and is_title(one, document.text)]
    for draft in drafts:
        inside = draft.line.sentence.section in notes
        quote = _around(draft, quotes) if inside else None
        if quote is None:
            yield draft
        else:
            yield _told_in(draft, quote, posted=_is_post(document.text, quote))


def _around(draft: Draft, quotes: Iterable[Quotation]) -> Quotation | None:
    """Return the quotation in which a draft's trigger stands."""
    return next((one for one in quotes if one.start <= draft.trigger.start < one.end), None)


_POSTED = re.compile(r"\(@\w+\)[\s,]*\Z")
"""The handle before the words of a post: `Jane Doe (@JaneDoe), “…”`."""


def _is_post(text: str, quote: Quotation) -> bool:
    """Say whether the words are a post, which speaks of the day on which it was posted."""
    return bool(_POSTED.search(text, max(0, quote.start - _HANDLE), quote.start))


_HANDLE = 40
"""Code points that a handle takes."""


def _told_in(draft: Draft, quote: Quotation, *, posted: bool) -> Draft:
    sentence = draft.line.sentence

    def kept(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
        return tuple(
            one
            for one in marks
            if quote.start <= one.start < quote.end
            or not sentence.start <= one.start < sentence.end
        )

    return replace(
        draft,
        start=max(draft.start, quote.start),
        end=min(draft.end, quote.end),
        weapons=kept(draft.weapons),
        places=kept(draft.places),
        dates=draft.dates if posted else kept(draft.dates),
    )
