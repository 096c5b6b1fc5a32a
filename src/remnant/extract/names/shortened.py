"""Short forms: whom `the army`, `the rebels`, `the planes` or `the coalition` go back to.

A text names `the Syrian army`, `Houthi rebels` or `Russian warplanes` once and then leaves
the name out. The short form goes back to who was last named with that noun; `government
forces`, `army units`, `the air force` and `the regime` go back to the state whose government or
army was last named.
"""

from collections.abc import Iterable, Iterator

from remnant.extract.language.frames import AIRCRAFT, STRIKERS
from remnant.extract.language.grammar import OWNED
from remnant.extract.language.roles import OFFICES
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Mark, Sort

_OFFICIAL = lemmas("government regime army military")
_OTHERS = lemmas("rebel coalition militant insurgent separatist militia fighter gunman jihadist")
_TAKING_UP = frozenset({"the", "these", "those"})

_STATE, PLANES = "state", "aircraft"


def named_with(marks: Iterable[Mark], *, offices: bool = False) -> dict[str, tuple[Mark, ...]]:
    """Return the parties among the marks of a sentence by the noun that can later stand for them.

    Within one sentence an office names its state too: `U.S. officials said the military …`.
    """
    own: dict[str, tuple[Mark, ...]] = {}
    owned: dict[str, tuple[Mark, ...]] = {}
    for mark in marks:
        if mark.sort is not Sort.ACTOR or not mark.entry:
            continue
        names = [_name(word) for word in mark.words[1:] if word.text[:1].isupper()]
        alone = len(mark.words) == 1 and mark.words[0].lemma not in _OFFICIAL
        own_nouns = [] if alone else [word.lemma for word in mark.words]
        for key in (*_keys(own_nouns), *dict.fromkeys(names)):
            own[key] = (*own.get(key, ()), mark)
        for key in _keys(_owned(mark, offices=offices)):
            owned[key] = (*owned.get(key, ()), mark)
    return {**owned, **own}


def _keys(nouns: Iterable[str]) -> list[str]:
    return [key for key in dict.fromkeys(map(_key, nouns)) if key]


def _owned(mark: Mark, *, offices: bool) -> Iterator[str]:
    """Yield the noun that a party stands before, alone or joined: `Russian and Syrian jets`."""
    head = mark.head
    while head.dep == "conj" and not head.is_root:
        head = head.head
    if head.dep in OWNED and not head.is_root:
        yield "government" if offices and head.head.lemma in OFFICES else head.head.lemma


def _key(lemma: str) -> str:
    if lemma in _OFFICIAL:
        return _STATE
    if lemma in AIRCRAFT:
        return PLANES
    return lemma if lemma in _OTHERS else ""


def meant(noun: Word) -> str:
    """Return under which noun the party of a short form was named; empty if it is no such form."""
    owner = [child for child in noun.children if child.dep in OWNED]
    official = any(child.lemma in _OFFICIAL for child in owner)
    flying = noun.lemma == "force" and any(child.lemma == "air" for child in owner)
    if (noun.lemma in STRIKERS and official) or (flying and len(owner) == 1):
        return _STATE
    definite = any(child.lower in _TAKING_UP for child in noun.children)
    plain = all(child.dep in {"det", "punct", "relcl", "prep"} for child in noun.children)
    short = _key(noun.lemma) or (_name(noun) if noun.text[:1].isupper() else "")
    return short if definite and plain else ""


def _name(word: Word) -> str:
    """Return a name in the singular: `Serbs` takes up the second word of `Bosnian Serb`."""
    return word.lower.removesuffix("s")


def meant_before(noun: Word) -> str:
    """Return the same for what stands before a noun of attack: `a rebel attack`."""
    keys = (_key(child.lemma) for child in noun.children if child.dep in OWNED)
    return next((key for key in keys if key and key != PLANES), "")
