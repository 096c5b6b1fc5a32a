"""Flying: missions that were flown against a place, and barrels dropped from the air."""

from dataclasses import replace

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import doers
from remnant.extract.language.grammar import (
    complements,
    is_verb,
    undergoers,
)
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.extract.using.deeds import use_draft
from remnant.extract.using.themes import is_target, themes_of

_FLYING = lemmas("fly conduct carry run make mount")
_MISSIONS = lemmas("mission sortie")
_COMBAT = lemmas("bombing combat strike attack air bomb ground-attack raid offensive")
_DROPPING = lemmas("drop throw hurl dump release push roll")


def flying(line: Line, verb: Word) -> Draft | None:
    """Aircraft flew missions against a place: `flew 500 bombing missions over Laos`."""
    if not is_verb(verb) or verb.lemma not in _FLYING:
        return None
    noun = next(iter(undergoers(verb)), None)
    if noun is None or noun.lemma not in _MISSIONS:
        return None
    armed = any(child.lemma in _COMBAT for child in noun.children)
    over = [one for above in (verb, noun) for name, one in complements(above) if name in _AT]
    if not armed and not any(name == "against" for name, _ in complements(verb)):
        return None
    if not any(is_target(line, one) for one in over):
        return None
    draft = use_draft(line, verb, doers(line, verb), more=noun)
    return replace(draft, weapons=draft.weapons or (Mark(Sort.WEAPON, (noun,), "airstrike"),))


_AT = frozenset({"over", "against", "on", "in", "at"})


def dropping(line: Line, verb: Word) -> Draft | None:
    """Barrels were dropped on a place: there was nothing else in them than explosives or gas."""
    if not is_verb(verb) or verb.lemma not in _DROPPING:
        return None
    barrel = next((one for one in themes_of(verb) if one.lemma == "barrel"), None)
    if barrel is None or line.at(barrel, Sort.WEAPON) is not None:
        return None
    pairs = [*complements(verb), *complements(barrel)]
    if not any(name in {"on", "onto", "over"} for name, _ in pairs):
        return None
    draft = use_draft(line, verb, doers(line, verb))
    return replace(draft, weapons=(Mark(Sort.WEAPON, (barrel,), "barrel-bomb"), *draft.weapons))
