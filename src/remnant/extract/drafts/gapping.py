"""Gapping: clauses that leave out the verb they share with the one before.

`Kharkiv was hit by rockets, Sumy by missiles` tells of two strikes, and `Iraq used gas, and so did
Iran` of two uses; the second clause names only what differs.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import actors_in, event_dates, smallest
from remnant.extract.language.grammar import clause_words, extent, is_verb, subject
from remnant.extract.language.words import Word
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.model.claim import ClaimKind

_LEAST = 4
"""Names of two clauses: a place and a weapon, or a party and a place, in each."""

_ORDERS = (
    (Sort.PLACE, Sort.WEAPON),
    (Sort.WEAPON, Sort.PLACE),
    (Sort.ACTOR, Sort.PLACE),
)
_BY = frozenset({"by", "with", "the", "a", "an", "from", "using"})
_AT = frozenset({"at", "on", "in", "into", "against", "the", "near", "of", "city", "town"})
"""Words between the two names of a clause without a verb."""


def gapped(draft: Draft) -> list[Draft]:
    """Return a draft for each clause that shares the verb; empty if there is only one."""
    if draft.kind is not ClaimKind.USE or not is_verb(draft.trigger):
        return []
    inside = [one for one in draft.line.marks if draft.start <= one.start and one.end <= draft.end]
    for first, second in _ORDERS:
        marks = [one for one in inside if one.sort in {first, second}]
        if len(marks) < _LEAST or len(marks) % 2:
            continue
        pairs = list(zip(marks[::2], marks[1::2], strict=True))
        apart = all(one.end <= other.start for one, other in pairs)
        if apart and _is_gapped(draft, pairs, (first, second)):
            return [_clause(draft, pair, first=pair is pairs[0]) for pair in pairs]
    return []


def _is_gapped(draft: Draft, pairs: Sequence[tuple[Mark, Mark]], order: tuple[Sort, Sort]) -> bool:
    if any((one.sort, other.sort) != order for one, other in pairs):
        return False
    line, trigger = draft.line, draft.trigger
    placed = order == (Sort.WEAPON, Sort.PLACE)
    at = trigger.index < pairs[0][0].words[0].index
    if at is not placed or any(one.entry == other.entry for one, other in _firsts(pairs)):
        return False
    joined = all(
        _between(line, before[1], after[0], only=frozenset()) for before, after in pairwise(pairs)
    )
    allowed = _BY if order[1] is Sort.WEAPON else _AT
    allowed = frozenset() if order[0] is Sort.ACTOR else allowed
    tight = all(_between(line, one, other, only=allowed) for one, other in pairs[1:])
    return joined and tight and (order[0] is Sort.ACTOR or _has_link(line, pairs))


def _firsts(pairs: Sequence[tuple[Mark, Mark]]) -> list[tuple[Mark, Mark]]:
    return [(one[0], other[0]) for one, other in pairwise(pairs) if one[0].entry]


def _has_link(line: Line, pairs: Sequence[tuple[Mark, Mark]]) -> bool:
    """Say whether a preposition stands in each clause without a verb: `Sumy by missiles`."""
    return all(
        any(word.pos == "ADP" for word in _words(line, one, other)) for one, other in pairs[1:]
    )


def _words(line: Line, one: Mark, other: Mark) -> tuple[Word, ...]:
    return line.sentence.words[one.words[-1].index + 1 : other.words[0].index]


def _between(line: Line, one: Mark, other: Mark, *, only: frozenset[str]) -> bool:
    """Say whether nothing but the words given, figures and marks stands between two names."""
    words = _words(line, one, other)
    plain = {"PUNCT", "CCONJ"} if not only else {"NUM", "ADJ"}
    return all(word.lower in only or word.pos in plain for word in words)


def _clause(draft: Draft, pair: tuple[Mark, Mark], *, first: bool) -> Draft:
    """Return what one clause tells, with what it shares with the first."""
    own = {mark.sort: (mark,) for mark in pair}
    start = draft.start if first else pair[0].start
    return replace(
        draft,
        start=start,
        end=pair[1].end,
        weapons=own.get(Sort.WEAPON, draft.weapons),
        places=own.get(Sort.PLACE, draft.places),
        actors=own.get(Sort.ACTOR, draft.actors),
        count=None,
    )


def echoed(draft: Draft) -> list[Draft]:
    """Return what `so did B` and `as did B` say after a use by A."""
    if draft.kind is not ClaimKind.USE or not is_verb(draft.trigger) or not draft.actors:
        return []
    echoes = [one for one in draft.trigger.children if one.lemma == "do" and _is_echo(one)]
    return [one for verb in echoes for one in _echo(draft, verb)]


def _is_echo(verb: Word) -> bool:
    """Say whether a clause only repeats the verb before: `and so did B`, `as has B`."""
    return any(child.lower in {"so", "as"} for child in verb.children) and not verb.has("dobj")


def _echo(draft: Draft, verb: Word) -> list[Draft]:
    noun = subject(verb)
    actors = actors_in(draft.line, noun) if noun is not None and verb.has("nsubj") else ()
    if not actors:
        return []
    words = [*clause_words(verb), *(one for one in verb.children if one.lower in {"so", "as"})]
    start, end = extent([word for word in words if word.pos != "PUNCT"])
    named = {mark.start for mark in actors}
    places = smallest(one for one in draft.line.over(words, Sort.PLACE) if one.start not in named)
    dates = event_dates(draft.line, words)
    return [
        replace(
            draft,
            trigger=verb,
            start=start,
            end=end,
            actors=actors,
            places=places,
            dates=dates,
            count=None,
            leading=draft,
        )
    ]
