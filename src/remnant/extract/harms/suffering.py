"""Suffering: harm told without a word of killing or wounding.

People fall ill, are exposed, treated or taken to hospital, lose their lives or are pulled dead
from rubble; pictures show victims; somebody is among the injured.
"""

from dataclasses import replace

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import smallest, unique, verb_words
from remnant.extract.drafts.finding import Finder, first
from remnant.extract.harms.afflicting import afflicted
from remnant.extract.harms.harming import figure_of, harm_draft, is_people
from remnant.extract.harms.massacres import massacred
from remnant.extract.harms.victims import HARMED, VICTIMS
from remnant.extract.language.frames import ATTACKS, DEATHS, INJURIES, KILLING, PEOPLE
from remnant.extract.language.grammar import (
    complements,
    is_noun,
    is_passive,
    is_verb,
    objects,
    phrase,
    subject,
    undergoers,
)
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Sort

_SICKENING = lemmas("sicken poison hospitalise hospitalize asphyxiate suffocate choke gas scar")
_TREATING = lemmas(
    "treat admit rush evacuate hospitalise hospitalize receive bring take transfer transport carry "
    "fly airlift move"
)
_CARE = lemmas(
    "hospital burn injury wound symptom treatment care clinic breathing exposure shrapnel shock "
    "outpatient poisoning difficulty suffocation inhalation attention trauma"
)
_ILL = lemmas("ill sick unwell unconscious")
_AILMENTS = lemmas(
    "burn injury wound difficulty problem symptom suffocation poisoning illness trauma nausea "
    "vomiting concussion breathing complication lesion disease convulsion shock asphyxiation"
)
_LIFE = frozenset({"life"})
_PULLING = lemmas("pull recover retrieve find dig bury remove lift exhume haul drag extract bring")
_SHOWING = lemmas("show depict film broadcast picture record document publish post")


def suffering(line: Line, word: Word) -> Draft | None:
    """Return the harm that a word tells of in one of these ways, or `None`."""
    return first(FINDERS if is_verb(word) else OTHERS, line, word)


def _sickened(line: Line, verb: Word) -> Draft | None:
    """People were sickened, poisoned or suffocated."""
    if not is_verb(verb) or verb.lemma not in _SICKENING:
        return None
    noun = next(iter(undergoers(verb)), None)
    if noun is None and verb.lemma in {"suffocate", "choke"}:
        noun = subject(verb)
    if noun is None or not is_people(line, noun):
        return None
    return harm_draft(line, verb, verb_words(verb), figure_of(line, noun, verb), deadly=False)


def _exposed(line: Line, verb: Word) -> Draft | None:
    """People were exposed to an agent."""
    if not is_verb(verb) or verb.lemma not in {"expose", "affect"} or not is_passive(verb):
        return None
    noun = subject(verb)
    if noun is None or not is_people(line, noun):
        return None
    counted = line.over(phrase(noun), Sort.NUMBER)
    armed = line.over(verb.subtree(), Sort.WEAPON)
    if not counted and not armed:
        return None
    return harm_draft(line, verb, verb_words(verb), figure_of(line, noun, verb), deadly=False)


def _treated(line: Line, verb: Word) -> Draft | None:
    """People were treated, or admitted to a hospital, for injuries."""
    if not is_verb(verb) or verb.lemma not in _TREATING:
        return None
    noun = next(iter(undergoers(verb)), None)
    if verb.lemma == "receive":
        cared = [one for one in objects(verb) if one.lemma in {"treatment", "care", "attention"}]
        noun = subject(verb) if cared and not is_passive(verb) else None
    if noun is None or not is_people(line, noun) or noun.lemma in {"body", "corpse"}:
        return None
    hurt = any(word.lemma in _CARE for word in verb.subtree())
    counted = noun.pos == "NUM" or line.over(phrase(noun), Sort.NUMBER)
    struck = any(word.lemma in ATTACKS for word in verb.subtree())
    if not hurt or not (counted or struck or noun.lemma in INJURIES | {"victim", "patient"}):
        return None
    return harm_draft(line, verb, verb_words(verb), figure_of(line, noun, verb), deadly=False)


def _fell_ill(line: Line, verb: Word) -> Draft | None:
    """People fell ill, or lost consciousness."""
    if not is_verb(verb) or verb.lemma not in {"become", "fall", "get", "lose"}:
        return None
    ill = any(child.lemma in _ILL for child in verb.children)
    fainted = verb.lemma == "lose" and any(one.lemma == "consciousness" for one in objects(verb))
    noun = subject(verb)
    if not (ill or fainted) or noun is None or not is_people(line, noun):
        return None
    return harm_draft(line, verb, verb_words(verb), figure_of(line, noun, verb), deadly=False)


def _suffered(line: Line, verb: Word) -> Draft | None:
    """People suffered burns, breathing difficulties or other injuries."""
    if not is_verb(verb) or verb.lemma not in {"suffer", "sustain", "develop", "display", "show"}:
        return None
    noun = subject(verb)
    if noun is None or not is_people(line, noun) or not _ails(verb):
        return None
    return harm_draft(line, verb, verb_words(verb), figure_of(line, noun, verb), deadly=False)


def _ails(verb: Word) -> bool:
    nouns = [*objects(verb), *(one for name, one in complements(verb) if name == "from")]
    words = [word for noun in nouns for word in (*phrase(noun), *noun.children)]
    return any({word.lemma, word.lower} & _AILMENTS for word in words)


def _lost_lives(line: Line, verb: Word) -> Draft | None:
    """People lost their lives, or an attack claimed lives."""
    if not is_verb(verb) or verb.lemma not in {"lose", "claim", "cost", "take"}:
        return None
    after = line.sentence.words[verb.index + 1 : verb.index + _NEAR]
    told = [one for one in after if one.lemma in _LIFE] if verb.lemma == "claim" else []
    lives = [one for one in objects(verb) if one.lemma in _LIFE] or told
    if not lives:
        return None
    if verb.lemma == "lose":
        noun = subject(verb)
    else:
        whose = [one for name, one in complements(lives[0]) if name == "of"]
        noun = next(iter(whose), lives[0])
    if noun is None or not (is_people(line, noun) or noun.lemma in _LIFE):
        return None
    return harm_draft(line, verb, verb_words(verb), figure_of(line, noun), deadly=True)


_NEAR = 4
"""Words after `claimed` among which the lives stand, however the sentence was parsed."""


def _bodies(line: Line, verb: Word) -> Draft | None:
    """Bodies were recovered, or pulled from rubble."""
    if not is_verb(verb) or verb.lemma not in _PULLING:
        return None
    noun = next(iter(undergoers(verb)), None)
    if noun is None or not (noun.lemma in {"body", "corpse"} or noun.lower == "dead"):
        return None
    whose = [one for name, one in complements(noun) if name == "of" and is_people(line, one)]
    people = next(iter(whose), noun)
    trigger = noun if verb.dep == "xcomp" else verb
    return harm_draft(line, trigger, verb_words(verb), figure_of(line, people), deadly=True)


def _shown(line: Line, noun: Word) -> Draft | None:
    """Pictures show victims, the dead or the injured."""
    if noun.lower not in {"victims", "casualties", "dead", "injured", "wounded"}:
        return None
    verb = noun.head
    if noun.dep not in {"dobj", "nsubj", "nsubjpass"} or not is_noun(noun):
        return None
    verb = verb.head if noun.dep != "dobj" and verb.dep in {"ccomp", "acl"} else verb
    if verb.lemma not in _SHOWING:
        return None
    words = [*verb_words(verb), *noun.subtree()]
    return harm_draft(line, verb, unique(words), (noun.start, noun.end), deadly=False)


def _cases(line: Line, noun: Word) -> Draft | None:
    """Cases of suffocation or poisoning were reported."""
    if noun.lemma != "case" or not is_noun(noun):
        return None
    if not any(name == "of" and one.lemma in _AILMENTS for name, one in complements(noun)):
        return None
    verb = noun.head
    words = [*noun.subtree(), *(verb_words(verb) if is_verb(verb) else ())]
    return harm_draft(line, noun, unique(words), figure_of(line, noun), deadly=False)


def _to_death(line: Line, verb: Word) -> Draft | None:
    """People starved, bled or were burned to death."""
    if not is_verb(verb) or not any(
        name == "to" and one.lemma in {"death", "deaths"} for name, one in complements(verb)
    ):
        return None
    passive = is_passive(verb) or verb.lemma in {"starve", "bleed", "freeze", "burn", "suffocate"}
    noun = next(iter(objects(verb)), None) or (subject(verb) if passive else None)
    if noun is None or not is_people(line, noun):
        return None
    return harm_draft(line, verb, verb_words(verb), figure_of(line, noun, verb), deadly=True)


def _buried(line: Line, verb: Word) -> Draft | None:
    """The dead were buried in a mass grave."""
    if (
        not is_verb(verb)
        or verb.lemma != "bury"
        or not any(one.lemma in {"grave", "cemetery"} for _, one in complements(verb))
    ):
        return None
    noun = next(iter(undergoers(verb)), None)
    if noun is None or not is_people(line, noun):
        return None
    return harm_draft(line, verb, verb_words(verb), figure_of(line, noun, verb), deadly=True)


def _full(line: Line, word: Word) -> Draft | None:
    """A hospital was full of wounded, or filled with them."""
    if word.lemma not in {"full", "fill", "overwhelm", "flood", "pack"}:
        return None
    for name, one in complements(word):
        if name in {"of", "with", "by"} and one.lower in HARMED:
            verb = word if is_verb(word) else word.head
            deadly = one.lower in {"dead", "killed"}
            words = verb_words(verb)
            draft = harm_draft(line, verb, words, (one.start, one.end), deadly=deadly)
            return replace(draft, places=smallest(line.over(words, Sort.PLACE)))
    return None


def _unhurt(line: Line, verb: Word) -> Draft | None:
    """Nobody was hurt: `no one was injured`, as far as no other reader tells it."""
    if not is_verb(verb) or verb.lemma not in {"hurt", "injure", "wound", "harm"} | KILLING:
        return None
    noun = subject(verb) if is_passive(verb) else None
    if noun is None or not (noun.lower in {"nobody", "none"} or _is_no_one(noun)):
        return None
    figure = figure_of(line, noun)
    return harm_draft(line, verb, verb_words(verb), figure, deadly=verb.lemma in KILLING)


def _is_no_one(noun: Word) -> bool:
    return noun.lower == "one" and any(child.lower == "no" for child in noun.children)


def _shot_dead(line: Line, verb: Word) -> Draft | None:
    """People were shot dead, gunned down or wiped out."""
    particle = _SHOOTING.get(verb.lemma)
    if not is_verb(verb) or not any(child.lower == particle for child in verb.children):
        return None
    noun = next(iter(undergoers(verb)), None)
    if noun is None or not is_people(line, noun):
        return None
    return harm_draft(line, verb, verb_words(verb), figure_of(line, noun, verb), deadly=True)


_SHOOTING = {"shoot": "dead", "wipe": "out", "gun": "down", "mow": "down"}
"""Verbs that kill with the word beside them."""

FINDERS: tuple[Finder, ...] = (
    _sickened,
    _exposed,
    _treated,
    _fell_ill,
    _suffered,
    _lost_lives,
    _bodies,
    *VICTIMS,
    _shown,
    _cases,
    _unhurt,
    _shot_dead,
    _to_death,
    _buried,
    _full,
    afflicted,
    massacred,
)
"""Tried in order; a word tells of harm at most once."""

OTHERS: tuple[Finder, ...] = (_shown, _cases, _full, afflicted, massacred)
"""Those of them that may ask about a word that is no verb."""

__all__ = ["DEATHS", "FINDERS", "PEOPLE", "suffering"]
