"""Rows of the datasets of grades and of facts, in the order of their columns."""

from collections.abc import Iterator

from remnant.knowledge import Knowledge
from remnant.model.record import Record
from remnant.publish.datasets_rows import Row
from remnant.publish.pages.masking import publishable


def grade_rows(record: Record, knowledge: Knowledge) -> Iterator[Row]:
    """Yield a row per incident, by number."""
    for incident in record.incidents():
        one = record.assessment(incident.number)
        words = knowledge.grading.words(one.grade)
        review = one.review
        yield {
            "incident_id": incident.number,
            "grade": one.grade.value,
            "rules": one.rules,
            "airwars": words.airwars or None,
            "nearest": words.nearest or None,
            "reason": publishable(one.reasons[0].sentence) if one.reasons else None,
            "carrying_claim_ids": one.carrying,
            "changes": tuple(
                publishable(f"{change.sentence} Then: {change.grade.value}.")
                for change in one.changes
            ),
            "reviewer_grade": review.grade.value if review else None,
            "reviewed_on": review.at[:10] if review else None,
            "reviewer_note": publishable(review.note) or None if review else None,
            "reviewer_agrees": review.grade is one.grade if review else None,
        }


def fact_rows(record: Record) -> Iterator[Row]:
    """Yield a row per value of each fact, by incident."""
    for incident in record.incidents():
        for one in record.assessment(incident.number).facts:
            yield {
                "incident_id": incident.number,
                "fact": one.fact,
                "value": publishable(one.value),
                "origins": one.weight,
                "supporting": _names(one.supporting),
                "parties": _names(one.parties),
                "against": _names(one.against),
                "basis": tuple(basis.value for basis in one.basis),
                "claim_ids": one.claims,
            }


def _names(labels: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(publishable(one) for one in labels)
