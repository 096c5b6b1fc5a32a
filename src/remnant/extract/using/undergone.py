"""Undergone: places and people that were under attack, or endured one."""

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import noun_doers
from remnant.extract.language.frames import ATTACKS, UNDERGOING
from remnant.extract.language.grammar import complements, is_verb, objects, subject
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line
from remnant.extract.using.deeds import use_draft
from remnant.extract.using.themes import is_attack, is_target


def lasting(line: Line, verb: Word) -> Draft | None:
    """A place is under attack, or faces bombardment."""
    if not is_verb(verb) or verb.lemma not in {"be", "remain"} | UNDERGOING:
        return None
    under = [noun for name, noun in complements(verb) if name == "under"]
    faced = objects(verb) if verb.lemma in UNDERGOING else []
    struck = subject(verb)
    for noun in map(_of_span, (*under, *faced)):
        if {noun.lemma, noun.lower} & ATTACKS and struck is not None and is_target(line, struck):
            return use_draft(line, verb, noun_doers(line, noun), more=noun)
    return None


def _of_span(noun: Word) -> Word:
    """Return the attack in `three days of shelling` and `a wave of airstrikes`."""
    within = [one for name, one in complements(noun) if name == "of"]
    return within[0] if within and noun.lemma in _SPANS else noun


_SPANS = lemmas("day night week month hour year wave barrage series spate campaign round period")


def aimed(line: Line, verb: Word) -> Draft | None:
    """An attack was on something: `the attack was on rebel-held areas`."""
    took = verb.lemma == "take" and any(one.lemma == "place" for one in objects(verb))
    noun = subject(verb) if took or verb.lemma in {"be", "occur", "happen"} else None
    if noun is None or not is_attack(noun):
        return None
    struck = [one for name, one in complements(verb) if name in {"on", "against", "at"}]
    if not any(is_target(line, one) for one in struck):
        return None
    return use_draft(line, verb, noun_doers(line, noun), more=noun)


def undergoing(line: Line, verb: Word) -> Draft | None:
    """A place came under an attack, or was the target of one."""
    if not is_verb(verb):
        return None
    if verb.lemma == "come":
        under_fire = _under(line, verb)
        if under_fire is not None:
            return use_draft(line, verb, noun_doers(line, under_fire), more=under_fire)
    for name, noun in complements(verb):
        under = verb.lemma == "come" and name == "under" and noun.lemma in ATTACKS
        subjected = verb.lemma in {"subject", "expose"} and name == "to" and noun.lemma in ATTACKS
        if under or subjected:
            return use_draft(line, verb, noun_doers(line, noun))
    for child in verb.children:
        if child.dep == "attr" and child.lemma in _STRUCK:
            for name, noun in complements(child):
                if name == "of" and noun.lemma in ATTACKS:
                    return use_draft(line, verb, noun_doers(line, noun), more=noun)
    return None


_STRUCK = lemmas("target victim scene object subject site")
"""What a place or people are said to be of an attack."""


def _under(line: Line, verb: Word) -> Word | None:
    """Return the attack in `came under heavy shelling`, however it was parsed."""
    after = line.sentence.words[verb.index + 1 : verb.index + _NEAR]
    if not after or after[0].lower not in {"under", "again", "repeatedly"}:
        return None
    return next((word for word in after if word.lemma in ATTACKS or word.lower in ATTACKS), None)


_NEAR = 7
"""Words after `came` among which the attack stands."""
