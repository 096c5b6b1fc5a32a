"""Exploding: weapons that fell, landed or went off, and those that were planted."""

from dataclasses import replace

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import doers, is_weapon
from remnant.extract.language.frames import FALLING
from remnant.extract.language.grammar import complements, is_passive, is_verb, objects, subject
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Sort
from remnant.extract.using.deeds import use_draft
from remnant.extract.using.themes import is_target, themes_of


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
    if not aimed and not objects(verb):
        return None
    draft = use_draft(line, verb, actors)
    own = line.at(noun, Sort.WEAPON) if noun is not None else None
    return replace(draft, weapons=draft.weapons or ((own,) if own is not None else ()))


def _adverbs(verb: Word) -> list[Word]:
    """Return the adverbs of place of a verb: `fell close to a school`."""
    return [child for child in verb.children if child.lower in {"close", "next", "near", "outside"}]


_AIMS = lemmas(
    "on in near into at to onto outside beside across through under over among amid against upon "
    "inside beneath between behind around within by"
)
"""Prepositions before what a falling weapon hit."""


def laying(line: Line, verb: Word) -> Draft | None:
    """Somebody laid, planted or scattered mines or bombs."""
    if not is_verb(verb) or verb.lemma not in _LAYING:
        return None
    if not any(is_weapon(theme, line) for theme in themes_of(verb)):
        return None
    return use_draft(line, verb, doers(line, verb))


_LAYING = frozenset({"lay", "plant", "emplace", "place", "plac", "sow", "mine"})


def blowing(line: Line, verb: Word) -> Draft | None:
    """A bomber blew himself up; somebody set off a bomb, or blew up a building."""
    if not is_verb(verb) or verb.lemma not in {"blow", "detonate", "set"}:
        return None
    beside = {child.lower for child in verb.children}
    up = "up" in beside and verb.lemma == "blow"
    themes = themes_of(verb)
    own = any(one.lower in _OWN for one in themes) and (up or verb.lemma == "detonate")
    off = verb.lemma == "set" and "off" in beside
    armed = any(is_weapon(one, line) for one in themes)
    struck = any(is_target(line, one) for one in themes)
    if own or ((up or off) and armed) or (up and struck):
        return use_draft(line, verb, doers(line, verb))
    return None


_OWN = frozenset({"himself", "herself", "themselves", "itself", "vest", "belt"})
"""What a bomber sets off."""
