import pytest

from evaluation.famus import (
    Decision,
    Pair,
    accuracy,
    fitted,
    held_out,
    likeness_of,
    measure,
    overlap,
    pairs_of,
    score,
    verdict_of,
)
from remnant.knowledge import load_knowledge
from remnant.model.incident import Verdict

PAIR = Pair("Rockets struck Barda.", "On Tuesday rockets struck the town of Barda.", same=True)
OTHER = Pair("Rockets struck Barda.", "The harvest was poor.", same=False)


def test_pairs_written_by_a_machine_are_left_out() -> None:
    """Text and label are read, and generated pairs are not."""
    sides = {"report_dict": {"doctext": "A"}, "source_dict": {"doctext": "B"}}

    found = pairs_of(
        [
            {**sides, "valid_source": True, "bool_generated": False},
            {**sides, "valid_source": False, "bool_generated": True},
        ]
    )

    assert found == [Pair("A", "B", same=True, start=0, end=1)]


def test_accuracy_and_score_by_hand() -> None:
    """Two of four right; of two called one is right, and of two in the gold one is called."""
    decisions = [
        Decision(gold=True, called=True),
        Decision(gold=True, called=False),
        Decision(gold=False, called=True),
        Decision(gold=False, called=False),
    ]

    assert accuracy(decisions) == 0.5
    assert (score(decisions).precision, score(decisions).recall) == (0.5, 0.5)
    assert accuracy([]) == 0.0


def test_overlap_counts_the_words_of_the_report() -> None:
    """All three longer words of the report stand in one source, and none in the other."""
    assert overlap(PAIR.report, PAIR.source) == 1.0
    assert overlap(OTHER.report, OTHER.source) == 0.0


def test_a_perfect_and_a_silent_judge() -> None:
    """A judge that knows scores 1.0; one that finds nothing to compare has no yes."""
    perfect = measure([PAIR, OTHER], lambda one: Verdict.SAME if one.same else Verdict.ASK)
    silent = measure([PAIR, OTHER], lambda _: None)

    assert perfect["linked"] == {"accuracy": 1.0, "precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert isinstance(silent["linked"], dict)
    assert silent["linked"]["f1"] == 0.0
    assert silent["with events on both sides"] == 0


@pytest.mark.parametrize(
    ("source", "verdict"),
    [("Azerbaijan shelled Hadrut with rockets on 3 October 2020.", Verdict.SAME), ("Rain.", None)],
)
def test_the_program_links_one_strike(source: str, verdict: Verdict | None) -> None:
    """A strike with party, place and day is linked; a text without events is not compared."""
    report = "Azerbaijan shelled Hadrut on 3 October 2020, killing three civilians."

    assert verdict_of(Pair(report, source, same=True), load_knowledge()) is verdict


def test_the_sentence_of_an_event() -> None:
    """The event's own words and the sentence around them are found by their offsets."""
    pair = Pair("It rained. Rockets struck Barda. Then it rained.", "", same=True, start=19, end=25)

    assert (pair.event, pair.sentence) == ("struck", "Rockets struck Barda.")


def test_likeness_answers_where_there_is_no_event() -> None:
    """A source with all words of the event more likely tells of it than not; another does not."""
    assert likeness_of(PAIR).bits > 0.0
    assert likeness_of(OTHER).bits < 0.0


def test_weights_are_fitted() -> None:
    """A column that decides gets a weight of its sign, and held-out answers follow it."""
    constant, weight = fitted([(1.0, 0.0), (1.0, 1.0)] * 10, [False, True] * 10)
    assert constant < 0.0 < weight
    pairs = [PAIR, OTHER] * 12
    assert held_out([likeness_of(one) for one in pairs], [one.same for one in pairs]) == [
        one.same for one in pairs
    ]
