"""Staying out: a party says why it cannot, or will not yet, join a treaty."""

from collections.abc import Callable

from remnant.extract.language.grammar import complements, is_verb, objects
from remnant.extract.language.stance import negated
from remnant.extract.language.words import Word, lemmas

ACCEDING = lemmas("accede join ratify sign accession ratification membership adherence adhere")
"""Words for becoming party."""

_HINDERING = lemmas("prevent prohibit bar hinder preclude prevents keep stop")
_PERMITTING = lemmas("permit allow enable let entitle")
_WILLING = lemmas("able ready prepared willing")
_PLANS = lemmas("plan intention intent wish desire")
_TYING = lemmas("tie link condition subject make")
_STAYING = lemmas("stay remain keep")
_REASONS = lemmas("reason ground obstacle explanation justification")
_GIVING = lemmas("give cite name offer be see describe")

Sign = Callable[[Word], bool]


def is_held_back(verb: Word) -> bool:
    """Say whether a verb tells that somebody cannot join, for one of the known reasons."""
    return is_verb(verb) and any(sign(verb) for sign in _SIGNS)


def _accedes(words: list[Word]) -> bool:
    return any(word.lemma in ACCEDING for word in words)


def _is_party(word: Word) -> bool:
    """Say whether it is standing as a party: `to be a full-fledged State Party`."""
    state = any(one.lower in {"state", "states"} for one in word.children)
    return word.lemma == "party" and state and word.dep == "attr"


def _not_permitted(verb: Word) -> bool:
    """Its security does not permit it to join, or prevents it from joining."""
    hindered = verb.lemma in _HINDERING and not negated(verb)
    barred = verb.lemma in _PERMITTING and negated(verb)
    if not (hindered or barred):
        return False
    words = list(verb.subtree())
    return _accedes(words) or any(_is_party(one) for one in words)


def _not_able(verb: Word) -> bool:
    """It is unable, not ready, or not in a position to join."""
    said = verb.child("acomp")
    if said is not None and said.lemma in _WILLING | {"unable", "unwilling"}:
        refused = negated(verb) or said.lemma.startswith("un")
        return refused and _accedes(list(said.subtree()))
    return negated(verb) and any(
        name == "in" and noun.lemma == "position" and _accedes(list(noun.subtree()))
        for name, noun in complements(verb)
    )


def _no_plans(verb: Word) -> bool:
    """It has no plans to join."""
    return verb.lemma == "have" and any(
        noun.lemma in _PLANS and (negated(noun) or negated(verb)) and _accedes(list(noun.subtree()))
        for noun in objects(verb)
    )


def _ruled_out(verb: Word) -> bool:
    """Joining is ruled out, or out of the question."""
    ruled = verb.lemma == "rule" and any(child.lower == "out" for child in verb.children)
    asked = verb.lemma == "be" and any(word.lemma == "question" for word in verb.subtree())
    out = asked and any(child.lower == "out" for child in verb.children)
    return (ruled or out) and _accedes(list(verb.subtree()))


def _tied(verb: Word) -> bool:
    """It ties its accession to something else."""
    if verb.lemma not in _TYING:
        return False
    tied = [word for noun in objects(verb) for word in noun.subtree()]
    if not _accedes(tied) or not (set(tied) & _own(verb)):
        return False
    below = {word.lemma for word in verb.subtree()}
    return verb.lemma != "make" or bool(below & {"conditional", "dependent", "contingent"})


def _own(verb: Word) -> set[Word]:
    """Return the words that stand after the verb."""
    return {word for word in verb.subtree() if word.index > verb.index}


def _reasoned(verb: Word) -> bool:
    """It gives a reason for staying out or for not joining."""
    if verb.lemma not in _GIVING:
        return False
    nouns = [word for word in verb.subtree() if word.lemma in _REASONS]
    for noun in nouns:
        for name, gerund in complements(noun):
            stays = gerund.lemma in _STAYING or (negated(gerund) and gerund.lemma in ACCEDING)
            if name in {"for", "to"} and (stays or gerund.lemma in {"absence", "abstention"}):
                return True
    return False


_SIGNS: tuple[Sign, ...] = (_not_permitted, _not_able, _no_plans, _ruled_out, _tied, _reasoned)
"""In the order of how often reports use them."""
