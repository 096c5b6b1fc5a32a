"""Texts gathered into stories: those whose telling words are much the same.

Average linkage over the cosine of the texts' words, a word weighing by how few texts have
it (Salton and Buckley, "Term-weighting approaches in automatic text retrieval", 1988).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations
from math import log, sqrt

from remnant.link.wording import stems, telling

ALIKE = 0.1
"""Mean likeness from which two groups of texts are one story: the best on ECB+ topics 1 to 35,
where two texts on one event are at 0.22 and on two look-alike events at 0.09 (medians)."""

COMMON = 0.15
"""Share of all texts from which a word is too common to bring two of them together."""

Pair = tuple[int, int]


def stories(texts: Sequence[str], *, alike: float = ALIKE) -> list[int]:
    """Return the story of each text: the position of the first text in it."""
    groups = {index: [index] for index in range(len(texts))}
    sums: dict[int, dict[int, float]] = defaultdict(dict)
    waiting = []
    for (one, other), value in likenesses(texts).items():
        sums[one][other] = sums[other][one] = value
        waiting.append((-value, one, other))
    heapify(waiting)
    while waiting and -waiting[0][0] >= alike:
        value, one, other = heappop(waiting)
        if one in groups and other in groups and _mean(sums, groups, one, other) == -value:
            for near in _join(sums, groups, one, other):
                first, second = sorted((one, near))
                heappush(waiting, (-_mean(sums, groups, first, second), first, second))
    found = {member: min(members) for members in groups.values() for member in members}
    return [found[index] for index in range(len(texts))]


def _mean(
    sums: Mapping[int, Mapping[int, float]], groups: Mapping[int, list[int]], one: int, other: int
) -> float:
    return sums[one].get(other, 0.0) / (len(groups[one]) * len(groups[other]))


def _join(
    sums: dict[int, dict[int, float]], groups: dict[int, list[int]], one: int, other: int
) -> list[int]:
    """Put the second group into the first; return the groups that the result is near to."""
    groups[one] += groups.pop(other)
    near = sorted((sums[one].keys() | sums[other].keys()) & groups.keys() - {one})
    for third in near:
        total = sums[one].get(third, 0.0) + sums[other].get(third, 0.0)
        sums[one][third] = sums[third][one] = total
    return near


def likenesses(texts: Sequence[str]) -> dict[Pair, float]:
    """Return the cosine of each pair of texts that share a word that is not common."""
    words = [telling(stems(text)) for text in texts]
    holders: dict[str, list[int]] = defaultdict(list)
    for index, ours in enumerate(words):
        for word in sorted(ours):
            holders[word].append(index)
    weights = {word: log(len(texts) / len(having)) for word, having in holders.items()}
    lengths = [sqrt(sum(weights[word] ** 2 for word in sorted(ours))) for ours in words]
    shared: dict[Pair, float] = defaultdict(float)
    for word, having in holders.items():
        if len(having) <= max(2, COMMON * len(texts)):
            for pair in combinations(having, 2):
                shared[pair] += weights[word] ** 2
    return {
        (one, other): value / (lengths[one] * lengths[other])
        for (one, other), value in shared.items()
        if lengths[one] and lengths[other]
    }
