"""Which weapons can be meant beside a named one in reports of one attack."""

from functools import lru_cache

from remnant.knowledge import Knowledge, WeaponCatalogue, WeaponLevel
from remnant.model.value import Reference


def kin_of(weapon: Reference, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the identifiers of all weapons that can be meant with the named one, in order.

    They are those that the catalogue holds compatible, and for a class also the
    classes that some catalogued weapon belongs to together with it: a report may
    speak of rockets where another speaks of cluster munitions.
    """
    return _kin(weapon.id, knowledge.weapons) if weapon.id in knowledge.weapons else ()


@lru_cache(maxsize=4096)
def _kin(weapon: str, catalogue: WeaponCatalogue) -> tuple[str, ...]:
    """Ask the catalogue about every entry once; a catalogue never changes."""
    found = {one.id for one in catalogue if catalogue.compatible(weapon, one.id)}
    if catalogue.get(weapon).level is WeaponLevel.CLASS:
        found.update(*(classes for classes in _together(catalogue) if weapon in classes))
    return tuple(sorted(found - {weapon}))


@lru_cache(maxsize=8)
def _together(catalogue: WeaponCatalogue) -> tuple[frozenset[str], ...]:
    """Return, for each weapon that is no class, all classes of it and of what carries it."""
    return tuple(
        frozenset(
            generic
            for one in (weapon.id, *catalogue.carried(weapon.id))
            for generic in catalogue.generic(one)
        )
        for weapon in catalogue
        if weapon.level is not WeaponLevel.CLASS
    )
