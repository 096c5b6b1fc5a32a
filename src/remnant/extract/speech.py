"""Acts of speech in a sentence: who says something, and which words are what is said.

Verbs and nouns of saying are tables in `cues`. The scope of a verb is what it governs; in
prose without commas, where the parser loses the thread, it is what stands before
`… the group said` at the end, or after `The group said that …` at the start.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from remnant.extract.cues import (
    ADDING,
    ASKING,
    ASSERTING,
    BELIEVING,
    CHECKING,
    DENYING,
    INANIMATE,
    MENTIONING,
    PLAIN_SAYING,
    QUOTING,
    QUOTING_BACK,
    TELLING,
    VAGUE_SOURCES,
)
from remnant.extract.grammar import agent, is_passive, is_verb, phrase, subject
from remnant.extract.marks import Line, Sort
from remnant.extract.stance import negated, nobody, unable
from remnant.extract.words import Word, lemmas
from remnant.model.claim import Stance

_AFTER_CONTENT = frozenset(
    {"ccomp", "xcomp", "dobj", "prep", "advcl", "pobj", "dative", "acomp", "oprd"}
)
_BEFORE_CONTENT = frozenset({"ccomp", "advcl", "parataxis", "dep", "dobj", "prep", "nsubjpass"})
_TRAILING = 6
"""Words that may follow `the group said`, such as `on Saturday in a statement`."""


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


def speeches(line: Line) -> tuple[Speech, ...]:
    """Return the acts of speech of a sentence, those with the widest scope first."""
    found = [*_verbs(line), *_according(line), *_nouns(line)]
    return tuple(sorted(found, key=lambda one: (-len(one.scope), one.cue)))


def vague(speaker: Word) -> bool:
    """Say whether the words name no identifiable source: `reports on the ground`."""
    named = any(word.pos == "PROPN" for child in speaker.children for word in child.subtree())
    return speaker.lemma in VAGUE_SOURCES and not (speaker.lemma == "source" and named)


def _verbs(line: Line) -> Iterator[Speech]:
    for word in line.sentence.words:
        quoting = _quotes(line, word)
        if word.pos != "VERB" or not (quoting or word.lemma in ASSERTING | BELIEVING | DENYING):
            continue
        speaker = _speaker(line, word)
        if speaker is None or nobody(speaker):
            continue
        scope = _scope(line, word, speaker)
        if scope or quoting or word.lemma in PLAIN_SAYING:
            cue = (min(speaker.start, word.start), max(speaker.end, word.end))
            yield Speech(word, speaker, scope, _stance(word), cue)


def _quotes(line: Line, verb: Word) -> bool:
    """Say whether a verb hands over a quotation: `“…?” she asked`, `he shot back: “…`."""
    particle = verb.child("prt", "advmod", "prep")
    if verb.lemma not in QUOTING and (
        particle is None or (verb.lemma, particle.lower) not in QUOTING_BACK
    ):
        return False
    words = line.sentence.words
    near = words[max(0, verb.index - _NEAR) : verb.index + _NEAR]
    return len(words) <= _NEAR or any(set(word.text) <= _QUOTE_MARKS for word in near)


_NEAR = 9
"""Words within which a quotation begins or ends beside a verb that hands it over."""

_QUOTE_MARKS = frozenset("\"“”„«»'")


def _speaker(line: Line, verb: Word) -> Word | None:
    if verb.dep == "xcomp" and verb.head.lemma in ASKING:
        return agent(verb.head) if is_passive(verb.head) else subject(verb.head)
    active = not is_passive(verb) or (verb.lower == "said" and not verb.has("auxpass"))
    found = subject(verb) if active else agent(verb)
    after = [one for one in verb.children if one.dep == "nsubj" and one.index > verb.index]
    if after and verb.lemma in PLAIN_SAYING:
        found = after[-1]
    if verb.lemma in QUOTING and after:
        found = after[-1]
    if found is None or verb.dep in {"amod", "compound", "acl"}:
        found = _just_before(line, verb) or _inverted(line, verb) or found
    if found is None and not is_passive(verb):
        found = _named_before(line, verb)
    if found is None or found.lemma in INANIMATE:
        return None
    return found


def _named_before(line: Line, verb: Word) -> Word | None:
    """Find the name right before a finite verb whose subject the parser missed."""
    first = min([verb.index, *(one.index for one in verb.children if one.dep in _BETWEEN)])
    before = line.sentence.words[first - 1] if first else None
    mark = line.at(before, Sort.ACTOR) if before is not None else None
    finite = verb.tag in {"VBD", "VBZ", "VBP"} or (verb.tag == "VBN" and verb.has("aux"))
    return before if mark is not None and finite and before is mark.words[-1] else None


_BETWEEN = frozenset({"aux", "advmod"})


def _just_before(line: Line, verb: Word) -> Word | None:
    """Find the speaker that closes a sentence without commas: `… the observatory reported.`."""
    if verb.lemma not in PLAIN_SAYING or verb.index == 0 or not _is_last(line, verb):
        return None
    before = line.sentence.words[verb.index - 1]
    mark = line.at(before, Sort.ACTOR)
    if mark is not None:
        return mark.head
    return before if before.pos in {"NOUN", "PROPN"} and verb.index > _TRAILING else None


def _inverted(line: Line, verb: Word) -> Word | None:
    """Find the speaker after the verb: `…”, said the observatory`, `…, says Amnesty`."""
    if verb.lemma not in PLAIN_SAYING or verb.tag not in {"VBD", "VBZ", "VBP"}:
        return None
    for word in line.sentence.words[verb.index + 1 : verb.index + _TRAILING]:
        if word.pos in {"PROPN", "NOUN"} and word.dep not in {"compound", "amod", "poss", "nmod"}:
            return word
        if word.pos in {"VERB", "SCONJ", "PUNCT"}:
            return None
    return None


def _stance(verb: Word) -> Stance:
    if verb.lemma in DENYING:
        neither = verb.dep == "conj" and verb.head.lemma in {"confirm", "admit"}
        return Stance.OPEN if neither else Stance.DENIED
    if verb.lemma in CHECKING and (negated(verb) or unable(verb)):
        return Stance.OPEN
    return Stance.HEDGED if verb.lemma in BELIEVING else Stance.AFFIRMED


def _scope(line: Line, verb: Word, speaker: Word) -> frozenset[int]:
    own = {word.index for word in phrase(speaker)} | {verb.index}
    if verb.dep == "parataxis" and not _is_clausal(verb) and _parenthetical(verb, own):
        return frozenset(_parenthetical(verb, own))
    inverted = speaker.index > verb.index
    tag = verb.lemma in PLAIN_SAYING | QUOTING
    if tag and (inverted or _is_last(line, verb)):
        limit = min(own)
        scope = frozenset(range(_opening(line), limit)) - own
        if _has_clause(line, scope):
            return scope
    clause = _clause(verb)
    if clause:
        return frozenset(clause - own)
    after = _governed(verb, after=True)
    if verb.lemma not in MENTIONING:
        return frozenset(after - own or _parenthetical(verb, own))
    return frozenset(after - own)


def _clause(verb: Word) -> set[int]:
    """Return the words of what is said as a clause, without who is told and what is added."""
    if not _is_clausal(verb):
        return set()
    told = verb.lemma not in TELLING
    return {
        word.index
        for child in verb.children
        if child.dep == "ccomp" or (told and child.dep == "dobj")
        for word in _without_asides(child, verb)
    }


def _without_asides(clause: Word, verb: Word) -> Iterator[Word]:
    """Yield the words below, but not a participle that goes on for the speaker: `, adding that`."""
    stack = [clause]
    while stack:
        word = stack.pop()
        yield word
        stack.extend(child for child in word.children if not _adds(child, verb))


def _adds(word: Word, verb: Word) -> bool:
    adding = word.tag == "VBG" and word.lemma in ADDING and not word.has("nsubj", "aux")
    return adding and word.dep in {"advcl", "acl"} and word.index > verb.index


def _opening(line: Line) -> int:
    """Return where the sentence begins after `But` or `And`, which link it to the one before."""
    words = line.sentence.words
    return 1 if words[0].pos == "CCONJ" and words[0].tag == "CC" else 0


def _has_clause(line: Line, scope: frozenset[int]) -> bool:
    """Say whether there is something to be said: more than a time or a link word."""
    return any(line.sentence.words[index].pos in {"NOUN", "PROPN", "VERB"} for index in scope)


def _is_clausal(verb: Word) -> bool:
    return verb.has("ccomp")


def _governed(verb: Word, *, after: bool) -> set[int]:
    labels = _AFTER_CONTENT if after else _BEFORE_CONTENT
    return {
        word.index
        for child in verb.children
        if (child.index > verb.index) is after and child.dep in labels
        for word in child.subtree()
    }


def _is_last(line: Line, verb: Word) -> bool:
    """Say whether the verb closes the sentence: only a time, a place or a name follows."""
    rest = [word for word in line.sentence.words[verb.index + 1 :] if word.pos != "PUNCT"]
    if len(rest) > _TRAILING or verb.index == 0:
        return False
    return not any(word.dep in {"ccomp", "nsubj", "nsubjpass"} for word in rest)


def _parenthetical(verb: Word, own: set[int]) -> set[int]:
    """Return what `which, it said, appear to …` is about: the clause around it."""
    if verb.is_root:
        return set()
    inside = {word.index for word in verb.subtree()}
    return {word.index for word in verb.head.subtree()} - inside - own


def _according(line: Line) -> Iterator[Speech]:
    for word in line.sentence.words:
        if word.lower != "according":
            continue
        noun = next((one for child in word.children for one in _objects(child)), None)
        if noun is None:
            continue
        own = {one.index for one in phrase(noun)} | {word.index, word.index + 1}
        scope = frozenset(_around(line, word)) - own
        yield Speech(word, noun, scope, Stance.AFFIRMED, (word.start, noun.end))


def _around(line: Line, word: Word) -> set[int]:
    """Return the words of the coordinated clause that `according to` belongs to."""
    verb = next((one for one in word.ancestors() if is_verb(one)), None)
    if verb is None:
        return {one.index for one in line.sentence.words}
    while not (verb.is_root or _is_own_clause(verb)):
        verb = verb.head
    apart = {
        one.index for child in verb.children if _is_own_clause(child) for one in child.subtree()
    }
    if word.index in apart:
        apart = set()
    return {one.index for one in verb.subtree()} - apart


def _is_own_clause(verb: Word) -> bool:
    return verb.dep == "conj" and is_verb(verb) and verb.has("nsubj", "nsubjpass")


def _objects(word: Word) -> list[Word]:
    if word.dep == "pobj":
        return [word]
    return [child for child in word.children if child.dep == "pobj"] if word.lower == "to" else []


_SAYING_NOUNS = lemmas("allegation claim accusation report assertion statement")


def _nouns(line: Line) -> Iterator[Speech]:
    """Yield `allegations expressed by X on …`, `X's claim that …`."""
    for word in line.sentence.words:
        if word.lemma not in _SAYING_NOUNS or word.pos != "NOUN":
            continue
        speaker = word.child("poss") or _expressed_by(word)
        if speaker is None:
            continue
        own = {one.index for one in phrase(speaker)} | {word.index}
        scope = frozenset(one.index for one in word.subtree()) - own
        yield Speech(word, speaker, scope, Stance.AFFIRMED, (word.start, word.end))


def _expressed_by(noun: Word) -> Word | None:
    for child in (noun, *noun.children):
        if child is noun or child.dep == "acl":
            found = agent(child)
            if found is not None:
                return found
    for child in noun.children:
        if child.dep == "prep" and child.lower in {"by", "from", "among"}:
            return child.child("pobj")
    return None


__all__ = ["ASKING", "PLAIN_SAYING", "Speech", "speeches", "vague"]
