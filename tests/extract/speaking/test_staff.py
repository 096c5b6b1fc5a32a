import pytest

from remnant.extract.extracting import marked
from remnant.extract.language.words import Word
from remnant.extract.speaking.staff import core, employer, holds_office
from remnant.knowledge import load_knowledge
from tests.factory import make_document


def _word(text: str, word: str) -> Word:
    lines = marked(make_document(text), knowledge=load_knowledge(), every=True)
    return next(one for line in lines for one in line.sentence.words if one.text == word)


@pytest.mark.parametrize(
    ("text", "word", "body"),
    [
        ("Jane Doe, director of Hope Hospital, spoke.", "Doe", "Hope Hospital"),
        ("Activists in the Blue Union spoke.", "Activists", "Blue Union"),
    ],
)
def test_a_person_works_for_a_named_body(text: str, word: str, body: str) -> None:
    """A role with `of`, or members with `in`, lead to the body that is named."""
    found = employer(_word(text, word))

    assert found is not None
    assert text[slice(*found)] == body


def test_people_in_a_place_work_for_nobody() -> None:
    """A place after `in` is no employer."""
    assert employer(_word("Activists in Bluetown spoke.", "Activists")) is None


def test_another_of_a_kind_keeps_the_word() -> None:
    """`Another diplomat` is not the diplomat before; articles are left out."""
    text = "The envoy left. Another diplomat spoke."

    assert text[slice(*core(_word(text, "diplomat")))] == "Another diplomat"
    assert text[slice(*core(_word(text, "envoy")))] == "envoy"


def test_an_office_before_a_name_is_held() -> None:
    """A name after an office holds it, unless it is a former one."""
    assert holds_office(_word("Ambassador Jane Doe spoke.", "Doe"))
    assert not holds_office(_word("Nurse Jane Doe spoke.", "Doe"))
