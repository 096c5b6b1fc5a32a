"""Does this source report that event: `python -m evaluation.famus FILE.jsonl…`.

Each line is one of FAMuS' source validation pairs (Vashishtha and others, 2024): a report
with the words of an event, a source, and whether the source tells of that event. Pairs
whose negative was written by a machine are left out.

The linker says yes if it links an event of the report with one of the source (`linked`), or would
show the pair to a person (`asked`). `weights alone` is `linked` without its comparison of wording.
`text` is the likeness of the words alone. `both` says yes where the linker or the words do. The
share of the report's content words that the source has, with the best threshold, is the baseline
to beat. The weights of the likeness were fitted on the dev split; `text, held out` fits them anew
on nine tenths and answers for the other tenth.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from math import exp
from operator import mul

from evaluation.corpora import arguments, document_of, finish, json_lines, shown
from evaluation.likeness import Likeness, tells_of
from remnant.extract import extract
from remnant.knowledge import Knowledge, load_knowledge
from remnant.link import compare, group
from remnant.model.document import Document
from remnant.model.incident import EventMention, Verdict
from remnant.resolve import resolve
from remnant.scorecard import Score

OVERLAP = 0.42
"""Share of common words from which the baseline says yes: the best on the dev split."""

FOLDS = 10
"""Parts of the pairs that the held-out figure answers for one after the other."""

ROUNDS, RATE = 300, 4.0
"""Steps of the fit and how far each goes."""

LEAST_LETTERS = 4
"""Letters of a word that the baseline counts."""

_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"])")


@dataclass(frozen=True, slots=True)
class Pair:
    """A report and a source, and whether they tell of one event."""

    report: str
    source: str
    same: bool
    start: int = 0
    end: int = 0

    @property
    def event(self) -> str:
        """The words of the report that name the event."""
        return self.report[self.start : self.end]

    @property
    def sentence(self) -> str:
        """The sentence of the report that they stand in."""
        before = [one.end() for one in _SENTENCE_END.finditer(self.report, 0, self.start)]
        after = _SENTENCE_END.search(self.report, self.end)
        return self.report[before[-1] if before else 0 : after.start() if after else None]


@dataclass(frozen=True, slots=True)
class Decision:
    """What the gold and a system say of one pair."""

    gold: bool
    called: bool


def pairs_of(records: Iterable[dict[str, object]]) -> list[Pair]:
    """Return the pairs that people wrote."""
    return [
        Pair(
            _text(one["report_dict"]),
            _text(one["source_dict"]),
            one["valid_source"] is True,
            *_range(one["report_dict"]),
        )
        for one in records
        if not one.get("bool_generated")
    ]


def _range(side: object) -> tuple[int, int]:
    """Return where the words that name the event stand; the whole text if it is not said.

    The file gives the offsets of their first and of their last letter.
    """
    marked = side.get("frame-trigger-span") if isinstance(side, dict) else None
    return (int(marked[1]), int(marked[2]) + 1) if marked else (0, len(_text(side)))


def _text(side: object) -> str:
    return str(side["doctext"]) if isinstance(side, dict) else ""


def accuracy(decisions: Sequence[Decision]) -> float:
    """Return the share of pairs that were decided as in the gold."""
    right = sum(one.gold == one.called for one in decisions)
    return right / len(decisions) if decisions else 0.0


def score(decisions: Sequence[Decision]) -> Score:
    """Return the score of saying yes."""
    agreed = sum(one.gold and one.called for one in decisions)
    return Score.of(
        agreed, sum(one.called for one in decisions), sum(one.gold for one in decisions)
    )


def overlap(report: str, source: str) -> float:
    """Return the share of the report's content words that the source has too."""
    ours, theirs = _words(report), _words(source)
    return len(ours & theirs) / len(ours) if ours else 0.0


def _words(text: str) -> set[str]:
    return {one for one in _WORD.findall(text.casefold()) if len(one) >= LEAST_LETTERS}


def events_of(document: Document, knowledge: Knowledge) -> tuple[EventMention, ...]:
    """Return the event mentions of one document."""
    claims = extract(document, knowledge=knowledge)
    resolved = resolve(claims, document=document, knowledge=knowledge)
    return group(resolved, document=document, knowledge=knowledge)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The best verdict on an event of the report and one of the source.

    `None` where a side has no event that the program could compare.

    Attributes:
        linker: By all that the linker compares.
        weights: Without the wording.
    """

    linker: Verdict | None = None
    weights: Verdict | None = None


def verdicts_of(pair: Pair, knowledge: Knowledge) -> Verdicts:
    """Return what the linker says of a pair."""
    documents = document_of(pair.report, "report.txt"), document_of(pair.source, "source.txt")
    report, source = (events_of(one, knowledge) for one in documents)
    if not report or not source or documents[0].id == documents[1].id:
        return Verdicts()
    bare = [[replace(one, words=()) for one in side] for side in (report, source)]
    return Verdicts(best(report, source), best(*bare))


def best(report: Sequence[EventMention], source: Sequence[EventMention]) -> Verdict:
    """Return the verdict nearest to one event on a mention of each side."""
    ours = {mention.id for mention in report}
    verdicts = {
        link.verdict
        for link in compare((*report, *source))
        if (link.left in ours) is not (link.right in ours)
    }
    ranked = (Verdict.SAME, Verdict.ASK, Verdict.DIFFERENT)
    return next((one for one in ranked if one in verdicts), Verdict.DIFFERENT)


def figures_of(decisions: Sequence[Decision]) -> dict[str, object]:
    """Return the figures of one system."""
    return {"accuracy": round(accuracy(decisions), 4), **shown(score(decisions))}


def likeness_of(pair: Pair) -> Likeness:
    """Return how much of the report's event the source has."""
    return tells_of(pair.source, event=pair.event, sentence=pair.sentence, report=pair.report)


def held_out(likenesses: Sequence[Likeness], gold: Sequence[bool]) -> list[bool]:
    """Answer for each tenth of the pairs by weights fitted on the others."""
    rows = [(1.0, one.sentence, one.stretch, float(one.event), one.report) for one in likenesses]
    weights = []
    for fold in range(min(FOLDS, len(rows))):
        others = [number for number in range(len(rows)) if number % FOLDS != fold]
        weights.append(fitted([rows[one] for one in others], [gold[one] for one in others]))
    return [sum(map(mul, weights[index % FOLDS], row)) > 0.0 for index, row in enumerate(rows)]


def fitted(rows: Sequence[tuple[float, ...]], gold: Sequence[bool]) -> list[float]:
    """Fit a logistic regression by gradient ascent; the first column is the constant."""
    weights = [0.0] * (len(rows[0]) if rows else 0)
    for _ in range(ROUNDS):
        slope = [0.0] * len(weights)
        for row, true in zip(rows, gold, strict=True):
            miss = true - 1.0 / (1.0 + exp(-sum(map(mul, weights, row))))
            slope = [one + miss * value for one, value in zip(slope, row, strict=True)]
        weights = [
            one + RATE * change / len(rows) for one, change in zip(weights, slope, strict=True)
        ]
    return weights


def measure(
    pairs: Sequence[Pair], judge: Callable[[Pair], Verdicts], *, threshold: float = OVERLAP
) -> dict[str, object]:
    """Measure pairs."""
    verdicts = [judge(pair) for pair in pairs]
    likenesses = [likeness_of(pair) for pair in pairs]
    gold = [pair.same for pair in pairs]

    def called(answers: Iterable[bool]) -> dict[str, object]:
        return figures_of([Decision(*one) for one in zip(gold, answers, strict=True)])

    linked = [one.linker is Verdict.SAME for one in verdicts]
    text = [one.bits > 0.0 for one in likenesses]
    return {
        "pairs": len(pairs),
        "with events on both sides": sum(one.linker is not None for one in verdicts),
        "weights alone": called(one.weights is Verdict.SAME for one in verdicts),
        "linked": called(linked),
        "asked": called(one.linker in {Verdict.SAME, Verdict.ASK} for one in verdicts),
        "text": called(text),
        "text, held out": called(held_out(likenesses, gold)),
        "both": called(one or other for one, other in zip(linked, text, strict=True)),
        "word overlap": called(overlap(one.report, one.source) >= threshold for one in pairs),
        "always no": called(False for _ in pairs),
    }


def main() -> None:
    """Measure the files named on the command line, taken together."""
    pairs = pairs_of(json_lines(arguments("evaluation.famus FILE.jsonl…")))
    knowledge = load_knowledge()
    finish(measure(pairs, lambda pair: verdicts_of(pair, knowledge)))


if __name__ == "__main__":
    main()
