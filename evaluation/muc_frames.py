"""Frames of incidents at large: who did what to whom, for events beyond the ten claim kinds.

The messages of MUC-3/4 are about murder, kidnapping, arson and robbery as well as attacks
with weapons. Their verbs and nouns are read with the same grammar of arguments that the
claims are read with: active, passive, participles, nominal forms and light verbs.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from remnant.extract.language.frames import ATTACKS
from remnant.extract.language.grammar import (
    agent,
    clause_head,
    complements,
    conjuncts,
    is_noun,
    is_passive,
    is_verb,
    objects,
    subject,
)
from remnant.extract.language.stance import negated
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line

VERBS = {
    "attack": lemmas(
        "attack kill murder assassinate massacre execute shoot ambush machinegun machine-gun "
        "riddle wound injure torture slaughter slay gun strafe hit fire die assault storm harass"
    ),
    "bombing": lemmas("bomb dynamite explode detonate blast mine"),
    "kidnapping": lemmas("kidnap abduct kidnapped"),
    "arson": lemmas("burn torch"),
    "robbery": lemmas("rob steal loot"),
}
"""Verbs of each type of incident."""

NOUNS = {
    "attack": lemmas(
        "attack murder assassination killing massacre ambush death shooting strafing execution "
        "crime slaying raid"
    ),
    "bombing": lemmas("bombing explosion blast bomb dynamite"),
    "kidnapping": lemmas("kidnapping abduction"),
    "arson": lemmas("arson burning"),
    "robbery": lemmas("robbery looting theft"),
}
"""Nouns of each type of incident."""

PLANTING = lemmas("place plant throw hurl explode set detonate toss leave hide put")
"""Verbs that with a bomb as their object tell of a bombing."""

DAMAGING = lemmas("destroy damage sabotage blow")
"""Verbs that tell of a target, in an attack or a bombing of the same sentence or before."""

UNARMED = frozenset({"he", "she", "it", "they", "who", "which", "that", "this", "them", "we"})

INSTRUMENTS = lemmas(
    "bomb dynamite explosive grenade rocket missile mortar rifle machinegun submachinegun gun "
    "pistol charge device mine car-bomb bazooka launcher weapon bullet tnt machete ak-47 m-16 "
    "firearm stick shell"
)
"""Nouns for instruments; the key gives the words as they stand."""


@dataclass(frozen=True, slots=True, eq=False)
class Event:
    """One event of a sentence.

    Attributes:
        kind: Type of incident.
        trigger: The verb or noun.
        line: Its sentence.
        doers: Heads of the words for who did it.
        struck: Heads of the words for whom or what it struck.
        instruments: Heads of the words for with what.
    """

    kind: str
    trigger: Word
    line: Line
    doers: tuple[Word, ...] = ()
    struck: tuple[Word, ...] = ()
    instruments: tuple[Word, ...] = ()


def events(lines: Iterable[Line]) -> Iterator[Event]:
    """Yield the events of a text that are told as facts, in order."""
    for line in lines:
        for word in line.sentence.words:
            found = _of_verb(line, word) or _of_noun(line, word)
            if found is not None:
                yield found


def _of_verb(line: Line, verb: Word) -> Event | None:
    kind = _kind_of_verb(line, verb)
    if kind is None or negated(verb) or _is_modal(verb):
        return None
    doer = agent(verb) if is_passive(verb) else subject(verb)
    struck = [subject(verb)] if is_passive(verb) or verb.lemma == "die" else list(objects(verb))
    if verb.lemma == "die":
        doer = None
    at = {"at", "on", "against", "in", "near", "into", "outside", "inside", "under"}
    if kind == "bombing" and verb.lemma not in VERBS["bombing"] - {"explode", "detonate"}:
        struck = [noun for name, noun in complements(verb) if name in at]
    elif verb.lemma in {"fire", "shoot", "explode", "throw", "storm"}:
        struck += [noun for name, noun in complements(verb) if name in at]
    if verb.lemma in {"explode", "detonate"} and (doer is None or doer.lemma in INSTRUMENTS):
        doer = None
    return _event(kind, verb, line, doer, struck)


def _kind_of_verb(line: Line, verb: Word) -> str | None:
    if not is_verb(verb):
        return None
    bare = not objects(verb) and next(complements(verb), None) is None
    if verb.lemma == "fire" and bare:
        return None
    found = next((kind for kind, verbs in VERBS.items() if verb.lemma in verbs), None)
    return _kind_of_phrase(line, verb) or found


def _kind_of_phrase(line: Line, verb: Word) -> str | None:
    """Return the type that a verb has with its object or particle: `took hostage`, `set fire`."""
    things = [*objects(verb), *([one] if (one := subject(verb)) is not None else [])]
    beside = {child.lower for child in verb.children}
    armed = any(word.lemma in INSTRUMENTS | {"explosion"} for word in line.sentence.words)
    burning = any(one.lower in {"fire", "ablaze", "afire"} for one in verb.subtree())
    signs = (
        ("bombing", verb.lemma in PLANTING and any(one.lemma in INSTRUMENTS for one in things)),
        ("kidnapping", verb.lemma in {"take", "hold"} and bool(beside & {"hostage", "hostages"})),
        ("arson", verb.lemma == "set" and burning),
        ("bombing", verb.lemma == "blow" and "up" in beside),
        ("bombing", verb.lemma in DAMAGING and armed),
        ("attack", verb.lemma in DAMAGING),
    )
    return next((kind for kind, told in signs if told), None)


def _is_modal(verb: Word) -> bool:
    """Say whether the act is only possible, planned, asked for or conditional."""
    aux = {child.lower for child in verb.children if child.dep in {"aux", "mark"}}
    planned = verb.dep == "xcomp" and verb.head.lemma in _PLANNING
    return bool(aux & _UNREAL) or planned


_UNREAL = frozenset({"could", "would", "may", "might", "should", "can", "will", "if", "must"})
_PLANNING = lemmas("plan intend threaten want order vow promise decide continue try attempt")


def _of_noun(line: Line, noun: Word) -> Event | None:
    kind = next((name for name, nouns in NOUNS.items() if noun.lemma in nouns), None)
    if kind is None or not is_noun(noun) or noun.dep in {"compound", "amod", "nmod"}:
        return None
    if noun.lemma in INSTRUMENTS and noun.lemma not in {"bombing", "explosion"}:
        return None
    doer = agent(noun) or _staged(noun) or _blamed(noun)
    at = (
        {"of", "on", "against", "at", "in", "near"}
        if kind == "bombing"
        else {"of", "on", "against"}
    )
    struck = [one for name, one in complements(noun) if name in at]
    owner = noun.child("poss")
    if owner is not None and noun.lemma not in ATTACKS and owner.pos == "PROPN":
        struck.append(owner)
    elif owner is not None:
        doer = doer or owner
    if not doer and not struck:
        return None
    return _event(kind, noun, line, doer, struck)


def _staged(noun: Word) -> Word | None:
    """Return who carried out, staged or claimed what the noun tells of."""
    verb = clause_head(noun)
    if not is_verb(verb) or verb is noun or verb.lemma not in _STAGING:
        return None
    doer = agent(verb) if is_passive(verb) else subject(verb)
    return doer if doer is not noun else None


_STAGING = lemmas(
    "carry stage launch commit perpetrate conduct make perform mount undertake execute claim order"
)


def _blamed(noun: Word) -> Word | None:
    """Return who is blamed for, accused of, or responsible for it."""
    top = noun.head.head if noun.dep == "pobj" else None
    if top is None or noun.head.lower not in {"for", "of", "in", "with"}:
        return None
    if top.lemma in {"responsible", "responsibility", "involvement"}:
        top = top.head
    if top.lemma in {"accuse", "blame", "charge", "hold"}:
        return subject(top) if is_passive(top) else next(iter(objects(top)), None)
    if top.lemma in {"be", "claim", "assume", "admit", "take"}:
        return subject(top)
    return None


def _event(
    kind: str, trigger: Word, line: Line, doer: Word | None, struck: Iterable[Word | None]
) -> Event:
    hit = [one for head in struck if head is not None for one in _parts(head)]
    doers = _parts(doer) if doer is not None else []
    words = list(trigger.subtree())
    by_weapon = [one for one in doers if one.lemma in INSTRUMENTS]
    tools = [word for word in words if word.lemma in INSTRUMENTS and is_noun(word)]
    if kind == "attack" and any(one.lemma in _EXPLODING for one in tools):
        kind = "bombing"
    return Event(
        kind,
        trigger,
        line,
        tuple(one for one in doers if one not in by_weapon),
        tuple(one for one in hit if one.lower not in UNARMED and one.lemma not in INSTRUMENTS),
        tuple(dict.fromkeys([*by_weapon, *tools])),
    )


_EXPLODING = lemmas("bomb dynamite explosive grenade rocket mine car-bomb charge device")
"""Instruments that make an attack a bombing."""


def _parts(noun: Word) -> list[Word]:
    """Return the coordinated nouns, with what stands beside a description: `Bishop X`."""
    found = []
    for one in conjuncts(noun):
        found.append(one)
        found += [child for child in one.children if child.dep == "appos" and child.pos == "PROPN"]
    return found
