"""Which claim of a later text is which of an earlier one.

The words decide where they are nearly the same; otherwise what the claims say. Pairs are
taken best first, each claim once, so the order of the input does not matter.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from remnant.compare.differences import Standing, names
from remnant.model.claim import Slot
from remnant.model.finding import Reason

SAME_WORDS = 0.9
"""Likeness from which two passages are taken for one text with a slip or a new figure."""

ENOUGH = 0.55
"""Least score of a pair whose words differ."""

KEYS = {
    Slot.ACTOR: 2.0,
    Slot.SUPPLIER: 2.0,
    Slot.RECIPIENT: 2.0,
    Slot.PLACE: 2.0,
    Slot.DATE: 2.0,
    Slot.TREATY: 2.0,
    Slot.WEAPON: 1.0,
    Slot.TARGET: 1.0,
    Slot.SPEAKER: 1.0,
}
"""How much it tells that two claims agree in a slot, against what one of them leaves out."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims taken for one, with why."""

    before: Standing
    after: Standing
    reason: Reason


def match(before: Sequence[Standing], after: Sequence[Standing]) -> tuple[Pair, ...]:
    """Pair claims of two texts, best first; ties by the order of the passages."""
    same = _verbatim(before, after)
    met = {id(one) for pair in same for one in (pair.before, pair.after)}
    left = [one for one in before if id(one) not in met]
    right = [one for one in after if id(one) not in met]
    return (*same, *_best_first(left, right))


def _verbatim(before: Sequence[Standing], after: Sequence[Standing]) -> tuple[Pair, ...]:
    """Pair claims that say the same in the same words, in their order."""
    waiting: dict[object, list[Standing]] = {}
    for one in after:
        waiting.setdefault(_whole(one), []).append(one)
    reason = Reason("match", "The passages and what they say are the same.", weight=1.0)
    found = ((one, waiting.get(_whole(one), [])) for one in before)
    return tuple(Pair(one, others.pop(0), reason) for one, others in found if others)


def _whole(standing: Standing) -> object:
    claim = standing.resolved.claim
    return (claim.kind, _plain(claim.passage.quote), *(names(standing, slot) for slot in KEYS))


def _best_first(before: Sequence[Standing], after: Sequence[Standing]) -> Iterator[Pair]:
    scored = sorted(
        (-score, at, to, sentence)
        for at, one in enumerate(before)
        for to, other in enumerate(after)
        if one.resolved.claim.kind is other.resolved.claim.kind
        for score, sentence in (likeness(one, other),)
        if score >= ENOUGH
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    for score, at, to, sentence in scored:
        if at not in taken[0] and to not in taken[1]:
            taken[0].add(at)
            taken[1].add(to)
            yield Pair(before[at], after[to], Reason("match", sentence, weight=-score))


def likeness(one: Standing, other: Standing) -> tuple[float, str]:
    """Return how likely two claims of one kind are the same, from 0.0 to 1.0, and why."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - compiled, needed only to compare

    first, second = (_plain(each.resolved.claim.passage.quote) for each in (one, other))
    words = ratio(first, second) / 100
    agree, differ = _agreement(one, other)
    if words >= SAME_WORDS:
        slots = agree / (agree + differ) if agree + differ else 1.0
        return 0.9 * words + 0.1 * slots, f"The passages are alike to {words:.0%}."
    if not agree:
        return 0.0, ""
    slots = agree / (agree + differ)
    told = ", ".join(_agreeing(one, other))
    sentence = f"They agree on {told}; the passages are alike to {words:.0%}."
    return 0.6 * slots + 0.4 * words, sentence


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _agreement(one: Standing, other: Standing) -> tuple[float, float]:
    """Return the weight of the slots that agree, and of those that do not."""
    agree = differ = 0.0
    for slot, weight in KEYS.items():
        first, second = set(names(one, slot)), set(names(other, slot))
        if first & second:
            agree += weight
        elif first and second:
            differ += weight
        elif first or second:
            differ += weight / 4
    return agree, differ


def _agreeing(one: Standing, other: Standing) -> Iterator[str]:
    for slot in KEYS:
        both = sorted(set(names(one, slot)) & set(names(other, slot)))
        if both:
            yield f"{slot.value} ({', '.join(both)})"


def proposition(standing: Standing) -> tuple[object, ...] | None:
    """Return what a claim says, apart from who says it, or `None` if that is too little to tell.

    Two documents that give one proposition are two sources of it.
    """
    claim = standing.resolved.claim
    values = tuple(names(standing, slot) for slot in KEYS if slot is not Slot.SPEAKER)
    if sum(map(bool, values)) < 3:  # noqa: PLR2004 - a party and a weapon alone are no event
        return None
    denied = claim.stance.value == "denied"
    return (claim.kind, values, claim.ballot, claim.membership, claim.role, denied)
