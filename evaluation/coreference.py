"""Measures of coreference: MUC, B³, CEAF with φ4, and their mean (the CoNLL score).

Definitions: Vilain and others 1995 (MUC), Bagga and Baldwin 1998 (B³), Luo 2005 (CEAF),
as the CoNLL-2012 shared task takes them together. Both sides cover the same mentions.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

from evaluation.assignment import assign
from remnant.scorecard import Score

Chain = frozenset[Hashable]


def chains_of(chain_by_mention: Mapping[Hashable, Hashable]) -> list[Chain]:
    """Return the chains of a map from mention to chain, in order of first mention."""
    found: dict[Hashable, list[Hashable]] = defaultdict(list)
    for mention, chain in chain_by_mention.items():
        found[chain].append(mention)
    return [frozenset(members) for members in found.values()]


def muc(gold: Sequence[Chain], predicted: Sequence[Chain]) -> Score:
    """Count the links that hold chains together: those of one side that the other keeps."""
    kept_gold, all_gold = _links(gold, predicted)
    kept_predicted, all_predicted = _links(predicted, gold)
    return _harmonic(_share(kept_predicted, all_predicted), _share(kept_gold, all_gold))


def _links(chains: Sequence[Chain], others: Sequence[Chain]) -> tuple[int, int]:
    of = _by_mention(others)
    kept = sum(len(chain) - len({of[mention] for mention in chain}) for chain in chains)
    return kept, sum(len(chain) - 1 for chain in chains)


def b_cubed(gold: Sequence[Chain], predicted: Sequence[Chain]) -> Score:
    """Average over mentions the share of its chain that the other side's chain has too."""
    return _harmonic(_overlap(predicted, gold), _overlap(gold, predicted))


def _overlap(chains: Sequence[Chain], others: Sequence[Chain]) -> float:
    of = _by_mention(others)
    mentions = sum(len(chain) for chain in chains)
    total = sum(
        len(chain & others[of[mention]]) / len(chain) for chain in chains for mention in chain
    )
    return total / mentions if mentions else 0.0


def ceaf(gold: Sequence[Chain], predicted: Sequence[Chain]) -> Score:
    """Align chains one to one and add up their likeness (φ4): twice the shared over both sizes."""
    total = sum(
        gain
        for some, others in _components(gold, predicted)
        for _, _, gain in assign(some, others, _likeness)
    )
    return _harmonic(_share(total, len(predicted)), _share(total, len(gold)))


def _likeness(one: Chain, other: Chain) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _components(
    gold: Sequence[Chain], predicted: Sequence[Chain]
) -> Iterable[tuple[list[Chain], list[Chain]]]:
    """Part both sides into groups that share no mention, so that each alignment is small."""
    of_gold, of_predicted = _by_mention(gold), _by_mention(predicted)
    seen: set[int] = set()
    for start in range(len(gold)):
        if start in seen:
            continue
        ours, theirs, waiting = {start}, set[int](), [start]
        while waiting:
            for mention in gold[waiting.pop()]:
                theirs.add(of_predicted[mention])
            near = {of_gold[mention] for one in theirs for mention in predicted[one]}
            waiting.extend(sorted(near - ours))
            ours |= near
        seen |= ours
        yield [gold[one] for one in sorted(ours)], [predicted[one] for one in sorted(theirs)]


def conll(gold: Sequence[Chain], predicted: Sequence[Chain]) -> float:
    """Return the mean of the three F1 scores."""
    return sum(measure(gold, predicted).f1 for measure in (muc, b_cubed, ceaf)) / 3


def _by_mention(chains: Sequence[Chain]) -> dict[Hashable, int]:
    return {mention: number for number, chain in enumerate(chains) for mention in chain}


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _harmonic(precision: float, recall: float) -> Score:
    both = precision + recall
    return Score(precision, recall, 2 * precision * recall / both if both else 0.0)
