"""The lexicon: every catalogued name in a text, found in one pass.

The text is flattened character by character, so offsets hold. All overlapping matches
are taken, those inside words are dropped, case rules are applied, and only then the
longest are kept: taking the longest first would let a match inside a word hide a
shorter one that stands.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import Any

from remnant.knowledge.entries import Actor, Form, Hit, PlaceName, Weapon, WeaponLevel
from remnant.knowledge.fold import flatten, plural
from remnant.knowledge.obligations import Treaty
from remnant.model.value import ReferenceKind

_ACRONYM_LENGTH = 6
"""Capital letters up to this many count as an acronym, which must be written in capitals."""

_SHOUTED = frozenset({"IS", "US", "WHO", "CAR", "AID", "ALL", "MAN", "POLES"})
"""Names that are ordinary words in a line written all in capitals."""


_NAMING = frozenset({ReferenceKind.ACTOR, ReferenceKind.TREATY})
"""Kinds whose longer names hide the weapons, actors and places inside them."""

_HEADS = {
    WeaponLevel.SUBMUNITION: (
        *("submunition", "bomblet", "DPICM", "DPICM submunition", "DPICM bomblet"),
        *("submunition bomblet", "DPICM cluster submunition", "type submunition"),
    ),
    WeaponLevel.CARRIER: ("bomb", "munition"),
    WeaponLevel.LAUNCHER: (
        *("rocket launcher", "multiple rocket launcher", "launcher", "rocket system", "system"),
        *("multi-barrel rocket launcher", "multiple launch rocket system", "MLRS", "MRLS", "MRL"),
        *("surface-to-surface rocket launcher", "multiple rocket launch system", "missile system"),
    ),
    WeaponLevel.MISSILE: ("system", "missile system"),
    WeaponLevel.MINE: ("mine", "antipersonnel mine", "anti-personnel mine", "landmine"),
}
"""Nouns after a designation that say no more than it does: `9N235 submunitions` is `9N235`.

`Rockets` and `missiles` are not among them: they are generic words of their own.
"""


@dataclass(frozen=True, slots=True)
class Term:
    """One name to look for.

    Attributes:
        kind: Weapon, actor, place or treaty.
        entry: Identifier of the entry.
        alias: The name.
        form: Which form of the name it is.
        cased: It counts only when capitalised as written.
        inflected: Its plural counts too.
    """

    kind: ReferenceKind
    entry: str
    alias: str
    form: Form = Form.NAME
    cased: bool = False
    inflected: bool = False


class _Case(IntEnum):
    """How a name must be written to count."""

    ANY = 0
    FIRST_CAPITAL = 1
    AS_WRITTEN = 2


_Match = tuple[int, int, int, int, int, Term]
"""Negative length, start, rank of the kind, end, a running number, and the term."""


class Lexicon:
    """All catalogued names, ready to be looked for."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = tuple(terms)
        by_pattern: dict[str, list[tuple[Term, _Case]]] = {}
        for term in self.terms:
            for pattern in _patterns(term):
                by_pattern.setdefault(pattern, []).append((term, _case_of(term)))
        self._patterns = tuple(by_pattern)
        self._terms = tuple(by_pattern.values())

    def scan(self, text: str, *, capitals: bool = False) -> tuple[Hit, ...]:
        """Return the catalogued names in a text, in order of offset.

        Names stand at word boundaries. Of overlapping hits of one kind the longest is
        kept. A weapon, actor or place inside the longer name of a treaty or actor is no
        hit: `Cluster Munition Coalition` names no weapon. Otherwise hits of different
        kinds may overlap: `Syria` is an actor and a place. With `capitals`, capital
        cities count as names of their states too.
        """
        found = self._matches(text, capitals=capitals)
        found.sort()
        taken = tuple(bytearray(len(text)) for _ in _KINDS)
        named = bytearray(len(text))
        kept: list[Hit] = []
        for negative, start, rank, end, _, term in found:
            cells = taken[rank]
            if cells[start] or cells[end - 1]:
                continue
            if max(named[start], named[end - 1]) > min(-negative, _LONGEST):
                continue
            cells[start:end] = b"\1" * (end - start)
            if term.kind in _NAMING and term.form in _PROPER:
                named[start:end] = bytes((min(-negative, _LONGEST),)) * (end - start)
            kept.append(Hit(start, end, term.kind, term.entry, term.alias, term.form))
        kept.sort(key=lambda hit: (hit.start, hit.end, hit.kind))
        return tuple(kept)

    @cached_property
    def _machine(self) -> Any:  # noqa: ANN401 - the automaton's library ships no types
        from ahocorasick_rs import AhoCorasick  # noqa: PLC0415 - keeps the start of the program fast

        return AhoCorasick(self._patterns)

    def _matches(self, text: str, *, capitals: bool) -> list[_Match]:
        flat, length = flatten(text), len(text)
        found: list[_Match] = []
        for index, start, end in self._machine.find_matches_as_indexes(flat, overlapping=True):
            if end < length and (text[end].isalnum() or text[end] == "_"):
                continue
            if start and text[start - 1].isalnum() and text[start] != "#":
                continue
            first = start + (text[start] == "#")
            seen = 0
            for term, case in self._terms[index]:
                rank = _RANKS[term.kind]
                if seen >> rank & 1 or (term.form is Form.CAPITAL and not capitals):
                    continue
                if case is _Case.ANY or first > start or _case_fits(term, case, text, start, end):
                    seen |= 1 << rank
                    found.append((first - end, first, rank, end, len(found), term))
        return found


_KINDS = tuple(ReferenceKind)
_RANKS = {kind: rank for rank, kind in enumerate(_KINDS)}
_LONGEST = 255
_PROPER = frozenset({Form.NAME, Form.ALIAS})


def _patterns(term: Term) -> tuple[str, ...]:
    flat = " ".join(flatten(term.alias).split())
    forms = [flat, plural(flat)] if term.inflected else [flat]
    if term.inflected and any(letter.isdigit() for letter in flat):
        forms.append(flat + "s")
    tags = ["#" + form.replace(" ", "") for form in forms if " " in form]
    return tuple(dict.fromkeys([*forms, *tags]))


def _case_of(term: Term) -> _Case:
    if term.cased or is_acronym(term.alias):
        return _Case.AS_WRITTEN
    if term.kind is not ReferenceKind.WEAPON and term.alias[0].isupper():
        return _Case.FIRST_CAPITAL
    return _Case.ANY


def _case_fits(term: Term, case: _Case, text: str, start: int, end: int) -> bool:
    written = text[start:end][: len(term.alias)]
    if case is _Case.FIRST_CAPITAL:
        return text[start].isupper() and not (written in _SHOUTED and _shouting(text, start, end))
    if not _same_capitals(term.alias, written):
        return False
    return written not in _SHOUTED or not _shouting(text, start, end)


def is_acronym(alias: str) -> bool:
    """Say whether a name is written in capitals only, so that other writings are other words."""
    return alias.isalpha() and alias.isupper() and 1 < len(alias) <= _ACRONYM_LENGTH


def _same_capitals(alias: str, written: str) -> bool:
    if written == alias:
        return True
    if not is_acronym(alias) and written.isupper():
        return True
    pairs = zip(alias, written, strict=False)
    return all(one.isupper() == two.isupper() for one, two in pairs if one.isalpha())


def _shouting(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - 12) : start] + text[end : end + 12]
    letters = [letter for letter in around if letter.isalpha()]
    return bool(letters) and all(letter.isupper() for letter in letters)


def weapon_terms(weapons: Iterable[Weapon]) -> Iterator[Term]:
    """Yield the names of weapons, with their plurals."""
    for weapon in weapons:
        for alias in dict.fromkeys((weapon.name, *weapon.aliases)):
            form = Form.NAME if alias == weapon.name else Form.ALIAS
            cased = alias in weapon.cased
            yield Term(ReferenceKind.WEAPON, weapon.id, alias, form, cased, inflected=True)
            for head in _HEADS.get(weapon.level, ()):
                longer = f"{alias} {head}"
                known = Form.ALIAS
                yield Term(ReferenceKind.WEAPON, weapon.id, longer, known, cased, inflected=True)


def actor_terms(actors: Iterable[Actor]) -> Iterator[Term]:
    """Yield the names, adjectives, demonyms, capitals and labels of actors."""
    for actor in actors:
        groups = (
            (Form.NAME, (actor.name,)),
            (Form.ALIAS, actor.aliases),
            (Form.ADJECTIVE, actor.adjectives),
            (Form.DEMONYM, actor.demonyms),
            (Form.CAPITAL, actor.capitals),
            (Form.LOADED, actor.loaded),
        )
        for form, names in groups:
            for alias in names:
                yield Term(ReferenceKind.ACTOR, actor.id, alias, form, alias in actor.cased)


def treaty_terms(treaties: Iterable[Treaty]) -> Iterator[Term]:
    """Yield the names of treaties."""
    for treaty in treaties:
        for alias in dict.fromkeys((treaty.name, treaty.title, *treaty.aliases)):
            form = Form.NAME if alias == treaty.name else Form.ALIAS
            yield Term(ReferenceKind.TREATY, treaty.id, alias, form, alias in treaty.cased)


def place_terms(places: Iterable[tuple[str, Iterable[PlaceName]]]) -> Iterator[Term]:
    """Yield the names of the pack's places, by identifier of the place."""
    for place, names in places:
        for index, name in enumerate(names):
            form = Form.ALIAS if index else Form.NAME
            yield Term(ReferenceKind.PLACE, place, name.text, form)
