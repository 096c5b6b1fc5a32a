"""Whose text it is: `python -m evaluation.wires FOLDER`.

The folder is that of PolNeAR 1.0 (Newell, Margolin and Ruths, LREC 2018), with `metadata.tsv`
and the articles as `PART/text/NAME.txt`. Its people marked which articles came over a wire
(`wire`) and which credit another outlet (`credit`). From the text alone, without author or
publisher, the program says whom the text repeats; it is right if it names the same agency or
outlet. Articles whose wire was not marked either way are left out of that measure.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.corpora import arguments, document_of, finish, shown
from remnant.assess.speakers import Speaker, folded, speaker_of
from remnant.assess.wires import credits_in
from remnant.knowledge import Knowledge, load_knowledge
from remnant.scorecard import Score

NOBODY = Speaker("", "")
_CREDITED = re.compile(r"^h/t:?\s*", re.IGNORECASE)
_NONE = ("", "none", "na")


@dataclass(frozen=True, slots=True)
class Article:
    """An article with the marks that people made of it.

    Attributes:
        text: Its text.
        wire: Agency whose text it is, empty if it is the paper's own; `None` if not marked.
        credit: Outlet that it credits, or empty.
    """

    text: str
    wire: str | None
    credit: str


def articles_in(folder: Path) -> list[Article]:
    """Return the articles that are at hand, in the order of the metadata."""
    (table,) = sorted(folder.rglob("metadata.tsv"))[:1]
    texts = {path.stem: path for path in sorted(folder.rglob("*.txt"))}
    found = []
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            path = texts.get(Path(row["filename"]).name.removesuffix(".txt"))
            if path is not None:
                wire = None if row["wire"].casefold() == "na" else _named(row["wire"])
                credit = _CREDITED.sub("", _named(row["credit"]))
                found.append(Article(path.read_text("utf-8"), wire, credit))
    return found


def _named(value: str) -> str:
    return "" if value.strip().casefold() in _NONE else value.strip()


def repeated(text: str, knowledge: Knowledge) -> dict[str, str]:
    """Return whom a text repeats by its own words: key of the speaker → rule."""
    document = document_of(text, "article.txt")
    found = credits_in(document, NOBODY, knowledge)
    return {one.speaker.key: one.rule for one in found if one.end > one.start}


def compare(pairs: Iterable[tuple[str, frozenset[str]]], knowledge: Knowledge) -> Score:
    """Score the names found against the one that people marked, if any."""
    right = called = wanted = 0
    for gold, found in pairs:
        called += len(found)
        if gold:
            wanted += 1
            right += any(_is(gold, one, knowledge) for one in found)
    return Score.of(right, called, wanted)


def _is(gold: str, key: str, knowledge: Knowledge) -> bool:
    wanted = {speaker_of(gold, knowledge).key, folded(gold)}
    return key in wanted or folded(gold).startswith(key) or key.startswith(folded(gold))


def measure(articles: Sequence[Article], knowledge: Knowledge) -> dict[str, object]:
    """Measure articles."""
    told = [repeated(one.text, knowledge) for one in articles]
    both = list(zip(articles, told, strict=True))
    credited = [
        (one.credit, frozenset(key for key, rule in found.items() if rule == "credit"))
        for one, found in both
    ]
    wired = [
        (one.wire, frozenset(key for key, rule in found.items() if rule != "credit"))
        for one, found in both
        if one.wire is not None
    ]
    return {
        "articles": len(articles),
        "from a wire": sum(bool(gold) for gold, _ in wired),
        "wire": shown(compare(wired, knowledge)),
        "with a credit": sum(bool(gold) for gold, _ in credited),
        "credit": shown(compare(credited, knowledge)),
    }


def main() -> None:
    """Measure the folder named on the command line."""
    (folder, *_) = arguments("evaluation.wires FOLDER")
    finish(measure(articles_in(folder), load_knowledge()))


if __name__ == "__main__":
    main()
