"""A record whose documents are kept for a while, so that pages in a row do not read them anew."""

from collections import OrderedDict
from collections.abc import Iterator

from remnant.model.assessment import Assessment
from remnant.model.incident import Incident
from remnant.model.lineage import Lineage
from remnant.model.record import DocumentResult, Record
from remnant.model.resolution import ResolvedClaim
from remnant.publish.pages.catalogue import Catalogue

KEPT = 64
"""Documents held at once: bounds memory, and covers what one page asks for."""


class Recent:
    """A record over another, which remembers the documents asked for last."""

    def __init__(self, record: Record, catalogue: Catalogue) -> None:
        self._record = record
        self._catalogue = catalogue
        self._kept: OrderedDict[str, tuple[DocumentResult, dict[str, ResolvedClaim]]]
        self._kept = OrderedDict()

    def documents(self) -> Iterator[str]:
        """Yield the identifiers of the documents."""
        return iter(self._catalogue.documents)

    def result(self, document: str) -> DocumentResult:
        """Return what one document gave."""
        return self._held(document)[0]

    def claim(self, claim: str) -> ResolvedClaim:
        """Return one claim."""
        return self._held(self._catalogue.claims[claim].document)[1][claim]

    def _held(self, document: str) -> tuple[DocumentResult, dict[str, ResolvedClaim]]:
        if document not in self._kept:
            result = self._record.result(document)
            self._kept[document] = (result, {one.claim.id: one for one in result.resolved})
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(document)
        return self._kept[document]

    def incidents(self) -> Iterator[Incident]:
        """Yield the incidents, in order of number."""
        return iter(self._catalogue.incidents.values())

    def assessment(self, number: str) -> Assessment:
        """Return the assessment of one incident."""
        return self._catalogue.assessments[number]

    def lineage(self) -> Lineage:
        """Return the graph of which work rests on which."""
        return self._catalogue.lineage
