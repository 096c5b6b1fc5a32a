"""Letters that look like Latin ones, read as what they look like.

A name in which some letters are Cyrillic or Greek look-alikes is found by no search. Words
that mix Latin letters with such ones, and words in mathematical or full-width letters, are
read as they look; a word that is wholly of another alphabet stays as it is. Every letter
stays one letter, so offsets hold. The pairs are those of the Unicode Consortium's table of
confusable characters (Unicode Technical Standard 39) that differ from a basic Latin letter
in its alphabet alone.
"""

import re
import unicodedata

_PAIRS = (
    ("АВЕЅІЈКМНОРСТХҮ", "ABESIJKMHOPCTXY"),  # noqa: RUF001 - Cyrillic beside Latin is the table
    ("аеорсухѕіјһԁԛԝ", "aeopcyxsijhdqw"),  # noqa: RUF001 - as above
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),  # noqa: RUF001 - Greek beside Latin
    ("ονι", "ovi"),  # noqa: RUF001 - as above
    ("օոսհց", "onuhg"),  # noqa: RUF001 - Armenian beside Latin
)
LOOK_ALIKES: dict[str, str] = {
    disguised: plain for left, right in _PAIRS for disguised, plain in zip(left, right, strict=True)
}
"""A letter of another alphabet → the Latin letter that it looks like."""

_WORD = re.compile(r"(?=\w{0,60}[^\x00-\x7f])[^\W\d_]{2,60}")
_STYLED = re.compile("[\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff]")


def plain_letters(text: str) -> str:
    """Return the text with disguised letters as what they look like; offsets stay."""
    if text.isascii():
        return text
    return _STYLED.sub(_unstyled, _WORD.sub(_unmasked, text))


def _unstyled(found: re.Match[str]) -> str:
    plain = unicodedata.normalize("NFKC", found.group())
    return plain if len(plain) == 1 else found.group()


def _unmasked(found: re.Match[str]) -> str:
    word = found.group()
    mixed = any("a" <= letter.lower() <= "z" for letter in word)
    if not mixed or not any(letter in LOOK_ALIKES for letter in word):
        return word
    return "".join(LOOK_ALIKES.get(letter, letter) for letter in word)
