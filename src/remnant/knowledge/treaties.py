"""The ledger of treaties: what they require, and what each state did and when."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from remnant.errors import KnowledgeError
from remnant.knowledge.entries import Citation
from remnant.knowledge.fold import fold
from remnant.knowledge.obligations import Act, Article, Milestone, Treaty, TreatyAction
from remnant.model.obligation import Standing

JOINING = frozenset({Act.RATIFY, Act.ACCEPT, Act.APPROVE, Act.ACCEDE, Act.SUCCEED, Act.CONSENT})
"""The acts by which a state becomes bound."""


class TreatyLedger:
    """Treaties, and the dated acts of states, from which standing is computed for any day."""

    def __init__(
        self,
        treaties: Iterable[Treaty],
        actions: Iterable[TreatyAction],
        territories: frozenset[str] = frozenset(),
        covered: frozenset[str] = frozenset(),
        milestones: Iterable[Milestone] = (),
    ) -> None:
        self.treaties = tuple(treaties)
        self._by_id = {treaty.id: treaty for treaty in self.treaties}
        self._actions: dict[tuple[str, str], tuple[TreatyAction, ...]] = {}
        self._main: dict[str, tuple[str, ...]] = {}
        self._territories = territories
        self._covered = covered
        self._milestones: dict[tuple[str, str], tuple[Milestone, ...]] = {}
        for one in sorted(milestones, key=lambda one: (one.by is None, one.by, one)):
            key = (one.actor, one.treaty)
            self._milestones[key] = (*self._milestones.get(key, ()), one)
        self._by_name: dict[str, tuple[Treaty, ...]] = {}
        for action in sorted(actions):
            key = (action.actor, action.treaty)
            self._actions[key] = (*self._actions.get(key, ()), action)
        for treaty in self.treaties:
            for name in dict.fromkeys(map(fold, (treaty.name, treaty.title, *treaty.aliases))):
                self._by_name[name] = (*self._by_name.get(name, ()), treaty)

    def __iter__(self) -> Iterator[Treaty]:
        """Yield the treaties in order of the file."""
        return iter(self.treaties)

    def get(self, treaty: str) -> Treaty:
        """Return the treaty with this identifier.

        Raises:
            KnowledgeError: There is none.
        """
        try:
            return self._by_id[treaty]
        except KeyError:
            message = f"treaties: no entry {treaty!r}; add it to knowledge/treaties.yaml"
            raise KnowledgeError(message) from None

    def named(self, text: str) -> tuple[Treaty, ...]:
        """Return the treaties of this name, in any capitalisation; empty if there is none."""
        return self._by_name.get(fold(text).removeprefix("the "), ())

    def actions(self, actor: str, treaty: str) -> tuple[TreatyAction, ...]:
        """Return what a state did towards a treaty, oldest first."""
        return self._actions.get((actor, treaty), ())

    def of_treaty(self, treaty: str) -> tuple[TreatyAction, ...]:
        """Return all recorded acts towards a treaty, by state and date."""
        keys = sorted(key for key in self._actions if key[1] == treaty)
        return tuple(action for key in keys for action in self._actions[key])

    def milestones(self, actor: str, treaty: str) -> tuple[Milestone, ...]:
        """Return what became of a state's deadlines under a treaty, oldest first."""
        return self._milestones.get((actor, treaty), ())

    def every_milestone(self) -> tuple[Milestone, ...]:
        """Return all recorded milestones, by state and treaty."""
        return tuple(one for key in sorted(self._milestones) for one in self._milestones[key])

    def bound_from(self, actor: str, treaty: str, on: date) -> date | None:
        """Return the day from which a state that is bound on a day has been, or `None`."""
        found: date | None = None
        for action in self.actions(actor, treaty):
            effective = action.effective or action.deposited
            if effective > on.isoformat():
                continue
            if action.act in JOINING and found is None:
                found = date.fromisoformat(effective)
            elif action.act is Act.WITHDRAW:
                found = None
        return found

    def acted_on(self) -> tuple[str, ...]:
        """Return the identifiers of the treaties for which acts are recorded, sorted."""
        return tuple(sorted(self._covered))

    def standing(
        self, actor: str, treaty: str, on: date, by: Literal["deposit", "force"] = "force"
    ) -> Standing:
        """Return a state's standing on a day.

        By `force` a state is a party from the entry into force for it, which is when it is
        bound. By `deposit` it is counted from the deposit of its instrument, as the
        Cluster Munition Monitor counts. Withdrawal counts when it takes effect. That a state
        had not joined is not known of a day after the last act that the tables hold.
        """
        if actor in self._territories:
            return Standing.NOT_ELIGIBLE
        if not self.get(treaty).open_on(on):
            return Standing.NOT_OPEN
        if treaty not in self._covered:
            return Standing.UNKNOWN
        standing = Standing.NEITHER
        for action in self.actions(actor, treaty):
            day = action.effective if by == "force" and action.effective else action.deposited
            if action.act is Act.WITHDRAW:
                day = action.effective or action.deposited
            if day > on.isoformat():
                continue
            standing = _after(action.act, standing)
        if standing is Standing.NEITHER and not self.get(treaty).recorded_on(on):
            return Standing.UNKNOWN
        return standing

    def members(self, treaty: str, on: date, by: Literal["deposit", "force"] = "deposit") -> int:
        """Return how many states were party on a day, counted by deposit or by force."""
        return self._count(treaty, on, by, Standing.PARTY)

    def signatories(self, treaty: str, on: date) -> int:
        """Return how many states had signed but not joined on a day, counted by deposit."""
        return self._count(treaty, on, "deposit", Standing.SIGNATORY)

    def changes(self, treaty: str) -> tuple[date, ...]:
        """Return the days on which a recorded count of a treaty's members may change, in order."""
        entry = self.get(treaty)
        days = {
            date.fromisoformat(day)
            for action in self.of_treaty(treaty)
            for day in (action.deposited, action.effective)
            if day
        }
        return tuple(sorted(day for day in days if entry.recorded_on(day)))

    def ever_signed(self, treaty: str, on: date) -> int:
        """Return how many states had signed by a day, whatever they did after."""
        acts = self.of_treaty(treaty)
        signed = {one.actor for one in acts if one.act is Act.SIGN and one.deposited <= str(on)}
        return len(signed)

    def protocols(self, treaty: str) -> tuple[Treaty, ...]:
        """Return the protocols to a treaty for which acts are recorded, in order of the file."""
        return tuple(one for one in self if one.within == treaty and one.id in self._covered)

    def articles(self, treaty: str, topic: str) -> tuple[Article, ...]:
        """Return the articles of a treaty that bear on a topic."""
        return tuple(article for article in self.get(treaty).articles if article.topic == topic)

    def sources(self, actor: str, treaty: str) -> tuple[str, ...]:
        """Return where what a state did is from; if it did nothing, the treaty's main source."""
        own = dict.fromkeys(act.citation.source for act in self.actions(actor, treaty))
        if own:
            return tuple(own)
        if treaty not in self._main:
            every = Counter(act.citation.source for act in self.of_treaty(treaty))
            self._main[treaty] = tuple(source for source, _ in every.most_common(1))
        return self._main[treaty]

    def citation(self, treaty: str) -> Citation | None:
        """Return the first citation of a treaty's entry, or `None`."""
        citations = self.get(treaty).citations
        return citations[0] if citations else None

    def _count(
        self, treaty: str, on: date, by: Literal["deposit", "force"], wanted: Standing
    ) -> int:
        actors = sorted({actor for actor, name in self._actions if name == treaty})
        return sum(self.standing(actor, treaty, on, by) is wanted for actor in actors)


def _after(act: Act, before: Standing) -> Standing:
    if act in JOINING:
        return Standing.PARTY
    if act is Act.WITHDRAW:
        return Standing.NEITHER
    if act is Act.SIGN and before is Standing.NEITHER:
        return Standing.SIGNATORY
    return before
