"""Imputing: who is said to be behind an attack, where no noun of attack is named."""

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import actors_in, event_dates, unique, verb_words
from remnant.extract.language.frames import ATTACKS
from remnant.extract.language.grammar import (
    clause_head,
    complements,
    extent,
    is_verb,
    objects,
    subject,
)
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.extract.using.themes import places_of
from remnant.model.claim import ClaimKind

_VIOLENCE = lemmas("massacre atrocity carnage bloodshed slaughter tragedy crime incident outrage")
"""Nouns for an attack that do not say what was used."""

_TAKEN_UP = lemmas("it this that them these those")
_PROOF = lemmas(
    "evidence everything finger sign indication suspicion information intelligence clue"
)


def imputing(line: Line, word: Word) -> Draft | None:
    """A party is responsible or to blame for something told of before, or evidence points to it."""
    for finder in (_answerable, _pointed_at, _burdened):
        actors = finder(line, word)
        if actors:
            return _draft(line, word, actors)
    return None


def _answerable(line: Line, verb: Word) -> tuple[Mark, ...]:
    """Read `the regime is responsible for this massacre`, `Russia was to blame`."""
    if verb.lemma not in {"be", "remain"} or not is_verb(verb):
        return ()
    noun = subject(verb)
    judged = [one for one in verb.children if one.lemma in {"responsible", "blame", "behind"}]
    if noun is None or not judged or judged[0].has("dobj"):
        return ()
    return actors_in(line, noun) if _of_an_attack(judged[0]) else ()


def _of_an_attack(word: Word) -> bool:
    """Say whether what somebody answers for is left out, taken up, or violence without a weapon."""
    acts = [one for name, one in complements(word) if name in {"for", "of", "behind"}]
    own = word.child("pobj")
    acts += [own] if own is not None else []
    return all(one.lemma in _VIOLENCE or one.lower in _TAKEN_UP for one in acts)


def _pointed_at(line: Line, verb: Word) -> tuple[Mark, ...]:
    """Read `all the evidence points to them`."""
    if verb.lemma not in {"point", "lead"} or not is_verb(verb):
        return ()
    noun = subject(verb)
    if noun is None or noun.lemma not in _PROOF:
        return ()
    to = [one for name, one in complements(verb) if name in {"to", "at", "towards", "toward"}]
    return tuple(mark for one in to if one.lemma not in ATTACKS for mark in actors_in(line, one))


def _burdened(line: Line, noun: Word) -> tuple[Mark, ...]:
    """Read `accused the regime of responsibility for the massacre`, `bears responsibility`."""
    if noun.lemma not in {"responsibility", "blame"} or not _of_an_attack(noun):
        return ()
    verb = noun.head.head if noun.dep == "pobj" else noun.head
    verb = verb.head if verb.dep == "dobj" else verb
    if verb.lemma == "accuse":
        return tuple(mark for one in objects(verb) for mark in actors_in(line, one))
    if noun.dep != "dobj":
        return ()
    if verb.lemma in {"bear", "hold", "share"}:
        bearer = subject(verb)
        return actors_in(line, bearer) if bearer is not None else ()
    on = [one for name, one in complements(verb) if name in {"on", "upon", "at", "with"}]
    placed = verb.lemma in {"lay", "place", "put", "pin"}
    return tuple(mark for one in on for mark in actors_in(line, one)) if placed else ()


def _draft(line: Line, word: Word, actors: tuple[Mark, ...]) -> Draft:
    verb = word if is_verb(word) else clause_head(word)
    words = unique([*verb_words(verb), *word.subtree()])
    start, end = extent([one for one in words if one.pos != "PUNCT"])
    return Draft(
        kind=ClaimKind.USE,
        line=line,
        trigger=word,
        start=start,
        end=end,
        actors=actors,
        weapons=tuple(line.over(words, Sort.WEAPON)),
        places=places_of(line, words, actors),
        dates=event_dates(line, words),
        definite=True,
    )
