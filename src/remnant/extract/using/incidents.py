"""Incidents: events that a report counts, named by the weapon that they involved."""

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import unique, verb_words
from remnant.extract.language.grammar import complements, is_noun, is_verb, objects, phrase
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Sort
from remnant.extract.using.attacks import attack_draft

_INCIDENTS = lemmas("incident event episode case")
_HAPPENING = lemmas("occur happen take identify record document find verify report count register")
"""Verbs that say that incidents happened, or that somebody counted them."""


def incident(line: Line, noun: Word) -> Draft | None:
    """Incidents involved a weapon: `ten incidents involving cluster munitions in July`."""
    if noun.lemma not in _INCIDENTS or not is_noun(noun):
        return None
    beside = [one for one in noun.children if one.dep in {"compound", "nmod"}]
    means = [word for one in beside for word in one.subtree()]
    means += [
        word
        for child in noun.children
        if child.lemma == "involve"
        for one in objects(child)
        for word in phrase(one)
    ]
    means += [
        word for name, one in complements(noun) if name == "involving" for word in phrase(one)
    ]
    verb = noun.head if is_verb(noun.head) else None
    if not line.over(means, Sort.WEAPON) or (verb is not None and verb.lemma not in _HAPPENING):
        return None
    words = unique([*noun.subtree(), *(verb_words(verb) if verb is not None else ())])
    if not (line.over(words, Sort.PLACE) or line.over(words, Sort.DATE)):
        return None
    return attack_draft(line, noun, (), words)
