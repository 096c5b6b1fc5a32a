import pytest

from remnant.extract.language.rejecting import is_foretold, rejects_no_act
from remnant.extract.language.words import Word, link


def _verb(aux: str = "", noun: str = "") -> Word:
    """Return `deny` with an auxiliary and an object, where they are given."""
    words = [Word(0, 0, 4, "deny", "deny", "deny", "VERB", "VB", "ROOT")]
    heads = [0]
    for text, dep in ((aux, "aux"), (noun, "dobj")):
        if text:
            index = len(words)
            words.append(Word(index, 5 * index, 5 * index + 4, text, text, text, "NOUN", "NN", dep))
            heads.append(0)
    return link(words, heads)[0]


@pytest.mark.parametrize("aux", ["will", "would", "may", "could"])
def test_a_denial_to_come_is_foretold(aux: str) -> None:
    """Who will or could deny something has not denied it."""
    assert is_foretold(_verb(aux=aux))


@pytest.mark.parametrize("aux", ["", "has", "did"])
def test_a_denial_made_is_not_foretold(aux: str) -> None:
    """Who denies, has denied or did deny something has denied it."""
    assert not is_foretold(_verb(aux=aux))


@pytest.mark.parametrize(
    ("noun", "expected"), [("access", True), ("criticism", True), ("use", False)]
)
def test_who_refuses_access_denies_no_act(noun: str, expected: object) -> None:
    """Access and criticism are no acts; use is one."""
    assert rejects_no_act(_verb(noun=noun)) is expected
