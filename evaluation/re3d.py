"""Names in reports of a conflict: `python -m evaluation.re3d FOLDER`.

The folder is that of re3d (Defence Science and Technology Laboratory, 2017): folders with
`documents.json` and `entities.json`, one JSON object a line, entities with offsets.

Of its kinds of entity, those that the program marks are scored: weapons, places, parties
and organisations, and dates. `exact` wants the same offsets, `overlap` one shared code
point. The program marks names of its knowledge and of the gazetteer where they stand as
names; the corpus also has descriptions, such as "the rebels", which count as missed.
An article at the beginning is part of no name here.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from evaluation.assignment import assign
from evaluation.corpora import Range, arguments, document_of, finish, json_lines, lines_of, shown
from remnant.extract.names.marks import Mark, Sort
from remnant.knowledge import Form, Knowledge, load_knowledge
from remnant.scorecard import Score

KINDS = {
    Sort.WEAPON: "Weapon",
    Sort.PLACE: "Location",
    Sort.ACTOR: "Organisation",
    Sort.DATE: "Temporal",
    Sort.DATELINE: "Temporal",
}
"""The corpus' name of each sort of mark that is scored."""

NAMES = ("Weapon", "Location", "Organisation", "Nationality", "Temporal")

_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)

Entity = tuple[str, int, int]
"""Kind, start and end."""


def gold_in(folder: Path) -> Iterator[tuple[str, list[Entity]]]:
    """Yield the text of each document with its entities of the scored kinds, in order."""
    for file in sorted(folder.rglob("documents.json")):
        entities: dict[str, list[Entity]] = {}
        for one in json_lines([file.with_name("entities.json")]):
            place = (str(one["type"]), int(str(one["begin"])), int(str(one["end"])))
            entities.setdefault(str(one["documentId"]), []).append(place)
        for document in json_lines([file]):
            text = str(document["text"])
            found = entities.get(str(document["_id"]), [])
            yield text, sorted({_bare(text, one) for one in found if one[0] in NAMES})


def _bare(text: str, entity: Entity) -> Entity:
    """Leave out an article at the beginning."""
    kind, start, end = entity
    article = _ARTICLE.match(text, start, end)
    return (kind, article.end() if article else start, end)


def predicted(text: str, knowledge: Knowledge) -> list[Entity]:
    """Return the program's marks of a text."""
    lines = lines_of(document_of(text, "document.txt"), knowledge)
    marks = [mark for line in lines for mark in line.marks if mark.sort in KINDS]
    return sorted({_bare(text, (_kind(mark), mark.start, mark.end)) for mark in marks})


def _kind(mark: Mark) -> str:
    return "Nationality" if mark.form is Form.ADJECTIVE else KINDS[mark.sort]


def agreed(gold: Sequence[Range], found: Sequence[Range], *, exact: bool) -> int:
    """Return how many entities agree, one to one."""
    if exact:
        return len(set(gold) & set(found))
    return len(
        assign(gold, found, lambda one, other: float(one[0] < other[1] and other[0] < one[1]))
    )


def measure(
    documents: Iterable[tuple[Sequence[Entity], Sequence[Entity]]],
) -> dict[str, dict[str, Score]]:
    """Return the scores per kind and over all: gold and predicted entities per document."""
    counts: Counter[tuple[str, str]] = Counter()
    for gold, found in documents:
        for kind in NAMES:
            ours = [(start, end) for name, start, end in gold if name == kind]
            theirs = [(start, end) for name, start, end in found if name == kind]
            for name in (kind, "all"):
                counts[name, "gold"] += len(ours)
                counts[name, "predicted"] += len(theirs)
                counts[name, "exact"] += agreed(ours, theirs, exact=True)
                counts[name, "overlap"] += agreed(ours, theirs, exact=False)
    return {
        name: {
            how: Score.of(counts[name, how], counts[name, "predicted"], counts[name, "gold"])
            for how in ("exact", "overlap")
        }
        for name in (*NAMES, "all")
    }


def main() -> None:
    """Measure the folder named on the command line."""
    (folder, *_) = arguments("evaluation.re3d FOLDER")
    knowledge = load_knowledge()
    documents = list(gold_in(folder))
    scores = measure((gold, predicted(text, knowledge)) for text, gold in documents)
    figures = {
        name: {how: shown(score) for how, score in both.items()} for name, both in scores.items()
    }
    entities = sum(len(gold) for _, gold in documents)
    finish({"documents": len(documents), "entities": entities, **figures})


if __name__ == "__main__":
    main()
