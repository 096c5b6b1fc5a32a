"""Responsible: who is said to be behind an attack, to blame for it or involved in it."""

from remnant.extract.drafts.filling import actors_in, doers
from remnant.extract.drafts.sides import officials
from remnant.extract.language.frames import ATTACKS
from remnant.extract.language.grammar import (
    agent,
    complements,
    is_passive,
    is_verb,
    objects,
    subject,
    undergoers,
)
from remnant.extract.language.words import Word
from remnant.extract.names.marks import Line, Mark
from remnant.extract.names.parties import is_other

_ASCRIBING = frozenset({"attribute", "ascribe", "blame", "pin", "trace"})
_ON = frozenset({"blame", "pin"})
"""Verbs whose `on` may be hung on the attack: `blamed the attack on A`."""

_OWNING = frozenset({"claim", "admit", "acknowledge"})
"""What a party does with an attack that it owns up to."""

_ANSWERING = frozenset({"responsible", "responsibility", "involvement", "accountable", "blame"})
_JUDGING = frozenset({"hold", "blame", "accuse", "find", "deem"})


def responsible(line: Line, noun: Word) -> tuple[Mark, ...]:
    """Return who is said to be responsible for, or behind, the attack."""
    top = noun
    while top.dep == "conj":
        top = top.head
    if top.dep in {"dobj", "nsubjpass"}:
        return _ascribed(line, top)
    if top.dep == "pobj" and top.head.lower in {"of", "about", "on"} and _is_denied(top):
        return doers(line, top.head.head.head)
    if top.dep == "pobj" and top.head.lower == "of":
        return _accused(line, top)
    if top.dep == "pobj" and top.head.lower in {"for", "behind", "in"}:
        return _answering(line, top)
    return ()


def _ascribed(line: Line, noun: Word) -> tuple[Mark, ...]:
    """Read `the attack was blamed on A`, `was claimed by A`, `A claimed the attack`."""
    verb = noun.head
    if verb.lemma in _ASCRIBING:
        to = [one for name, one in complements(verb) if name in {"to", "on"}]
        if not to and verb.lemma in _ON:
            to = [one for name, one in complements(noun) if name == "on"]
        return tuple(mark for one in to for mark in actors_in(line, one))
    told = any(child.dep == "det" for child in noun.children) or not noun.children
    claimed = verb.lemma in _OWNING and (noun.dep == "nsubjpass" or told)
    return doers(line, verb) if claimed else ()


def _is_denied(noun: Word) -> bool:
    """Say whether a party denies charges of the attack: `denied reports of a gas attack`."""
    charges = noun.head.head
    charged = charges.lemma in _CHARGES and charges.dep == "dobj"
    return charged and charges.head.lemma in REJECTING and agent(charges) is None


_CHARGES = frozenset({"report", "allegation", "accusation", "claim", "charge"})
REJECTING = frozenset({"deny", "reject", "dismiss", "refute"})
"""Verbs of a party that says a charge is false."""


def _accused(line: Line, noun: Word) -> tuple[Mark, ...]:
    """Read `accused A of the attack`, `A was accused of it`."""
    governor = noun.head.head
    verb = governor.head if governor.dep == "dobj" else governor
    if verb.lemma != "accuse" or not is_verb(verb):
        return ()
    return tuple(mark for one in undergoers(verb) for mark in actors_in(line, one))


def _answering(line: Line, noun: Word) -> tuple[Mark, ...]:
    """Read `A is responsible for the attack`, `was behind it`, `was involved in it`."""
    governor = noun.head.head
    if noun.head.lower == "in" and governor.lemma not in {"involvement", "involve"}:
        return ()
    if governor.lemma in _ANSWERING:
        governor = governor.head
    if governor.lemma == "involve" and is_passive(governor):
        involved = subject(governor)
        return actors_in(line, involved) if involved is not None else ()
    if governor.lemma in _JUDGING and not is_passive(governor):
        blamed = objects(governor)
        named = tuple(mark for one in blamed for mark in actors_in(line, one))
        return named or tuple(mark for one in blamed for mark in officials(one))
    return doers(line, governor) if is_verb(governor) else ()


def accusing_each_other(line: Line, verb: Word) -> tuple[Mark, ...]:
    """Return two parties that charge each other: `A and B blamed each other for the attack`."""
    noun = subject(verb)
    if noun is None or verb.lemma not in _JUDGING or is_passive(verb):
        return ()
    if not any(is_other(one) for one in objects(verb)):
        return ()
    both = actors_in(line, noun)
    return both if len(both) > 1 else ()


def far_agent(line: Line, noun: Word) -> tuple[Mark, ...]:
    """Return who stands after `by` at the end of a long phrase: `shelling of … beyond … by A`."""
    for word in noun.subtree():
        far = word.lower == "by" and word.head is not noun and word.head.pos == "NOUN"
        if far and word.head.lemma not in ATTACKS:
            by = word.child("pobj")
            named = actors_in(line, by) if by is not None else ()
            if named:
                return named
    return ()
