"""Stocks: weapons held that are told of in passing, by their store, their share or their fate."""

from dataclasses import replace

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import actors_in, doers, is_weapon, unique, verb_words
from remnant.extract.holding.arms import ARMS, OF_WITH, STOCKS, arms_draft, arms_passed, is_arms
from remnant.extract.language.frames import FORCES, WIELDING
from remnant.extract.language.grammar import (
    agent,
    complements,
    is_passive,
    is_verb,
    phrase,
    subject,
)
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.model.claim import ClaimKind

DEPOTS = lemmas("depot warehouse storehouse store cache armoury armory dump magazine bunker silo")
"""Places where weapons are kept."""

_KEEPING = lemmas("control hold own run keep store guard seize house contain operate belong")
_SIDES = FORCES | lemmas("opposition jihadist extremist group")
_HOLDERS = lemmas("stockpiler possessor holder owner")


def stocked(line: Line, word: Word) -> Draft | None:
    """Return the holding of weapons that a noun tells of in passing, or `None`."""
    found = _depot(line, word) or _old_stock(line, word) or _holder(line, word)
    return found or _moved(line, word) or _part_of(line, word)


def _depot(line: Line, noun: Word) -> Draft | None:
    """A party's store of weapons: `a rebel chemical weapons depot`, `stored under its control`."""
    if noun.lemma not in DEPOTS or (noun.dep == "dobj" and noun.head.lemma in {"have", "hold"}):
        return None
    words = phrase(noun, through=OF_WITH)
    kept = [one for one in noun.children if one.dep in _CLAUSES and one.lemma in _KEEPING]
    words += [word for one in kept for word in one.subtree()]
    if not line.over(words, Sort.WEAPON) and not any(one.lemma in ARMS for one in words):
        return None
    nouns = _owners(noun)
    owners = tuple(mark for one in nouns for mark in actors_in(line, one))
    if not owners and not any(one.lemma in _SIDES for one in nouns):
        return None
    draft = arms_draft(ClaimKind.POSSESSION, line, noun, unique(words), None, actors=owners)
    return replace(draft, places=tuple(line.over(noun.subtree(), Sort.PLACE)[:1]))


_CLAUSES = frozenset({"acl", "relcl"})


def _owners(depot: Word) -> list[Word]:
    """Return the nouns for whose store it is."""
    found = []
    for child in depot.children:
        if child.dep in {"poss", "amod", "compound", "nmod"}:
            found += [child, *child.children]
        elif child.dep in _CLAUSES and child.lemma in _KEEPING:
            by = agent(child)
            found += [by] if by is not None else []
            found += [one for name, one in complements(child) if name in {"to", "by"}]
    for name, one in complements(depot):
        controlled = name == "under" and one.lemma == "control"
        found += [*one.children] if controlled else [one] if name in {"of", "belonging"} else []
        found += [c for v in one.children if v.dep == "acl" for c in _agents(v)]
    return found


def _agents(verb: Word) -> list[Word]:
    by = agent(verb)
    return [by] if by is not None and verb.lemma in _KEEPING else []


def _old_stock(line: Line, noun: Word) -> Draft | None:
    """A party uses its old stocks of a weapon, or what was left of them."""
    if noun.lemma not in {"stock", "stockpile", "arsenal"} or noun.dep not in {"dobj", "pobj"}:
        return None
    verb = noun.head if noun.dep == "dobj" else noun.head.head
    weapons = [one for name, one in complements(noun) if name == "of" and is_arms(line, one)]
    if not weapons or not is_verb(verb) or verb.lemma not in WIELDING or is_passive(verb):
        return None
    words = list(noun.subtree())
    actors = doers(line, verb)
    return arms_draft(ClaimKind.POSSESSION, line, noun, words, weapons[0], actors=actors)


def _holder(line: Line, noun: Word) -> Draft | None:
    """A party is called a holder of weapons: `the stockpiler states`, `a possessor of`."""
    if noun.lemma not in _HOLDERS or noun.dep not in {"attr", "appos", "conj"}:
        return None
    first = noun.head if noun.dep == "conj" else noun
    weapons = [
        one
        for head in (noun, first)
        for name, one in complements(head)
        if name == "of" and is_weapon(one, line)
    ]
    whose = subject(first.head) if first.dep == "attr" else first.head
    actors: tuple[Mark, ...] = actors_in(line, whose) if whose is not None else ()
    if not weapons or not actors:
        return None
    verb = first.head
    words = unique([*verb_words(verb), *noun.subtree()]) if is_verb(verb) else [*noun.subtree()]
    return arms_draft(ClaimKind.POSSESSION, line, noun, words, weapons[0], actors=actors)


GIVING_UP = lemmas("destroy dismantle eliminate surrender relinquish give hand declare disclose")
"""What a party does with weapons that it holds: `agreed to give up its chemical weapons`."""


def gives_up(line: Line, verb: Word) -> Word | None:
    """Return the act of a party that agrees to give up weapons of its own, or fails to.

    It says that the party holds them.
    """
    wished = verb.child("xcomp") if verb.lemma in {"agree", "fail"} else None
    if wished is None and verb.lemma == "agree":  # `agreed to a deal to destroy its arsenal`
        deals = [one for name, one in complements(verb) if name == "to"]
        wished = next((c for one in deals for c in one.children if c.dep in {"acl", "relcl"}), None)
    if wished is None or wished.lemma not in GIVING_UP:
        return None
    near = [one for one in wished.subtree() if 0 < one.index - wished.index <= _NEAR]
    themes = [one for one in wished.children if one.dep == "dobj"]
    owned = [one for one in themes if one.child("poss") is not None]
    owned += [one for one in near if one.lemma in STOCKS]
    return wished if any(is_arms(line, one) for one in owned) else None


_NEAR = 5
"""Words after the verb within which the stock stands that is given up."""


def _moved(line: Line, verb: Word) -> Draft | None:
    """A party moves, stations or withdraws weapons: it has them."""
    if not is_verb(verb) or verb.lemma not in _MOVING:
        return None
    themes = [one for one in arms_passed(verb) if is_weapon(one, line)]
    actors = doers(line, verb)
    if not themes or not actors or _is_cleared(line, themes[0]):
        return None
    draft = arms_draft(ClaimKind.POSSESSION, line, verb, verb_words(verb), themes[0], actors=actors)
    return replace(draft, dates=tuple(line.over(verb_words(verb), Sort.DATE)))


_MOVING = lemmas(
    "station position redeploy relocate withdraw remove move install base site store capture loot "
    "steal"
)


def _is_cleared(line: Line, theme: Word) -> bool:
    """Say whether what is moved are remnants: `removed unexploded mines`."""
    words = phrase(theme, through=OF_WITH)
    left = any(word.lemma in _LEFT for word in words)
    mines = {"landmine", "antipersonnel-mine", "antivehicle-mine", "ied"}
    return left or any(mark.entry in mines for mark in line.over(words, Sort.WEAPON))


_LEFT = lemmas("unexploded remnant fragment ordnance mine submunition bomblet dud remains debris")


def is_part(verb: Word) -> bool:
    """Say whether a verb asks what weapons include: `whether these include`."""
    if verb.lemma not in {"include", "be"} or verb.dep not in {"ccomp", "csubj", "advcl"}:
        return False
    return any(one.lower in {"whether", "if"} for one in verb.children)


def _part_of(line: Line, verb: Word) -> Draft | None:
    """It is left open whether the weapons told of before include a kind of weapon."""
    noun = subject(verb) if is_part(verb) else None
    if noun is None:
        return None
    below = {noun.lower, *(word.lower for word in noun.subtree())}
    themes = [one for one in verb.children if one.dep in {"dobj", "attr"}]
    unsure = is_verb(verb.head) and verb.head.lemma in {"know", "say", "see", "tell", "confirm"}
    if not unsure or not below & {"these", "those", "them"}:
        return None
    if not themes or not is_weapon(themes[0], line):
        return None
    words = list(verb.head.subtree() if is_verb(verb.head) else verb.subtree())
    return arms_draft(ClaimKind.POSSESSION, line, verb, words, themes[0])
