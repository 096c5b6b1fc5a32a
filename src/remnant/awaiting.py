"""Which decisions of people the record does not follow yet: on lineage, and on grades."""

from collections.abc import Mapping, Sequence

from remnant.assess import reviews
from remnant.model.assessment import Review
from remnant.model.decision import ON_WORKS, Decision, Judgement, latest
from remnant.model.lineage import Derivation
from remnant.store import Session


def waiting(session: Session, decisions: Sequence[Decision]) -> bool:
    """Say whether some decision on lineage or on a grade is not in force yet."""
    return bool(undecided(session, decisions) or unreviewed(session, reviews(decisions)))


def undecided(session: Session, decisions: Sequence[Decision]) -> frozenset[str]:
    """Return the documents of which a decision on their lineage is not in force yet."""
    held = latest(decisions, ON_WORKS)
    there = session.lineage_of({work for pair in held for work in pair})
    works = {one.id for one in there.works}
    edges: dict[tuple[str, str], set[str]] = {}
    for one in there.edges:
        if one.kind is not Derivation.RELATED:
            edges.setdefault((one.child, one.parent), set()).add(one.decision)
    late = {
        pair
        for pair, decision in held.items()
        if works.issuperset(pair)
        and edges.get(pair, set() if decision.judgement is Judgement.ADD else {decision.id})
        != {decision.id}
    }
    return frozenset(session.documents_among(child for child, _ in late))


def unreviewed(session: Session, given: Mapping[str, Review]) -> frozenset[str]:
    """Return the current incidents whose stored assessment has not the grade a person gave."""
    there = session.incidents_numbered(sorted(given))
    return frozenset(
        one.number for one in there if _review(session, one.number) != given[one.number]
    )


def _review(session: Session, number: str) -> Review | None:
    """Return the review that is in force. What was gathered in this build has none yet."""
    try:
        return session.assessment(number).review
    except KeyError:
        return None
