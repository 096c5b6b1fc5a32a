"""Plain words for weapons that only their place in a sentence shows.

`Mine` is a weapon where it is laid, cleared or explodes; `gas` where it is used or dropped; of
`chemical, biological and nuclear weapons` each adjective names a class of its own.
"""

from collections.abc import Iterable, Iterator

from remnant.extract.language.words import Sentence, Word, lemmas
from remnant.extract.names.marks import Mark, Sort

_OF_MINES = lemmas(
    "lay plant emplace clear explode detonate remove defuse sow scatter strike hit trigger step "
    "destroy find discover uncover kill injure maim wound deactivate neutralise stockpile use place"
)
"""Verbs beside which `mine` is a weapon and no pit."""

_OF_MINE_WORK = lemmas("clearance field explosion blast contamination victim action strip belt")
_OF_GAS = lemmas("use drop release fire employ deploy unleash")
_CLASSES = {
    "chemical": "chemical-weapon",
    "biological": "biological-weapon",
    "nuclear": "nuclear-weapon",
    "radiological": "radiological-weapon",
    "incendiary": "incendiary-weapon",
    "thermobaric": "thermobaric-weapon",
}
"""Adjectives of classes of weapons, with the entry of each."""


def plainly(sentence: Sentence, marks: Iterable[Mark]) -> Iterator[Mark]:
    """Yield weapons that no catalogued name covers."""
    taken = {word.index for one in marks if one.sort is Sort.WEAPON for word in one.words}
    for word in sentence.words:
        if word.index in taken:
            continue
        if _is_mine(sentence, word):
            yield Mark(Sort.WEAPON, (word,), "landmine")
        elif word.lemma == "shell" and word.index - 1 not in taken and _is_fired(word):
            yield Mark(Sort.WEAPON, (word,), "shelling")
        elif word.lemma == "gas" and _is_used(word):
            yield Mark(Sort.WEAPON, (word,), "chemical-weapon")
        elif word.lower == "heavy" and word.head.lemma in {"weapon", "weaponry"}:
            yield Mark(Sort.WEAPON, (word, word.head))
        elif word.lower in _CLASSES and (_is_class(word) or _in_a_row(word, sentence)):
            yield Mark(Sort.WEAPON, (word,), _CLASSES[word.lower])


def _is_mine(sentence: Sentence, word: Word) -> bool:
    """Say whether a word is a mine that is laid, or one whose clearance the parser misread."""
    if word.lower == "mine":
        after = sentence.words[word.index + 1 : word.index + 2]
        if after and after[0].lemma in {"clearance", "contamination", "explosion", "blast"}:
            return True
    return word.lemma == "mine" and word.tag in {"NN", "NNS"} and _is_weapon(word)


def _is_weapon(noun: Word) -> bool:
    if noun.dep == "compound":
        return noun.head.lemma in _OF_MINE_WORK
    top = noun
    while top.dep == "conj":
        top = top.head
    if top.dep == "pobj" and top.head.lower in {"of", "by", "on"}:
        return top.head.head.lemma in _OF_MINES | {"explosion", "use", "clearance", "removal"}
    told = {child.lemma for child in noun.children} & {"lay", "plant", "unexploded"}
    return top.head.lemma in _OF_MINES or bool(told)


def _is_fired(noun: Word) -> bool:
    """Say whether a shell is one that was fired: it hit, fell or killed."""
    if noun.tag not in {"NN", "NNS"}:
        return False
    if any(child.lower == "unexploded" for child in noun.children):
        return True
    top = noun
    if top.dep == "pobj" and top.head.lower == "of" and top.head.head.lemma in _NUMBERS:
        top = top.head.head
    return top.dep in {"nsubj", "dobj", "nsubjpass"} and top.head.lemma in _OF_SHELLS


_NUMBERS = lemmas("number dozen score hundred thousand barrage volley salvo hail ten")

_OF_SHELLS = lemmas(
    "hit strike fall land explode kill fire lob wound injure slam crash drop rain pour damage "
    "destroy burst hurl launch"
)


def _is_used(noun: Word) -> bool:
    """Say whether gas is what somebody used: `what kind of gas was used`."""
    top = noun
    if top.dep == "pobj" and top.head.lower == "of" and top.head.head.lemma in {"kind", "type"}:
        top = top.head.head
    plain = not any(child.lemma in {"natural", "tear", "mask"} for child in noun.children)
    return plain and top.dep in {"nsubjpass", "dobj"} and top.head.lemma in _OF_GAS


_WEAPONS = lemmas("weapon weaponry munition bomb arm")


def _is_class(word: Word) -> bool:
    """Say whether an adjective belongs to weapons: `chemical and nuclear weapons`."""
    top = word
    while top.dep == "conj":
        top = top.head
    return top.dep in {"amod", "compound", "nmod"} and top.head.lemma in _WEAPONS


def _in_a_row(word: Word, sentence: Sentence) -> bool:
    """Say whether only other adjectives stand between this one and weapons, however parsed."""
    following = sentence.words[word.index + 1 : word.index + _ROW]
    row = (one for one in following if one.lower not in {",", "and", "or", "other", "-"})
    after = next((one for one in row if one.tag not in {"JJ", "VBN"}), None)
    return after is not None and after.lemma in _WEAPONS


_ROW = 12
"""Words that such a row may have."""
