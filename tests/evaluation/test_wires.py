from pathlib import Path

import pytest

from evaluation.wires import articles_in, measure
from remnant.knowledge import load_knowledge

WIRED = "A strike.\n\nBARDA, Azerbaijan (AP) — Rockets struck the market on Wednesday.\n"
CREDITED = "A strike.\n\nRockets struck the market on Wednesday.\n\nh/t: The Hill.\n"
OWN = "A strike.\n\nRockets struck the market, the Associated Press reported.\n"


def _folder(folder: Path) -> Path:
    rows = [("wired", "AP", "None"), ("credited", "NA", "h/t: The Hill"), ("own", "None", "None")]
    lines = ["filename\tcredit\twire", *(f"{name}\t{it}\t{wire}" for name, wire, it in rows)]
    (folder / "metadata.tsv").write_text("\n".join(lines), "utf-8")
    (folder / "dev" / "text").mkdir(parents=True)
    for (name, *_), text in zip(rows, (WIRED, CREDITED, OWN), strict=True):
        (folder / "dev" / "text" / f"{name}.txt").write_text(text, "utf-8")
    return folder


def test_marks_are_read(tmp_path: Path) -> None:
    """A wire may be named, none, or not marked; a credit loses its `h/t`."""
    found = {one.text: (one.wire, one.credit) for one in articles_in(_folder(tmp_path))}

    assert found == {WIRED: ("AP", ""), CREDITED: (None, "The Hill"), OWN: ("", "")}


def test_a_dateline_and_a_credit_are_found(tmp_path: Path) -> None:
    """The dateline gives the wire and the last line the credit; a plain mention is neither."""
    figures = measure(articles_in(_folder(tmp_path)), load_knowledge())

    assert figures["wire"] == {"precision": 1.0, "recall": 1.0, "f1": pytest.approx(1.0)}
    assert figures["credit"] == {"precision": 1.0, "recall": 1.0, "f1": pytest.approx(1.0)}
