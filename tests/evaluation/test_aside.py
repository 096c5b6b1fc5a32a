import json
from pathlib import Path

import pytest

from evaluation.aside import FLOOR, Aside, measure
from evaluation.gate import GOLDS
from remnant.knowledge import Knowledge, load_knowledge


@pytest.fixture(scope="module", name="knowledge")
def _knowledge() -> Knowledge:
    return load_knowledge()


def _gold(folder: Path, texts: dict[str, tuple[str, list[int]]]) -> Path:
    for name in ("docs", "claims"):
        (folder / name).mkdir()
    for name, (text, starts) in texts.items():
        claims = [{"id": str(at), "kind": "use", "quote": text[at:], "start": at} for at in starts]
        (folder / "docs" / f"{name}.txt").write_text(text)
        (folder / "claims" / f"{name}.json").write_text(json.dumps({"doc": name, "claims": claims}))
    return folder


def test_what_is_lost_is_counted(
    knowledge: Knowledge, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Claims of documents that are set aside are lost; a paragraph alone may lose more."""
    gold = _gold(
        tmp_path,
        {
            "one": (
                "Rockets were fired at Barda.\n\nTwice on Monday, and once more later.",
                [0, 30],
            ),
            "two": ("The opera opened on a mild evening.", [0]),
            "three": ("A mild evening it was.", []),
        },
    )

    assert measure(gold, knowledge) == Aside(3, 2, 1, 1, 1)
    assert "lost: two" in capsys.readouterr().out


def test_documents_with_incidents_are_counted(knowledge: Knowledge, tmp_path: Path) -> None:
    """Of documents of another corpus, those with an incident should be kept."""
    file = tmp_path / "muc.jsonl"
    lines = [
        {"docid": "1", "text": "GUNMEN KIDNAPPED A PRIEST.", "templates": [{}]},
        {"docid": "2", "text": "THE OPERA OPENED.", "templates": []},
        {"docid": "3", "text": "THE OPERA CLOSED.", "templates": [{}]},
    ]
    file.write_text("\n".join(map(json.dumps, lines)))
    found = measure(file, knowledge)

    assert found == Aside(2, 1, 0, 1, 1)
    assert found.figures() == {"claims": 2, "without": 1, "kept": 0.5, "aside": 1.0}


@pytest.mark.parametrize("gold", [one for one in GOLDS if one.folder], ids=lambda one: one.name)
def test_gold_claims_are_not_set_aside(knowledge: Knowledge, gold: object) -> None:
    """Of every 200 gold claims, at most one stands in a document that is set aside."""
    folder = getattr(gold, "folder", None)
    assert isinstance(folder, Path)
    found = measure(folder, knowledge)

    assert found.claims > 100
    assert found.kept >= FLOOR * found.claims
