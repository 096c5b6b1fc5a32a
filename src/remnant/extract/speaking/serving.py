"""Serving: the body or state for which somebody is said to work or to hold an office.

`its ministry`, `the group's spokesman`, `Oxfam policy adviser Jane Doe`, `the general` who was
named before.
"""

from remnant.extract.language.grammar import extent
from remnant.extract.language.roles import OFFICES, ORGANISATION_NOUNS, PERSONS, ROLES_OF
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Sort
from remnant.extract.speaking.memory import Memory, Voice, back
from remnant.extract.speaking.staff import (
    STAFF,
    core,
    employing,
    holds_office,
    is_bare,
    kind_of_body,
)
from remnant.extract.speaking.staff import employer as employer_of
from remnant.knowledge import Form

GOVERNMENTS = frozenset(
    {"government", "regime", "authority", "ministry", "army", "military", "country", "kingdom"}
)
_ADMINISTRATIONS = frozenset({"administration", "government"})
"""Nouns with which a state's own statement names the state: `the Biden-Harris Administration`."""


def employed(noun: Word, line: Line, memory: Memory) -> Voice | None:
    """Return the voice of somebody said to work for a body, or to hold an office."""
    start, end = core(noun)
    led = _led(noun, line, memory)
    if led:
        return Voice(start, end, led, None, person=True)
    if memory.home and (holds_office(noun) or noun.lower in _ADMINISTRATIONS):
        return Voice(start, end, memory.home, None, person=True, state=True)
    if memory.country and holds_office(noun):
        return Voice(start, end, memory.country, None, person=True, state=True)
    lost = _lost_owner(noun)
    if lost is not None:
        return back(noun, memory.organisation or memory.group)
    if is_of_film(noun):
        return back(noun, memory.organisation or memory.group)
    return _of_body(noun, memory) or _of_named(noun, line, memory) or _of_speaking(noun, memory)


def _of_speaking(noun: Word, memory: Memory) -> Voice | None:
    """Return the state that just spoke as that of an office with no nationality beside it."""
    just = memory.speaking is not None and memory.order - memory.spoken <= _JUST
    return back(noun, memory.speaking) if just and holds_office(noun) else None


_JUST = 2
"""Sentences within which an office belongs to the state that spoke last."""


def is_of_film(noun: Word) -> bool:
    """Say whether it is the source of a film, which somebody published: `the video's source`."""
    if noun.lemma != "source":
        return False
    owner = noun.child("poss")
    if owner is not None:
        return owner.lemma in {"video", "film", "footage", "photo", "image", "clip", "post"}
    return is_bare(noun) and any(one.lower == "the" for one in noun.children)


def _lost_owner(noun: Word) -> Word | None:
    """Return the body of `the groups spokesman` in a text that lost its apostrophes."""
    if noun.lemma not in PERSONS | ROLES_OF | STAFF and not any(
        one.lemma in PERSONS | ROLES_OF for one in noun.children
    ):
        return None
    owners = (one for one in noun.children if one.lower.endswith("s") and one.index < noun.index)
    bodies = (one for one in owners if one.lower.removesuffix("s") in ORGANISATION_NOUNS)
    return next(bodies, None)


def officer(noun: Word, memory: Memory) -> Voice | None:
    """Return the person that a bare rank takes up: `the general`, after one was named."""
    ranked = noun.lemma in PERSONS and noun.pos == "NOUN" and is_bare(noun)
    return back(noun, memory.person) if ranked and memory.person is not None else None


def _of_body(noun: Word, memory: Memory) -> Voice | None:
    """Return the body in `the director of Al-Quds hospital`, or that `the hospital` is."""
    employer = employer_of(noun)
    kind = kind_of_body(noun)
    if employer is None:
        return back(noun, memory.described.get(kind))
    found = Voice(*employer, "", None, noun.pos == "PROPN")
    if kind:
        memory.described[kind] = found
    return found


def _of_named(noun: Word, line: Line, memory: Memory) -> Voice | None:
    """Return the body in `Oxfam policy adviser Jane Doe`."""
    named = employing(noun, line, memory.names)
    if not named:
        return None
    mark = memory.names.named(named)
    entry, full = (mark.entry, (mark.start, mark.end)) if mark is not None else ("", None)
    return Voice(*extent(named), entry, full, noun.pos == "PROPN")


def owned(noun: Word, line: Line, memory: Memory) -> Voice | None:
    """Return the state whose office it is: `its Ministry of Foreign Affairs`."""
    if noun.lemma not in OFFICES | GOVERNMENTS:
        return None
    if not any(child.dep == "poss" and child.lower in {"its", "their"} for child in noun.children):
        return None
    before = [
        mark
        for mark in line.marks
        if mark.sort is Sort.ACTOR and mark.end <= noun.start and mark.form is not Form.ADJECTIVE
    ]
    if memory.state is not None and not before:
        return back(noun, memory.state)
    if not before:
        return None
    last = before[-1]
    return Voice(noun.start, noun.end, last.entry, (last.start, last.end), state=True)


_LEADING = lemmas("lead head direct chair run represent coordinate found manage")


def _led(noun: Word, line: Line, memory: Memory) -> str:
    """Return the body in `Jane Doe, who leads the coalition's work`; empty if there is none."""
    for child in noun.children:
        if child.dep not in {"relcl", "acl"} or child.lemma not in _LEADING | {"work", "speak"}:
            continue
        words = list(child.subtree())
        bodies = line.over(words, Sort.ACTOR)
        if bodies:
            return bodies[0].entry
        told = any(word.lemma in ORGANISATION_NOUNS for word in words)
        entry = memory.organisation.entry if memory.organisation is not None else ""
        return (entry or memory.body) if told else ""
    return ""


def of_staff(noun: Word, memory: Memory) -> Voice | None:
    """Return the organisation whose researchers speak, where it was named before."""
    if memory.body and any(child.lower in {"my", "our"} for child in noun.children):
        return Voice(noun.start, noun.end, memory.body)
    bare = all(child.lower in {"the", "its", "their"} for child in noun.children)
    named = noun.lower in {"researchers", "investigators"} and bare
    owner = noun.child("poss") if noun.lemma in STAFF else None
    owned = owner is not None and {owner.lower, owner.lemma} & (
        ORGANISATION_NOUNS | {"its", "their"}
    )
    if not (named or owned):
        return None
    if memory.organisation is not None and memory.organisation.entry:
        return back(noun, memory.organisation)
    return Voice(noun.start, noun.end, memory.body) if memory.body else None
