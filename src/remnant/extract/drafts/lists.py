"""Lists: places with their own dates become one proposition each.

A printed list takes actor, weapon, stance and speaker from the sentence that
introduces it. A list within a sentence (`A on 3 May, B on 4 May`) takes them from
the proposition it belongs to.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import smallest
from remnant.extract.drafts.gapping import echoed, gapped
from remnant.extract.language.frames import CASUALTY_VERBS
from remnant.extract.language.grammar import is_verb
from remnant.extract.names.marks import PLACE_NOUNS, Line, Mark, Sort
from remnant.model.claim import ClaimKind
from remnant.model.document import Document, Section, SectionKind

_LEAST = 2
"""Pairs of place and date that make a list."""


def expanded(
    document: Document, lines: Sequence[Line], drafts: Sequence[Draft]
) -> tuple[Draft, ...]:
    """Return the drafts with lists expanded; what introduces a list is not a claim of its own."""
    found: list[Draft] = []
    spent: set[int] = set()
    introducing = introductions(document)
    for line in lines:
        here = [one for one in drafts if one.line is line]
        leading = _introduction(introducing, line, drafts)
        if leading is not None and not here:
            items = _items(line, leading)
            spent |= {id(one) for one in drafts if items and _introduces(one, leading)}
            found += items
            continue
        for draft in here:
            each = _paired(draft, here) or _numbered(draft) or gapped(draft) or _armed(draft)
            found += each or [draft]
            found += echoed(draft)
    return tuple(draft for draft in found if id(draft) not in spent)


def introductions(document: Document) -> dict[int, int]:
    """Return, for each item of a list, the section that introduces it.

    Besides the lists that the layout shows, these are short sections after a colon, each but
    the last closed by a semicolon.
    """
    found = {
        index: section.introduced_by
        for index, section in enumerate(document.sections)
        if section.kind is SectionKind.LIST_ITEM and section.introduced_by is not None
    }
    ends = [_ending(document, section) for section in document.sections]
    for index, end in enumerate(ends):
        if not end.endswith(":") or index + 1 in found:
            continue
        last = index + 1
        while last < len(ends) and _CLOSED.search(ends[last]):
            last += 1
        if last > index + 1:
            found |= dict.fromkeys(range(index + 1, min(last + 1, len(ends))), index)
    return found


_CLOSED = re.compile(r";(?: and| or)?$")
"""How an item ends that another follows."""


def _ending(document: Document, section: Section) -> str:
    """Return the last words of a section, without the markers of notes."""
    text = document.text[section.start : section.end]
    for note in document.notes:
        for start, end in note.markers:
            if section.start <= start and end == section.start + len(text.rstrip()):
                text = text[: start - section.start]
    return text.rstrip()[-_TAIL:]


_TAIL = 12


def _introduction(
    introducing: Mapping[int, int], line: Line, drafts: Sequence[Draft]
) -> Draft | None:
    """Return the use told of in the sentence that introduces a list item."""
    introduction = introducing.get(line.sentence.section)
    if introduction is None:
        return None
    leading = [
        draft
        for draft in drafts
        if draft.kind is ClaimKind.USE and draft.line.sentence.section == introduction
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


def _paired(draft: Draft, here: Sequence[Draft]) -> list[Draft]:
    """Return one draft for each place followed by its own dates, if there are several."""
    if draft.kind is not ClaimKind.USE:
        return []
    pairs = _pairs(draft.line)
    if len(pairs) < _LEAST or _are_clauses(pairs, here):
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


def _are_clauses(pairs: Sequence[tuple[Mark, list[Mark]]], here: Sequence[Draft]) -> bool:
    """Say whether each place has its own verb: `A bombed X on Monday and B shelled Y today`."""
    between = range(pairs[0][0].end, pairs[-1][0].start)
    verbs = [one.trigger for one in here if one.trigger.start in between and is_verb(one.trigger)]
    return any(verb.has("nsubj", "nsubjpass") and verb.dep in _COORDINATED for verb in verbs)


_COORDINATED = frozenset({"conj", "ROOT", "ccomp", "parataxis", "advcl"})


def _numbered(draft: Draft) -> list[Draft]:
    """Return one draft for each place with its own number: `two in Homs and one in Hama`."""
    harmed = CASUALTY_VERBS
    if draft.kind is not ClaimKind.USE or any(
        word.lemma in harmed for word in draft.trigger.ancestors()
    ):
        return []
    words = draft.line.sentence.words
    pairs = []
    for mark in draft.line.marks:
        place = _place_after(draft.line, mark) if mark.sort is Sort.NUMBER else None
        if place is not None and draft.start <= mark.start and place.end <= draft.end:
            pairs.append((mark, place))
    if len(pairs) < _LEAST or words[pairs[0][0].words[0].index - 1].text not in {":", ",", "–"}:
        return []
    return [
        replace(
            draft,
            start=mark.start,
            end=place.end,
            places=(place,),
            count=(mark.start, mark.end),
            leading=draft,
        )
        for mark, place in pairs
    ]


def _armed(draft: Draft) -> list[Draft]:
    """Return one draft for each weapon with its own number: `12 rockets and three missiles`."""
    if draft.kind not in {ClaimKind.USE, ClaimKind.REMNANTS} or len(draft.weapons) < _LEAST:
        return []
    numbers = [mark for mark in draft.line.marks if mark.sort is Sort.NUMBER]
    counts = {  # of `two Tochka missiles` the number counts the last word
        number: weapon
        for number in numbers
        for weapon in draft.weapons
        if 0 < weapon.words[0].index - number.words[-1].index <= _CLOSE
        and not any(_is_between(number, other, weapon) for other in numbers)
    }
    pairs = list(counts.items())
    first = min(mark.start for mark in draft.weapons)
    if len(pairs) < _LEAST or pairs[0][0].start > first or not _are_listed(pairs, draft):
        return []
    starts = [min(draft.start, pairs[0][0].start), *(number.start for number, _ in pairs[1:])]
    if pairs[0][0].start - draft.start > pairs[1][0].start - pairs[0][0].start:
        starts[0] = pairs[0][0].start
    ends = [weapon.end for _, weapon in pairs[:-1]] + [max(draft.end, pairs[-1][1].end)]
    return [
        replace(
            draft,
            start=start,
            end=end,
            weapons=tuple(mark for mark in draft.weapons if start <= mark.start < end),
            count=(number.start, number.end),
        )
        for (number, _), start, end in zip(pairs, starts, ends, strict=True)
    ]


def _are_listed(pairs: Sequence[tuple[Mark, Mark]], draft: Draft) -> bool:
    """Say whether only commas, links and other weapons stand between the pairs of a list."""
    armed = {word.index for mark in draft.weapons for word in mark.words}
    words = draft.line.sentence.words
    return all(
        word.index in armed or word.pos in {"PUNCT", "CCONJ"} or word.lower in _LINKS
        for (_, weapon), (number, _) in pairwise(pairs)
        for word in words[weapon.words[-1].index + 1 : number.words[0].index]
    )


_LINKS = frozenset({"as", "well", "plus", "also", "some"})


def _is_between(number: Mark, other: Mark, weapon: Mark) -> bool:
    return number.start < other.start < weapon.start


_CLOSE = 2
"""Words from a number to the weapon that it counts."""


def _place_after(line: Line, number: Mark) -> Mark | None:
    """Return the place right after a number: `one in the town of Hama`."""
    words = line.sentence.words
    first = number.words[-1].index + 1
    if first >= len(words) or words[first].lower not in {"in", "near", "on", "at"}:
        return None
    for mark in line.marks:
        if mark.sort is Sort.PLACE and mark.words[0].index > first:
            inside = words[first + 1 : mark.words[0].index]
            plain = all(w.lower in {"the", "of"} or w.lemma in PLACE_NOUNS for w in inside)
            return mark if plain else None
    return None


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
