"""Assesses anew the incidents that a change touches, each from the documents that bear on it."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain

from remnant.assess import (
    DENYING,
    Evidence,
    Testimony,
    assess,
    gathered,
    is_denial,
    reaches,
    reviewed,
    testimony,
)
from remnant.knowledge import Knowledge
from remnant.meeting import DENIES, incident_keys
from remnant.model.assessment import Review
from remnant.model.decision import Run
from remnant.model.incident import Incident
from remnant.model.lineage import Lineage
from remnant.store import Session, Unfinished, batches

DOCUMENTS_AT_HAND = 512
"""Documents whose claims are kept in memory while incidents are assessed."""

DENIALS_AT_HAND = 2048
"""Documents whose denials alone, and what they rest on, are kept meanwhile: they are small."""

FEW = 25
"""Documents whose denials are held against the places of incidents one by one."""


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
        incidents = session.incidents_numbered(batch)
        denying = _denying(session, incidents, knowledge)
        for incident in incidents:
            evidence = _evidence(incident, denying[incident.number], at_hand)
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


def _denying(
    session: Session, incidents: Sequence[Incident], knowledge: Knowledge
) -> dict[str, frozenset[str]]:
    """Return the documents with a denial that may answer each incident, by its number."""
    keys = {one.number: incident_keys(one, knowledge=knowledge) for one in incidents}
    found = session.documents_by_key(chain.from_iterable(keys.values()))
    nobody: frozenset[str] = frozenset()
    return {
        number: nobody.union(*(found.get(key, nobody) for key in theirs))
        for number, theirs in keys.items()
    }


def _evidence(incident: Incident, denying: frozenset[str], at_hand: _AtHand) -> Evidence:
    speaking = {mention.document for mention in incident.mentions}
    denying = denying - speaking
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


def numbers_of_documents(session: Session, documents: Iterable[str]) -> frozenset[str]:
    """Return the incidents that some documents speak of."""
    return session.numbers_of(session.mentions_named_in(documents))


def answered(
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
