"""Folding: one form for spellings that differ only in case, marks, dashes or apostrophes."""

import re
import unicodedata

_LETTERS = {
    "ə": "e",
    "ǝ": "e",
    "\u0131": "i",
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ħ": "h",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
}
"""Letters that Unicode does not decompose; the schwa of Azerbaijani first of all."""

_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_APOSTROPHES = "'\u2018\u2019\u02bb\u02bc\u02be\u02bf`\u00b4"
_SPACES = "\u00a0\u2007\u2009\u202f\t\n\r"
_GAP = re.compile(rf"[\s_/{re.escape(_DASHES)}]+")
_DROPPED = re.compile(rf"[.,#{re.escape(_APOSTROPHES)}]")


def fold(text: str) -> str:
    """Return the form under which names are looked up.

    Case, accents, the Azerbaijani schwa, dashes, apostrophes and points do not count:
    `Xankəndi` and `Xankendi`, `RBK–500` and `rbk 500` fold to the same.
    """
    if text.isascii():
        plain = text.lower()
    else:
        # Decomposing first: some signs decompose into capitals (the trade mark into TM).
        spread = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        plain = "".join(
            _LETTERS.get(letter, letter) for letter in spread if not unicodedata.combining(letter)
        )
    return _GAP.sub(" ", _DROPPED.sub("", plain)).strip()


class _Flat(dict[int, str]):
    """A translation table that keeps every character one character wide, filled as needed."""

    def __missing__(self, code: int) -> str:
        """Work out the flat form of one character and remember it."""
        flat = _flatten(chr(code))
        self[code] = flat
        return flat


def _flatten(letter: str) -> str:
    if letter in _DASHES or letter in _SPACES:
        return " "
    if letter in _APOSTROPHES:
        return "'"
    lower = letter.lower()
    if len(lower) != 1:
        lower = unicodedata.normalize("NFD", letter)[0].lower()
    base = _LETTERS.get(lower) or unicodedata.normalize("NFD", lower)[0]
    return base if len(base) == 1 else lower


_TABLE = _Flat()


def flatten(text: str) -> str:
    """Return the text in lower case without marks, with exactly one character for each.

    Lower-casing alone can change the length (the Turkish dotted capital I becomes two
    characters); this form keeps it, so offsets into it are offsets into the text.
    """
    return text.translate(_TABLE)


def singular(word: str) -> str:
    """Return an English noun phrase with its last word in the singular, by spelling alone."""
    if word.endswith("ies") and len(word) > len("dies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "as")):
        return word[:-1]
    return word


def plural(word: str) -> str:
    """Return an English noun phrase with its last word in the plural, by spelling alone."""
    if word.endswith("y") and word[-2:-1] not in {"a", "e", "o", "u", ""}:
        return word[:-1] + "ies"
    if word.endswith(("ch", "sh", "x", "ss")):
        return word + "es"
    if word.endswith("s"):
        return word
    return word + "s"
