"""Rows of the claims, sources and lineage datasets, in the order of their columns."""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from remnant.model.claim import Mention, Slot
from remnant.model.document import Document
from remnant.model.lineage import Derives, Work
from remnant.model.record import DocumentResult, Record
from remnant.model.resolution import ResolvedClaim
from remnant.model.source import Metadata, Stated
from remnant.model.value import DateInterval, Location, Quantity, Reference
from remnant.publish.pages.masking import publishable

Cell = str | int | float | bool | None | tuple[str, ...]
"""A value of a row: `None` is unknown, a tuple is a list."""

Row = dict[str, Cell]

AROUND = 32
"""Characters of prefix and suffix given with a quotation."""

MARGIN = 256
"""Characters looked at on each side, so that an address cut by the prefix is still masked."""


def claim_rows(record: Record, incidents: Mapping[str, tuple[str, ...]]) -> Iterator[Row]:
    """Yield a row per claim, by document and passage.

    Args:
        record: The record.
        incidents: Per claim, the numbers of the incidents it belongs to.
    """
    for document in sorted(record.documents()):
        result = record.result(document)
        claims = sorted(result.resolved, key=lambda one: (one.claim.passage.start, one.claim.id))
        for resolved in claims:
            yield claim_row(resolved, result.document, incidents.get(resolved.claim.id, ()))


def claim_row(resolved: ResolvedClaim, document: Document, incidents: tuple[str, ...]) -> Row:
    """Return the row of one claim."""
    claim, metadata = resolved.claim, document.metadata
    return {
        "claim_id": claim.id,
        "document_id": document.id,
        "document_sha256": document.capture.sha256,
        "document_title": text(metadata.title),
        "publisher": text(metadata.publisher),
        "published": text(metadata.published),
        "kind": claim.kind.value,
        "stance": claim.stance.value,
        "commitment_event": claim.commitment.event.value,
        "commitment_weapon": claim.commitment.weapon.value,
        "commitment_attribution": claim.commitment.attribution.value,
        **_voice(resolved, document),
        **_selectors(resolved, document),
        **_values(resolved),
        "notes": tuple(claim.notes),
        "basis": tuple(basis.value for basis in claim.basis),
        "general": claim.general,
        "incident_ids": incidents,
        "extractor": claim.extractor,
    }


def _voice(resolved: ResolvedClaim, document: Document) -> Row:
    chain = resolved.claim.attribution.chain
    spoken = tuple(one.name for one in resolved.speakers) or _words(
        resolved.claim.attribution.innermost
    )
    publisher = text(document.metadata.publisher)
    return {
        "speaker_chain": tuple(" + ".join(_words(depth)) for depth in chain),
        "speakers": _masked(spoken) if chain else ((publisher,) if publisher else ()),
        "own_voice": not chain,
        "quoted": resolved.claim.attribution.quoted,
    }


def _selectors(resolved: ResolvedClaim, document: Document) -> Row:
    span = resolved.claim.passage
    begin = max(0, span.start - MARGIN)
    hidden = publishable(document.text[begin : span.end + MARGIN])
    first, last = span.start - begin, span.end - begin
    return {
        "exact": hidden[first:last],
        "prefix": hidden[max(0, first - AROUND) : first],
        "suffix": hidden[last : last + AROUND],
        "start": span.start,
        "end": span.end,
        "masked": hidden[first:last] != span.quote,
    }


def _values(resolved: ResolvedClaim) -> Row:
    claim = resolved.claim
    return {
        **_named(resolved, Slot.ACTOR, ids=True),
        "role": claim.role.value if claim.role else None,
        "supplier": names(resolved.values(Slot.SUPPLIER)),
        "recipient": names(resolved.values(Slot.RECIPIENT)),
        **_named(resolved, Slot.WEAPON, ids=True),
        "target": _words(claim.filling(Slot.TARGET)),
        **_named(resolved, Slot.PLACE, ids=True),
        **_named(resolved, Slot.DATE, ids=False),
        **_bounds("killed", resolved.killed),
        "killed_words": _words(claim.filling(Slot.KILLED)),
        **_bounds("injured", resolved.injured),
        "injured_words": _words(claim.filling(Slot.INJURED)),
        **_bounds("count", resolved.count),
        "count_words": _words(claim.filling(Slot.COUNT)),
        "treaty": next(iter(names(resolved.values(Slot.TREATY))), None),
        "ballot": claim.ballot.value if claim.ballot else None,
        "membership": claim.membership.value if claim.membership else None,
    }


def _named(resolved: ResolvedClaim, slot: Slot, *, ids: bool) -> Row:
    values = resolved.values(slot)
    row: Row = {slot.value: names(values)}
    if ids:
        row[f"{slot.value}_ids"] = tuple(getattr(value, "id", "") for value in values)
    row[f"{slot.value}_words"] = _words(resolved.claim.filling(slot))
    return row


def names(values: Iterable[object]) -> tuple[str, ...]:
    """Return values in normal form, each once, contact details masked."""
    found = (
        value.edtf if isinstance(value, DateInterval) else value.name
        for value in values
        if isinstance(value, (Reference, Location, DateInterval))
    )
    return _masked(tuple(dict.fromkeys(found)))


def _words(mentions: Iterable[Mention]) -> tuple[str, ...]:
    return _masked(tuple(dict.fromkeys(mention.span.quote for mention in mentions)))


def _masked(items: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(publishable(item) for item in items)


def _bounds(name: str, quantity: Quantity | None) -> Row:
    return {
        f"{name}_min": quantity.minimum if quantity else None,
        f"{name}_max": quantity.maximum if quantity else None,
    }


def text(stated: Stated[str] | None) -> str | None:
    """Return a value of metadata with contact details masked, or `None` if unknown."""
    return None if stated is None or not stated.value else publishable(stated.value)


def source_rows(record: Record) -> Iterator[Row]:
    """Yield a row per document, by identifier."""
    for document in sorted(record.documents()):
        yield source_row(record.result(document))


def source_row(result: DocumentResult) -> Row:
    """Return the row of one document."""
    document, metadata = result.document, result.document.metadata
    capture = document.capture
    return {
        "document_id": document.id,
        "sha256": capture.sha256,
        "size": capture.size,
        "media_type": capture.media_type,
        "origin": publishable(_origin(capture.origin)),
        "captured": capture.captured,
        "title": text(metadata.title),
        "publisher": text(metadata.publisher),
        "author": text(metadata.author),
        "published": text(metadata.published),
        "kind": text(metadata.kind),
        "language": text(metadata.language),
        "address": text(metadata.address),
        "digest_of": text(metadata.digest_of),
        "provenance": _provenance(metadata),
        "reader": document.reader,
        "n_claims": len(result.resolved),
        "issues": tuple(issue.code for issue in document.issues),
    }


def _origin(origin: str) -> str:
    """Return an address as it is, and of a file only its name: folders say who works where."""
    if urlsplit(origin).scheme in {"http", "https"}:
        return origin
    return origin.replace("\\", "/").rsplit("/", 1)[-1]


def _provenance(metadata: Metadata) -> tuple[str, ...]:
    fields = ("title", "publisher", "author", "published", "kind", "address", "language")
    found = ((name, getattr(metadata, name)) for name in fields)
    return tuple(f"{name}={value.provenance.value}" for name, value in found if value is not None)


def lineage_rows(record: Record) -> Iterator[Row]:
    """Yield a row per derivation, by child, parent and kind."""
    lineage = record.lineage()
    works = {work.id: work for work in lineage.works}
    edges = sorted(lineage.edges, key=lambda edge: (edge.child, edge.parent, edge.kind.value))
    for edge in edges:
        yield lineage_row(edge, works)


def lineage_row(edge: Derives, works: Mapping[str, Work]) -> Row:
    """Return the row of one derivation."""
    child, parent = works.get(edge.child), works.get(edge.parent)
    return {
        "child_id": edge.child,
        "child": publishable(child.label) if child else None,
        "parent_id": edge.parent,
        "parent": publishable(parent.label) if parent else None,
        "parent_in_record": bool(parent and parent.document),
        "kind": edge.kind.value,
        "score": edge.score,
        "reason": publishable(edge.reason.sentence),
        "passages": _masked(tuple(span.quote for span in edge.passages)),
        "passage_starts": tuple(str(span.start) for span in edge.passages),
        "passage_ends": tuple(str(span.end) for span in edge.passages),
        "passage_documents": tuple(span.document for span in edge.passages),
        "claim_ids": tuple(edge.claims),
        "decision_id": edge.decision or None,
        "cut": edge.cut,
    }
