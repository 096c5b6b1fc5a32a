import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.corpora import document_of, finish, joined, lines_of, word_at
from remnant.knowledge import load_knowledge


def test_offsets_of_a_document_are_those_of_its_text() -> None:
    """A text is read to the letter, line ends included."""
    text = "One line.\r\n\r\nAnother line,\nbroken.\n"

    assert document_of(text, "a.txt").text == text


def test_tokens_are_written_as_running_text() -> None:
    """Punctuation and endings stand close, and every token is found at its range."""
    text, ranges = joined(["They", "did", "n't", "go", "(", "yet", ")", "."])

    assert text == "They didn't go (yet)."
    assert text[slice(*ranges[2])] == "n't"


@given(st.lists(st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=6)))
def test_every_token_is_found_at_its_range(tokens: list[str]) -> None:
    """Whatever the tokens are, the ranges give them back."""
    text, ranges = joined(tokens)

    assert [text[start:end] for start, end in ranges] == tokens


def test_a_word_is_found_by_its_offsets() -> None:
    """The word that stands at an offset is returned; beyond the text there is none."""
    lines = lines_of(document_of("Nobody was hurt there.", "a.txt"), load_knowledge())

    found = word_at(lines, 11, 15)

    assert found is not None
    assert found[1].text == "hurt"
    assert word_at(lines, 90, 95) is None


def test_the_last_line_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    """Figures are printed once to be read and once, last, as one line of JSON."""
    finish({"f1": 0.5, "documents": 2})

    assert capsys.readouterr().out.splitlines()[-1] == '{"documents": 2, "f1": 0.5}'
