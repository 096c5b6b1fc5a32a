"""The rules that choose a headline where figures differ, and the headline by any of them.

Standards for Casualty Recording of Every Casualty Counts (2016) ask that the rule used where
figures differ be stated; its name is printed with the range. A record keeps every figure, so the
rule can be chosen anew whenever a figure is printed.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Literal, TypeAlias

from remnant.model.casualties import CasualtyRange, Figure
from remnant.model.finding import Reason
from remnant.model.value import Quantity
from remnant.model.words import capital, counted, number

Part: TypeAlias = Literal["killed", "injured"]
Rule: TypeAlias = Callable[[Sequence[Quantity]], Quantity]

VAGUE = 1
"""A lower bound of one without an upper one says only that people were harmed."""


def whole_range(figures: Sequence[Quantity]) -> Quantity:
    """The whole range, from the lowest to the highest figure that an origin gives."""
    least = min(low(figure) for figure in figures)
    top = max(figures, key=lambda figure: (high(figure), figure.maximum is None))
    return Quantity(least, None if top.maximum is None else high(top))


def majority(figures: Sequence[Quantity]) -> Quantity:
    """The figure that most origins give; the whole range if none leads."""
    counts: dict[Quantity, int] = defaultdict(int)
    for figure in figures:
        counts[figure] += 1
    ranked = sorted(counts.values(), reverse=True)
    if len(ranked) > 1 and ranked[0] == ranked[1]:
        return whole_range(figures)
    return max(counts, key=lambda figure: counts[figure])


def hierarchy(figures: Sequence[Quantity]) -> Quantity:
    """The figure of the strongest origin."""
    return figures[0]


def most_conservative(figures: Sequence[Quantity]) -> Quantity:
    """The lowest figure that an origin gives, as a minimum."""
    return Quantity(min(low(figure) for figure in figures), None)


RULES: dict[str, Rule] = {
    "range": whole_range,
    "majority": majority,
    "hierarchy": hierarchy,
    "most conservative": most_conservative,
}
"""The rules by name. Each is given the current figure of each origin, strongest first."""

MADE = ("casualties", "no number", "hedged")
"""The reasons that a rule gives, and that go when another is chosen."""


def by_rule(toll: CasualtyRange, rule: str) -> CasualtyRange:
    """Return the casualties with the headline that a rule gives, and its reasons first.

    Raises:
        KeyError: There is no rule of this name; see `RULES`.
    """
    killed, more = _reconcile("killed", toll.figures, rule)
    injured, most = _reconcile("injured", toll.figures, rule)
    kept = [one for one in toll.reasons if one.rule not in MADE]
    return replace(
        toll,
        killed=killed,
        injured=injured,
        rule=rule if killed is not None or injured is not None else "",
        reasons=(*more, *most, *kept),
    )


def _reconcile(
    part: Part, figures: Iterable[Figure], rule: str
) -> tuple[Quantity | None, list[Reason]]:
    given = [(one, value) for one in figures if (value := getattr(one, part)) is not None]
    exact = [(one, value) for one, value in given if not is_vague(value)]
    used = exact or given
    if not used:
        return None, []
    chosen = RULES[rule]([value for _, value in used])
    names = tuple(one.claim for one, _ in used)
    sentence = f"{capital(number(chosen))} {part}: {_chosen(len(used), rule)}"
    reasons = [Reason("casualties", sentence, part, number(chosen), claims=names)]
    if exact and len(exact) < len(given):
        vague = tuple(one.claim for one, value in given if is_vague(value))
        said = f"A claim that says only that people were {part}, without a number, is not counted."
        reasons.append(Reason("no number", said, claims=vague))
    if any(one.hedged for one, _ in used):
        hedged = tuple(one.claim for one, _ in used if one.hedged)
        said = f"The speaker hedges the number {part}."
        reasons.append(Reason("hedged", said, claims=hedged))
    return chosen, reasons


def _chosen(figures: int, rule: str) -> str:
    """Say where a toll comes from: the only figure given, or the rule that chose among several."""
    if figures == 1:
        return "the only figure that still stands."
    meaning = (RULES[rule].__doc__ or "").strip()
    return (
        f"of the figures of {counted(figures, 'origin')}, the rule “{rule}” takes "
        f"{meaning[:1].lower()}{meaning[1:]}"
    )


def is_vague(quantity: Quantity) -> bool:
    """Say whether a number says only that people were harmed."""
    return quantity.minimum == VAGUE and quantity.maximum is None


def low(quantity: Quantity) -> int:
    """Return the least number; a figure with an upper bound alone allows none at all."""
    return quantity.minimum if quantity.minimum is not None else 0


def high(quantity: Quantity) -> int:
    """Return the most, or the least where there is no upper bound."""
    return quantity.maximum if quantity.maximum is not None else low(quantity)
