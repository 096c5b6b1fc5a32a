"""Effects: attacks told by what they did: a weapon destroyed, killed or caused damage."""

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import doers, is_force, is_weapon
from remnant.extract.language.frames import FORCES, INJURING, KILLING, RUINING
from remnant.extract.language.grammar import (
    DEFINITE,
    agent,
    complements,
    is_passive,
    is_verb,
    objects,
    phrase,
    subject,
)
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Sort
from remnant.extract.using.deeds import behind, use_draft
from remnant.extract.using.themes import is_attack, is_target


def ruining(line: Line, verb: Word) -> Draft | None:
    """A weapon, an attack or a force destroyed something."""
    if not is_verb(verb) or verb.lemma not in RUINING:
        return None
    doer = agent(verb) if is_passive(verb) else subject(verb)
    doer = doer or _fought(verb)
    if not (is_force(doer, line) or is_weapon(doer, line) or is_attack(doer) or _is_fight(doer)):
        return None
    struck = [subject(verb)] if is_passive(verb) else objects(verb)
    if not any(one is not None and is_target(line, one) for one in struck):
        return None
    return use_draft(line, verb, behind(line, verb, doer))


def _fought(verb: Word) -> Word | None:
    """Return the fight or attack in which something was destroyed."""
    around = {"in", "by", "to", "during"}
    found = (one for name, one in complements(verb) if name in around)
    return next((one for one in found if is_attack(one) or _is_fight(one)), None)


def _is_fight(noun: Word | None) -> bool:
    return noun is not None and noun.lemma in _FIGHTS


_FIGHTS = lemmas("skirmish clash battle fighting ambush")


def harming(line: Line, verb: Word) -> Draft | None:
    """A bomb killed or wounded people, and so went off: `a suicide bomb killed 16`."""
    if not is_verb(verb) or verb.lemma not in KILLING | INJURING:
        return None
    doer = agent(verb) if is_passive(verb) else subject(verb)
    mark = line.at(doer, Sort.WEAPON) if doer is not None else None
    if doer is None or mark is None or mark.entry not in _GOING_OFF or doer.lemma in FORCES:
        return None
    if is_attack(doer) or line.over(phrase(doer), Sort.ACTOR) or DEFINITE & _before(doer):
        return None
    return use_draft(line, verb, doers(line, verb))


_GOING_OFF = frozenset({"bomb", "car-bomb", "suicide-bomb", "ied"})
"""Entries of weapons of which one is one attack."""


def _before(noun: Word) -> set[str]:
    return {child.lower for child in noun.children if child.index < noun.index}


def causing(line: Line, verb: Word) -> Draft | None:
    """A weapon or an attack caused damage, started a fire or left something in ruins."""
    if not is_verb(verb) or is_passive(verb):
        return None
    noun = subject(verb)
    if noun is None or not (is_attack(noun) or line.at(noun, Sort.WEAPON) is not None):
        return None
    things = [*objects(verb), *(one for name, one in complements(verb) if name in {"to", "in"})]
    caused = verb.lemma in _CAUSING and any(one.lemma in _DAMAGE for one in things)
    after = {one.lemma for name, one in complements(verb) if name in {"in", "to", "out", "on"}}
    left = verb.lemma in _LEAVING and bool(after & _STATES)
    pierced = verb.lemma in _PIERCING and bool(objects(verb))
    if not (caused or left or pierced):
        return None
    return use_draft(line, verb, behind(line, verb, noun))


_CAUSING = lemmas("cause inflict do spark trigger start ignite result lead bring wreak")
_DAMAGE = lemmas(
    "damage destruction devastation fire blaze collapse disruption outage havoc crater panic "
    "blackout harm ruin explosion loss"
)
_LEAVING = lemmas("leave put set reduce turn knock take")
_STATES = lemmas("ruin rubble service action fire ash ablaze flame ground")
_PIERCING = lemmas("penetrate pierce shatter puncture breach")
