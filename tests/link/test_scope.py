import pytest

from remnant.link.pieces import pieces_of
from remnant.link.scope import scope_of
from remnant.model.claim import Slot
from remnant.model.incident import Scope
from remnant.model.resolution import ResolvedClaim
from remnant.model.value import Quantity
from tests.factory import make_claim, make_document, make_mention, make_resolution
from tests.reports import BARDA


@pytest.mark.parametrize(
    ("words", "carried", "scope"),
    [
        ("It had reported four attacks with cluster munitions.", True, Scope.EPISODE),
        ("It had reported four attacks with cluster munitions.", False, Scope.INCIDENT),
        ("It had reported four rockets that fell.", True, Scope.INCIDENT),
    ],
    ids=["elsewhere", "its own place", "no attacks"],
)
def test_several_attacks_without_a_place_of_their_own(
    words: str, *, carried: bool, scope: Scope
) -> None:
    """Attacks that are counted are not all where the sentence before says that one was."""
    document = make_document(f"Rockets fell on Barda. {words}")
    place = make_mention(document, Slot.PLACE, "Barda", carried=carried)
    count = make_mention(document, Slot.COUNT, "four")
    claim = make_claim(document, words, mentions=[place, count])
    resolved = ResolvedClaim(
        claim,
        (
            make_resolution(claim, place, BARDA),
            make_resolution(claim, count, Quantity(4, 4)),
        ),
    )
    (piece,) = pieces_of(resolved)
    assert scope_of(piece)[0] is scope
