"""The catalogue of weapons: launchers, carriers, submunitions, agents and generic classes."""

from collections.abc import Iterable, Iterator

from remnant.errors import KnowledgeError
from remnant.knowledge.entries import ClusterStatus, Weapon
from remnant.knowledge.fold import fold, singular


class WeaponCatalogue:
    """Weapons by identifier and by name."""

    def __init__(self, weapons: Iterable[Weapon]) -> None:
        self._by_id = {weapon.id: weapon for weapon in weapons}
        self._by_name: dict[str, tuple[Weapon, ...]] = {}
        for weapon in self._by_id.values():
            for key in dict.fromkeys(fold(name) for name in (weapon.name, *weapon.aliases)):
                self._by_name[key] = (*self._by_name.get(key, ()), weapon)

    def __iter__(self) -> Iterator[Weapon]:
        """Yield the weapons in order of the files."""
        return iter(self._by_id.values())

    def __len__(self) -> int:
        """Return how many entries there are."""
        return len(self._by_id)

    def __contains__(self, weapon: object) -> bool:
        """Say whether an identifier is known."""
        return weapon in self._by_id

    def get(self, weapon: str) -> Weapon:
        """Return the weapon with this identifier.

        Raises:
            KnowledgeError: There is none.
        """
        try:
            return self._by_id[weapon]
        except KeyError:
            message = (
                f"weapons: no entry {weapon!r}; add it to the dossier's knowledge/weapons.yaml"
            )
            raise KnowledgeError(message) from None

    def named(self, text: str) -> tuple[Weapon, ...]:
        """Return the weapons of this name, singular or plural; empty if there is none."""
        key = fold(text)
        return self._by_name.get(key) or self._by_name.get(singular(key), ())

    def generic(self, weapon: str) -> tuple[str, ...]:
        """Return the generic classes of a weapon, nearest first, through classes of classes."""
        found: dict[str, None] = {}
        waiting = list(self.get(weapon).generic)
        while waiting:
            one = waiting.pop(0)
            if one not in found:
                found[one] = None
                waiting.extend(self.get(one).generic)
        return tuple(found)

    def carried(self, weapon: str) -> tuple[str, ...]:
        """Return what carries or fires a weapon, through carriers of carriers."""
        found: dict[str, None] = {}
        waiting = list(self.get(weapon).parents)
        while waiting:
            one = waiting.pop(0)
            if one not in found:
                found[one] = None
                waiting.extend(self.get(one).parents)
        return tuple(found)

    def compatible(self, first: str, second: str) -> bool:
        """Say whether two entries can both be true of one event.

        They can if they are the same, if one is a generic class of the other, if one
        carries or fires the other, if both are parts of one system, or if one of them is
        a cluster munition of unnamed type and the other has cluster variants. Things that
        sources confuse (`similar`) count as compatible: the confusion is no disagreement
        about the event.
        """
        if (
            first == second
            or second in self.get(first).similar
            or first in self.get(second).similar
        ):
            return True
        one, other = self._reach(first), self._reach(second)
        if first in other or second in one:
            return True
        if one & other & self._systems():
            return True
        return self._may_be_cluster(first, second) or self._may_be_cluster(second, first)

    def is_cluster(self, weapon: str) -> bool:
        """Say whether an entry is a cluster munition by its name alone."""
        return self.get(weapon).cluster is ClusterStatus.CLUSTER

    def _reach(self, weapon: str) -> set[str]:
        """Everything that naming a weapon implies: its classes, its carriers and theirs."""
        carriers = (weapon, *self.carried(weapon))
        classes = (cls for one in carriers for cls in self.generic(one))
        return {*carriers, *classes} - {weapon}

    def _systems(self) -> set[str]:
        return {weapon.id for weapon in self._by_id.values() if weapon.level.value != "class"}

    def _may_be_cluster(self, generic: str, other: str) -> bool:
        if generic not in {"cluster-munition", "submunition"}:
            return False
        return self.get(other).cluster in {ClusterStatus.CLUSTER, ClusterStatus.DEPENDS}
