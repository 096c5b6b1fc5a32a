"""Mending: a few errors that the parser makes again and again, put right in the tree.

Each mend looks for a shape that grammar does not allow, such as a finite verb that modifies a
noun, and hangs the words as they must hang. The words themselves do not change.
"""

from collections.abc import Callable, Sequence

from remnant.extract.language.frames import ATTACKS, PEOPLE
from remnant.extract.language.words import Word, lemmas
from remnant.extract.parsing.regoverning import FINITE, MONTHS, REGOVERNING
from remnant.extract.parsing.renaming import renamed

Mend = Callable[[Sequence[Word], list[int]], None]
"""Changes the labels of words and the list of their heads in place."""

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
        if verb.tag not in FINITE or verb.dep != "amod" or noun.index < verb.index:
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


def _past_after_noun(words: Sequence[Word], heads: list[int]) -> None:
    """Read `The regime bombed Aleppo` as a sentence: a past tense does not describe a noun."""
    for verb in words:
        noun = words[heads[verb.index]]
        if verb.tag != "VBD" or verb.dep != "acl" or noun.index != verb.index - 1:
            continue
        below = [one for one in words if heads[one.index] == verb.index and one.index > verb.index]
        struck = next((one for one in below if one.dep in {"npadvmod", "dobj"}), None)
        if struck is None or struck.pos != "PROPN" or heads[noun.index] != noun.index:
            continue
        heads[verb.index], verb.dep, verb.pos = verb.index, "ROOT", "VERB"
        heads[noun.index], noun.dep, struck.dep = verb.index, "nsubj", "dobj"


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
        months = [one for one in dated if one.lower in MONTHS or _is_year(one)]
        if not months or noun.lower in MONTHS or _is_year(noun) or verb.tag not in FINITE:
            continue
        heads[months[-1].index], months[-1].dep = before.index, "pobj"
        for one in dated:
            if one is not months[-1] and one.index < months[-1].index:
                heads[one.index] = months[-1].index
        heads[noun.index], noun.dep = verb.index, "nsubj"


def _verbs_of_headlines(words: Sequence[Word], heads: list[int]) -> None:
    """Read `Gas attack kills 58` and `Syria shells Homs` with a verb: it has a subject."""
    for word in words:
        lemma = _PRESENT.get(word.lower)
        if lemma is None or word.tag != "NNS" or word.dep in {"pobj", "dobj", "nsubj"}:
            continue
        below = {one.dep for one in words if heads[one.index] == word.index}
        if "nsubj" in below and "dobj" in below and not below & {"compound", "amod", "det"}:
            word.tag, word.pos, word.lemma = "VBZ", "VERB", lemma


_PRESENT = {
    **{f"{one}s": one for one in ("kill", "wound", "injure", "shell", "bomb", "raid", "attack")},
    **{
        f"{one}s": one
        for one in ("target", "strike", "hit", "claim", "blast", "pound", "fire", "intercept")
    },
}
"""Forms that may be a verb or the plural of a noun."""


def _strikes_as_nouns(words: Sequence[Word], heads: list[int]) -> None:
    """Read `reported government airstrikes on towns` with the airstrikes as a noun."""
    for word in words:
        if word.lower not in _NEVER_VERBS or word.tag not in {"VBZ", "VBP"}:
            continue
        below = [one for one in words if heads[one.index] == word.index]
        if any(one.dep in {"nsubj", "dobj", "aux"} for one in below):
            continue
        word.tag, word.pos, word.lemma = "NNS", "NOUN", word.lower.removesuffix("s")
        if word.dep in {"ccomp", "xcomp", "advcl"}:
            word.dep = "dobj"


_NEVER_VERBS = lemmas("airstrikes strikes raids attacks bombings shellings explosions blasts")


def _modifying_verbs(words: Sequence[Word], heads: list[int]) -> None:
    """Read `that militants fired rocket shells` with a verb: no modifier has a subject."""
    for verb in words:
        noun = words[heads[verb.index]]
        if verb.dep != "amod" or verb.tag not in {"VBN", "VBD"} or noun.index < verb.index:
            continue
        own = [one for one in words if heads[one.index] == verb.index and one.dep == "nsubj"]
        if not own or noun.dep not in {"acl", "ccomp", "ROOT", "dobj"}:
            continue
        root = heads[noun.index] == noun.index
        heads[verb.index] = verb.index if root else heads[noun.index]
        verb.dep, verb.pos, verb.tag = ("ROOT" if root else "ccomp"), "VERB", "VBD"
        heads[noun.index], noun.dep = verb.index, "dobj"
        for one in words:
            if heads[one.index] == noun.index and one.dep in {"prep", "mark", "punct"}:
                heads[one.index] = verb.index


def _figures_side_by_side(words: Sequence[Word], heads: list[int]) -> None:
    """Read `3 killed 40 injured` as two passives, not as three who killed forty."""
    for verb in words:
        if verb.lower not in _HARMED or not verb.index or verb.dep == "acomp":
            continue
        before = words[verb.index - 1]
        after = words[verb.index + 1 : verb.index + _REACH]
        second = next((one for one in after if one.lower in _HARMED), None)
        below = {one.dep for one in words if heads[one.index] == before.index}
        counted = before.pos == "NUM" or (
            before.lemma in PEOPLE and (before.tag == "NN" or "nummod" in below)
        )
        if second is None or not counted:
            continue
        between = words[verb.index + 1 : second.index]
        figure = next((one for one in reversed(between) if _counts(one)), None)
        if figure is None or not all(_counts(one) or one.dep in _BOUNDS for one in between):
            continue
        _part_figures(words, heads, (before, verb), (figure, second))


def _figures_of_headlines(words: Sequence[Word], heads: list[int]) -> None:
    """Read `kills 12 wounds 50` with two verbs, each with its own figure."""
    for word in words[1:-1]:
        before, after = words[word.index - 1], words[word.index + 1]
        lemma = _WOUNDING.get(word.lower)
        if lemma is None or before.pos != "NUM" or after.pos != "NUM":
            continue
        first = next((one for one in words[: word.index] if one.lower in _KILLS), None)
        if first is None or first.tag not in {"VBZ", "VBD"}:
            continue
        word.tag, word.pos, word.lemma, word.dep = "VBZ", "VERB", lemma, "conj"
        heads[word.index], heads[before.index], heads[after.index] = (
            first.index, first.index, word.index,
        )  # fmt: skip
        before.dep = after.dep = "dobj"


_WOUNDING = {"wounds": "wound", "injures": "injure", "wounded": "wound", "injured": "injure"}
_KILLS = frozenset({"kills", "killed"})


def _counts(word: Word) -> bool:
    return word.pos == "NUM" or word.lemma in PEOPLE


def _part_figures(
    words: Sequence[Word], heads: list[int], first: tuple[Word, Word], other: tuple[Word, Word]
) -> None:
    """Hang each figure below its own participle, and the second participle below the first."""
    before, verb = first
    figure, second = other
    governor = words[heads[before.index]]
    if verb.lower == "dead":
        heads[verb.index], verb.dep = before.index, "acl"
        if before.dep == "nsubj" and governor is not verb:
            before.dep = "dep"
    else:
        before.dep = "nsubjpass"
    verb.tag, second.tag, second.dep, second.pos = "VBN", "VBN", "conj", "VERB"
    if heads[second.index] in {figure.index, before.index}:
        heads[second.index] = verb.index
    heads[figure.index], figure.dep = second.index, "nsubjpass"


_REACH = 7
"""Words after a participle within which the next figure has its own."""

_BOUNDS = frozenset({"quantmod", "advmod", "nummod", "amod", "det"})
"""Labels of the words that bound a figure."""

_HARMED = lemmas("killed dead injured wounded hurt")


def _dropped_by(words: Sequence[Word], heads: list[int]) -> None:
    """Read `by sarin gas dropped by A` with the participle below the gas."""
    for verb in words:
        noun = words[verb.index - 1] if verb.index else verb
        if verb.tag not in {"VBD", "VBN"} or verb.dep not in {"ccomp", "advcl", "dep"}:
            continue
        below = {one.dep for one in words if heads[one.index] == verb.index}
        own = {"nsubj", "nsubjpass", "aux", "auxpass", "dobj", "mark"}
        if "agent" in below and not below & own and noun.pos == "NOUN":
            heads[verb.index], verb.dep, verb.tag = noun.index, "acl", "VBN"


def _plurals_in_capitals(words: Sequence[Word], heads: list[int]) -> None:
    """Read `Cluster Munition Attacks` with the lemma of a common noun."""
    del heads
    for word in words:
        if word.tag in {"NNPS", "NNP"} and word.lower in _PLURALS and word.lemma == word.lower:
            word.lemma = word.lower.removesuffix("s")


_PLURALS = frozenset(f"{one}s" for one in ATTACKS | PEOPLE)


def _is_year(word: Word) -> bool:
    return word.text.isdigit() and len(word.text) == len("2020")


MENDS: tuple[Mend, ...] = (
    renamed,
    _acts_as_nouns,
    _gerunds_after_verbs,
    _finite_verbs,
    _past_after_noun,
    _dated_subjects,
    _verbs_of_headlines,
    _strikes_as_nouns,
    _modifying_verbs,
    _figures_side_by_side,
    _figures_of_headlines,
    _dropped_by,
    _plurals_in_capitals,
    *REGOVERNING,
)
"""In order; each sees what the ones before it did."""
