"""The keys by which documents and incidents find what can bear on them, kept in the record.

Documents meet by what they rest on, and a denial meets the incidents that it may answer.
"""

from collections.abc import Iterator

from remnant.assess import answer_keys, denial_keys, is_told, published, trace_keys
from remnant.knowledge import Knowledge
from remnant.model.incident import Incident
from remnant.model.record import DocumentResult

DENIES = "denies:"
"""Prefix of the keys by which a denial and the incidents that it may answer find each other."""

PUBLISHES = "publishes:"
"""Prefix of the keys that say whose works a document is, or names."""


def document_keys(result: DocumentResult, *, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the keys under which a document meets others: by lineage, and by its denials."""
    works = (result.fingerprint.work, *(one.work for one in result.fingerprint.named))
    return (
        *trace_keys(result.fingerprint, knowledge=knowledge),
        *(DENIES + key for key in _denied(result, knowledge)),
        *sorted({PUBLISHES + work.publisher for work in works}),
    )


def _denied(result: DocumentResult, knowledge: Knowledge) -> Iterator[str]:
    """Yield the keys of its denials. One that rests on another work may be of any day."""
    told = {
        claim for named in result.fingerprint.named if is_told(named.work) for claim in named.claims
    }
    own = [one for one in result.resolved if one.claim.id not in told]
    others = [one for one in result.resolved if one.claim.id in told]
    yield from denial_keys(own, day=published(result.document), knowledge=knowledge)
    yield from denial_keys(others, day=None, knowledge=knowledge)


def incident_keys(incident: Incident, *, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the keys under which denials meet an incident."""
    return tuple(DENIES + key for key in answer_keys(incident, knowledge=knowledge))
