"""Hypothesis strategies for the nouns: any valid value, small enough to read when it fails."""

from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from remnant.model.assessment import Assessment, Denial, DenialScope, Grade, Origin
from remnant.model.casualties import (
    Age,
    CasualtyRange,
    Figure,
    Group,
    People,
    Portion,
    Sex,
    Status,
)
from remnant.model.claim import (
    ActorRole,
    Attribution,
    Ballot,
    Basis,
    Claim,
    ClaimKind,
    Commitment,
    Membership,
    Mention,
    Slot,
    Stance,
)
from remnant.model.contradictions import Clash, Conflict, Contradiction, Side
from remnant.model.document import (
    Anchor,
    Document,
    Note,
    Quotation,
    Section,
    SectionKind,
)
from remnant.model.finding import Issue, Reason, Severity
from remnant.model.incident import EventMention, Incident, Link, Scope, Verdict
from remnant.model.lineage import Derivation, Derives, Fingerprint, Named, Work
from remnant.model.obligation import Deadline, DeadlineStatus, Obligation, Standing, Voted
from remnant.model.record import DocumentResult
from remnant.model.resolution import Candidate, Resolution, ResolvedClaim, Value
from remnant.model.source import Capture, Metadata, Provenance, Stated
from remnant.model.span import Span
from remnant.model.value import (
    DateInterval,
    GeoPrecision,
    Location,
    Quantity,
    Reference,
    ReferenceKind,
)

WORDS = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"], exclude_characters="\x00"),
    max_size=12,
)
"""Any short text that a file can hold. PostgreSQL cannot store U+0000, nor do readers give it."""

NAMES = st.text(alphabet="abcdef0123456789-", min_size=1, max_size=8)
"""Short identifiers."""

SCORES = st.floats(min_value=0, max_value=1, allow_nan=False)
"""Scores from 0.0 to 1.0."""


T = TypeVar("T")


def tuples(values: SearchStrategy[T]) -> SearchStrategy[tuple[T, ...]]:
    """Give short tuples of the values."""
    return st.lists(values, max_size=2).map(tuple)


def optional(values: SearchStrategy[T]) -> SearchStrategy[T | None]:
    """Give `None` or one of the values."""
    return st.none() | values


def quantities() -> SearchStrategy[Quantity]:
    """Give numbers with or without bounds."""
    bounds = st.tuples(st.integers(0, 900), st.integers(0, 90))
    return st.one_of(
        bounds.map(lambda pair: Quantity(pair[0], pair[0] + pair[1])),
        st.builds(Quantity, st.integers(0, 900), st.none()),
        st.builds(Quantity, st.none(), optional(st.integers(0, 900))),
    )


def dates() -> SearchStrategy[DateInterval]:
    """Give days, months, years, intervals, open intervals and days of unknown year."""
    days = st.dates().map(lambda day: DateInterval(day.isoformat()))
    intervals = st.tuples(st.dates(), st.dates()).map(
        lambda pair: DateInterval(f"{min(pair).isoformat()}/{max(pair).isoformat()}")
    )
    forms = ["2020-10", "2016", "2008/2009", "2015/..", "../2019", "XXXX-12", "XXXX-11-30"]
    return st.one_of(days, intervals, st.sampled_from(forms).map(DateInterval))


def references(kind: ReferenceKind | None = None) -> SearchStrategy[Reference]:
    """Give knowledge entries, of one kind or of any."""
    kinds = st.sampled_from(ReferenceKind) if kind is None else st.just(kind)
    return st.builds(Reference, kinds, WORDS, NAMES | st.just(""))


def locations() -> SearchStrategy[Location]:
    """Give places, with and without coordinates."""
    return st.builds(
        Location,
        name=WORDS,
        id=NAMES | st.just(""),
        country=st.sampled_from(["", "AZ", "SY"]),
        region=WORDS,
        latitude=optional(st.floats(-90, 90)),
        longitude=optional(st.floats(-180, 180)),
        precision=st.sampled_from(GeoPrecision),
    )


def values() -> SearchStrategy[Value]:
    """Give everything that words can stand for."""
    return st.one_of(references(), locations(), dates(), quantities())


def reasons() -> SearchStrategy[Reason]:
    """Give reasons."""
    return st.builds(Reason, NAMES, WORDS, WORDS, WORDS, SCORES, tuples(NAMES))


def issues() -> SearchStrategy[Issue]:
    """Give problems of a document."""
    return st.builds(Issue, NAMES, WORDS, st.sampled_from(Severity), optional(st.integers(0, 9)))


@st.composite
def spans(draw: st.DrawFn, document: Document | None = None) -> Span:
    """Give spans, of one document's text or of any."""
    if document is None:
        start = draw(st.integers(0, 99))
        quote = draw(WORDS.filter(bool))
        return Span(draw(NAMES), start, start + len(quote), quote)
    start = draw(st.integers(0, len(document.text) - 1))
    return document.span(start, draw(st.integers(start + 1, len(document.text))))


def metadata() -> SearchStrategy[Metadata]:
    """Give metadata with some fields unknown."""
    fields = ("title", "publisher", "author", "published", "kind", "address", "language")
    stated = optional(st.builds(Stated, WORDS, st.sampled_from(Provenance), WORDS))
    return st.builds(Metadata, **dict.fromkeys((*fields, "digest_of"), stated))


def captures() -> SearchStrategy[Capture]:
    """Give captures."""
    return st.builds(
        Capture,
        id=NAMES,
        sha256=st.text("0123456789abcdef", min_size=64, max_size=64),
        size=st.integers(0, 2**40),
        origin=WORDS,
        captured=st.just("2020-10-05T12:00:00Z"),
        media_type=st.sampled_from(["text/plain", "text/html", "application/pdf"]),
        headers=tuples(st.tuples(WORDS, WORDS)),
        given=metadata(),
    )


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Give documents of one to three sections, with notes, quotations and a map."""
    blocks = draw(st.lists(WORDS.filter(bool), min_size=1, max_size=3))
    sections = []
    start = 0
    for block in blocks:
        kind = draw(st.sampled_from(SectionKind))
        sections.append(Section(kind, start, start + len(block), locator=draw(WORDS)))
        start += len(block) + 1
    return Document(
        id=draw(NAMES),
        capture=draw(captures()),
        text="\n".join(blocks),
        metadata=draw(metadata()),
        sections=tuple(sections),
        notes=draw(tuples(st.builds(Note, NAMES, st.just(0), st.just(1), st.just(((0, 1),))))),
        quotations=draw(tuples(st.builds(Quotation, st.just(0), st.just(1), st.just((0, 1))))),
        anchors=draw(tuples(st.builds(Anchor, st.just(0), st.integers(-1, 9), WORDS))),
        issues=draw(tuples(issues())),
        reader=draw(NAMES),
    )


def mentions(document: Document | None = None) -> SearchStrategy[Mention]:
    """Give words that fill a slot."""
    return st.builds(
        Mention,
        slot=st.sampled_from(Slot),
        span=spans(document),
        carried=st.booleans(),
        entry=NAMES | st.just(""),
        referent=optional(spans(document)),
    )


def attributions(document: Document | None = None) -> SearchStrategy[Attribution]:
    """Give chains of speakers."""
    return st.builds(
        Attribution, tuples(tuples(mentions(document))), optional(spans(document)), st.booleans()
    )


def claims(document: Document | None = None) -> SearchStrategy[Claim]:
    """Give claims, of one document or of any."""
    stances = st.sampled_from(Stance)
    return st.builds(
        Claim,
        id=NAMES,
        kind=st.sampled_from(ClaimKind),
        passage=spans(document),
        stance=stances,
        commitment=st.builds(Commitment, stances, stances, stances),
        attribution=attributions(document),
        mentions=tuples(mentions(document)),
        role=optional(st.sampled_from(ActorRole)),
        ballot=optional(st.sampled_from(Ballot)),
        membership=optional(st.sampled_from(Membership)),
        notes=tuples(NAMES),
        basis=tuples(st.sampled_from(Basis)),
        general=st.booleans(),
        also=tuples(spans(document)),
        extractor=NAMES,
    )


def candidates() -> SearchStrategy[Candidate]:
    """Give things that words may stand for."""
    return st.builds(Candidate, values(), SCORES, tuples(reasons()))


@st.composite
def resolved_claims(draw: st.DrawFn, document: Document | None = None) -> ResolvedClaim:
    """Give claims with a resolution for each mention."""
    claim = draw(claims(document))
    return ResolvedClaim(
        claim,
        tuple(
            Resolution(claim.id, mention, draw(tuples(candidates())), draw(st.booleans()))
            for mention in claim.mentions
        ),
    )


def events(document: str | None = None) -> SearchStrategy[EventMention]:
    """Give event mentions, of one document or of any."""
    return st.builds(
        EventMention,
        id=NAMES,
        document=NAMES if document is None else st.just(document),
        scope=st.sampled_from(Scope),
        claims=tuples(NAMES),
        actors=tuples(references(ReferenceKind.ACTOR)),
        weapons=tuples(references(ReferenceKind.WEAPON)),
        places=tuples(locations()),
        date=optional(dates()),
        killed=optional(quantities()),
        injured=optional(quantities()),
    )


def links() -> SearchStrategy[Link]:
    """Give comparisons of two event mentions."""
    return st.builds(Link, NAMES, NAMES, SCORES, st.sampled_from(Verdict), tuples(reasons()), NAMES)


def incidents() -> SearchStrategy[Incident]:
    """Give incidents."""
    return st.builds(
        Incident,
        number=st.integers(1, 9999).map(lambda number: f"R-{number:04d}"),
        scope=st.sampled_from(Scope),
        mentions=tuples(events()),
        links=tuples(links()),
        actors=tuples(references(ReferenceKind.ACTOR)),
        weapons=tuples(references(ReferenceKind.WEAPON)),
        place=optional(locations()),
        places=tuples(locations()),
        date=optional(dates()),
        episode=st.sampled_from(["", "R-0007"]),
        absorbed=tuples(NAMES),
    )


def works() -> SearchStrategy[Work]:
    """Give works."""
    return st.builds(Work, NAMES, WORDS, NAMES, optional(dates()), NAMES | st.just(""))


def derivations() -> SearchStrategy[Derives]:
    """Give edges of the lineage graph."""
    return st.builds(
        Derives,
        NAMES,
        NAMES,
        st.sampled_from(Derivation),
        tuples(spans()),
        SCORES,
        reasons(),
        tuples(NAMES),
    )


def fingerprints() -> SearchStrategy[Fingerprint]:
    """Give fingerprints of documents."""
    named = st.builds(
        Named,
        works(),
        st.sampled_from(Derivation),
        tuples(spans()),
        tuples(NAMES),
        reasons(),
        SCORES,
    )
    signatures = tuples(st.integers(0, 2**64 - 1))
    return st.builds(Fingerprint, works(), tuples(NAMES), signatures, tuples(named))


def origins() -> SearchStrategy[Origin]:
    """Give independent origins."""
    return st.builds(
        Origin,
        NAMES,
        WORDS,
        st.booleans(),
        tuples(NAMES),
        tuples(NAMES),
        tuples(st.sampled_from(Basis)),
        tuples(NAMES),
        tuples(reasons()),
    )


def contradictions() -> SearchStrategy[Contradiction]:
    """Give contradictions."""
    sides = st.builds(Side, WORDS, tuples(NAMES), tuples(NAMES))
    clash = st.sampled_from(Clash)
    return st.builds(
        Contradiction, st.sampled_from(Conflict), tuples(sides), WORDS, clash, WORDS, NAMES
    )


def denials() -> SearchStrategy[Denial]:
    """Give denials."""
    scopes = st.sampled_from(DenialScope)
    return st.builds(Denial, NAMES, NAMES, scopes, tuples(NAMES), st.booleans(), spans(), reasons())


def people() -> SearchStrategy[People]:
    """Give who a figure counts."""
    return st.builds(People, *(st.sampled_from(one) for one in (Status, Age, Sex)))


def figures() -> SearchStrategy[Figure]:
    """Give one figure of killed and injured."""
    quantity = optional(quantities())
    return st.builds(
        Figure,
        NAMES,
        NAMES,
        quantity,
        quantity,
        optional(dates()),
        st.booleans(),
        NAMES,
        people(),
        people(),
        tuples(st.builds(Portion, st.booleans(), quantities(), people())),
    )


def casualty_ranges() -> SearchStrategy[CasualtyRange]:
    """Give reconciled casualties."""
    quantity = optional(quantities())
    several = tuples(figures())
    return st.builds(
        CasualtyRange,
        quantity,
        quantity,
        NAMES,
        several,
        several,
        tuples(reasons()),
        NAMES,
        several,
        several,
        tuples(st.builds(Group, NAMES, quantity, quantity, tuples(NAMES))),
    )


def obligations() -> SearchStrategy[Obligation]:
    """Give what a state was bound by."""
    standings = st.sampled_from(Standing)
    day = st.just("2020-10-03")
    deadline = st.builds(
        Deadline, NAMES, NAMES, day, day, st.sampled_from(DeadlineStatus), WORDS, WORDS
    )
    vote = st.builds(Voted, NAMES, day, optional(st.sampled_from(Ballot)), WORDS, WORDS)
    return st.builds(
        Obligation,
        WORDS, NAMES, day, standings, tuples(NAMES), WORDS, WORDS, st.booleans(),
        tuples(reasons()), tuples(deadline), tuples(vote),
    )  # fmt: skip


def assessments() -> SearchStrategy[Assessment]:
    """Give assessments."""
    return st.builds(
        Assessment,
        NAMES,
        st.sampled_from(Grade),
        tuples(reasons()),
        tuples(origins()),
        tuples(contradictions()),
        tuples(denials()),
        casualty_ranges(),
        tuples(obligations()),
        NAMES,
    )


@st.composite
def results(draw: st.DrawFn) -> DocumentResult:
    """Give what one document gives."""
    document = draw(documents())
    resolved = st.lists(resolved_claims(document), max_size=2, unique_by=lambda one: one.claim.id)
    mentioned = st.lists(events(document.id), max_size=2, unique_by=lambda one: one.id)
    return DocumentResult(
        document=document,
        resolved=tuple(draw(resolved)),
        mentions=tuple(draw(mentioned)),
        fingerprint=draw(fingerprints()),
    )
