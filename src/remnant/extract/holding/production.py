"""Production: who makes or exports a weapon, in verbs, participles and nouns of make."""

from dataclasses import replace

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import actors_in, doers, is_weapon, unique, verb_words
from remnant.extract.finds.remnants import counted
from remnant.extract.language.grammar import (
    agent,
    antecedent,
    complements,
    conjuncts,
    extent,
    is_passive,
    is_verb,
    objects,
    phrase,
    subject,
)
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.extract.using.themes import themes_of
from remnant.model.claim import ClaimKind, Stance
from remnant.model.value import GeoPrecision

PRODUCING = lemmas("produce manufacture make develop export build self-produce")
"""Verbs of production."""


def producing(line: Line, verb: Word) -> Draft | None:
    """A party produces or exports a weapon."""
    if not is_verb(verb) or verb.lemma not in PRODUCING or verb.dep == "amod":
        return None
    themes = [one for one in map(_all_of, _themes(verb)) if is_weapon(one, line)]
    themes += [one for name, one in complements(verb) if name == "of" and is_weapon(one, line)]
    makers = doers(line, verb) or _made_in(line, verb)
    exported = verb.lemma == "export" and any(name == "to" for name, _ in complements(verb))
    again = verb.dep == "conj" and verb.head.lemma in PRODUCING
    noun = subject(verb)
    by = agent(verb) if is_passive(verb) else None
    unnamed = noun is not None and (
        noun.lower in {"it", "they"} or noun.lemma in {"country", "state", "group", "company"}
    )
    unnamed = unnamed or (by is not None and by.lower in {"it", "them", "him"})
    if not themes or not (makers or unnamed) or exported or again:
        return None
    shared = [c for c in verb.children if c.dep == "conj" and c.lemma in PRODUCING]
    first = shared[0] if shared and not verb.has("dobj") else verb
    words = unique([*verb_words(verb), *verb_words(first), *phrase(themes[0])])
    return made(line, verb, words, makers, themes[0])


def ceasing(line: Line, verb: Word) -> Draft | None:
    """A party has ceased, or ended, the production of a weapon."""
    if not is_verb(verb) or verb.lemma not in {"cease", "end", "stop", "halt", "discontinue"}:
        return None
    themes = [one for one in objects(verb) if one.lemma in {"production", "manufacture"}]
    weapons = [one for theme in themes for name, one in complements(theme) if name == "of"]
    noun = subject(verb)
    if not weapons or not is_weapon(weapons[0], line) or noun is None:
        return None
    makers = doers(line, verb)
    if not makers and noun.lemma not in {"state", "country", "company", "government"}:
        return None
    draft = made(line, verb, unique([*verb_words(verb), *verb.subtree()]), makers, weapons[0])
    return replace(draft, stance=Stance.DENIED)


def _themes(verb: Word) -> list[Word]:
    described = antecedent(verb)
    found = themes_of(verb)
    return found or ([described] if described is not None and verb.dep == "acl" else [])


def _all_of(noun: Word) -> Word:
    """Return what `both` or `all` sums up: `rockets and bomblets, both made in Israel`."""
    return noun.head if noun.lower in {"both", "all", "each"} and noun.dep == "appos" else noun


def _made_in(line: Line, verb: Word) -> tuple[Mark, ...]:
    """Return the state in which a weapon is made: `bombs made in Israel`."""
    participle = is_passive(verb) or (verb.dep == "acl" and not verb.has("dobj"))
    if not participle or verb.lemma not in _MAKING:
        return ()
    inside = [noun for name, noun in complements(verb) if name == "in"]
    return tuple(
        Mark(Sort.ACTOR, mark.words, mark.entry if mark.sort is Sort.ACTOR else "", mark.form)
        for noun in inside
        for one in conjuncts(noun)
        for mark in [line.at(one, Sort.ACTOR, Sort.PLACE)]
        if mark is not None and (mark.sort is Sort.ACTOR or mark.scale >= GeoPrecision.COUNTRY)
    )


_MAKING = frozenset({"make", "produce", "manufacture", "build", "assemble"})


def of_make(line: Line, noun: Word) -> Draft | None:
    """Weapons of a party's make: `bomblets of Israeli manufacture`."""
    if noun.lower not in _MAKES or noun.dep != "pobj" or noun.head.lower != "of":
        return None
    weapon: Word | None = noun.head.head
    if weapon is not None and weapon.lemma == "be":  # `the missiles were of Iranian origin`
        weapon = subject(weapon)
    makers = tuple(line.over(noun.subtree(), Sort.ACTOR))
    if weapon is None or not makers or not is_weapon(weapon, line):
        return None
    words = unique([*phrase(weapon), *noun.subtree()])
    return made(line, noun, words, makers, weapon)


_MAKES = frozenset({"make", "manufacture", "production", "origin", "construction"})


def made(
    line: Line,
    trigger: Word,
    words: list[Word],
    makers: tuple[Mark, ...],
    weapon: Word | None = None,
) -> Draft:
    """Return the proposition that the makers make the weapons among the words."""
    start, end = extent(words)
    clause = any(child.dep == "mark" for child in trigger.children)
    aside = not is_verb(trigger) or (trigger.dep in {"acl", "relcl"} and not clause)
    return Draft(
        kind=ClaimKind.PRODUCTION,
        stance=Stance.AFFIRMED if aside else None,  # said in passing, it is taken for granted
        line=line,
        trigger=trigger,
        start=start,
        end=end,
        actors=makers,
        weapons=tuple(line.over(words, Sort.WEAPON)),
        count=counted(line, weapon) if weapon is not None else None,
    )


def making(line: Line, noun: Word) -> Draft | None:
    """A party is called a maker of weapons: `a producer of`, `the manufacturer of`."""
    if noun.lemma not in {"producer", "manufacturer", "maker"}:
        return None
    weapons = [one for name, one in complements(noun) if name == "of" and is_weapon(one, line)]
    shared = [one for one in noun.children if one.dep == "conj"]
    weapons += [
        one
        for other in shared
        for name, one in complements(other)
        if name == "of" and is_weapon(one, line)
    ]
    first = noun.head if noun.dep == "conj" else noun
    listed = _listed(line, noun) if weapons else ()
    if listed:
        return made(line, noun, list(noun.subtree()), listed, weapons[0])
    above = first.head.head if first.dep == "pobj" and first.head.lower == "of" else first
    first = above if above.lower == "one" else first  # `is one of 16 producers`
    whose = subject(first.head) if first.dep == "attr" else first.head
    makers = actors_in(line, whose) if whose is not None and first.dep in _NAMING else ()
    if not weapons or not makers:
        return None
    verb = first.head
    words = unique([*verb_words(verb), *noun.subtree()]) if is_verb(verb) else [*noun.subtree()]
    return made(line, noun, words, makers, weapons[0])


def _listed(line: Line, noun: Word) -> tuple[Mark, ...]:
    """Return the parties listed after `producers of mines:` or `producers of mines, including`."""
    words = line.sentence.words
    opening = next(
        (w.index for w in words[noun.index :] if w.text in _OPENING or w.lower == "including"), None
    )
    if noun.tag not in {"NNS", "NNPS"} or opening is None:
        return ()
    return tuple(line.over(words[opening:], Sort.ACTOR))


_OPENING = frozenset({":", "–", "—"})
_NAMING = frozenset({"attr", "appos"})
