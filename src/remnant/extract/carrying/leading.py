"""Leading: who made the attack that a whole text is named after.

An article called `Makiivka barracks shelling` says in its first sentence who shelled them, and
then counts the dead of that shelling, page after page, without a word of who did it. A text
whose first sentence names nobody, or in which others are charged with it as well, leaves it open.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from remnant.extract.carrying.recalling import is_another, is_of_a_war
from remnant.extract.carrying.titled import Aside
from remnant.extract.drafts.draft import Draft
from remnant.model.claim import ClaimKind


def led(drafts: Sequence[Draft], titled: Aside | None) -> list[Draft]:
    """Return the drafts, with the attacker whom the first sentence names in all that it killed."""
    if titled is None or not titled.titled.actors or not _is_alone(titled, drafts):
        return list(drafts)
    actors = titled.titled.actors
    return [replace(one, actors=actors) if _is_part(one, titled) else one for one in drafts]


def _is_alone(titled: Aside, drafts: Sequence[Draft]) -> bool:
    """Say whether nobody else is charged with the attack nearly as often."""
    charged = [one for one in drafts if one.kind is ClaimKind.USE and one.actors]
    times = Counter(_parties(one) for one in charged if not titled.is_another(one))
    own = times.pop(_parties(titled.titled), 0)
    return own >= _AHEAD * max(times.values(), default=0)


_AHEAD = 2
"""How many times as often the first attacker must be charged."""


def _parties(draft: Draft) -> tuple[str, ...]:
    return tuple(sorted(mark.entry for mark in draft.actors))


def _is_part(draft: Draft, titled: Aside) -> bool:
    """Say whether a passage tells of the victims of the attack that the text is named after."""
    if draft.kind is not ClaimKind.HARM or draft.actors or is_of_a_war(draft):
        return False
    after = draft.line.sentence.order >= titled.titled.line.sentence.order
    return after and titled.is_about(draft) and not is_another(draft)
