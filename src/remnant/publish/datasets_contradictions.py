"""Rows of the contradictions dataset, in the order of its columns."""

from collections.abc import Iterator

from remnant.model.ids import content_id
from remnant.model.record import Record
from remnant.publish.datasets_rows import Row
from remnant.publish.pages.masking import publishable


def contradiction_rows(record: Record) -> Iterator[Row]:
    """Yield a row per side of each contradiction, by incident."""
    for incident in record.incidents():
        assessment = record.assessment(incident.number)
        names = {origin.id: origin.label for origin in assessment.origins}
        for place, one in enumerate(assessment.contradictions):
            name = content_id("x", (incident.number, one.conflict, one.sentence, str(place)))
            for number, side in enumerate(one.sides):
                yield {
                    "side_id": content_id("y", (name, str(number))),
                    "contradiction_id": name,
                    "incident_id": incident.number,
                    "about": one.conflict.value,
                    "clash": one.clash.value,
                    "sentence": publishable(one.sentence),
                    "value": publishable(side.value),
                    "claim_ids": side.claims,
                    "origins": tuple(publishable(names.get(key, key)) for key in side.origins),
                    "note": publishable(one.note) or None,
                    "noted_by": publishable(one.noted_by) or None,
                }
