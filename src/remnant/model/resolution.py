"""Resolutions: what the words of a claim stand for. They never overwrite the claim."""

from dataclasses import dataclass
from typing import TypeAlias

from remnant.model.claim import Claim, Mention, Slot
from remnant.model.finding import Reason
from remnant.model.value import DateInterval, Location, Quantity, Reference

Value: TypeAlias = Reference | Location | DateInterval | Quantity


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that the words may stand for.

    Attributes:
        value: The entry or typed value.
        score: From 0.0 to 1.0; the scores of one resolution need not sum to 1.
        reasons: Why.
    """

    value: Value
    score: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """What one mention stands for.

    Attributes:
        claim: Identifier of the claim.
        mention: The words.
        candidates: What they may stand for, best first; empty if nothing was found.
        ambiguous: The best candidate does not stand out; a person should choose.
    """

    claim: str
    mention: Mention
    candidates: tuple[Candidate, ...] = ()
    ambiguous: bool = False

    @property
    def value(self) -> Value | None:
        """The best candidate's value, or `None` if there is none."""
        return self.candidates[0].value if self.candidates else None


@dataclass(frozen=True, slots=True)
class ResolvedClaim:
    """A claim beside what its words stand for."""

    claim: Claim
    resolutions: tuple[Resolution, ...] = ()

    def values(self, slot: Slot) -> tuple[Value, ...]:
        """Return the values that fill one slot, in the order of their mentions, each once."""
        found = (
            resolution.value for resolution in self.resolutions if resolution.mention.slot is slot
        )
        return tuple(dict.fromkeys(value for value in found if value is not None))

    def references(self, slot: Slot) -> tuple[Reference, ...]:
        """Return the knowledge entries that fill a slot."""
        return tuple(value for value in self.values(slot) if isinstance(value, Reference))

    @property
    def speakers(self) -> tuple[Reference, ...]:
        """The innermost speakers; empty when the author or publisher speaks in its own voice."""
        innermost = set(self.claim.attribution.innermost)
        found = (
            resolution.value
            for resolution in self.resolutions
            if resolution.mention.slot is Slot.SPEAKER and resolution.mention in innermost
        )
        return tuple(dict.fromkeys(value for value in found if isinstance(value, Reference)))

    @property
    def actors(self) -> tuple[Reference, ...]:
        """The parties that did it, held it, or said it. Several are alternatives or joint."""
        return self.references(Slot.ACTOR)

    @property
    def weapons(self) -> tuple[Reference, ...]:
        """The weapons, specific and generic."""
        return self.references(Slot.WEAPON)

    @property
    def places(self) -> tuple[Location, ...]:
        """The places."""
        return tuple(value for value in self.values(Slot.PLACE) if isinstance(value, Location))

    @property
    def dates(self) -> tuple[DateInterval, ...]:
        """The dates."""
        return tuple(value for value in self.values(Slot.DATE) if isinstance(value, DateInterval))

    def quantity(self, slot: Slot) -> Quantity | None:
        """Return the number that fills a slot, or `None` if none was said."""
        for value in self.values(slot):
            if isinstance(value, Quantity):
                return value
        return None

    @property
    def killed(self) -> Quantity | None:
        """How many were killed, as said."""
        return self.quantity(Slot.KILLED)

    @property
    def injured(self) -> Quantity | None:
        """How many were injured, as said."""
        return self.quantity(Slot.INJURED)

    @property
    def count(self) -> Quantity | None:
        """How many weapons, remnants, attacks or members, as said."""
        return self.quantity(Slot.COUNT)
