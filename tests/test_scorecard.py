from pathlib import Path

import pytest

from remnant.errors import UsageError
from remnant.scorecard import fills, load, normalised, overlap, pair, score


def line(**fields: object) -> dict[str, object]:
    """Return a claim line with the given fields."""
    return {"kind": "use", "quote": "X used Y", "start": 0, "stance": "affirmed", **fields}


def test_normalised_drops_what_does_not_matter() -> None:
    """Case, accents, articles and punctuation do not count."""
    assert normalised("The Saloğlu, village.") == "saloglu village"


def test_a_claim_without_speaker_is_the_documents() -> None:
    """An empty speaker is the document's own voice."""
    assert ("speaker", "@document") in fills(line())


def test_unknown_bounds_are_no_fill() -> None:
    """A quantity without bounds fills nothing."""
    assert "killed" not in dict(fills(line(killed={"min": None, "max": None})))


def test_overlap_is_of_the_shorter() -> None:
    """A short quote inside a long one overlaps wholly."""
    assert overlap(line(quote="a" * 10, start=5), line(quote="a" * 100)) == 1.0


def test_pairs_prefer_agreeing_fills() -> None:
    """Of two candidates, the one with more agreeing fills is taken."""
    gold = [line(actor=["A"]), line(actor=["B"])]
    predicted = [line(actor=["B"]), line(actor=["A"])]

    assert sorted(pair(gold, predicted)) == [(0, 1), (1, 0)]


def test_other_kind_never_pairs() -> None:
    """Claims of different kinds do not pair."""
    assert pair([line()], [line(kind="harm")]) == []


def test_scores() -> None:
    """Detection, slots and strict count as defined."""
    gold = {"d": [line(actor=["A"]), line(start=100, weapon=["W"])]}
    predicted = {"d": [line(actor=["B"])]}

    card = score(gold, predicted)

    assert (card.detection.precision, card.detection.recall) == (1.0, 0.5)
    assert card.slots.f1 == pytest.approx(2 * (2 / 3) * (2 / 6) / (2 / 3 + 2 / 6))
    assert card.strict.f1 == 0.0
    assert card.disagreements[0].missing == (("actor", "a"),)


def test_load_lines_names_the_line(tmp_path: Path) -> None:
    """A broken line is named by file and number."""
    path = tmp_path / "claims.jsonl"
    path.write_text('{"doc": "a", "kind": "use"}\nnot json\n')

    with pytest.raises(UsageError, match="line 2"):
        load(path)
