"""Again: the places that `the city`, `the town`, `the region` and `the country` take up."""

from remnant.extract.carrying.context import Context
from remnant.extract.carrying.recalling import is_definite
from remnant.extract.carrying.story import Story
from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import is_local
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import PLACE_NOUNS, Mark, Sort
from remnant.knowledge import ActorKind, Form, Knowledge
from remnant.model.value import GeoPrecision

LARGE_NOUNS = lemmas("region area enclave territory province country governorate district")
"""Nouns that take up a place of any size."""


def named_again(
    draft: Draft, context: Context, about: Story, knowledge: Knowledge
) -> tuple[Mark, ...]:
    """Return the place that `the city` takes up, or all those that `these cities` do."""
    several = [word for word in draft.line.sentence.words if _takes_up_several(word)]
    if several:
        return _listed(draft, context)
    place = _one_again(draft, context, about, knowledge)
    return () if place is None else (place,)


def _takes_up_several(noun: Word) -> bool:
    """Say whether a noun takes up several places together: `those areas`, never the last one."""
    own = {child.lower for child in noun.children}
    return noun.lemma in PLACE_NOUNS and noun.tag == "NNS" and bool(own & {"these", "those"})


def _listed(draft: Draft, context: Context) -> tuple[Mark, ...]:
    """Return the several places of the last attack that had any, if it was told just before."""
    told = [event for event in context.events if event.places]
    last = told[-1] if told else None
    if last is None or draft.line.sentence.order - last.line.sentence.order > _JUST:
        return ()
    return last.places if len(last.places) > 1 else ()


def _one_again(draft: Draft, context: Context, about: Story, knowledge: Knowledge) -> Mark | None:
    """Return the place that `the city` or `the region` takes up."""
    for word in draft.line.sentence.words:
        if word.lemma not in PLACE_NOUNS or not is_definite(word):
            continue
        if any(child.dep in {"compound", "prep"} for child in word.children):
            continue
        here = [
            mark
            for mark in draft.line.marks
            if mark.sort is Sort.PLACE and mark.words[-1].index < word.index and is_local(mark)
        ]
        if word.lemma == "country" and (land := _land(draft, context, knowledge)) is not None:
            return land
        if word.lemma in LARGE_NOUNS:
            return context.region
        just = None if word.lemma in _CITIES else _just_told(draft, context)
        return here[-1] if here else just or about.place(draft.start) or context.place
    return None


def _land(draft: Draft, context: Context, knowledge: Knowledge) -> Mark | None:
    """Return the state that `the country` takes up, where no other place was named since."""
    before = (*context.parties, *draft.line.marks)
    states = [
        mark
        for mark in before
        if mark.sort is Sort.ACTOR
        and mark.form is Form.NAME
        and mark.start < draft.end
        and knowledge.actors.get(mark.entry).kind is ActorKind.STATE
    ]
    if context.region is not None or not states:
        return None
    last = states[-1]
    return Mark(Sort.PLACE, last.words, last.entry, last.form, GeoPrecision.COUNTRY)


def _just_told(draft: Draft, context: Context) -> Mark | None:
    """Return the town that the last attack struck, where it was told just before."""
    last = context.events[-1] if context.events else None
    if last is None or draft.line.sentence.order - last.line.sentence.order > _JUST:
        return None
    towns = [mark for mark in last.places if is_local(mark)]
    return towns[0] if len(towns) == 1 else None


_CITIES = frozenset({"city", "capital"})
"""Nouns for the place that a whole text is about; a town or an airport may be told of once."""

_JUST = 1
"""Sentences between an attack on a town and `the town`."""
