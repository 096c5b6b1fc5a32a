from dataclasses import replace

import pytest

from remnant.model.assessment import Assessment, Grade
from remnant.model.claim import Slot, Stance
from remnant.model.incident import Scope
from remnant.model.lineage import Lineage
from remnant.model.record import DocumentResult, MemoryRecord, Reconciliation
from remnant.publish.pages.catalogue import read_catalogue
from remnant.publish.pages.evidence import left_open
from tests.factory import (
    AZERBAIJAN,
    make_claim,
    make_document,
    make_event,
    make_fingerprint,
    make_incident,
    make_mention,
    make_resolved,
)

TEXT = "Azerbaijan shelled Hadrut.\n\nIt is unclear whether Azerbaijan fired or supplied them."
STRIKE, OPEN = (
    "Azerbaijan shelled Hadrut",
    "It is unclear whether Azerbaijan fired or supplied them",
)


def record(stance: Stance, *, accused: bool = True) -> MemoryRecord:
    """Return a record of one strike and the episode around it, which a claim speaks of."""
    document = make_document(TEXT)
    strike = make_claim(document, STRIKE, mentions=[make_mention(document, Slot.ACTOR, "Azer")])
    wider = make_claim(
        document, OPEN, stance=stance, mentions=[make_mention(document, Slot.ACTOR, "Azer", nth=1)]
    )
    events = (
        make_event(document, [strike]),
        make_event(document, [wider], scope=Scope.EPISODE),
    )
    incident = replace(make_incident(events[:1]), episode="R-0002")
    incidents = (
        incident if accused else replace(incident, actors=()),
        make_incident(events[1:], number="R-0002", scope=Scope.EPISODE),
    )
    resolved = tuple(make_resolved(one, {Slot.ACTOR: AZERBAIJAN}) for one in (strike, wider))
    result = DocumentResult(document, resolved, events, make_fingerprint(document))
    assessments = tuple(Assessment(one.number, Grade.SINGLE_ORIGIN) for one in incidents)
    return MemoryRecord((result,), Reconciliation(incidents, Lineage(), assessments, ()))


@pytest.mark.parametrize(
    ("stance", "accused", "shown"),
    [(Stance.OPEN, True, [OPEN]), (Stance.AFFIRMED, True, []), (Stance.OPEN, False, [])],
)
def test_what_an_episode_leaves_open_stands_beside_its_incidents(
    stance: Stance,
    accused: bool,  # noqa: FBT001 - a table's column
    shown: list[str],
) -> None:
    """An open claim on the episode is shown if it names a party that the incident is said of."""
    catalogue = read_catalogue(record(stance, accused=accused))

    found = left_open(catalogue, catalogue.incidents["R-0001"], page="incidents/R-0001.html")

    assert [one.claim.quote for one in found] == shown
