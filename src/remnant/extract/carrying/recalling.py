"""Recalling: which of the attacks told before a passage can take up.

`The chemical attack` does not go back to an air strike told in between, nor `the shelling by A`
to what B did, nor what fell on one town to what fell on another.
"""

from collections.abc import Iterable, Reversible, Sequence

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import is_local
from remnant.extract.language.frames import ATTACKS
from remnant.extract.language.grammar import (
    DEFINITE,
    clause_head,
    complements,
    is_verb,
    phrase,
    subject,
)
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Mark
from remnant.knowledge import Knowledge
from remnant.model.claim import ClaimKind

_APART = lemmas("another other previous earlier new separate similar further more past recent")
"""Words before an attack that say that it is not the one told last."""


def recalled(
    draft: Draft, named: Sequence[Mark], told: Reversible[Draft], knowledge: Knowledge
) -> Draft | None:
    """Return the attack told last that a passage can be about; `None` if there is none.

    One that was carried out in the same manner comes before one of which no manner is said.

    Args:
        draft: The proposition of the passage.
        named: The weapons by which the passage names the attack: `the chemical attack`.
        told: The attacks told so far, in order.
        knowledge: The catalogue of weapons.
    """
    fitting = [one for one in reversed(told) if can_be(draft, named, one, knowledge)]
    manners = _manners(named, knowledge)
    same = (one for one in fitting if manners & _manners(one.weapons, knowledge))
    return next(same, None) or next(iter(fitting), None)


def can_be(draft: Draft, named: Sequence[Mark], event: Draft, knowledge: Knowledge) -> bool:
    """Say whether nothing that a passage names speaks against an attack told elsewhere."""
    return (
        _agree(named, event.weapons, knowledge)
        and (draft.author is not None or _same_parties(draft.actors, event.actors))
        and _same_places(draft.places, event.places)
    )


def is_apart(noun: Word) -> bool:
    """Say whether an attack is set apart from the one told last: `another strike`."""
    return any(child.lower in _APART for child in noun.children)


def is_another(draft: Draft) -> bool:
    """Say whether a passage goes on to another attack, with a place of its own."""
    noun = subject(draft.trigger) if is_verb(draft.trigger) else draft.trigger
    if draft.kind is ClaimKind.HARM and is_verb(draft.trigger) and _elsewhere(draft.trigger):
        return True
    return noun is not None and any(child.lower in _ELSEWHERE for child in noun.children)


def _elsewhere(verb: Word) -> bool:
    """Say whether harm was done on another occasion: `killed in two more incidents`."""
    occasions = (one for name, one in complements(verb) if name in {"in", "by", "during"})
    return any(is_apart(one) for one in occasions if one.lemma in ATTACKS | {"incident"})


_ELSEWHERE = frozenset({"another", "other", "separate", "similar"})


def _same_parties(some: Iterable[Mark], others: Iterable[Mark]) -> bool:
    left, right = {mark.entry for mark in some}, {mark.entry for mark in others}
    return not left or not right or bool(left & right)


def _same_places(some: Iterable[Mark], others: Iterable[Mark]) -> bool:
    left = {_written(mark) for mark in some if is_local(mark)}
    right = {_written(mark) for mark in others if is_local(mark)}
    return not left or not right or bool(left & right)


def _written(mark: Mark) -> str:
    return mark.entry or " ".join(word.lower for word in mark.words)


def _agree(some: Iterable[Mark], others: Iterable[Mark], knowledge: Knowledge) -> bool:
    """Say whether two attacks can have been one by how they were carried out."""
    left, right = _manners(some, knowledge), _manners(others, knowledge)
    return not left or not right or bool(left & right)


def _manners(marks: Iterable[Mark], knowledge: Knowledge) -> frozenset[str]:
    return frozenset(_manner(mark, knowledge) for mark in marks) - {""}


def _manner(mark: Mark, knowledge: Knowledge) -> str:
    catalogue = knowledge.weapons
    if mark.entry not in catalogue:
        return ""
    classes = {mark.entry, *catalogue.generic(mark.entry)}
    return next((name for name, ids in _MANNERS if classes & ids), "")


def is_poison(mark: Mark, knowledge: Knowledge) -> bool:
    """Say whether a weapon is a chemical one, whose victims are told of long after it."""
    return _manner(mark, knowledge) == "poison"


_MANNERS = (
    ("poison", lemmas("chemical-weapon")),
    ("laid", lemmas("landmine ied car-bomb suicide-bomb")),
    ("from the air", lemmas("airstrike barrel-bomb")),
    ("from the ground", lemmas("shelling artillery mortar")),
)
"""Ways of attacking that tell attacks apart, each with its classes of weapons."""


_WARS = lemmas("war conflict insurgency uprising hostility hostilities revolution")


def is_of_a_war(draft: Draft) -> bool:
    """Say whether a passage counts the victims of a whole war, and so not of the last attack.

    `A conflict that has seen thousands killed`, `the war has killed many`, `killed in the war`.
    """
    trigger = draft.trigger
    noun = subject(trigger) if is_verb(trigger) else None
    within = (word for name, word in complements(trigger) if name in {"in", "during", "throughout"})
    above = trigger.ancestors() if draft.kind is ClaimKind.HARM else ()
    held = (one for one in above if any(child.dep == "relcl" for child in one.children))
    return draft.kind is ClaimKind.HARM and any(
        word is not None and word.lemma in _WARS for word in (noun, *within, *held)
    )


def refers_back(draft: Draft) -> bool:
    """Say whether the words take up an event told before: `the attack`, `the victims`."""
    owned = draft.trigger.tag == "NNS" and any(
        child.lower in _OWNERS for child in draft.trigger.children
    )
    return (draft.definite and not owned) or bool(_anaphors(draft))


_OWNERS = frozenset({"its", "their", "his", "her", "our", "my", "your"})
"""Pronouns before attacks that say whose they are, not that they were told before."""


def _anaphors(draft: Draft) -> list[Word]:
    trigger = draft.trigger
    nouns = [subject(trigger)] if is_verb(trigger) else [trigger, clause_head(trigger)]
    words = [word for noun in nouns if noun is not None for word in phrase(noun)]
    words += [child for child in trigger.subtree() if child.dep == "pobj"]
    return [word for word in words if word.lemma in _ANAPHORS and is_definite(word)]


def named_so(draft: Draft) -> tuple[Mark, ...]:
    """Return the weapons by which the attack taken up is named: `the chemical attack`."""
    words = {below for noun in _anaphors(draft) for below in phrase(noun)}
    return tuple(mark for mark in draft.weapons if words & set(mark.words))


def is_definite(noun: Word) -> bool:
    """Say whether a noun goes back to what was told: `the attack`, `these strikes`."""
    return any(child.dep == "det" and child.lower in DEFINITE for child in noun.children)


def is_plural(draft: Draft) -> bool:
    """Say whether several attacks are taken up, of which each had a place: `these attacks`."""
    inside = draft.line.sentence.within(draft.start, draft.end)
    several = (word for word in inside if word.lemma in ATTACKS and word.tag == "NNS")
    return any(is_definite(word) for word in several)


def is_past(draft: Draft) -> bool:
    """Say whether the passage tells of one past event, not of a state of affairs."""
    verb = draft.trigger if is_verb(draft.trigger) else clause_head(draft.trigger)
    if not is_verb(verb):
        return True
    while verb.tag == "VB" and verb.dep == "xcomp" and is_verb(verb.head):
        verb = verb.head
    while verb.tag == "VBG" and verb.dep in _BELOW and not verb.has("aux") and not verb.is_root:
        verb = clause_head(verb.head)
        if not is_verb(verb):
            return True
    auxiliaries = {child.lower for child in verb.children if child.dep in {"aux", "auxpass"}}
    if auxiliaries & {"has", "have", "is", "are", "'s", "’s", "'ve"}:
        return False
    return verb.tag in {"VBD", "VBN", "VBG"}


_BELOW = frozenset({"advcl", "acl", "pcomp", "conj", "xcomp"})
"""How a participle hangs on the verb that gives it its tense: `have bombed Homs, killing ten`."""


_ANAPHORS = ATTACKS | lemmas("missile rocket bomb shell victim munition blast explosion incident")
