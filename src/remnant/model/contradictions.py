"""What the claims of one incident disagree on, and in what way."""

from dataclasses import dataclass
from enum import StrEnum


class Conflict(StrEnum):
    """What a contradiction is about."""

    ATTRIBUTION = "who did it"
    WEAPON = "which weapon"
    PLACE = "where"
    DATE = "when"
    KILLED = "how many were killed"
    INJURED = "how many were injured"
    COUNT = "how many attacks or weapons"
    ANSWER = "what was denied"
    EVENT = "whether it happened"


class Clash(StrEnum):
    """In what way values differ. Those that cannot all hold come first."""

    INCOMPATIBLE = "incompatible"
    """They cannot all be true."""
    MISQUOTED = "misquoted"
    """A report gives other words than the statement it reports."""
    SUPERSEDED = "superseded"
    """One source replaced its own earlier value."""
    SCOPE = "different scope"
    """They are not about the same people, places or days."""
    PRECISION = "different precision"
    """One is more exact than the other; both can hold."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contradiction: a value, and the claims that carry it."""

    value: str
    claims: tuple[str, ...]
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Claims of one incident that cannot all hold, or that differ in scope or precision.

    Attributes:
        conflict: What it is about.
        sides: The values, each with its claims.
        sentence: What differs, in plain words.
        clash: In what way.
        note: A public note that a person wrote on it; empty if nobody did.
        noted_by: Who wrote it.
    """

    conflict: Conflict
    sides: tuple[Side, ...]
    sentence: str
    clash: Clash = Clash.INCOMPATIBLE
    note: str = ""
    noted_by: str = ""
