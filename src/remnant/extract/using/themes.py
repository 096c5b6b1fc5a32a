"""Themes: what is used, and whom or what an attack is aimed at."""

from remnant.extract.drafts.filling import (
    CONTAINING,
    SERIES,
    is_weapon,
    smallest,
)
from remnant.extract.language.frames import (
    ATTACKS,
    PEOPLE,
    STRIKING,
    TARGETS,
)
from remnant.extract.language.grammar import (
    antecedent,
    clause_words,
    complements,
    is_passive,
    is_verb,
    objects,
    phrase,
    subject,
)
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import PLACE_NOUNS, Line, Mark, Sort


def themes_of(verb: Word) -> list[Word]:
    """Return what is used: the object, or the subject of a passive."""
    noun = subject(verb)
    if is_passive(verb):
        described = antecedent(verb)
        return [one for one in (noun, described) if one is not None][:1]
    return objects(verb)


def is_carried_out(noun: Word, verb: Word) -> bool:
    """Say whether an attack is what a verb used, also as one of many: `launched rounds of`."""
    series = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else None
    many = series is not None and series.lemma in SERIES
    return noun in themes_of(verb) or (many and series in themes_of(verb))


def is_used(line: Line, theme: Word) -> bool:
    """Say whether a noun names a weapon, or an attack that is carried out."""
    measured = [one for name, one in complements(theme) if name == "of"]
    if is_weapon(theme, line) or any(one.lemma in _ARMS for one in (theme, *measured)):
        return True
    if theme.lower in {"them", "it"}:
        return False
    return theme.lemma in ATTACKS and theme.lemma != "fire"


_ARMS = lemmas("weapon weaponry munition ammunition ordnance")
"""Words for arms that name no weapon."""


_STRUCK = PEOPLE | TARGETS | PLACE_NOUNS
"""Words for people, things and places that are struck."""


def is_target(line: Line, noun: Word) -> bool:
    """Say whether a noun names people, a place or a thing that is struck."""
    words = phrase(noun)
    if any(word.lemma in _STRUCK for word in words):
        return True
    return bool(line.over(words, Sort.PLACE) or line.over(words, Sort.ACTOR))


def whole(noun: Word | None) -> Word | None:
    """Return the noun of which a number is a part: `four of the strikes`."""
    if noun is None or noun.tag not in {"CD", "DT", "JJS", "JJR"}:
        return noun
    return next((one for name, one in complements(noun) if name == "of"), noun)


def is_attack(noun: Word | None) -> bool:
    """Say whether a noun is one of attack."""
    return noun is not None and noun.lemma in ATTACKS


def places_of(line: Line, words: list[Word], actors: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Return the smallest places among the words, without those that name the actor."""
    return smallest(one for one in line.over(words, Sort.PLACE) if not is_actor(one, actors))


def is_actor(place: Mark, actors: tuple[Mark, ...]) -> bool:
    """Say whether the words of a place name one of the actors instead."""
    return any(place.start == actor.start for actor in actors)


def contents(line: Line, words: list[Word]) -> list[Word]:
    """Return what the weapons used hold: `rockets, each containing 72 submunitions`."""
    found: list[Word] = []
    for mark in line.over(words, Sort.WEAPON):
        for word in line.sentence.words[mark.words[-1].index + 1 :]:
            explained = word.lemma in _EXPLAINING and word.dep == "acl"
            if is_verb(word) and (explained or word.lemma in CONTAINING):
                found += word.subtree()
            if word.lower not in _LINKING:
                break
    return found


_EXPLAINING = frozenset({"believe", "think", "suspect", "say", "identify"})
"""Participles after which it is told what a weapon was: `a gas believed to be chlorine`."""

_LINKING = frozenset({",", "each", "both", "all", "which", "that", "of", "them", "typically"})
"""Words between a weapon and the verb that says what it holds."""


def aiming(line: Line, noun: Word) -> list[Word]:
    """Return the words of what a strike was aimed at: `killed in strikes targeting Homs`."""
    after = line.sentence.words[noun.index + 1 : noun.index + _AFTER]
    beside = (one for one in after if one.tag == "VBG" and one.dep == "advcl")
    own = (one for one in noun.children if one.dep == "acl")
    return [
        word
        for child in (*own, *beside)
        if child.lemma in STRIKING | {"impact"}
        for word in clause_words(child)
    ]


_AFTER = 3
"""Words after a strike within which `targeting` is about it, however it was parsed."""
