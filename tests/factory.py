"""Builds the nouns by hand for tests: short to call, and whole enough to be stored.

Words are named by quoting them: `span_of(document, "said")` finds its own offsets.
"""

from collections.abc import Sequence

from remnant.model.assessment import Assessment, Grade
from remnant.model.claim import Attribution, Claim, ClaimKind, Mention, Slot, Stance
from remnant.model.decision import Decision, Judgement, Run
from remnant.model.document import Document, Section, SectionKind
from remnant.model.finding import Issue, Reason
from remnant.model.ids import content_id, sha256_hex
from remnant.model.incident import EventMention, Founding, Incident, Link, Scope, Verdict
from remnant.model.lineage import Derivation, Derives, Fingerprint, Lineage, Named, Work
from remnant.model.record import DocumentResult
from remnant.model.resolution import Candidate, Resolution, ResolvedClaim, Value
from remnant.model.source import Capture, Metadata, Original, Provenance, Stated
from remnant.model.span import Span
from remnant.model.value import DateInterval, Location, Quantity, Reference, ReferenceKind

TEXT = (
    "Cluster munitions in Hadrut\n\n"
    "Azerbaijan fired M095 cluster munitions at Hadrut on 3 October 2020, "
    "Human Rights Watch said.\n\n"
    "Azerbaijan denied it."
)
"""A short document with a heading, an attributed use claim and a denial."""

AZERBAIJAN = Reference(ReferenceKind.ACTOR, "Azerbaijan", "azerbaijan")
HRW = Reference(ReferenceKind.ACTOR, "Human Rights Watch", "human-rights-watch")
M095 = Reference(ReferenceKind.WEAPON, "M095", "m095")
CLUSTER_MUNITION = Reference(ReferenceKind.WEAPON, "cluster munition", "cluster-munition")
HADRUT = Location("Hadrut", "pack:hadrut", "AZ", "Nagorno-Karabakh", 39.52, 47.03)


def make_capture(
    content: bytes = TEXT.encode(),
    *,
    origin: str = "report.txt",
    captured: str = "2020-10-05T12:00:00Z",
    media_type: str = "text/plain",
    given: Metadata = Metadata(),
) -> Capture:
    """Return the capture of the given bytes."""
    digest = sha256_hex(content)
    return Capture(
        id=content_id("k", (digest, origin, captured)),
        sha256=digest,
        size=len(content),
        origin=origin,
        captured=captured,
        media_type=media_type,
        given=given,
    )


def make_original(content: bytes | str = TEXT, *, origin: str = "report.txt") -> Original:
    """Return an original of the given bytes or text."""
    encoded = content.encode() if isinstance(content, str) else content
    return Original(make_capture(encoded, origin=origin), encoded)


def make_metadata(  # noqa: PLR0913 - one argument per field
    *,
    title: str = "",
    publisher: str = "",
    author: str = "",
    published: str = "",
    kind: str = "",
    address: str = "",
) -> Metadata:
    """Return metadata that a person gave; a field left out is unknown."""

    def given(value: str) -> Stated[str] | None:
        return Stated(value, Provenance.GIVEN) if value else None

    return Metadata(
        title=given(title),
        publisher=given(publisher),
        author=given(author),
        published=given(published),
        kind=given(kind),
        address=given(address),
    )


def make_sections(text: str) -> tuple[Section, ...]:
    """Return one paragraph for each stretch of text between empty lines."""
    sections = []
    start = 0
    for block in text.split("\n\n"):
        if block:
            sections.append(Section(SectionKind.PARAGRAPH, start, start + len(block)))
        start += len(block) + 2
    return tuple(sections)


def make_document(  # noqa: PLR0913 - one argument per field
    text: str = TEXT,
    *,
    capture: Capture | None = None,
    metadata: Metadata = Metadata(),
    sections: tuple[Section, ...] | None = None,
    issues: tuple[Issue, ...] = (),
    reader: str = "factory 1",
) -> Document:
    """Return a document; without sections, each block between empty lines is a paragraph."""
    kept = capture or make_capture(text.encode("utf-8"))
    return Document(
        id=content_id("d", (kept.sha256, reader)),
        capture=kept,
        text=text,
        metadata=metadata,
        sections=make_sections(text) if sections is None else sections,
        issues=issues,
        reader=reader,
    )


def span_of(document: Document, words: str, *, nth: int = 0) -> Span:
    """Return the span of the words where they stand in the document for the nth time from 0."""
    start = document.text.index(words)
    for _ in range(nth):
        start = document.text.index(words, start + 1)
    return document.span(start, start + len(words))


def make_mention(  # noqa: PLR0913 - one argument per field
    document: Document,
    slot: Slot,
    words: str,
    *,
    nth: int = 0,
    entry: str = "",
    carried: bool = False,
) -> Mention:
    """Return a mention of the quoted words."""
    return Mention(slot, span_of(document, words, nth=nth), carried=carried, entry=entry)


def make_claim(  # noqa: PLR0913 - one argument per field
    document: Document,
    words: str,
    *,
    kind: ClaimKind = ClaimKind.USE,
    stance: Stance = Stance.AFFIRMED,
    mentions: Sequence[Mention] = (),
    speakers: Sequence[Mention] = (),
    general: bool = False,
    extractor: str = "factory 1",
) -> Claim:
    """Return a claim whose passage is the quoted words; the speakers speak jointly."""
    passage = span_of(document, words)
    said = tuple(sorted((*mentions, *speakers), key=lambda one: (one.slot, one.span)))
    return Claim(
        id=content_id("c", (document.id, passage.start, passage.end, kind, stance, said)),
        kind=kind,
        passage=passage,
        stance=stance,
        attribution=Attribution((tuple(speakers),) if speakers else ()),
        mentions=said,
        general=general,
        extractor=extractor,
    )


def make_resolution(claim: Claim, mention: Mention, *values: Value) -> Resolution:
    """Return what a mention stands for, best value first, with falling scores."""
    candidates = tuple(Candidate(value, 1.0 / (place + 1)) for place, value in enumerate(values))
    return Resolution(claim.id, mention, candidates, ambiguous=len(values) > 1)


def make_resolved(claim: Claim, values: dict[Slot, Value] | None = None) -> ResolvedClaim:
    """Return a claim in which each mention of a slot stands for the slot's value."""
    meant = values or {}
    return ResolvedClaim(
        claim,
        tuple(
            make_resolution(claim, mention, meant[mention.slot])
            for mention in claim.mentions
            if mention.slot in meant
        ),
    )


def make_event(  # noqa: PLR0913 - one argument per field
    document: Document | str,
    claims: Sequence[Claim | str],
    *,
    scope: Scope = Scope.INCIDENT,
    actors: tuple[Reference, ...] = (AZERBAIJAN,),
    weapons: tuple[Reference, ...] = (CLUSTER_MUNITION,),
    places: tuple[Location, ...] = (HADRUT,),
    date: str = "2020-10-03",
    killed: Quantity | None = None,
    injured: Quantity | None = None,
) -> EventMention:
    """Return the event mention of a document that holds the given claims."""
    name = document if isinstance(document, str) else document.id
    members = tuple(one if isinstance(one, str) else one.id for one in claims)
    return EventMention(
        id=content_id("m", (name, date, *members)),
        document=name,
        scope=scope,
        claims=members,
        actors=actors,
        weapons=weapons,
        places=places,
        date=DateInterval(date) if date else None,
        killed=killed,
        injured=injured,
    )


def make_link(
    left: EventMention,
    right: EventMention,
    *,
    probability: float = 0.97,
    verdict: Verdict = Verdict.SAME,
    decision: str = "",
) -> Link:
    """Return the comparison of two event mentions, the smaller identifier on the left."""
    first, second = sorted((left.id, right.id))
    reason = Reason("place", "Both name one place.", "Hadrut", "Hadrut", 4.2)
    return Link(first, second, probability, verdict, (reason,), decision)


def make_incident(
    mentions: Sequence[EventMention],
    *,
    number: str = "R-0001",
    scope: Scope = Scope.INCIDENT,
    links: tuple[Link, ...] = (),
    absorbed: tuple[str, ...] = (),
) -> Incident:
    """Return an incident of the given event mentions, with the values of the first."""
    first = mentions[0]
    return Incident(
        number=number,
        scope=scope,
        mentions=tuple(sorted(mentions, key=lambda one: one.id)),
        links=links,
        actors=first.actors,
        weapons=first.weapons,
        place=first.places[0] if first.places else None,
        places=first.places,
        date=first.date,
        absorbed=absorbed,
    )


def make_founding(mention: EventMention, *, number: str = "R-0001") -> Founding:
    """Return the founding of an incident number by an event mention."""
    return Founding(number, mention.id, mention.document, 0, 1)


def make_work(document: Document, *, publisher: str = "Human Rights Watch") -> Work:
    """Return the document as a work."""
    return Work(document.id, f"{publisher}, {document.id}", publisher, None, document.id)


def make_fingerprint(
    document: Document,
    *,
    bands: tuple[str, ...] = (),
    signature: tuple[int, ...] = (),
    named: tuple[Named, ...] = (),
) -> Fingerprint:
    """Return the fingerprint of a document; without bands it shares text with nobody."""
    return Fingerprint(make_work(document), bands or (f"band-{document.id}",), signature, named)


def make_lineage(child: Document, parent: Document, words: str) -> Lineage:
    """Return the graph in which one document quotes another, as the words show."""
    edge = Derives(
        child.id,
        parent.id,
        Derivation.QUOTES,
        (span_of(child, words),),
        1.0,
        Reason("quotes", "The words are attributed to the other."),
    )
    return Lineage((make_work(child), make_work(parent)), (edge,))


def make_assessment(incident: Incident, *, grade: Grade = Grade.SINGLE_ORIGIN) -> Assessment:
    """Return an assessment of an incident with one reason."""
    reason = Reason("one origin", "Only one origin reports it.", claims=incident.claims)
    return Assessment(incident.number, grade, (reason,), rules="factory 1")


def make_decision(
    left: EventMention,
    right: EventMention,
    *,
    judgement: Judgement = Judgement.SAME,
    at: str = "2024-05-01T10:00:00Z",
) -> Decision:
    """Return a person's decision on two event mentions."""
    name = content_id("j", (left.id, right.id, judgement, at))
    return Decision(name, left.id, right.id, judgement, by="a reviewer", at=at)


def make_run(name: str = "run-1") -> Run:
    """Return a run of a build."""
    return Run(name, "0.1.0", "settings-digest", "2024-05-01T09:00:00Z")


def make_result(text: str = TEXT, *, origin: str = "report.txt") -> DocumentResult:
    """Return what one document gives: for `TEXT` a use claim and a denial, one event mention.

    Any other text gives one use claim on its first block, so that many different
    results can be made quickly.
    """
    capture = make_capture(text.encode("utf-8"), origin=origin)
    document = make_document(text, capture=capture)
    resolved = _hadrut(document) if text == TEXT else _plain(document)
    return DocumentResult(
        document=document,
        resolved=resolved,
        mentions=(make_event(document, [resolved[0].claim]),),
        fingerprint=make_fingerprint(document),
    )


def _hadrut(document: Document) -> tuple[ResolvedClaim, ...]:
    actor = make_mention(document, Slot.ACTOR, "Azerbaijan", entry="azerbaijan")
    weapon = make_mention(document, Slot.WEAPON, "M095", entry="m095")
    place = make_mention(document, Slot.PLACE, "Hadrut", nth=1)
    date = make_mention(document, Slot.DATE, "3 October 2020")
    speaker = make_mention(document, Slot.SPEAKER, "Human Rights Watch")
    use = make_claim(
        document,
        "Azerbaijan fired M095 cluster munitions at Hadrut on 3 October 2020",
        mentions=(actor, weapon, place, date),
        speakers=(speaker,),
    )
    denier = make_mention(document, Slot.SPEAKER, "Azerbaijan", nth=1)
    denied = make_mention(document, Slot.ACTOR, "Azerbaijan", nth=1)
    denial = make_claim(
        document,
        "Azerbaijan denied it.",
        stance=Stance.DENIED,
        mentions=(denied,),
        speakers=(denier,),
    )
    meant: dict[Slot, Value] = {
        Slot.ACTOR: AZERBAIJAN,
        Slot.WEAPON: M095,
        Slot.PLACE: HADRUT,
        Slot.DATE: DateInterval("2020-10-03"),
    }
    return (
        make_resolved(use, meant | {Slot.SPEAKER: HRW}),
        make_resolved(denial, meant | {Slot.SPEAKER: AZERBAIJAN}),
    )


def _plain(document: Document) -> tuple[ResolvedClaim, ...]:
    block = document.sections[0]
    return (make_resolved(make_claim(document, document.text[block.start : block.end])),)
