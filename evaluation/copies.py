"""Near-copies: `python -m evaluation.copies FOLDER`.

The folder (or file) is that of FA-KES (Salem and others, ICWSM 2019): a CSV file with
`unit_id`, `article_title` and `article_content`. Articles that already share text with an
earlier one are set aside, by exact comparison of runs of five words. Of each of the others,
edited copies are made, the same in every run; the program then says which documents copy
which. A pair of an original and its edit is right, a pair of different articles is wrong,
and a pair of two edits of one original counts neither way.
"""

import csv
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from evaluation.corpora import arguments, document_of, finish, shown
from remnant.assess import fingerprint, trace
from remnant.knowledge import Knowledge, load_knowledge
from remnant.model.lineage import Derivation, Fingerprint
from remnant.scorecard import Score

RUN = 5
"""Words in a run of the exact comparison."""

SHARED = 0.1
"""Share of a text's runs from which it is set aside as a natural copy of an earlier one."""

SHORTEST = 60
"""Words. Of a shorter article no fair copy can be made."""

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[^.!?]+[.!?]*\s*")

Edit = Callable[[str, str, random.Random, Sequence[str]], str]


@dataclass(frozen=True, slots=True)
class Text:
    """An article, or an edited copy of one.

    Attributes:
        original: Number of the article.
        edit: Name of the edit; empty for the article itself.
        text: Title and content.
    """

    original: str
    edit: str
    text: str


def cut(title: str, body: str, chance: random.Random, _vocabulary: Sequence[str]) -> str:
    """Drop three tenths of the sentences, at random."""
    sentences = _SENTENCE.findall(body)
    dropped = set(chance.sample(range(len(sentences)), round(0.3 * len(sentences))))
    kept = [one for index, one in enumerate(sentences) if index not in dropped]
    return f"{title}\n\n{''.join(kept)}"


def reorder(title: str, body: str, chance: random.Random, _vocabulary: Sequence[str]) -> str:
    """Put the sentences in another order."""
    sentences = [one.strip() for one in _SENTENCE.findall(body)]
    chance.shuffle(sentences)
    return f"{title}\n\n{' '.join(sentences)}"


def retitle(_title: str, body: str, chance: random.Random, vocabulary: Sequence[str]) -> str:
    """Give another title and an editor's line at the end."""
    words = " ".join(chance.choice(vocabulary) for _ in range(8))
    return f"{words.capitalize()}\n\n{body}\n\nThis article was edited for length."


def _reworded(share: float) -> Edit:
    def reword(title: str, body: str, chance: random.Random, vocabulary: Sequence[str]) -> str:
        def other(found: re.Match[str]) -> str:
            return chance.choice(vocabulary) if chance.random() < share else found.group()

        return f"{title}\n\n{_WORD.sub(other, body)}"

    return reword


def rewrite(title: str, body: str, chance: random.Random, vocabulary: Sequence[str]) -> str:
    """Write three tenths of the sentences anew: every word of theirs is another."""
    sentences = _SENTENCE.findall(body)
    anew = set(chance.sample(range(len(sentences)), round(0.3 * len(sentences))))
    return f"{title}\n\n" + "".join(
        _WORD.sub(lambda _: chance.choice(vocabulary), one) if index in anew else one
        for index, one in enumerate(sentences)
    )


EDITS: tuple[tuple[str, Edit], ...] = (
    ("cut 30%", cut),
    ("reorder", reorder),
    ("retitle", retitle),
    ("reword 10%", _reworded(0.1)),
    ("reword 20%", _reworded(0.2)),
    ("reword 30%", _reworded(0.3)),
    ("rewrite 30% of sentences", rewrite),
)
"""The edits. Rewording puts words of the corpus anywhere: harsher than synonyms."""


def articles_in(path: Path) -> list[tuple[str, str, str]]:
    """Return number, title and content of each article, in the order of the file."""
    file = next(iter(sorted(path.rglob("*.csv")))) if path.is_dir() else path
    with file.open(encoding="latin-1", newline="") as opened:
        return [
            (row["unit_id"], row["article_title"], row["article_content"])
            for row in csv.DictReader(opened)
        ]


def distinct(articles: Iterable[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Return the articles that are long enough and share little with any earlier one."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    kept = []
    for number, article in enumerate(articles):
        words = _WORD.findall(article[2].casefold())
        runs = {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}
        shared = Counter(holder for run in runs for holder in holders[run])
        if len(words) >= SHORTEST and max(shared.values(), default=0) <= SHARED * len(runs):
            kept.append(article)
        for run in runs:
            holders[run].append(number)
    return kept


def with_copies(articles: Sequence[tuple[str, str, str]]) -> list[Text]:
    """Return the articles, each followed by its edited copies."""
    vocabulary = sorted({word for one in articles for word in _WORD.findall(one[2])})
    found = []
    for number, title, body in articles:
        found.append(Text(number, "", f"{title}\n\n{body}"))
        for name, edit in EDITS:
            chance = random.Random(f"{number}:{name}")  # noqa: S311 - no secret is made
            found.append(Text(number, name, edit(title, body, chance, vocabulary)))
    return found


def called(texts: Sequence[Text], knowledge: Knowledge) -> list[tuple[int, int]]:
    """Return which texts the program takes for one text, as positions.

    A copy points at the oldest text that it is like, so all that lead to one text are copies
    of each other.
    """
    prints: list[Fingerprint] = []
    position: dict[str, int] = {}
    same = []
    for index, one in enumerate(texts):
        document = document_of(one.text, f"{index}.txt")
        first = position.setdefault(document.id, index)
        if first == index:
            prints.append(fingerprint(document, (), knowledge=knowledge))
        else:  # to the letter the same: one document to the program
            same.append((index, first))
    lineage = trace(prints, knowledge=knowledge)
    roots = copied_from(
        {edge.child: edge.parent for edge in lineage.edges if edge.kind is Derivation.COPIES}
    )
    kin: dict[str, list[int]] = defaultdict(list)
    for name, index in position.items():
        kin[roots.get(name, name)].append(index)
    return [*same, *(pair for one in kin.values() for pair in combinations(sorted(one), 2))]


def copied_from(parents: Mapping[str, str]) -> dict[str, str]:
    """Follow each copy to the document that copies none."""
    found = {}
    for child in parents:
        root = child
        while root in parents:
            root = parents[root]
        found[child] = root
    return found


def compare(
    texts: Sequence[Text], pairs: Iterable[tuple[int, int]]
) -> tuple[Score, dict[str, float], int]:
    """Return the score over pairs, the recall per edit, and how many pairs are wrong."""
    right: set[int] = set()
    wrong = 0
    for one, other in pairs:
        first, second = texts[one], texts[other]
        if first.original != second.original:
            wrong += 1
        elif not first.edit or not second.edit:
            right.add(other if not first.edit else one)
    made = Counter(one.edit for one in texts if one.edit)
    found = Counter(texts[index].edit for index in right)
    recalls = {name: round(found[name] / made[name], 4) for name, _ in EDITS if made[name]}
    return Score.of(len(right), len(right) + wrong, made.total()), recalls, wrong


def main() -> None:
    """Measure the folder named on the command line."""
    (folder, *_) = arguments("evaluation.copies FOLDER")
    articles = articles_in(folder)
    kept = distinct(articles)
    texts = with_copies(kept)
    score, recalls, wrong = compare(texts, called(texts, load_knowledge()))
    finish(
        {
            "articles": len(articles),
            "originals": len(kept),
            "copies": len(texts) - len(kept),
            "pairs": shown(score),
            "wrong pairs": wrong,
            "recall by edit": recalls,
        }
    )


if __name__ == "__main__":
    main()
