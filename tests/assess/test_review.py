import pytest

from remnant.assess import agreement, reviewed, reviews
from remnant.model.assessment import Assessment, Grade
from remnant.model.decision import Decision, Judgement


def _decision(number: str, grade: Grade, at: str = "2021-01-01T00:00:00Z") -> Decision:
    return Decision(f"j-{number}{grade}", number, grade.value, Judgement.GRADE, "EK", at, "Seen.")


def test_the_last_word_holds() -> None:
    """Of two grades by people the later one stands, with who gave it."""
    given = reviews([_decision("R-0001", Grade.PROBABLE), _decision("R-0001", Grade.CONTESTED)])
    assert given["R-0001"].grade is Grade.CONTESTED
    assert given["R-0001"].by == "EK"


def test_the_computed_grade_stays() -> None:
    """A person's grade stands beside the computed one and does not replace it."""
    computed = Assessment("R-0001", Grade.SINGLE_ORIGIN)
    found = reviewed(computed, reviews([_decision("R-0001", Grade.PROBABLE)]))
    assert found.grade is Grade.SINGLE_ORIGIN
    assert found.review is not None
    assert found.review.grade is Grade.PROBABLE
    assert reviewed(computed, {}) == computed


def test_agreement_by_hand() -> None:
    """Three of four equal, half of them by chance: kappa one half."""
    pairs = [
        (Grade.PROBABLE, Grade.PROBABLE),
        (Grade.PROBABLE, Grade.SINGLE_ORIGIN),
        (Grade.SINGLE_ORIGIN, Grade.SINGLE_ORIGIN),
        (Grade.SINGLE_ORIGIN, Grade.SINGLE_ORIGIN),
    ]
    given = reviews([_decision(f"R-{n}", other) for n, (_, other) in enumerate(pairs)])
    found = agreement(
        reviewed(Assessment(f"R-{n}", one), given) for n, (one, _) in enumerate(pairs)
    )
    assert (found.reviewed, found.equal, found.share) == (4, 3, 0.75)
    assert found.kappa == pytest.approx(0.5)


def test_no_review_is_no_agreement() -> None:
    """Without a person's grade there is neither a share nor a kappa; with one grade no kappa."""
    assert agreement([Assessment("R-0001", Grade.PROBABLE)]).share is None
    given = reviews([_decision("R-0001", Grade.PROBABLE)])
    one = agreement([reviewed(Assessment("R-0001", Grade.PROBABLE), given)])
    assert (one.share, one.kappa) == (1.0, None)
