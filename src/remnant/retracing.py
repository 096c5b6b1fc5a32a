"""Finds anew what documents rest on, looking only at those that a change can touch.

Edges of different kinds depend on different neighbours: what a document copies on all that
it shares wording with, what it names on the works that may be the one meant, a statement on
the one before it. For each kind the children whose edges can have changed are found, with
all that bears on them; the other edges stay as they are.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from remnant.assess import (
    HINTS,
    PARTLY,
    WHOLE,
    Neighbourhood,
    Sketch,
    alike,
    counterparts,
    neighbourhood_of,
    relations,
    trace,
    trace_keys,
)
from remnant.awaiting import undecided
from remnant.knowledge import Knowledge
from remnant.meeting import PUBLISHES
from remnant.model.decision import ON_WORKS, Decision, Run, latest
from remnant.model.lineage import Derivation, Derives, Fingerprint, Lineage
from remnant.store import Session, Unfinished


@dataclass(frozen=True, slots=True)
class _Settled:
    """The documents whose edges of each kind are found anew, and the fingerprints for it."""

    children: dict[Neighbourhood, frozenset[str]]
    prints: tuple[Fingerprint, ...]

    def has(self, edge: Derives) -> bool:
        """Say whether an edge is one of those."""
        kind = neighbourhood_of(edge.kind)
        return kind is not None and edge.child in self.children[kind]


def retrace(
    session: Session,
    touched: Unfinished,
    *,
    decisions: Sequence[Decision],
    knowledge: Knowledge,
    run: Run,
) -> frozenset[str]:
    """Find anew what the touched documents and their neighbours rest on.

    Documents that people decided about since are touched too.

    Returns:
        The documents that may rest on something else than before.
    """
    touched = _with_decided(session, touched, decisions, knowledge)
    settled = _settled(session, touched, knowledge)
    children = {*touched.documents, *touched.gone}.union(*settled.children.values())
    found = trace(
        settled.prints,
        knowledge=knowledge,
        decisions=decisions,
        known=session.lineage_of(parent for _, parent in latest(decisions, ON_WORKS)).works,
        copying=settled.children[Neighbourhood.WORDING],
    )
    before = _part(session.lineage_of(children), settled, touched)
    after = _part(found, settled, touched)
    gone = {_key(one) for one in before.edges} - {_key(one) for one in after.edges}
    session.withdraw_edges([one for one in before.edges if _key(one) in gone], run=run.id)
    session.write_lineage(after, run=run.id)
    left = {one.id for one in before.works} - {one.id for one in after.works}
    _drop_unnamed(session, left, run=run)
    _relate(session, touched, knowledge=knowledge, run=run)
    return _resting_anew(before, after) | set(touched.documents)


def _with_decided(
    session: Session, touched: Unfinished, decisions: Sequence[Decision], knowledge: Knowledge
) -> Unfinished:
    fresh = undecided(session, decisions) - set(touched.documents)
    if not fresh:
        return touched
    prints = session.fingerprints_of(sorted(fresh))
    keys = {key for one in prints for key in trace_keys(one, knowledge=knowledge)}
    return replace(
        touched,
        documents=tuple(sorted({*touched.documents, *fresh})),
        trace_keys=tuple(sorted({*touched.trace_keys, *keys})),
    )


def _settled(session: Session, touched: Unfinished, knowledge: Knowledge) -> _Settled:
    prints = _Prints(session)
    own = prints.of(touched.documents)
    children: dict[Neighbourhood, frozenset[str]] = {}
    copying = {
        edge.child
        for edge in session.lineage_of({*touched.documents, *touched.gone}).edges
        if neighbourhood_of(edge.kind) is Neighbourhood.WORDING
    }
    for kind in Neighbourhood:
        near = prints.beside(kind, own, _of(kind, touched.trace_keys), copying=copying)
        changing = {one.work.id: one for one in (*own, *near)}
        children[kind] = frozenset(changing)
        if len(changing) > len(own):  # else all that bears on them is at hand
            theirs = (trace_keys(one, knowledge=knowledge) for one in changing.values())
            around = {key for some in theirs for key in _of(kind, some)}
            prints.beside(kind, changing.values(), around)
    return _Settled(children, tuple(prints.held.values()))


class _Prints:
    """The fingerprints at hand, each read from the record once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.held: dict[str, Fingerprint] = {}

    def of(self, documents: Iterable[str]) -> tuple[Fingerprint, ...]:
        """Return those of documents that are current."""
        asked = sorted(set(documents))
        new = self._session.fingerprints_of(one for one in asked if one not in self.held)
        self.held.update({one.work.id: one for one in new})
        return tuple(self.held[one] for one in asked if one in self.held)

    def beside(
        self,
        kind: Neighbourhood,
        given: Iterable[Fingerprint],
        keys: Iterable[str],
        *,
        copying: Collection[str] = (),
    ) -> tuple[Fingerprint, ...]:
        """Return those of the documents found by keys of one kind that can bear on a given one."""
        if kind is Neighbourhood.WORDING:
            return self._like(tuple(given), keys, copying=copying)
        return self._met_by(keys)

    def _met_by(self, keys: Iterable[str]) -> tuple[Fingerprint, ...]:
        """Return those of the documents that are found by trace keys."""
        return self.of(self._session.documents_sharing(counterparts(keys)))

    def _like(
        self, given: Sequence[Fingerprint], bands: Iterable[str], *, copying: Collection[str]
    ) -> tuple[Fingerprint, ...]:
        """Return those of the documents with one of the bands that copy a given one, or did.

        Many documents share a band and few are alike, so only those few are read whole.
        """
        sketches = [Sketch.of(one.signature) for one in given]
        by_band: dict[str, list[int]] = defaultdict(list)
        for place, one in enumerate(given):
            for band in one.bands:
                by_band[band].append(place)

        def is_like(bands: Iterable[str], signature: Sequence[int]) -> bool:
            met = {place for band in bands for place in by_band.get(band, ())}
            asked = Sketch.of(signature)
            return any(alike(asked, sketches[place]) for place in met)

        found = self._session.documents_sharing(bands)
        own = {one.work.id for one in given}
        others = found - own
        held = [self.held[name] for name in others if name in self.held]
        wanted = {one.work.id for one in held if is_like(one.bands, one.signature)}
        for name, has, signature in self._session.wordings_of(others - self.held.keys()):
            if is_like(has, signature):
                wanted.add(name)
        return self.of(wanted | (found & set(copying)))


def _of(kind: Neighbourhood, keys: Iterable[str]) -> list[str]:
    return [key for key in keys if key.startswith(kind.value)]


def _part(lineage: Lineage, settled: _Settled, touched: Unfinished) -> Lineage:
    """Return the settled edges of a graph, the works at their ends and the touched documents."""
    edges = tuple(one for one in lineage.edges if settled.has(one))
    ends = {end for one in edges for end in (one.child, one.parent)} | set(touched.documents)
    return Lineage(tuple(one for one in lineage.works if one.id in ends), edges)


def _key(edge: Derives) -> tuple[str, str, Derivation]:
    return edge.child, edge.parent, edge.kind


def _resting_anew(before: Lineage, after: Lineage) -> frozenset[str]:
    """Return the works with an edge that changed, or whose far end did, if it bears on origins."""
    works = {one.id for one in set(before.works) ^ set(after.works)}
    edges = set(before.edges) ^ set(after.edges)
    edges.update(one for one in after.edges if one.parent in works)
    return frozenset(
        one.child
        for one in edges
        if one.kind in (*WHOLE, *PARTLY) or (one.kind in HINTS and one.decision)
    )


def _relate(session: Session, touched: Unfinished, *, knowledge: Knowledge, run: Run) -> None:
    """Find anew which of the publishers now in the record are related to a touched one."""
    named = {key.removeprefix(PUBLISHES) for key in touched.trace_keys if key.startswith(PUBLISHES)}
    partners = {
        end
        for actor in knowledge.actors
        for other, _ in actor.related
        if actor.id in named or other in named
        for end in (actor.id, other)
    }
    everyone = relations(named | partners, knowledge=knowledge)
    nodes = [one.id for one in everyone.works]
    before = [one for one in session.lineage_above(nodes).edges if one.kind is Derivation.RELATED]
    present = [one for one in named | partners if session.is_shared(PUBLISHES + one)]
    after = relations(present, knowledge=knowledge)
    if {*before} == {*after.edges}:
        return
    gone = {_key(one) for one in before} - {_key(one) for one in after.edges}
    session.withdraw_edges([one for one in before if _key(one) in gone], run=run.id)
    session.write_lineage(after, run=run.id)
    _drop_unnamed(session, nodes, run=run)


def _drop_unnamed(session: Session, works: Iterable[str], *, run: Run) -> None:
    """Withdraw works that were only named, and that nothing names any more."""
    asked = sorted(set(works))
    documents = set(session.documents_among(asked))
    unnamed = [one for one in asked if one not in documents and not session.is_linked(one)]
    session.withdraw_works(unnamed, run=run.id)
