"""What people decided of the lineage: an edge cut, added or confirmed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from remnant.model.decision import ON_WORKS, Decision, Judgement, latest
from remnant.model.finding import Reason
from remnant.model.lineage import Derivation, Derives, Lineage, Work
from remnant.model.value import DateInterval
from remnant.model.words import dated

SAID = {
    Judgement.CUT: "it does not rest on it",
    Judgement.ADD: "it rests on it",
    Judgement.CONFIRM: "it does rest on it",
}


def decided(
    lineage: Lineage, decisions: Sequence[Decision], *, known: Iterable[Work] = ()
) -> Lineage:
    """Return the graph with people's decisions worked in.

    An edge that was cut stays, marked as cut, so that it can be seen and taken back. A
    decision on works that are not there waits until they are.
    """
    held = latest(decisions, ON_WORKS)
    if not held:
        return lineage
    works = {work.id: work for work in (*known, *lineage.works)}
    edges = [_judged(edge, held.get((edge.child, edge.parent))) for edge in lineage.edges]
    present = {(edge.child, edge.parent) for edge in edges}
    drawn = {work.id for work in lineage.works}
    for (child, parent), decision in sorted(held.items()):
        if decision.judgement is not Judgement.CUT and child in drawn and parent in works:
            edges.extend(_added(decision, works[child], works[parent], present))
            drawn.add(parent)
    edges.sort(key=lambda edge: (edge.child, edge.parent, edge.kind))
    return Lineage(tuple(works[name] for name in sorted(drawn)), tuple(edges))


def in_force(edges: Iterable[Derives]) -> Iterator[Derives]:
    """Yield the edges that nobody cut."""
    return (edge for edge in edges if not edge.cut)


def _judged(edge: Derives, decision: Decision | None) -> Derives:
    if decision is None or edge.kind is Derivation.RELATED:
        return edge
    return replace(
        edge,
        decision=decision.id,
        cut=decision.judgement is Judgement.CUT,
        score=0.0 if decision.judgement is Judgement.CUT else 1.0,
        reason=_reason(decision, edge.reason.left, edge.reason.right, edge.reason.sentence),
    )


def _added(
    decision: Decision, child: Work, parent: Work, present: set[tuple[str, str]]
) -> Iterator[Derives]:
    if decision.judgement is Judgement.ADD and (child.id, parent.id) not in present:
        reason = _reason(decision, child.label, parent.label)
        yield Derives(
            child.id, parent.id, Derivation.REPEATS, (), 1.0, reason, decision=decision.id
        )


def _reason(decision: Decision, left: str, right: str, found: str = "") -> Reason:
    when = dated(DateInterval(decision.at[:10]))
    said = f"{decision.by} decided {when}: {SAID[decision.judgement]}."
    sentence = " ".join(part for part in (said, decision.note, found) if part)
    return Reason("decision", sentence, left, right)
