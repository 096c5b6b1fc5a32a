"""What carries a grade, what would change it, a reviewer's grade, and each fact's origins."""

from dataclasses import dataclass

from remnant.model.assessment import Assessment, FactOrigins
from remnant.model.words import capital, counted, listed
from remnant.publish.pages import evidence
from remnant.publish.pages.catalogue import Catalogue
from remnant.publish.pages.masking import publishable
from remnant.publish.pages.views import Said
from remnant.publish.pages.wording import GRADES, GradeText, basis_words


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What would give another grade."""

    sentence: str
    grade: GradeText


@dataclass(frozen=True, slots=True)
class ReviewView:
    """A reviewer's grade beside the computed one. Who gave it is not published."""

    grade: GradeText
    same: bool
    on: str
    note: str


@dataclass(frozen=True, slots=True)
class FactView:
    """One fact: how many independent origins say so, which parties, and who says otherwise."""

    fact: str
    value: str
    origins: str
    supporting: str
    parties: str
    against: str
    basis: str
    claims: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Weighing:
    """All of it, for the page of an incident."""

    carrying: tuple[Said, ...]
    changes: tuple[ChangeView, ...]
    review: ReviewView | None
    facts: tuple[FactView, ...]


def weighing(catalogue: Catalogue, assessment: Assessment, *, page: str) -> Weighing:
    """Return what stands beside the grade on the page of an incident."""
    return Weighing(
        carrying=evidence.said(catalogue, assessment.carrying, page=page),
        changes=tuple(
            ChangeView(publishable(one.sentence), GRADES[one.grade]) for one in assessment.changes
        ),
        review=_review(assessment),
        facts=tuple(_fact(catalogue, one, page=page) for one in assessment.facts),
    )


def _review(assessment: Assessment) -> ReviewView | None:
    review = assessment.review
    if review is None:
        return None
    same = review.grade is assessment.grade
    return ReviewView(GRADES[review.grade], same, review.at[:10], publishable(review.note))


def _fact(catalogue: Catalogue, fact: FactOrigins, *, page: str) -> FactView:
    whole = fact.weight == int(fact.weight)
    number = counted(int(fact.weight), "independent origin") if whole else ""
    return FactView(
        fact=capital(fact.fact),
        value=publishable(fact.value),
        origins=number or f"{fact.weight:g} independent origins",
        supporting=_names(fact.supporting),
        parties=_names(fact.parties),
        against=_names(fact.against),
        basis=basis_words(fact.basis),
        claims=evidence.said(catalogue, fact.claims, page=page),
    )


def _names(labels: tuple[str, ...]) -> str:
    return listed(tuple(publishable(one) for one in labels)) if labels else ""
