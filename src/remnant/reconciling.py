"""Reconciles what a build wrote: links, incidents, lineage and assessments that it touches.

It gives what `pipeline.reconcile` gives over all documents, and looks only at what can
differ: the neighbours of a new event mention by its blocking keys, of a document by its
trace keys, of a denial by the parties it speaks for.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from remnant.assess import reviews
from remnant.awaiting import unreviewed, waiting
from remnant.dossier import Dossier
from remnant.knowledge import Knowledge
from remnant.link import blocking_keys, cluster, compare, component_of, within_episodes
from remnant.meeting import incident_keys
from remnant.model.decision import BEGINNING, ON_MENTIONS, Decision, Run
from remnant.model.incident import (
    EventMention,
    Founding,
    Incident,
    Link,
    Scope,
    Verdict,
    serial,
)
from remnant.reassessing import answered, numbers_of_documents, reassess
from remnant.retracing import retrace
from remnant.store import Session, Unfinished, batches

NUMBERS = "numbers"
"""Names the journal of incident numbers among those of which the record keeps a mark."""


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
    on_mentions = [one for one in decisions if one.judgement in ON_MENTIONS]
    gathered = relink(session, touched, on_mentions, dossier=dossier, knowledge=knowledge, run=run)
    traced = retrace(session, touched, decisions=decisions, knowledge=knowledge, run=run)
    numbers = gathered | numbers_of_documents(session, traced)
    numbers |= answered(session, touched, traced, but=numbers)
    numbers |= unreviewed(session, given)
    assessed = reassess(session, numbers, reviews=given, knowledge=knowledge, run=run)
    session.write_mark(NUMBERS, dossier.numbers_journal.mark(), run=run.id)
    session.finish_run(run.id, ended=now())
    return Outcome(len(touched.documents) + len(touched.gone), len(gathered), assessed)


# Links and incidents


def relink(  # noqa: PLR0913 - what linking reads: the change, the decisions and the dossier
    session: Session,
    touched: Unfinished,
    decisions: Sequence[Decision],
    *,
    dossier: Dossier,
    knowledge: Knowledge,
    run: Run,
) -> frozenset[str]:
    """Compare the new event mentions with their neighbours and gather what they touch anew.

    Returns:
        The numbers of incidents and episodes that were gathered or are gone.
    """
    far_ends = _compare_new(session, touched, run=run)
    affected = _affected(session, {*touched.mentions, *far_ends}, decisions)
    before = {one.number: one for one in session.incidents_of(affected)}
    mentions = session.mentions(affected)
    held = _held(session, touched, mentions, dossier=dossier, run=run)
    linked = cluster(
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
    keys = {key for one in fresh for key in blocking_keys(one)}
    links = compare((*session.mentions_sharing(keys, but=new), *fresh), new=new)
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
    return _Held(tuple(held[number] for number in sorted(held)), serial(dossier.last_number()))


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
    before: Collection[Incident],
    after: Collection[Incident],
    *,
    knowledge: Knowledge,
    run: Run,
) -> frozenset[str]:
    """Put the other incidents into their episodes if the extent of some episode changed."""
    if _extents(before) == _extents(after):
        return frozenset()
    episodes = session.episodes()
    placed = {one.number for one in after}
    moved: set[str] = set()
    for heads in batches(one for one in session.heads() if one.number not in placed):
        # Only what has no date is placed by when its reports were published.
        undated = session.incidents_numbered([one.number for one in heads if one.date is None])
        known = (*(one for one in heads if one.date is not None), *undated)
        found = zip(known, within_episodes(known, episodes), strict=True)
        moved.update(new.number for old, new in found if new.episode != old.episode)
    again = within_episodes(session.incidents_numbered(sorted(moved)), episodes)
    _write_incidents(session, again, knowledge=knowledge, run=run)
    return frozenset(moved)


def _extents(incidents: Iterable[Incident]) -> set[tuple[object, ...]]:
    return {
        (one.number, one.date, one.places, one.actors)
        for one in incidents
        if one.scope is Scope.EPISODE
    }
