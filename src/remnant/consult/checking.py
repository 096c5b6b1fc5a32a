"""A proposal counts only where the document bears it out, to the letter.

The rules are a table of small functions. Each one's docstring is the sentence that the
document's issue gives as the reason for dropping a claim.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from remnant.consult.parts import Part, Passage, passage_at
from remnant.consult.proposals import Fill, Proposal
from remnant.knowledge import Knowledge
from remnant.knowledge.dates import find_dates
from remnant.knowledge.numbers import find_numbers
from remnant.model.claim import ClaimKind, Slot
from remnant.model.document import Document
from remnant.model.value import ReferenceKind

SHORTEST_QUOTE = 2
"""Words. One word claims nothing."""

LONGEST_QUOTE = 700
"""Characters. The longest passage in 324 claims of annotated reports has 328."""

_MOST_PLACES = 20
"""Occurrences of a quote in one passage that are looked at."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A fill with the place of its words, and of the words that they stand for."""

    slot: Slot
    start: int
    end: int
    referent: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Borne:
    """A proposal with the place of its quote in the document."""

    proposal: Proposal
    passage: Passage
    start: int
    end: int
    filled: tuple[Filled, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a model was shown, and what it is checked against."""

    document: Document
    part: Part
    knowledge: Knowledge


def place(proposal: Proposal, shown: Shown) -> Borne | str:
    """Return the proposal with its place, or the name of the rule that drops it."""
    for name, rule in QUOTE_RULES:
        if rule(proposal, shown):
            return name
    passage, start = _found(proposal, shown.part) or (None, 0)
    if passage is None:
        return "quote-not-found"
    end = start + len(proposal.quote)
    filled: list[Filled] = []
    for fill in proposal.fills:
        outcome = _placed(fill, passage, (start, end), shown)
        if isinstance(outcome, str):
            return outcome
        filled.append(outcome)
    return Borne(proposal, passage, start, end, tuple(filled))


# Rules on the quote

QuoteRule = Callable[[Proposal, Shown], bool]


def quote_too_short(proposal: Proposal, _shown: Shown) -> bool:
    """The quote is too short to claim anything."""
    return len(proposal.quote.split()) < SHORTEST_QUOTE


def quote_too_long(proposal: Proposal, _shown: Shown) -> bool:
    """The quote is longer than a passage that carries one claim."""
    return len(proposal.quote) > LONGEST_QUOTE


def quote_elsewhere(proposal: Proposal, shown: Shown) -> bool:
    """The quote stands in another part of the document than the one that was shown."""
    text, part = shown.document.text, shown.part
    outside = proposal.quote in text[: part.start] or proposal.quote in text[part.end :]
    return outside and _found(proposal, part) is None


def quote_not_found(proposal: Proposal, shown: Shown) -> bool:
    """The quote does not stand in the document to the letter."""
    return _found(proposal, shown.part) is None


def says_nothing(proposal: Proposal, _shown: Shown) -> bool:
    """The claim of a use names no party, weapon, place, target or day."""
    told = {fill.slot for fill in proposal.fills} - {Slot.SPEAKER, Slot.COUNT}
    return proposal.kind is ClaimKind.USE and not told


QUOTE_RULES: tuple[tuple[str, QuoteRule], ...] = (
    ("quote-too-short", quote_too_short),
    ("quote-too-long", quote_too_long),
    ("quote-elsewhere", quote_elsewhere),
    ("quote-not-found", quote_not_found),
    ("says-nothing", says_nothing),
)


def _found(proposal: Proposal, part: Part) -> tuple[Passage, int] | None:
    """Return where the quote stands: in the passage it names, or else in the only one that has it.

    A quote begins and ends with whole words.
    """
    named = passage_at(part.passages, proposal.passage)
    for passage in (named,) if named else ():
        for start in _places(proposal.quote, passage.text):
            return passage, passage.start + start
    others = [
        (passage, passage.start + start)
        for passage in part.passages
        for start in islice(_places(proposal.quote, passage.text), 1)
    ]
    return others[0] if len(others) == 1 else None


def _places(words: str, text: str) -> Iterator[int]:
    """Yield where words stand in a text as whole words."""
    if not words.strip() or words != words.strip():
        return
    start = text.find(words)
    for _ in range(_MOST_PLACES):
        if start < 0:
            return
        if _is_whole(text, start, start + len(words)):
            yield start
        start = text.find(words, start + 1)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Say whether a range cuts no word in two: `Iran` in `Tirana`."""
    first, last = text[start], text[end - 1]
    before = start > 0 and text[start - 1].isalnum() and first.isalnum()
    after = end < len(text) and text[end].isalnum() and last.isalnum()
    return not (before or after)


# Rules on the slots

_POINTS_BACK = re.compile(
    r"(?:the|this|that|these|those|its|their|his|her|our|both|such|it|they|he|she|we|them|him"
    r"|there|here|who|which|same)\b",
    re.IGNORECASE,
)
"""How words begin that can stand for earlier ones."""


def _placed(fill: Fill, passage: Passage, quote: tuple[int, int], shown: Shown) -> Filled | str:
    start = _within(fill, passage, quote)
    if start is None:
        return "slot-not-found"
    referent: tuple[int, int] | None = None
    meant = fill.words
    if fill.refers_to and fill.refers_to != fill.words:
        referent = _before(fill.refers_to, start, shown.part)
        if referent is None or not _POINTS_BACK.match(fill.words):
            return "referent-not-found"
        meant = fill.refers_to
    for name, rule in SLOT_RULES:
        if rule(fill.slot, meant, shown.knowledge):
            return name
    return Filled(fill.slot, start, start + len(fill.words), referent)


def _within(fill: Fill, passage: Passage, quote: tuple[int, int]) -> int | None:
    """Return where the words stand: in the quote or, for a speaker, in the passage."""
    first, last = quote[0] - passage.start, quote[1] - passage.start
    for start in _places(fill.words, passage.text[first:last]):
        if _is_whole(passage.text, first + start, first + start + len(fill.words)):
            return quote[0] + start
    if fill.slot is Slot.SPEAKER:
        for start in _places(fill.words, passage.text):
            return passage.start + start
    return None


def _before(words: str, limit: int, part: Part) -> tuple[int, int] | None:
    """Return where words stand last before an offset, in what was shown."""
    for passage in reversed(part.passages):
        text = passage.text[: max(0, limit - passage.start)]
        if not words.strip() or words != words.strip():
            return None
        start = text.rfind(words)
        while start >= 0:
            if _is_whole(passage.text, start, start + len(words)):
                return passage.start + start, passage.start + start + len(words)
            start = text.rfind(words, 0, start + len(words) - 1)
    return None


SlotRule = Callable[[Slot, str, Knowledge], bool]


def date_unresolved(slot: Slot, words: str, _knowledge: Knowledge) -> bool:
    """The words given as a date name none."""
    return slot is Slot.DATE and not find_dates(words)


def number_unresolved(slot: Slot, words: str, _knowledge: Knowledge) -> bool:
    """The words given as a number are a date, or hold no number."""
    if slot not in {Slot.KILLED, Slot.INJURED, Slot.COUNT}:
        return False
    if _is_date(words):
        return True
    return slot is Slot.COUNT and not find_numbers(words)


def no_name(slot: Slot, words: str, _knowledge: Knowledge) -> bool:
    """The words of a slot hold no letter or figure."""
    del slot
    return not any(character.isalnum() for character in words)


def misfits(slot: Slot, words: str, knowledge: Knowledge) -> bool:
    """The words of a slot are catalogued as something that cannot fill it."""
    fitting = _FITTING.get(slot)
    if fitting is None:
        return False
    hits = knowledge.lexicon.scan(words, capitals=True)
    kinds = {hit.kind for hit in hits if hit.start == 0 and hit.end == len(words)}
    return bool(kinds) and not kinds & fitting


_WHO = frozenset({ReferenceKind.ACTOR, ReferenceKind.PLACE})
_FITTING = {
    Slot.SPEAKER: _WHO,
    Slot.ACTOR: _WHO,
    Slot.SUPPLIER: _WHO,
    Slot.RECIPIENT: _WHO,
    Slot.WEAPON: frozenset({ReferenceKind.WEAPON}),
    Slot.PLACE: _WHO,
    Slot.TREATY: frozenset({ReferenceKind.TREATY}),
}
"""Which parts of the knowledge may fill a slot. A country acts, and is a place."""

SLOT_RULES: tuple[tuple[str, SlotRule], ...] = (
    ("slot-empty", no_name),
    ("date-unresolved", date_unresolved),
    ("number-unresolved", number_unresolved),
    ("slot-misfits", misfits),
)


def _is_date(words: str) -> bool:
    """Say whether words hold a date, and no number beside it: `in 2020`."""
    dates = find_dates(words)
    rest = words
    for one in dates:
        rest = rest[: one.start] + " " * (one.end - one.start) + rest[one.end :]
    return bool(dates) and not find_numbers(rest)
