"""Who the killed and injured are said to be, read from the words around a figure.

Nothing is assumed. Where the words do not say whether people were civilians, their status is
unknown, as the Landmine and Cluster Munition Monitor has it in its casualty data. A child is
somebody under 18 or called a child.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import TypeVar

from remnant.model.casualties import Age, People, Portion, Sex, Status
from remnant.model.claim import Claim, Slot
from remnant.model.value import Quantity

MAJORITY = 18
"""Age from which a person is no child: Convention on the Rights of the Child, article 1."""

BEHIND = 48
"""Characters after a number in which the noun that it counts is looked for."""

BEFORE = 24
"""Characters before a number in which `civilian deaths rose to` is looked for."""

STATUSES: tuple[tuple[Status, str], ...] = (
    (
        Status.DEMINER,
        r"\b(?:de-?miners?|sappers?|clearance (?:personnel|workers?|staff|operators?))\b",
    ),
    (
        Status.MILITARY,
        (
            r"\b(?:soldiers?|service(?:m[ae]n|wom[ae]n|members?)|troops|conscripts?|fighters?"
            r"|(?<!non-)combatants?|militants?|military personnel|police(?:m[ae]n| officers?)"
            r"|members of the (?:armed|security) forces)\b"
        ),
    ),
    (Status.CIVILIAN, r"\b(?:civilians?|non-combatants?)\b"),
)

AGES: tuple[tuple[Age, str], ...] = (
    (
        Age.CHILD,
        (
            r"\b(?:child(?:ren)?|boys?|girls?|infants?|bab(?:y|ies)|toddlers?|minors?|pupils?"
            r"|school(?:child(?:ren)?|boys?|girls?))\b"
        ),
    ),
    (Age.ADULT, r"\b(?:m[ae]n|wom[ae]n|adults?|pensioners?|elderly)\b"),
)

SEXES: tuple[tuple[Sex, str], ...] = (
    (Sex.FEMALE, r"\b(?:wom[ae]n|girls?|schoolgirls?|mothers?|daughters?)\b"),
    (Sex.MALE, r"\b(?:m[ae]n|boys?|schoolboys?|fathers?|sons?)\b"),
)

YEARS = re.compile(r"\b(\d{1,3})-year-old\b|\b(?:of|aged) (\d{1,3})\b(?! (?:October|November))")

STOP = re.compile(r"[,;:.()]|\b(?:and|or|but|while|including|among|when|in|at|on|as|by)\b")
"""Where the noun that a number counts can stand no longer."""

AND_MORE = re.compile(r"^\W*\w+ (?:and|or) ((?:\w+ ?){1,2})")

PORTIONS = re.compile(
    r"\b(?:including|among (?:them|whom)(?: (?:was|were))?|of (?:them|whom)|incl\.)"
    r" (?:at least )?(\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"((?: [\w-]+){1,3})",
    re.IGNORECASE,
)
"""Words by which some of the counted are counted apart."""

NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}

Kind = TypeVar("Kind", bound=StrEnum)


def people(claim: Claim, slot: Slot) -> People:
    """Return who the killed or injured of a claim are, as far as the words by the number say."""
    found = {_people(words) for words in _words(claim, slot)} - {People()}
    return found.pop() if len(found) == 1 else People()


def portions(claim: Claim) -> tuple[Portion, ...]:
    """Return those whom the words count apart among the killed or the injured, in order."""
    text = claim.passage.quote
    found = []
    for match in PORTIONS.finditer(text):
        who = _people(match[2])
        slot = _counted_before(claim, match.start())
        if who.known and slot is not None:
            number = NUMBERS.get(match[1].lower()) or int(match[1])
            found.append(Portion(slot is Slot.INJURED, Quantity(number, number), who))
    return tuple(dict.fromkeys(found))


def _counted_before(claim: Claim, place: int) -> Slot | None:
    """Return what the last number before a place in the passage counts."""
    starts = [
        (mention.span.start, mention.slot)
        for mention in claim.mentions
        if mention.slot in (Slot.KILLED, Slot.INJURED)
        and mention.span.start < claim.passage.start + place
    ]
    return max(starts)[1] if starts else None


def _words(claim: Claim, slot: Slot) -> Iterator[str]:
    """Yield the words about each number that fills a slot."""
    passage = claim.passage
    for mention in claim.filling(slot):
        if not passage.contains(mention.span):
            yield mention.span.quote
            continue
        start, end = mention.span.start - passage.start, mention.span.end - passage.start
        yield _noun(passage.quote[start : end + BEHIND], end - start)
        yield _counted(passage.quote[max(0, start - BEFORE) : start])


def _noun(words: str, number: int) -> str:
    """Return a number with the words up to the end of the noun that it counts.

    `14 civilians and soldiers` counts both, so neither stands alone.
    """
    stop = STOP.search(words, number)
    if stop is None:
        return words
    more = AND_MORE.match(words[number:])
    both = more is not None and _people(more[1]).known
    aged = YEARS.match(words, stop.start()) or YEARS.search(words[: stop.end() + 6])
    return "" if both and not aged else words[: aged.end() if aged else stop.start()]


def _counted(words: str) -> str:
    """Return the words right before a number if they name what is counted: `civilian deaths`."""
    match = re.search(r"(\w+) (?:deaths|dead|casualties|toll)\b[^.,;]*$", words, re.IGNORECASE)
    return match[1] if match else ""


def _people(words: str) -> People:
    return People(
        _one(STATUSES, words, Status.UNKNOWN),
        _age(words),
        _one(SEXES, words, Sex.UNKNOWN),
    )


def _one(table: tuple[tuple[Kind, str], ...], words: str, unknown: Kind) -> Kind:
    """Return the one kind that the words name; unknown if none or several."""
    found = [kind for kind, pattern in table if re.search(pattern, words, re.IGNORECASE)]
    return found[0] if len(found) == 1 else unknown


def _age(words: str) -> Age:
    years = YEARS.search(words)
    if years is not None:
        return Age.CHILD if int(years[1] or years[2]) < MAJORITY else Age.ADULT
    return _one(AGES, words, Age.UNKNOWN)
