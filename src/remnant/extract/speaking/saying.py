"""Sayings without a verb of saying: `according to`, nouns of saying, and headlines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from remnant.extract.language.cues import WORKS
from remnant.extract.language.grammar import agent, is_passive, is_verb, phrase, subject
from remnant.extract.language.roles import LOCAL_ROLES, OFFICES, ORGANISATION_NOUNS, ROLES_OF
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Sort
from remnant.model.claim import Stance


@dataclass(frozen=True, slots=True, eq=False)
class Speech:
    """One act of speech.

    Attributes:
        verb: The verb, noun or preposition that attributes.
        speaker: Head of the noun phrase that names the speaker.
        scope: Positions of the words that are said.
        stance: Of the speaker towards what is said.
        cue: Offsets of the words that attribute.
    """

    verb: Word
    speaker: Word
    scope: frozenset[int]
    stance: Stance
    cue: tuple[int, int]


def according(line: Line) -> Iterator[Speech]:
    """Yield what the words after `according to` name as the source of."""
    for word in line.sentence.words:
        if word.lower != "according":
            continue
        named = next((one for child in word.children for one in _objects(child)), None)
        if named is None:
            continue
        noun = maker(named)
        own = {one.index for one in phrase(named)} | {word.index, word.index + 1}
        scope = frozenset(_around(line, word)) - own
        yield Speech(word, noun, scope, Stance.AFFIRMED, (word.start, named.end))


_VIEWS = lemmas("view opinion account word assessment estimation judgement judgment reading")
"""Nouns after `in` for what somebody holds: `in the view of the ministry`."""


def by_views(line: Line) -> Iterator[Speech]:
    """Yield what stands `in the view of X` or `in X's opinion`."""
    for word in line.sentence.words:
        noun = word.child("pobj") if word.lower in {"in", "by"} and word.dep == "prep" else None
        if noun is None or noun.lemma not in _VIEWS:
            continue
        of = [one.child("pobj") for one in noun.children if one.lower == "of"]
        speaker = noun.child("poss") or next((one for one in of if one is not None), None)
        if speaker is not None:
            own = {one.index for one in word.subtree()}
            scope = frozenset(_around(line, word)) - own
            yield Speech(word, speaker, scope, Stance.AFFIRMED, (word.start, speaker.end))


def maker(noun: Word) -> Word:
    """Return who speaks through a work: `a study by Amnesty`, `its analysis`, `a CNN report`."""
    if noun.lemma not in WORKS:
        return noun
    by = [one.child("pobj") for one in noun.children if one.lower in {"by", "from"}]
    named = [one for one in noun.children if one.dep == "compound" and one.pos == "PROPN"]
    owner = noun.child("poss") or next((one for one in by if one is not None), None)
    return owner or (named[-1] if named else noun)


def _around(line: Line, word: Word) -> set[int]:
    """Return the words of the coordinated clause that `according to` belongs to."""
    verb = next((one for one in word.ancestors() if is_verb(one)), None)
    if verb is None or _closes(line, word):
        return {one.index for one in line.sentence.words}
    while not (verb.is_root or _is_own_clause(verb)):
        verb = verb.head
    apart = {
        one.index for child in verb.children if _is_own_clause(child) for one in child.subtree()
    }
    if word.index in apart:
        apart = set()
    return {one.index for one in verb.subtree()} - apart


def _closes(line: Line, word: Word) -> bool:
    """Say whether `according to X` ends the sentence, and so is about all of it."""
    after = line.sentence.words[word.index :]
    return word.index > len(after) and not any(is_verb(one) for one in after[1:])


def _is_own_clause(verb: Word) -> bool:
    return verb.dep == "conj" and is_verb(verb) and verb.has("nsubj", "nsubjpass")


def _objects(word: Word) -> list[Word]:
    if word.dep == "pobj":
        return [word]
    return [child for child in word.children if child.dep == "pobj"] if word.lower == "to" else []


_SAYING_NOUNS = lemmas(
    "allegation claim accusation report assertion statement conclusion finding contention "
    "suspicion belief charge testimony determination suggestion"
)
"""Nouns for what somebody says: `its claim that`."""

_PROOFS = lemmas("proof evidence detail testimony")
_GIVING = lemmas("provide present offer submit produce furnish")
"""What is given, and how, by who says that something is so: `provided proof of the use`."""

_COMING_TO = lemmas("reach draw make come issue voice repeat reiterate share")
"""Verbs that say whose conclusion it is: `reached the conclusion that`."""


def by_nouns(line: Line) -> Iterator[Speech]:
    """Yield `allegations expressed by X on …`, `X's claim that …`, `X drew the conclusion that`."""
    for word in line.sentence.words:
        if word.lemma not in _SAYING_NOUNS | _PROOFS or word.pos != "NOUN":
            continue
        speaker = word.child("poss") or _expressed_by(word) or _drawn_by(word)
        if speaker is None:
            continue
        own = {one.index for one in phrase(speaker)} | {word.index}
        scope = frozenset(one.index for one in word.subtree()) - own
        yield Speech(word, speaker, scope, _stance_of(word), (word.start, word.end))


def _stance_of(noun: Word) -> Stance:
    """Return how far the noun commits the speaker: `its suspicion that` hedges."""
    unsure = noun.lemma in {"suspicion", "suggestion", "belief"}
    early = any(child.lower in {"preliminary", "tentative"} for child in noun.children)
    return Stance.HEDGED if unsure or early else Stance.AFFIRMED


def _drawn_by(noun: Word) -> Word | None:
    """Return who reaches a conclusion that a clause then gives."""
    verb = noun.head
    if noun.dep != "dobj" or verb.lemma not in _COMING_TO | _GIVING or is_passive(verb):
        return None
    clauses = [child for child in noun.children if child.dep in {"acl", "ccomp", "relcl"}]
    told = any(one.has("nsubj", "nsubjpass") for one in clauses)
    if noun.lemma in _PROOFS and verb.lemma in _GIVING:
        told = any(child.lower in {"of", "that"} for child in noun.children)
    return subject(verb) if told else None


def _expressed_by(noun: Word) -> Word | None:
    for child in (noun, *noun.children):
        if child is noun or (child.dep == "acl" and child.tag != "VBG"):
            found = agent(child)  # `reports showing use by X`: X does what is shown
            if found is not None:
                return found
    for child in noun.children:
        if child.dep == "prep" and child.lower in {"by", "from", "among"}:
            return child.child("pobj")
        if child.dep == "prep" and child.lower == "of" and noun.lemma in _HELD:
            return child.child("pobj")
    return None


_HELD = lemmas("conclusion finding contention belief testimony suspicion")
"""Nouns of saying after which `of` names who says it: `the conclusion of the experts`."""


def headlines(line: Line) -> Iterator[Speech]:
    """Yield what a headline gives to its source: `Two killed – officials`, `Officials: …`."""
    words = line.sentence.words
    yield from _credited(line)
    first = not line.sentence.order
    ended = words[-1].text in ({"!", "?", ":"} if first else {".", "!", "?", ":"})
    for word in words[1:-1]:
        if word.text not in DASHES | {":"}:
            continue
        after, before = words[word.index + 1 :], words[: word.index]
        after = after[:-1] if after and after[-1].text == "." else after
        if not ended and _names_source(after) and len(before) > len(after):
            scope = frozenset(range(word.index))
            cue = (after[0].start, after[-1].end)
            yield Speech(after[-1], after[-1], scope, Stance.AFFIRMED, cue)
        elif word.text == ":" and after and (_names_source(before) or _is_name(line, before)):
            scope = frozenset(range(word.index + 1, len(words)))
            cue = (before[0].start, before[-1].end)
            yield Speech(before[-1], before[-1], scope, Stance.AFFIRMED, cue)


def _credited(line: Line) -> Iterator[Speech]:
    """Yield what the source that closes a headline says: `16 dead in Idlib Monitor AFP`."""
    words = [word for word in line.sentence.words if word.pos != "PUNCT"]
    top = words[-1] if words else line.sentence.words[-1]
    while not top.is_root and top.dep != "prep" and not _is_monitor(top):
        top = top.head
    tail = sorted(top.subtree(), key=lambda word: word.index)
    named = top.pos in {"NOUN", "PROPN"} or _is_monitor(top)
    if top.is_root or not named or tail[0].head not in {*tail, top.head}:
        return
    source = [word for word in tail if word.pos != "PUNCT" and word.text not in WIRES]
    if source and source[-1].lemma != "toll":
        scope = frozenset(range(tail[0].index))
        cue = (source[0].start, source[-1].end)
        yield Speech(source[-1], source[-1], scope, Stance.AFFIRMED, cue)


def _is_monitor(word: Word) -> bool:
    """Say whether `monitor` at the end of a headline was taken for a verb."""
    return word.lower == "monitor" and word.dep == "parataxis" and not word.has("nsubj", "aux")


WIRES = frozenset({"AFP", "AP", "Reuters", "REUTERS", "dpa", "DPA", "UPI", "TASS", "Xinhua"})
"""Agencies that stand after the source of a headline."""

DASHES = frozenset({"-", "–", "—"})
_LONGEST_SOURCE = 5
"""Words that the source at the edge of a headline may have."""


def _names_source(words: Sequence[Word]) -> bool:
    """Say whether words at the edge of a headline name a speaker, and no place or thing."""
    if not words or len(words) > _LONGEST_SOURCE or any(is_verb(word) for word in words):
        return False
    return words[-1].lemma in _SOURCES and words[-1].pos in {"NOUN", "PROPN"}


def _is_name(line: Line, words: Sequence[Word]) -> bool:
    """Say whether words are the name of an actor and no more: `Human Rights Watch: …`."""
    mark = line.at(words[0], Sort.ACTOR) if words else None
    return mark is not None and mark.words == tuple(words)


_SOURCES = OFFICES | LOCAL_ROLES | ROLES_OF | ORGANISATION_NOUNS | {"source", "diplomat"}
