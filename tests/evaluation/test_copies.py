import random
from pathlib import Path

import pytest

from evaluation.copies import EDITS, Text, articles_in, called, compare, distinct, with_copies
from remnant.knowledge import load_knowledge

WORDS = [f"word{number}" for number in range(400)]


def article(number: int) -> tuple[str, str, str]:
    """Return an invented article of 20 sentences, the same for the same number."""
    chance = random.Random(number)  # noqa: S311 - no secret is made
    sentences = [" ".join(chance.choices(WORDS, k=10)).capitalize() + "." for _ in range(20)]
    return str(number), f"Title {number}", " ".join(sentences)


def test_an_article_that_repeats_another_is_set_aside() -> None:
    """Of two articles with one text the first is kept, and so is one with another text."""
    first, other = article(1), article(2)

    assert distinct([first, ("9", "Again", first[2]), other]) == [first, other]


def test_edits_are_the_same_in_every_run() -> None:
    """Each article is followed by one copy per edit, to the letter the same again."""
    texts = with_copies([article(1)])

    assert [one.edit for one in texts] == ["", *(name for name, _ in EDITS)]
    assert texts == with_copies([article(1)])
    assert len({one.text for one in texts}) == len(texts)


def test_cutting_drops_three_tenths() -> None:
    """Of twenty sentences fourteen are left."""
    (cut,) = (one for one in with_copies([article(1)]) if one.edit == "cut 30%")

    assert cut.text.count(".") == 14


def test_all_pairs_score_one_and_none_scores_nothing() -> None:
    """Every copy paired with its original is 1.0; no pair at all is 0.0."""
    texts = with_copies([article(1)])

    assert compare(texts, [(index, 0) for index in range(1, len(texts))])[0].f1 == 1.0
    assert compare(texts, [])[0].f1 == 0.0


def test_a_middle_case_by_hand() -> None:
    """One copy of two found and one wrong pair: one half each; two edits count neither way."""
    texts = [
        Text("1", "", "a"),
        Text("1", "cut 30%", "b"),
        Text("1", "reorder", "c"),
        Text("2", "", "d"),
    ]

    score, recalls, wrong = compare(texts, [(1, 0), (1, 2), (3, 2)])

    assert (score.precision, score.recall, wrong) == (0.5, 0.5, 1)
    assert recalls == {"cut 30%": 1.0, "reorder": 0.0}


def test_the_program_recognises_a_new_title(tmp_path: Path) -> None:
    """A copy with another title is paired with its original, and with no other article."""
    rows = "".join(",".join(article(number)) + "\n" for number in (1, 2))
    file = tmp_path / "articles.csv"
    file.write_text("unit_id,article_title,article_content\n" + rows, "latin-1")

    texts = [one for one in with_copies(articles_in(tmp_path)) if one.edit in {"", "retitle"}]
    score, _, wrong = compare(texts, called(texts, load_knowledge()))

    assert score.f1 == pytest.approx(1.0)
    assert wrong == 0
