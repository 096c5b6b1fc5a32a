"""The sides of a contradiction: a value, the claims that carry it, and the origins behind them."""

from collections.abc import Iterable, Sequence

from remnant.model.assessment import Origin
from remnant.model.claim import Stance
from remnant.model.contradictions import Side

SAYING = (Stance.AFFIRMED, Stance.HEDGED, Stance.OPEN)
"""Stances that put a value forward."""


def side(value: str, claims: Iterable[str], origins: Sequence[Origin]) -> Side:
    """Return one side of a contradiction."""
    names = tuple(sorted(set(claims)))
    under = tuple(one.id for one in origins if not set(one.claims).isdisjoint(names))
    return Side(value, names, under)
