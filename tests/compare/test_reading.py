"""Two editions of one text, read as a build reads them, with documented edits between."""

from functools import cache

import pytest

from remnant.compare import compare_documents
from remnant.knowledge import load_knowledge
from remnant.model.comparison import Change, ChangeKind, Comparison
from remnant.model.record import DocumentResult
from remnant.pipeline import process
from tests.factory import make_original

PROFILE = """Azerbaijan has not acceded to the Convention on Cluster Munitions.

Azerbaijan used cluster munitions in Hadrut on 4 October 2020.

A rocket attack on Barda on 28 October 2020 by Armenia killed at least 21 civilians, Human Rights \
Watch said.

Deminers of the HALO Trust found M095 submunitions near Martakert on 12 April 2016.
"""

EDITS: tuple[tuple[str, str, ChangeKind, str], ...] = (
    ("Azerbaijan used", "Azerbaijan reportedly used", ChangeKind.SOFTENED, "Hadrut"),
    ("at least 21", "at least 26", ChangeKind.FIGURE, "Barda"),
    ("Human Rights Watch said", "Amnesty International said", ChangeKind.SOURCE, "Barda"),
    ("Hadrut on 4", "Hadrut on 3", ChangeKind.VALUE, "Hadrut"),
)
"""An edit: words, other words, what it is, and what the claim is about."""

GONE = "Deminers of the HALO Trust found M095 submunitions near Martakert on 12 April 2016."


@cache
def read(text: str) -> DocumentResult:
    """Return what a text gives."""
    return process(make_original(text), knowledge=load_knowledge())


def compared(text: str) -> Comparison:
    """Compare the profile with a later text."""
    return compare_documents(read(PROFILE), read(text))


def about(found: Comparison, words: str) -> list[Change]:
    """Return the changes of claims whose passage or values hold some words."""
    sides = [(change, change.after or change.before) for change in found.changes]
    return [change for change, side in sides if side and words in side.told + side.passage.quote]


@pytest.mark.parametrize(("words", "others", "kind", "place"), EDITS)
def test_an_edit_is_found_for_what_it_is(
    words: str, others: str, kind: ChangeKind, place: str
) -> None:
    """One edit changes claims of that place alone, in that way, and adds or drops none."""
    found = compared(PROFILE.replace(words, others))
    kinds = {one for change in about(found, place) for one in change.kinds}

    assert kind in kinds
    assert len(about(found, place)) == len(found.changes)
    assert not {ChangeKind.ADDED, ChangeKind.DROPPED} & kinds


def test_a_sentence_that_went_is_dropped_and_one_that_came_is_added() -> None:
    """What is no longer said shows as dropped, with the words that said it, and the reverse."""
    less = PROFILE.replace(GONE, "")
    (dropped,) = compared(less).changes
    (added,) = compare_documents(read(less), read(PROFILE)).changes

    assert (dropped.kinds, added.kinds) == ((ChangeKind.DROPPED,), (ChangeKind.ADDED,))
    assert dropped.before is not None
    assert dropped.before.passage.quote in GONE


def test_a_moved_and_reset_paragraph_is_no_change() -> None:
    """The order of paragraphs, and the blanks between words, say nothing."""
    paragraphs = PROFILE.strip().split("\n\n")
    found = compared("\n\n".join(reversed(paragraphs)))

    assert found.changes == ()
    assert found.unchanged == len(read(PROFILE).resolved)
