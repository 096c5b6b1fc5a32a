from dataclasses import replace

import pytest

from evaluation.corpora import document_of
from evaluation.famus import (
    Decision,
    Pair,
    Verdicts,
    accuracy,
    best,
    events_of,
    fitted,
    held_out,
    likeness_of,
    measure,
    overlap,
    pairs_of,
    score,
    verdicts_of,
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
    same, ask = Verdicts(Verdict.SAME, Verdict.ASK), Verdicts(Verdict.ASK, Verdict.ASK)
    perfect = measure([PAIR, OTHER], lambda one: same if one.same else ask)
    silent = measure([PAIR, OTHER], lambda _: Verdicts())

    assert perfect["linked"] == {"accuracy": 1.0, "precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert isinstance(perfect["weights alone"], dict)
    assert perfect["weights alone"]["f1"] == 0.0
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

    found = verdicts_of(Pair(report, source, same=True), load_knowledge())
    assert (found.linker, found.weights) == (verdict, verdict)


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


def test_wording_joins_one_text_without_a_day() -> None:
    """An undated text that two outlets print on a day is one event by its words, not without."""
    text = (
        "Azerbaijan shelled Hadrut with rockets, and residential quarters, a school, two shops "
        "and the hospital burned down while families slept in cellars."
    )
    published = [document_of(text, name, published="2020-10-05") for name in ("a.txt", "b.txt")]
    report, source = (events_of(one, load_knowledge()) for one in published)
    source = tuple(replace(one, document="d-other", id=f"{one.id}0") for one in source)
    assert best(report, source) is Verdict.SAME
    assert best([replace(one, words=()) for one in report], source) is Verdict.ASK
