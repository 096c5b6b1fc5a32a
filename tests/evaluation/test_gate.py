import json
from pathlib import Path

import pytest

from evaluation.gate import check, digest, raised
from evaluation.reference import reference_folder


def test_a_figure_below_its_floor_is_named() -> None:
    """The sentence names the gold, the figure and the floor."""
    assert check("own", {"slots": 0.5}, {"slots": 0.6}) == [
        "own: slots fell to 0.5000; its floor is 0.6000"
    ]


def test_rounding_is_no_regression() -> None:
    """A figure within the slack of its floor passes; a missing one does not."""
    assert check("own", {"slots": 0.5996}, {"slots": 0.6}) == []
    assert check("own", {}, {"slots": 0.6}) != []


def test_a_floor_is_never_lowered() -> None:
    """An update takes the higher of floor and figure, and keeps what was not measured."""
    assert raised({"slots": 0.5, "strict": 0.3}, {"slots": 0.6, "detection": 0.7}) == {
        "detection": 0.7,
        "slots": 0.6,
        "strict": 0.3,
    }


def test_a_changed_gold_claim_changes_the_digest(tmp_path: Path) -> None:
    """A quiet change of the gold shows."""
    (tmp_path / "claims").mkdir()
    path = tmp_path / "claims" / "a.json"
    path.write_text(json.dumps({"doc": "a", "claims": []}))
    before = digest(tmp_path)
    path.write_text(json.dumps({"doc": "a", "claims": [{}]}))

    assert digest(tmp_path) != before


def test_the_reference_may_be_absent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the reference corpora there is no folder, and nothing fails."""
    monkeypatch.setenv("REMNANT_REFERENCE", str(tmp_path / "none"))

    assert reference_folder("gold") is None
