"""Which weapons can both be true of one event, asked of the catalogue once per pair."""

from functools import lru_cache

from remnant.knowledge import Knowledge, WeaponCatalogue


def compatible(first: str, second: str, knowledge: Knowledge) -> bool:
    """Say whether two weapons can both be true of one event. Both must be in the catalogue."""
    return _compatible(*sorted((first, second)), knowledge.weapons)


@lru_cache(maxsize=65536)
def _compatible(first: str, second: str, catalogue: WeaponCatalogue) -> bool:
    return catalogue.compatible(first, second)
