"""Citing: dates of the text that is named as a source, which are no dates of what it tells."""

from itertools import takewhile

from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Mark, Sort


def is_of_source(date: Mark, line: Line) -> bool:
    """Say whether a date is when a source spoke or came out, and not when anything happened.

    `A report by A on 3 May`, `a statement of 3 May`, `(A, 3 May 2020)`, `A, “Title”, 3 May 2020`.
    """
    return _is_of_text(date) or _in_brackets(date, line) or _after_title(date, line)


def _is_of_text(date: Mark) -> bool:
    """Say whether a date is that of a text: `a statement of`, `a study published on`."""
    word = date.head
    if word.dep == "pobj":
        word = word.head.head if word.head.dep == "prep" else word
    elif word.dep in {"npadvmod", "nummod", "nmod", "appos"}:
        word = word.head
    issued = word.tag == "VBN" and word.dep == "acl" and word.lemma in _ISSUED
    noun = word.head if issued else word
    return noun.lemma in _TEXTS and noun.pos == "NOUN" and noun not in date.words


_TEXTS = lemmas(
    "report statement article study letter tweet communique briefing publication broadcast memo "
    "dispatch bulletin interview"
)
_ISSUED = lemmas("publish release issue date post print air write broadcast send entitle")


def _in_brackets(date: Mark, line: Line) -> bool:
    """Say whether brackets hold a source with its day: `(Human Rights Watch, 3 May 2020)`."""
    words = line.sentence.words
    before = [
        *takewhile(lambda one: one.text not in "()[]", reversed(words[: date.words[0].index]))
    ]
    first = date.words[0].index - len(before)
    opened = first > 0 and words[first - 1].text in {"(", "["}
    if not opened or not before:
        return False
    titled = any(one.text in _QUOTES for one in before)
    named = any(mark.sort is Sort.ACTOR and mark.words[0] in before for mark in line.marks)
    placed = any(mark.sort is Sort.PLACE and mark.words[0] in before for mark in line.marks)
    told = any(one.pos == "VERB" and one.lower not in {"see", "cited"} for one in before)
    return titled or (named and not placed and not told)


def _after_title(date: Mark, line: Line) -> bool:
    """Say whether a date stands right after a title: `“A kills civilians,” 3 May 2020`."""
    before: list[Word] = []
    for word in reversed(line.sentence.words[: date.words[0].index]):
        if word.pos != "PUNCT" and word.text not in _QUOTES | {",", "."}:
            break
        before.append(word)
    quoted = [one.text for one in before if one.text in _CLOSING]
    return bool(quoted) and not any(one.text in {"(", ":", ";"} for one in before)


_CLOSING = frozenset({"”", '"', "»", "’", "''"})
_QUOTES = _CLOSING | {"“", "«", "‘", "``"}


__all__ = ["is_of_source"]
