"""Factuality: `python -m evaluation.factuality FILE.jsonl… [--fit TRAIN.jsonl]` (or folders).

Each line holds `text`, tokens parted by spaces, and `targets`, each with `span1` (tokens)
and `label` from -3.0 (certainly did not happen) to 3.0 (certainly did): the form of the
unified splits of UW, MEANTIME and UDS-IH2 (Jiang and de Marneffe, TACL 2021).

The extractor says nothing of events outside its subject, so the rules of stance are
asked directly, about every annotated word, with the attribution that stands above it. What they
answer is placed on the scale by the median label of UW's train split; with `--fit`, by that of
another train split, because the corpora differ in how certain an announced event is.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from statistics import median

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
from remnant.extract.language.modality import Mood, Unreal
from remnant.extract.language.stance import judge
from remnant.extract.language.words import Word
from remnant.extract.names.marks import Line
from remnant.extract.speaking.attribution import Attributor
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


FIT = "--fit"
"""Option before the train splits whose labels give the scale."""


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


@dataclass(frozen=True, slots=True)
class Answer:
    """What the rules of stance answer about one word.

    Attributes:
        judgement: The stance, or why nobody claims it.
        reported: A named speaker says it.
    """

    judgement: Stance | Mood
    reported: bool


UNFOUND = Answer(Stance.AFFIRMED, reported=False)
"""What is answered about a word that is not found again."""

Scale = Mapping[Stance | Mood, float]
"""Where judgements stand; one that is missing stands by `VALUES`, `UNREAL` and `REPORTED`."""


def answer(word: Word, line: Line, attributor: Attributor) -> Answer:
    """Return what the text says of one word."""
    chain = attributor.chain(line, word)
    found = judge(word, chain.top)
    reported = bool(chain.links)
    if isinstance(found, Unreal):
        return Answer(found.mood, reported)
    if chain.denied:
        return Answer(Stance.DENIED, reported)
    return Answer(chain.stance if found is Stance.AFFIRMED else found, reported)


def place(one: Answer, scale: Scale) -> float:
    """Place an answer on the scale."""
    if one.judgement in scale:
        return scale[one.judgement]
    if isinstance(one.judgement, Mood):
        return UNREAL[one.judgement]
    told = one.judgement is Stance.AFFIRMED and one.reported
    return REPORTED if told else VALUES[one.judgement]


LEAST = 5
"""Labels from which a median is taken."""


def fitted(answers: Iterable[tuple[float, Answer]]) -> dict[Stance | Mood, float]:
    """Return the median label of each judgement that is given often enough."""
    labels: dict[Stance | Mood, list[float]] = {}
    for label, one in answers:
        labels.setdefault(one.judgement, []).append(label)
    return {one: median(found) for one, found in labels.items() if len(found) >= LEAST}


def answers_of(
    record: dict[str, object], name: str, knowledge: Knowledge
) -> list[tuple[float, Answer]]:
    """Return the labels of the annotated words of one line, with what is answered about each."""
    tokens, targets = str(record["text"]).split(" "), record["targets"]
    document = document_of(" ".join(tokens), name)
    lines = lines_of(document, knowledge)
    attributor = attributor_of(document, lines, knowledge)
    found = []
    for target in targets if isinstance(targets, list) else []:
        first = int(target["span1"][0])
        start = sum(len(token) + 1 for token in tokens[:first])
        here = word_at(lines, start, start + len(tokens[first]))
        said = answer(here[1], here[0], attributor) if here else UNFOUND
        found.append((float(target["label"]), said))
    return found


def read(records: Iterable[dict[str, object]]) -> list[tuple[float, Answer]]:
    """Return the labels and answers of all lines."""
    knowledge = load_knowledge()
    numbered = enumerate(records)
    return [
        one for number, line in numbered for one in answers_of(line, f"{number}.txt", knowledge)
    ]


def measure(
    records: Iterable[dict[str, object]], *, train: Iterable[dict[str, object]] = ()
) -> Agreement:
    """Measure all lines, on the scale of a train split if there is one."""
    scale = fitted(read(train))
    return agreement([Event(label, place(one, scale)) for label, one in read(records)])


def files_in(paths: Iterable[Path]) -> list[Path]:
    """Return the files of JSON lines that the paths are or hold."""
    return [
        file
        for path in paths
        for file in (sorted(path.rglob("*.jsonl")) if path.is_dir() else [path])
    ]


def main() -> None:
    """Measure the files named on the command line, taken together."""
    usage = "evaluation.factuality FILE.jsonl… [--fit TRAIN.jsonl]"
    named = sys.argv.index(FIT) if FIT in sys.argv else len(sys.argv)
    train = [Path(one) for one in sys.argv[named + 1 :]]
    del sys.argv[named:]
    files = files_in(arguments(usage))
    found = measure(json_lines(files), train=json_lines(files_in(train)))
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
