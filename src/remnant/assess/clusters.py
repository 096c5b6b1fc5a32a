"""Roots that are one origin: related organisations, and those that one text leads to."""

from collections.abc import Sequence
from typing import TypeAlias

from remnant.assess.speakers import Speaker
from remnant.knowledge import Knowledge
from remnant.model.finding import Reason
from remnant.model.words import capital, counted

RELATED_SHARE = 0.5
"""What the first further organisation that is not independent of another adds to it."""

Ties: TypeAlias = dict[tuple[str, str], Reason]

Cluster: TypeAlias = tuple[str, tuple[Reason, ...], int]
"""The first key of a cluster, why it is one origin, and how many voices it has."""


def clusters_of(
    roots: Sequence[Speaker], one_text: Ties, knowledge: Knowledge
) -> dict[str, Cluster]:
    """Return, per root, the first key of its cluster, why it is one origin, and its voices.

    Voices are the organisations of a cluster that are related without having one text.
    """
    keys = sorted({root.key for root in roots})
    names = {root.key: root.name for root in roots}
    group = {key: {key} for key in keys}
    reasons: dict[str, list[Reason]] = {key: [] for key in keys}
    voices = dict.fromkeys(keys, 1)
    for index, first in enumerate(keys):
        for second in keys[index + 1 :]:
            said, added = _tie(first, second, names, one_text, knowledge)
            if said is None:
                continue
            apart = group[first].isdisjoint(group[second])
            merged = group[first] | group[second]
            shared = [*reasons[min(group[first])], *reasons[min(group[second])], said]
            count = voices[first] + voices[second] - 1 + added if apart else voices[first]
            for key in merged:
                group[key], voices[key] = merged, count
                reasons[key] = list(dict.fromkeys(shared))
    return {key: (min(group[key]), tuple(reasons[key]), voices[key]) for key in keys}


def _tie(
    first: str, second: str, names: dict[str, str], one_text: Ties, knowledge: Knowledge
) -> tuple[Reason | None, int]:
    """Return why two roots are one origin, and how many voices the second adds."""
    same = one_text.get((first, second)) or one_text.get((second, first))
    if same is not None:
        return same, 0
    why = knowledge.actors.related(first, second)
    if not why:
        return None, 0
    return Reason("related", _sentence(names[first], names[second], why)), 1


def _sentence(first: str, second: str, why: str) -> str:
    return f"{capital(first)} and {second} are counted as one origin: {why.rstrip('.')}."


def weight_of(voices: int) -> float:
    """Return what related organisations count for together: 1.0, 1.5, 1.75 and so on.

    Each further one adds half of what the one before it added, so that together they never
    count as two independent origins.
    """
    return 2.0 - RELATED_SHARE ** (voices - 1)


def fraction(voices: int) -> tuple[Reason, ...]:
    """Say what several related organisations count for."""
    if voices == 1:
        return ()
    sentence = (
        f"{capital(counted(voices, 'organisation'))} that are not independent of each other "
        f"count as {weight_of(voices):g}, which is less than two."
    )
    return (Reason("fraction", sentence, weight=weight_of(voices)),)
