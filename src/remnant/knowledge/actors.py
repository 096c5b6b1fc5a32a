"""The register of actors: states, territories, groups, organisations, media, offices."""

from collections.abc import Iterable, Iterator

from remnant.errors import KnowledgeError
from remnant.knowledge.entries import Actor, Office, Voice
from remnant.knowledge.fold import fold


class ActorRegister:
    """Actors by identifier and by name, and the general words for offices."""

    def __init__(self, actors: Iterable[Actor], offices: Iterable[Office] = ()) -> None:
        self._by_id = {actor.id: actor for actor in actors}
        self._by_name: dict[str, tuple[Actor, ...]] = {}
        self.offices = tuple(offices)
        self._voices = {fold(office.words): office for office in self.offices}
        for actor in self._by_id.values():
            for key in dict.fromkeys(_key(name) for name in self._names(actor)):
                self._by_name[key] = (*self._by_name.get(key, ()), actor)

    def __iter__(self) -> Iterator[Actor]:
        """Yield the actors in order of the files."""
        return iter(self._by_id.values())

    def __len__(self) -> int:
        """Return how many actors there are."""
        return len(self._by_id)

    def __contains__(self, actor: object) -> bool:
        """Say whether an identifier is known."""
        return actor in self._by_id

    def get(self, actor: str) -> Actor:
        """Return the actor with this identifier.

        Raises:
            KnowledgeError: There is none.
        """
        try:
            return self._by_id[actor]
        except KeyError:
            message = f"actors: no entry {actor!r}; add it to the dossier's knowledge/actors.yaml"
            raise KnowledgeError(message) from None

    def named(self, text: str) -> tuple[Actor, ...]:
        """Return the actors of this name; adjectives, demonyms and capitals count as names."""
        key = _key(text)
        return self._by_name.get(key) or self._by_name.get(key.removesuffix("s"), ())

    def voice(self, words: str) -> Office | None:
        """Return the office that these general words name, or `None`."""
        return self._voices.get(fold(words).removeprefix("the "))

    def related(self, first: str, second: str) -> str:
        """Say why two actors are not independent of one another; empty if nothing is recorded."""
        for one, other in ((first, second), (second, first)):
            if one in self._by_id:
                for actor, why in self._by_id[one].related:
                    if actor == other:
                        return why
        return ""

    def speaks_as(self, actor: str) -> Actor:
        """Return the actor that speaks: the state for its offices, else the actor itself."""
        found = self.get(actor)
        return self.get(found.speaks_as) if found.speaks_as else found

    def of_state(self, words: str) -> bool:
        """Say whether these general words name an office that speaks as its state."""
        office = self.voice(words)
        return office is not None and office.voice is Voice.STATE

    @staticmethod
    def _names(actor: Actor) -> tuple[str, ...]:
        return (
            actor.name,
            *actor.aliases,
            *actor.adjectives,
            *actor.demonyms,
            *actor.capitals,
            *actor.loaded,
        )


def _key(name: str) -> str:
    return fold(name).removeprefix("the ")
