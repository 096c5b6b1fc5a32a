import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.coreference import Chain, b_cubed, ceaf, chains_of, conll, muc

GOLD = [frozenset("abc"), frozenset("de"), frozenset("f")]
HALF: list[Chain] = [frozenset("ab"), frozenset("cde"), frozenset("f")]
SINGLE: list[Chain] = [frozenset(one) for one in "abcdef"]


def test_chains_come_from_a_map() -> None:
    """Mentions of one chain are gathered, in order of first mention."""
    assert chains_of({"a": 1, "d": 2, "b": 1}) == [frozenset("ab"), frozenset("d")]


def test_the_gold_itself_scores_one() -> None:
    """Every measure of the gold against itself is 1.0."""
    assert conll(GOLD, GOLD) == pytest.approx(1.0)


def test_single_mentions_hold_no_links() -> None:
    """Chains of one have no link to find: MUC is 0.0, and so is the MUC of nothing."""
    assert muc(GOLD, SINGLE).f1 == 0.0
    assert muc([], []).f1 == 0.0
    assert conll([], []) == 0.0


def test_muc_by_hand() -> None:
    """Of three gold links, a-b and d-e are kept; of three predicted, the same two."""
    found = muc(GOLD, HALF)

    assert found.recall == pytest.approx(2 / 3)
    assert found.precision == pytest.approx(2 / 3)


def test_b_cubed_by_hand() -> None:
    """Recall: a and b 2/3, c 1/3, d, e and f 1; precision: a and b 1, c 1/3, d and e 2/3, f 1."""
    found = b_cubed(GOLD, HALF)

    assert found.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 3) / 6)
    assert found.precision == pytest.approx((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3 + 1) / 6)


def test_ceaf_by_hand() -> None:
    """Abc with ab is 4/5, de with cde is 4/5, f with f is 1: 2.6 of three on each side."""
    found = ceaf(GOLD, HALF)

    assert found.recall == pytest.approx(2.6 / 3)
    assert found.precision == pytest.approx(2.6 / 3)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=12))
def test_measures_mirror(pairs: list[tuple[int, int]]) -> None:
    """Exchanging gold and predicted exchanges precision and recall."""
    gold = chains_of({index: one for index, (one, _) in enumerate(pairs)})
    predicted = chains_of({index: other for index, (_, other) in enumerate(pairs)})

    for measure in (muc, b_cubed, ceaf):
        there, back = measure(gold, predicted), measure(predicted, gold)
        assert there.recall == pytest.approx(back.precision)
        assert 0.0 <= there.f1 <= 1.0 + 1e-9
