import pytest

from remnant.link.pieces import Piece
from remnant.model.claim import Slot
from remnant.model.value import Reference, ReferenceKind
from tests.factory import make_claim, make_document, make_mention, make_resolved

TEXT = "Gunmen fired at a bus."


@pytest.mark.parametrize(
    ("name", "entry", "parties"),
    [("gunmen", "", 0), ("Jaish al-Ezza", "", 1), ("al-Nusra Front", "al-nusra", 1)],
)
def test_words_for_armed_people_are_no_party(name: str, entry: str, parties: int) -> None:
    """`Gunmen` names nobody by whom two attacks could be told apart; any name does."""
    document = make_document(TEXT)
    claim = make_claim(document, TEXT, mentions=[make_mention(document, Slot.ACTOR, "Gunmen")])
    party = Reference(ReferenceKind.ACTOR, name, entry)
    piece = Piece(make_resolved(claim, {Slot.ACTOR: party}), (), None)
    assert piece.actors == (party,) * parties
