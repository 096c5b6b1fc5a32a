"""Which weapons can be meant beside a named one in reports of one attack."""

from functools import lru_cache

from remnant.knowledge import Knowledge, WeaponCatalogue
from remnant.model.value import Reference


def kin_of(weapon: Reference, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the identifiers of all weapons compatible with the named one, in order."""
    return _kin(weapon.id, knowledge.weapons) if weapon.id in knowledge.weapons else ()


@lru_cache(maxsize=4096)
def _kin(weapon: str, catalogue: WeaponCatalogue) -> tuple[str, ...]:
    """Ask the catalogue about every entry once; a catalogue never changes."""
    return tuple(
        sorted(
            one.id for one in catalogue if one.id != weapon and catalogue.compatible(weapon, one.id)
        )
    )
