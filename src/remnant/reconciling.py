"""Reconciles what a build wrote: links, incidents, lineage and assessments that it touches.

It gives what `pipeline.reconcile` gives over all documents, and looks only at what can
differ: the neighbours of a new event mention by its blocking keys, of a document by its
trace keys, of a denial by the parties it speaks for.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from remnant.assess import (
    DENYING,
    Evidence,
    Testimony,
    answer_keys,
    assess,
    denial_keys,
    gathered,
    is_denial,
    is_told,
    published,
    reaches,
    reviewed,
    reviews,
    testimony,
    trace_keys,
)
from remnant.dossier import Dossier
from remnant.knowledge import Knowledge
from remnant.link import blocking_keys, compare, component_of, recluster, serial, within_episodes
from remnant.model.assessment import Lineage, Review
from remnant.model.decision import BEGINNING, ON_MENTIONS, Decision, Run
from remnant.model.incident import EventMention, Founding, Incident, Link, Scope, Verdict
from remnant.model.record import DocumentResult
from remnant.retracing import PUBLISHES, retrace, unreviewed, waiting
from remnant.store import Session, Unfinished, batches

DOCUMENTS_AT_HAND = 512
"""Documents whose claims are kept in memory while incidents are assessed."""

FEW = 25
"""Documents whose denials are held against the places of incidents one by one."""

DENIALS_AT_HAND = 2048
"""Documents whose denials alone, and what they rest on, are kept meanwhile: they are small."""

NUMBERS = "numbers"
"""Names the journal of incident numbers among those of which the record keeps a mark."""

DENIES = "denies:"
"""Prefix of the keys by which a denial and the incidents that it may answer find each other."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a reconciliation did.

    Attributes:
        documents: How many documents were new or changed.
        incidents: How many incidents and episodes were gathered anew.
        assessed: How many were assessed anew.
    """

    documents: int
    incidents: int
    assessed: int


def reconcile_touched(
    session: Session, *, dossier: Dossier, knowledge: Knowledge, run: Run, now: Callable[[], str]
) -> Outcome:
    """Reconcile what open runs wrote, and end the run."""
    touched = session.unfinished()
    decisions = dossier.decisions()
    given = reviews(decisions)
    if not touched and not waiting(session, decisions):
        session.finish_run(run.id, ended=now())
        return Outcome(0, 0, 0)
    gathered = relink(session, touched, dossier=dossier, knowledge=knowledge, run=run)
    traced = retrace(session, touched, decisions=decisions, knowledge=knowledge, run=run)
    numbers = gathered | _numbers_of_documents(session, traced)
    numbers |= _answered(session, touched, traced, but=numbers)
    numbers |= unreviewed(session, given)
    assessed = reassess(session, numbers, reviews=given, knowledge=knowledge, run=run)
    session.write_mark(NUMBERS, dossier.numbers_journal.mark(), run=run.id)
    session.finish_run(run.id, ended=now())
    return Outcome(len(touched.documents) + len(touched.gone), len(gathered), assessed)


# Links and incidents


def relink(
    session: Session, touched: Unfinished, *, dossier: Dossier, knowledge: Knowledge, run: Run
) -> frozenset[str]:
    """Compare the new event mentions with their neighbours and gather what they touch anew.

    Returns:
        The numbers of incidents and episodes that were gathered or are gone.
    """
    decisions = [one for one in dossier.decisions() if one.judgement in ON_MENTIONS]
    far_ends = _compare_new(session, touched, run=run)
    affected = _affected(session, {*touched.mentions, *far_ends}, decisions)
    before = {one.number: one for one in session.incidents_of(affected)}
    mentions = session.mentions(affected)
    held = _held(session, touched, mentions, dossier=dossier, run=run)
    linked = recluster(
        mentions,
        [one for one in session.links_of(affected) if one.verdict is not Verdict.DIFFERENT],
        decisions=decisions,
        foundings=held.foundings,
        episodes=[one for one in session.episodes() if one.number not in before],
        last=held.last,
    )
    # The journal first: a number that a crash leaves without an incident is found again.
    dossier.give_out([one for one in linked.foundings if serial(one.number) > held.last])
    session.write_foundings(linked.foundings, run=run.id)
    after = {one.number: one for one in linked.incidents}
    _write_incidents(session, linked.incidents, knowledge=knowledge, run=run)
    session.withdraw_incidents(sorted(before.keys() - after.keys()), run=run.id)
    moved = _place_again(session, before.values(), after.values(), knowledge=knowledge, run=run)
    return frozenset({*before, *after, *moved})


def _compare_new(session: Session, touched: Unfinished, *, run: Run) -> set[str]:
    """Write the links of the current mentions of touched documents; return their far ends."""
    fresh = session.mentions(touched.mentions)
    new = frozenset(one.id for one in fresh)
    neighbours = session.mentions_sharing({key for one in fresh for key in blocking_keys(one)})
    pool = {one.id: one for one in (*neighbours, *fresh)}
    links = compare(tuple(pool.values()), new=new)
    found = {(one.left, one.right) for one in links}
    lapsed = [
        replace(one, probability=0.0, verdict=Verdict.DIFFERENT, reasons=())
        for one in session.links_of(new)
        if (one.left, one.right) not in found and one.verdict is not Verdict.DIFFERENT
    ]
    session.write_links((*links, *lapsed), run=run.id)
    return {end for one in (*links, *lapsed) for end in (one.left, one.right)}


def _affected(session: Session, touched: set[str], decisions: Sequence[Decision]) -> frozenset[str]:
    """Return all mentions whose incident may change: whole components and whole incidents."""
    affected = frozenset(touched)
    while True:
        members = {mention.id for one in session.incidents_of(affected) for mention in one.mentions}
        links: list[Link] = list(session.links_of(affected | members))
        grown = component_of(sorted(affected | members), links, decisions=decisions)
        if grown <= affected:
            return affected
        affected |= grown


@dataclass(frozen=True, slots=True)
class _Held:
    """The incident numbers that mentions at hand may hold, and the highest given out."""

    foundings: tuple[Founding, ...]
    last: int


def _held(
    session: Session,
    touched: Unfinished,
    mentions: Sequence[EventMention],
    *,
    dossier: Dossier,
    run: Run,
) -> _Held:
    """Return the numbers held by mentions, or given out in touched documents.

    In a document that is read anew a number goes by the passage that it was first given out
    for; the document may have another identifier. Elsewhere it stays with its mention. What
    the journal holds and the record does not is written to the record first.
    """
    _catch_up(session, dossier, run=run)
    renamed = dict(touched.renamed)
    documents = {*touched.documents, *touched.gone, *renamed}
    first = {one.number: one for one in session.foundings_given_in(documents)}
    here = session.foundings_of(one.id for one in mentions if one.document not in documents)
    moved = (
        replace(one, document=renamed.get(one.document, one.document)) for one in first.values()
    )
    held = {one.number: one for one in (*here, *moved)}
    last = dossier.last_number()
    return _Held(tuple(held[number] for number in sorted(held)), serial(last) if last else 0)


def _catch_up(session: Session, dossier: Dossier, *, run: Run) -> None:
    """Write the numbers of the journal that the record does not hold: those of a killed build."""
    marked = session.mark(NUMBERS)
    given = dossier.given_out_since(marked[0] if marked else BEGINNING)
    known = {one.number for one in session.foundings(one.number for one in given)}
    session.write_foundings((one for one in given if one.number not in known), run=run.id)


def _write_incidents(
    session: Session, incidents: Sequence[Incident], *, knowledge: Knowledge, run: Run
) -> None:
    keys = {one.number: incident_keys(one, knowledge=knowledge) for one in incidents}
    session.write_incidents(incidents, keys=keys, run=run.id)


def _place_again(
    session: Session,
    before: Iterable[Incident],
    after: Iterable[Incident],
    *,
    knowledge: Knowledge,
    run: Run,
) -> frozenset[str]:
    """Put every incident into its episode again if the extent of some episode changed."""
    if _extents(before) == _extents(after):
        return frozenset()
    episodes = session.episodes()
    moved: list[Incident] = []
    for batch in batches(session.incidents()):
        placed = within_episodes(batch, episodes)
        moved += [new for old, new in zip(batch, placed, strict=True) if new != old]
    _write_incidents(session, moved, knowledge=knowledge, run=run)
    return frozenset(one.number for one in moved)


def _extents(incidents: Iterable[Incident]) -> set[tuple[object, ...]]:
    return {
        (one.number, one.date, one.places, one.actors)
        for one in incidents
        if one.scope is Scope.EPISODE
    }


# Assessments


def reassess(
    session: Session,
    numbers: Iterable[str],
    *,
    reviews: dict[str, Review],
    knowledge: Knowledge,
    run: Run,
) -> int:
    """Assess incidents anew, each from the documents that bear on it. Returns how many."""
    at_hand = _AtHand(session, knowledge)
    assessed = 0
    for batch in batches(session.by_document(numbers)):
        found = []
        for incident in session.incidents_numbered(batch):
            evidence = _evidence(session, incident, at_hand, knowledge=knowledge)
            assessment = assess(incident, evidence=evidence, knowledge=knowledge)
            found.append(reviewed(assessment, reviews))
        session.write_assessments(found, run=run.id)
        assessed += len(found)
    return assessed


class _AtHand:
    """What documents contribute, kept for the next incident: neighbours share documents."""

    def __init__(self, session: Session, knowledge: Knowledge) -> None:
        def whole(document: str) -> Testimony:
            return testimony(*session.claims_of(document), knowledge=knowledge)

        def denials(document: str) -> Testimony:
            read, resolved = session.claims_of(document, DENYING)
            denying = [one for one in resolved if is_denial(one)]
            return testimony(read, denying, knowledge=knowledge)

        def above(document: str) -> Lineage:
            return session.lineage_above((document,))

        self.whole = lru_cache(DOCUMENTS_AT_HAND)(whole)
        self.denials = lru_cache(DENIALS_AT_HAND)(denials)
        self.above = lru_cache(DENIALS_AT_HAND)(above)


def _evidence(
    session: Session, incident: Incident, at_hand: _AtHand, *, knowledge: Knowledge
) -> Evidence:
    speaking = {mention.document for mention in incident.mentions}
    denying = session.documents_sharing(incident_keys(incident, knowledge=knowledge)) - speaking
    lineages = [at_hand.above(document) for document in sorted(speaking | denying)]
    works = {work.id: work for lineage in lineages for work in lineage.works}
    edges = tuple(chain.from_iterable(lineage.edges for lineage in lineages))
    return gathered(
        [
            *(at_hand.whole(document) for document in sorted(speaking)),
            *(at_hand.denials(document) for document in sorted(denying)),
        ],
        lineage=Lineage(tuple(works[name] for name in sorted(works)), edges),
    )


def _numbers_of_documents(session: Session, documents: Iterable[str]) -> frozenset[str]:
    """Return the incidents that some documents speak of."""
    current = session.documents_among(documents)
    mentions = {one.id for document in current for one in session.mentions_in(document)}
    return session.numbers_of(mentions)


def _answered(
    session: Session, touched: Unfinished, traced: frozenset[str], *, but: frozenset[str]
) -> frozenset[str]:
    """Return the incidents that some denial may answer, without those known to be touched.

    Where few documents are new and no other was touched, their denials are held against the
    places of the incidents that their keys find, which costs less than assessing them. What
    an earlier reading denied can only be told by its keys.
    """
    keys = {*touched.trace_keys, *session.trace_keys_of(traced)}
    numbers = session.numbers_keyed(key for key in keys if key.startswith(DENIES)) - but
    documents = {*touched.documents, *traced}
    if touched.gone or touched.reread or len(documents) > FEW:
        return numbers
    said = (session.claims_of(one, DENYING)[1] for one in session.documents_among(documents))
    denials = [one for one in chain.from_iterable(said) if is_denial(one)]
    return frozenset(
        incident.number
        for batch in batches(sorted(numbers))
        for incident in session.incidents_numbered(batch)
        if any(reaches(one, incident) for one in denials)
    )


def document_keys(result: DocumentResult, *, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the keys under which a document meets others: by lineage, and by its denials."""
    works = (result.fingerprint.work, *(one.work for one in result.fingerprint.named))
    return (
        *trace_keys(result.fingerprint, knowledge=knowledge),
        *(DENIES + key for key in _denied(result, knowledge)),
        *sorted({PUBLISHES + work.publisher for work in works}),
    )


def _denied(result: DocumentResult, knowledge: Knowledge) -> Iterator[str]:
    """Yield the keys of its denials. One that rests on another work may be of any day."""
    told = {
        claim for named in result.fingerprint.named if is_told(named.work) for claim in named.claims
    }
    own = [one for one in result.resolved if one.claim.id not in told]
    others = [one for one in result.resolved if one.claim.id in told]
    yield from denial_keys(own, day=published(result.document), knowledge=knowledge)
    yield from denial_keys(others, day=None, knowledge=knowledge)


def incident_keys(incident: Incident, *, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the keys under which denials meet an incident."""
    return tuple(DENIES + key for key in answer_keys(incident, knowledge=knowledge))
