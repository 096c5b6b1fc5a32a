"""The reasons of a link: one sentence per feature, with both values and the weight."""

from collections.abc import Sequence
from functools import lru_cache

from remnant.link.weights import FEATURES
from remnant.model.finding import Reason
from remnant.model.incident import EventMention
from remnant.model.value import Location, Quantity, Reference

UNSAID = "not said"


def explain(left: EventMention, right: EventMention, levels: dict[str, int]) -> tuple[Reason, ...]:
    """Return one reason per feature. A level counts from 0 for the last; -1 is not said."""
    ours, theirs = values_of(left), values_of(right)
    claims = (*left.claims, *right.claims)
    return tuple(
        _reason(index, levels[feature.name], ours[index], theirs[index], claims)
        for index, feature in enumerate(FEATURES)
    )


def _reason(index: int, level: int, left: str, right: str, claims: tuple[str, ...]) -> Reason:
    sentence, bits = _sentence(index, level, left, right)
    return Reason(FEATURES[index].name, sentence, left, right, bits, claims)


@lru_cache(maxsize=16384)  # many mentions of one event say the same
def _sentence(index: int, level: int, left: str, right: str) -> tuple[str, float]:
    feature = FEATURES[index]
    if level < 0:
        return f"The {feature.name} is not said on both sides, so it weighs nothing.", 0.0
    chosen = feature.levels[len(feature.levels) - 1 - level]
    sentence = (
        f"{feature.name.capitalize()}: {chosen.sentence} ({left} and {right}; "
        f"{chosen.bits:+.1f} bits)."
    )
    return sentence, round(chosen.bits, 3)


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


def number(quantity: Quantity) -> str:
    """Return a quantity in words: `21`, `at least 21`, `up to 10`, `14 to 21`."""
    least, most = quantity.minimum, quantity.maximum
    if least is None and most is None:
        return "an unknown number"
    if least is None:
        return f"up to {most}"
    if most is None:
        return f"at least {least}"
    return str(least) if least == most else f"{least} to {most}"
