"""What a build produces, and how the rest reads it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from remnant.model.assessment import Assessment
from remnant.model.claim import Claim
from remnant.model.document import Document
from remnant.model.incident import EventMention, Founding, Incident
from remnant.model.lineage import Fingerprint, Lineage
from remnant.model.resolution import ResolvedClaim


@dataclass(frozen=True, slots=True)
class DocumentResult:
    """All that one document gives: made in one go, written in one transaction.

    Attributes:
        document: The document.
        resolved: Its claims beside what their words stand for, in order of passage.
        mentions: Its event mentions.
        fingerprint: What is needed to find out what it rests on.
        dropped: How many claims a model proposed and were dropped, by reason. It is not kept
            in the record: the document's issues say it there.
    """

    document: Document
    resolved: tuple[ResolvedClaim, ...]
    mentions: tuple[EventMention, ...]
    fingerprint: Fingerprint
    dropped: tuple[tuple[str, int], ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims alone."""
        return tuple(resolved.claim for resolved in self.resolved)


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """What follows across documents.

    Attributes:
        incidents: In order of number.
        lineage: Which work rests on which.
        assessments: One per incident, in the same order.
        foundings: The incident numbers given out so far, old and new.
    """

    incidents: tuple[Incident, ...]
    lineage: Lineage
    assessments: tuple[Assessment, ...]
    foundings: tuple[Founding, ...]


class Record(Protocol):
    """The record as its readers see it: publishing, searching, showing, exporting.

    The store's session is one; `MemoryRecord` is another, for results at hand.
    """

    def documents(self) -> Iterator[str]:
        """Yield the identifiers of the current documents, in order of first capture."""
        ...

    def result(self, document: str) -> DocumentResult:
        """Return what one document gave. Raises `KeyError` for an unknown identifier."""
        ...

    def claim(self, claim: str) -> ResolvedClaim:
        """Return one claim. Raises `KeyError` for an unknown identifier."""
        ...

    def incidents(self) -> Iterator[Incident]:
        """Yield the current incidents and episodes, in order of number."""
        ...

    def assessment(self, number: str) -> Assessment:
        """Return the assessment of one incident. Raises `KeyError` for an unknown number."""
        ...

    def lineage(self) -> Lineage:
        """Return the graph of which work rests on which."""
        ...


@dataclass(frozen=True, slots=True)
class MemoryRecord:
    """A record held in memory, over results at hand."""

    results: tuple[DocumentResult, ...]
    reconciliation: Reconciliation

    def documents(self) -> Iterator[str]:
        """Yield the identifiers of the documents, in the order given."""
        return iter([result.document.id for result in self.results])

    def result(self, document: str) -> DocumentResult:
        """Return what one document gave."""
        return {result.document.id: result for result in self.results}[document]

    def claim(self, claim: str) -> ResolvedClaim:
        """Return one claim."""
        resolved = (one for result in self.results for one in result.resolved)
        return {one.claim.id: one for one in resolved}[claim]

    def incidents(self) -> Iterator[Incident]:
        """Yield the incidents, in order of number."""
        return iter(self.reconciliation.incidents)

    def assessment(self, number: str) -> Assessment:
        """Return the assessment of one incident."""
        return {one.incident: one for one in self.reconciliation.assessments}[number]

    def lineage(self) -> Lineage:
        """Return the graph of which work rests on which."""
        return self.reconciliation.lineage
