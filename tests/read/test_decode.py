import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remnant.read.decode import decode

WORDS = "Vérité sur Şuşa: 3 tués — “non”, dit l’armée.\r\nDeuxième ligne."


def test_utf_8_is_read_without_an_issue() -> None:
    """UTF-8 is taken at its word, line ends and all."""
    assert decode(WORDS.encode()) == (WORDS, ())


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides(mark: bytes, encoding: str) -> None:
    """A byte order mark names the encoding and is no part of the text."""
    assert decode(mark + WORDS.encode(encoding)) == (WORDS, ())


def test_latin_1_is_guessed_and_reported() -> None:
    """Other encodings are guessed, and the guess is an issue."""
    words = "Le général a déclaré que l'armée n'a visé aucun civil, été comme hiver. " * 3
    text, issues = decode(words.encode("latin-1"))
    assert text == words
    assert [issue.code for issue in issues] == ["encoding-guessed"]


def test_a_declared_encoding_is_used() -> None:
    """An encoding that the page declares is used without guessing."""
    assert decode("Şuşa".encode("cp1254"), declared="windows-1254") == ("Şuşa", ())


def test_an_unknown_declared_encoding_is_guessed() -> None:
    """A declared encoding that nobody knows is not used."""
    words = "Le général a déclaré que l'armée n'a visé aucun civil, été comme hiver. " * 3
    text, issues = decode(words.encode("latin-1"), declared="x-nobody")
    assert text == words
    assert len(issues) == 1


def test_broken_bytes_are_shown_and_reported() -> None:
    """Bytes that an encoding does not have are shown as replacement characters."""
    text, issues = decode(codecs.BOM_UTF16_LE + b"a\0\x00\xd8b\0")
    assert "\N{REPLACEMENT CHARACTER}" in text
    assert issues[0].code == "garbled"
    assert issues[0].start == 1


@given(st.binary(max_size=400))
def test_any_bytes_give_a_text(content: bytes) -> None:
    """Any bytes give some text, that can be written as UTF-8."""
    text, _ = decode(content)
    assert text.encode("utf-8").decode("utf-8") == text
