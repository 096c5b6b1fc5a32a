"""Words as search sees them: without case, accents and apostrophes.

"Xankendi" finds "Xankəndi", "Sanaa" finds "Sana'a", "Azerbaijan" finds "Azerbaijan's".
There is no stemming and no list of words left out: what a person types is what is found.
"""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(
    r"[^\W_](?:[^\W_]"
    r"|[\u0300-\u036f\u064b-\u065f]"  # accents and Arabic vowel signs that stand by themselves
    r"|['’ʼ‘ʻʿʾ`](?=[^\W_]))*"  # noqa: RUF001 - the apostrophes of transliteration
)
_PLAIN = re.compile(r"[a-z0-9]+")
_APOSTROPHES = re.compile(r"['’ʼ‘ʻʿʾ`]")  # noqa: RUF001 - the same
_POSSESSIVE = re.compile(r"['’]s\Z")

_LETTERS = str.maketrans(
    {
        "ə": "e", "\u0131": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae",
        "œ": "oe", "ħ": "h", "ŧ": "t", "ŋ": "n",
    }
)  # fmt: skip
"""Letters that Unicode does not take apart into a plain letter and an accent."""


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text, in order."""
    if text.isascii() and "'" not in text and "`" not in text:
        return tuple(_PLAIN.findall(text.lower()))
    return tuple([word for match in _WORD.findall(text) if (word := fold(match))])


def places(text: str) -> tuple[tuple[str, int, int], ...]:
    """Return each folded word with its half-open range in the text."""
    found = [(fold(match[0]), *match.span()) for match in _WORD.finditer(text)]
    return tuple([place for place in found if place[0]])


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """Return one word in the form that is indexed: letters and digits only."""
    bare = _APOSTROPHES.sub("", _POSSESSIVE.sub("", word))
    if bare.isascii():
        return bare.lower()
    apart = unicodedata.normalize("NFKD", bare.casefold())
    plain = "".join(letter for letter in apart if letter.isalnum())
    return plain.translate(_LETTERS)
