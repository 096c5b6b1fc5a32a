"""Claims against a gold folder: `python -m evaluation.claims GOLD_DIR`.

The folder holds `docs/NAME.txt`, `claims/NAME.json` and `meta.json`, in the interchange
form of `docs/reference/claims.md`. The last line printed is one line of JSON.
"""

import json
import sys
from pathlib import Path

from remnant.cli.scoring import claim_lines, print_scorecard, read_meta
from remnant.scorecard import Scorecard, load, score


def measure(gold: Path, *, only: frozenset[str] = frozenset()) -> Scorecard:
    """Return the scorecard of the extractor over a gold folder, or over some of its documents."""
    expected = load(gold / "claims")
    if only:
        expected = {doc: claims for doc, claims in expected.items() if doc in only}
    files = [gold / "docs" / f"{doc}.txt" for doc in sorted(expected)]
    predicted: dict[str, list[dict[str, object]]] = {}
    for line in claim_lines(files, given=read_meta(gold / "meta.json")):
        predicted.setdefault(str(line["doc"]), []).append(line)
    return score(expected, predicted)


def figures(card: Scorecard) -> dict[str, float]:
    """Return the figures of a scorecard that are worth a floor."""
    return {
        "detection": round(card.detection.f1, 4),
        "slots": round(card.slots.f1, 4),
        "strict": round(card.strict.f1, 4),
        **{
            f"paired_{slot}": round(share, 4)
            for slot, share in card.paired
            if slot in {"stance", "speaker", "killed", "injured"}
        },
    }


def main() -> None:
    """Measure the folder named on the command line."""
    if len(sys.argv) != 2:  # noqa: PLR2004 - the program and one folder
        sys.exit("usage: python -m evaluation.claims GOLD_DIR")
    card = measure(Path(sys.argv[1]))
    print_scorecard(card)
    print(json.dumps(figures(card), sort_keys=True))


if __name__ == "__main__":
    main()
