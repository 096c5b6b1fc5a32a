"""Factuality: `python -m evaluation.factuality FILE.jsonl…` (or folders of such files).

Each line holds `text`, tokens parted by spaces, and `targets`, each with `span1` (tokens)
and `label` from -3.0 (certainly did not happen) to 3.0 (certainly did): the form of the
unified splits of UW, MEANTIME and UDS-IH2 (Jiang and de Marneffe, TACL 2021).

The extractor says nothing of events outside its subject, so the rules of stance are
asked directly, about every annotated word, with the attribution that stands above it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from evaluation.corpora import (
    arguments,
    attributor_of,
    document_of,
    finish,
    json_lines,
    lines_of,
    shown,
    word_at,
)
from remnant.extract.attribution import Attributor
from remnant.extract.marks import Line
from remnant.extract.modality import Mood, Unreal
from remnant.extract.stance import judge
from remnant.extract.words import Word
from remnant.knowledge import Knowledge, load_knowledge
from remnant.model.claim import Stance
from remnant.scorecard import Score

VALUES = {
    Stance.AFFIRMED: 3.0,
    Stance.HEDGED: 2.2,
    Stance.OPEN: 0.8,
    Stance.NOT_KNOWN: 0.0,
    Stance.DENIED: -1.5,
}
"""Where each stance stands on the scale: about its median label in the train split of UW."""

UNREAL = {
    Mood.FUTURE: 2.4,
    Mood.POSSIBLE: 1.4,
    Mood.REQUIRED: 1.4,
    Mood.SUPPOSED: 1.0,
    Mood.ASKED: 1.0,
    Mood.GENERIC: 3.0,
    Mood.AIMED: 1.6,
    Mood.BARRED: 0.6,
    Mood.TOUCHED: 2.2,
    Mood.AVERTED: -1.4,
}
"""What nobody claims, by why: as above."""

REPORTED = 2.8
"""Affirmed by a speaker whom the text names, rather than by the text itself: as above."""


@dataclass(frozen=True, slots=True)
class Event:
    """One annotated word: its label, and what was predicted."""

    label: float
    predicted: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far predictions agree with labels.

    Attributes:
        events: How many.
        mae: Mean absolute error, in steps of the scale.
        r: Pearson's correlation; 0.0 where one side does not vary.
        negatives: Score of finding labels of 0 or below.
        constant: Mean absolute error of always saying 3.
    """

    events: int
    mae: float
    r: float
    negatives: Score
    constant: float


def agreement(events: Sequence[Event]) -> Agreement:
    """Compare predictions with labels."""
    count = max(1, len(events))
    negative = [event for event in events if event.label <= 0]
    called = [event for event in events if event.predicted <= 0]
    hits = sum(event.label <= 0 for event in called)
    return Agreement(
        len(events),
        sum(abs(event.label - event.predicted) for event in events) / count,
        pearson([event.label for event in events], [event.predicted for event in events]),
        Score.of(hits, len(called), len(negative)),
        sum(abs(event.label - VALUES[Stance.AFFIRMED]) for event in events) / count,
    )


def pearson(left: Sequence[float], right: Sequence[float]) -> float:
    """Return Pearson's product-moment correlation; 0.0 where one side does not vary."""
    count = len(left)
    if not count:
        return 0.0
    mean_left, mean_right = sum(left) / count, sum(right) / count
    pairs = [(one - mean_left, other - mean_right) for one, other in zip(left, right, strict=True)]
    spread = sqrt(sum(one**2 for one, _ in pairs) * sum(other**2 for _, other in pairs))
    return sum(one * other for one, other in pairs) / spread if spread else 0.0


def value_of(word: Word, line: Line, attributor: Attributor) -> float:
    """Place what the text says of one word on the scale."""
    chain = attributor.chain(line, word)
    stance = judge(word, chain.top)
    if isinstance(stance, Unreal):
        return UNREAL[stance.mood]
    if chain.denied:
        return VALUES[Stance.DENIED]
    if stance is Stance.AFFIRMED:
        stance = chain.stance
    if stance is Stance.AFFIRMED and chain.links:
        return REPORTED
    return VALUES[stance]


def events_of(record: dict[str, object], name: str, knowledge: Knowledge) -> list[Event]:
    """Return the annotated words of one line; a word that is not found again counts as 3."""
    tokens, targets = str(record["text"]).split(" "), record["targets"]
    document = document_of(" ".join(tokens), name)
    lines = lines_of(document, knowledge)
    attributor = attributor_of(document, lines, knowledge)
    found = []
    for target in targets if isinstance(targets, list) else []:
        first = int(target["span1"][0])
        start = sum(len(token) + 1 for token in tokens[:first])
        here = word_at(lines, start, start + len(tokens[first]))
        value = value_of(here[1], here[0], attributor) if here else VALUES[Stance.AFFIRMED]
        found.append(Event(float(target["label"]), value))
    return found


def measure(records: Iterable[dict[str, object]]) -> Agreement:
    """Measure all lines."""
    knowledge = load_knowledge()
    numbered = enumerate(records)
    return agreement(
        [event for number, one in numbered for event in events_of(one, f"{number}.txt", knowledge)]
    )


def files_in(paths: Iterable[Path]) -> list[Path]:
    """Return the files of JSON lines that the paths are or hold."""
    return [
        file
        for path in paths
        for file in (sorted(path.rglob("*.jsonl")) if path.is_dir() else [path])
    ]


def main() -> None:
    """Measure the files named on the command line, taken together."""
    files = files_in(arguments("evaluation.factuality FILE.jsonl…"))
    found = measure(json_lines(files))
    finish(
        {
            "events": found.events,
            "mae": round(found.mae, 4),
            "pearson_r": round(found.r, 4),
            "negatives": shown(found.negatives),
            "constant_mae": round(found.constant, 4),
        }
    )


if __name__ == "__main__":
    main()
