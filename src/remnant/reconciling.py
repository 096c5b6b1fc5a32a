"""Reconciles what a build wrote: links, incidents, lineage and assessments that it touches.

It gives what `pipeline.reconcile` gives over all documents, and looks only at what can
differ: the neighbours of a new event mention by its blocking keys, of a document by its
trace keys, of a denial by the parties it speaks for.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from remnant.assess import (
    ANYWHERE,
    DENYING,
    Evidence,
    Testimony,
    accused_keys,
    answer_keys,
    area_keys,
    assess,
    denial_keys,
    gathered,
    is_denial,
    reviewed,
    reviews,
    testimony,
    trace_keys,
)
from remnant.dossier import Dossier
from remnant.knowledge import Knowledge
from remnant.link import blocking_keys, compare, component_of, recluster, serial, within_episodes
from remnant.model.assessment import Lineage, Review
from remnant.model.decision import ON_MENTIONS, Decision, Run
from remnant.model.incident import EventMention, Founding, Incident, Link, Scope, Verdict
from remnant.model.record import DocumentResult
from remnant.retracing import PUBLISHES, retrace, undecided
from remnant.store import Session, Unfinished

DOCUMENTS_AT_HAND = 512
"""Documents whose claims are kept in memory while incidents are assessed."""

DENIALS_AT_HAND = 2048
"""Documents whose denials alone, and what they rest on, are kept meanwhile: they are small."""

ACCUSES = "accuses:"
AREA = "area:"
DENIES = "denies:"
"""Prefixes of the keys by which a denial finds those it answers, and they find it.

A document has the last, an event mention the first two.
"""


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
    gathered = relink(session, touched, dossier=dossier, run=run)
    traced = retrace(session, touched, decisions=decisions, knowledge=knowledge, run=run)
    numbers = gathered | _numbers_of_documents(session, traced)
    numbers |= _numbers_answered(session, {*touched.trace_keys, *session.trace_keys_of(traced)})
    numbers |= unreviewed(session, given)
    assessed = reassess(session, numbers, reviews=given, knowledge=knowledge, run=run)
    session.finish_run(run.id, ended=now())
    return Outcome(len(touched.documents) + len(touched.gone), len(gathered), assessed)


def waiting(session: Session, decisions: Sequence[Decision]) -> bool:
    """Say whether a person's decision on lineage or a grade is not in force yet."""
    return bool(undecided(session, decisions) or unreviewed(session, reviews(decisions)))


def unreviewed(session: Session, given: dict[str, Review]) -> frozenset[str]:
    """Return the incidents whose stored assessment has not the grade that a person gave."""
    return frozenset(
        number
        for number in sorted(given)
        if _current(session, number) is not None and _review(session, number) != given[number]
    )


def _review(session: Session, number: str) -> Review | None:
    try:
        return session.assessment(number).review
    except KeyError:  # gathered in this build, and not assessed yet
        return None


# Links and incidents


def relink(session: Session, touched: Unfinished, *, dossier: Dossier, run: Run) -> frozenset[str]:
    """Compare the new event mentions with their neighbours and gather what they touch anew.

    Returns:
        The numbers of incidents and episodes that were gathered or are gone.
    """
    decisions = [one for one in dossier.decisions() if one.judgement in ON_MENTIONS]
    far_ends = _compare_new(session, touched, run=run)
    affected = _affected(session, {*touched.mentions, *far_ends}, decisions)
    before = {one.number: one for one in session.incidents_of(affected)}
    mentions = session.mentions(affected)
    given_out = dossier.foundings()
    numbers = {one.number for one in given_out}
    linked = recluster(
        mentions,
        [one for one in session.links_of(affected) if one.verdict is not Verdict.DIFFERENT],
        decisions=decisions,
        foundings=_concerned(given_out, touched, affected),
        episodes=[one for one in session.episodes() if one.number not in before],
        last=max((serial(one.number) for one in given_out), default=0),
    )
    # The journal first: a number that a crash leaves without an incident is found again.
    dossier.give_out(tuple(one for one in linked.foundings if one.number not in numbers))
    session.write_foundings(linked.foundings, run=run.id)
    after = {one.number: one for one in linked.incidents}
    session.write_incidents(linked.incidents, run=run.id)
    session.withdraw_incidents(sorted(before.keys() - after.keys()), run=run.id)
    moved = _place_again(session, before.values(), after.values(), run=run)
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


def _concerned(
    foundings: Iterable[Founding], touched: Unfinished, affected: frozenset[str]
) -> list[Founding]:
    """Return the numbers given out for affected mentions or in touched documents.

    A document that is read anew may have another identifier; its numbers go with it.
    """
    renamed = dict(touched.renamed)
    documents = {*touched.documents, *touched.gone}
    return [
        replace(one, document=renamed.get(one.document, one.document))
        for one in foundings
        if one.mention in affected or one.document in documents
    ]


def _place_again(
    session: Session, before: Iterable[Incident], after: Iterable[Incident], *, run: Run
) -> frozenset[str]:
    """Put every incident into its episode again if the extent of some episode changed."""
    if _extents(before) == _extents(after):
        return frozenset()
    episodes = session.episodes()
    moved: list[Incident] = []
    for incident in session.incidents():
        (placed,) = within_episodes((incident,), episodes)
        if placed != incident:
            moved.append(placed)
    session.write_incidents(moved, run=run.id)
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
    for number in session.by_document(numbers):
        incident = _current(session, number)
        if incident is None:
            continue
        evidence = _evidence(session, incident, at_hand, knowledge=knowledge)
        assessment = assess(incident, evidence=evidence, knowledge=knowledge)
        session.write_assessments((reviewed(assessment, reviews),), run=run.id)
        assessed += 1
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
    answers = (DENIES + key for key in answer_keys(incident, knowledge=knowledge))
    denying = session.documents_sharing(answers) - speaking
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


def _current(session: Session, number: str) -> Incident | None:
    try:
        incident = session.incident(number)
    except KeyError:
        return None
    return incident if incident.number == number else None


def _numbers_of_documents(session: Session, documents: Iterable[str]) -> frozenset[str]:
    """Return the incidents that some documents speak of."""
    current = session.documents_among(documents)
    mentions = {one.id for document in current for one in session.mentions_in(document)}
    return session.numbers_of(mentions)


def _numbers_answered(session: Session, trace_keys: Iterable[str]) -> frozenset[str]:
    """Return the incidents that accuse a party for which some denial was made at their place.

    One event mention of an incident may name the party, and another the place.
    """
    denied: dict[str, set[str]] = defaultdict(set)
    for key in trace_keys:
        if key.startswith(DENIES):
            party, _, area = key.removeprefix(DENIES).partition("|")
            denied[party] |= {area} - {""}
    numbers: set[str] = set()
    for party, areas in denied.items():
        accused = session.numbers_sharing([ACCUSES + party])
        if ANYWHERE not in areas:
            accused &= session.numbers_sharing(AREA + area for area in (*areas, ANYWHERE))
        numbers |= accused
    return frozenset(numbers)


def mention_keys(mention: EventMention, *, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the keys under which an event mention meets others, and the denials of it."""
    return (
        *blocking_keys(mention),
        *(ACCUSES + key for key in accused_keys(mention, knowledge=knowledge)),
        *(AREA + key for key in area_keys(mention)),
    )


def document_keys(result: DocumentResult, *, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the keys under which a document meets others: by lineage, and by its denials."""
    denied = denial_keys(result.resolved, knowledge=knowledge)
    works = (result.fingerprint.work, *(one.work for one in result.fingerprint.named))
    return (
        *trace_keys(result.fingerprint, knowledge=knowledge),
        *(DENIES + key for key in denied),
        *sorted({PUBLISHES + work.publisher for work in works}),
    )
