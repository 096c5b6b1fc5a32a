"""Builds whole documents with claims by hand, for tests of linking and assessing.

A report is a list of lines; each line is one sentence, one paragraph and one claim,
with its values given beside the words.
"""

from dataclasses import dataclass

from remnant.assess import Evidence, assess, evidence_of, fingerprint, trace
from remnant.knowledge import Knowledge, load_knowledge
from remnant.link import cluster, group, link
from remnant.model.assessment import Assessment
from remnant.model.claim import (
    ActorRole,
    Attribution,
    Basis,
    Claim,
    ClaimKind,
    Mention,
    Slot,
    Stance,
)
from remnant.model.document import Document, Note
from remnant.model.ids import content_id
from remnant.model.incident import Incident
from remnant.model.lineage import Lineage
from remnant.model.record import DocumentResult, MemoryRecord, Reconciliation
from remnant.model.resolution import ResolvedClaim, Value
from remnant.model.source import Metadata, Provenance, Stated
from remnant.model.span import Span
from remnant.model.value import (
    DateInterval,
    GeoPrecision,
    Location,
    Quantity,
    Reference,
    ReferenceKind,
)
from tests.factory import make_decision, make_document, make_resolution

BARDA = Location("Barda", "geonames:587057", "AZ", "", 40.3758, 47.1262, GeoPrecision.NEAR)
GANJA = Location("Ganja", "geonames:586523", "AZ", "", 40.6816, 46.3613, GeoPrecision.NEAR)
STEPANAKERT = Location(
    "Stepanakert",
    "geonames:146970",
    "AZ",
    "Nagorno-Karabakh",
    39.8177,
    46.7528,
    GeoPrecision.NEAR,
)
HADRUT = Location(
    "Hadrut", "pack:hadrut", "AZ", "Nagorno-Karabakh", 39.5167, 47.03, GeoPrecision.NEAR
)
KARABAKH = Location(
    "Nagorno-Karabakh", "pack:nagorno-karabakh", "AZ", "", 39.9, 46.7, GeoPrecision.REGION
)


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with one claim; names are identifiers of knowledge entries or plain names."""

    words: str
    kind: ClaimKind = ClaimKind.USE
    stance: Stance = Stance.AFFIRMED
    actors: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ("cluster munition",)
    places: tuple[Location, ...] = ()
    dates: tuple[str, ...] = ()
    killed: Quantity | None = None
    injured: Quantity | None = None
    count: Quantity | None = None
    speakers: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    basis: tuple[Basis, ...] = ()
    role: ActorRole | None = None
    general: bool = False


def knowledge() -> Knowledge:
    """Return the package's knowledge; it is loaded once."""
    return load_knowledge()


def reference(kind: ReferenceKind, name: str) -> Reference:
    """Return the entry of this name, or a plain name."""
    register = knowledge().weapons if kind is ReferenceKind.WEAPON else knowledge().actors
    found = register.named(name)
    return Reference(kind, found[0].name, found[0].id) if found else Reference(kind, name)


def report(  # noqa: PLR0913 - one argument per thing a document says of itself
    publisher: str,
    published: str,
    *lines: Line,
    title: str = "",
    notes: dict[str, str] | None = None,
    missing: tuple[str, ...] = (),
    digest_of: str = "",
) -> DocumentResult:
    """Return what a document of these lines gives."""
    texts = [line.words for line in lines]
    cited = notes or {}
    text = "\n\n".join([*texts, *cited.values(), f"{publisher} {published} {title}"])
    bare = make_document(text, metadata=_metadata(publisher, published, title, digest_of))
    document = Document(
        id=bare.id,
        capture=bare.capture,
        text=text,
        metadata=bare.metadata,
        sections=bare.sections,
        notes=_notes(text, cited, missing),
        reader=bare.reader,
    )
    resolved = tuple(_claim(document, line) for line in lines)
    mentions = group(resolved, document=document, knowledge=knowledge())
    print_of = fingerprint(document, resolved, knowledge=knowledge())
    return DocumentResult(document, resolved, mentions, print_of)


def _metadata(publisher: str, published: str, title: str, digest_of: str) -> Metadata:
    def given(value: str) -> Stated[str] | None:
        return Stated(value, Provenance.GIVEN) if value else None

    return Metadata(
        title=given(title),
        publisher=given(publisher),
        published=given(published),
        digest_of=given(digest_of),
    )


def _notes(text: str, cited: dict[str, str], missing: tuple[str, ...]) -> tuple[Note, ...]:
    found = [
        Note(label, text.index(words), text.index(words) + len(words))
        for label, words in cited.items()
    ]
    return (*found, *(Note(label, None, None) for label in missing))


def _claim(document: Document, line: Line) -> ResolvedClaim:
    start = document.text.index(line.words)
    passage = document.span(start, start + len(line.words))
    values: list[tuple[Slot, Value]] = [
        *((Slot.SPEAKER, reference(ReferenceKind.ACTOR, name)) for name in line.speakers),
        *((Slot.ACTOR, reference(ReferenceKind.ACTOR, name)) for name in line.actors),
        *((Slot.WEAPON, reference(ReferenceKind.WEAPON, name)) for name in line.weapons),
        *((Slot.PLACE, place) for place in line.places),
        *((Slot.DATE, DateInterval(date)) for date in line.dates),
    ]
    figures = (
        (Slot.KILLED, line.killed),
        (Slot.INJURED, line.injured),
        (Slot.COUNT, line.count),
    )
    values.extend((slot, figure) for slot, figure in figures if figure is not None)
    mentions = [
        Mention(slot, _letter(document, passage, index)) for index, (slot, _) in enumerate(values)
    ]
    speakers = tuple(one for one in mentions if one.slot is Slot.SPEAKER)
    claim = Claim(
        id=content_id("c", (document.id, start, line.kind, line.stance)),
        kind=line.kind,
        passage=passage,
        stance=line.stance,
        attribution=Attribution((speakers,) if speakers else ()),
        mentions=tuple(mentions),
        role=line.role,
        notes=line.notes,
        basis=line.basis,
        general=line.general,
    )
    resolutions = [
        make_resolution(claim, mention, value)
        for mention, (_, value) in zip(mentions, values, strict=True)
    ]
    return ResolvedClaim(claim, tuple(resolutions))


def _letter(document: Document, passage: Span, index: int) -> Span:
    """Return one letter of the passage, so that each mention has a place of its own."""
    return document.span(passage.start + index, passage.start + index + 1)


def incidents_of(*results: DocumentResult) -> tuple[Incident, ...]:
    """Return the incidents that the documents give together."""
    mentions = [mention for result in results for mention in result.mentions]
    return link(mentions, decisions=(), foundings=()).incidents


def joined(*results: DocumentResult) -> Assessment:
    """Return the assessment of the incident into which a person joins all event mentions."""
    mentions = [mention for result in results for mention in result.mentions]
    decisions = [make_decision(mentions[0], other) for other in mentions[1:]]
    (incident,) = cluster(mentions, (), decisions=decisions, foundings=()).incidents
    return assess(incident, evidence=evidence_from(*results), knowledge=knowledge())


def lineage_of(*results: DocumentResult) -> Lineage:
    """Return which work rests on which."""
    return trace([result.fingerprint for result in results], knowledge=knowledge())


def evidence_from(*results: DocumentResult) -> Evidence:
    """Return the evidence of the documents, traced."""
    return evidence_of(results, lineage=lineage_of(*results), knowledge=knowledge())


def assessed(*results: DocumentResult, rule: str = "range") -> Assessment:
    """Return the assessment of the one incident or episode that the documents give.

    Raises:
        ValueError: They give more than one, or none.
    """
    (incident,) = incidents_of(*results)
    return assess(incident, evidence=evidence_from(*results), knowledge=knowledge(), rule=rule)


def record_of(*results: DocumentResult) -> MemoryRecord:
    """Return the record of these documents, linked and assessed."""
    incidents = incidents_of(*results)
    evidence = evidence_from(*results)
    assessments = tuple(assess(one, evidence=evidence, knowledge=knowledge()) for one in incidents)
    return MemoryRecord(results, Reconciliation(incidents, lineage_of(*results), assessments, ()))
