"""The ledger of votes on resolutions: counts, and the ballots that are recorded."""

from collections.abc import Iterable, Iterator, Mapping

from remnant.errors import KnowledgeError
from remnant.knowledge.obligations import Resolution
from remnant.model.claim import Ballot


class VoteLedger:
    """Resolutions put to the vote, and how states voted where that is recorded."""

    def __init__(
        self, resolutions: Iterable[Resolution], ballots: Mapping[tuple[str, str], Ballot]
    ) -> None:
        self.resolutions = tuple(resolutions)
        self._by_id = {resolution.id: resolution for resolution in self.resolutions}
        self._ballots = dict(ballots)

    def __iter__(self) -> Iterator[Resolution]:
        """Yield the resolutions, oldest first."""
        return iter(self.resolutions)

    def get(self, resolution: str) -> Resolution:
        """Return the resolution with this identifier.

        Raises:
            KnowledgeError: There is none.
        """
        try:
            return self._by_id[resolution]
        except KeyError:
            message = f"votes: no resolution {resolution!r}; add it to knowledge/votes.yaml"
            raise KnowledgeError(message) from None

    def ballot(self, actor: str, resolution: str) -> Ballot | None:
        """Return how a state voted, or `None` where that is not recorded."""
        return self._ballots.get((actor, resolution))

    def voters(self) -> tuple[str, ...]:
        """Return the identifiers of the states whose ballots are recorded, sorted."""
        return tuple(sorted({actor for actor, _ in self._ballots}))

    def of_state(self, actor: str) -> tuple[tuple[Resolution, Ballot], ...]:
        """Return the recorded ballots of a state, oldest first."""
        return tuple(
            (resolution, self._ballots[actor, resolution.id])
            for resolution in self.resolutions
            if (actor, resolution.id) in self._ballots
        )
