"""Whether a claim is about one incident, or about a war, campaign or region.

The rules stand in order; the first that speaks decides. The docstring of each is
the reason shown to a reviewer.
"""

from collections.abc import Callable
from typing import TypeAlias

from remnant.link.pieces import Piece, is_fine, is_long, is_spread
from remnant.model.incident import Scope

Rule: TypeAlias = Callable[[Piece], bool]


def general_claim(piece: Piece) -> bool:
    """It speaks of a war or campaign, or gives a figure over several events."""
    return piece.claim.claim.general


def sum_of_days(piece: Piece) -> bool:
    """Its figure or list covers several dates together."""
    return piece.summed


def no_place(piece: Piece) -> bool:
    """It names no place."""
    return not piece.places


def large_place(piece: Piece) -> bool:
    """It names no place smaller than a province."""
    return not any(is_fine(place) for place in piece.places)


def long_period(piece: Piece) -> bool:
    """Its date is not known to within a week."""
    return piece.date is not None and is_long(piece.date)


def several_places(piece: Piece) -> bool:
    """It covers several places together that lie more than 30 km apart."""
    return is_spread(piece.places)


RULES: tuple[Rule, ...] = (
    general_claim,
    sum_of_days,
    no_place,
    large_place,
    long_period,
    several_places,
)
"""Each makes a claim one of an episode. If none speaks, it is one of an incident."""


def scope_of(piece: Piece) -> tuple[Scope, str]:
    """Return the scope of a piece, and why."""
    for rule in RULES:
        if rule(piece):
            return Scope.EPISODE, (rule.__doc__ or "").strip()
    return Scope.INCIDENT, "It is about one place, and its date is a few days at most or not said."
