"""Recasing: text printed in capitals throughout, written down so that it can be parsed.

Wires, cables and many headlines are in capitals only, where a parser sees nothing but names.
A word of the dictionary that comes with the parser goes into small letters, unless a gazetteer
has it and the dictionary knows it as a noun alone; every other word keeps its first capital,
and an abbreviation once printed in brackets keeps all. Offsets do not change.
"""

import re
from collections.abc import Callable, Iterable

from remnant.extract.language.roles import OFFICES, PERSONS
from remnant.extract.language.words import lemmas
from remnant.knowledge import Knowledge
from remnant.model.document import Document
from remnant.model.value import ReferenceKind

Dictionary = Callable[[str], frozenset[str]]
"""From a word in small letters to the word classes it can have; empty if it is none."""

_LEAST = 16
"""Letters that a section must have before it counts as printed in capitals."""

_SHARE = 0.93
"""Share of capitals among the letters of a section from which it is printed in them."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][A-Z]+)?")
_BRACKETED = re.compile(r"[(\[]\s?([A-Z][A-Z0-9-]{1,4})\s?[)\]]")
_ENDED = re.compile(r"(?:^|[.!?:])[\s\"“(\[]*$")
_MONTHS = lemmas("january february april june july august september october november december")
_DAYS = lemmas("monday tuesday wednesday thursday friday saturday sunday")
_TITLES = lemmas("col gen lt maj capt sgt dr mr mrs ms msgr rev fr sen gov st jr sr monsignor")
_SMALL = lemmas("de del la las los y da do dos das al el bin ibn van von der")
"""Small words inside names."""

_GIVEN = lemmas(
    "hector victor oscar frank mark bill jack rob bob bobby peter jimmy dick grant gene ray don "
    "angel jesus domingo franklin salvador roger martin carmen olive rose grace dean ernest guy "
    "teddy carol miles pat patrick max chuck drew harry jean josh rusty wade dolores mercedes"
)
"""Given names that are words as well; they are names where another name follows."""

_OPEN = frozenset({"noun"})


def recased(document: Document, text: str, *, knowledge: Knowledge, known: Dictionary) -> str:
    """Return the text with the sections that are printed in capitals in usual letters."""
    pieces, last = [], 0
    acronyms = frozenset(_BRACKETED.findall(text))
    for section in document.sections:
        part = text[section.start : section.end]
        if not _is_shouted(part):
            continue
        pieces += [text[last : section.start], _written(part, acronyms, knowledge, known)]
        last = section.end
    return "".join((*pieces, text[last:]))


def _is_shouted(part: str) -> bool:
    letters = [letter for letter in part if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    return len(letters) >= _LEAST and capitals >= _SHARE * len(letters)


def _written(part: str, acronyms: Iterable[str], knowledge: Knowledge, known: Dictionary) -> str:
    """Return one section in usual letters."""
    kept = frozenset(acronyms)
    words = list(_WORD.finditer(part))
    catalogued = _catalogued(part, knowledge)
    names = [one.start() in catalogued or _is_name(one.group(), knowledge, known) for one in words]
    pieces, last = [], 0
    for index, found in enumerate(words):
        word = found.group()
        if word not in kept:
            before_name = names[index + 1 : index + 2] == [True]
            capital = names[index] or _is_capital(part, found, before_name=before_name)
            word = word[:1] + word[1:].lower() if capital else word.lower()
        pieces += [part[last : found.start()], word]
        last = found.end()
    return "".join((*pieces, part[last:]))


def _catalogued(part: str, knowledge: Knowledge) -> frozenset[int]:
    """Return the offsets inside the names of parties, places and treaties of the knowledge."""
    titled = _WORD.sub(lambda found: found.group()[:1] + found.group()[1:].lower(), part)
    hits = knowledge.lexicon.scan(titled, capitals=True)
    named = (hit for hit in hits if hit.kind in _NAMING and hit.alias[:1].isupper())
    return frozenset(offset for hit in named for offset in range(hit.start, hit.end))


def _is_capital(part: str, found: re.Match[str], *, before_name: bool) -> bool:
    """Say whether a common word begins a sentence, is a title or is the month in a date."""
    if found.group().lower() in OFFICES | PERSONS | _GIVEN and before_name:
        return True
    if found.group() in _AMBIGUOUS:
        around = part[max(0, found.start() - 2) : found.start()] + part[found.end() :][:2]
        return any(letter.isdigit() for letter in around)
    return _ENDED.search(part[max(0, found.start() - _BACK) : found.start()]) is not None


_AMBIGUOUS = frozenset({"MAY", "MARCH"})
_BACK = 12
_NAMING = frozenset({ReferenceKind.ACTOR, ReferenceKind.PLACE, ReferenceKind.TREATY})


def _is_name(word: str, knowledge: Knowledge, known: Dictionary) -> bool:
    """Say whether a word is a name, or part of one."""
    lower = _OWNER.sub("", word.lower())
    if lower in _SMALL:
        return False
    if lower in _MONTHS | _DAYS | _TITLES or lower == "i":
        return True
    classes = known(lower)
    return not classes or (classes == _OPEN and _is_city(lower, knowledge))


def _is_city(word: str, knowledge: Knowledge) -> bool:
    """Say whether a large or reviewed place has the name: there are villages called Law."""
    return any(one.score >= _LARGE for one in knowledge.places.search(word)[:1])


_LARGE = 0.6
"""Score of a place, by its population, from which its name is no longer read as the noun."""


_OWNER = re.compile(r"['’]s?$")
