"""Deeds: what the readers of use share: the proposition around a verb, and who did it."""

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import (
    doers,
    event_dates,
    noun_doers,
    noun_words,
    unique,
    verb_words,
)
from remnant.extract.finds.remnants import counted
from remnant.extract.language.frames import AIRCRAFT, ATTACKS, PEOPLE, RUINING, STRIKING, TARGETS
from remnant.extract.language.grammar import (
    agent,
    antecedent,
    clause_words,
    complements,
    conjuncts,
    extent,
    is_passive,
    is_verb,
    objects,
    phrase,
    subject,
)
from remnant.extract.language.words import Word
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.extract.using.responsible import responsible
from remnant.extract.using.themes import contents, is_attack, places_of
from remnant.model.claim import ClaimKind


def use_draft(
    line: Line, verb: Word, actors: tuple[Mark, ...], *, more: Word | None = None
) -> Draft:
    """Return the use that a verb tells of, with the words of a noun of attack beside it."""
    words = unique([*verb_words(verb), *_purpose(verb), *_means(line, verb)])
    words = unique([*words, *contents(line, words)])
    if more is not None:
        words = unique([*words, *noun_words(more)])
    start, end = extent(words)
    weapons = _weapons(line, verb, words) or by_air(verb)
    return Draft(
        kind=ClaimKind.USE,
        line=line,
        trigger=verb,
        start=start,
        end=end,
        actors=actors,
        weapons=weapons,
        places=places_of(line, words, actors),
        dates=event_dates(line, words),
        targets=tuple(one for one in _struck(verb) if one.lemma in TARGETS | PEOPLE),
        count=_incidents(line, verb)
        or _times(line, verb)
        or _number_of(line, verb, weapons)
        or _number_of_attacks(line, verb),
    )


def _struck(verb: Word) -> list[Word]:
    """Return what was struck: the object, or the subject of a passive verb of striking."""
    noun = subject(verb) if is_passive(verb) and verb.lemma in STRIKING else None
    return [noun] if noun is not None else objects(verb)


def _means(line: Line, verb: Word) -> list[Word]:
    """Return the words of what was used for it: `destroyed a tank using a guided missile`."""
    for child in verb.children:
        beside = child.lower == "using" and child.dep in {"advcl", "xcomp", "prep"}
        if beside and not child.has("nsubj"):
            words = clause_words(child)
            return words if line.over(words, Sort.WEAPON) else []
    return []


def _purpose(verb: Word) -> list[Word]:
    """Return the words of what a weapon was used for: `used bombs to attack the town`."""
    for child in verb.children:
        if verb.lemma == "use" and child.dep in {"xcomp", "advcl"} and child.lemma in STRIKING:
            return clause_words(child) if child.tag == "VB" else []
    return []


def by_air(verb: Word) -> tuple[Mark, ...]:
    """Return an airstrike where aircraft struck and no other weapon is named."""
    if not is_verb(verb):
        return ()
    doer = agent(verb) if is_passive(verb) else subject(verb)
    planes = conjuncts(doer) if doer is not None else []
    planes += [noun for name, noun in complements(verb) if name in {"from", "with", "by"}]
    for noun in planes:
        named = noun.lemma in AIRCRAFT or (noun.lemma == "air" and verb.lemma in STRIKING)
        fleet = any(child.lower in {"air", "airforce"} for child in (noun, *noun.children))
        if named or (fleet and noun.lemma in {"force", "airforce"}):
            return (Mark(Sort.WEAPON, (noun,), "airstrike"),)
    return ()


def _incidents(line: Line, verb: Word) -> tuple[int, int] | None:
    """Return the number in `63 incidents in which cluster munitions were used`."""
    noun = antecedent(verb)
    if noun is None or noun.lemma not in _EVENTS:
        return None
    return counted(line, noun)


def _times(line: Line, verb: Word) -> tuple[int, int] | None:
    """Return the number in `used gas at least 15 times`."""
    often = next((one for one in verb.children if one.lower == "times"), None)
    return counted(line, often) if often is not None else None


def _number_of(line: Line, verb: Word, weapons: tuple[Mark, ...]) -> tuple[int, int] | None:
    """Return the number of weapons or strikes: `four rockets`, `dozens of missiles`."""
    used = [subject(verb), *objects(verb), *(one for _, one in complements(verb))]
    nouns = [one for noun in used if noun is not None for one in conjuncts(noun)]
    for mark in weapons:
        noun = mark.head
        while noun.dep == "compound" and noun.head.index <= mark.words[-1].index + 1:
            noun = noun.head
        many = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else None
        if noun not in nouns and many not in nouns:
            continue
        dozens = line.at(many, Sort.NUMBER) if many is not None else None
        found = (dozens.start, dozens.end) if dozens is not None else counted(line, noun)
        if found is not None:
            return found
    return None


def _number_of_attacks(line: Line, verb: Word) -> tuple[int, int] | None:
    """Return the number in `three raids targeted Tabqa` and `1,400 munitions were unleashed`."""
    noun = subject(verb)
    plural = noun is not None and noun.tag == "NNS"
    if noun is None or not plural or noun.lemma not in ATTACKS | {"munition", "weapon", "shell"}:
        return None
    return counted(line, noun)


_EVENTS = ATTACKS | {"incident", "case", "occasion", "instance"}


def _weapons(line: Line, verb: Word, words: list[Word]) -> tuple[Mark, ...]:
    """Return the weapons used, without those that were struck: `destroyed Russian tanks`."""
    found = [one for one in line.over(words, Sort.WEAPON) if not _is_verb_of_bombing(one, verb)]
    if verb.lemma not in STRIKING | RUINING:
        return tuple(found)
    struck = [subject(verb)] if is_passive(verb) else objects(verb)
    targets = [mark for one in struck if one for mark in line.over(phrase(one), Sort.WEAPON)]
    return tuple(mark for mark in found if mark not in targets)


def _is_verb_of_bombing(mark: Mark, verb: Word) -> bool:
    """Say whether a mark only reads the verb as its noun: `Syria bombs positions`."""
    return mark.words == (verb,) and mark.entry == "bomb"


def behind(line: Line, verb: Word, doer: Word | None) -> tuple[Mark, ...]:
    """Return who did it, also where an attack is the subject: `airstrikes by Russia hit`."""
    if doer is not None and is_attack(doer):
        return noun_doers(line, doer) or responsible(line, doer)
    return doers(line, verb)
