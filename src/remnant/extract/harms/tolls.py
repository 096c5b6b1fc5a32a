"""Tolls: figures that stand right beside a word of harm, however the sentence was parsed.

`19 people killed and more than 60 wounded` and `raised to 4 killed and 13 injured` are read from
the order of the words, because parsers rarely agree on what such a figure depends on.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import smallest, unique
from remnant.extract.harms.totals import of_attack
from remnant.extract.language.frames import (
    CASUALTY_VERBS,
    DEATHS,
    INJURIES,
    INJURING,
    KILLING,
    PEOPLE,
)
from remnant.extract.language.grammar import clause_words, extent, objects, subject
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.model.claim import ClaimKind

_BETWEEN = lemmas("be have other more further people of them and whom reportedly also")
"""Lemmas that may stand between a figure and its participle: `21 others were also killed`."""

_REACH = 6
"""Words before a participle among which its own figure stands."""

REVISING = lemmas("rise climb reach stand increase grow jump raise put revise correct bring go")
"""Verbs of a figure that changes: `the toll rose to 58`."""

_FIGURES = lemmas("toll number figure count tally total")

_COUNTED = CASUALTY_VERBS | DEATHS | INJURIES


def is_participle(word: Word) -> bool:
    """Say whether a word says of a figure before it that they were killed or injured."""
    if word.dep == "acomp":
        return False
    if word.lower in {"dead", "wounded", "injured", "killed", "hurt"}:
        return not objects(word)
    return word.tag == "VBN" and word.lemma in KILLING | INJURING and not objects(word)


def before(line: Line, word: Word) -> Mark | None:
    """Return the figure right before a participle, with only words for people between."""
    for mark in reversed(line.marks):
        last = mark.words[-1].index
        if mark.sort is not Sort.NUMBER or last >= word.index:
            continue
        if _is_age(line, mark):
            return None
        inside = line.sentence.words[last + 1 : word.index]
        plain = all(one.lemma in _BETWEEN | PEOPLE or one.pos == "ADJ" for one in inside)
        return mark if plain and len(inside) <= _REACH else None
    return None


def is_close(line: Line, verb: Word) -> bool:
    """Say whether a figure stands right before a participle without a subject: `5 killed`."""
    figure = before(line, verb) if is_participle(verb) else None
    close = figure is not None and figure.words[-1].index == verb.index - 1
    return close and verb.dep in {"conj", "advcl"}


def has_own(line: Line, verb: Word, sufferer: Word) -> bool:
    """Say whether a figure of its own stands between a participle and a subject further off."""
    figure = before(line, verb) if is_participle(verb) else None
    return (
        figure is not None
        and sufferer.index < figure.words[0].index
        and sufferer not in (above for word in figure.words for above in word.ancestors())
    )


def _is_age(line: Line, number: Mark) -> bool:
    """Say whether a number gives an age: `a boy of 16`, `aged 16`."""
    before_it = line.sentence.words[max(0, number.words[0].index - 2) : number.words[0].index]
    words = [word.lower for word in before_it]
    person = len(before_it) > 1 and before_it[0].lemma in PEOPLE and before_it[0].tag == "NN"
    return bool(words) and (words[-1] in {"aged", "age"} or (words[-1] == "of" and person))


def side_by_side(line: Line, first: Word, second: Word) -> bool:
    """Say whether only the second's figure and a link stand between two words of harm."""
    low, high = sorted((first.index, second.index))
    numbers = {word.index for mark in line.marks if mark.sort is Sort.NUMBER for word in mark.words}
    return high - low <= _TOGETHER and all(
        word.index in numbers
        or word.lemma
        in _BETWEEN | PEOPLE | {"another", "while", ",", "some", "leave", "a", "further"}
        or word.dep in {"advmod", "quantmod", "nummod", "det", "amod"}
        or word.tag in {"NNS", "NN"}
        for word in line.sentence.words[low + 1 : high]
    )


_TOGETHER = 9
"""Words between two words of harm that belong together."""


def earlier(line: Line, figure: tuple[int, int]) -> Mark | None:
    """Return the first figure of `first of 12 and then of 14`, given the second."""
    numbers = [mark for mark in line.marks if mark.sort is Sort.NUMBER]
    for one, other in pairwise(numbers):
        if other.start == figure[0]:
            inside = line.sentence.words[one.words[-1].index + 1 : other.words[0].index]
            linked = {word.lower for word in inside}
            return one if "then" in linked and linked <= _THEN else None
    return None


_THEN = frozenset({"and", "then", "later", "of", "to", ","})


def revised(line: Line, told: Sequence[Draft]) -> Draft | None:
    """Read `the number later rose to 10` after harm was told of in the same section."""
    harm = [one for one in told if one.kind is ClaimKind.HARM and one.killed]
    section = line.sentence.section
    if not harm or harm[-1].line.sentence.section != section:
        return None
    for verb in line.sentence.words:
        noun = subject(verb) if verb.lemma in REVISING else None
        if noun is None or noun.lemma not in _FIGURES or verb.pos not in {"VERB", "AUX"}:
            continue
        below = [word for word in noun.subtree() if word is not noun]
        if any(word.tag.startswith("NN") and word.lemma not in _COUNTED | PEOPLE for word in below):
            continue
        figure = _after(line, verb)
        covered = any(one.line is line and one.start <= verb.start < one.end for one in harm)
        if figure is not None and not covered and not _is_counted(line, figure):
            return _told_again(line, verb, figure)
    return None


def _after(line: Line, verb: Word) -> Mark | None:
    for mark in line.marks:
        if mark.sort is Sort.NUMBER and verb.index < mark.words[0].index <= verb.index + _NEAR:
            return mark
    return None


_NEAR = 3
"""Words after a verb among which the new figure stands."""


def _is_counted(line: Line, figure: Mark) -> bool:
    """Say whether a word of harm follows, which tells of the figure itself."""
    last = figure.words[-1].index
    return any(is_participle(word) for word in line.sentence.words[last + 1 : last + _NEAR])


def _told_again(line: Line, verb: Word, figure: Mark) -> Draft:
    words = unique([*clause_words(verb), *figure.words])
    start, end = extent(words)
    return Draft(
        kind=ClaimKind.HARM,
        line=line,
        trigger=verb,
        start=start,
        end=end,
        places=smallest(line.over(words, Sort.PLACE)),
        dates=of_attack(line.over(words, Sort.DATE)),
        killed=(figure.start, figure.end),
        definite=True,
    )


def with_earlier(draft: Draft) -> list[Draft]:
    """Return the draft, after another for an earlier figure of the same harm, if one is given."""
    figure = draft.killed or draft.injured
    mark = earlier(draft.line, figure) if figure else None
    if mark is None or (draft.killed and draft.injured):
        return [draft]
    first = (mark.start, mark.end)
    old = replace(
        draft,
        start=draft.line.sentence.start,
        end=mark.end,
        killed=first if draft.killed else None,
        injured=None if draft.killed else first,
    )
    return [old, draft]
