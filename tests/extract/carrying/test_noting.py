"""A note goes on from the passage that bears its number."""

from remnant.extract import extract
from remnant.knowledge import load_knowledge
from remnant.model.claim import Claim, Slot
from remnant.model.source import Original
from remnant.read import read
from tests.factory import make_capture

KNOWLEDGE = load_knowledge()
TEXT = """Policy

Ruritania has not joined the Convention on Cluster Munitions. Armenia says it cannot join the \
convention.[1]

Armenia is party to the Mine Ban Treaty.[2]

Notes

[1] In August 2010 an official said that Armenia cannot join because of the war.

[2] Armenia acceded in 2012.
"""


def _claims(text: str) -> tuple[Claim, ...]:
    content = text.encode()
    return extract(read(Original(make_capture(content), content)), knowledge=KNOWLEDGE)


def test_a_note_is_about_the_treaty_of_its_passage() -> None:
    """The note follows the Mine Ban Treaty in the text, and is about the other convention."""
    noted = [one for one in _claims(TEXT) if "August 2010" in one.passage.quote]
    treaties = {mention.span.quote for one in noted for mention in one.filling(Slot.TREATY)}
    assert treaties == {"Convention on Cluster Munitions"}
