"""The remembered attribute ruler sets what spaCy's own sets."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from remnant.extract.parsing.parser import MODEL
from remnant.extract.parsing.ruling import REMEMBERED, RememberedRuler

SENTENCES = (
    "There are two craters, and there isn't any doubt about what made them.",
    "Let's go: they're gonna say that it ain't so, and y'all have got ta come.",
    "The shelling of Stepanakert, which began on 27 September, killed at least three people.",
    "He said she'd better not, c'mon;  they 'd fired  it themselves.",
    "WHO SAYS SO? Nobody does. It was they who did that, didn't they?",
)
WORDS = sorted({word for one in SENTENCES for word in one.split()})


_MODEL = spacy.load(MODEL, exclude=["ner"])
_REMEMBERED = spacy.load(MODEL, exclude=["ner"])
_REMEMBERED.add_pipe(REMEMBERED, before="attribute_ruler")
_REMEMBERED.disable_pipe("attribute_ruler")


def _set(doc: Doc) -> list[tuple[str, str, str, str, str]]:
    return [(one.tag_, one.pos_, one.lemma_, str(one.morph), one.dep_) for one in doc]


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_is_given_what_the_model_gives_it(
    text: str,
) -> None:
    """Forms, parts of speech and lemmas are those of the ruler, of rules on two words too."""
    assert _set(_REMEMBERED(text)) == _set(_MODEL(text))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
def test_any_words_are_given_what_the_model_gives_them(words: list[str]) -> None:
    """Memory makes no difference, whatever stood beside a word before."""
    text = " ".join(words)
    assert _set(_REMEMBERED(text)) == _set(_MODEL(text))


def test_a_ruler_that_looks_at_more_is_refused() -> None:
    """Rules on what the memory does not hold would be lost without a word."""
    ruler = AttributeRuler(spacy.blank("en").vocab)
    ruler.add([[{"SHAPE": "Xxxx"}]], {"POS": "PROPN"})
    with pytest.raises(ValueError, match="SHAPE"):
        RememberedRuler(ruler)
