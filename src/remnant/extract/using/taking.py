"""Taking: weapons that a pronoun takes up in its sentence, and those that aircraft deliver."""

from dataclasses import replace

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import doers, is_weapon
from remnant.extract.language.frames import AIRCRAFT
from remnant.extract.language.grammar import is_passive, is_verb, objects, subject
from remnant.extract.language.words import Word
from remnant.extract.names.marks import Line, Sort
from remnant.extract.using.deeds import use_draft

_USING = frozenset({"use", "fire", "launch", "drop", "deploy", "lay", "plant"})
_PRONOUNS = frozenset({"them", "these", "those"})


def using_again(line: Line, verb: Word) -> Draft | None:
    """A party used the weapons that the sentence named before: `bought mines and used them`."""
    if verb.lemma not in _USING or not is_verb(verb) or is_passive(verb):
        return None
    if not any(one.lower in _PRONOUNS for one in objects(verb)):
        return None
    actors = doers(line, verb)
    before = line.over(line.sentence.words[: verb.index], Sort.WEAPON)
    if not before or not actors:
        return None
    return replace(use_draft(line, verb, actors), weapons=(before[-1],))


def delivering(line: Line, verb: Word) -> Draft | None:
    """Aircraft delivered what they carried: `a jet delivered two bombs`."""
    if verb.lemma != "deliver" or not is_verb(verb) or is_passive(verb):
        return None
    doer = subject(verb)
    if doer is None or doer.lemma not in AIRCRAFT:
        return None
    if not any(is_weapon(one, line) for one in objects(verb)):
        return None
    return use_draft(line, verb, doers(line, verb))
