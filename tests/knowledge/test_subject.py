import re

import pytest

from remnant.knowledge import load_knowledge
from remnant.knowledge.subject import BEGINNINGS, is_on_the_subject


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen ambushed the convoy.",
        "THREE ENGINEERS WERE KIDNAPPED LAST NIGHT.",
        "An explosion was heard at the airport.",
        "The president was murdered on his way home.",
        "Lawmakers deplored what had been done.",
        "The state acceded in May.",
        "A tribunal heard the first witness.",
    ],
)
def test_words_of_the_subject_keep_a_text(text: str) -> None:
    """Violence, treaties, positions and proceedings are told in many words."""
    assert is_on_the_subject(text, ())


@pytest.mark.parametrize(
    "text",
    [
        "The opera opened on a mild evening.",
        "Shares of the maker of seashells rose by a tenth, and the warm weather went on.",
        "",
    ],
)
def test_other_texts_are_set_aside(text: str) -> None:
    """A text without any such word holds no claim."""
    assert not is_on_the_subject(text, ())


def test_the_name_of_a_weapon_keeps_a_text() -> None:
    """A catalogued weapon or treaty is enough, whatever else is said."""
    text = "Ten Smerch launchers were on parade."
    hits = load_knowledge().lexicon.scan(text)

    assert is_on_the_subject(text, hits)
    assert not is_on_the_subject(text, ())


@pytest.mark.parametrize(("family", "words"), BEGINNINGS)
def test_every_beginning_is_needed(family: str, words: str) -> None:
    """No beginning of a word stands twice, or only where a shorter one is looked for."""
    parts = re.split(r"\|(?![^(]*\))", words)
    plain = [part for part in parts if part.isalpha()]

    assert family
    assert len(parts) == len(set(parts))
    for part in plain:
        assert not any(part != other and part.startswith(other) for other in plain), part
