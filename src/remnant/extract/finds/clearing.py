"""Clearing: land surveyed or made safe, items destroyed on it, what is still in the ground."""

from dataclasses import replace

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import is_weapon, verb_words
from remnant.extract.drafts.finding import Finder
from remnant.extract.finds.remains import LEFT_OVER, counted, is_left, remnant_draft
from remnant.extract.language.grammar import (
    complements,
    is_noun,
    is_passive,
    is_verb,
    phrase,
    subject,
    undergoers,
)
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Sort

_CLEARERS = lemmas(
    "deminer sapper operator engineer team clearance demining halo mag unmas centre programme "
    "specialist pyrotechnician disposal squad trainee"
)
"""Those who clear land: what they destroy lay there."""

_SURVEYING = lemmas("clear survey release mark map demine fence decontaminate sweep check")
_AREAS = lemmas(
    "kilometre kilometer metre meter hectare acre km2 m2 minefield area land ground field village "
    "site"
)
_HAZARDS = lemmas("minefield hazard")
"""Nouns that mean what is left in the ground."""

_HAZARDOUS = frozenset({"hazardous", "contaminated", "mined", "mine", "battle", "dangerous"})
_STORED = lemmas("stockpile stock arsenal depot warehouse inventory")
_ENDING = lemmas("destroy detonate explode blow neutralise neutralize deactivate disarm lift")
_SPREADING = lemmas("affect infest riddle strew pepper cover dot litter pollute sow plague blight")
_REMAINING = lemmas("remain stay be")
_ITEMS = lemmas("ordnance explosive munition device item ammunition shell")
_IN_THE_GROUND = lemmas("ground soil countryside field land earth")


def _destroyed(line: Line, verb: Word) -> Draft | None:
    """Items were destroyed where they lay, by those who clear land or after they were found."""
    blown = verb.lemma != "blow" or any(child.lower == "up" for child in verb.children)
    if not is_verb(verb) or verb.lemma not in _ENDING or not blown:
        return None
    items = undergoers(verb)
    held = next((one for one in items if is_weapon(one, line)), None)
    if held is None or any(word.lemma in _STORED for word in verb.subtree()):
        return None
    if not (is_left(held) or _is_cleared(verb)):
        return None
    return remnant_draft(line, verb, verb_words(verb), held)


def _is_cleared(verb: Word) -> bool:
    """Say whether those who clear land did it, or the same sentence says that land was cleared."""
    noun = subject(verb)
    doers = [one for name, one in complements(verb) if name == "by"]
    doers += [] if noun is None or is_passive(verb) else [noun]
    clearers = any(word.lemma in _CLEARERS for one in doers for word in phrase(one))
    beside = [verb.head] if verb.dep in {"conj", "dep"} else []
    beside += [child for child in verb.children if child.dep == "conj"]
    return clearers or any(one.lemma in _SURVEYING | {"find", "remove"} for one in beside)


def _surveyed(line: Line, verb: Word) -> Draft | None:
    """Land was cleared or surveyed: `cleared 12 square kilometres`, `marked 40 minefields`."""
    if not is_verb(verb) or verb.lemma not in _SURVEYING | {"identify", "confirm"}:
        return None
    for area in undergoers(verb):
        words = phrase(area)
        if area.lemma in _AREAS | _HAZARDS and _is_hazard(line, area, words, verb):
            draft = remnant_draft(line, area, verb_words(verb), area)
            return draft if area.lemma in _HAZARDS else replace(draft, count=None)
    return None


def _is_hazard(line: Line, area: Word, words: list[Word], verb: Word) -> bool:
    """Say whether land is dangerous: by its own words, or because it was measured and cleared."""
    if area.lemma in _HAZARDS or any(word.lower in _HAZARDOUS for word in words):
        return True
    if verb.lemma not in {"clear", "demine", "decontaminate"}:
        return False
    measured = bool(line.over(words, Sort.NUMBER)) and any(word.lemma in _AREAS for word in words)
    return measured or _is_cleared(verb)


def _in_the_ground(line: Line, verb: Word) -> Draft | None:
    """Weapons are still in the ground, or remained after a war."""
    if verb.lemma not in _REMAINING or not is_verb(verb):
        return None
    told = verb.lemma == "be" and verb.has("expl")
    noun = verb.child("attr", "nsubj") if told else subject(verb)
    if noun is None or not is_weapon(noun, line) or not counted(line, noun):
        return None
    buried = any(word.lemma in _IN_THE_GROUND for word in verb.subtree())
    if not (buried or (verb.lemma == "remain" and not list(_states(verb)))):
        return None
    return remnant_draft(line, verb, verb_words(verb), noun)


def _states(verb: Word) -> list[Word]:
    """Return how something remains: `remained in service`, `remained silent`."""
    in_use = [one for name, one in complements(verb) if name == "in" and one.lemma in _KEPT]
    return in_use + [child for child in verb.children if child.dep in {"acomp", "attr", "oprd"}]


_KEPT = lemmas("service use storage stock stockpile production hand arsenal possession")


def _spread(line: Line, verb: Word) -> Draft | None:
    """A place is affected by, covered with or full of what did not go off."""
    if not is_verb(verb) or verb.lemma not in _SPREADING or not is_passive(verb):
        return None
    causes = [one for name, one in complements(verb) if name in {"by", "with"}]
    cause = next((one for one in causes if is_weapon(one, line)), None)
    if cause is None or not (is_left(cause) or verb.lemma != "affect"):
        return None
    return remnant_draft(line, verb, verb_words(verb), cause)


def _made_safe(line: Line, word: Word) -> Draft | None:
    """Explosive items were made safe."""
    if word.lower != "safe" or word.head.lemma not in {"render", "make"}:
        return None
    verb = word.head
    items = [one for one in undergoers(verb) if one.lemma in _ITEMS or is_weapon(one, line)]
    return remnant_draft(line, verb, verb_words(verb), items[0]) if items else None


def _left_behind(line: Line, verb: Word) -> Draft | None:
    """Those who withdraw left mines or ammunition behind."""
    behind = next((child for child in verb.children if child.lower == "behind"), None)
    if verb.lemma != "leave" or behind is None or not is_verb(verb):
        return None
    left = [*undergoers(verb), *behind.children]
    held = next((one for one in left if is_weapon(one, line)), None)
    return remnant_draft(line, verb, verb_words(verb), held) if held is not None else None


def _seen(line: Line, verb: Word) -> Draft | None:
    """Unexploded weapons can be seen; a picture shows a part of one."""
    if verb.lemma not in {"see", "show", "depict"} or not is_verb(verb):
        return None
    noun = next(iter(undergoers(verb)), None)
    if noun is None or not is_weapon(noun, line):
        return None
    left = any(child.lower in LEFT_OVER for child in noun.children)
    part = noun.lemma in {"tail", "casing", "fin", "nose", "motor", "body"} and is_noun(noun)
    return remnant_draft(line, verb, verb_words(verb), noun) if left or part else None


def _under_way(line: Line, noun: Word) -> Draft | None:
    """Clearance of a place began or goes on."""
    if noun.lemma not in {"clearance", "demining"} or not is_noun(noun):
        return None
    verb = noun.head
    if noun.dep not in {"nsubj", "nsubjpass"} or verb.lemma not in _GOING_ON:
        return None
    draft = remnant_draft(line, verb, verb_words(verb), noun)
    return replace(draft, count=None) if draft.places or draft.weapons else None


_GOING_ON = lemmas("begin start continue resume complete finish conduct carry undertake end take")

CLEARING: tuple[Finder, ...] = (
    _destroyed,
    _surveyed,
    _in_the_ground,
    _spread,
    _made_safe,
    _left_behind,
    _seen,
    _under_way,
)
"""Tried in order, after the readers of finds and of what is left over."""

SAFE: tuple[Finder, ...] = (_made_safe, _under_way)
"""Those of them that may ask about a word that is no verb."""
