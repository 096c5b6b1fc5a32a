"""Totals: the figure that a count of the dead came to: `the death toll rose to 58`."""

from collections.abc import Iterable
from dataclasses import replace

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import unique, verb_words
from remnant.extract.harms.harming import harm_draft
from remnant.extract.language.frames import ATTACKS, DEATHS, KILLING
from remnant.extract.language.grammar import clause_words, is_verb, subject
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.model.claim import Stance


def total(line: Line, verb: Word) -> Draft | None:
    """Read `casualties rose`, and `the death toll rose to 58` however it was parsed."""
    noun = subject(verb) if verb.lemma in _RISING else None
    if noun is not None and noun.lemma == "casualty":
        return harm_draft(line, verb, verb_words(verb), None, deadly=True)
    if noun is not None and _is_toll(noun):
        figure = _reached(line, verb)
        return _counted_toll(line, verb, figure) if figure is not None else None
    if verb.lemma == "toll" or (verb.lemma in _COUNTS and verb.dep == "dobj" and _is_toll(verb)):
        return _told_toll(line, verb)
    return None


def _told_toll(line: Line, noun: Word) -> Draft | None:
    """Read `put the death toll at 70` and `bringing the toll to 61`."""
    if noun.dep in {"compound", "nmod"}:
        return None
    words = line.sentence.words[noun.index + 1 :]
    rising = next((one for one in words if one.lemma in _RISING), noun)
    if rising is not noun and subject(rising) is noun:
        return None
    figure = _reached(line, rising) or _put_at(line, noun)
    if figure is None:
        return None
    verb = noun.head if is_verb(noun.head) and noun.dep == "dobj" else noun
    return _counted_toll(line, rising if is_verb(rising) else verb, figure)


def _put_at(line: Line, noun: Word) -> Mark | None:
    """Return the figure after `at` or `to` that the toll, as an object, was put at."""
    words = line.sentence.words
    if noun.dep != "dobj" or not is_verb(noun.head):
        return None
    for mark in line.marks:
        first = mark.words[0].index
        if (
            mark.sort is Sort.NUMBER
            and first > noun.index
            and words[first - 1].lower in {"at", "to"}
        ):
            return mark
    return None


def _reached(line: Line, word: Word) -> Mark | None:
    """Return the figure that a toll came to: `rose to 58`, `rose from 50 to 58`."""
    found = None
    last = word.index
    for mark in line.marks:
        if mark.sort is not Sort.NUMBER or mark.words[0].index <= last:
            continue
        linked = line.sentence.words[last + 1 : mark.words[0].index]
        if any(
            one.pos not in {"ADP", "PART", "ADV"} and one.lower not in _SO_FAR for one in linked
        ):
            break
        found, last = mark, mark.words[-1].index
    return found


_SO_FAR = frozenset({"least", "over", "more", "than", "people", "by"})


def _counted_toll(line: Line, trigger: Word, figure: Mark) -> Draft:
    words = verb_words(trigger) if is_verb(trigger) else clause_words(trigger)
    words = unique([*words, *figure.words])
    draft = harm_draft(line, trigger, words, (figure.start, figure.end), deadly=True)
    possible = any(child.tag == "MD" and child.lower in _MAY for child in trigger.children)
    stance = Stance.HEDGED if possible else draft.stance
    return replace(draft, dates=of_attack(draft.dates), stance=stance)


_MAY = frozenset({"may", "might", "could"})


def of_attack(dates: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return the dates of an attack itself, not of its count: `by 27 March it had risen to 58`."""
    return tuple(
        mark for mark in dates if any(above.lemma in ATTACKS for above in mark.head.ancestors())
    )


def _is_toll(noun: Word) -> bool:
    """Say whether a noun is a count of the dead: `the number of people killed`."""
    below = {word.lemma for word in noun.subtree()}
    counted = noun.lemma in _COUNTS and below & (DEATHS | KILLING)
    return noun.lemma == "toll" or bool(counted)


_RISING = lemmas("rise climb reach stand increase grow jump hit pass")
"""Verbs of a count that goes up."""

_COUNTS = frozenset({"number", "tally", "count"})
"""Nouns for a count of the dead beside `toll`."""


def is_in_total(line: Line, verb: Word) -> bool:
    """Say whether a word only says what is counted: `the number killed rose to 58`."""
    return any(
        word.lemma in _COUNTS
        and (
            (
                word.head.lemma in _RISING
                and subject(word.head) is word
                and _reached(line, word.head) is not None
            )
            or _put_at(line, word) is not None
        )
        for word in verb.ancestors()
    )
