import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remnant.store.folding import fold, places, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Xankəndi", ("xankendi",)),
        ("Khān Shaykhūn", ("khan", "shaykhun")),
        ("Kha\u0304n Shaykhu\u0304n", ("khan", "shaykhun")),
        ("Sana'a, Sana’a and San\u02bf\u0101\u02be", ("sanaa", "sanaa", "and", "sana")),
        ("Azerbaijan's troops’", ("azerbaijan", "troops")),
        ("cluster-munition", ("cluster", "munition")),
        ("9M55K, S-300", ("9m55k", "s", "300")),
        ("İstanbul Diyarbak\u0131r Łódź Straße", ("istanbul", "diyarbakir", "lodz", "strasse")),
        ("Степанакерт", ("степанакерт",)),
        ("_a_ … — 'b'", ("a", "b")),
        ("", ()),
    ],
)
def test_words_are_folded(text: str, found: tuple[str, ...]) -> None:
    """Case, accents, apostrophes and possessives do not count."""
    assert words(text) == found


@given(st.text())
def test_accents_written_apart_are_the_same(text: str) -> None:
    """A text in decomposed form has the words of its composed form."""
    composed = unicodedata.normalize("NFC", text)
    latin = "".join(letter for letter in composed if letter < "\u0250" or letter == " ")
    assert words(unicodedata.normalize("NFD", latin)) == words(latin)


@given(st.text())
def test_places_are_where_the_words_stand(text: str) -> None:
    """Each word's range holds the characters that fold to it, in order, none overlapping."""
    before = 0
    for word, start, end in places(text):
        assert before <= start < end <= len(text)
        assert fold(text[start:end]) == word
        before = end
    assert tuple(word for word, _, _ in places(text)) == words(text)


@given(st.text())
def test_words_hold_letters_and_digits_only(text: str) -> None:
    """A folded word has nothing in it that a full-text engine could read as a sign."""
    assert all(word.isalnum() for word in words(text))
