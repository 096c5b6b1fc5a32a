"""What carries a grade, what would change it, and who stands behind each fact, in plain lines."""

from collections.abc import Iterator

from remnant.knowledge import GradeTable
from remnant.model.assessment import Assessment, FactOrigins
from remnant.model.claim import Basis
from remnant.model.words import listed
from remnant.store import Reader

INDENT = "    "


def grade_lines(assessment: Assessment) -> Iterator[str]:
    """Yield the grade, and a reviewer's beside it."""
    yield f"grade: {assessment.grade.value}"
    review = assessment.review
    if review is not None:
        same = "the same as" if review.grade is assessment.grade else "other than"
        note = f": {review.note}" if review.note else ""
        yield f"reviewer's grade: {review.grade.value}, {same} the computed one{note}"
        yield f"{INDENT}given by {review.by} on {review.at[:10]} [{review.decision}]"


def crosswalk_lines(assessment: Assessment, table: GradeTable) -> Iterator[str]:
    """Yield the words of other organisations for the grade, and the rule table behind it."""
    words = table.words(assessment.grade)
    airwars = words.airwars or "none"
    yield f"{assessment.grade.value} at Airwars: {airwars}; elsewhere: {words.nearest or 'none'}"
    yield f"rule table: {assessment.rules}"


def weighing_lines(reader: Reader, assessment: Assessment) -> Iterator[str]:
    """Yield the smallest set of claims that carries the grade, and what would change it."""
    if assessment.carrying:
        yield f"carried by {len(assessment.carrying)} of its claims:"
        for name in assessment.carrying:
            words = " ".join(reader.claim(name).claim.passage.quote.split())
            yield f"{INDENT}{name} “{words}”"
    if assessment.changes:
        yield "what would change it:"
        for change in assessment.changes:
            yield f"{INDENT}{change.sentence} Then: {change.grade.value}."


def fact_lines(assessment: Assessment) -> Iterator[str]:
    """Yield who says and who contradicts each fact."""
    for fact in assessment.facts:
        yield f"fact: {fact.fact}{f' {fact.value}' if fact.value else ''}"
        yield f"{INDENT}{for_and_against(fact)}"


def for_and_against(fact: FactOrigins) -> str:
    """Say who says so, which parties do, who says otherwise, and what it rests on."""
    count = f"{fact.weight:g}"
    origins = f"independent origins {count}"
    parts = [f"{origins}: {listed(fact.supporting)}" if fact.supporting else f"{origins}"]
    if fact.parties:
        parts.append(f"parties: {listed(fact.parties)}")
    if fact.against:
        parts.append(f"against: {listed(fact.against)}")
    stated = [one.value for one in fact.basis if one is not Basis.NONE_STATED]
    parts.append(f"rests on {listed(stated)}" if stated else "not said what it rests on")
    return "; ".join(parts)
