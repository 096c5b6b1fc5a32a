"""Attribution: `python -m evaluation.polnear FOLDER`.

The folder holds `text/NAME.txt` and `attributions/NAME_ANNOTATOR.ann` in the brat standoff
form of PolNeAR 1.0 (Newell, Margolin and Ruths, LREC 2018); a folder of such folders is
taken together. Where several annotators marked an article, the first by name counts.

Attributions are paired one to one by the code points that their cues share. Source, cue
and content are then scored by the words in common (`words`) and by whole spans (`exact`),
over all attributions, so an attribution that was missed costs all of its words. An
attribution is direct if all of its content stands between quotation marks.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.assignment import assign
from evaluation.attitudes import attitudes
from evaluation.corpora import Range, arguments, attributor_of, document_of, finish, lines_of, shown
from remnant.extract.language.cues import ASSERTING, BELIEVING, DENYING, WORKS
from remnant.extract.language.grammar import RELATIVE, extent, phrase
from remnant.extract.language.words import Word
from remnant.extract.names.marks import Line
from remnant.extract.speaking.attribution import Attributor
from remnant.extract.speaking.memory import Said
from remnant.knowledge import Knowledge, load_knowledge
from remnant.scorecard import Score

PLACING = frozenset({"put", "hold", "release", "issue", "show", "list", "find", "record", "add"})
"""Verbs whose plain object is a thing and nothing said, unless it is an act of use."""

ROLES = ("source", "cue", "content")
_WORD = re.compile(r"\w+")
_SPAN = re.compile(r"T\d+\t.*\t")
_EVENT = re.compile(r"E\d+\t")
"""How the lines of the standoff begin; a passage over two lines has a second one of its own."""
_QUOTES = '"“”„«»'
_EDGES = f" \t\r\n,.;:{_QUOTES}'‘’"


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution: the offsets of the words of its source, cue and content.

    Attributes:
        source: Starts of the source's words; empty if nobody is named.
        cue: Starts of the cue's words.
        content: Starts of the content's words.
        direct: The whole content stands between quotation marks.
        spans: Outermost range of each role, without quotation marks, for exact comparison.
        reporting: The cue holds a verb that the grammar knows, or `according`.
    """

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    direct: bool
    spans: tuple[Range, Range, Range]
    reporting: bool = True

    def words(self, role: str) -> frozenset[int]:
        """Return the words of a role."""
        return {"source": self.source, "cue": self.cue, "content": self.content}[role]


@dataclass(slots=True)
class Tally:
    """Counts over articles: agreed, predicted and gold, per measure."""

    agreed: Counter[str]
    predicted: Counter[str]
    gold: Counter[str]

    @classmethod
    def empty(cls) -> "Tally":
        """Return a tally of nothing."""
        return cls(Counter(), Counter(), Counter())

    def score(self, name: str) -> Score:
        """Return the score of one measure."""
        return Score.of(self.agreed[name], self.predicted[name], self.gold[name])


def said(text: str, pieces: Mapping[str, Sequence[Range]], *, reporting: bool = True) -> Relation:
    """Build an attribution from the ranges of its roles."""
    words = {
        role: frozenset(
            start + found.start()
            for start, end in pieces.get(role, ())
            for found in _WORD.finditer(text[start:end])
        )
        for role in ROLES
    }
    content = "".join(text[start:end] for start, end in pieces.get("content", ())).strip()
    direct = len(content) > 1 and content[0] in _QUOTES and content.rstrip(",.")[-1] in _QUOTES
    spans = tuple(_outer(text, pieces.get(role, ())) for role in ROLES)
    return Relation(
        words["source"],
        words["cue"],
        words["content"],
        direct,
        (spans[0], spans[1], spans[2]),
        reporting,
    )


def _outer(text: str, ranges: Sequence[Range]) -> Range:
    """Return the range from the first to the last word, without marks at the edges."""
    if not ranges:
        return (0, 0)
    start, end = min(one for one, _ in ranges), max(other for _, other in ranges)
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def count(gold: Sequence[Relation], predicted: Sequence[Relation], tally: Tally) -> None:
    """Add one article to the tally."""
    pairs = assign(gold, predicted, lambda one, other: float(len(one.cue & other.cue)))
    kinds = {j: gold[i].direct for i, j, _ in pairs}
    for one in gold:
        _add(tally.gold, one, direct=one.direct)
    for j, other in enumerate(predicted):
        _add(tally.predicted, other, direct=kinds.get(j, other.direct))
    for i, j, _ in pairs:
        _agree(tally.agreed, gold[i], predicted[j])
    tally.gold["reporting"] += sum(one.reporting for one in gold)
    tally.agreed["reporting"] += sum(gold[i].reporting for i, _, _ in pairs)


def _add(counts: Counter[str], one: Relation, *, direct: bool) -> None:
    counts["attributions"] += 1
    counts["triples"] += 1
    for role, span in zip(ROLES, one.spans, strict=True):
        counts[f"{role} words"] += len(one.words(role))
        counts[f"{role} exact"] += span != (0, 0)
    counts[_kind(direct=direct)] += len(one.content)


def _agree(counts: Counter[str], gold: Relation, predicted: Relation) -> None:
    counts["attributions"] += 1
    counts["triples"] += gold.spans == predicted.spans
    for role, one, other in zip(ROLES, gold.spans, predicted.spans, strict=True):
        counts[f"{role} words"] += len(gold.words(role) & predicted.words(role))
        counts[f"{role} exact"] += one == other != (0, 0)
    counts[_kind(direct=gold.direct)] += len(gold.content & predicted.content)


def _kind(*, direct: bool) -> str:
    return "direct words" if direct else "indirect words"


def annotated(text: str, standoff: str, lines: Sequence[Line]) -> list[Relation]:
    """Return the attributions of one file in brat standoff."""
    spans: dict[str, tuple[str, list[Range]]] = {}
    events: list[str] = []
    for line in standoff.splitlines():
        if _SPAN.match(line):
            name, place, _ = line.split("\t", 2)
            kind, _, offsets = place.partition(" ")
            pairs = [piece.split() for piece in offsets.split(";")]
            spans[name] = (kind.lower(), [(int(one), int(other)) for one, other in pairs])
        elif _EVENT.match(line):
            events.append(line.partition("\t")[2])
    known = _reporting_starts(lines)
    found = []
    for event in events:
        pieces: dict[str, list[Range]] = {}
        for argument in event.split():
            role, _, name = argument.partition(":")
            role = role.rstrip("0123456789").lower()
            if role in ROLES and name in spans:
                pieces.setdefault(role, []).extend(spans[name][1])
        one = said(text, pieces)
        found.append(said(text, pieces, reporting=bool(one.cue & known)))
    return found


def _reporting_starts(lines: Iterable[Line]) -> frozenset[int]:
    verbs = ASSERTING | BELIEVING | DENYING | {"accord"}
    return frozenset(
        word.start for line in lines for word in line.sentence.words if word.lemma in verbs
    )


def predicted(text: str, lines: Sequence[Line], attributor: Attributor) -> list[Relation]:
    """Return what the outermost acts of speech and the quotations of a text say."""
    quotes: dict[Range, list[Range]] = {}
    for one in attributor.quotes:
        if one.act is not None:
            quotes.setdefault(_place(one.act), []).append((one.start, one.end))
    found = [
        said(text, {**pieces, "content": [*pieces["content"], *quotes.get(verb, ())]})
        for line in lines
        for verb, pieces in _acts(line, attributor.said.get(line.sentence.order, ()))
    ]
    heads = {start for one in found for start in one.cue}
    found += [
        said(text, pieces)
        for line in lines
        for first, pieces in _attitudes(line)
        if first not in heads
    ]
    return _outermost([one for one in found if one.content], attributor)


def _outermost(found: Sequence[Relation], attributor: Attributor) -> list[Relation]:
    """Leave out what stands inside what another says: the corpus gives each word one role."""
    kept: list[Relation] = []
    for one in sorted(found, key=lambda one: -len(one.content)):
        inside = any(quote.holds(start) for quote in attributor.quotes for start in one.cue)
        if not inside and not any(one.cue & other.content for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.spans)


def _naming(noun: Word, verb: Word, scope: frozenset[int]) -> list[Word]:
    """Return the words for a speaker with what describes him, or the pronoun: `who said`."""
    pronoun = verb.child("nsubj")
    while noun.head.lemma in WORKS and noun.dep in {"poss", "compound"}:
        noun = noun.head
    if verb.dep == "relcl" and pronoun is not None and pronoun.lower in RELATIVE:
        return [pronoun]
    own = list(noun.subtree())
    apart = {verb.index} | {word.index for word in noun.ancestors()} | scope
    return phrase(noun) if {one.index for one in own} & apart else own


def _wording(verb: Word) -> list[Word]:
    """Return a verb with what stands right beside it: `has also criticised`, `shot back`."""
    found = {word.index: word for word in verb.children if word.dep in _AUXILIARY}
    found[verb.index] = verb
    first = last = verb.index
    while first - 1 in found:
        first -= 1
    while last + 1 in found:
        last += 1
    return [found[index] for index in range(first, last + 1)]


_AUXILIARY = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})


def _attitudes(line: Line) -> Iterator[tuple[int, dict[str, list[Range]]]]:
    words = line.sentence.words
    for one in attitudes(line):
        holder = one.holder
        yield (
            one.cue[0].start,
            {
                "source": (
                    [extent(_naming(holder, one.cue[0], one.scope))] if holder is not None else []
                ),
                "cue": [extent(_wording(word)) for word in one.cue],
                "content": [(words[i].start, words[i].end) for i in sorted(one.scope)],
            },
        )


def _place(act: Said) -> Range:
    return act.speech.verb.start, act.speech.verb.end


def _acts(line: Line, acts: Sequence[Said]) -> Iterator[tuple[Range, dict[str, list[Range]]]]:
    words = line.sentence.words
    for act in acts:
        speech = act.speech
        if speech.verb.lemma in PLACING and not speech.verb.has("ccomp"):
            continue
        after = words[speech.verb.index + 1 : speech.verb.index + 2]
        according = speech.verb.lower == "according" and after
        cue_end = after[0].end if according else extent(_wording(speech.verb))[1]
        yield (
            _place(act),
            {
                "source": [extent(_naming(speech.speaker, speech.verb, speech.scope))],
                "cue": [(extent(_wording(speech.verb))[0], cue_end)],
                "content": [(words[i].start, words[i].end) for i in sorted(speech.scope)],
            },
        )


def articles_in(folder: Path) -> list[tuple[Path, Path]]:
    """Return each text with its annotation, in order; an article without one is left out."""
    found = []
    for path in sorted(folder.rglob("text/*.txt")):
        marked = sorted((path.parents[1] / "attributions").glob(f"{path.stem}_*.ann"))
        marked = marked or sorted((path.parents[1] / "attributions").glob(f"{path.stem}*.ann"))
        if marked:
            found.append((path, marked[0]))
    return found


def measure(articles: Iterable[tuple[Path, Path]], knowledge: Knowledge) -> Tally:
    """Measure articles."""
    tally = Tally.empty()
    for path, marked in articles:
        document = document_of(path.read_bytes().decode("utf-8"), path.name)
        lines = lines_of(document, knowledge)
        attributor = attributor_of(document, lines, knowledge)
        gold = annotated(document.text, marked.read_text("utf-8"), lines)
        count(gold, predicted(document.text, lines, attributor), tally)
    return tally


def main() -> None:
    """Measure the folders named on the command line, taken together."""
    folders = arguments("evaluation.polnear FOLDER")
    articles = [pair for folder in folders for pair in articles_in(folder)]
    tally = measure(articles, load_knowledge())
    names = ["attributions", *(f"{role} {how}" for role in ROLES for how in ("words", "exact"))]
    names += ["direct words", "indirect words", "triples"]
    figures: dict[str, object] = {name: shown(tally.score(name)) for name in names}
    share = tally.agreed["reporting"] / max(1, tally.gold["reporting"])
    counted = {"articles": len(articles), "gold": tally.gold["attributions"]}
    finish({**counted, **figures, "recall of known verbs": round(share, 4)})


if __name__ == "__main__":
    main()
