"""Days: the day that a telling has come to, sentence by sentence.

A sentence about the past sets it (`On 4 March, the mayor said …`), and what follows in the
paragraph happened then. In a chronicle, whose paragraphs open with day after day, it holds
until the next day or heading.
"""

import re
from collections.abc import Mapping, Sequence

from remnant.extract.filling import SPEAKING, TELLING
from remnant.extract.grammar import clause_head
from remnant.extract.marks import Line, Mark, Sort
from remnant.extract.words import Word
from remnant.model.document import Document, SectionKind


def days_told(document: Document, lines: Sequence[Line], *, chronicle: bool) -> Mapping[int, Mark]:
    """Return, by order of sentence, the day that the text has come to before it."""
    found: dict[int, Mark] = {}
    day: Mark | None = None
    section = -1
    for line in lines:
        if line.sentence.section != section:
            kinds = {one.kind for one in document.sections[section + 1 : line.sentence.section + 1]}
            kept = chronicle and SectionKind.HEADING not in kinds and _is_step(day)
            day = day if kept else None
            section = line.sentence.section
        if day is not None:
            found[line.sentence.order] = day
        told = dated(line, chronicle=chronicle)
        if told is not None:
            day = told if _names_day(told) else None
    return found


def is_chronicle(document: Document, lines: Sequence[Line]) -> bool:
    """Say whether paragraph after paragraph opens with its day."""
    seen: set[int] = set()
    opened = 0
    for line in lines:
        section = line.sentence.section
        if section not in seen and document.sections[section].kind is SectionKind.PARAGRAPH:
            seen.add(section)
            told = dated(line, chronicle=True)
            opened += told is not None and _names_day(told)
    return opened >= _STEPS


_STEPS = 3
"""Paragraphs that open with a day, in a chronicle."""


def dated(line: Line, *, chronicle: bool) -> Mark | None:
    """Return the date on which a sentence plays that tells of the past.

    Outside chronicles, the date of a sentence about something said is that of the saying.
    """
    dates = [mark for mark in line.marks if mark.sort is Sort.DATE and not _is_back(mark)]
    if not dates:
        return None
    root = next(word for word in line.sentence.words if word.is_root)
    if root.tag not in {"VBD", "VBN"} or any(child.tag == "VBZ" for child in root.children):
        return None
    if not chronicle and root.lemma in TELLING | SPEAKING:
        return None
    return next((mark for mark in dates if _is_of(mark, root)), None)


def _is_of(date: Mark, root: Word) -> bool:
    first = date.words[0].index <= _FRONT and date.words[-1].index < root.index
    return first or clause_head(date.head) is root


_FRONT = 6
"""Words from the start of a sentence within which its opening date begins."""


def _is_back(date: Mark) -> bool:
    """Say whether a date only looks back from the day that the text has come to."""
    return bool({word.lower for word in date.words} & {"previous", "before", "earlier"})


def _is_step(day: Mark | None) -> bool:
    """Say whether a day is one step of many: those that open a story have their year."""
    return day is not None and not _YEAR.search(_written(day))


def _names_day(date: Mark) -> bool:
    return (_DAY.search(_written(date)) or _COUNTED.search(_written(date).lower())) is not None


def _written(date: Mark) -> str:
    return " ".join(word.text for word in date.words)


_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(r"(?<!\d)[0-3]?\d(?:st|nd|rd|th)?(?!\d)")
"""The number of a day in its month."""

_COUNTED = re.compile(
    r"^(?:the|that|later|earlier|\w+ days?)\b.*\b(?:day|morning|evening|night|later)"
)
"""A day counted from the one before: `the next day`."""
