"""The reasons of a link: one sentence per feature, with both values and the weight."""

from collections.abc import Sequence

from remnant.link.weights import FEATURES, Feature
from remnant.model.finding import Reason
from remnant.model.incident import EventMention
from remnant.model.value import Location, Quantity, Reference

UNSAID = "not said"


def explain(left: EventMention, right: EventMention, levels: dict[str, int]) -> tuple[Reason, ...]:
    """Return one reason per feature. A level counts from 0 for the last; -1 is not said."""
    return tuple(_reason(feature, levels[feature.name], left, right) for feature in FEATURES)


def _reason(feature: Feature, level: int, left: EventMention, right: EventMention) -> Reason:
    values = _values(feature.name, left), _values(feature.name, right)
    claims = (*left.claims, *right.claims)
    if level < 0:
        sentence = f"The {feature.name} is not said on both sides, so it weighs nothing."
        return Reason(feature.name, sentence, *values, weight=0.0, claims=claims)
    chosen = feature.levels[len(feature.levels) - 1 - level]
    sentence = (
        f"{feature.name.capitalize()}: {chosen.sentence} "
        f"({values[0]} and {values[1]}; {chosen.bits:+.1f} bits)."
    )
    return Reason(feature.name, sentence, *values, weight=round(chosen.bits, 3), claims=claims)


def _values(feature: str, mention: EventMention) -> str:
    return {
        "date": mention.date.edtf if mention.date else UNSAID,
        "place": _names(mention.places),
        "weapon": _names(mention.weapons),
        "actor": _names(mention.actors),
        "casualties": _toll(mention),
    }[feature]


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
