"""The gate: measures accuracy and fails below a floor. Floors only rise.

`python -m evaluation.gate` measures. `--update` raises each floor to what was measured
and refuses to lower one. A gold folder that is not at hand is skipped with a line.
"""

import json
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from evaluation import aside
from evaluation.claims import figures, measure
from evaluation.reference import reference_folder
from remnant.knowledge import load_knowledge

FLOORS = Path(__file__).parent / "floors.json"
SLACK = 0.0005
"""How far below its floor a figure may fall before the gate fails: rounding, not regression."""


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold folder that is measured.

    Attributes:
        name: Its key in the floors.
        folder: Where it is, or `None` if it is not at hand.
    """

    name: str
    folder: Path | None


GOLDS = (
    Gold("own", Path(__file__).parent / "gold"),
    Gold("reference", reference_folder("gold")),
)


def digest(folder: Path) -> str:
    """Return a digest of the gold claims and documents, so that a quiet change shows."""
    total = sha256()
    for path in sorted([*folder.glob("claims/*.json"), *folder.glob("docs/*")]):
        total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def check(name: str, measured: dict[str, float], floors: dict[str, float]) -> list[str]:
    """Return a sentence for each figure that fell below its floor."""
    return [
        f"{name}: {measure} fell to {measured.get(measure, 0.0):.4f}; its floor is {floor:.4f}"
        for measure, floor in sorted(floors.items())
        if measured.get(measure, 0.0) < floor - SLACK
    ]


def raised(measured: dict[str, float], floors: dict[str, float]) -> dict[str, float]:
    """Return floors lifted to what was measured; none is lowered."""
    return {
        name: max(measured.get(name, 0.0), floors.get(name, 0.0))
        for name in sorted({*measured, *floors})
    }


def not_set_aside(folder: Path) -> float:
    """Return the share of gold claims in documents that are parsed at all."""
    return aside.measure(folder, load_knowledge()).figures()["kept"]


def main() -> None:
    """Measure every gold folder at hand; check or raise the floors."""
    update = "--update" in sys.argv[1:]
    pinned = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    failures: list[str] = []
    for gold in GOLDS:
        if gold.folder is None:
            print(f"{gold.name}: not at hand, skipped")
            continue
        failures += _gate(gold.name, gold.folder, pinned, update=update)
    if failures:
        sys.exit("\n".join(failures))
    if update:
        FLOORS.write_text(json.dumps(pinned, indent=2, sort_keys=True) + "\n", "utf-8")


def _gate(
    name: str, folder: Path, pinned: dict[str, dict[str, object]], *, update: bool
) -> list[str]:
    measured = figures(measure(folder)) | {"not_set_aside": not_set_aside(folder)}
    print(name, json.dumps(measured, sort_keys=True))
    entry = pinned.setdefault(name, {"digest": digest(folder), "floors": {}})
    floors = entry["floors"]
    if not isinstance(floors, dict):
        return [f"{FLOORS}: the floors of {name} must be an object"]
    failures = check(name, measured, floors)
    if update:
        entry["floors"] = raised(measured, floors)
        entry["digest"] = digest(folder)
    elif entry["digest"] != digest(folder):
        failures.append(f"{name}: the gold changed; look at the change, then run --update")
    return failures


if __name__ == "__main__":
    main()
