"""Noting: a note goes on from the passage that bears its number, not from the note before it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from remnant.extract.names.marks import Line, Mark, Sort
from remnant.model.document import Document


def noted_treaties(document: Document, lines: Sequence[Line]) -> dict[int, Mark]:
    """Return the treaty that is at hand where a note begins, by the order of its first sentence.

    It is the one that the text had named last where it refers to the note.
    """
    named = sorted(
        (mark for line in lines for mark in line.marks if mark.sort is Sort.TREATY),
        key=lambda mark: mark.start,
    )
    begins = [mark.start for mark in named]
    starts = [line.sentence.start for line in lines]
    found: dict[int, Mark] = {}
    for note in document.notes:
        if note.start is None or not note.markers:
            continue
        before = bisect_left(begins, note.markers[0][0])
        first = bisect_right(starts, note.start) - 1  # its label may open the sentence
        first += first < 0 or lines[first].sentence.words[-1].end <= note.start
        if before and first < len(lines):
            found[lines[first].sentence.order] = named[before - 1]
    return found
