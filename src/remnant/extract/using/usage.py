"""Usage: nouns of using: `the use of rockets by A`, `this continued use of gas`."""

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import actors_in, doers, is_weapon, noun_doers, noun_words
from remnant.extract.drafts.sides import officials
from remnant.extract.language.frames import ATTACKS, USES
from remnant.extract.language.grammar import (
    clause_head,
    complements,
    is_noun,
    is_passive,
    is_verb,
    objects,
    subject,
)
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.extract.using.attacks import attack_draft
from remnant.extract.using.themes import is_used


def using(line: Line, noun: Word) -> Draft | None:
    """A noun of using with its weapon: `the use of rockets by`, `Azerbaijan's use of`."""
    if not is_noun(noun) or noun.lemma not in USES:
        return None
    weapons = [one for name, one in complements(noun) if name == "of" and is_used(line, one)]
    compound = [
        child for child in noun.children if child.dep == "compound" and is_weapon(child, line)
    ]
    owner = noun.child("poss")
    pronoun = owner is not None and owner.lower in {"their", "its"} and noun.lemma == "use"
    if not weapons and not compound and not pronoun:
        return None
    actors = noun_doers(line, noun)
    words = noun_words(noun)
    verb = clause_head(noun)
    checked = verb.lemma in _CHECKING and noun in {subject(verb), *objects(verb)}
    if not actors and verb.lemma in _OWNING and noun in objects(verb):
        actors = doers(line, verb) or officials(subject(verb))
    actors = actors or officials(owner) or _criticised(line, noun)
    told = bool(actors or line.over(words, Sort.PLACE) or line.over(words, Sort.DATE))
    told = told or _is_part(verb, noun) or _goes_on_using(noun)
    return attack_draft(line, noun, actors, words) if told or checked else None


def _is_part(verb: Word, noun: Word) -> bool:
    """Say whether a use is part of an attack: `the airstrikes include the use of`."""
    whole = subject(verb)
    part = verb.lemma in {"include", "involve", "see", "feature"} and noun in objects(verb)
    return part and whole is not None and whole.lemma in ATTACKS


def _goes_on_using(noun: Word) -> bool:
    """Say whether a use is one that goes on: `this continued use of`."""
    before = {child.lower for child in noun.children if child.index < noun.index}
    return bool(before & {"this", "these"}) or bool(before & _CONTINUED and before & _DEFINITE)


_DEFINITE = frozenset({"the", "their", "its"})
_CONTINUED = frozenset({"continued", "repeated", "ongoing", "continuing", "renewed", "sustained"})


def _criticised(line: Line, noun: Word) -> tuple[Mark, ...]:
    """Return who is criticised for the use: `the offensive was criticised for the use of`."""
    top = noun.head if noun.dep == "conj" else noun
    verb = top.head.head if top.dep == "pobj" and top.head.lower == "for" else top
    if verb.lemma not in _CRITICISING or not is_verb(verb) or not is_passive(verb):
        return ()
    blamed = subject(verb)
    return actors_in(line, blamed) if blamed is not None else ()


_CRITICISING = lemmas("criticise criticize condemn denounce blame sanction censure")

_OWNING = frozenset({"deny", "admit", "acknowledge"})
"""Verbs whose subject speaks of its own use: `the government denies use of mines`."""

_CHECKING = frozenset({"verify", "confirm", "corroborate", "prove", "investigate"})
"""Verbs whose object is a use that may or may not have been made."""
