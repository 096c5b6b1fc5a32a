"""Use: somebody used, fired or dropped a weapon, or attacked, struck or shelled."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from remnant.extract.attacks import attacking, using
from remnant.extract.blame import accusing, answering, rejecting
from remnant.extract.draft import Draft
from remnant.extract.filling import (
    doers,
    event_dates,
    is_force,
    is_weapon,
    noun_doers,
    noun_words,
    unique,
    verb_words,
)
from remnant.extract.frames import (
    AIRCRAFT,
    ATTACKS,
    FALLING,
    LOOSE_STRIKING,
    PEOPLE,
    RUINING,
    STRIKING,
    TARGETS,
    UNDERGOING,
    WIELDING,
)
from remnant.extract.grammar import (
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
from remnant.extract.marks import Line, Mark, Sort
from remnant.extract.remnants import counted
from remnant.extract.responsible import responsible
from remnant.extract.themes import contents, is_attack, is_target, is_used, places_of, themes_of
from remnant.extract.words import Word
from remnant.model.claim import ClaimKind

Finder: TypeAlias = Callable[[Line, Word], Draft | None]


def uses(line: Line) -> Iterator[Draft]:
    """Yield the use propositions of a sentence, in the order of their triggers."""
    for word in line.sentence.words:
        for finder in FINDERS:
            found = finder(line, word)
            if found is not None:
                yield found
                break


def wielding(line: Line, verb: Word) -> Draft | None:
    """A verb of using with a weapon as its theme: `fired rockets`, `rockets fired by`."""
    if not is_verb(verb) or verb.lemma not in WIELDING:
        return None
    themes = themes_of(verb)
    fired_on = verb.lemma in {"fire", "launch", "open"} and _fired_on(line, verb)
    named = (one for theme in themes for one in conjuncts(theme))
    if not fired_on and not any(is_used(line, theme) for theme in named):
        return None
    return _from_verb(line, verb, doers(line, verb))


def misparsed(line: Line, verb: Word) -> Draft | None:
    """A verb of using that the parser took for an adjective of its weapon.

    `Forces of A, or those it supports in B, under its control fired rockets`: the sentence
    has no other verb, and every party named before, but not after of, may have done it.
    """
    if verb.tag != "VBD" or verb.dep != "amod" or verb.lemma not in WIELDING:
        return None
    words = line.sentence.words
    if not is_weapon(verb.head, line) or any(is_verb(word) and word.is_root for word in words):
        return None
    marks = [one for one in line.over(words[: verb.index], Sort.ACTOR) if _leads(one, verb)]
    after = words[verb.index :]
    start, end = extent([word for word in words if word.pos != "PUNCT"])
    return Draft(
        kind=ClaimKind.USE,
        line=line,
        trigger=verb,
        start=start,
        end=end,
        actors=tuple({one.entry: one for one in marks}.values()),
        weapons=tuple(line.over(after, Sort.WEAPON)),
        places=tuple(line.over(after, Sort.PLACE)),
        dates=event_dates(line, after),
    )


def _leads(party: Mark, verb: Word) -> bool:
    governor = party.head.head
    return governor.index < verb.index and governor.lower not in {"of", "under", "by"}


def _fired_on(line: Line, verb: Word) -> bool:
    for name, noun in complements(verb):
        if name in {"on", "at", "into", "upon"} and is_target(line, noun):
            return True
    return False


def opening_fire(line: Line, verb: Word) -> Draft | None:
    """A force opened fire on somebody."""
    if verb.lemma != "open" or not any(noun.lower == "fire" for noun in objects(verb)):
        return None
    return _from_verb(line, verb, doers(line, verb))


def striking(line: Line, verb: Word) -> Draft | None:
    """A verb of striking with a target: `bombed the depot`, `was hit by a bomb`."""
    if not is_verb(verb) or verb.lemma not in STRIKING:
        return None
    doer = agent(verb) if is_passive(verb) else subject(verb)
    struck = [subject(verb)] if is_passive(verb) else objects(verb)
    struck = [one for one in struck if one is not None]
    at = [noun for name, noun in complements(verb) if name in {"at", "on"}]
    if not struck and not (verb.lemma in {"shoot", "strike", "fire", "shell"} and at):
        return None
    told_of = doer is not None and doer.lower in {"it", "they", "we", "he", "she"}
    armed = is_force(doer, line) or is_weapon(doer, line) or is_attack(doer)
    aimed = any(is_target(line, one) for one in struck + at)
    loose = aimed and (is_passive(verb) or told_of)
    if verb.lemma in LOOSE_STRIKING and not (armed or loose):
        return None
    if not armed and not aimed:
        return None
    return _from_verb(line, verb, _behind(line, verb, doer))


def _behind(line: Line, verb: Word, doer: Word | None) -> tuple[Mark, ...]:
    """Return who did it, also where an attack is the subject: `airstrikes by Russia hit`."""
    if doer is not None and is_attack(doer):
        return noun_doers(line, doer) or responsible(line, doer)
    return doers(line, verb)


def ruining(line: Line, verb: Word) -> Draft | None:
    """A weapon, an attack or a force destroyed something."""
    if not is_verb(verb) or verb.lemma not in RUINING:
        return None
    doer = agent(verb) if is_passive(verb) else subject(verb)
    if not (is_force(doer, line) or is_weapon(doer, line) or is_attack(doer)):
        return None
    struck = [subject(verb)] if is_passive(verb) else objects(verb)
    if not any(one is not None and is_target(line, one) for one in struck):
        return None
    return _from_verb(line, verb, _behind(line, verb, doer))


def falling(line: Line, verb: Word) -> Draft | None:
    """A weapon fell, landed or exploded somewhere."""
    down = verb.lemma == "come" and any(child.lower == "down" for child in verb.children)
    down = down or (verb.lemma == "go" and any(child.lower == "off" for child in verb.children))
    if not is_verb(verb) or not (verb.lemma in FALLING or down) or is_passive(verb):
        return None
    noun = subject(verb)
    if not is_weapon(noun, line):
        return None
    pairs = [pair for one in (verb, *_adverbs(verb)) for pair in complements(one)]
    aimed = any(name in _AIMS for name, _ in pairs)
    fired = [one for one in noun.children if one.dep == "acl" and is_passive(one)] if noun else []
    actors = tuple(mark for one in fired for mark in doers(line, one))
    return _from_verb(line, verb, actors) if aimed or objects(verb) else None


def _adverbs(verb: Word) -> list[Word]:
    """Return the adverbs of place of a verb: `fell close to a school`."""
    return [child for child in verb.children if child.lower in {"close", "next", "near", "outside"}]


_AIMS = frozenset({"on", "in", "near", "into", "at", "to", "onto", "outside", "beside", "across"})
"""Prepositions before what a falling weapon hit."""


def laying(line: Line, verb: Word) -> Draft | None:
    """Somebody laid, planted or scattered mines or bombs."""
    if not is_verb(verb) or verb.lemma not in _LAYING:
        return None
    if not any(is_weapon(theme, line) for theme in themes_of(verb)):
        return None
    return _from_verb(line, verb, doers(line, verb))


_LAYING = frozenset({"lay", "plant", "emplace", "place", "plac", "sow", "mine"})


def blowing(line: Line, verb: Word) -> Draft | None:
    """A bomber blew himself up."""
    up = any(child.lower == "up" for child in verb.children)
    if not is_verb(verb) or verb.lemma not in {"blow", "detonate"}:
        return None
    own = any(one.lower in {"himself", "herself", "themselves", "vest"} for one in objects(verb))
    if not own or not (up or verb.lemma == "detonate"):
        return None
    return _from_verb(line, verb, doers(line, verb))


def lasting(line: Line, verb: Word) -> Draft | None:
    """A place is under attack, or faces bombardment."""
    if not is_verb(verb) or verb.lemma not in {"be", "remain"} | UNDERGOING:
        return None
    under = [noun for name, noun in complements(verb) if name == "under"]
    faced = objects(verb) if verb.lemma in UNDERGOING else []
    struck = subject(verb)
    for noun in (*under, *faced):
        if noun.lemma in ATTACKS and struck is not None and is_target(line, struck):
            return _from_verb(line, verb, noun_doers(line, noun), more=noun)
    return None


def aimed(line: Line, verb: Word) -> Draft | None:
    """An attack was on something: `the attack was on rebel-held areas`."""
    noun = subject(verb) if verb.lemma == "be" else None
    if noun is None or not is_attack(noun):
        return None
    struck = [one for name, one in complements(verb) if name in {"on", "against", "at"}]
    if not any(is_target(line, one) for one in struck):
        return None
    return _from_verb(line, verb, noun_doers(line, noun), more=noun)


def undergoing(line: Line, verb: Word) -> Draft | None:
    """A place came under an attack, or was the target of one."""
    if not is_verb(verb):
        return None
    if verb.lemma == "come":
        under_fire = _under(line, verb)
        if under_fire is not None:
            return _from_verb(line, verb, noun_doers(line, under_fire), more=under_fire)
    for name, noun in complements(verb):
        under = verb.lemma == "come" and name == "under" and noun.lemma in ATTACKS
        subjected = verb.lemma in {"subject", "expose"} and name == "to" and noun.lemma in ATTACKS
        if under or subjected:
            return _from_verb(line, verb, noun_doers(line, noun))
    for child in verb.children:
        if child.dep == "attr" and child.lemma in {"target", "victim", "scene", "object"}:
            for name, noun in complements(child):
                if name == "of" and noun.lemma in ATTACKS:
                    return _from_verb(line, verb, noun_doers(line, noun), more=noun)
    return None


def _under(line: Line, verb: Word) -> Word | None:
    """Return the attack in `came under heavy shelling`, however it was parsed."""
    after = line.sentence.words[verb.index + 1 : verb.index + _NEAR]
    if not after or after[0].lower not in {"under", "again", "repeatedly"}:
        return None
    return next((word for word in after if word.lemma in ATTACKS or word.lower in ATTACKS), None)


_NEAR = 7
"""Words after `came` among which the attack stands."""


def _from_verb(
    line: Line, verb: Word, actors: tuple[Mark, ...], *, more: Word | None = None
) -> Draft:
    words = verb_words(verb)
    words = unique([*words, *contents(line, words)])
    if more is not None:
        words = unique([*words, *noun_words(more)])
    start, end = extent(words)
    return Draft(
        kind=ClaimKind.USE,
        line=line,
        trigger=verb,
        start=start,
        end=end,
        actors=actors,
        weapons=_weapons(line, verb, words) or by_air(verb),
        places=places_of(line, words, actors),
        dates=event_dates(line, words),
        targets=tuple(one for one in objects(verb) if one.lemma in TARGETS | PEOPLE),
        count=_incidents(line, verb),
    )


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


FINDERS: tuple[Finder, ...] = (
    opening_fire,
    wielding,
    misparsed,
    striking,
    falling,
    ruining,
    undergoing,
    laying,
    blowing,
    lasting,
    aimed,
    using,
    attacking,
    accusing,
    answering,
    rejecting,
)
"""Tried in order; a word triggers at most one proposition."""
