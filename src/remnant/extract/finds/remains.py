"""Remains: what the readers of remnants share: what is left of weapons, and the proposition."""

from collections.abc import Iterator

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import smallest, unique
from remnant.extract.language.frames import WIELDING
from remnant.extract.language.grammar import (
    clause_head,
    clause_words,
    complements,
    extent,
    is_verb,
    phrase,
)
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.model.claim import ClaimKind

REMAINS = lemmas(
    "remnant remains remain fragment debris dud wreckage shrapnel casing uxo piece "
    "contamination clearance crater"
)
"""What is left of a weapon, and the work it makes."""

LEFT_OVER = frozenset({"unexploded", "failed", "abandoned", "dud", "undetonated", "exploded"})
"""What a weapon is called that did not work or was left."""


def is_left(noun: Word) -> bool:
    """Say whether a noun names what is left of a weapon, or one that did not work."""
    words = phrase(noun, through=frozenset({"of", "from"}))
    return any(word.lemma in REMAINS or word.lower in LEFT_OVER for word in words)


def without_others(verb: Word) -> Iterator[Word]:
    """Yield the words below a verb, without the clauses that tell when or why by themselves."""
    told = [*verb.children, *(one for child in verb.children for one in child.children)]
    apart = [one for one in told if one.dep in {"advcl", "pcomp"} and _has_subject(one)]
    left = {word.index for one in apart for word in one.subtree()}
    return (word for word in verb.subtree() if word.index not in left)


def _has_subject(verb: Word) -> bool:
    """Say whether a verb has a subject of its own, also where it hangs on an auxiliary."""
    held = (verb, *(one for one in verb.children if one.dep in {"aux", "auxpass"}))
    return any(one.has("nsubj", "nsubjpass") for one in held)


def remnant_draft(line: Line, trigger: Word, words: list[Word], weapon: Word) -> Draft:
    """Return the find or the contamination that a word tells of, with its weapon."""
    around = without_others(trigger) if is_verb(trigger) else ()
    near = unique([*words, *clause_words(weapon), *around])
    start, end = extent([word for word in near if word.pos != "PUNCT"])
    return Draft(
        kind=ClaimKind.REMNANTS,
        line=line,
        trigger=trigger,
        start=start,
        end=end,
        weapons=tuple(line.over(near, Sort.WEAPON)),
        places=smallest(one for one in line.over(near, Sort.PLACE) if not _is_aside(one, trigger)),
        dates=tuple(line.over(near, Sort.DATE)),
        count=counted(line, weapon),
    )


def _is_aside(place: Mark, trigger: Word) -> bool:
    """Say whether a place is where the weapon was made or used, not where it lay."""
    governor = clause_head(place.head)
    return governor is not trigger and governor.lemma in _ELSEWHERE


_ELSEWHERE = WIELDING | lemmas("make produce manufacture build")


def counted(line: Line, noun: Word) -> tuple[int, int] | None:
    """Return the words that count a noun, if a number stands before it."""
    heads = [noun, *(one for name, one in complements(noun) if name == "of")]
    for head in heads:
        before = [child for child in head.children if child.dep == "nummod"]
        words = [*phrase(head, through=frozenset()), *(w for one in before for w in one.subtree())]
        numbers: list[Mark] = [
            mark
            for mark in line.over(words, Sort.NUMBER)
            if any(word.dep in {"nummod", "det", "amod"} for word in mark.words)
            and mark.words[0].index <= head.index
            and mark.words[0].lower not in _NO_COUNTS
        ]
        if numbers:
            return numbers[-1].start, numbers[-1].end
    for conjunct in (child for head in heads for child in head.children):
        if conjunct.dep == "conj":
            found = counted(line, conjunct)
            if found is not None:
                return found
    return None


_NO_COUNTS = frozenset({"a", "an", "his", "her", "multiple"})
"""Words of number expressions that count no weapons: `a rebel attack`, `multiple rocket system`."""
