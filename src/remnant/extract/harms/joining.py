"""Joining: the dead and the wounded of one event are one claim."""

from dataclasses import replace

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import is_local
from remnant.extract.harms.tolls import side_by_side
from remnant.extract.language.grammar import clause_words
from remnant.extract.names.marks import Sort


def belongs(first: Draft, second: Draft) -> bool:
    """Say whether the second gives the injured, or the same dead, of the first's event."""
    if first.line is not second.line:
        return False
    near = second.trigger.head in {first.trigger, first.trigger.head} or second.trigger in set(
        clause_words(first.trigger)
    )
    near = near or side_by_side(first.line, first.trigger, second.trigger)
    near = near or _completes(first, second)
    clash = (first.killed and second.killed) or (first.injured and second.injured)
    return near and not clash and not _apart(first, second)


def _apart(first: Draft, second: Draft) -> bool:
    """Say whether each names places of its own: `ten died in Homs and 20 were hurt in Hama`."""
    one = {(mark.start, mark.entry) for mark in first.places if is_local(mark)}
    other = {(mark.start, mark.entry) for mark in second.places if is_local(mark)}
    return bool(one and other) and not one & other


def _completes(first: Draft, second: Draft) -> bool:
    """Say whether one counts only the dead and the other only the wounded of the same event."""
    dead = [draft for draft in (first, second) if draft.killed and not draft.injured]
    hurt = [draft for draft in (first, second) if draft.injured and not draft.killed]
    if not (dead and hurt and _is_numbered(first) and _is_numbered(second)):
        return False
    elsewhere = {mark.entry for mark in second.places} - {mark.entry for mark in first.places}
    days = {(mark.start, mark.end) for mark in first.dates}
    later = {(mark.start, mark.end) for mark in second.dates} - days
    return not (first.places and elsewhere) and not later


def _is_numbered(draft: Draft) -> bool:
    """Say whether a figure holds a number, and not only whom it is about."""
    inside = draft.line.sentence.within(*(draft.killed or draft.injured or (0, 0)))
    return bool(draft.line.over(inside, Sort.NUMBER))


def joined(first: Draft, second: Draft) -> Draft:
    """Return one proposition with what both tell."""
    if first.killed and first.killed == second.injured and _is_numbered(first):
        second = replace(second, injured=None)
        first = replace(first, killed=None)
    return replace(
        first,
        start=min(first.start, second.start),
        end=max(first.end, second.end),
        killed=first.killed or second.killed,
        injured=first.injured or second.injured,
        actors=first.actors or second.actors,
        weapons=tuple(dict.fromkeys((*first.weapons, *second.weapons))),
        places=tuple(dict.fromkeys((*first.places, *second.places))),
        dates=tuple(dict.fromkeys((*first.dates, *second.dates))),
    )
