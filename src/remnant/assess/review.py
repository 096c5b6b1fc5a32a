"""People's grades beside the computed ones, and how far the two agree."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from remnant.model.assessment import Assessment, Grade, Review
from remnant.model.decision import Decision, Judgement, latest


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far people's grades and the computed ones agree.

    Attributes:
        reviewed: Incidents that a person graded.
        equal: Those of them with the computed grade.
        kappa: Cohen's kappa, 1.0 for full agreement and 0.0 for that of chance; `None` if it
            is not defined, because all grades on both sides are one.
        pairs: Computed grade, person's grade, and how often they stand together.
    """

    reviewed: int
    equal: int
    kappa: float | None
    pairs: tuple[tuple[Grade, Grade, int], ...]

    @property
    def share(self) -> float | None:
        """The share of equal grades; `None` if nothing was reviewed."""
        return self.equal / self.reviewed if self.reviewed else None


def reviews(decisions: Sequence[Decision]) -> dict[str, Review]:
    """Return the person's grade of each incident, by number; the last word holds."""
    held = latest(decisions, (Judgement.GRADE,))
    return {
        number: Review(Grade(one.right), one.by, one.at, one.note, one.id)
        for (number, _), one in held.items()
    }


def reviewed(assessment: Assessment, given: dict[str, Review]) -> Assessment:
    """Return an assessment with the person's grade beside the computed one, if there is one."""
    review = given.get(assessment.incident)
    return assessment if review == assessment.review else replace(assessment, review=review)


def agreement(assessments: Iterable[Assessment]) -> Agreement:
    """Compare people's grades with the computed ones.

    Cohen, "A coefficient of agreement for nominal scales" (1960).
    """
    pairs = Counter((one.grade, one.review.grade) for one in assessments if one.review is not None)
    total = pairs.total()
    equal = sum(count for (one, other), count in pairs.items() if one is other)
    order = list(Grade)
    ordered = sorted(pairs.items(), key=lambda item: [order.index(one) for one in item[0]])
    return Agreement(total, equal, _kappa(pairs), tuple((*pair, count) for pair, count in ordered))


def _kappa(pairs: Counter[tuple[Grade, Grade]]) -> float | None:
    total = pairs.total()
    if not total:
        return None
    computed, given = Counter[Grade](), Counter[Grade]()
    for (one, other), count in pairs.items():
        computed[one] += count
        given[other] += count
    chance = sum(computed[one] * given[one] for one in Grade) / total**2
    observed = sum(count for (one, other), count in pairs.items() if one is other) / total
    return None if chance >= 1.0 else round((observed - chance) / (1.0 - chance), 4)
