"""Carrying: values that a passage takes from the text before it.

`The attack` takes its place, date, actor and weapon from the attack told before;
a past event in the same paragraph keeps the paragraph's place and date; harm in the
sentence of a use shares what the use says. Nothing is carried into general
statements: those in the present or the perfect.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from remnant.extract.carrying.again import named_again
from remnant.extract.carrying.context import (
    EVENTS,
    Context,
    dateline,
    note_sections,
    notice,
    remember,
)
from remnant.extract.carrying.leading import led
from remnant.extract.carrying.noting import noted_treaties
from remnant.extract.carrying.profiled import country_of, in_country
from remnant.extract.carrying.recalling import (
    is_another,
    is_of_a_war,
    is_past,
    is_plural,
    is_poison,
    named_so,
    recalled,
    refers_back,
)
from remnant.extract.carrying.sharing import shared
from remnant.extract.carrying.story import Story, is_of_day, main_event, story_of
from remnant.extract.carrying.takeup import taken_up
from remnant.extract.carrying.titled import Aside, is_first, names_an_attack
from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import agent_of_noun
from remnant.extract.language.frames import STRIKERS
from remnant.extract.language.grammar import agent, is_passive, is_verb, subject
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.dating import definite_dates
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.extract.names.parties import Parties
from remnant.knowledge import Knowledge
from remnant.model.claim import ClaimKind
from remnant.model.document import Document

_WEAPON_WORDS = lemmas("weapon weaponry munition stockpile bomb type")


_TAKING_UP = frozenset({"the", "these", "this", "those", "that", "such", "both", "banned", "same"})


def carry(
    document: Document,
    lines: Sequence[Line],
    drafts: Iterable[Draft],
    *,
    parties: Parties,
    knowledge: Knowledge,
) -> tuple[Draft, ...]:
    """Return the drafts with what they take from the text before."""
    by_line: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_line.setdefault(draft.line.sentence.order, []).append(draft)
    context = _begun(document, lines)
    about = story_of(document, lines)
    named_so_far = names_an_attack(document)
    noted_treaty = noted_treaties(document, lines)
    found: list[Draft] = []
    for line in lines:
        context.treaty = noted_treaty.get(line.sentence.order, context.treaty)
        noted = line.sentence.section in context.notes
        here = shared(line, by_line.get(line.sentence.order, []), noted=noted)
        for draft in here:
            known = _filled(draft, context, about, knowledge)
            known = about.retold(draft, known) if _is_open(draft, context) else known
            for filled in taken_up(known, context, parties):
                found.append(filled)
                remember(filled, context)
                if named_so_far and context.titled is None and is_first(filled, document):
                    context.titled = Aside(filled)
        if context.titled is not None:
            context.titled.follow(line)
        notice(line, context)
    told = [
        about.dated(about.placed(one)) if _is_open(one, context) else one for one in _ahead(found)
    ]
    country = country_of(document, lines, knowledge)
    told = [_of_titled(in_country(draft, country), context, told) for draft in told]
    told = led(told, context.titled)
    event = main_event(told, document)
    if event is None:
        return tuple(told)
    of_day = [_is_open(one, context) and is_of_day(one, event, document, knowledge) for one in told]
    return tuple(
        replace(draft, dates=event.dates) if same else draft
        for draft, same in zip(told, of_day, strict=True)
    )


def _begun(document: Document, lines: Sequence[Line]) -> Context:
    """Return what is known before the first sentence: notes, dateline, first treaty and weapon."""
    context = Context(notes=note_sections(document), dateline=dateline(document, lines))
    named = (mark for line in lines for mark in line.marks if mark.sort is Sort.TREATY)
    context.treaty = next(named, None)
    arms = (mark for line in lines for mark in line.marks if mark.sort is Sort.WEAPON)
    context.weapons = tuple(islice(arms, 1))
    return context


def _of_titled(draft: Draft, context: Context, told: Sequence[Draft]) -> Draft:
    """Return harm with the day and place of the attack that the title names, where it fits."""
    titled = context.titled
    if titled is None or not _is_open(draft, context) or not titled.is_harm(draft, told):
        return draft
    found = titled.titled
    return replace(draft, dates=found.dates, places=draft.places or found.places)


def _is_open(draft: Draft, context: Context) -> bool:
    """Say whether a passage tells of an event that can be part of the story around it."""
    told = draft.kind in EVENTS or draft.kind is ClaimKind.REMNANTS
    if not told or draft.line.sentence.section in context.notes or is_of_a_war(draft):
        return False
    return is_past(draft) or refers_back(draft)


def _filled(draft: Draft, context: Context, about: Story, knowledge: Knowledge) -> Draft:
    filled = _with_time_of_find(_with_weapons(draft, context), context)
    unnamed = not any(mark.entry for mark in draft.treaties)
    voted = draft.kind is ClaimKind.VOTE and any(
        word.lemma == "resolution" for word in draft.line.sentence.words
    )
    treated = draft.membership is not None or voted or draft.treaties
    if treated and unnamed and context.treaty is not None:
        filled = replace(filled, treaties=(context.treaty,))
    own = draft.kind is ClaimKind.POSITION and draft.membership is None
    if own and not draft.dates and context.dateline:
        return replace(filled, dates=(context.dateline,))
    noted = draft.line.sentence.section in context.notes
    if draft.kind not in EVENTS or noted or is_of_a_war(draft):
        return filled
    event = recalled(draft, named_so(draft), context.events, knowledge)
    titled = context.titled
    if titled is not None and refers_back(draft) and titled.comes_back(draft, event):
        event = about.settled(titled.titled, event)
    if event is not None and refers_back(draft):
        if len(event.places) > 1 and is_plural(draft):
            event = replace(event, places=())
        filled = _with_event(filled, event)
    if event is not None and _goes_on(filled, event) and not _was_aside(draft, event, titled):
        far = draft.line.sentence.order - event.line.sentence.order > 1
        kept = tuple(m for m in event.weapons if not far or is_poison(m, knowledge))
        filled = _with_event(filled, replace(event, weapons=kept))
    if is_past(draft):
        filled = _with_scene(filled, context)
    again = named_again(draft, context, about, knowledge)
    return replace(filled, places=again) if again and not draft.places else filled


def _with_time_of_find(draft: Draft, context: Context) -> Draft:
    """Return a find without a date with that of the finds told in the sentence before."""
    last = context.find
    if draft.kind is not ClaimKind.REMNANTS or draft.dates or last is None or not is_past(draft):
        return draft
    here, before = draft.line.sentence, last.line.sentence
    near = here.section == before.section and here.order - before.order == 1
    named = any(mark.sort is Sort.DATE for mark in draft.line.marks)
    return replace(draft, dates=last.dates) if near and not named else draft


def _with_event(draft: Draft, event: Draft) -> Draft:
    bare = draft.kind is ClaimKind.USE and not draft.definite and not _is_charged(draft)
    weapons = draft.weapons or (() if bare else event.weapons)
    return replace(
        draft,
        actors=draft.actors or (() if _names_doer(draft) else event.actors),
        weapons=weapons,
        places=draft.places or event.places,
        dates=draft.dates or definite_dates(event.dates),
    )


def _is_charged(draft: Draft) -> bool:
    """Say whether somebody is said to have done the attack told before: `blamed the attack on A`.

    A bare `attack` has no weapon of its own; only who is charged with one is charged with its
    weapon too.
    """
    article = any(child.lower == "the" for child in draft.trigger.children)
    return is_verb(draft.trigger) or (bool(draft.actors) and article)


def _names_doer(draft: Draft) -> bool:
    """Say whether the words say who did it, though not for which party: `by gunmen`."""
    by = agent(draft.trigger) if is_verb(draft.trigger) else agent_of_noun(draft.trigger)
    if by is None and is_verb(draft.trigger) and not is_passive(draft.trigger):
        by = subject(draft.trigger)
    return draft.kind is ClaimKind.USE and by is not None and by.lemma in STRIKERS


def _was_aside(draft: Draft, event: Draft, titled: Aside | None) -> bool:
    """Say whether a text on one attack told of another only in a section before this one."""
    if titled is None or not titled.is_another(event):
        return False
    return event.line.sentence.section != draft.line.sentence.section


def _goes_on(draft: Draft, event: Draft) -> bool:
    """Say whether harm without any setting of its own goes on with the attack told last."""
    own = draft.actors or draft.weapons or draft.places or draft.dates
    if draft.kind is not ClaimKind.HARM or own or not is_past(draft) or is_another(draft):
        return False
    here, before = draft.line.sentence, event.line.sentence
    near = 0 <= here.section - before.section <= _SECTIONS and here.order - before.order <= _LINES
    other = any(mark.sort in _SETTING for mark in draft.line.marks)
    return near and not other


_SETTING = frozenset({Sort.PLACE, Sort.DATE, Sort.WEAPON})
_SECTIONS = 2
_LINES = 4
"""How far before harm the attack may be told that it goes on with."""


def _with_scene(draft: Draft, context: Context) -> Draft:
    if draft.line.sentence.section != context.section:
        return draft
    places = draft.places or (() if is_another(draft) else context.places)
    return replace(draft, places=places, dates=draft.dates or context.dates)


def _with_weapons(draft: Draft, context: Context) -> Draft:
    """Read `these weapons`, `the stockpile`, `their use` as the weapons named before."""
    if draft.weapons or not context.weapons or draft.kind in _WITHOUT_WEAPON or draft.treaties:
        return draft
    inside = draft.line.sentence.within(draft.start, draft.end)
    taken_up = any(
        word.lemma == "stockpile"
        or (word.lemma in _WEAPON_WORDS and _TAKING_UP & {one.lower for one in word.children})
        for word in inside
        if word.pos in {"NOUN", "PROPN"}
    )
    taken_up = taken_up or (
        draft.kind is ClaimKind.POSITION
        and any(word.lemma == "use" and _is_this_use(word) for word in inside)
    )
    their = draft.trigger.lemma == "use" and any(
        word.lower in {"their", "its"} for word in draft.trigger.children
    )
    if draft.trigger.lemma == "raid" and draft.kind is ClaimKind.USE:
        return replace(draft, weapons=_from_the_air(context))
    kinds = draft.kind is ClaimKind.TRANSFER and any(word.lemma == "type" for word in inside)
    before = (context.moved if kinds else ()) or context.generic or context.weapons
    return replace(draft, weapons=before) if taken_up or their else draft


def _from_the_air(context: Context) -> tuple[Mark, ...]:
    """Return the air strikes told of before: a raid in such a text is one of them."""
    marks = (mark for event in reversed(context.events) for mark in event.weapons)
    return tuple(islice((mark for mark in marks if mark.entry == "airstrike"), 1))


_WITHOUT_WEAPON = frozenset({ClaimKind.HARM, ClaimKind.TREATY, ClaimKind.VOTE})


def _is_this_use(noun: Word) -> bool:
    """Say whether a use takes up the weapon named before: `condemn this use`, `all use`."""
    below = {child.lower for child in noun.children}
    return noun.tag.startswith("NN") and "of" not in below and bool(below & _EVERY)


_EVERY = frozenset({"this", "any", "all", "their", "its", "such", "every", "reported"})


def _ahead(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Give the first events of a section the place and date that are told just after."""
    found = list(drafts)
    for index, draft in enumerate(found):
        if draft.kind not in EVENTS or (draft.places and draft.dates) or not refers_back(draft):
            continue
        section = draft.line.sentence.section
        later = [
            one
            for one in found[index + 1 : index + 1 + _LOOK]
            if one.kind in EVENTS and one.line.sentence.section == section
        ]
        told = [one for one in found[:index] if one.kind is ClaimKind.USE]
        if any(one.dates for one in told) or is_another(draft) or is_plural(draft):
            continue  # `those attacks` were told before, and never only in the place told next
        places = draft.places or next((one.places for one in later if one.places), ())
        dates = draft.dates or next((one.dates for one in later if one.dates), ())
        found[index] = replace(draft, places=places, dates=dates)
    return tuple(found)


_LOOK = 6
"""Propositions ahead of which a lead may speak: `four people died in the attack`."""
