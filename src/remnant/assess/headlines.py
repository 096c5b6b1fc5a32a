"""A record read with the casualty rule that its reader chose, and with people's public notes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from remnant.assess.casualty_rules import by_rule
from remnant.model.assessment import Assessment
from remnant.model.contradictions import Contradiction
from remnant.model.decision import Decision, Judgement, latest
from remnant.model.incident import Incident
from remnant.model.lineage import Lineage
from remnant.model.record import DocumentResult, Record
from remnant.model.resolution import ResolvedClaim


@dataclass(frozen=True, slots=True)
class RuledRecord:
    """A record whose headlines of killed and injured follow a rule; all else is as it was.

    The figures behind a headline are kept in the record, so nothing is built anew. What people
    noted on a contradiction stands beside it.

    Attributes:
        record: The record.
        rule: Name of the rule.
        decisions: People's decisions; only their public notes are used.
    """

    record: Record
    rule: str = "range"
    decisions: tuple[Decision, ...] = ()

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
        """Return the assessment of one incident, its headline by the rule, with the notes."""
        found = self.record.assessment(number)
        return replace(
            found,
            casualties=by_rule(found.casualties, self.rule),
            contradictions=noted(found.incident, found.contradictions, self.decisions),
        )

    def lineage(self) -> Lineage:
        """Return the graph of which work rests on which."""
        return self.record.lineage()


def noted(
    number: str, found: Sequence[Contradiction], decisions: Sequence[Decision]
) -> tuple[Contradiction, ...]:
    """Return contradictions with the public notes that people wrote on them.

    A note names the incident and what the accounts differ in; the last one holds, and an empty
    one takes it back.
    """
    held = latest(decisions, (Judgement.NOTE,)) if decisions else {}

    def with_note(one: Contradiction) -> Contradiction:
        note = held.get((number, one.conflict.value))
        return replace(one, note=note.note, noted_by=note.by if note.note else "") if note else one

    return tuple(with_note(one) for one in found)
