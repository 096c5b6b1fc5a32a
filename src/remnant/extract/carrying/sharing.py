"""Sharing: what the propositions of one sentence take from each other.

Harm has the attack of its sentence as its cause; events of one sentence share place and day.
"""

from dataclasses import replace

from remnant.extract.carrying.context import EVENTS, is_label
from remnant.extract.carrying.recalling import is_of_a_war, is_past
from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import agent_of_noun
from remnant.extract.language.grammar import agent, clause_head, is_verb, subject
from remnant.extract.language.stance import DENIALS
from remnant.extract.language.words import Word
from remnant.extract.names.citing import is_of_source
from remnant.extract.names.dating import TELLING, after_telling, is_told, without_limits
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.extract.names.parties import is_other
from remnant.extract.speaking.speech import PLAIN_SAYING
from remnant.model.claim import ClaimKind


def shared(line: Line, drafts: list[Draft], *, noted: bool) -> list[Draft]:
    """Share place, date, actor and weapon among the events of one sentence.

    In a note the date is that of the work cited, so an attack does not take it.
    """
    drafts = [replace(one, dates=without_limits(_own(one, line))) for one in drafts]
    events = [draft for draft in drafts if draft.kind in EVENTS]
    uses = [one for one in events if one.kind is ClaimKind.USE and not is_label(one)]
    found = []
    for draft in _once(drafts):
        changed = draft
        if draft in events:
            others = [one for one in events if one is not draft]
            changed = _with_setting(changed, others, None if noted else line)
        if draft.kind is ClaimKind.HARM and uses and not is_of_a_war(draft):
            changed = _with_cause(changed, _nearest(draft, uses))
        found.append(changed)
    return found


def _own(draft: Draft, line: Line) -> tuple[Mark, ...]:
    """Return the dates of an event without those of the texts that tell of it."""
    if draft.kind not in EVENTS:
        return draft.dates
    return tuple(one for one in draft.dates if not is_of_source(one, line))


def _once(drafts: list[Draft]) -> list[Draft]:
    """Drop a use that another of the same words and parties already tells of."""
    return [
        draft
        for index, draft in enumerate(drafts)
        if not any(_covers(other, draft, later=index < place) for place, other in enumerate(drafts))
    ]


def _covers(other: Draft, draft: Draft, *, later: bool) -> bool:
    if other is draft or not other.kind is draft.kind is ClaimKind.USE:
        return False
    shared = min(other.end, draft.end) - max(other.start, draft.start)
    longer = max(other.end - other.start, draft.end - draft.start)
    values = {*draft.weapons, *draft.places, *draft.dates, *draft.actors}
    more = {*other.weapons, *other.places, *other.dates, *other.actors}
    if shared < _SAME * longer or not values <= more:
        return False
    return values != more or not later


_SAME = 0.8
"""Share of the longer passage that two passages of one proposition have in common."""


def _nearest(draft: Draft, uses: list[Draft]) -> Draft:
    return min(uses, key=lambda one: abs(one.trigger.index - draft.trigger.index))


def _with_cause(draft: Draft, use: Draft) -> Draft:
    return replace(
        draft,
        actors=draft.actors or use.actors,
        weapons=draft.weapons or use.weapons,
        places=draft.places or use.places,
        dates=draft.dates or use.dates,
    )


def _with_setting(draft: Draft, others: list[Draft], line: Line | None) -> Draft:
    places = draft.places or next((one.places for one in others if one.places), ())
    dates = draft.dates or (_since(line, draft) if line is not None else ())
    if is_of_a_war(draft):
        return replace(draft, places=places, dates=dates)  # which goes on past any other day
    dates = dates or next((one.dates for one in others if one.dates), ())
    free = not draft.actors and agent(draft.trigger) is None and not _is_by_other(draft)
    if draft.kind is ClaimKind.USE and free:
        uses = [one for one in others if one.kind is ClaimKind.USE and one.actors]
        uses = [one for one in uses if not is_label(one)]
        draft = replace(draft, actors=uses[0].actors if uses else ())
    found = draft.line if draft.kind is ClaimKind.REMNANTS else line
    if not dates and found is not None and draft.trigger.head.lemma not in DENIALS:
        dates = _opening(found, draft) or _only(found, draft)
    return replace(draft, places=places, dates=dates)


def _is_by_other(draft: Draft) -> bool:
    """Say whether words of its own say who did it: `accused the other side of using it`."""
    doer = subject(draft.trigger) if is_verb(draft.trigger) else agent_of_noun(draft.trigger)
    return doer is not None and is_other(doer)


def _is_of_another(date: Mark, draft: Draft) -> bool:
    """Say whether `two days later` counts to what another verb of the sentence tells."""
    counted = date.words[-1].lower in {"later", "earlier"}
    verb = clause_head(date.head)
    return counted and not _tells(verb, draft)


def _since(line: Line, draft: Draft) -> tuple[Mark, ...]:
    """Return the day from which a count runs: `have been killed since the war began in 2011`."""
    clauses = (word for word in line.sentence.words if word.lower == "since" and word.dep == "mark")
    below = {
        word.index
        for since in clauses
        if since.head.dep == "advcl" and _tells(since.head.head, draft)
        for word in since.head.subtree()
    }
    dates = (mark for mark in line.marks if mark.sort is Sort.DATE)
    return tuple(mark for mark in dates if below and mark.words[-1].index in below)[:1]


def _tells(verb: Word, draft: Draft) -> bool:
    """Say whether a verb is the one of a proposition, or the one that its noun belongs to."""
    return verb is draft.trigger or verb is clause_head(draft.trigger)


def _opening(line: Line, draft: Draft) -> tuple[Mark, ...]:
    """Return the date at the front of the sentence: `On 3 March, the mayor said that …`."""
    return tuple(
        mark
        for mark in line.marks
        if mark.sort is Sort.DATE
        and mark.words[0].index <= _FRONT
        and mark.words[-1].index < draft.trigger.index
        and not is_told(mark, draft.trigger)
        and not after_telling(mark, line)
        and not is_of_source(mark, line)
    )[:1]


def _only(line: Line, draft: Draft) -> tuple[Mark, ...]:
    """Return the one date of the sentence, unless it is when somebody spoke."""
    dates = [mark for mark in line.marks if mark.sort is Sort.DATE]
    if len(dates) != 1 or not is_past(draft):
        return ()
    first = dates[0].words[0].index
    if is_told(dates[0], draft.trigger) or _is_of_another(dates[0], draft):
        return ()
    if after_telling(dates[0], line) or is_of_source(dates[0], line):
        return ()
    near = line.sentence.words[max(0, first - 3) : first]
    inner = line.sentence.words[draft.trigger.index : first]
    if any(word.text in {"”", '"'} for word in inner):
        return ()
    spoken = any(word.lemma in PLAIN_SAYING or word.lemma in TELLING for word in near)
    return () if spoken else (dates[0],)


_FRONT = 6
"""Words from the start of a sentence within which its opening date begins."""
