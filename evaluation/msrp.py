"""The same claim restated: `python -m evaluation.msrp FILE`.

The file is that of the Microsoft Research Paraphrase Corpus (Dolan, Quirk and Brockett,
2004): tab-separated `Quality`, two identifiers and two sentences, with a heading.

We say yes if a claim of one sentence and a claim of the other agree in kind, stance and in
every slot that both fill, and they fill at least one in common; a pair in which a sentence
holds no claim is a no. `covered` takes only the pairs in which both hold one. `text` is the
likeness of the words alone, whose weights were fitted on the train split, and `both` says yes if
either does. The share of words in common (Jaccard) is the baseline.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from evaluation.corpora import arguments, document_of, finish
from evaluation.famus import Decision, figures_of
from evaluation.likeness import says_again
from remnant.extract import extract
from remnant.knowledge import Knowledge, load_knowledge
from remnant.model.claim import Slot
from remnant.model.resolution import ResolvedClaim
from remnant.resolve import resolve

JACCARD = 0.37
"""Share of common words from which the baseline says yes: the best on the train split."""

_WORD = re.compile(r"\w+")
_COLUMNS = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences, and whether they say the same."""

    first: str
    second: str
    same: bool


def pairs_in(path: Path) -> list[Pair]:
    """Return the pairs of a file, in order."""
    lines = path.read_text("utf-8-sig").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    return [Pair(row[3], row[4], row[0] == "1") for row in rows if len(row) == _COLUMNS]


def jaccard(first: str, second: str) -> float:
    """Return the words in common over the words of either."""
    ours, theirs = (set(_WORD.findall(one.casefold())) for one in (first, second))
    return len(ours & theirs) / len(ours | theirs) if ours or theirs else 0.0


def claims_of(text: str, knowledge: Knowledge) -> tuple[ResolvedClaim, ...]:
    """Return the claims of one sentence."""
    document = document_of(text, "sentence.txt")
    claims = extract(document, knowledge=knowledge)
    return resolve(claims, document=document, knowledge=knowledge)


def restates(one: ResolvedClaim, other: ResolvedClaim) -> bool:
    """Say whether two claims are one claim in other words."""
    if (one.claim.kind, one.claim.stance) != (other.claim.kind, other.claim.stance):
        return False
    common = [
        (set(one.values(slot)), set(other.values(slot)))
        for slot in Slot
        if one.values(slot) and other.values(slot)
    ]
    return bool(common) and all(not ours.isdisjoint(theirs) for ours, theirs in common)


def same_claim(pair: Pair, knowledge: Knowledge) -> bool | None:
    """Say whether two sentences share a claim; `None` where one of them holds none."""
    first, second = (claims_of(one, knowledge) for one in (pair.first, pair.second))
    if not first or not second:
        return None
    return any(restates(one, other) for one, other in product(first, second))


def measure(
    pairs: Sequence[Pair], judge: Callable[[Pair], bool | None], *, threshold: float = JACCARD
) -> dict[str, object]:
    """Measure pairs."""
    called = [(pair, judge(pair)) for pair in pairs]
    covered = [(pair, one) for pair, one in called if one is not None]
    text = [says_again(pair.first, pair.second) > 0.0 for pair in pairs]
    alike = [jaccard(pair.first, pair.second) >= threshold for pair in pairs]
    return {
        "pairs": len(pairs),
        "pairs with claims": len(covered),
        "same claim": figures_of([Decision(pair.same, one is True) for pair, one in called]),
        "covered": figures_of([Decision(pair.same, one is True) for pair, one in covered]),
        "covered, always yes": figures_of(
            [Decision(pair.same, called=True) for pair, _ in covered]
        ),
        "text": figures_of(
            [Decision(pair.same, one) for pair, one in zip(pairs, text, strict=True)]
        ),
        "both": figures_of(
            [
                Decision(pair.same, one is True or words)
                for (pair, one), words in zip(called, text, strict=True)
            ]
        ),
        "words in common": figures_of(
            [Decision(pair.same, one) for pair, one in zip(pairs, alike, strict=True)]
        ),
        "always yes": figures_of([Decision(pair.same, called=True) for pair in pairs]),
    }


def main() -> None:
    """Measure the file named on the command line."""
    (path, *_) = arguments("evaluation.msrp FILE")
    knowledge = load_knowledge()
    finish(measure(pairs_in(path), lambda pair: same_claim(pair, knowledge)))


if __name__ == "__main__":
    main()
