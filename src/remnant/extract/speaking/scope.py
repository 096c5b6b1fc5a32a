"""Scope: which words of a sentence are what somebody says.

It is what the verb of saying governs; in prose without commas, where the parser loses the
thread, it is what stands before `… the group said` at the end.
"""

from collections.abc import Iterator

from remnant.extract.language.cues import ADDING, MENTIONING, PLAIN_SAYING, QUOTING, TELLING
from remnant.extract.language.grammar import agent, is_passive, phrase
from remnant.extract.language.stance import HARMING
from remnant.extract.language.words import Word
from remnant.extract.names.marks import Line

_AFTER_CONTENT = frozenset(
    {"ccomp", "xcomp", "dobj", "prep", "advcl", "pobj", "dative", "acomp", "oprd"}
)
_BEFORE_CONTENT = frozenset({"ccomp", "advcl", "parataxis", "dep", "dobj", "prep", "nsubjpass"})
TRAILING = 6
"""Words that may follow `the group said`, such as `on Saturday in a statement`."""


def scope_of(line: Line, verb: Word, speaker: Word) -> frozenset[int]:
    """Return the positions of the words that a verb of saying gives to its speaker."""
    own = {word.index for word in phrase(speaker)} | {verb.index}
    fused = _of_what(line, verb)
    return frozenset(fused - own) if fused else _scope(line, verb, speaker, own)


def _scope(line: Line, verb: Word, speaker: Word, own: set[int]) -> frozenset[int]:
    if verb.dep == "parataxis" and not _is_clausal(verb) and _parenthetical(verb, own):
        return frozenset(_parenthetical(verb, own))
    inverted = speaker.index > verb.index and not is_passive(verb)
    tag = verb.lemma in PLAIN_SAYING | QUOTING
    if tag and (inverted or is_last(line, verb)):
        limit = min(own)
        scope = frozenset(range(_opening(line), limit)) - own
        if _has_clause(line, scope):
            return scope
    if is_passive(verb) and agent(verb) is not None:
        return frozenset((_claimed(verb) or _said_of(verb)) - own)
    clause = _clause(verb)
    if clause:
        return frozenset(clause - own)
    after = _governed(verb, after=True)
    if verb.lemma not in MENTIONING:
        return frozenset(after - own or _parenthetical(verb, own))
    return frozenset(after - own)


def _of_what(line: Line, verb: Word) -> set[int]:
    """Return what follows in `what the group claimed was an attack`: the verb right after it."""
    words = line.sentence.words
    after = words[verb.index + 1] if verb.index + 1 < len(words) else verb
    asked = any(one.lower in {"what", "which"} and one.index < verb.index for one in verb.children)
    if not asked or after.lemma not in {"be", "have"} or after in verb.children:
        return set()
    return {one.index for one in after.subtree() if one.index > verb.index}


def _claimed(verb: Word) -> set[int]:
    """Return the act that somebody claims for himself: `blasts claimed by the group hit the town`.

    Whom it killed is the author's.
    """
    noun = verb.head
    if verb.lemma != "claim" or verb.dep != "acl":
        return set()
    act = {one.index for one in noun.subtree()}
    told = noun.dep in {"nsubj", "nsubjpass"} and noun.head.lemma not in HARMING
    return act | ({noun.head.index} if told else set())


def _said_of(verb: Word) -> set[int]:
    """Return what is said of a passive subject: `the strike was reported by`."""
    parts = [
        one for one in verb.children if one.dep in {"nsubjpass", "xcomp", "ccomp", "oprd", "prep"}
    ]
    return {word.index for part in parts for word in part.subtree()}


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
        if (child.index > verb.index) is after and child.dep in labels and not _frames(child)
        for word in child.subtree()
    }


def _frames(child: Word) -> bool:
    """Say whether a part only tells when or why something was said: `after the attack`."""
    words = {child.lower, *(one.lower for one in child.children if one.dep in {"mark", "advmod"})}
    return child.dep in {"prep", "advcl"} and bool(words & _FRAMING)


_FRAMING = frozenset(
    {"after", "before", "following", "since", "during", "amid", "until", "when", "while", "because"}
)


def is_last(line: Line, verb: Word) -> bool:
    """Say whether the verb closes the sentence: only a time, a place or a name follows."""
    rest = [word for word in line.sentence.words[verb.index + 1 :] if word.pos != "PUNCT"]
    if len(rest) > TRAILING or verb.index == 0:
        return False
    return not any(word.dep in {"ccomp", "nsubj", "nsubjpass"} for word in rest)


def _parenthetical(verb: Word, own: set[int]) -> set[int]:
    """Return what `which, it said, appear to …` is about: the clause around it."""
    if verb.is_root:
        return set()
    inside = {word.index for word in verb.subtree()}
    return {word.index for word in verb.head.subtree()} - inside - own


__all__ = ["TRAILING", "is_last", "scope_of"]
