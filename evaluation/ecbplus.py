"""Events across documents: `python -m evaluation.ecbplus FOLDER`.

The folder is that of ECB+ (Cybulska and Vossen, LREC 2014): XML per article, at any depth,
and `ECBplus_coreference_sentences.csv`, whose sentences alone are scored (without the file,
all). Every annotated action in them is a gold mention; one in no chain is a chain of one.

A gold mention belongs to our incident if the word that carries one of its claims stands in
it; uses and harm of an incident are kept apart, because the corpus has them as two events.
All other mentions stay alone: that is `linker`. `weights alone` is the linker without its
comparison of wording. `text` knows no claims: it
gathers articles into stories by their words, without being told the topics, and takes two
mentions in a story for one event if the stems of their heads begin alike. `both` joins
what either joins. Same words as heads, within a topic that is given, are the usual baseline.
"""

import csv
import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from lxml import etree

from evaluation.coreference import b_cubed, ceaf, chains_of, conll, muc
from evaluation.corpora import Range, arguments, document_of, finish, joined, shown, word_at
from evaluation.incidents import Reading, incident_at, incidents_of, numbers_of, reading_of
from evaluation.stories import ALIKE, stories
from remnant.extract.language.words import head_of
from remnant.knowledge import Knowledge, load_knowledge
from remnant.link.wording import stem
from remnant.model.incident import Incident

BEGINNING = 5
"""Letters by which the stems of two heads are taken for one word: `explosion` and `exploded`."""

Mention = tuple[str, str]
"""Article and number of a mention."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article of the corpus.

    Attributes:
        name: Name without suffix, such as `1_10ecbplus`.
        text: Its tokens as running text.
        actions: Range of each action in the scored sentences, by number.
        chains: Chain of each action, by number.
    """

    name: str
    text: str
    actions: dict[str, Range]
    chains: dict[str, str]

    @property
    def topic(self) -> str:
        """The topic: two events that look alike."""
        return self.name.split("_")[0]

    @property
    def event(self) -> str:
        """The topic and which of its two events the article is about."""
        return self.topic + re.sub(r"^.*_\d+", "", self.name)


def sentences_in(folder: Path) -> dict[str, set[str]] | None:
    """Return the sentences to score per article, or `None` if the folder does not say."""
    files = sorted(folder.rglob("ECBplus_coreference_sentences.csv"))
    if not files:
        return None
    found: dict[str, set[str]] = {}
    with files[0].open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name = f"{row['Topic']}_{row['File']}"
            found.setdefault(name, set()).add(row["Sentence Number"])
    return found


def article_of(content: bytes, name: str, scored: set[str] | None) -> Article:
    """Read one article."""
    root = etree.fromstring(content)
    tokens = root.findall("token")
    text, ranges = joined([token.text or "" for token in tokens])
    place = {
        str(token.get("t_id")): (range_, str(token.get("sentence")))
        for token, range_ in zip(tokens, ranges, strict=True)
    }
    actions: dict[str, Range] = {}
    for marked in root.iterfind("Markables/*"):
        anchors = [place[str(one.get("t_id"))] for one in marked.iterfind("token_anchor")]
        inside = scored is None or all(sentence in scored for _, sentence in anchors)
        if str(marked.tag).startswith(("ACTION", "NEG")) and anchors and inside:
            actions[str(marked.get("m_id"))] = (anchors[0][0][0], anchors[-1][0][1])
    return Article(name, text, actions, _chains(root, name, actions))


def _chains(root: etree._Element, name: str, actions: Iterable[str]) -> dict[str, str]:
    found = {action: f"{name}:{action}" for action in actions}
    for relation in root.iterfind("Relations/*"):
        across = relation.tag == "CROSS_DOC_COREF"
        chain = relation.get("note") if across else f"{name}#{relation.get('r_id')}"
        for source in relation.iterfind("source"):
            if str(source.get("m_id")) in found:
                found[str(source.get("m_id"))] = str(chain)
    return found


def articles_in(folder: Path) -> list[Article]:
    """Return the articles of a folder that have scored sentences, in order."""
    scored = sentences_in(folder)
    found = []
    for path in sorted(folder.rglob("*.xml")):
        sentences = None if scored is None else scored.get(path.stem, set())
        if sentences is None or sentences:
            found.append(article_of(path.read_bytes(), path.stem, sentences))
    return found


def heads_of(article: Article, reading: Reading) -> dict[str, str]:
    """Return the dictionary form of the head of each action."""
    found = {}
    for action, (start, end) in article.actions.items():
        here = word_at(reading.lines, start, end)
        words = here[0].sentence.within(start, end) if here else ()
        found[action] = head_of(words).lemma if words else article.text[start:end].lower()
    return found


def predicted(
    articles: Sequence[Article], readings: Sequence[Reading], incidents: Sequence[Incident]
) -> dict[Mention, Hashable]:
    """Return our chain of each gold mention."""
    numbers = numbers_of(incidents)
    found: dict[Mention, Hashable] = {}
    for article, reading in zip(articles, readings, strict=True):
        for action, (start, end) in article.actions.items():
            own = (article.name, action)
            found[own] = incident_at(reading, numbers, start, end) or own
    return found


def by_text(
    articles: Sequence[Article], heads: Sequence[dict[str, str]], *, alike: float = ALIKE
) -> dict[Mention, Hashable]:
    """Return the chain of each gold mention by the wording of articles and heads alone."""
    found: dict[Mention, Hashable] = {}
    told = stories([one.text for one in articles], alike=alike)
    for article, story, names in zip(articles, told, heads, strict=True):
        for action, head in names.items():
            found[article.name, action] = (story, stem(head)[:BEGINNING])
    return found


def either(text: dict[Mention, Hashable], ours: dict[Mention, Hashable]) -> dict[Mention, Hashable]:
    """Return chains of all that one or the other joins, directly or through others."""
    members: dict[Hashable, list[Mention]] = {}
    for own, chain in ours.items():
        members.setdefault(("ours", chain), []).append(own)
    merged: dict[Hashable, Hashable] = {chain: chain for chain in text.values()}
    for mentions in members.values():
        joined_chains = {merged[text[own]] for own in mentions}
        first = merged[text[mentions[0]]]
        for chain, root in merged.items():
            if root in joined_chains:
                merged[chain] = first
    return {own: merged[chain] for own, chain in text.items()}


def scores(gold: dict[Mention, Hashable], found: dict[Mention, Hashable]) -> dict[str, object]:
    """Return the measures of one system."""
    ours, theirs = chains_of(dict(gold)), chains_of(dict(found))
    return {
        "muc": shown(muc(ours, theirs)),
        "b3": shown(b_cubed(ours, theirs)),
        "ceafe": shown(ceaf(ours, theirs)),
        "conll": round(conll(ours, theirs), 4),
    }


def joined_articles(articles: Sequence[Article], incidents: Iterable[Incident]) -> tuple[int, int]:
    """Return how many pairs of articles share an incident, and how many of them wrongly."""
    by_document = {document_of(one.text, one.name).id: one for one in articles}
    pairs: set[tuple[str, str]] = set()
    wrong: set[tuple[str, str]] = set()
    for incident in incidents:
        documents = sorted({mention.document for mention in incident.mentions})
        for one, other in combinations(documents, 2):
            pairs.add((one, other))
            if by_document[one].event != by_document[other].event:
                wrong.add((one, other))
    return len(pairs), len(wrong)


def measure(articles: Sequence[Article], knowledge: Knowledge) -> dict[str, object]:
    """Measure articles, all linked together."""
    readings = [
        reading_of(document_of(one.text, one.name), one.name, knowledge) for one in articles
    ]
    incidents = incidents_of(readings)
    weighed = incidents_of(readings, wording=False)
    gold: dict[Mention, Hashable] = {
        (one.name, action): chain for one in articles for action, chain in one.chains.items()
    }
    heads = [heads_of(one, reading) for one, reading in zip(articles, readings, strict=True)]
    alike: dict[Mention, Hashable] = {
        (one.name, action): (one.topic, head)
        for one, names in zip(articles, heads, strict=True)
        for action, head in names.items()
    }
    found = predicted(articles, readings, incidents)
    text = by_text(articles, heads)
    both = either(text, found)
    pairs, wrong = joined_articles(articles, incidents)
    return {
        "articles": len(articles),
        "mentions": len(gold),
        "chains": len(set(gold.values())),
        "mentions in incidents": sum(chain != own for own, chain in found.items()),
        "weights alone": scores(gold, predicted(articles, readings, weighed)),
        "linker": scores(gold, found),
        "text": scores(gold, text),
        "both": scores(gold, both),
        "same head in topic": scores(gold, alike),
        "alone": scores(gold, {own: own for own in gold}),
        "pairs of articles joined": pairs,
        "joined wrongly": wrong,
    }


def main() -> None:
    """Measure the folder named on the command line."""
    (folder, *_) = arguments("evaluation.ecbplus FOLDER")
    finish(measure(articles_in(folder), load_knowledge()))


if __name__ == "__main__":
    main()
