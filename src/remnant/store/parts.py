"""Takes a document's result apart into the rows of its tables."""

from collections.abc import Iterator
from dataclasses import replace

from remnant.model.document import Document, SectionKind
from remnant.model.incident import EventMention, Founding
from remnant.model.record import DocumentResult
from remnant.model.resolution import ResolvedClaim
from remnant.model.value import Location, Reference
from remnant.store import schema
from remnant.store.codec import encode
from remnant.store.folding import words

Row = dict[str, object]


def result_row(document: Document, sequence: int, *, processing: str, run: str) -> Row:
    """Return the row that makes a document the current one of its original."""
    return {
        "seq": sequence,
        "sha256": document.capture.sha256,
        "document": document.id,
        "processing": processing,
        "captured": document.capture.captured,
        "withdrawn": False,
        "run": run,
    }


def content_row(result: DocumentResult, sequence: int) -> Row:
    """Return the row of a document's text and layout. The text stands once, in its own column."""
    title = result.document.metadata.title
    return {
        "result": sequence,
        "title": "" if title is None else title.value,
        "text": result.document.text,
        "document": encode(replace(result.document, text="")),
        "fingerprint": encode(result.fingerprint),
    }


def passage_rows(document: Document, sequence: int) -> list[Row]:
    """Return one row for each section that can be searched: all but boilerplate."""
    first, _ = schema.rows_of(sequence)
    return [
        {
            "row": first + place,
            "result": sequence,
            "kind": section.kind.value,
            "start": section.start,
            "end": section.end,
        }
        for place, section in enumerate(document.sections)
        if section.kind is not SectionKind.BOILERPLATE
    ]


def passage_terms(document: Document, sequence: int) -> list[tuple[int, tuple[str, ...]]]:
    """Return the words of each passage, by row number."""
    first, _ = schema.rows_of(sequence)
    return [
        (first + place, words(document.text[section.start : section.end]))
        for place, section in enumerate(document.sections)
        if section.kind is not SectionKind.BOILERPLATE
    ]


def claim_row(resolved: ResolvedClaim, row: int) -> Row:
    """Return the row of a claim, with what others ask for in columns of their own."""
    claim = resolved.claim
    earliest = [date.earliest for date in resolved.dates]
    latest = [date.latest for date in resolved.dates]
    first = min((day for day in earliest if day is not None), default=None)
    last = max((day for day in latest if day is not None), default=None)
    return {
        "row": row,
        "result": row >> schema.ORDINAL_BITS,
        "id": claim.id,
        "document": claim.passage.document,
        "kind": claim.kind.value,
        "stance": claim.stance.value,
        "general": claim.general,
        "start": claim.passage.start,
        "end": claim.passage.end,
        "quote": claim.passage.quote,
        "earliest": None if first is None or None in earliest else first.isoformat(),
        "latest": None if last is None or None in latest else last.isoformat(),
        "body": encode(resolved),
    }


def claim_values(resolved: ResolvedClaim, row: int) -> Iterator[Row]:
    """Yield the entries and names that fill a claim's slots, each once."""
    found = sorted(
        {
            (one.mention.slot.value, name)
            for one in resolved.resolutions
            for name in _names(one.value)
        }
    )
    for slot, name in found:
        yield {"slot": slot, "value": name, "claim": row}


def claim_terms(resolved: ResolvedClaim) -> tuple[str, ...]:
    """Return a claim's words: its passage, then the names of what its words stand for."""
    named = dict.fromkeys(
        one.value.name
        for one in resolved.resolutions
        if isinstance(one.value, Reference | Location)
    )
    return words(" ".join((resolved.claim.passage.quote, *named)))


def _names(value: object) -> tuple[str, ...]:
    if isinstance(value, Reference | Location):
        return tuple(name for name in (value.id, value.name) if name)
    return ()


def mention_row(mention: EventMention, row: int) -> Row:
    """Return the row of an event mention."""
    return {
        "row": row,
        "result": row >> schema.ORDINAL_BITS,
        "id": mention.id,
        "document": mention.document,
        "body": encode(mention),
    }


def founding_row(founding: Founding) -> Row:
    """Return the row of a founding."""
    return {
        "number": founding.number,
        "mention": founding.mention,
        "document": founding.document,
        "start": founding.start,
        "end": founding.end,
    }


def edge_row(key: tuple[str, ...], body: str, *, withdrawn: bool = False) -> Row:
    """Return the row of an edge, given its child, parent and kind."""
    child, parent, kind = key
    return {"child": child, "parent": parent, "kind": kind, "body": body, "withdrawn": withdrawn}
