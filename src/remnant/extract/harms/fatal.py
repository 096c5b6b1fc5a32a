"""Fatal: attacks that are called deadly, where nothing else tells of the dead."""

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import unique, verb_words
from remnant.extract.harms.harming import harm_draft
from remnant.extract.language.frames import ATTACKS
from remnant.extract.language.grammar import clause_head, clause_words, is_verb, subject
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line

_DEADLY = frozenset({"deadly", "deadliest", "bloodiest", "deadlier"})
_ATTACKS = ATTACKS | lemmas("attack massacre bloodbath incident")


def fatal(line: Line, *, aside: bool = False) -> Draft | None:
    """Return the harm of the first attack that is called deadly.

    Args:
        line: The sentence.
        aside: Only an attack of the past that a place is known for.
    """
    for word in line.sentence.words:
        if word.lower in _DEADLY and (noun := _called(word)) is not None:
            if aside and not _scene(noun):
                continue
            verb = clause_head(word)
            words = clause_words(noun) if word.head is noun else []
            words = words or (verb_words(verb) if is_verb(verb) else [noun, word])
            figure = (word.start, word.end)
            return harm_draft(line, word, unique([*words, word]), figure, deadly=True)
    return None


def _scene(noun: Word) -> Word | None:
    """Return the place known for an attack: `the site of a deadly attack in April`."""
    place = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else None
    return place if place is not None and place.lemma in {"site", "scene", "target"} else None


def _called(word: Word) -> Word | None:
    """Return the attack that is deadly: `a deadly airstrike`, `was among the deadliest`."""
    if word.head.lemma in _ATTACKS and word.dep in {"amod", "compound", "nmod"}:
        return word.head
    verb = clause_head(word)
    noun = subject(verb) if verb.lemma in {"be", "believe", "consider"} else None
    if noun is None and verb.lemma == "be":
        noun = subject(verb.head)
    return noun if noun is not None and noun.lemma in _ATTACKS else None
