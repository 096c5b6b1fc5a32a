"""Mending: a few errors that the parser makes again and again, put right in the tree.

Each mend looks for a shape that grammar does not allow, such as a finite verb that modifies a
noun, and hangs the words as they must hang. The words themselves do not change.
"""

from collections.abc import Callable, Sequence

from remnant.extract.words import Word, lemmas

Mend = Callable[[Sequence[Word], list[int]], None]
"""Changes the labels of words and the list of their heads in place."""

_FINITE = frozenset({"VBP", "VBZ", "VBD"})
_BEFORE_GERUND = lemmas("deny admit avoid stop continue begin start resume consider risk keep end")
_ACTS = lemmas("shelling bombing killing targeting firing gassing mining")


def mended(words: Sequence[Word], heads: list[int]) -> list[int]:
    """Return the heads with the known errors put right; labels are changed in the words."""
    found = list(heads)
    for mend in MENDS:
        mend(words, found)
    return found if found == heads or _is_tree(found) else heads


def _is_tree(heads: Sequence[int]) -> bool:
    """Say whether every word leads up to a root, so that no walk goes round for ever."""
    sound: set[int] = set()
    for start in range(len(heads)):
        path: list[int] = []
        word = start
        while word not in sound and heads[word] != word:
            if word in path:
                return False
            path.append(word)
            word = heads[word]
        sound.update(path, (word,))
    return True


def _acts_as_nouns(words: Sequence[Word], heads: list[int]) -> None:
    """Read `killed by shelling in Homs` with shelling as a noun, not as a clause."""
    for word in words:
        before = words[heads[word.index]]
        if word.dep == "pcomp" and word.lower in _ACTS and before.pos in {"ADP", "SCONJ"}:
            if any(heads[one.index] == word.index and one.dep == "dobj" for one in words):
                continue
            word.dep, word.pos, word.lemma = "pobj", "NOUN", word.lower


def _gerunds_after_verbs(words: Sequence[Word], heads: list[int]) -> None:
    """Read `denied supplying missiles` with the missiles as what was supplied."""
    for word in words:
        noun = words[heads[word.index]]
        verb = words[heads[noun.index]]
        close = word.index == verb.index + 1 and noun.dep == "dobj"
        if word.tag == "VBG" and word.dep == "amod" and close and verb.lemma in _BEFORE_GERUND:
            word.dep, word.pos = "xcomp", "VERB"
            heads[word.index], heads[noun.index] = verb.index, word.index
            for one in words:
                if one.dep == "prep" and heads[one.index] == verb.index and one.index > noun.index:
                    heads[one.index] = word.index


def _finite_verbs(words: Sequence[Word], heads: list[int]) -> None:
    """Read `that the group possess weapons` with a verb, which no noun can be modified by."""
    for verb in words:
        noun = words[heads[verb.index]]
        if verb.tag not in _FINITE or verb.dep != "amod" or noun.index < verb.index:
            continue
        before = [
            one
            for one in words[: verb.index]
            if heads[one.index] == noun.index and one.dep in {"compound", "nmod", "poss", "nsubj"}
        ]
        if not before or noun.dep not in {"acl", "ccomp", "ROOT", "dobj", "pobj"}:
            continue
        root = heads[noun.index] == noun.index
        heads[verb.index] = verb.index if root else heads[noun.index]
        verb.dep, verb.pos = ("ROOT" if root else noun.dep), "VERB"
        if verb.dep in {"dobj", "pobj"}:
            verb.dep = "ccomp"
        heads[noun.index], noun.dep = verb.index, "dobj"
        named = before[-1]
        for one in words[: verb.index]:
            if heads[one.index] == noun.index and one is not named:
                heads[one.index] = named.index if one.dep in {"det", "compound"} else verb.index
        heads[named.index], named.dep = verb.index, "nsubj"


def _dated_subjects(words: Sequence[Word], heads: list[int]) -> None:
    """Read `On 3 October 2020 A shelled B` with A as the subject, though without a comma."""
    for noun in words:
        before = words[heads[noun.index]]
        verb = words[heads[before.index]]
        if noun.dep != "pobj" or before.index > 1 or verb.index < noun.index:
            continue
        if any(heads[one.index] == verb.index and one.dep.startswith("nsubj") for one in words):
            continue
        dated = [one for one in words[: noun.index] if heads[one.index] == noun.index]
        months = [one for one in dated if one.lower in _MONTHS or _is_year(one)]
        if not months or noun.lower in _MONTHS or _is_year(noun) or verb.tag not in _FINITE:
            continue
        heads[months[-1].index], months[-1].dep = before.index, "pobj"
        for one in dated:
            if one is not months[-1] and one.index < months[-1].index:
                heads[one.index] = months[-1].index
        heads[noun.index], noun.dep = verb.index, "nsubj"


def _is_year(word: Word) -> bool:
    return word.text.isdigit() and len(word.text) == len("2020")


_MONTHS = lemmas(
    "january february march april may june july august september october november december"
)

MENDS: tuple[Mend, ...] = (_acts_as_nouns, _gerunds_after_verbs, _finite_verbs, _dated_subjects)
"""In order; each sees what the ones before it did."""
