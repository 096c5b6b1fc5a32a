import pytest

from remnant.extract import extract
from remnant.knowledge import load_knowledge
from remnant.model.claim import ClaimKind, Slot
from tests.factory import make_document, make_metadata

TEXT = (
    "Chad joined the Mine Ban Treaty in 1999.\n\n"
    "From 2000 to 2003, some 12,000 antipersonnel mines were cleared.\n\n"
    "In Libya, deminers cleared 300 antivehicle mines in 2002.\n"
)


def _places(title: str) -> list[list[str]]:
    document = make_document(TEXT, metadata=make_metadata(title=title))
    found = extract(document, knowledge=load_knowledge())
    return [
        [(one.referent or one.span).quote for one in claim.filling(Slot.PLACE)]
        for claim in found
        if claim.kind is ClaimKind.REMNANTS
    ]


@pytest.mark.parametrize("title", ["Chad", "Key Developments Since 1999: Chad"])
def test_a_country_profile_places_what_it_does_not_place(title: str) -> None:
    """The country of the title is the place of clearance told without one, and of no other."""
    assert _places(title) == [["Chad"], ["Libya"]]


@pytest.mark.parametrize("title", ["Chad: Deminers Clear 12,000 Mines", "Clearance in 2003", ""])
def test_a_headline_places_nothing(title: str) -> None:
    """A title that only has a country in it says nothing on where the rest happened."""
    assert _places(title) == [[], ["Libya"]]
