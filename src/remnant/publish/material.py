"""What is published: a record, what it is read by, and what people searched."""

from dataclasses import dataclass
from functools import cached_property

from remnant.assess import ledgers
from remnant.knowledge import Knowledge
from remnant.model.ledger import Ledger
from remnant.model.record import Record
from remnant.model.searching import Search


@dataclass(frozen=True)  # no slots: the ledgers are kept once they are worked out
class Material:
    """What pages and datasets are made of.

    Attributes:
        record: The record.
        knowledge: The reviewed reference data.
        searches: What people searched.
    """

    record: Record
    knowledge: Knowledge
    searches: tuple[Search, ...] = ()

    @cached_property
    def ledgers(self) -> tuple[Ledger, ...]:
        """What each party was accused of, and what it answered: worked out once, on demand."""
        return ledgers(self.record, knowledge=self.knowledge)
