"""What one document has one speaker say twice is told once, the fuller telling."""

from collections.abc import Sequence

from remnant.publish.sentences import manner_of
from remnant.publish.sentences_claims import Said
from remnant.publish.sentences_names import Names
from remnant.publish.sentences_use import against


def fullest(items: Sequence[Said], names: Names) -> list[Said]:
    """Leave out what the same document has the same speaker say more exactly elsewhere."""
    kept: dict[tuple[object, ...], list[Said]] = {}
    for item in sorted(items, key=lambda one: -_detail(one, names)):
        alike = kept.setdefault(_teller(item), [])
        if not any(_within(item, one, names) for one in alike):
            alike.append(item)
    told = {item.id for alike in kept.values() for item in alike}
    return [item for item in items if item.id in told]


def _teller(item: Said) -> tuple[object, ...]:
    """Return what two claims must share for one to say all of the other.

    Claims are compared within it only, so that the work grows with the documents, not with
    their pairs.
    """
    return item.document.id, item.voices, manner_of(item), item.resolved.actors


def _detail(item: Said, names: Names) -> int:
    """Count how much a claim on use says: types of weapon, places, dates and targets."""
    found = item.resolved
    specific = sum(names.is_specific(weapon) for weapon in found.weapons)
    return specific + len(found.places) + len(found.dates) + bool(against(item))


def _within(item: Said, other: Said, names: Names) -> bool:
    """Say whether all that a claim says is said in the other, of the same teller."""
    less, more = item.resolved, other.resolved
    inside = set(less.places) <= set(more.places) and set(less.dates) <= set(more.dates)
    types = {weapon for weapon in less.weapons if names.is_specific(weapon)}
    armed = types <= set(more.weapons) and bool(less.weapons) == bool(more.weapons)
    return inside and armed and against(item) in {"", against(other)}
