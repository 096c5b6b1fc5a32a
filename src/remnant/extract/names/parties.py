"""Parties: whom `both states`, `each` and `the other` stand for.

A text about a conflict joins the names of two states once and then speaks of `the two
states`, `either side` or `each`. These go back to the pair that was joined last.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.knowledge import ActorKind, Knowledge

_STATE_NOUNS = lemmas("state country government nation neighbour neighbor republic")
_SIDE_NOUNS = _STATE_NOUNS | lemmas("side party belligerent")
_PAIRING = frozenset({"both", "two", "each", "either", "neither"})
_ALONE = frozenset({"both", "each", "neither", "either"})
_ABLE = frozenset(
    {ActorKind.STATE, ActorKind.TERRITORY, ActorKind.GROUP, ActorKind.COALITION, ActorKind.OFFICE}
)


@dataclass(frozen=True, slots=True)
class Parties:
    """The pairs of states of a text.

    Attributes:
        joined: Per sentence, the two states last joined by `and` up to it, if any were.
        main: The two states that the text names most; empty if it names fewer.
        able: Identifiers of the actors in the text that can use or hold weapons.
    """

    joined: Mapping[int, tuple[Mark, ...]]
    main: tuple[Mark, ...]
    able: frozenset[str]

    def pair(self, noun: Word, line: Line) -> tuple[Mark, ...]:
        """Return the two parties that a noun phrase stands for; empty if it stands for no pair."""
        joined = self.joined.get(line.sentence.order, ())
        if noun.lower in _ALONE:
            of = [one for child in noun.children if child.lower == "of" for one in child.children]
            named = joined or (self.main if any(one.lemma in _STATE_NOUNS for one in of) else ())
            return named if all(one.lemma in _SIDE_NOUNS | {"them"} for one in of) else ()
        paired = any(child.lower in _PAIRING for child in noun.children)
        if not paired or noun.lemma not in _SIDE_NOUNS:
            return ()
        return joined or (self.main if noun.lemma in _STATE_NOUNS else ())


def is_other(noun: Word) -> bool:
    """Say whether words name the other of two: `each other`, `one another`, `the other side`.

    `Other sides` and `other groups` are further ones, whoever they are.
    """
    before = {child.lower for child in noun.children if child.index <= noun.index + 1}
    if noun.lower in _OTHERS:
        return bool(before & {"each", "one", "the"}) or noun.lower == "another"
    paired = noun.lemma in _SIDE_NOUNS and noun.tag != "NNS" and "other" in before
    return (paired and bool(before & {"the", "each"})) or (
        noun.lower == "one" and "another" in before
    )


_OTHERS = frozenset({"other", "another"})


def parties(lines: Sequence[Line], *, knowledge: Knowledge) -> Parties:
    """Look through a text for the states that it joins in pairs, and for those it names most."""
    joined: dict[int, tuple[Mark, ...]] = {}
    last: tuple[Mark, ...] = ()
    named: Counter[str] = Counter()
    first: dict[str, Mark] = {}
    able: set[str] = set()
    for line in lines:
        marks = [mark for mark in line.marks if mark.sort is Sort.ACTOR]
        able |= {one.entry for one in marks if knowledge.actors.get(one.entry).kind in _ABLE}
        states = [one for one in marks if _is_state(one, knowledge)]
        for mark in states:
            named[mark.entry] += 1
            first.setdefault(mark.entry, mark)
        last = _joined(line, states) or last
        joined[line.sentence.order] = last
    most = sorted(named, key=lambda entry: (-named[entry], first[entry].start))[:2]
    often = tuple(first[entry] for entry in most if named[entry] > 1)
    return Parties(joined, often if len(often) > 1 else (), frozenset(able))


def _is_state(mark: Mark, knowledge: Knowledge) -> bool:
    return knowledge.actors.get(mark.entry).kind is ActorKind.STATE


def _joined(line: Line, states: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return the first two states that only `and`, `or` or `nor` stands between."""
    words = line.sentence.words
    for left, right in pairwise(states):
        between = words[left.words[-1].index + 1 : right.words[0].index]
        link = [word.lower for word in between if word.lower not in {"the", "both", "of"}]
        before = words[max(0, left.words[0].index - 1) : left.words[0].index]
        listed = any(word.text == "," for word in before) and any(
            one.words[-1].index == left.words[0].index - 2 for one in states
        )
        if left.entry != right.entry and link in (["and"], ["or"], ["nor"]) and not listed:
            return (left, right)
    return ()
