"""Builds records for the tests of publishing: a document, and claims by their values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from remnant.model.assessment import Assessment, Grade
from remnant.model.claim import (
    Attribution,
    Ballot,
    Claim,
    ClaimKind,
    Membership,
    Mention,
    Slot,
    Stance,
)
from remnant.model.document import Document
from remnant.model.ids import content_id
from remnant.model.incident import Incident
from remnant.model.lineage import Lineage
from remnant.model.record import DocumentResult, MemoryRecord, Reconciliation
from remnant.model.resolution import Candidate, Resolution, ResolvedClaim, Value
from remnant.model.value import (
    DateInterval,
    GeoPrecision,
    Location,
    Quantity,
    Reference,
    ReferenceKind,
)
from tests.factory import make_capture, make_document, make_fingerprint, make_metadata


def actor(name: str) -> Reference:
    """Return an actor under the identifier that its name gives."""
    return Reference(ReferenceKind.ACTOR, name, name.lower().replace(" ", "-"))


def weapon(name: str) -> Reference:
    """Return a weapon under the identifier that its name gives."""
    return Reference(ReferenceKind.WEAPON, name, name.lower().replace(" ", "-"))


def treaty(name: str) -> Reference:
    """Return a treaty."""
    return Reference(ReferenceKind.TREATY, name, name.lower())


def target(name: str) -> Reference:
    """Return what was attacked."""
    return Reference(ReferenceKind.TARGET, name)


AZERBAIJAN, ARMENIA = actor("Azerbaijan"), actor("Armenia")
KARABAKH = actor("Nagorno-Karabakh")
HRW, AMNESTY = actor("Human Rights Watch"), actor("Amnesty International")
CLUSTER = weapon("cluster munition")
CCM = treaty("CCM")
BARDA = Location("Barda", "geonames:587057", "AZ", "", 40.3758, 47.1262, GeoPrecision.NEAR)
HADRUT = Location(
    "Hadrut", "pack:hadrut", "AZ", "Nagorno-Karabakh", 39.5167, 47.03, GeoPrecision.NEAR
)
REGION = Location(
    "Nagorno-Karabakh", "pack:nagorno-karabakh", "AZ", "", 39.8, 46.8, GeoPrecision.REGION
)


@dataclass(frozen=True)
class Says:
    """One claim to build: its words, which must stand in the text, and its values."""

    words: str
    kind: ClaimKind = ClaimKind.USE
    stance: Stance = Stance.AFFIRMED
    speakers: tuple[Reference, ...] = ()
    values: Mapping[Slot, tuple[Value, ...]] = field(default_factory=dict)
    said: Mapping[Slot, str] = field(default_factory=dict)
    membership: Membership | None = None
    ballot: Ballot | None = None
    notes: tuple[str, ...] = ()


def use(  # noqa: PLR0913 - one argument per slot
    words: str,
    *,
    stance: Stance = Stance.AFFIRMED,
    speakers: tuple[Reference, ...] = (),
    actors: tuple[Reference, ...] = (AZERBAIJAN,),
    weapons: tuple[Reference, ...] = (CLUSTER,),
    places: tuple[Location, ...] = (),
    dates: tuple[str, ...] = (),
    targets: tuple[Reference, ...] = (),
) -> Says:
    """Return a use claim."""
    values: dict[Slot, tuple[Value, ...]] = {
        Slot.ACTOR: actors,
        Slot.WEAPON: weapons,
        Slot.PLACE: places,
        Slot.DATE: tuple(DateInterval(date) for date in dates),
        Slot.TARGET: targets,
    }
    return Says(words, stance=stance, speakers=speakers, values=values)


def harm(
    words: str,
    killed: Quantity | None,
    injured: Quantity | None = None,
    **values: tuple[Value, ...],
) -> Says:
    """Return a harm claim; the numbers are read from the whole passage."""
    slots: dict[Slot, tuple[Value, ...]] = {Slot(name): value for name, value in values.items()}
    if killed is not None:
        slots[Slot.KILLED] = (killed,)
    if injured is not None:
        slots[Slot.INJURED] = (injured,)
    return Says(words, ClaimKind.HARM, values=slots)


def result(
    text: str,
    claims: Sequence[Says],
    *,
    publisher: str = "Human Rights Watch",
    published: str = "2020-10-30",
    title: str = "A report",
) -> DocumentResult:
    """Return what a document of this text gives, with these claims."""
    metadata = make_metadata(title=title, publisher=publisher, published=published)
    capture = make_capture(f"{publisher}\n{text}".encode())
    document = make_document(text, capture=capture, metadata=metadata)
    resolved = tuple(_resolved(document, claim) for claim in claims)
    return DocumentResult(document, resolved, (), make_fingerprint(document))


def _resolved(document: Document, says: Says) -> ResolvedClaim:
    start = document.text.index(says.words)
    passage = document.span(start, start + len(says.words))
    pairs: list[tuple[Mention, Value]] = []
    for slot in Slot:
        words = says.said.get(slot, says.words)
        at = start + says.words.index(words)
        found: tuple[Value, ...] = (
            says.speakers if slot is Slot.SPEAKER else says.values.get(slot, ())
        )
        for value in found:
            span = document.span(at, at + len(words))
            entry = value.id if isinstance(value, Reference) else ""
            pairs.append((Mention(slot, span, entry=entry), value))
    speakers = tuple(mention for mention, _ in pairs if mention.slot is Slot.SPEAKER)
    parts = (document.id, start, says.words, says.kind, says.stance, says.speakers, says.values)
    claim = Claim(
        id=content_id("c", parts),
        kind=says.kind,
        passage=passage,
        stance=says.stance,
        attribution=Attribution((speakers,) if speakers else ()),
        mentions=tuple(mention for mention, _ in pairs),
        membership=says.membership,
        ballot=says.ballot,
        notes=says.notes,
        extractor="builder 1",
    )
    return ResolvedClaim(
        claim,
        tuple(Resolution(claim.id, mention, (Candidate(value, 1.0),)) for mention, value in pairs),
    )


def record(
    *results: DocumentResult,
    incidents: Sequence[Incident] = (),
    assessments: Sequence[Assessment] = (),
    lineage: Lineage = Lineage(),  # noqa: B008 - a frozen value
) -> MemoryRecord:
    """Return a record of these results; an incident without an assessment is unassessed."""
    told = {one.incident: one for one in assessments}
    whole = tuple(
        told.get(one.number, Assessment(one.number, Grade.UNASSESSED)) for one in incidents
    )
    return MemoryRecord(results, Reconciliation(tuple(incidents), lineage, whole, ()))
