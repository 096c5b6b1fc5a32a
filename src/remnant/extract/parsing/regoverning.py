"""Regoverning: mends of what a verb governs: its subject, its object, the clause beside it.

A name that only a time parts from its verb is the subject; of two clauses joined by `and` each
keeps its own parts; a verb of a headline that was read as an auxiliary governs the rest.
"""

from collections.abc import Callable, Sequence

from remnant.extract.language.frames import STRIKING
from remnant.extract.language.words import Word, lemmas

FINITE = frozenset({"VBP", "VBZ", "VBD"})
"""Tags of verbs that a subject goes with."""

MONTHS = lemmas(
    "january february march april may june july august september october november december"
)
"""Names of months, which are no subjects."""


def _named_subjects(words: Sequence[Word], heads: list[int]) -> None:
    """Read `A on 5 October denied it` with A as the subject: only a time can stand as if it did."""
    for noun in words:
        verb = words[heads[noun.index]]
        if noun.dep != "npadvmod" or noun.tag not in {"NNP", "NNPS"} or noun.index > verb.index:
            continue
        below = {one.dep for one in words if heads[one.index] == verb.index}
        finite = verb.tag in FINITE or (verb.tag == "VBN" and "aux" in below)
        parted = any(one.dep != "punct" for one in words[noun.index + 1 : verb.index])
        named = parted and noun.lower not in MONTHS | _DAYS
        if finite and named and not below & _SUBJECTS:
            noun.dep = "nsubj"


_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_DAYS = lemmas("monday tuesday wednesday thursday friday saturday sunday today yesterday")


def _second_clauses(words: Sequence[Word], heads: list[int]) -> None:
    """Read `A bombed X and B shelled Y` with X as what A bombed, not as a part of B's name."""
    for noun in words:
        verb, named = words[heads[noun.index]], _joined_before(words, heads, noun)
        first = words[heads[verb.index]]
        if named is None or noun.dep != "nsubj" or verb.dep not in {"ccomp", "conj"}:
            continue
        if verb.tag not in FINITE or first.tag not in FINITE or first.index > named.index:
            continue
        below = {one.dep for one in words if heads[one.index] == first.index}
        if "dobj" in below or first.lemma not in STRIKING:
            continue
        own = next((one for one in _conjuncts(words, heads, named) if one.tag == "NNP"), noun)
        own = own if noun is named else noun
        for one in words[named.index + 1 : verb.index]:
            if heads[one.index] == named.index and one is not own:
                heads[one.index] = first.index if one.dep == "cc" else own.index
                one.dep = "amod" if one.dep == "conj" else one.dep
        heads[own.index], own.dep = verb.index, "nsubj"
        heads[named.index], named.dep, verb.dep = first.index, "dobj", "conj"


def _conjuncts(words: Sequence[Word], heads: list[int], noun: Word) -> list[Word]:
    return [one for one in words if heads[one.index] == noun.index and one.dep == "conj"]


def _joined_before(words: Sequence[Word], heads: list[int], noun: Word) -> Word | None:
    """Return the name with its own `and` that was read as a part of a noun after it."""
    for one in words[: noun.index + 1]:
        part = heads[one.index] == noun.index and one.dep in {"nmod", "compound"}
        part = part or (one is noun and len(_conjuncts(words, heads, noun)) == 1)
        if part and any(cc.dep == "cc" and heads[cc.index] == one.index for cc in words):
            return one if one.tag == "NNP" else None
    return None


def _judging_headlines(words: Sequence[Word], heads: list[int]) -> None:
    """Read `A Condemns Reported Use` with a verb: only `do`, `have` and `be` are auxiliaries."""
    for verb in words[:-2]:
        past, noun = words[verb.index + 1], words[verb.index + 2]
        lemma = _JUDGING.get(verb.lower)
        shaped = lemma and verb.dep == "aux" and heads[verb.index] == past.index
        if not shaped or noun.dep != "dobj" or heads[noun.index] != past.index:
            continue
        root = heads[past.index] == past.index
        heads[verb.index] = verb.index if root else heads[past.index]
        verb.dep, verb.pos, verb.tag, verb.lemma = past.dep, "VERB", "VBZ", lemma or verb.lemma
        for one in words:
            if heads[one.index] == past.index and one is not verb:
                heads[one.index] = verb.index
        heads[past.index], past.dep, past.tag = noun.index, "amod", "VBN"
        heads[noun.index] = verb.index


_JUDGING = {
    "denounces": "denounce",
    "denies": "deny",
    "decries": "decry",
    "deplores": "deplore",
    **{f"{one}s": one for one in ("condemn", "criticise", "criticize", "slam", "reject")},
    **{f"{one}s": one for one in ("protest", "lament", "regret", "confirm", "question")},
}
"""Verbs of headlines before a participle: `Rejects Alleged Use`."""


def _verbs_of_asking(words: Sequence[Word], heads: list[int]) -> None:
    """Read `the CMC appeals to Israel not to use` with a verb: no noun has a name and a clause."""
    for verb in words[1:]:
        lemma = _ASKING.get(verb.lower)
        named = words[verb.index - 1]
        if lemma is None or verb.tag != "NNS" or named.tag != "NNP":
            continue
        below = {one.dep for one in words if heads[one.index] == verb.index}
        if heads[named.index] != verb.index or not below & {"xcomp", "ccomp"}:
            continue
        verb.tag, verb.pos, verb.lemma = "VBZ", "VERB", lemma
        for one in words[: named.index]:
            if heads[one.index] == verb.index and one.dep in {"det", "compound", "amod"}:
                heads[one.index] = named.index
        named.dep = "nsubj"


_ASKING = {f"{one}s": one for one in ("appeal", "call", "demand", "warn", "claim", "request")}
"""Forms that may be a verb or the plural of a noun: `appeals`."""


def _apposed_subjects(words: Sequence[Word], heads: list[int]) -> None:
    """Read `In a letter to A, B denied it` with B as the subject, and as no other name for A."""
    for noun in words:
        after = words[noun.index + 1] if noun.index + 1 < len(words) else noun
        if noun.dep != "appos" or noun.tag != "NNP" or after.tag not in FINITE:
            continue
        below = {one.dep for one in words if heads[one.index] == after.index}
        first = min([noun.index, *(one.index for one in words if heads[one.index] == noun.index)])
        parted = first > 0 and words[first - 1].text == ","
        if parted and heads[noun.index] < noun.index and not below & _SUBJECTS:
            heads[noun.index], noun.dep = after.index, "nsubj"


def _second_predicates(words: Sequence[Word], heads: list[int]) -> None:
    """Read `the warning comes after A reported X and said Y` with A as who said it.

    A verb without a subject shares that of the nearest clause in its own tense.
    """
    for verb in words:
        first = words[heads[verb.index]]
        if verb.dep != "conj" or verb.tag not in FINITE or first.index > verb.index:
            continue
        if first.tag not in FINITE or (_is_past(first) == _is_past(verb) and first.lemma != "come"):
            continue
        below = {one.dep for one in words if heads[one.index] == verb.index}
        inner = [
            one for one in words[first.index + 1 : verb.index] if _is_clause(one, words, heads)
        ]
        alike = [one for one in inner if heads[one.index] == first.index and one.tag == verb.tag]
        if below & _SUBJECTS or not alike:
            continue
        heads[verb.index] = alike[-1].index
        for one in words[alike[-1].index : verb.index]:
            if one.dep == "cc" and heads[one.index] == first.index:
                heads[one.index] = alike[-1].index


def _is_past(verb: Word) -> bool:
    return verb.tag == "VBD"


def _is_clause(verb: Word, words: Sequence[Word], heads: Sequence[int]) -> bool:
    """Say whether a verb has a subject of its own in a clause that tells when."""
    own = any(one.dep in _SUBJECTS and heads[one.index] == verb.index for one in words)
    return verb.dep == "advcl" and own


def _joined_subjects(words: Sequence[Word], heads: list[int]) -> None:
    """Read `the war between A and B and C have cleared X` with C as who cleared it.

    A verb that shares the subject of another stands right after its `and`, and not after a noun.
    """
    for verb in words:
        if verb.dep != "conj" or words[heads[verb.index]].tag not in FINITE | {"VBN"}:
            continue
        below = [one for one in words if heads[one.index] == verb.index]
        first = min([verb.index, *(one.index for one in below if one.dep in _AUXILIARIES)])
        noun = words[first - 1]
        if first == verb.index or noun.dep != "conj" or noun.pos not in {"NOUN", "PROPN"}:
            continue
        within = words[heads[heads[noun.index]]]
        if within.lower == "between" and not _SUBJECTS & {one.dep for one in below}:
            heads[noun.index], noun.dep = verb.index, "nsubj"


_AUXILIARIES = frozenset({"aux", "auxpass"})


REGOVERNING: tuple[Callable[[Sequence[Word], list[int]], None], ...] = (
    _named_subjects,
    _second_clauses,
    _judging_headlines,
    _verbs_of_asking,
    _apposed_subjects,
    _second_predicates,
    _joined_subjects,
)
"""In order; each sees what the ones before it did."""
