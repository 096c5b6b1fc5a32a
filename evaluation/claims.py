"""Claims against a gold folder: `python -m evaluation.claims GOLD_DIR`.

The folder holds `docs/NAME.txt`, `claims/NAME.json` and `meta.json`, in the interchange
form of `docs/reference/claims.md`. The last line printed is one line of JSON.
"""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from evaluation.entities import actors, placed
from remnant.cli.scoring import print_scorecard, read_meta, results
from remnant.knowledge import load_knowledge
from remnant.model.record import DocumentResult
from remnant.publish.interchange import claim_line
from remnant.scorecard import ClaimLine, Scorecard, load, score


def measure(gold: Path, *, only: frozenset[str] = frozenset()) -> Scorecard:
    """Return the scorecard of the extractor over a gold folder, or over some of its documents."""
    expected = load(gold / "claims")
    if only:
        expected = {doc: claims for doc, claims in expected.items() if doc in only}
    return scored(expected, read(gold, sorted(expected)))


def read(gold: Path, docs: Iterable[str]) -> dict[str, DocumentResult]:
    """Return what the program reads in documents of a gold folder, by name."""
    files = [gold / "docs" / f"{doc}.txt" for doc in docs]
    found = results(files, given=read_meta(gold / "meta.json"))
    return {path.stem: result for path, result in found}


def scored(
    expected: Mapping[str, Sequence[ClaimLine]], found: Mapping[str, DocumentResult]
) -> Scorecard:
    """Return the scorecard of what was read."""
    predicted = {
        doc: [claim_line(resolved, doc=doc) for resolved in result.resolved]
        for doc, result in found.items()
    }
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
    gold = Path(sys.argv[1])
    expected = load(gold / "claims")
    found = read(gold, sorted(expected))
    card = scored(expected, found)
    print_scorecard(card)
    entities = {
        "places": placed(expected, found, load_knowledge()).figures(),
        "actors": actors(card),
    }
    for name, values in entities.items():
        print(f"{name:12} {values}")
    print(json.dumps({**figures(card), **entities}, sort_keys=True))


if __name__ == "__main__":
    main()
