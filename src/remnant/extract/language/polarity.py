"""Polarity: which words negate a verb, a noun or a whole clause."""

from remnant.extract.language.words import Word, lemmas

_NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "n’t", "hardly"})
_NONE = frozenset({"no", "neither"})
_AT_LEAST = frozenset({"fewer", "less", "more"})
"""Words with which `no` is part of a number: `no fewer than 30`."""

_NOBODY = frozenset({"nobody", "none", "neither"})
_OCCASIONS = lemmas("time case circumstance occasion point way instance event moment")
"""Nouns with which `no` negates a whole clause: `at no time`."""


def negated(word: Word) -> bool:
    """Say whether the word itself is negated: `never targeted`, `no evidence`."""
    return any(
        child.lower in _NEGATIONS and child.dep != "conj" and not _is_only(child)
        for child in word.children
    )


def _is_only(negation: Word) -> bool:
    """Say whether it is `not only`, or `no` as part of a number: `no fewer than`."""
    below = {one.lower for one in (*negation.children, *negation.head.children)}
    counted = negation.head.pos == "NUM" or bool(below & {"fewer", "less"})
    return "only" in {one.lower for one in negation.children} or (
        negation.lower == "no" and counted and "than" in below
    )


def excluded(word: Word) -> bool:
    """Say whether a verb is negated, by itself or by a part: `at no time did`, `neither side`."""
    if negated(word) or any(_no_longer(child) for child in word.children):
        return True
    if word.dep == "pcomp" and word.head.lower == "without":
        return True
    if word.dep == "conj" and _shares_negation(word):
        return True
    return any(_excludes(child) for child in word.children)


def nobody(noun: Word) -> bool:
    """Say whether a noun phrase names nobody and nothing: `no state`, `neither side`."""
    inside = {word.lower for one in noun.children for word in one.subtree()}
    if "than" in inside and inside & _AT_LEAST:
        return False
    return noun.lower in _NOBODY or any(one.lower in _NONE for one in noun.children)


def _shares_negation(word: Word) -> bool:
    """Say whether what a verb is coordinated with hands its negation on: `did not A or B`."""
    first = word.head
    links = [one.lower for one in first.children if one.dep == "cc" and one.index < word.index]
    if "nor" in links:
        return True
    plain = not word.has("nsubj", "nsubjpass", "aux")
    return "or" in links and negated(first) and plain


def _excludes(child: Word) -> bool:
    """Say whether a part of a clause negates it: `nobody`, `no state`, `in no case`."""
    if child.dep in {"nsubj", "nsubjpass", "dobj"}:
        return nobody(child)
    if child.dep != "prep":
        return False
    if child.lower in {"neither", "nor"} or any(one.lower == "neither" for one in child.children):
        return True
    noun = child.child("pobj")
    return noun is not None and noun.lemma in _OCCASIONS and negated(noun)


def _no_longer(child: Word) -> bool:
    return child.lower == "longer" and negated(child)
