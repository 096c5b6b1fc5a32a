"""Harming: what the readers of harm share: who was harmed, how many, and by whom."""

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import (
    actors_in,
    doers,
    event_dates,
    is_force,
    modifiers,
    smallest,
)
from remnant.extract.language.frames import ATTACKS, CASUALTIES, DYING, KILLING, PEOPLE
from remnant.extract.language.grammar import (
    agent,
    complements,
    conjuncts,
    extent,
    is_passive,
    is_verb,
    phrase,
    subject,
)
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.model.claim import ClaimKind, Stance

_PRONOUNS = lemmas(
    "we us i me who them him her he she they more others defence defense some all both everyone "
    "everybody"
)


def is_people(line: Line, noun: Word, verb: Word | None = None) -> bool:
    """Say whether a noun names people, or a number of them; what is killed may be any name."""
    if noun.lower in _PRONOUNS or _is_person(line, noun, verb):
        return True
    if any(word.lemma in PEOPLE for word in conjuncts(noun)):
        return True
    if noun.lemma in _SETS and (of := _members(noun)) is not None:
        return is_people(line, of)
    if noun.pos == "NUM" or line.at(noun, Sort.NUMBER) is not None:
        return True
    return line.at(noun, Sort.ACTOR) is not None


_SETS = frozenset({"total", "group", "number", "handful", "couple", "majority", "crowd"})
"""Nouns for several people, who are named after `of`."""


def _members(noun: Word) -> Word | None:
    """Return who a set is of: `a total of 24 fighters`."""
    return next((one for name, one in complements(noun) if name == "of"), None)


def _is_person(line: Line, noun: Word, verb: Word | None) -> bool:
    """Say whether a name is that of somebody whom a verb of killing or wounding names."""
    harmed = verb is not None and verb.lemma in KILLING | DYING | {"wound", "injure"}
    return harmed and noun.pos == "PROPN" and line.at(noun, Sort.WEAPON, Sort.TREATY) is None


def figure_of(line: Line, noun: Word, verb: Word | None = None) -> tuple[int, int]:
    """Return the words that say who and how many: the whole phrase of the sufferers."""
    if noun.lower == "they":
        noun = _who_told(line, noun) or noun
    if noun.lemma in {"total", "group"}:  # `a total of 24 fighters`
        noun = _members(noun) or noun
    heads = conjuncts(noun) if noun.lemma in PEOPLE else [noun]
    heads = [head for head in heads if head is noun or head.lower not in _HURT]
    if verb is not None and noun.index < verb.index:
        heads = [head for head in heads if head.index < verb.index]
    words = [word for head in heads for word in phrase(head, through=frozenset())]
    if verb is not None and noun.index < verb.index:
        words = [word for word in words if word.index < verb.index]
    numbers = [mark for mark in line.over(words, Sort.NUMBER) if _counts(mark, heads)]
    if len(numbers) == 1 and len(heads) == 1:
        return numbers[0].start, numbers[0].end
    if numbers:
        return numbers[0].start, max(numbers[-1].end, *(head.end for head in heads))
    kept = [word for word in words if word.pos != "PUNCT" and word.dep not in {"cc", "prep"}]
    return extent(kept)


def _who_told(line: Line, pronoun: Word) -> Word | None:
    """Return the people, if counted, who say of themselves that `they` were hurt."""
    verb = pronoun.head
    said = verb.head if verb.dep == "ccomp" and verb.head.lemma in {"say", "tell"} else None
    noun = subject(said) if said is not None else None
    counted = noun is not None and noun.lemma in PEOPLE and line.over(phrase(noun), Sort.NUMBER)
    return noun if counted else None


_HURT = frozenset({"injured", "wounded"})
"""Words after a figure of the dead that give another."""


def _counts(mark: Mark, heads: list[Word]) -> bool:
    """Say whether a number counts one of the nouns, or stands for one."""
    return any(word in heads or word.head in heads for word in mark.words) or any(
        word.head.head in heads and word.head.dep == "nummod" for word in mark.words
    )


def harm_draft(
    line: Line, trigger: Word, words: list[Word], figure: tuple[int, int] | None, *, deadly: bool
) -> Draft:
    """Return the proposition that people were killed, or else injured, by the words given."""
    words = _without_scenes(words, trigger)
    start, end = extent(words)
    actors = _culprits(line, trigger)
    nobody = _nobody(line, trigger, figure) if trigger.lemma != "toll" else None
    neither = nobody if trigger.lemma in CASUALTIES - {"toll"} else None
    return Draft(
        kind=ClaimKind.HARM,
        line=line,
        trigger=trigger,
        start=start,
        end=end,
        actors=actors,
        weapons=tuple(line.over(words, Sort.WEAPON)),
        places=smallest(one for one in line.over(words, Sort.PLACE) if not _is_of_hospital(one)),
        dates=event_dates(line, words),
        killed=figure if deadly else neither,
        injured=neither if deadly else figure or neither,
        stance=Stance.DENIED if nobody else None,
    )


def _without_scenes(words: list[Word], trigger: Word) -> list[Word]:
    """Leave out what a place is known for: `died in Homs, the site of an attack in April`."""
    below = {
        below.index
        for word in words
        if word.lemma in {"site", "scene"} and word.dep in {"appos", "dobj", "attr"}
        for name, one in complements(word)
        if name == "of" and one.lemma in ATTACKS
        for below in word.subtree()
    }
    return words if trigger.index in below else [one for one in words if one.index not in below]


def _is_of_hospital(place: Mark) -> bool:
    """Say whether a place is where the harmed were taken: `died in hospitals in Europe`."""
    head = place.head
    while head.dep == "conj":
        head = head.head
    noun = head.head.head if head.dep == "pobj" else head.head
    return noun.lemma in {"hospital", "clinic"} and noun is not head


def _nobody(line: Line, trigger: Word, figure: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return the word that says that there were none: `no casualties`."""
    start, end = figure or (trigger.start, trigger.end)
    for word in line.sentence.words:
        inside = start <= word.start < end or word in trigger.children
        after = line.sentence.words[word.index + 1 : word.index + 2]
        bound = any(one.lower in {"fewer", "less", "more", "longer"} for one in after)
        if word.lower in {"no", "nobody", "none"} and inside and not bound:
            return word.start, word.end
    return None


def _culprits(line: Line, trigger: Word) -> tuple[Mark, ...]:
    if not is_verb(trigger):
        by = agent(trigger)
        return actors_in(line, by) if by is not None else ()
    if trigger.lemma in DYING:
        return ()
    doer = agent(trigger) if is_passive(trigger) else subject(trigger)
    if doer is None:
        return _operating(line, trigger)
    if doer.lemma in ATTACKS:
        return modifiers(line, doer) or _by(line, doer)
    return doers(line, trigger) if is_force(doer, line) else ()


def _operating(line: Line, verb: Word) -> tuple[Mark, ...]:
    """Return whose operation people were killed in: `during an operation by the army of A`."""
    for name, noun in complements(verb):
        if name in {"in", "during", "by", "from"} and noun.lemma in _OPERATIONS:
            return _by(line, noun) or modifiers(line, noun)
    return ()


_OPERATIONS = lemmas("operation campaign incursion crackdown ambush invasion")


def _by(line: Line, noun: Word) -> tuple[Mark, ...]:
    by = agent(noun)
    return actors_in(line, by) if by is not None else ()
