"""Linked event mentions made into clusters: one cluster, one incident.

People's decisions come first. Then the links that say *same* are taken, the
strongest first and ties by identifier, so the order in which documents arrive
changes nothing. A link joins two clusters only if no mention of one is vetoed
against a mention of the other, and no person parted them.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from remnant.link.veto import veto
from remnant.model.decision import Decision, Judgement
from remnant.model.incident import EventMention, Link, Scope, Verdict

Cluster = frozenset[str]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Settled:
    """What people decided, the latest word on each pair.

    Attributes:
        same: Pairs that are one event, in order.
        apart: Pairs that are not.
        by_pair: The decision behind each pair, those left unsure included.
    """

    same: tuple[Pair, ...]
    apart: frozenset[Pair]
    by_pair: dict[Pair, Decision]


def settle(decisions: Sequence[Decision]) -> Settled:
    """Return the decisions in force: those that no later one of the same pair replaces."""
    replaced = {decision.supersedes for decision in decisions if decision.supersedes}
    by_pair: dict[Pair, Decision] = {}
    for decision in sorted(decisions, key=lambda one: (one.at, one.id)):
        if decision.id not in replaced:
            by_pair[_pair(decision.left, decision.right)] = decision
    same = sorted(p for p, one in by_pair.items() if one.judgement is Judgement.SAME)
    apart = frozenset(p for p, one in by_pair.items() if one.judgement is Judgement.DIFFERENT)
    return Settled(tuple(same), apart, by_pair)


def components(mentions: Iterable[str], links: Iterable[Link], settled: Settled) -> list[Cluster]:
    """Return the connected parts of the graph, over all that may join, in order."""
    joined = _Union(mentions)
    for left, right in settled.same:
        joined.join(left, right)
    for link in links:
        if link.verdict is Verdict.SAME:
            joined.join(link.left, link.right)
    return joined.clusters()


def clusters_of(
    mentions: Sequence[EventMention], links: Sequence[Link], settled: Settled
) -> list[Cluster]:
    """Return the clusters of the given mentions, in order of their smallest identifier.

    A component of the graph is decided by its own mentions and links alone, so
    clustering the touched components gives what clustering everything gives.
    """
    known = {mention.id: mention for mention in mentions}
    union = _Union(known)
    guard = _Guard(known, settled, union)
    for left, right in settled.same:
        if left in known and right in known and not guard.parted(left, right):
            guard.join(left, right)
    ranked = sorted(links, key=lambda link: (-link.probability, link.left, link.right))
    for link in ranked:
        if link.verdict is Verdict.SAME and link.left in known and link.right in known:
            guard.join_if_fit(link.left, link.right)
    return union.clusters()


class _Guard:
    """Joins clusters only where every pair across them may be one event."""

    def __init__(self, known: dict[str, EventMention], settled: Settled, union: "_Union") -> None:
        self.known = known
        self.union = union
        self.settled = settled
        self.apart: dict[str, set[str]] = defaultdict(set)
        for left, right in settled.apart:
            self.apart[left].add(right)
            self.apart[right].add(left)

    def parted(self, left: str, right: str) -> bool:
        """Say whether a person parted some mention of one cluster from one of the other."""
        one, other = self.union.members(left), self.union.members(right)
        return any(not self.apart[mention].isdisjoint(other) for mention in one)

    def join(self, left: str, right: str) -> None:
        self.union.join(left, right)

    def join_if_fit(self, left: str, right: str) -> None:
        if self.union.find(left) == self.union.find(right) or self.parted(left, right):
            return
        ones, others = self._profiles(left), self._profiles(right)
        if any(veto(one, other) is not None for one in ones for other in others):
            return
        self.union.join(left, right)

    def _profiles(self, mention: str) -> list[EventMention]:
        """Return one mention per distinct date and place, which is all that a veto looks at."""
        found: dict[object, EventMention] = {}
        for member in sorted(self.union.members(mention)):
            one = self.known[member]
            key = (one.scope, one.date, one.places, one.actors, None if one.date else one.known_by)
            found.setdefault(key, one)
        return list(found.values())


class _Union:
    """Disjoint sets of identifiers, with their members."""

    def __init__(self, names: Iterable[str]) -> None:
        self._parent = {name: name for name in names}
        self._members = {name: {name} for name in self._parent}

    def find(self, name: str) -> str:
        while self._parent[name] != name:
            self._parent[name] = self._parent[self._parent[name]]
            name = self._parent[name]
        return name

    def members(self, name: str) -> set[str]:
        return self._members[self.find(name)]

    def join(self, left: str, right: str) -> None:
        if left not in self._parent or right not in self._parent:
            return
        one, other = self.find(left), self.find(right)
        if one == other:
            return
        if len(self._members[one]) < len(self._members[other]):
            one, other = other, one
        self._parent[other] = one
        self._members[one] |= self._members.pop(other)

    def clusters(self) -> list[Cluster]:
        return sorted((frozenset(one) for one in self._members.values()), key=min)


def _pair(left: str, right: str) -> Pair:
    return (left, right) if left < right else (right, left)


def scope_of_cluster(mentions: Sequence[EventMention]) -> Scope:
    """Return incident if any mention is of one; a person may join an episode's claim to it."""
    if any(mention.scope is Scope.INCIDENT for mention in mentions):
        return Scope.INCIDENT
    return Scope.EPISODE
