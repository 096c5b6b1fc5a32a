"""Days: the day that a telling has come to, sentence by sentence.

A sentence about the past sets it (`On 4 March, the mayor said …`), and what follows in the
paragraph happened then. In a chronicle, whose paragraphs open with day after day, it holds
until the next day or heading.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from remnant.extract.language.grammar import clause_head
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.dating import SPEAKING, TELLING
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.knowledge.dates import find_dates
from remnant.knowledge.reckoning import interpret
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
    if root.lemma in _ISSUING or (not chronicle and root.lemma in TELLING | SPEAKING):
        return None
    return next((mark for mark in dates if _is_of(mark, root)), None)


def labelled_day(document: Document, lines: Sequence[Line]) -> Mark | None:
    """Return the words for the day that a label at the head gives: `Date: 7 June 2018`."""
    label = _LABEL.search(document.text, 0, _HEAD)
    days = day_of(label["date"]) if label is not None else ""
    if not days:
        return None
    marks = (mark for line in lines for mark in line.marks if mark.sort in _DATES)
    return next((one for one in marks if day_of(document.text[one.start : one.end]) == days), None)


_DATES = frozenset({Sort.DATE, Sort.DATELINE})
_LABEL = re.compile(
    r"^\W*(?:date|day|when)\s*:(?P<date>[^\n]{1,60})$", re.IGNORECASE | re.MULTILINE
)
_HEAD = 2000
"""Code points within which an investigation lists the facts of its case."""


def day_of(words: str) -> str:
    """Return month and day of words that give one day; `?` for other dates, empty without."""
    expressions = find_dates(words)
    found = [one.edtf for each in expressions for one in interpret(each, published=_ANY_DAY)]
    if not found:
        return ""
    return found[0][5:] if len(found) == 1 and len(found[0]) == len("2020-10-03") else "?"


_ANY_DAY = date(2000, 1, 5)
"""A day of publication to reckon weekdays from, where only their difference matters."""


def _is_of(day: Mark, root: Word) -> bool:
    first = day.words[0].index <= _FRONT and day.words[-1].index < root.index
    return first or clause_head(day.head) is root


_FRONT = 6
"""Words from the start of a sentence within which its opening date begins."""


_ISSUING = lemmas("publish post upload release issue share broadcast tweet print write document")
"""Verbs of putting out a text or film: their day is never that of what it shows."""


def _is_back(day: Mark) -> bool:
    """Say whether a date only looks back from the day that the text has come to."""
    return bool({word.lower for word in day.words} & {"previous", "before", "earlier"})


def _is_step(day: Mark | None) -> bool:
    """Say whether a day is one step of many: those that open a story have their year."""
    return day is not None and not _YEAR.search(_written(day))


def _names_day(day: Mark) -> bool:
    return (_DAY.search(_written(day)) or _COUNTED.search(_written(day).lower())) is not None


def _written(day: Mark) -> str:
    return " ".join(word.text for word in day.words)


_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(r"(?<!\d)[0-3]?\d(?:st|nd|rd|th)?(?!\d)")
"""The number of a day in its month."""

_COUNTED = re.compile(
    r"^(?:the|that|later|earlier|\w+ days?)\b.*\b(?:day|morning|evening|night|later)"
)
"""A day counted from the one before: `the next day`."""
