import json
from pathlib import Path

import pytest

from evaluation.corpora import json_lines
from evaluation.factuality import (
    LEAST,
    Answer,
    Event,
    agreement,
    files_in,
    fitted,
    measure,
    pearson,
    place,
)
from remnant.extract.language.modality import Mood
from remnant.model.claim import Stance


def test_perfect_predictions() -> None:
    """Predictions equal to the labels have no error, full correlation and all negatives."""
    found = agreement([Event(3.0, 3.0), Event(-3.0, -3.0), Event(1.0, 1.0)])

    assert found.mae == 0.0
    assert found.r == pytest.approx(1.0)
    assert found.negatives.f1 == 1.0


def test_no_events() -> None:
    """Nothing to measure gives zeros, not an error."""
    found = agreement([])

    assert (found.events, found.mae, found.r, found.negatives.f1) == (0, 0.0, 0.0, 0.0)


def test_a_middle_case_by_hand() -> None:
    """Errors of 0, 3, 3 and 6 have a mean of 3; one of two negatives is found."""
    found = agreement([Event(3, 3), Event(0, 3), Event(-3, 0), Event(3, -3)])

    assert found.mae == 3.0
    assert (found.negatives.recall, found.negatives.precision) == (0.5, 0.5)
    assert found.constant == pytest.approx((0 + 3 + 6 + 0) / 4)


def test_correlation_by_hand() -> None:
    """Of 1 2 3 with 1 3 2 the correlation is one half; without variation it is zero."""
    assert pearson([1, 2, 3], [1, 3, 2]) == pytest.approx(0.5)
    assert pearson([1, 2, 3], [3, 3, 3]) == 0.0


def test_a_file_of_the_format_is_measured(tmp_path: Path) -> None:
    """A denied and a plain event, in the corpus' own form, come out below and at the top."""
    record = {
        "text": "The army shelled Hadrut . The army did not shell Barda .",
        "targets": [
            {"span1": [2, 3], "label": 3.0, "span_text": "shelled"},
            {"span1": [9, 10], "label": -3.0, "span_text": "shell"},
        ],
    }
    (tmp_path / "dev.jsonl").write_text(json.dumps(record) + "\n", "utf-8")

    found = measure(json_lines(files_in([tmp_path])))

    assert found.events == 2
    assert found.negatives.f1 == 1.0


def test_a_scale_is_the_median_of_labels() -> None:
    """A judgement stands where its labels have their median, and by default where they are few."""
    planned, denied = Answer(Mood.AIMED, reported=False), Answer(Stance.DENIED, reported=False)
    scale = fitted([(3.0, planned)] * LEAST + [(0.0, planned), (-3.0, denied)])

    assert place(planned, scale) == 3.0
    assert place(planned, {}) < 3.0
    assert place(denied, scale) == place(denied, {})
