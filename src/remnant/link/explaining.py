"""The reasons of a link: one sentence per feature, with both values and the weight."""

from collections.abc import Sequence
from functools import lru_cache

from remnant.link.weights import DATE, FEATURES, LEAST_WORDS, WORDING
from remnant.model.finding import Reason
from remnant.model.incident import EventMention
from remnant.model.value import DateInterval, Location, Reference
from remnant.model.words import capital, date_words, number

UNSAID = "not said"

GIVES = {
    "date": "gives a date",
    "place": "names a place",
    "weapon": "names a weapon",
    "actor": "says who did it",
    "casualties": "gives a number of casualties",
}
"""What a report does that says something of a feature."""


def explain(left: EventMention, right: EventMention, levels: dict[str, int]) -> tuple[Reason, ...]:
    """Return one reason per feature. A level counts from 0 for the last; -1 is not said.

    Where both give a day the wording is not asked, and there is no reason of it.
    """
    ours, theirs = values_of(left), values_of(right)
    claims = (*left.claims, *right.claims)
    reasons = [
        _reason(index, levels[feature.name], ours[index], theirs[index], claims)
        for index, feature in enumerate(FEATURES[:-1])
    ]
    if levels[WORDING.name] >= 0 or left.date is None or right.date is None:
        reasons.append(_of_wording(left, right, levels[WORDING.name], claims))
    return tuple(reasons)


def _of_wording(
    left: EventMention, right: EventMention, level: int, claims: tuple[str, ...]
) -> Reason:
    """Say how many telling words the two have in common."""
    counts = len(left.words), len(right.words)
    ours, theirs = (f"{one} telling words" for one in counts)
    if level < 0:
        sentence = (
            f"One has fewer than {LEAST_WORDS} telling words to compare. This weighs nothing."
        )
        return Reason(WORDING.name, sentence, ours, theirs, claims=claims)
    chosen = WORDING.levels[len(WORDING.levels) - 1 - level]
    common = len(set(left.words).intersection(right.words))
    sentence = (
        f"{capital(chosen.sentence)}: {common} of the {min(counts)} telling words of the one "
        f"that has fewer ({chosen.bits:+.1f} bits)."
    )
    return Reason(WORDING.name, sentence, ours, theirs, round(chosen.bits, 3), claims)


def _reason(index: int, level: int, left: str, right: str, claims: tuple[str, ...]) -> Reason:
    sentence, bits = _sentence(index, level, left, right)
    return Reason(FEATURES[index].name, sentence, left, right, bits, claims)


@lru_cache(maxsize=16384)  # many mentions of one event say the same
def _sentence(index: int, level: int, left: str, right: str) -> tuple[str, float]:
    feature = FEATURES[index]
    if level < 0:
        return f"{_missing(feature.name, left, right)} This weighs nothing.", 0.0
    chosen = feature.levels[len(feature.levels) - 1 - level]
    ours, theirs = (_dated(left), _dated(right)) if feature is DATE else (left, right)
    values = ours if ours == theirs else f"one says {ours}; the other, {theirs}"
    sentence = f"{capital(chosen.sentence)}: {values} ({chosen.bits:+.1f} bits)."
    return sentence, round(chosen.bits, 3)


def _missing(name: str, left: str, right: str) -> str:
    """Say which side says nothing of a feature, or that the two cannot be compared."""
    if UNSAID not in (left, right):
        return f"What the two say of the {name} cannot be compared."
    return f"{'Neither' if left == right else 'Only one'} {GIVES[name]}."


def _dated(value: str) -> str:
    return date_words(DateInterval(value))


@lru_cache(maxsize=16384)  # a mention is compared with many others
def values_of(mention: EventMention) -> tuple[str, ...]:
    """Return what a mention says of each feature, in words, in the order of `FEATURES`."""
    return (
        mention.date.edtf if mention.date else UNSAID,
        _names(mention.places),
        _names(mention.weapons),
        _names(mention.actors),
        _toll(mention),
    )


def _names(values: Sequence[Location | Reference]) -> str:
    return ", ".join(value.name for value in values) or UNSAID


def _toll(mention: EventMention) -> str:
    parts = []
    if mention.killed is not None:
        parts.append(f"{number(mention.killed)} killed")
    if mention.injured is not None:
        parts.append(f"{number(mention.injured)} injured")
    return ", ".join(parts) or UNSAID
