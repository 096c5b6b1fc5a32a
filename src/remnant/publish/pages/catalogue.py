"""The record, read once and kept small: what pages need to know of each other.

Documents are read one by one; of each claim only what other pages print is kept.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from remnant.errors import PublishError
from remnant.model.assessment import Assessment
from remnant.model.incident import Incident, Scope
from remnant.model.lineage import Lineage
from remnant.model.record import DocumentResult, Record
from remnant.model.value import Location
from remnant.model.words import counted, date_words
from remnant.publish.pages.cards import ClaimCard, DocumentCard, check, claim_card, document_card
from remnant.publish.pages.context import Link
from remnant.publish.pages.masking import publishable


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that pages look up.

    Attributes:
        documents: The documents in order, by identifier.
        claims: The claims in order of document and passage, by identifier.
        incidents: Incidents and episodes in order of number, by number.
        assessments: One per incident, by number.
        belongs: The incident numbers in which a claim takes part, by claim.
        parts: The numbers of an episode's incidents, by the episode's number.
        lineage: Which work rests on which.
        places: The places of incidents, each once, those with most incidents first.
        pointed: By document, the passages that other pages lead to besides claims.
    """

    documents: dict[str, DocumentCard]
    claims: dict[str, ClaimCard]
    incidents: dict[str, Incident]
    assessments: dict[str, Assessment]
    belongs: dict[str, tuple[str, ...]]
    parts: dict[str, tuple[str, ...]]
    lineage: Lineage
    places: tuple[Location, ...]
    pointed: dict[str, frozenset[tuple[int, int]]]

    def claim(self, claim: str, *, page: str) -> ClaimCard:
        """Return a claim that a page prints a value of.

        Raises:
            PublishError: No such claim is in the record.
        """
        found = self.claims.get(claim)
        if found is None:
            message = f"{page}: claim {claim} is not in the record; build it again, then publish"
            raise PublishError(message)
        return found

    def cards(self, claims: Iterable[str], *, page: str) -> tuple[ClaimCard, ...]:
        """Return claims in the given order, each once."""
        return tuple(self.claim(claim, page=page) for claim in dict.fromkeys(claims))

    def document_of(self, claim: ClaimCard) -> DocumentCard:
        """Return the document in which a claim stands."""
        return self.documents[claim.document]

    def label(self, number: str) -> Link:
        """Return an incident's heading as a link to its page."""
        incident = self.incidents[number]
        return Link(heading(incident), incident_path(incident), number)


def read_catalogue(record: Record) -> Catalogue:
    """Read the record once, one document at a time."""
    documents: dict[str, DocumentCard] = {}
    claims: dict[str, ClaimCard] = {}
    for name in record.documents():
        result = record.result(name)
        documents[name] = document_card(result)
        claims |= {card.id: card for card in _claim_cards(result)}
    incidents = {incident.number: incident for incident in record.incidents()}
    belongs: dict[str, list[str]] = {}
    for incident in incidents.values():
        for claim in incident.claims:
            belongs.setdefault(claim, []).append(incident.number)
    assessments = {number: record.assessment(number) for number in incidents}
    lineage = record.lineage()
    return Catalogue(
        documents=documents,
        claims=claims,
        incidents=incidents,
        assessments=assessments,
        belongs={claim: tuple(numbers) for claim, numbers in belongs.items()},
        parts=_parts(incidents),
        lineage=lineage,
        places=_places(incidents.values()),
        pointed=_pointed(lineage, assessments.values()),
    )


def _places(incidents: Iterable[Incident]) -> tuple[Location, ...]:
    found = Counter(
        one.place for one in incidents if one.scope is Scope.INCIDENT and one.place is not None
    )
    return tuple(sorted(found, key=lambda place: (-found[place], place.name, place.id)))


def _pointed(
    lineage: Lineage, assessments: Iterable[Assessment]
) -> dict[str, frozenset[tuple[int, int]]]:
    spans = [span for edge in lineage.edges for span in edge.passages]
    spans += [denial.passage for one in assessments for denial in one.denials]
    found: dict[str, set[tuple[int, int]]] = {}
    for span in spans:
        found.setdefault(span.document, set()).add((span.start, span.end))
    return {name: frozenset(places) for name, places in found.items()}


def _parts(incidents: dict[str, Incident]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[Incident]] = {}
    for incident in incidents.values():
        if incident.episode:
            found.setdefault(incident.episode, []).append(incident)
    return {
        episode: tuple(one.number for one in sorted(inner, key=in_time))
        for episode, inner in found.items()
    }


def in_time(incident: Incident) -> tuple[str, str]:
    """Return what orders incidents by date, those without a date last."""
    return (incident.date.edtf if incident.date else "~", incident.number)


def incident_path(incident: Incident) -> str:
    """Return the path of an incident's or episode's page."""
    folder = "incidents" if incident.scope is Scope.INCIDENT else "episodes"
    return f"{folder}/{incident.number}.html"


def heading(incident: Incident) -> str:
    """Return what an incident is called: where and when, no more exactly than is known."""
    where = incident.place.name if incident.place else ""
    if not where and incident.places:
        where = ", ".join(place.name for place in incident.places[:2])
        if more := len(incident.places[2:]):
            where = f"{where} and {counted(more, 'more place')}"
    if incident.scope is Scope.EPISODE and not (where and incident.date):
        when = date_words(incident.date) if incident.date else ""
        about = ", ".join(one.name for one in (*incident.actors[:2], *incident.weapons[:2]))
        return f"General claims: {where or when or about or 'a war or campaign'}"
    if not where and incident.date is None:
        about = ", ".join(one.name for one in (*incident.weapons[:2], *incident.actors[:2]))
        return f"Place and date not known{f': {about}' if about else ''}"
    return f"{where or 'Place not known'}, {date_words(incident.date)}"


def names_of(incident: Incident) -> tuple[str, ...]:
    """Return the names of its parties, weapons and places, each once."""
    parties = [one.name for one in (*incident.actors, *incident.weapons)]
    return tuple(dict.fromkeys([*parties, *(place.name for place in incident.places)]))


def _claim_cards(result: DocumentResult) -> Iterable[ClaimCard]:
    shown = publishable(result.document.text)
    for resolved in result.resolved:
        check(result.document, resolved.claim)
        yield claim_card(resolved, shown)
