"""Victims: who the dead and the wounded were, told after or beside the figure."""

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import unique, verb_words
from remnant.extract.drafts.finding import Finder
from remnant.extract.harms.harming import figure_of, harm_draft, is_people
from remnant.extract.language.frames import INJURING, KILLING, PEOPLE
from remnant.extract.language.grammar import (
    complements,
    conjuncts,
    is_verb,
    objects,
    phrase,
    subject,
)
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Sort

HARMED = frozenset({"dead", "killed", "victims", "injured", "wounded", "casualties"})
"""Words for those who were killed or injured."""

_DEAD = frozenset({"dead", "killed", "victims"})


def _among(line: Line, verb: Word) -> Draft | None:
    """Somebody was among the dead, the injured or the victims."""
    if verb.lemma not in {"be", "include"}:
        return None
    noun = subject(verb) or verb.child("attr")
    for name, one in complements(verb):
        harmed = _harmed(one)
        if name != "among" or not harmed or noun is None:
            continue
        if (is_people(line, noun) or noun.pos == "PROPN") and not line.at(one, Sort.ACTOR):
            words = unique([*verb_words(verb), *phrase(noun), *one.subtree()])
            return harm_draft(line, verb, words, figure_of(line, noun), deadly=harmed in _DEAD)
    return None


def _harmed(noun: Word) -> str:
    """Return the word for the harmed: `the wounded`, `those killed`; empty if there is none."""
    if noun.lower in HARMED:
        return noun.lower
    below = (one.lower for one in noun.children if one.dep == "acl" and one.lower in HARMED)
    return next(below, "") if noun.lower == "those" else ""


def _made_up(line: Line, verb: Word) -> Draft | None:
    """The dead included children; the rest of the dead were soldiers."""
    noun = subject(verb) if is_verb(verb) and verb.lemma in {"include", "be", "comprise"} else None
    if noun is None:
        return None
    parts = [one for name, one in complements(noun) if name == "of" and noun.lemma in _PARTS]
    harmed = next((found for one in (noun, *parts) if (found := _harmed(one))), "")
    people = objects(verb) or [one for one in verb.children if one.dep == "attr"]
    if not harmed or not people or not any(one.lemma in PEOPLE for one in conjuncts(people[0])):
        return None
    words = unique([*verb_words(verb), *phrase(noun), *phrase(people[0])])
    return harm_draft(line, verb, words, figure_of(line, people[0]), deadly=harmed in _DEAD)


_PARTS = lemmas("remainder rest most majority half many some all other others several number")
"""Words for a part of the dead."""


def _moved(line: Line, verb: Word) -> Draft | None:
    """Some of those injured were taken somewhere."""
    if not is_verb(verb) or verb.lemma not in KILLING | INJURING or verb.dep != "acl":
        return None
    those = verb.head
    some = those.head.head if those.dep == "pobj" and those.head.lower == "of" else None
    if those.lower != "those" or some is None or some.lemma not in _PARTS or some.is_root:
        return None
    words = unique([*verb_words(some.head), *verb.subtree(), some])
    return harm_draft(line, verb, words, (some.start, some.end), deadly=verb.lemma in KILLING)


def _bereaved(line: Line, verb: Word) -> Draft | None:
    """Somebody lost members of a family."""
    if not is_verb(verb) or verb.lemma != "lose":
        return None
    lost = [one for one in objects(verb) if one.lemma in _FAMILY]
    if not lost:
        return None
    return harm_draft(line, verb, verb_words(verb), figure_of(line, lost[0]), deadly=True)


_FAMILY = lemmas(
    "member child son daughter wife husband mother father brother sister parent relative family "
    "cousin uncle aunt grandmother grandfather baby nephew niece friend colleague comrade neighbour"
)

VICTIMS: tuple[Finder, ...] = (_among, _made_up, _moved, _bereaved)
"""Tried in order, among the readers of suffering."""
