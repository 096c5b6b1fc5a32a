"""Profiled: the country that a country profile is about.

A monitor's profile names its country in the title and then tells of `mined land` and `air
strikes` without saying again where they are.
"""

from collections.abc import Sequence
from dataclasses import replace

from remnant.extract.carrying.recalling import is_of_a_war
from remnant.extract.drafts.draft import Draft
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.extract.names.titled import titled_by
from remnant.knowledge import Form, Knowledge
from remnant.model.claim import ClaimKind
from remnant.model.document import Document
from remnant.model.value import GeoPrecision

_TOLD = frozenset({ClaimKind.USE, ClaimKind.HARM, ClaimKind.REMNANTS})


def country_of(document: Document, lines: Sequence[Line], knowledge: Knowledge) -> Mark | None:
    """Return the words that first name the country of a profile; `None` in any other text."""
    entry = titled_by(document, knowledge)
    if not entry:
        return None
    named = (mark for line in lines for mark in line.marks if mark.sort is Sort.ACTOR)
    found = next((one for one in named if one.entry == entry and one.form is Form.NAME), None)
    if found is None:
        return None
    return Mark(Sort.PLACE, found.words, found.entry, found.form, GeoPrecision.COUNTRY)


def in_country(draft: Draft, country: Mark | None) -> Draft:
    """Return a draft of a profile with its country, where no place is said or named beside it."""
    named = any(mark.sort is Sort.PLACE for mark in draft.line.marks)
    if country is None or draft.places or named or draft.kind not in _TOLD or is_of_a_war(draft):
        return draft
    return replace(draft, places=(country,))
