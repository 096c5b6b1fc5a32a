"""Lists: places with their own dates become one proposition each.

A printed list takes actor, weapon, stance and speaker from the sentence that
introduces it. A list within a sentence (`A on 3 May, B on 4 May`) takes them from
the proposition it belongs to.
"""

from collections.abc import Sequence
from dataclasses import replace

from remnant.extract.draft import Draft
from remnant.extract.filling import smallest
from remnant.extract.marks import Line, Mark, Sort
from remnant.model.claim import ClaimKind
from remnant.model.document import Document, SectionKind

_LEAST = 2
"""Pairs of place and date that make a list."""


def expanded(
    document: Document, lines: Sequence[Line], drafts: Sequence[Draft]
) -> tuple[Draft, ...]:
    """Return the drafts with lists expanded; what introduces a list is not a claim of its own."""
    found: list[Draft] = []
    spent: set[int] = set()
    for line in lines:
        here = [one for one in drafts if one.line is line]
        leading = _introduction(document, line, drafts)
        if leading is not None and not here:
            items = _items(line, leading)
            spent |= {id(one) for one in drafts if items and _introduces(one, leading)}
            found += items
            continue
        for draft in here:
            found += _paired(draft) or [draft]
    return tuple(draft for draft in found if id(draft) not in spent)


def _introduction(document: Document, line: Line, drafts: Sequence[Draft]) -> Draft | None:
    """Return the use told of in the sentence that introduces a list item."""
    section = document.sections[line.sentence.section]
    if section.kind is not SectionKind.LIST_ITEM or section.introduced_by is None:
        return None
    leading = [
        draft
        for draft in drafts
        if draft.kind is ClaimKind.USE and draft.line.sentence.section == section.introduced_by
    ]
    return max(leading, key=lambda one: len(one.weapons)) if leading else None


def _introduces(draft: Draft, leading: Draft) -> bool:
    same = draft.line.sentence.section == leading.line.sentence.section
    return same and draft.kind is ClaimKind.USE and draft.end > leading.start


def _items(line: Line, leading: Draft) -> list[Draft]:
    places = smallest(mark for mark in line.marks if mark.sort is Sort.PLACE)
    if not places:
        return []
    dates = tuple(mark for mark in line.marks if mark.sort is Sort.DATE)
    words = line.sentence.words
    end = dates[-1].end if dates else places[-1].end
    return [
        replace(
            leading,
            line=line,
            trigger=places[0].head,
            start=words[0].start,
            end=max(end, places[-1].end),
            places=places,
            dates=dates or leading.dates,
            actors=leading.actors,
            leading=leading,
        )
    ]


def _paired(draft: Draft) -> list[Draft]:
    """Return one draft for each place followed by its own dates, if there are several."""
    if draft.kind is not ClaimKind.USE:
        return []
    pairs = _pairs(draft.line)
    if len(pairs) < _LEAST:
        return []
    return [
        replace(
            draft,
            start=place.start,
            end=dates[-1].end,
            places=(place,),
            dates=tuple(dates),
            leading=draft,
        )
        for place, dates in pairs
    ]


def _pairs(line: Line) -> list[tuple[Mark, list[Mark]]]:
    pairs: list[tuple[Mark, list[Mark]]] = []
    words = line.sentence.words
    for mark in line.marks:
        if mark.sort is Sort.PLACE:
            after = mark.words[-1].index + 1
            if after < len(words) and words[after].lower in {"on", "in"}:
                dated = [
                    one
                    for one in line.marks
                    if one.sort is Sort.DATE and one.words[0].index in {after + 1, after + 2}
                ]
                if dated:
                    pairs.append((mark, dated[:1]))
        elif mark.sort is Sort.DATE and pairs and mark.start > pairs[-1][1][-1].end:
            between = words[pairs[-1][1][-1].words[-1].index + 1 : mark.words[0].index]
            if all(word.pos in {"PUNCT", "CCONJ"} for word in between):
                pairs[-1][1].append(mark)
    return pairs
