"""Fending off: a missile, rocket or drone that was intercepted had been fired."""

from dataclasses import replace

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import actors_in, modifiers
from remnant.extract.language.frames import WIELDING
from remnant.extract.language.grammar import (
    conjuncts,
    is_verb,
    undergoers,
)
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.extract.using.deeds import use_draft

_INTERCEPTING = lemmas("intercept down repel neutralise neutralize jam")
_DOWNING = lemmas("shoot bring knock take")
_FLYING = frozenset({"missile", "ballistic-missile", "cruise-missile", "rocket", "drone"})
"""Entries of weapons that can be stopped in flight."""


def fending(line: Line, verb: Word) -> Draft | None:
    """Somebody intercepted or shot down a weapon in flight: its owner had launched it."""
    if not is_fending(verb):
        return None
    noun = next(iter(undergoers(verb)), None)
    if noun is None or any(one.dep == "acl" and one.lemma in WIELDING for one in noun.children):
        return None
    flying = [mark for one in conjuncts(noun) if (mark := _flying(line, one)) is not None]
    if not flying:
        return None
    draft = use_draft(line, verb, _owners(line, noun))
    return replace(draft, weapons=tuple(flying))


def is_fending(verb: Word) -> bool:
    """Say whether the subject of a verb stopped the weapon, and so did not fire it."""
    down = verb.lemma in _DOWNING and any(child.lower == "down" for child in verb.children)
    return is_verb(verb) and (down or verb.lemma in _INTERCEPTING)


def _flying(line: Line, noun: Word) -> Mark | None:
    mark = line.at(noun, Sort.WEAPON)
    return mark if mark is not None and mark.entry in _FLYING else None


def _owners(line: Line, noun: Word) -> tuple[Mark, ...]:
    """Return whose missile it was: `a Houthi missile`, `missiles launched by Iran`."""
    launched = [one for one in noun.children if one.dep == "acl"]
    by = [below.child("pobj") for one in launched for below in one.children if below.lower == "by"]
    named = [mark for one in by if one is not None for mark in actors_in(line, one)]
    return tuple(named) or modifiers(line, noun)
