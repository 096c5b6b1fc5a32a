"""Which claims are wanted: conditions on their columns and on what fills their slots."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, or_, select

from remnant.model.claim import ClaimKind, Slot, Stance
from remnant.model.value import DateInterval
from remnant.store import schema

_C = schema.claims.c
_V = schema.claim_values.c


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Conditions that a claim must all meet; an empty one is met by every claim.

    Attributes:
        kinds: It is of one of these kinds.
        stances: Its stance is one of these.
        documents: It stands in one of these documents, by identifier.
        filling: Per slot, the entries of which one must fill it, each by identifier or by
            name in normal form.
        during: A date that it gives may lie in this interval.
    """

    kinds: tuple[ClaimKind, ...] = ()
    stances: tuple[Stance, ...] = ()
    documents: tuple[str, ...] = ()
    filling: tuple[tuple[Slot, tuple[str, ...]], ...] = ()
    during: DateInterval | None = None

    def conditions(self) -> Iterator[ColumnElement[bool]]:
        """Yield the conditions on a row of `claims`."""
        if self.kinds:
            yield _C.kind.in_([kind.value for kind in self.kinds])
        if self.stances:
            yield _C.stance.in_([stance.value for stance in self.stances])
        if self.documents:
            yield _C.document.in_(self.documents)
        for slot, names in self.filling:
            wanted = and_(_V.slot == slot.value, _V.value.in_(names))
            yield _C.row.in_(select(_V.claim).where(wanted))
        if self.during is not None:
            yield from _during(self.during)


EVERY_CLAIM = ClaimFilter()
"""No condition."""


def _during(wanted: DateInterval) -> Iterator[ColumnElement[bool]]:
    """Yield what says that a claim's dates may overlap; one end alone is an open interval."""
    yield or_(_C.earliest.is_not(None), _C.latest.is_not(None))
    if wanted.latest is not None:
        yield or_(_C.earliest.is_(None), _C.earliest <= wanted.latest.isoformat())
    if wanted.earliest is not None:
        yield or_(_C.latest.is_(None), _C.latest >= wanted.earliest.isoformat())
