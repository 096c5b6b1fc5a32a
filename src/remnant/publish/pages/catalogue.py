"""The record, read once and kept small: what pages need to know of each other.

Documents are read one by one; of each claim only what other pages print is kept.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from remnant.errors import PublishError, SpanError
from remnant.model.assessment import Assessment, Lineage
from remnant.model.claim import Basis, Claim, ClaimKind, Commitment, Mention, Slot, Stance
from remnant.model.document import Document
from remnant.model.incident import Incident, Scope
from remnant.model.record import DocumentResult, Record
from remnant.model.resolution import ResolvedClaim
from remnant.model.source import Metadata, Stated
from remnant.model.value import DateInterval, Location, Reference
from remnant.publish.pages.context import Link, claim_href, document_path, words_href
from remnant.publish.pages.masking import publishable
from remnant.publish.pages.wording import date_words, value_key, value_words

OWN_VOICE = "in its own voice"


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

    @property
    def href(self) -> str:
        """Path of its page."""
        return document_path(self.id)

    @property
    def link(self) -> Link:
        """Its short citation, leading to its page."""
        return Link(self.label, self.href, self.title)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that pages look up.

    Attributes:
        documents: The documents in order, by identifier.
        claims: The claims in order of document and passage, by identifier.
        incidents: Incidents and episodes in order of number, by number.
        assessments: One per incident, by number.
        belongs: The incident numbers in which a claim takes part, by claim.
        parts: The numbers of an episode's incidents, by the episode's number.
        lineage: Which work rests on which.
        places: The places of incidents, each once, those with most incidents first.
        pointed: By document, the passages that other pages lead to besides claims.
    """

    documents: dict[str, DocumentCard]
    claims: dict[str, ClaimCard]
    incidents: dict[str, Incident]
    assessments: dict[str, Assessment]
    belongs: dict[str, tuple[str, ...]]
    parts: dict[str, tuple[str, ...]]
    lineage: Lineage
    places: tuple[Location, ...]
    pointed: dict[str, frozenset[tuple[int, int]]]

    def claim(self, claim: str, *, page: str) -> ClaimCard:
        """Return a claim that a page prints a value of.

        Raises:
            PublishError: No such claim is in the record.
        """
        found = self.claims.get(claim)
        if found is None:
            message = f"{page}: claim {claim} is not in the record; build it again, then publish"
            raise PublishError(message)
        return found

    def cards(self, claims: Iterable[str], *, page: str) -> tuple[ClaimCard, ...]:
        """Return claims in the given order, each once."""
        return tuple(self.claim(claim, page=page) for claim in dict.fromkeys(claims))

    def document_of(self, claim: ClaimCard) -> DocumentCard:
        """Return the document in which a claim stands."""
        return self.documents[claim.document]

    def label(self, number: str) -> Link:
        """Return an incident's heading as a link to its page."""
        incident = self.incidents[number]
        return Link(heading(incident), incident_path(incident), number)


def read_catalogue(record: Record) -> Catalogue:
    """Read the record once, one document at a time."""
    documents: dict[str, DocumentCard] = {}
    claims: dict[str, ClaimCard] = {}
    for name in record.documents():
        result = record.result(name)
        documents[name] = document_card(result)
        claims |= {card.id: card for card in _claim_cards(result)}
    incidents = {incident.number: incident for incident in record.incidents()}
    belongs: dict[str, list[str]] = {}
    for incident in incidents.values():
        for claim in incident.claims:
            belongs.setdefault(claim, []).append(incident.number)
    assessments = {number: record.assessment(number) for number in incidents}
    lineage = record.lineage()
    return Catalogue(
        documents=documents,
        claims=claims,
        incidents=incidents,
        assessments=assessments,
        belongs={claim: tuple(numbers) for claim, numbers in belongs.items()},
        parts=_parts(incidents),
        lineage=lineage,
        places=_places(incidents.values()),
        pointed=_pointed(lineage, assessments.values()),
    )


def _places(incidents: Iterable[Incident]) -> tuple[Location, ...]:
    found = Counter(
        one.place for one in incidents if one.scope is Scope.INCIDENT and one.place is not None
    )
    return tuple(sorted(found, key=lambda place: (-found[place], place.name, place.id)))


def _pointed(
    lineage: Lineage, assessments: Iterable[Assessment]
) -> dict[str, frozenset[tuple[int, int]]]:
    spans = [span for edge in lineage.edges for span in edge.passages]
    spans += [denial.passage for one in assessments for denial in one.denials]
    found: dict[str, set[tuple[int, int]]] = {}
    for span in spans:
        found.setdefault(span.document, set()).add((span.start, span.end))
    return {name: frozenset(places) for name, places in found.items()}


def _parts(incidents: dict[str, Incident]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[Incident]] = {}
    for incident in incidents.values():
        if incident.episode:
            found.setdefault(incident.episode, []).append(incident)
    return {
        episode: tuple(one.number for one in sorted(inner, key=in_time))
        for episode, inner in found.items()
    }


def in_time(incident: Incident) -> tuple[str, str]:
    """Return what orders incidents by date, those without a date last."""
    return (incident.date.edtf if incident.date else "~", incident.number)


def incident_path(incident: Incident) -> str:
    """Return the path of an incident's or episode's page."""
    folder = "incidents" if incident.scope is Scope.INCIDENT else "episodes"
    return f"{folder}/{incident.number}.html"


def heading(incident: Incident) -> str:
    """Return what an incident is called: where and when, no more exactly than is known."""
    where = incident.place.name if incident.place else ""
    if not where and incident.places:
        where = ", ".join(place.name for place in incident.places[:2])
    if incident.scope is Scope.EPISODE and not (where and incident.date):
        when = date_words(incident.date) if incident.date else ""
        about = ", ".join(one.name for one in (*incident.actors[:2], *incident.weapons[:2]))
        return f"General claims: {where or when or about or 'a war or campaign'}"
    return f"{where or 'Place not known'}, {date_words(incident.date)}"


def names_of(incident: Incident) -> tuple[str, ...]:
    """Return the names of its parties, weapons and places, each once."""
    parties = [one.name for one in (*incident.actors, *incident.weapons)]
    return tuple(dict.fromkeys([*parties, *(place.name for place in incident.places)]))


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
    parts = (name or publishable(document.capture.origin), published_words(metadata))
    return ", ".join(part for part in parts if part)


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
    )


def _claim_cards(result: DocumentResult) -> Iterable[ClaimCard]:
    shown = publishable(result.document.text)
    for resolved in result.resolved:
        check(result.document, resolved.claim)
        yield claim_card(resolved, shown)


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
        quote=shown[claim.passage.start : claim.passage.end],
        start=claim.passage.start,
        values=_values(resolved, shown),
        basis=claim.basis,
        notes=claim.notes,
        general=claim.general,
        extractor=claim.extractor,
    )


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
