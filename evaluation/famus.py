"""Does this source report that event: `python -m evaluation.famus FILE.jsonl…`.

Each line is one of FAMuS' source validation pairs (Vashishtha and others, 2024): a report
with the words of an event, a source, and whether the source tells of that event. Pairs
whose negative was written by a machine are left out.

We say yes if the program links an event of the report's sentence with one of the source:
`linked` takes its own verdict alone, `asked` also the pairs that it would show a person.
The share of the report's content words that the source has is the baseline to beat.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from evaluation.corpora import arguments, document_of, finish, json_lines, shown
from remnant.extract import extract
from remnant.knowledge import Knowledge, load_knowledge
from remnant.link import compare, group
from remnant.model.document import Document
from remnant.model.incident import EventMention, Verdict
from remnant.resolve import resolve
from remnant.scorecard import Score

OVERLAP = 0.42
"""Share of common words from which the baseline says yes: the best on the dev split."""

LEAST_LETTERS = 4
"""Letters of a word that the baseline counts."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Pair:
    """A report and a source, and whether they tell of one event."""

    report: str
    source: str
    same: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """What the gold and a system say of one pair."""

    gold: bool
    called: bool


def pairs_of(records: Iterable[dict[str, object]]) -> list[Pair]:
    """Return the pairs that people wrote."""
    return [
        Pair(_text(one["report_dict"]), _text(one["source_dict"]), one["valid_source"] is True)
        for one in records
        if not one.get("bool_generated")
    ]


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


def verdict_of(pair: Pair, knowledge: Knowledge) -> Verdict | None:
    """Return the best verdict on an event of the report and one of the source.

    `None` where a side has no event that the program could compare.
    """
    documents = document_of(pair.report, "report.txt"), document_of(pair.source, "source.txt")
    report, source = (events_of(one, knowledge) for one in documents)
    if not report or not source or documents[0].id == documents[1].id:
        return None
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


def measure(
    pairs: Sequence[Pair], judge: Callable[[Pair], Verdict | None], *, threshold: float = OVERLAP
) -> dict[str, object]:
    """Measure pairs."""
    verdicts = [judge(pair) for pair in pairs]
    both = list(zip(pairs, verdicts, strict=True))
    return {
        "pairs": len(pairs),
        "with events on both sides": sum(one is not None for one in verdicts),
        "linked": figures_of([Decision(pair.same, one is Verdict.SAME) for pair, one in both]),
        "asked": figures_of(
            [Decision(pair.same, one in {Verdict.SAME, Verdict.ASK}) for pair, one in both]
        ),
        "word overlap": figures_of(
            [Decision(pair.same, overlap(pair.report, pair.source) >= threshold) for pair in pairs]
        ),
        "always no": figures_of([Decision(pair.same, called=False) for pair in pairs]),
    }


def main() -> None:
    """Measure the files named on the command line, taken together."""
    pairs = pairs_of(json_lines(arguments("evaluation.famus FILE.jsonl…")))
    knowledge = load_knowledge()
    finish(measure(pairs, lambda pair: verdict_of(pair, knowledge)))


if __name__ == "__main__":
    main()
