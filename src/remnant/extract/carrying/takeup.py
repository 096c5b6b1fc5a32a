"""Taking up: which parties `it`, `its forces`, `both sides` and `each other` stand for as doers."""

from collections.abc import Iterator
from dataclasses import replace

from remnant.extract.carrying.context import Context, is_subject
from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import actors_in, agent_of_noun
from remnant.extract.language.frames import (
    CARRYING_OUT,
    INJURING,
    KILLING,
    STRIKERS,
    USES,
)
from remnant.extract.language.grammar import (
    agent,
    clause_head,
    complements,
    conjuncts,
    is_passive,
    is_verb,
    objects,
    subject,
)
from remnant.extract.language.words import Word
from remnant.extract.names.marks import Mark, Sort
from remnant.extract.names.parties import Parties, is_other
from remnant.extract.names.shortened import PLANES, meant, meant_before, named_with
from remnant.extract.using.fending import is_fending
from remnant.model.claim import ClaimKind

HELD = frozenset(
    {ClaimKind.TREATY, ClaimKind.VOTE, ClaimKind.POSSESSION, ClaimKind.PRODUCTION, ClaimKind.USE}
)
"""Kinds whose party a pronoun may name."""

_OF_STATE = frozenset({"country", "state", "military", "army", "government"})
"""Nouns that take up the state named before: `the military`."""

_OWN = frozenset({"its", "their"})


def taken_up(draft: Draft, context: Context, parties: Parties) -> list[Draft]:
    """Return the draft with the parties that its words stand for; each gets its own claim."""
    doer = _doer(draft)
    draft = _of_fighters(draft, parties)
    if draft.kind is ClaimKind.USE and doer is not None and _is_each(draft, doer):
        return [replace(draft, actors=(mark,)) for mark in draft.actors]
    draft = _of_fighters(_in_full(draft, doer, context), parties)
    if draft.actors or draft.kind not in HELD:
        return [draft]
    return _of_pair(draft, doer, parties) or [_of_one(draft, doer, context, parties)]


def _of_fighters(draft: Draft, parties: Parties) -> Draft:
    """Return an attack, or harm, without those who cannot have made it: agencies and monitors."""
    if draft.kind not in {ClaimKind.USE, ClaimKind.HARM}:
        return draft
    return replace(draft, actors=tuple(one for one in draft.actors if _can(one, draft, parties)))


def _in_full(draft: Draft, doer: Word | None, context: Context) -> Draft:
    """Return the draft with the parties that a short form stands for: `the rebels`, `the army`."""
    if draft.kind is not ClaimKind.USE and (draft.kind is not ClaimKind.HARM or doer is None):
        return draft
    draft = _with_others(draft, doer, context)
    key = meant(doer) if doer is not None else ""
    if not key and not is_verb(draft.trigger):
        key = meant_before(draft.trigger)
    full = {**context.named, **_here(draft)}.get(key, ())
    if key == PLANES and not any(set(full) & set(event.actors) for event in context.events):
        return draft
    if not full or (draft.actors and not _is_short(draft, doer, full)):
        return draft
    return replace(draft, actors=full)


def _with_others(draft: Draft, doer: Word | None, context: Context) -> Draft:
    """Return the draft with the parties that a short form beside a name stands for.

    `Turkey and the coalition` names one of the two in full.
    """
    heads = conjuncts(doer) if doer is not None and draft.actors else []
    own = {word for mark in draft.actors for word in mark.words}
    short = [one for one in heads if not own & {one, *one.children}]
    found = [mark for one in short for mark in context.named.get(meant(one), ())]
    more = [mark for mark in found if mark.entry not in {one.entry for one in draft.actors}]
    return replace(draft, actors=(*draft.actors, *more)) if more else draft


def _here(draft: Draft) -> dict[str, tuple[Mark, ...]]:
    """Return the parties that the sentence itself names before the proposition."""
    before = draft.trigger.index
    marks = [mark for mark in draft.line.marks if mark.words[-1].index < before]
    return named_with(marks, offices=True)


def _is_short(draft: Draft, doer: Word | None, full: tuple[Mark, ...]) -> bool:
    """Say whether the only party is a common noun that a longer name explains."""
    if len(draft.actors) != 1 or doer is None:
        return False
    own = draft.actors[0]
    return own.words == (doer,) and all(mark.entry != own.entry for mark in full)


def _of_pair(draft: Draft, doer: Word | None, parties: Parties) -> list[Draft]:
    """Return a draft for each of two parties; one for both where each speaks for itself."""
    for noun in _candidates(draft, doer):
        pair = parties.pair(noun, draft.line)
        if pair and noun.head is not draft.trigger and noun is doer:
            return [replace(draft, actors=pair)]
        if pair:
            return [replace(draft, actors=(mark,), count=None) for mark in pair]
    speaking = _sayer(draft.trigger) if _takes_up(doer) else None
    both = parties.pair(speaking, draft.line) if speaking is not None else ()
    return [replace(draft, actors=both)] if both else []


def _of_one(draft: Draft, doer: Word | None, context: Context, parties: Parties) -> Draft:
    """Return the draft with the other party of the pair, or the one that a pronoun names."""
    if doer is not None and is_other(doer):
        pair = parties.joined.get(draft.line.sentence.order, ())
        return replace(draft, actors=pair, mutual=bool(pair))
    cleft = _cleft(doer) if doer is not None else None
    if cleft is not None:
        return replace(draft, actors=actors_in(draft.line, cleft))
    found = _before(draft, context, parties) if _takes_up(doer) else _of_person(draft, doer)
    return replace(draft, actors=found) if len(found) == 1 else draft


def _doer(draft: Draft) -> Word | None:
    trigger = draft.trigger
    if is_fending(trigger):
        return None
    if is_verb(trigger):
        by = agent(trigger)
        if draft.kind is ClaimKind.HARM and by is None and _is_suffered(trigger):
            return None
        return by if by is not None else subject(trigger)
    behind = trigger.dep == "pobj" and trigger.head.lower == "behind"
    stood = subject(trigger.head.head) if behind and is_verb(trigger.head.head) else None
    return agent_of_noun(trigger) or trigger.child("poss") or stood or _carrying_out(trigger)


def _is_suffered(verb: Word) -> bool:
    """Say whether the subject of a verb of harm are its victims."""
    return is_passive(verb) or verb.lemma not in KILLING | INJURING or not objects(verb)


def _carrying_out(attack: Word) -> Word | None:
    """Return the pronoun that carries an attack out: `denied that it carries out strikes`.

    So do those who were part of it: `three of its fighters were involved in the attack`.
    """
    verb = attack.head
    if attack.dep == "pobj" and verb.lower == "in" and verb.head.lemma in _TAKING_PART:
        by = subject(verb.head)
        within = [one for name, one in complements(by) if name == "of"] if by is not None else []
        return within[0] if within else by
    if attack.dep != "dobj" or not is_verb(verb) or verb.lemma not in CARRYING_OUT:
        return None
    by = subject(verb)
    return by if by is not None and by.lower in {"it", "they"} else None


_TAKING_PART = frozenset({"involve", "participate", "engage", "part"})


def _candidates(draft: Draft, doer: Word | None) -> Iterator[Word]:
    """Yield the nouns that may stand for both parties: the doer, or `reported on both sides`."""
    if doer is not None:
        yield doer
    around = {draft.trigger, clause_head(draft.trigger)} if draft.kind is ClaimKind.USE else ()
    for word in sorted(around, key=lambda one: one.index):
        yield from (noun for name, noun in complements(word) if name in {"on", "by", "from"})


def _sayer(trigger: Word) -> Word | None:
    """Return the subject of the verb that governs the clause: `both denied that they …`."""
    verb = clause_head(trigger)
    return subject(verb.head) if verb.dep == "ccomp" and is_verb(verb.head) else None


def _of_person(draft: Draft, doer: Word | None) -> tuple[Mark, ...]:
    """Return for whom one acts who says so of himself: `President A of B said he ordered it`."""
    verb = clause_head(draft.trigger)
    by = doer if doer is not None or draft.trigger.dep != "dobj" else subject(verb)
    said_by = _sayer(draft.trigger) if by is not None and by.lower in {"he", "she"} else None
    return actors_in(draft.line, said_by) if said_by is not None else ()


def _cleft(doer: Word) -> Word | None:
    """Return the party in `it was X that fired`."""
    above = doer.head.head
    if doer.lower not in {"that", "who"} or above.lemma != "be":
        return None
    return above.child("attr") if above.has("nsubj") else None


def _takes_up(noun: Word | None) -> bool:
    """Say whether a pronoun, or forces with an owner, stand for one party named before."""
    if noun is None:
        return False
    owned = any(child.dep == "poss" and child.lower in _OWN for child in noun.children)
    told = noun.lemma in _OF_STATE and len(noun.children) == 1
    definite = told and noun.children[0].lower == "the"
    return noun.lower in {"it", "they", *_OWN} or definite or (owned and noun.lemma in STRIKERS)


def _before(draft: Draft, context: Context, parties: Parties) -> tuple[Mark, ...]:
    """Return who was last the subject: earlier in the sentence, or in the text before."""
    here = tuple(
        mark
        for mark in draft.line.marks
        if mark.sort is Sort.ACTOR
        and is_subject(mark.head)
        and mark.words[-1].index < draft.trigger.index
    )
    found = here or context.parties
    return tuple(mark for mark in found if _can(mark, draft, parties))


def _can(mark: Mark, draft: Draft, parties: Parties) -> bool:
    """Say whether the party can do it: newspapers and monitors use no weapons."""
    return mark.entry in parties.able or not mark.entry or draft.kind is ClaimKind.TREATY


def _is_each(draft: Draft, noun: Word) -> bool:
    """Say whether coordinated parties each do something: as a rule, or `neither A nor B`.

    In a headline, which no full stop closes, the present tells what they did together.
    """
    heads = conjuncts(noun)
    each = len(heads) > 1 and {mark.head for mark in draft.actors} == set(heads)
    using = not is_verb(draft.trigger) and draft.trigger.lemma in USES
    first = {child.lower for child in noun.children if child.index < noun.index}
    apart = bool(first & {"neither", "both"})
    rule = draft.trigger.tag in {"VBP", "VBZ"} and draft.line.sentence.words[-1].pos == "PUNCT"
    return each and (using or apart or rule)
