"""Renaming: mends of words whose class the parser mistook: nouns read as verbs, verbs as nouns.

`Landmines` and `launches` can be forms of verbs, `IS` is a group and no auxiliary where the rest
is not in capitals, and a participle that explains its noun is not the verb of the sentence.
"""

from collections.abc import Callable, Sequence

from remnant.extract.language.words import Word, lemmas

_ARMS = lemmas(
    "landmines mines munitions submunitions bomblets missiles rockets grenades mortars shells "
    "launchers warheads cluster-bombs bombs drones"
)
"""Plurals that name weapons, which the parser may read as verbs."""

_NAMING = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "attr", "conj"})
_BEFORE = frozenset({"compound", "amod", "poss", "det", "nummod", "nmod"})
_FINITE = frozenset({"VBZ", "VBP"})
_BELIEVED = lemmas("believe think suspect say know report presume allege suppose")


def _noun_with_modifiers(word: Word, words: Sequence[Word], heads: list[int]) -> None:
    """Read `multiple missile launches at` with a noun: what it is called stands before it."""
    if word.dep not in _NAMING - {"conj"}:
        return
    if any(heads[one.index] == word.index and one.dep in _BEFORE for one in words):
        _as_plural(word)


def _act_beside_noun(word: Word, words: Sequence[Word], heads: list[int]) -> None:
    """Read `killed by air strikes and shelling` with the shelling beside the strikes."""
    link, noun = words[word.index - 1], words[word.index - 2]
    if word.lower not in _ACTS or word.dep not in {"conj", "advcl"} or word.index < _BOTH:
        return
    together = link.lower in {"and", "or"} or (link.lower == "as" and noun.lower == "well")
    if link.lower == "as" and word.index > _BOTH + 1:
        noun = words[word.index - 4]
    own = any(heads[one.index] == word.index and one.dep == "dobj" for one in words)
    if together and not own and noun.pos == "NOUN" and noun.dep in {"pobj", "dobj"}:
        word.tag, word.pos, word.lemma, word.dep = "NN", "NOUN", word.lower, "conj"
        heads[word.index] = noun.index


_ACTS = lemmas("shelling bombing gassing mining sniping")
_BOTH = 2


def _arms_read_as_verb(word: Word, words: Sequence[Word], heads: list[int]) -> None:
    """Read `using antipersonnel landmines that kill` with the landmines as what is used."""
    before = words[word.index - 1]
    if word.lower not in _ARMS or before.index > word.index or before.dep not in _NAMING:
        return
    below = [one for one in words if heads[one.index] == word.index]
    if any(one.dep in {"nsubj", "aux", "dobj"} for one in below):
        return
    _as_plural(word)
    word.dep, heads[word.index] = before.dep, heads[before.index]
    before.dep, heads[before.index] = "compound", word.index
    for one in words[: word.index]:
        if heads[one.index] == before.index:
            heads[one.index] = word.index
    for one in below:
        if one.dep in {"ccomp", "advcl"} and one.index > word.index:
            _as_relative(one, words, heads)


def _as_relative(verb: Word, words: Sequence[Word], heads: list[int]) -> None:
    """Hang a clause after `that` on the noun before it, with `that` as its subject."""
    for one in words:
        if heads[one.index] == verb.index and one.lower == "that" and one.dep == "mark":
            one.dep, verb.dep = "nsubj", "relcl"


def _as_plural(word: Word) -> None:
    word.tag, word.pos, word.lemma = "NNS", "NOUN", _singular(word.lower)


def _singular(plural: str) -> str:
    return plural.removesuffix("es" if plural.endswith(("ches", "shes", "sses", "xes")) else "s")


def _group_called_is(word: Word, words: Sequence[Word], heads: list[int]) -> None:
    """Read `14 of IS vehicles` and `IS claims attack` with IS as the name of a group."""
    plain = any(one.text.islower() for one in words)
    if word.text != "IS" or not plain or word.index + 1 == len(words):
        return
    after = words[word.index + 1]
    word.tag, word.pos, word.lemma = "NNP", "PROPN", "IS"
    if word.dep == "ROOT" and after.lower in _CLAIMING:
        after.tag, after.pos, after.lemma = "VBZ", "VERB", after.lower.removesuffix("s")
        _root_at(after, word, words, heads)
        word.dep = "nsubj"
        return
    noun = next((one for one in words[word.index + 1 :] if _closes(one, words)), None)
    if word.dep in {"aux", "auxpass"}:
        _as_subject(word, words, heads)
        noun = noun if after.pos == "NOUN" else None
    if noun is None or noun.index > word.index + _NEAR:
        return
    before = words[word.index - 1] if word.index else word
    governor = heads[word.index] if word.dep != "ROOT" else noun.index
    noun.dep, heads[noun.index] = word.dep, governor
    if before.pos == "ADP":
        noun.dep, heads[noun.index] = "pobj", before.index
    for one in words:
        if heads[one.index] == word.index and one is not noun:
            heads[one.index] = noun.index
    word.dep, heads[word.index] = "compound", noun.index


def _as_subject(group: Word, words: Sequence[Word], heads: list[int]) -> None:
    """Read `IS militants shot two` and `IS has claimed it` with a subject, not an auxiliary."""
    verb = words[heads[group.index]]
    group.dep = "nsubj"
    helped = any(heads[one.index] == verb.index and one.dep.startswith("aux") for one in words)
    if verb.tag == "VBN" and not helped:
        verb.tag = "VBD"


_CLAIMING = lemmas("claims attacks kills shells strikes hits targets bombs executes fires says")
_NEAR = 3


def _closes(noun: Word, words: Sequence[Word]) -> bool:
    """Say whether a noun is the last of those in a row."""
    after = words[noun.index + 1] if noun.index + 1 < len(words) else None
    return noun.pos == "NOUN" and (after is None or after.pos != "NOUN")


def _root_at(verb: Word, old: Word, words: Sequence[Word], heads: list[int]) -> None:
    """Make a word the verb of the sentence in the place of another."""
    for one in words:
        if heads[one.index] == old.index:
            heads[one.index] = verb.index
            one.dep = "dobj" if one.dep == "attr" else one.dep
    for one in words[verb.index + 1 :]:
        if heads[one.index] == verb.index and one.pos == "NOUN":
            one.dep = "dobj"
    heads[verb.index], verb.dep = verb.index, "ROOT"
    heads[old.index] = verb.index


def _capital_verb(word: Word, words: Sequence[Word], heads: list[int]) -> None:
    """Read `A and B Use Banned Bombs` with a verb: a noun has no subject and object."""
    if word.dep != "ROOT" or word.lower not in _VERBS:
        return
    below = {one.dep for one in words if heads[one.index] == word.index}
    if {"nsubj", "dobj"} <= below:
        word.tag, word.pos, word.lemma = "VBD", "VERB", word.lower


_VERBS = lemmas("use attack strike hit shell bomb fire launch drop kill raid blast target")


def _explaining_participle(word: Word, words: Sequence[Word], heads: list[int]) -> None:
    """Read `a gas believed to be chlorine was released` with the release as its verb."""
    if word.lemma not in _BELIEVED:
        return
    own = [one for one in words if heads[one.index] == word.index]
    noun = next((one for one in own if one.dep == "nsubj" and one.index < word.index), None)
    verb = next((one for one in own if one.dep == "ccomp" and one.index > word.index), None)
    if noun is None or verb is None or not any(one.dep == "xcomp" for one in own):
        return
    below = {one.dep: one for one in words if heads[one.index] == verb.index}
    if not {"aux", "auxpass"} & below.keys() or {"nsubj", "nsubjpass"} & below.keys():
        return
    if any(one.dep in {"aux", "auxpass"} for one in own):
        return
    root = heads[word.index] == word.index
    heads[verb.index], verb.dep = (verb.index if root else heads[word.index]), word.dep
    heads[noun.index], noun.dep = (
        verb.index,
        "nsubjpass" if "auxpass" in below else "nsubj",
    )
    heads[word.index], word.dep, word.tag = noun.index, "acl", "VBN"
    for one in own:
        if one not in {noun, verb} and (one.index > verb.index or one.dep == "mark"):
            heads[one.index] = verb.index


def renamed(words: Sequence[Word], heads: list[int]) -> None:
    """Put right the words of a sentence whose class the parser mistook."""
    for word in words:
        for mend in _BY_TAG.get(word.tag, ()):
            mend(word, words, heads)


_BY_TAG: dict[str, tuple[Callable[[Word, Sequence[Word], list[int]], None], ...]] = {
    **dict.fromkeys(_FINITE, (_noun_with_modifiers, _arms_read_as_verb, _group_called_is)),
    **dict.fromkeys(("NN", "NNP"), (_capital_verb,)),
    "VBG": (_act_beside_noun,),
    **dict.fromkeys(("VBN", "VBD"), (_explaining_participle,)),
}
"""Which mends may concern a word, by its tag."""
