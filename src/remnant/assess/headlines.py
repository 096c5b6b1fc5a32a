"""A record read with the casualty rule that its reader chose."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from remnant.assess.casualty_rules import by_rule
from remnant.model.assessment import Assessment, Lineage
from remnant.model.incident import Incident
from remnant.model.record import DocumentResult, Record
from remnant.model.resolution import ResolvedClaim


@dataclass(frozen=True, slots=True)
class RuledRecord:
    """A record whose headlines of killed and injured follow a rule; all else is as it was.

    The figures behind a headline are kept in the record, so nothing is built anew.

    Attributes:
        record: The record.
        rule: Name of the rule.
    """

    record: Record
    rule: str

    def documents(self) -> Iterator[str]:
        """Yield the identifiers of the current documents."""
        return self.record.documents()

    def result(self, document: str) -> DocumentResult:
        """Return what one document gave."""
        return self.record.result(document)

    def claim(self, claim: str) -> ResolvedClaim:
        """Return one claim."""
        return self.record.claim(claim)

    def incidents(self) -> Iterator[Incident]:
        """Yield the current incidents and episodes."""
        return self.record.incidents()

    def assessment(self, number: str) -> Assessment:
        """Return the assessment of one incident, its headline by the rule."""
        found = self.record.assessment(number)
        return replace(found, casualties=by_rule(found.casualties, self.rule))

    def lineage(self) -> Lineage:
        """Return the graph of which work rests on which."""
        return self.record.lineage()
