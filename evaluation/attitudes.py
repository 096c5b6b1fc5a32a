"""Attitudes: what somebody wants, plans, judges or doubts, rather than states.

PolNeAR marks them as attributions beside what is said. No claim is made of them, because nobody
asserts what he only hopes for, so they are read for the measure alone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evaluation.attitude_cues import (
    ATTITUDE_ADJECTIVES,
    ATTITUDE_NOUNS,
    CUE_CLASSES,
    HEARSAY,
    SEEMING,
    SEEN,
    Holding,
)
from remnant.extract.language.grammar import agent, is_passive, subject
from remnant.extract.language.words import Word
from remnant.extract.names.marks import Line


@dataclass(frozen=True, slots=True, eq=False)
class Attitude:
    """What somebody holds.

    Attributes:
        cue: The words that say that it is held, the first of them the verb, noun or adjective.
        holder: Head of the noun phrase that names who holds it; `None` if the author hedges.
        scope: Positions of the words for what is held.
        holding: How it is held.
    """

    cue: tuple[Word, ...]
    holder: Word | None
    scope: frozenset[int]
    holding: Holding


_COMPLEMENTS = {"ccomp": "clause", "xcomp": "to", "dobj": "object"}
_GOING_ON = frozenset({"for", "of", "as", "over", "to", "about", "with", "from", "in"})
"""Prepositions that go on with what is held after an object: `blamed Kyiv for the strike`."""

_HOLDINGS = {
    (verb, name): one.holding
    for one in CUE_CLASSES
    for verb in sorted(one.verbs)
    for name in sorted(one.complements)
}
"""How a verb with one of its complements holds what follows."""

_COMPLEMENTS_OF = {
    verb: frozenset(name for other, name in _HOLDINGS if other == verb) for verb, _ in _HOLDINGS
}


def attitudes(line: Line) -> tuple[Attitude, ...]:
    """Return the attitudes of a sentence, in order of their cues."""
    found = [one for word in line.sentence.words for one in _of_word(word)]
    return tuple(sorted(found, key=lambda one: one.cue[0].index))


def _of_word(word: Word) -> Iterator[Attitude]:
    found: Attitude | None
    if word.pos == "VERB":
        found = _hedge(word) or _held(word)
    elif word.pos == "NOUN":
        found = _of_noun(word)
    elif word.pos == "ADJ":
        found = _of_adjective(word)
    else:
        found = _adverb(word)
    if found is not None and found.scope:
        yield found


def _held(verb: Word) -> Attitude | None:
    """Somebody wants, plans, judges or doubts: `Kyiv wants`, `backed by Paris`."""
    known = _COMPLEMENTS_OF.get(verb.lemma)
    if known is None or verb.dep in {"amod", "compound"}:
        return None
    if is_passive(verb):
        return _passive(verb, known)
    holder = _holder(verb)
    parts = [one for one in verb.children if _COMPLEMENTS.get(one.dep) in known]
    parts = [one for one in parts if one.index > verb.index] or parts
    if holder is None:
        return None
    if not parts:
        return _with_preposition(verb, holder, known)
    first = parts[0]
    also = [
        one
        for one in verb.children
        if one.index > verb.index
        and (one.dep in {"dobj", "oprd"} or (one.dep == "prep" and one.lower in _GOING_ON))
    ]
    if first.dep != "dobj":
        also = [one for one in also if one.dep == "dobj"]
    scope = _below([*parts, *also])
    return Attitude(
        (verb,), holder, scope - {verb.index}, _HOLDINGS[verb.lemma, _COMPLEMENTS[first.dep]]
    )


def _with_preposition(verb: Word, holder: Word, known: frozenset[str]) -> Attitude | None:
    """The complement follows a preposition, which belongs to the cue: `called for talks`."""
    for child in verb.children:
        if child.dep != "prep" or child.lower not in known or child.index < verb.index:
            continue
        scope = _below([one for one in child.children if one.dep in {"pobj", "pcomp", "prep"}])
        if scope:
            return Attitude((verb, child), holder, scope, _HOLDINGS[verb.lemma, child.lower])
    return None


def _passive(verb: Word, known: frozenset[str]) -> Attitude | None:
    holder, noun = agent(verb), verb.child("nsubjpass")
    if holder is None or noun is None or "object" not in known:
        return None
    return Attitude((verb,), holder, _below([noun]), _HOLDINGS[verb.lemma, "object"])


def _holder(verb: Word) -> Word | None:
    found = subject(verb)
    return found if found is not None and found.lower not in {"it", "there", "that"} else None


def _hedge(verb: Word) -> Attitude | None:
    """The author hedges: `appears to`, `is expected to`, `is seen as`."""
    seen = verb.lemma in SEEN and verb.has("auxpass") and agent(verb) is None
    if not (seen or verb.lemma in SEEMING):
        return None
    if not (verb.has("xcomp", "ccomp", "oprd") or _likens(verb)):
        return None
    apart = [one for one in verb.children if one.dep in {"advcl", "parataxis", "conj"}]
    words = _below([verb]) - _below(apart)
    own = {verb.index, *(one.index for one in verb.children if one.dep in {"aux", "auxpass"})}
    return Attitude((verb,), None, words - own, Holding.SUPPOSED)


def _likens(verb: Word) -> bool:
    return any(one.dep == "prep" and one.lower in {"as", "like"} for one in verb.children)


def _adverb(word: Word) -> Attitude | None:
    """The author hedges with a word: `reportedly`."""
    if word.lower not in HEARSAY:
        return None
    verb = next((one for one in word.ancestors() if one.pos in {"VERB", "AUX"}), None)
    if verb is None:
        return None
    return Attitude((word,), None, _below([verb]) - {word.index}, Holding.SUPPOSED)


def _of_noun(noun: Word) -> Attitude | None:
    """Somebody's attitude is named: `his support for`, `concerns of residents about`."""
    if noun.lemma not in ATTITUDE_NOUNS:
        return None
    holder = noun.child("poss")
    for child in noun.children:
        about = child.dep == "prep" and child.lower in {
            "for",
            "about",
            "over",
            "on",
            "to",
            "against",
        }
        if child.dep == "prep" and child.lower in {"of", "by", "from", "among"} and holder is None:
            holder = child.child("pobj")
        if (about or (child.dep == "acl" and child.index > noun.index)) and holder is not None:
            parts = [one for one in child.children if one.dep in {"pobj", "pcomp"}] or [child]
            cue = (noun, child) if about else (noun,)
            return Attitude(cue, holder, _below(parts), Holding.JUDGED)
    return None


def _of_adjective(word: Word) -> Attitude | None:
    """Somebody is confident, worried, glad or aware of something."""
    if word.lemma not in ATTITUDE_ADJECTIVES or word.dep not in {"acomp", "conj", "oprd", "amod"}:
        return None
    holder = subject(word.head) if word.dep in {"acomp", "oprd"} else None
    if holder is None or holder.lower in {"it", "there", "that", "this"}:
        return None
    for child in word.children:
        if child.dep in {"ccomp", "xcomp"} and child.index > word.index:
            return Attitude((word,), holder, _below([child]), Holding.JUDGED)
        if child.dep == "prep" and child.lower in {"of", "about", "with", "in", "by"}:
            return Attitude((word, child), holder, _below(child.children), Holding.JUDGED)
    return None


def _below(heads: Iterable[Word]) -> frozenset[int]:
    return frozenset(word.index for head in heads for word in head.subtree())
