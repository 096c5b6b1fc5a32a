import pytest

from remnant.model.assessment import Grade
from remnant.model.claim import Basis, ClaimKind, Slot, Stance
from remnant.model.lineage import Derivation
from remnant.model.value import GeoPrecision, Quantity
from remnant.publish.pages import wording


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (None, "not known"),
        (Quantity(None, None), "not known"),
        (Quantity(0, 0), "0"),
        (Quantity(21, 21), "21"),
        (Quantity(21, None), "at least 21"),
        (Quantity(None, 70), "at most 70"),
        (Quantity(1000, 2000), "1,000–2,000"),
    ],
)
def test_bounds_are_kept(quantity: Quantity | None, words: str) -> None:
    """A bound is never dropped, and unknown is never 0."""
    assert wording.quantity_words(quantity) == words


def test_everything_has_a_word() -> None:
    """Every grade, stance, kind, slot, basis, derivation and precision has its words."""
    assert set(wording.GRADES) == set(Grade)
    assert set(wording.STANCES) == set(Stance)
    assert set(wording.KINDS) == set(ClaimKind)
    assert set(wording.SLOTS) == set(Slot)
    assert set(wording.BASES) == set(Basis) - {Basis.NONE_STATED}
    assert set(wording.DERIVATIONS) == set(Derivation)
    assert set(wording.PRECISIONS) == set(GeoPrecision)


def test_no_two_grades_share_a_shape() -> None:
    """Grades are told apart without colour."""
    assert len({grade.slug for grade in wording.GRADES.values()}) == len(Grade)
    assert len({grade.symbol for grade in wording.GRADES.values()}) == len(Grade)


def test_a_basis_that_is_not_stated_is_not_invented() -> None:
    """What a finding rests on is named where said, and its absence is said plainly."""
    assert wording.basis_words(()) == ""
    assert wording.basis_words((Basis.NONE_STATED,)) == "It is not said what this rests on."
    both = (Basis.REMNANTS, Basis.NONE_STATED)
    assert wording.basis_words(both) == "Said to rest on remnants that were examined."
