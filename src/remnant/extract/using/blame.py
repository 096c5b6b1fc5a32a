"""Blame: propositions of use that are carried by accusing, answering for, or rejecting."""

from dataclasses import replace

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import actors_in, doers, unique, verb_words
from remnant.extract.language.frames import ATTACKS, STRIKING, USES, WIELDING
from remnant.extract.language.grammar import (
    complements,
    extent,
    is_passive,
    is_verb,
    objects,
    subject,
)
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.extract.using.attacks import attacking
from remnant.extract.using.responsible import REJECTING, accusing_each_other
from remnant.model.claim import ClaimKind, Stance

_CHARGES = lemmas("allegation accusation claim charge report evidence responsibility involvement")
_FALSE = lemmas("fake false lie lies baseless unfounded fabrication fabricated propaganda nonsense")
_ACTIONS = ATTACKS | USES | {"massacre", "atrocity", "crime"}


def accusing(line: Line, verb: Word) -> Draft | None:
    """Somebody is accused of, or blamed for, an attack told of before."""
    holding = verb.lemma == "hold" and any(
        word.lemma in {"responsible", "accountable"} for word in verb.subtree()
    )
    if not is_verb(verb) or not (holding or verb.lemma in {"accuse", "blame"}):
        return None
    accused = objects(verb)
    if not accused:
        return None
    told = WIELDING | STRIKING | _ACTIONS - ATTACKS
    clause = any(one.has("pcomp") for noun in accused for one in noun.children)
    if clause or any(word.lemma in told for word in verb.subtree()):
        return None
    acts = [noun for name, noun in complements(verb) if name in {"of", "for"}]
    if acts and not any(noun.lemma in ATTACKS for noun in acts):
        return None
    if any(attacking(line, noun) is not None for noun in acts):
        return None
    actors = tuple(mark for noun in accused for mark in actors_in(line, noun))
    both = accusing_each_other(line, verb)
    by = None if is_passive(verb) or both else subject(verb)
    draft = replace(_draft(line, verb, both or actors), author=by, mutual=bool(both))
    return draft if draft.actors else None


def answering(line: Line, noun: Word) -> Draft | None:
    """A party denies, or claims, responsibility."""
    if noun.lemma not in {"responsibility", "involvement"} or noun.dep != "dobj":
        return None
    verb = noun.head
    if verb.lemma not in {"deny", "claim", "admit", "accept"}:
        return None
    if any(below.lemma in ATTACKS for below in noun.subtree()):
        return None
    return _draft(line, verb, doers(line, verb), trigger=noun)


def rejecting(line: Line, verb: Word) -> Draft | None:
    """A party rejects allegations, or calls the evidence false."""
    if not is_verb(verb):
        return None
    charges = [one for one in objects(verb) if one.lemma in _CHARGES]
    called = verb.lemma in {"call", "describe", "brand"} and any(
        word.lower in _FALSE for word in verb.subtree()
    )
    if verb.lemma in REJECTING and not charges and _of_a_use(line, verb):
        charges = objects(verb)
    if called and not charges:
        charges = [word for word in verb.subtree() if word.lemma in _CHARGES]
    if not charges or not (called or verb.lemma in REJECTING):
        return None
    if charges[0].lemma in {"responsibility", "involvement"}:
        return None
    if any(
        word.lemma in USES | ATTACKS | STRIKING | WIELDING
        for one in charges
        for word in one.subtree()
    ):
        return None
    noun = subject(verb)
    actors = actors_in(line, noun) if noun is not None else ()
    return _draft(line, verb, actors, denied_by=noun)


def _of_a_use(line: Line, verb: Word) -> bool:
    """Say whether `which` or `this` is rejected where the sentence tells of a use before."""
    taken = [one for one in verb.children if one.dep == "dobj" and one.lower in {"which", "this"}]
    before = line.sentence.words[: verb.index]
    return bool(taken) and any(word.lemma in USES | WIELDING | STRIKING for word in before)


def _draft(
    line: Line,
    verb: Word,
    actors: tuple[Mark, ...],
    *,
    trigger: Word | None = None,
    denied_by: Word | None = None,
) -> Draft:
    words = unique([*verb_words(verb), *verb.subtree()])
    start, end = extent([word for word in words if word.pos != "PUNCT"])
    return Draft(
        kind=ClaimKind.USE,
        line=line,
        trigger=trigger or verb,
        start=start,
        end=end,
        actors=actors,
        weapons=tuple(line.over(words, Sort.WEAPON)),
        places=(),
        stance=Stance.DENIED if denied_by else None,
        author=denied_by,
        definite=True,
    )
