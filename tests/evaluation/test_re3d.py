import json
from pathlib import Path

import pytest

from evaluation.re3d import Entity, agreed, gold_in, measure, predicted
from remnant.knowledge import load_knowledge

GOLD: list[Entity] = [("Location", 0, 5), ("Location", 10, 15), ("Weapon", 20, 30)]


def test_a_folder_of_the_format_is_read(tmp_path: Path) -> None:
    """Kinds that are not scored are left out, and so is an article at the beginning."""
    text = "The United Nations met Ban Ki-moon in Baghdad."
    entities = [("Organisation", 0, 18), ("Person", 23, 34), ("Location", 38, 45)]
    (tmp_path / "documents.json").write_text(json.dumps({"_id": "d", "text": text}), "utf-8")
    lines = [
        json.dumps({"documentId": "d", "type": kind, "begin": start, "end": end})
        for kind, start, end in entities
    ]
    (tmp_path / "entities.json").write_text("\n".join(lines), "utf-8")

    ((read, gold),) = gold_in(tmp_path)

    assert read == text
    assert gold == [("Location", 38, 45), ("Organisation", 4, 18)]


def test_the_gold_itself_scores_one_and_nothing_scores_nothing() -> None:
    """Equal entities score 1.0; none score 0.0."""
    assert measure([(GOLD, GOLD)])["all"]["exact"].f1 == 1.0
    assert measure([(GOLD, [])])["all"]["overlap"].f1 == 0.0


def test_a_middle_case_by_hand() -> None:
    """One place is exact, one overlaps, the weapon is missed, and one date is spurious."""
    found: list[Entity] = [("Location", 0, 5), ("Location", 12, 18), ("Temporal", 40, 44)]

    scores = measure([(GOLD, found)])

    assert scores["Location"]["exact"].f1 == pytest.approx(0.5)
    assert scores["Location"]["overlap"].f1 == 1.0
    assert scores["Weapon"]["exact"].f1 == 0.0
    assert scores["all"]["overlap"].recall == pytest.approx(2 / 3)
    assert scores["all"]["overlap"].precision == pytest.approx(2 / 3)


def test_one_entity_agrees_with_one_only() -> None:
    """A long entity over two short ones agrees with one of them."""
    assert agreed([(0, 10)], [(0, 4), (5, 9)], exact=False) == 1


def test_the_program_marks_names() -> None:
    """A place, a weapon and a day of a plain sentence are marked with their offsets."""
    text = "Rockets struck Aleppo on 3 October 2016."

    found = predicted(text, load_knowledge())

    assert ("Weapon", 0, 7) in found
    assert ("Location", 15, 21) in found
    assert ("Temporal", 25, 39) in found
