from pathlib import Path

import pytest

from evaluation.msrp import Pair, jaccard, measure, pairs_in, same_claim
from remnant.knowledge import load_knowledge

STRIKE = "Azerbaijan shelled Hadrut on 3 October 2020, killing three civilians."
AGAIN = "Azerbaijan shelled Hadrut with rockets on 3 October 2020."


def test_a_file_of_the_format_is_read(tmp_path: Path) -> None:
    """The heading and the byte order mark are no pair; quotation marks are text."""
    file = tmp_path / "train.txt"
    rows = 'Quality\t#1 ID\t#2 ID\t#1 String\t#2 String\n1\t7\t8\tHe said "no.\tNo, he said.\n'
    file.write_text("\ufeff" + rows, "utf-8")

    assert pairs_in(file) == [Pair('He said "no.', "No, he said.", same=True)]


def test_words_in_common_by_hand() -> None:
    """Two of four words are shared; nothing shares nothing."""
    assert jaccard("the army fired", "the army denied") == pytest.approx(2 / 4)
    assert jaccard("", "") == 0.0


def test_a_perfect_a_silent_and_a_middling_judge() -> None:
    """Knowing scores 1.0, silence has no yes, and always yes has the share of yeses right."""
    pairs = [Pair("a", "b", same=True), Pair("c", "d", same=False)]

    perfect = measure(pairs, lambda pair: pair.same)
    silent = measure(pairs, lambda _: None)

    assert perfect["same claim"] == {"accuracy": 1.0, "precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert isinstance(silent["same claim"], dict)
    assert silent["same claim"]["f1"] == 0.0
    assert silent["pairs with claims"] == 0
    assert isinstance(silent["always yes"], dict)
    assert silent["always yes"]["accuracy"] == 0.5


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (AGAIN, True),
        ("Armenia shelled Ganja on 4 October 2020.", False),
        ("The harvest was poor.", None),
    ],
)
def test_claims_of_two_sentences_are_compared(second: str, expected: bool | None) -> None:  # noqa: FBT001 - the table's value
    """Other words for one claim are one; another party and place are not; no claim is no answer."""
    pair = Pair(STRIKE, second, same=True)

    assert same_claim(pair, load_knowledge()) is expected
