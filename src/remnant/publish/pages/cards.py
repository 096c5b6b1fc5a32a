"""What pages show of a claim and of a document: small, so that a whole record fits in memory."""

from dataclasses import dataclass
from itertools import groupby

from remnant.errors import PublishError, SpanError
from remnant.model.claim import Basis, Claim, ClaimKind, Commitment, Mention, Slot, Stance
from remnant.model.document import Document
from remnant.model.record import DocumentResult
from remnant.model.resolution import ResolvedClaim
from remnant.model.source import Metadata, Stated
from remnant.model.value import DateInterval, Reference
from remnant.model.words import date_words
from remnant.publish.pages.context import Link, claim_href, document_path, words_href
from remnant.publish.pages.masking import publishable
from remnant.publish.pages.wording import value_key, value_words


@dataclass(frozen=True, slots=True)
class ValueCard:
    """One value of a claim beside the words it was read from."""

    slot: Slot
    text: str
    key: str
    words: str
    start: int
    end: int
    ambiguous: bool = False
    carried: bool = False


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """One claim, as other pages show it."""

    id: str
    document: str
    kind: ClaimKind
    stance: Stance
    commitment: Commitment
    speakers: tuple[str, ...]
    quote: str
    start: int
    values: tuple[ValueCard, ...]
    basis: tuple[Basis, ...]
    notes: tuple[str, ...]
    general: bool
    extractor: str

    @property
    def href(self) -> str:
        """Path of its words."""
        return claim_href(self.document, self.id)

    def of(self, slot: Slot) -> tuple[ValueCard, ...]:
        """Return its values of one slot."""
        return tuple(value for value in self.values if value.slot is slot)

    def words(self, value: ValueCard) -> str:
        """Return the path of the words of one of its values."""
        return words_href(self.document, value.start, value.end)


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """One document, as other pages show it."""

    id: str
    label: str
    title: str
    publisher: str
    published: str
    kind: str
    address: str
    sha256: str
    captured: str
    media_type: str
    claims: int
    issues: int
    length: int
    language: str = ""

    @property
    def href(self) -> str:
        """Path of its page."""
        return document_path(self.id)

    @property
    def link(self) -> Link:
        """Its short citation, leading to its page."""
        return Link(self.label, self.href, self.title)


def stated(value: Stated[str] | None) -> str:
    """Return the text of a piece of metadata, or nothing."""
    return publishable(value.value) if value else ""


def published_words(metadata: Metadata) -> str:
    """Return the date of publication in words; as it stands if it is in no known form."""
    if metadata.published is None:
        return ""
    try:
        return date_words(DateInterval(metadata.published.value))
    except ValueError:
        return publishable(metadata.published.value)


def citation(document: Document) -> str:
    """Return a short citation: publisher and date, or what there is of them."""
    metadata = document.metadata
    name = stated(metadata.publisher) or stated(metadata.author) or stated(metadata.title)
    parts = (name or file_of(document.capture.origin), published_words(metadata))
    return ", ".join(part for part in parts if part)


def file_of(origin: str) -> str:
    """Return where an original came from, without the folders of somebody's own machine."""
    if "://" in origin:
        return publishable(origin)
    return publishable(origin.replace("\\", "/").rpartition("/")[2])


def document_card(result: DocumentResult) -> DocumentCard:
    """Return what other pages show of a document."""
    document, metadata = result.document, result.document.metadata
    return DocumentCard(
        id=document.id,
        label=citation(document),
        title=stated(metadata.title),
        publisher=stated(metadata.publisher),
        published=published_words(metadata),
        kind=stated(metadata.kind),
        address=stated(metadata.address),
        sha256=document.capture.sha256,
        captured=document.capture.captured,
        media_type=document.capture.media_type,
        claims=len(result.resolved),
        issues=len(document.issues),
        length=len(document.text),
        language=stated(metadata.language),
    )


def check(document: Document, claim: Claim) -> None:
    """Make sure that the words of a claim stand where it says.

    Raises:
        PublishError: Other words stand there.
    """
    try:
        for span in (claim.passage, *claim.also, *(mention.span for mention in claim.mentions)):
            document.check(span)
    except SpanError as error:
        message = f"{document_path(document.id)}: claim {claim.id} is not in its document: {error}"
        raise PublishError(message) from error


def claim_card(resolved: ResolvedClaim, shown: str) -> ClaimCard:
    """Return what other pages show of a claim, from the document's publishable text."""
    claim = resolved.claim
    return ClaimCard(
        id=claim.id,
        document=claim.passage.document,
        kind=claim.kind,
        stance=claim.stance,
        commitment=claim.commitment,
        speakers=speaker_chain(resolved, shown),
        quote=_closed(shown[claim.passage.start : claim.passage.end]),
        start=claim.passage.start,
        values=_values(resolved, shown),
        basis=claim.basis,
        notes=claim.notes,
        general=claim.general,
        extractor=claim.extractor,
    )


def _closed(words: str) -> str:
    """Return a passage with the mark that ends the quotation it opens, where it stops before it."""
    return f"{words}”" if words.rfind("“") > words.rfind("”") else words


def _values(resolved: ResolvedClaim, shown: str) -> tuple[ValueCard, ...]:
    return tuple(
        ValueCard(
            slot=one.mention.slot,
            text=publishable(value_words(one.value)),
            key=value_key(one.value),
            words=shown[one.mention.span.start : one.mention.span.end],
            start=one.mention.span.start,
            end=one.mention.span.end,
            ambiguous=one.ambiguous,
            carried=one.mention.carried,
        )
        for one in resolved.resolutions
        if one.value is not None and one.mention.slot is not Slot.SPEAKER
    )


def speaker_chain(resolved: ResolvedClaim, shown: str) -> tuple[str, ...]:
    """Return who says so, outermost first; joint speakers in one entry. Empty: the author."""
    names = {
        one.mention: one.value.name
        for one in resolved.resolutions
        if isinstance(one.value, Reference)
    }

    def name(mention: Mention) -> str:
        return names.get(mention) or shown[mention.span.start : mention.span.end]

    chain = resolved.claim.attribution.chain
    names_said = (
        " and ".join(dict.fromkeys(name(mention) for mention in joint)) for joint in chain if joint
    )
    return tuple(said for said, _ in groupby(names_said))
