import pytest

from evaluation.muc4 import measure, templates_of
from remnant.knowledge import load_knowledge

TEXT = "Azerbaijan fired rockets at a truck in Hadrut on 3 October 2020."


def test_claims_become_a_template() -> None:
    """Party, weapon and the type that the words give come from the claims of the text."""
    (found,) = templates_of(TEXT, load_knowledge())

    assert found.kind == {"bombing"}
    assert found.role("PerpOrg") == (frozenset({"azerbaijan"}),)
    assert found.role("Weapon") == (frozenset({"rockets"}),)


def test_who_is_in_no_knowledge_is_an_individual() -> None:
    """The subject of the verb stands in where the claim has no actor."""
    (found,) = templates_of("Gunmen attacked the Hadrut police station.", load_knowledge())

    assert found.kind == {"attack"}
    assert found.role("PerpInd") == (frozenset({"gunmen"}),)


@pytest.mark.parametrize("text", ["It rained.", "Azerbaijan did not shell Hadrut."])
def test_what_is_denied_or_of_no_concern_makes_nothing(text: str) -> None:
    """A text without claims of use or harm, or with denied ones alone, has no template."""
    assert templates_of(text, load_knowledge()) == []


def test_a_document_of_the_format_is_measured() -> None:
    """Weapon, party and type agree with an invented key."""
    key = {
        "INCIDENT: TYPE": ["BOMBING"],
        "INCIDENT: INSTRUMENT ID": ['"ROCKETS"'],
        "PERP: ORGANIZATION ID": ['"AZERBAIJAN"'],
        "PERP: ORGANIZATION CONFIDENCE": ['REPORTED AS FACT: "AZERBAIJAN"'],
    }

    documents, tally = measure([{"text": TEXT, "templates": [key]}], load_knowledge())

    assert documents == 1
    assert tally.score("PerpOrg", "Weapon", "type").recall == 1.0
    assert tally.confident["agreed"] == 1
