"""Taking: weapons that a pronoun takes up, that aircraft deliver, or that are named by a guess."""

from dataclasses import replace

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import doers, event_dates, is_weapon, unique, verb_words
from remnant.extract.language.frames import AIRCRAFT, FALLING, STRIKING, WIELDING
from remnant.extract.language.grammar import (
    clause_words,
    extent,
    is_passive,
    is_verb,
    objects,
    subject,
)
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Sort
from remnant.extract.using.deeds import use_draft
from remnant.extract.using.themes import places_of

_USING = frozenset({"use", "fire", "launch", "drop", "deploy", "lay", "plant"})
_PRONOUNS = frozenset({"them", "these", "those"})


def using_again(line: Line, verb: Word) -> Draft | None:
    """A party used the weapons that the sentence named before: `bought mines and used them`."""
    if verb.lemma not in _USING or not is_verb(verb) or is_passive(verb):
        return None
    if not any(one.lower in _PRONOUNS for one in objects(verb)):
        return None
    actors = doers(line, verb)
    before = line.over(line.sentence.words[: verb.index], Sort.WEAPON)
    if not before or not actors:
        return None
    return replace(use_draft(line, verb, actors), weapons=(before[-1],))


def delivering(line: Line, verb: Word) -> Draft | None:
    """Aircraft delivered what they carried: `a jet delivered two bombs`."""
    if verb.lemma != "deliver" or not is_verb(verb) or is_passive(verb):
        return None
    doer = subject(verb)
    if doer is None or doer.lemma not in AIRCRAFT:
        return None
    if not any(is_weapon(one, line) for one in objects(verb)):
        return None
    return use_draft(line, verb, doers(line, verb))


_GUESSING = lemmas(
    "appear seem believe say describe think claim suspect call identify look allege report be"
)
"""Verbs of a clause that only says what a weapon was taken for."""


_DROPPING = WIELDING | STRIKING | FALLING
"""Verbs of dropping, striking with and coming down."""


def using_what(line: Line, verb: Word) -> Draft | None:
    """A weapon is named by what it seemed to be: `dropped what they believed to be gas bombs`."""
    if not is_verb(verb) or verb.lemma not in _DROPPING:
        return None
    guess = verb.child("ccomp", "csubj", "dobj")
    if guess is None or guess.lemma not in _GUESSING or not is_verb(guess):
        return None
    words = list(guess.subtree())
    weapons = tuple(line.over(words, Sort.WEAPON))
    if min(words, key=lambda one: one.index).lower != "what" or not weapons:
        return None
    struck = verb.lemma in WIELDING or bool(objects(verb)) or verb.has("prep")
    if not struck:
        return None
    actors = doers(line, verb) if guess.dep != "csubj" else ()
    around = unique([*verb_words(verb), *words])
    start, end = extent(clause_words(verb) + words)
    return replace(
        use_draft(line, verb, actors),
        start=start,
        end=end,
        weapons=weapons,
        places=places_of(line, around, actors),
        dates=event_dates(line, around),
    )
