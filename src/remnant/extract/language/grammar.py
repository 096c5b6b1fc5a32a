"""Arguments over dependencies: who does what to whom, in active, passive and noun form.

Each function takes a word of the tree and finds the words that play one part
for it, through coordination, relative clauses, participles and light verbs.
"""

from collections.abc import Iterator

from remnant.extract.language.words import Sentence, Word

RELATIVE = frozenset({"which", "that", "who", "whom", "whose"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
"""Determiners of what was told before, or is known."""

OWNED = frozenset({"poss", "amod", "compound", "nmod"})
"""How a name hangs on the noun that it stands before."""

_SUBJECTS = ("nsubj", "nsubjpass")
_OBJECTS = ("dobj", "dative", "oprd")
_INSIDE = frozenset({"compound", "amod", "poss", "nmod", "appos", "nummod", "npadvmod", "advmod"})
_CLAUSES = frozenset(
    {"relcl", "acl", "advcl", "ccomp", "xcomp", "parataxis", "pcomp", "csubj", "ROOT"}
)


def is_verb(word: Word) -> bool:
    """Say whether the word is used as a verb, participles included."""
    return word.pos in {"VERB", "AUX"} or (
        word.tag in {"VBN", "VBD", "VBG"} and word.dep not in {"amod", "compound"}
    )


def is_noun(word: Word) -> bool:
    """Say whether the word is a noun or a name."""
    return word.pos in {"NOUN", "PROPN"} or (word.tag == "VBG" and word.has("prep", "det", "poss"))


def is_passive(verb: Word) -> bool:
    """Say whether the verb is passive: `was hit`, `fired by`, `cluster bombs used in`."""
    if verb.has("nsubjpass", "auxpass", "agent"):
        return True
    if verb.tag != "VBN":
        return False
    if verb.dep == "conj" and not verb.has("nsubj") and is_verb(verb.head):
        return is_passive(verb.head) and not verb.has("aux")
    if verb.has("aux"):
        return False
    return not verb.has("nsubj", "dobj") or (verb.dep == "ccomp" and not verb.has("dobj"))


def conjuncts(word: Word) -> list[Word]:
    """Return the word and those coordinated with it below it: `A, B and C`."""
    found = [word]
    for child in word.children:
        if child.dep == "conj" and child.tag != "DT":
            found.extend(conjuncts(child))
    return found


def antecedent(verb: Word) -> Word | None:
    """Return the noun that a relative or participial clause describes."""
    return verb.head if verb.dep in {"relcl", "acl"} and not verb.is_root else None


def subject(verb: Word) -> Word | None:
    """Return the grammatical subject, also where it is shared or understood."""
    own = verb.child(*_SUBJECTS, "csubj")
    for child in verb.children:
        if own is None and child.dep in {"aux", "auxpass"}:
            own = child.child(*_SUBJECTS)
    if own is not None:
        described = antecedent(verb)
        return described if own.lower in RELATIVE and described is not None else own
    return _shared_subject(verb)


def _shared_subject(verb: Word) -> Word | None:
    head = verb.head
    if verb.dep == "acl":
        return head
    if verb.dep == "xcomp" and is_verb(head):
        return head.child("dobj") or subject(head)
    if verb.dep in {"conj", "advcl", "aux", "auxpass"} and is_verb(head):
        return subject(head)
    if verb.dep == "pcomp":
        return _subject_of_gerund(head)
    return None


def _subject_of_gerund(preposition: Word) -> Word | None:
    """Find who does it in `accused them of using`, `responded by launching`."""
    governor = preposition.head
    if is_verb(governor):
        accused = governor.child("dobj")
        charged = preposition.lower == "of" or (
            preposition.lower in {"for", "over"} and governor.lemma in _JUDGING
        )
        return accused if charged and accused else subject(governor)
    if governor.dep == "dobj" and governor.head.lemma in {"accuse", "suspect", "convict"}:
        return governor
    return None


_JUDGING = frozenset(
    {
        *("blame", "criticise", "criticize", "condemn", "denounce", "fault", "slam", "praise"),
        *("thank", "designate", "sanction", "arrest", "jail", "indict", "fine", "punish"),
        *("sentence", "convict", "blacklist", "detain"),
    }
)
"""Verbs whose object is who did what follows `for`: `blamed them for shelling`."""


def agent(verb: Word) -> Word | None:
    """Return the noun after `by` of a passive verb or of a noun of action."""
    for child in verb.children:
        if child.lower == "by" and child.dep in {"agent", "prep"}:
            return child.child("pobj")
    return None


def objects(verb: Word) -> list[Word]:
    """Return the direct objects, also those that stand before a relative clause."""
    described = antecedent(verb)
    found = [
        described if described is not None and child.lower in RELATIVE else child
        for child in verb.children
        if child.dep in _OBJECTS
    ]
    if not found and described is not None and not is_passive(verb):
        relative = verb.child(*_SUBJECTS)
        if relative is not None and relative.lower not in RELATIVE:
            found = [described]
    if not found and verb.dep != "conj" and not is_passive(verb):
        found = [one for child in verb.children if child.dep == "conj" for one in _conj(child)]
    return found


def undergoers(verb: Word) -> list[Word]:
    """Return what a verb does something to: its objects, or the subject of its passive."""
    if not is_passive(verb):
        return objects(verb)
    noun = subject(verb)
    return [noun] if noun is not None else []


def _conj(verb: Word) -> list[Word]:
    """Share the object of the last verb in `bombed and destroyed a depot`."""
    return objects(verb) if is_verb(verb) and not verb.has(*_SUBJECTS) else []


def complements(word: Word) -> Iterator[tuple[str, Word]]:
    """Yield the prepositional complements as (preposition, noun)."""
    for child in word.children:
        if child.dep in {"prep", "agent", "dative"}:
            yield from _nouns_after(child)


def _nouns_after(preposition: Word) -> Iterator[tuple[str, Word]]:
    for child in preposition.children:
        if child.dep in {"pobj", "pcomp"}:
            yield preposition.lower, child
        elif child.dep == "prep":
            yield from _nouns_after(child)


def phrase(noun: Word, *, through: frozenset[str] = frozenset({"of"})) -> list[Word]:
    """Return the words of a noun phrase without its clauses.

    Prepositional parts are followed only for the given prepositions.
    """
    found = [noun]
    for child in noun.children:
        if child.dep in _INSIDE or child.dep in {"conj", "det", "cc", "case", "punct"}:
            found.extend(phrase(child, through=through))
        elif child.dep == "prep" and child.lower in through:
            found.append(child)
            for below in child.children:
                found.extend(phrase(below, through=through))
    return sorted(found, key=lambda word: word.index)


def clause_head(word: Word) -> Word:
    """Return the verb of the clause that the word stands in; itself if it is that verb."""
    current = word
    while not current.is_root and current.dep not in _CLAUSES and not _is_clausal_conj(current):
        current = current.head
    return current


def _is_clausal_conj(word: Word) -> bool:
    return word.dep == "conj" and is_verb(word)


def clause_words(verb: Word) -> list[Word]:
    """Return the words of the verb's own clause, without the clauses under it."""
    found = [verb]
    for child in verb.children:
        if child.dep in _CLAUSES or _is_clausal_conj(child):
            continue
        found.extend(clause_words(child))
    return sorted(found, key=lambda word: word.index)


def extent(words: list[Word]) -> tuple[int, int]:
    """Return the range of offsets from the first of the words to the last."""
    return min(word.start for word in words), max(word.end for word in words)


def between(sentence: Sentence, first: Word, last: Word) -> tuple[Word, ...]:
    """Return the words from one to the other, both included, whichever comes first."""
    low, high = sorted((first.index, last.index))
    return sentence.words[low : high + 1]
