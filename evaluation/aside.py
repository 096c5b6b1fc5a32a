"""What setting texts aside loses: `python -m evaluation.aside FOLDER|FILE.jsonl…`.

A document with nothing to say on the subject is set aside before it is parsed. A folder is a
gold folder (`docs/NAME.txt`, `claims/NAME.json`): `kept` is the share of its claims that stand in
documents that are not set aside, and must not fall below 0.995. `passages` is the harder figure:
the share of claims whose own paragraph, were it all there is, would not be set aside either.

A file of JSON lines in the form of MUC-3/4 (`text`, `templates`) is a check on texts of another
kind: `kept` is the share of documents with an incident that are not set aside, and `aside` that
of documents without one that are. No document is parsed.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.corpora import arguments, document_of, finish, json_lines
from remnant.extract.extracting import can_hold_a_claim
from remnant.knowledge import Knowledge, load_knowledge
from remnant.model.document import Document
from remnant.scorecard import load

FLOOR = 0.995
"""Least share of gold claims in documents that are not set aside."""


@dataclass(frozen=True, slots=True)
class Aside:
    """What setting aside does to some texts.

    Attributes:
        claims: Number of gold claims, or of documents with an incident.
        kept: How many of them are not lost.
        passages: How many gold claims would be kept by their paragraph alone.
        without: Number of documents that have nothing to lose.
        aside: How many of those are set aside.
    """

    claims: int = 0
    kept: int = 0
    passages: int = 0
    without: int = 0
    aside: int = 0

    def plus(self, other: "Aside") -> "Aside":
        """Return the sum of two."""
        return Aside(
            self.claims + other.claims,
            self.kept + other.kept,
            self.passages + other.passages,
            self.without + other.without,
            self.aside + other.aside,
        )

    def figures(self) -> dict[str, float]:
        """Return the shares; one that has no base is left out."""
        found: dict[str, float] = {"claims": self.claims, "without": self.without}
        if self.claims:
            found["kept"] = round(self.kept / self.claims, 4)
        if self.passages:
            found["passages"] = round(self.passages / self.claims, 4)
        if self.without:
            found["aside"] = round(self.aside / self.without, 4)
        return found


def of_gold(folder: Path, knowledge: Knowledge) -> Iterator[tuple[str, Aside]]:
    """Yield the name of each gold document with what setting aside does to its claims."""
    for name, claims in sorted(load(folder / "claims").items()):
        text = (folder / "docs" / f"{name}.txt").read_text("utf-8")
        document = document_of(text, name)
        held = can_hold_a_claim(document, knowledge=knowledge)
        alone = [_by_itself(document, int(str(one["start"])), knowledge) for one in claims]
        count = len(claims)
        yield (
            name,
            Aside(count, count * held, sum(alone), not count, not count and not held),
        )


def _by_itself(document: Document, start: int, knowledge: Knowledge) -> bool:
    """Say whether the section in which a passage begins would not be set aside."""
    for section in document.sections:
        if section.start <= start < section.end:
            words = document_of(document.text[section.start : section.end], "section")
            return can_hold_a_claim(words, knowledge=knowledge)
    return False


def of_incidents(file: Path, knowledge: Knowledge) -> Iterator[tuple[str, Aside]]:
    """Yield the name of each document with whether it, or nothing, is lost."""
    for line in json_lines([file]):
        document = document_of(str(line["text"]), str(line["docid"]))
        held = can_hold_a_claim(document, knowledge=knowledge)
        has = bool(line["templates"])
        yield str(line["docid"]), Aside(has, has and held, 0, not has, not has and not held)


def measure(path: Path, knowledge: Knowledge) -> Aside:
    """Return what setting aside does to a gold folder or a file of incidents."""
    pairs = of_gold(path, knowledge) if path.is_dir() else of_incidents(path, knowledge)
    total = Aside()
    for name, one in pairs:
        if one.kept < one.claims:
            print(f"lost: {name}")
        total = total.plus(one)
    return total


def main() -> None:
    """Measure what the command line names; fail where too many gold claims are lost."""
    knowledge = load_knowledge()
    total = Aside()
    for path in arguments("evaluation.aside FOLDER|FILE.jsonl…"):
        total = total.plus(measure(path, knowledge))
    finish(total.figures())
    if total.claims and total.passages and total.kept < FLOOR * total.claims:
        sys.exit(f"more than {1 - FLOOR:.1%} of the claims are lost")


if __name__ == "__main__":
    main()
