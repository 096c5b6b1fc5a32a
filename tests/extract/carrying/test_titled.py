import pytest

from remnant.extract import extract
from remnant.extract.carrying.titled import names_an_attack
from remnant.knowledge import load_knowledge
from remnant.model.claim import ClaimKind, Slot
from tests.factory import make_document, make_metadata

TEXT = (
    "On 8 April 2022, a missile strike hit the station of Kramatorsk, killing 50 people.\n\n"
    "On 3 March 2022, Russian aircraft bombed Izium. The attack killed eight civilians.\n\n"
    "Hospitals were full of patients. More than 100 people were wounded.\n\n"
    "Officials said that Russia had carried out the attack.\n"
)


def _days(title: str, kind: ClaimKind) -> list[list[str]]:
    document = make_document(TEXT, metadata=make_metadata(title=title))
    return [
        [one.span.quote for one in claim.filling(Slot.DATE)]
        for claim in extract(document, knowledge=load_knowledge())
        if claim.kind is kind
    ]


def test_a_text_named_after_an_attack_comes_back_to_it() -> None:
    """Harm and `the attack` in a section of their own are those of the title, not the last told."""
    harmed = _days("Kramatorsk railway station attack", ClaimKind.HARM)
    assert harmed == [["8 April 2022"], ["3 March 2022"], ["8 April 2022"]]
    assert _days("Kramatorsk railway station attack", ClaimKind.USE)[-1] == ["8 April 2022"]


def test_without_such_a_title_the_attack_is_the_one_told_last() -> None:
    """A text on a whole campaign has no attack that it comes back to."""
    assert _days("War crimes in Ukraine", ClaimKind.USE)[-1] == ["3 March 2022"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("2016 Sana'a funeral airstrike", True),
        ("Chemical bombing of Sardasht", True),
        ("Yavoriv military base attack", True),
        ("Kunduz hospital airstrike (2015)", True),
        ("Car bomb attack kills four in Damascus", False),
        ("Death toll in bomb attack on evacuees rises", False),
        ("16 dead in heavy bombardment", False),
        ("Syrian opposition claims gas attack", False),
        ("Chemical attack in Idlib draws international condemnation", False),
        ("Battle of Okhtyrka", False),
        ("", False),
    ],
)
def test_only_a_name_of_an_attack_counts(title: str, expected: bool) -> None:  # noqa: FBT001 - a table
    """A title that tells something, as headlines do, names no attack."""
    document = make_document(TEXT, metadata=make_metadata(title=title))
    assert names_an_attack(document) is expected
