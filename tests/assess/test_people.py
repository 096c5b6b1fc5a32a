import pytest
from hypothesis import given
from hypothesis import strategies as st

from remnant.assess.people import people, portions
from remnant.model.casualties import Age, People, Portion, Sex, Status
from remnant.model.claim import Claim, ClaimKind, Slot
from remnant.model.value import Quantity
from tests.factory import make_claim, make_document, make_mention

CIVILIAN, MILITARY = People(Status.CIVILIAN), People(Status.MILITARY)


def _claim(words: str, killed: str = "", injured: str = "") -> Claim:
    document = make_document(words)
    slots = ((Slot.KILLED, killed), (Slot.INJURED, injured))
    mentions = tuple(make_mention(document, slot, said) for slot, said in slots if said)
    return make_claim(document, words, kind=ClaimKind.HARM, mentions=mentions)


@pytest.mark.parametrize(
    ("words", "number", "expected"),
    [
        ("14 civilians were killed.", "14", CIVILIAN),
        ("14 soldiers were killed.", "14", MILITARY),
        ("Two deminers died.", "Two", People(Status.DEMINER)),
        ("Two non-combatants died.", "Two", CIVILIAN),
        ("14 people were killed.", "14", People()),
        ("14 civilians and soldiers were killed.", "14", People()),
        ("Civilian deaths rose to 14.", "14", CIVILIAN),
        ("A boy of 16 was killed.", "A", People(age=Age.CHILD, sex=Sex.MALE)),
        ("A 40-year-old farmer was killed.", "A", People(age=Age.ADULT)),
        ("Three women were killed.", "Three", People(age=Age.ADULT, sex=Sex.FEMALE)),
        ("5 people were killed in a school for girls.", "5", People()),
    ],
)
def test_who_by_the_words_at_the_number(words: str, number: str, expected: People) -> None:
    """Status, age and sex are read from the words that the number counts, or are unknown."""
    assert people(_claim(words, killed=number), Slot.KILLED) == expected


def test_killed_and_injured_apart() -> None:
    """That the killed were civilians says nothing of the injured."""
    claim = _claim("21 civilians were killed and 70 others wounded.", "21", "70")
    assert people(claim, Slot.KILLED) == CIVILIAN
    assert people(claim, Slot.INJURED) == People()


def test_portions() -> None:
    """Those counted apart are some of the killed or of the injured, whichever came before."""
    words = "7 people were killed, including two children, and 20 hurt, among them 3 women."
    assert portions(_claim(words, "7", "20")) == (
        Portion(injured=False, number=Quantity(2, 2), people=People(age=Age.CHILD)),
        Portion(injured=True, number=Quantity(3, 3), people=People(age=Age.ADULT, sex=Sex.FEMALE)),
    )


def test_no_portion_without_a_figure() -> None:
    """Without a number of killed or injured there is nothing to be a part of."""
    assert portions(_claim("Shells, including two duds, were found.")) == ()


@given(st.text(max_size=60))
def test_any_words_can_be_read(words: str) -> None:
    """Whatever stands behind a number, the answer is a kind of people."""
    claim = _claim(f"14 {words}.", "14")
    assert isinstance(people(claim, Slot.KILLED), People)
    assert isinstance(portions(claim), tuple)
