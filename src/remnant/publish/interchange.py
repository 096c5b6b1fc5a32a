"""Claims in the interchange form: the JSON that `remnant claims` prints and `remnant score` reads.

The form is described in `docs/reference/claims.md`. Names are in normal form; the
words themselves stand in `quote`, at code-point offset `start` of the document's text.
"""

from collections.abc import Iterable

from remnant.model.claim import Slot
from remnant.model.resolution import ResolvedClaim
from remnant.model.value import DateInterval, Location, Quantity, Reference

OWN_VOICE = "@document"
"""The speaker when the author or publisher speaks in its own voice."""


def claim_line(resolved: ResolvedClaim, *, doc: str) -> dict[str, object]:
    """Return one claim in the interchange form. Empty keys are left out.

    Args:
        resolved: The claim.
        doc: Name of the document: its file's stem.
    """
    claim = resolved.claim
    line: dict[str, object] = {
        "doc": doc,
        "id": claim.id,
        "kind": claim.kind.value,
        "quote": claim.passage.quote,
        "start": claim.passage.start,
        "stance": claim.stance.value,
        "speaker": names(resolved.speakers) or [OWN_VOICE],
        "actor": names(resolved.actors),
        "supplier": names(resolved.references(Slot.SUPPLIER)),
        "recipient": names(resolved.references(Slot.RECIPIENT)),
        "role": claim.role.value if claim.role else None,
        "weapon": _plain(resolved.weapons),
        "target": names(resolved.references(Slot.TARGET)),
        "place": names(resolved.places),
        "date": names(resolved.dates),
        "killed": bounds(resolved.killed),
        "injured": bounds(resolved.injured),
        "count": bounds(resolved.count),
        "treaty": ", ".join(names(resolved.references(Slot.TREATY))[:1]) or None,
        "value": claim.ballot.value if claim.ballot else None,
        "status": claim.membership.value if claim.membership else None,
        "notes": list(claim.notes),
    }
    return {key: value for key, value in line.items() if value not in (None, [])}


def names(values: Iterable[Reference | Location | DateInterval]) -> list[str]:
    """Return values in normal form, each once, in order."""
    found = (value.edtf if isinstance(value, DateInterval) else value.name for value in values)
    return list(dict.fromkeys(found))


_PLAIN = {"antipersonnel-mine": "landmine", "antivehicle-mine": "landmine"}
"""Classes for which the form has one plain type; the quote keeps the words."""


def _plain(weapons: Iterable[Reference]) -> list[str]:
    """Return weapons by designation or plain type, each once."""
    found = (_PLAIN.get(weapon.id, weapon.name) for weapon in weapons)
    return list(dict.fromkeys(found))


def bounds(quantity: Quantity | None) -> dict[str, int | None] | None:
    """Return a quantity as `{"min": …, "max": …}`, or `None` if none was said."""
    if quantity is None:
        return None
    return {"min": quantity.minimum, "max": quantity.maximum}
