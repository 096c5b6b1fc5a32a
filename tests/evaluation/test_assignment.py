from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from evaluation.assignment import assign


def test_the_best_total_is_not_the_best_pair_first() -> None:
    """Taking the best pair first would give 9 + 1; the best total is 8 + 8."""
    gains = [[9, 8], [8, 1]]

    found = assign([0, 1], [0, 1], lambda i, j: gains[i][j])

    assert found == [(0, 1, 8), (1, 0, 8)]


def test_pairs_without_gain_are_left_out() -> None:
    """Lists of different lengths leave the rest unpaired, and nothing is paired for nothing."""
    assert assign(["a", "b", "c"], ["b"], lambda one, other: float(one == other)) == [(1, 0, 1.0)]
    assert assign([], ["b"], lambda _one, _other: 1.0) == []


@given(st.lists(st.lists(st.integers(0, 9), min_size=4, max_size=4), min_size=4, max_size=4))
def test_no_permutation_is_better(gains: list[list[int]]) -> None:
    """The total equals the best over all permutations."""
    found = assign(range(4), range(4), lambda i, j: gains[i][j])

    best = max(sum(gains[i][j] for i, j in enumerate(order)) for order in permutations(range(4)))
    assert sum(gain for _, _, gain in found) == best
