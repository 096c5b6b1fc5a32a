"""Event mentions linked into incidents: decisions, links, clusters, numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from remnant.link.clustering import Cluster, Settled, clusters_of, components, settle
from remnant.link.comparison import compare
from remnant.link.incidents import within_episodes, write_up
from remnant.link.numbering import number_clusters
from remnant.model.decision import Decision, Judgement
from remnant.model.finding import Reason
from remnant.model.incident import EventMention, Founding, Incident, Link, Scope, Verdict
from remnant.model.value import DateInterval
from remnant.model.words import dated

_VERDICTS = {
    Judgement.SAME: Verdict.SAME,
    Judgement.DIFFERENT: Verdict.DIFFERENT,
    Judgement.UNSURE: Verdict.ASK,
}
_CERTAINTY = {Judgement.SAME: 1.0, Judgement.DIFFERENT: 0.0, Judgement.UNSURE: 0.5}


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking gives.

    Attributes:
        incidents: In order of number.
        foundings: The numbers given out so far, old and new, in order.
        links: All links, with people's decisions worked in, in order of identifiers.
    """

    incidents: tuple[Incident, ...]
    foundings: tuple[Founding, ...]
    links: tuple[Link, ...]


def link(
    mentions: Sequence[EventMention],
    *,
    decisions: Sequence[Decision],
    foundings: Sequence[Founding],
) -> Linked:
    """Compare all mentions and gather them into incidents."""
    return cluster(mentions, compare(mentions), decisions=decisions, foundings=foundings)


def cluster(  # noqa: PLR0913 - the inputs of clustering are these
    mentions: Sequence[EventMention],
    links: Sequence[Link],
    *,
    decisions: Sequence[Decision],
    foundings: Sequence[Founding],
    episodes: Sequence[Incident] = (),
    last: int = 0,
) -> Linked:
    """Gather mentions into incidents by the given links and people's decisions.

    Given all mentions it makes all incidents. Given only whole components of the
    graph (see `component_of`) it makes the same clusters for those: then `foundings`
    are those of the given mentions and those whose mention is gone, `episodes` the
    other episodes of the record, and `last` the highest number given out.
    """
    settled = settle(decisions)
    known = {mention.id for mention in mentions}
    for one in links:  # a link to an incident that is left as it is still asks its question
        known.update((one.left, one.right))
    judged = judge(links, settled, known)
    clusters = clusters_of(mentions, judged, settled)
    numbered, kept = number_clusters(clusters, mentions, foundings, last=last)
    incidents = write_up(numbered, judged)
    held = [one for one in incidents if one.scope is Scope.EPISODE]
    return Linked(within_episodes(incidents, (*held, *episodes)), kept, judged)


def component_of(
    touched: Sequence[str], links: Sequence[Link], *, decisions: Sequence[Decision]
) -> frozenset[str]:
    """Return the mentions connected to the touched ones by links or decisions that join.

    Only the given links are followed: a caller that reads them from a store asks again
    with the links of the result until nothing is added.
    """
    names = {*touched, *(one.left for one in links), *(one.right for one in links)}
    for decision in decisions:
        names.update((decision.left, decision.right))
    parts: list[Cluster] = components(names, links, settle(decisions))
    wanted = set(touched)
    return frozenset().union(*(part for part in parts if not wanted.isdisjoint(part)))


def judge(links: Sequence[Link], settled: Settled, known: set[str]) -> tuple[Link, ...]:
    """Work people's decisions into the links; a decision on an uncompared pair makes one."""
    by_pair = {(one.left, one.right): one for one in links if {one.left, one.right} <= known}
    for pair, decision in settled.by_pair.items():
        if not known.issuperset(pair):
            continue
        found = by_pair.get(pair) or Link(*pair, _CERTAINTY[decision.judgement], Verdict.ASK)
        when = dated(DateInterval(decision.at[:10]))
        sentence = f"{decision.by} decided {when}: {decision.judgement.value}."
        if decision.note:
            sentence = f"{sentence} {decision.note}"
        reason = Reason("decision", sentence)
        by_pair[pair] = replace(
            found,
            verdict=_VERDICTS[decision.judgement],
            reasons=(reason, *found.reasons),
            decision=decision.id,
        )
    return tuple(by_pair[pair] for pair in sorted(by_pair))
