"""The document reader: the whole text with every claim marked, and the claims beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from remnant.model.claim import Claim, Mention, Slot
from remnant.model.document import Document
from remnant.model.finding import Issue
from remnant.model.record import DocumentResult
from remnant.model.resolution import Resolution, ResolvedClaim
from remnant.model.source import Metadata
from remnant.publish.pages.blocks import Block, blocks_of, marker_anchor, note_anchor
from remnant.publish.pages.cards import ClaimCard, DocumentCard, claim_card, stated
from remnant.publish.pages.catalogue import Catalogue
from remnant.publish.pages.context import Link, PageContext, claim_anchor, document_path
from remnant.publish.pages.marking import Mark, MarkKind
from remnant.publish.pages.masking import contacts, publishable
from remnant.publish.pages.wording import (
    KINDS,
    ROLES,
    SLOTS,
    STANCES,
    basis_words,
    sentence_case,
    value_words,
)


@dataclass(frozen=True, slots=True)
class CandidateView:
    """One thing that words may stand for."""

    text: str
    score: str
    reason: str


@dataclass(frozen=True, slots=True)
class SlotView:
    """Words that fill a slot, and what they stand for."""

    label: str
    words: str
    anchor: str
    value: str
    ambiguous: bool
    carried: bool
    candidates: tuple[CandidateView, ...]


@dataclass(frozen=True, slots=True)
class NoteLink:
    """A note that a claim's passage carries."""

    label: str
    anchor: str
    missing: bool


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim beside the text."""

    card: ClaimCard
    anchor: str
    number: int
    kind: str
    stance: str
    stance_slug: str
    stance_meaning: str
    apart: tuple[tuple[str, str], ...]
    chain: tuple[str, ...]
    quoted: bool
    slots: tuple[SlotView, ...]
    extra: tuple[str, ...]
    basis: str
    notes: tuple[NoteLink, ...]
    incidents: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class MetaRow:
    """One piece of metadata with where it comes from."""

    label: str
    value: str
    provenance: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderPage(PageContext):
    """Context of a document's page."""

    template: ClassVar[str] = "reader.html"
    scripts: ClassVar[tuple[str, ...]] = ("reader.js",)
    card: DocumentCard
    metadata: tuple[MetaRow, ...]
    reader: str
    size: int
    blocks: tuple[Block, ...]
    claims: tuple[ClaimView, ...]
    issues: tuple[Issue, ...]
    held_notes: frozenset[str]
    masked: int
    remnants: bool


def reader_page(catalogue: Catalogue, result: DocumentResult) -> ReaderPage:
    """Return the context of the page of one document."""
    document = result.document
    card = catalogue.documents[document.id]
    shown = publishable(document.text)
    masked = contacts(document.text)
    marks = [*_marks(document, result), *_contact_marks(masked)]
    marks += [
        Mark(start, end, MarkKind.WORDS, "", _words(start, end))
        for start, end in sorted(catalogue.pointed.get(document.id, ()))
    ]
    views = tuple(
        _view(catalogue, document, one, shown, number)
        for number, one in enumerate(result.resolved, 1)
    )
    return ReaderPage(
        path=document_path(document.id),
        title=card.title or card.label,
        description=f"{card.label}: the whole text, with {len(views)} claims marked.",
        section="sources",
        card=card,
        metadata=tuple(_metadata(document.metadata)),
        reader=document.reader,
        size=document.capture.size,
        blocks=blocks_of(document, shown, marks),
        claims=views,
        issues=document.issues,
        held_notes=held_notes(document),
        masked=len(masked),
        remnants=any(view.card.kind.value in ("remnants", "use") for view in views),
    )


def _marks(document: Document, result: DocumentResult) -> Iterator[Mark]:
    for resolved in result.resolved:
        claim = resolved.claim
        anchor = claim_anchor(claim.id)
        yield Mark(claim.passage.start, claim.passage.end, MarkKind.CLAIM, anchor, anchor)
        for span in claim.also:
            yield Mark(span.start, span.end, MarkKind.ALSO, anchor, _words(span.start, span.end))
        for mention in claim.mentions:
            start, end = mention.span.start, mention.span.end
            yield Mark(start, end, MarkKind.WORDS, "", _words(start, end))
    for note in document.notes:
        for place, (start, end) in enumerate(note.markers):
            yield Mark(start, end, MarkKind.NOTE, note.label, marker_anchor(note.label, place))
    for start, end in document.markup:
        yield Mark(start, end, MarkKind.MARKUP, "")


def _contact_marks(masked: tuple[tuple[int, int], ...]) -> Iterator[Mark]:
    for start, end in masked:
        yield Mark(start, end, MarkKind.CONTACT, "")


def _words(start: int, end: int) -> str:
    return f"w-{start}-{end}"


def _view(
    catalogue: Catalogue, document: Document, resolved: ResolvedClaim, shown: str, number: int
) -> ClaimView:
    claim = resolved.claim
    card = claim_card(resolved, shown)
    stance, meaning = STANCES[claim.stance]
    return ClaimView(
        card=card,
        anchor=claim_anchor(claim.id),
        number=number,
        kind=KINDS[claim.kind],
        stance=stance,
        stance_slug=claim.stance.value,
        stance_meaning=meaning,
        apart=_apart(claim),
        chain=card.speakers,
        quoted=claim.attribution.quoted,
        slots=tuple(_slots(resolved, shown)),
        extra=tuple(_extra(claim)),
        basis=basis_words(claim.basis),
        notes=_notes(document, claim),
        incidents=tuple(catalogue.label(one) for one in catalogue.belongs.get(claim.id, ())),
    )


def _apart(claim: Claim) -> tuple[tuple[str, str], ...]:
    """Return the stance towards event, weapon and attribution where they are not all the same."""
    apart = claim.commitment
    parts = (
        ("that it happened", apart.event),
        ("which weapon", apart.weapon),
        ("who did it", apart.attribution),
    )
    if len({stance for _, stance in parts}) == 1:
        return ()
    return tuple((label, STANCES[stance][0].lower()) for label, stance in parts)


def _extra(claim: Claim) -> Iterator[str]:
    if claim.role:
        yield f"The party is said to have {ROLES[claim.role]}."
    if claim.ballot:
        yield f"Vote: {claim.ballot.value}."
    if claim.membership:
        yield f"Standing claimed: {claim.membership.value}."
    if claim.general:
        yield "It speaks of a war or campaign, or gives a figure over several events."


def _slots(resolved: ResolvedClaim, shown: str) -> Iterator[SlotView]:
    found = {one.mention: one for one in resolved.resolutions}
    order = list(SLOTS)
    for mention in sorted(resolved.claim.mentions, key=lambda one: order.index(one.slot)):
        yield _slot(mention, found.get(mention), shown)


def _slot(mention: Mention, resolution: Resolution | None, shown: str) -> SlotView:
    start, end = mention.span.start, mention.span.end
    candidates = resolution.candidates if resolution else ()
    return SlotView(
        label=SLOTS[mention.slot],
        words=shown[start:end],
        anchor=_words(start, end),
        value=sentence_case(publishable(value_words(candidates[0].value))) if candidates else "",
        ambiguous=bool(resolution and resolution.ambiguous),
        carried=mention.carried,
        candidates=tuple(
            CandidateView(
                publishable(value_words(one.value)),
                f"{one.score:.2f}",
                " ".join(publishable(reason.sentence) for reason in one.reasons),
            )
            for one in candidates[:5]
        )
        if len(candidates) > 1 or (candidates and mention.slot is not Slot.SPEAKER)
        else (),
    )


def _notes(document: Document, claim: Claim) -> tuple[NoteLink, ...]:
    held = held_notes(document)
    return tuple(NoteLink(one, note_anchor(one), one not in held) for one in claim.notes)


def held_notes(document: Document) -> frozenset[str]:
    """Return the labels of the notes whose text is in the document."""
    return frozenset(note.label for note in document.notes if note.start is not None)


def _metadata(metadata: Metadata) -> Iterator[MetaRow]:
    rows = (
        ("Title", metadata.title),
        ("Publisher", metadata.publisher),
        ("Author", metadata.author),
        ("Published", metadata.published),
        ("Kind", metadata.kind),
        ("Address", metadata.address),
        ("Language", metadata.language),
        ("Digest of", metadata.digest_of),
    )
    for label, value in rows:
        if value is not None:
            words = publishable(value.words)
            yield MetaRow(label, stated(value), value.provenance.value, words)
