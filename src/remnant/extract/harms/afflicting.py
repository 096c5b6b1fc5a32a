"""Afflicting: harm in words that have other meanings too.

Survivors lose legs, harm is inflicted on civilians, fighters are `eliminated`, condolences go to
the families of those killed.
"""

from dataclasses import replace

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import unique, verb_words
from remnant.extract.drafts.finding import Finder, first
from remnant.extract.harms.harming import figure_of, harm_draft, is_people
from remnant.extract.harms.totals import is_in_total
from remnant.extract.language.grammar import (
    complements,
    conjuncts,
    is_verb,
    objects,
    phrase,
    subject,
    undergoers,
)
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Sort
from remnant.model.claim import Stance

_LIMBS = lemmas("leg arm limb foot hand eye sight eyesight finger hearing toe")


def _maimed(line: Line, verb: Word) -> Draft | None:
    """People lost a limb or their sight."""
    if not is_verb(verb) or verb.lemma != "lose":
        return None
    lost = [word for one in objects(verb) for word in (*conjuncts(one), *phrase(one))]
    noun = subject(verb)
    if noun is None or not is_people(line, noun) or not any(one.lemma in _LIMBS for one in lost):
        return None
    return harm_draft(line, verb, verb_words(verb), figure_of(line, noun), deadly=False)


def _inflicted(line: Line, verb: Word) -> Draft | None:
    """Harm was inflicted on people, or done to them."""
    if not is_verb(verb) or verb.lemma not in {"inflict", "cause", "do"}:
        return None
    harmed = [one for one in undergoers(verb) if one.lemma in {"harm", "suffering"}]
    for above in (verb, *harmed):
        for name, one in complements(above):
            if harmed and name in {"on", "to", "upon"} and is_people(line, one):
                words = unique([*verb_words(verb), *phrase(one)])
                return harm_draft(line, verb, words, figure_of(line, one), deadly=False)
    return None


_ELIMINATING = lemmas("eliminate liquidate neutralise neutralize annihilate destroy")
_FIGHTERS = lemmas(
    "fighter militant mercenary terrorist soldier serviceman rebel gunman insurgent troop "
    "commander combatant extremist nationalist sniper militiaman jihadist leader"
)


def _eliminated(line: Line, verb: Word) -> Draft | None:
    """Fighters were eliminated or destroyed, as general staffs say."""
    if not is_verb(verb) or verb.lemma not in _ELIMINATING:
        return None
    heads = [one for noun in undergoers(verb) for one in conjuncts(noun)]
    people = [one for one in heads if one.lemma in _FIGHTERS]
    if not people:
        return None
    numbers = line.over(phrase(people[0], through=frozenset()), Sort.NUMBER)
    figure = (numbers[0].start, numbers[0].end) if numbers else figure_of(line, people[0])
    return harm_draft(line, verb, verb_words(verb), figure, deadly=True)


_HARMED = frozenset({"killed", "injured", "wounded", "dead", "victims"})
_MOURNING = lemmas("condolence sympathy tribute prayer memory thought")


def _mourned(line: Line, word: Word) -> Draft | None:
    """Condolences go to the families of those killed and injured."""
    if word.lower not in _HARMED or word.dep == "conj":
        return None
    noun = word.head if word.dep == "acl" and word.head.lower in _WHO else word
    if noun.dep != "pobj" or noun.head.lower not in {"of", "to", "for", "with"}:
        return None
    number = noun.head.head
    counted = noun is not word and number.lemma == "number" and number.dep in {"dobj", "pobj"}
    mourned = noun.head.head.lemma in _KIN
    mourned = mourned or any(one.lemma in _MOURNING for one in line.sentence.words)
    mourned = mourned and (noun is not word or word.lower != "victims")
    if (not counted and not mourned) or is_in_total(line, word):
        return None
    words = unique([*noun.head.head.subtree(), word])
    beside = [one.lower for one in conjuncts(word)]
    figure = (word.start, word.end)
    deadly = bool({"killed", "dead"} & set(beside))
    draft = harm_draft(line, word, words, figure, deadly=deadly)
    draft = replace(draft, stance=draft.stance or Stance.AFFIRMED)
    hurt = next((one for one in conjuncts(word) if one.lower in {"injured", "wounded"}), None)
    both = deadly and hurt is not None
    return replace(draft, injured=(hurt.start, hurt.end)) if both and hurt is not None else draft


_KIN = lemmas("family relative widow orphan parent")

_WHO = frozenset({"those", "people", "individuals", "civilians", "persons", "soldiers", "victims"})

AFFLICTED: tuple[Finder, ...] = (_maimed, _inflicted, _eliminated, _mourned)
"""Tried in order, after the readers of suffering."""

_WORDS = _ELIMINATING | _HARMED | {"lose", "inflict", "cause", "do"}


def afflicted(line: Line, word: Word) -> Draft | None:
    """Return the harm that a word tells of in one of these ways; most words are none of them."""
    if word.lemma not in _WORDS and word.lower not in _WORDS:
        return None
    return first(AFFLICTED, line, word)
