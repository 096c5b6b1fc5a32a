"""Unspoken: verbs of saying with which nobody says anything.

Clashes claim lives, a state holds responsibility, countries should condemn, and a film that is
published shows what its author tells of it.
"""

from remnant.extract.language.grammar import subject
from remnant.extract.language.words import Word


def unspoken(verb: Word) -> bool:
    """Say whether the subject of a verb of saying does not speak with it here."""
    return any(sign(verb) for sign in _SIGNS)


def _takes_lives(verb: Word) -> bool:
    """Say whether something kills, and nobody claims: `clashes claimed the lives of ten`."""
    noun = verb.child("dobj") if verb.lemma == "claim" else None
    return noun is not None and noun.lemma in {"life", "live", "victim", "casualty", "toll"}


def is_asked_for(verb: Word) -> bool:
    """Say whether others are told what to say: `countries should condemn the use`."""
    modal = any(child.lower in {"should", "must"} for child in verb.children if child.dep == "aux")
    noun = subject(verb) if modal else None
    return noun is not None and noun.lower not in {"we", "i", "it"}


def _is_reported(verb: Word) -> bool:
    """Say whether it is told of somebody how he is: `left hundreds reported dead`."""
    return verb.lemma == "report" and verb.tag == "VBN" and verb.has("oprd", "acomp")


def _bears_responsibility(verb: Word) -> bool:
    """Say whether somebody is to blame, and says nothing: `Russia holds responsibility for`."""
    noun = verb.child("dobj") if verb.lemma == "hold" else None
    return noun is not None and noun.lemma in {"responsibility", "liability", "blame"}


def _shows_film(verb: Word) -> bool:
    """Say whether a film is published of which the author says what it shows."""
    publishing = verb.lemma in {"publish", "post", "share", "release"} and verb.is_root
    noun = verb.child("dobj") if publishing else None
    shown = noun is not None and (noun.has("acl", "relcl") or verb.has("advcl"))
    return noun is not None and noun.lemma in _FILMS and shown


_FILMS = frozenset({"video", "footage", "film", "clip"})

_SIGNS = (is_asked_for, _is_reported, _takes_lives, _shows_film, _bears_responsibility)
"""Tried in order."""

__all__ = ["is_asked_for", "unspoken"]
