from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remnant.model.value import DateInterval, Quantity


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2020-09-27", date(2020, 9, 27), date(2020, 9, 27)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("2016-04-01/2016-04-07", date(2016, 4, 1), date(2016, 4, 7)),
        ("2020-09/2020-10", date(2020, 9, 1), date(2020, 10, 31)),
        ("2015/..", date(2015, 1, 1), None),
        ("../2019", None, date(2019, 12, 31)),
        ("XXXX-11-30", None, None),
    ],
)
def test_bounds(edtf: str, earliest: date | None, latest: date | None) -> None:
    """An interval has the first and last possible day of its words."""
    interval = DateInterval(edtf)

    assert (interval.earliest, interval.latest) == (earliest, latest)


@pytest.mark.parametrize("text", ["", "yesterday", "2020-9-27", "2020/09/27", "27-09-2020"])
def test_other_forms_are_refused(text: str) -> None:
    """Only the EDTF forms in use are dates."""
    with pytest.raises(ValueError, match="EDTF"):
        DateInterval(text)


@pytest.mark.parametrize("text", ["2020-13", "2020-02-30", "2020-10-01/2020-11-31", "0000"])
def test_days_that_do_not_exist_are_refused(text: str) -> None:
    """A month 13 or a 30 February is no date."""
    with pytest.raises(ValueError, match="no calendar"):
        DateInterval(text)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("2020-10", "2020-10-28", True),
        ("2020-09", "2020-10-28", False),
        ("2015/..", "2020-10-28", True),
        ("2016-04-01/2016-04-07", "2016-04-07", True),
    ],
)
def test_overlap(left: str, right: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    """Two intervals overlap when some day may lie in both, whichever is asked."""
    one, other = DateInterval(left), DateInterval(right)

    assert one.overlaps(other) is expected
    assert other.overlaps(one) is expected


def test_containment_needs_certainty() -> None:
    """A month contains its days; a day does not contain its month; open ends are uncertain."""
    month, day = DateInterval("2020-10"), DateInterval("2020-10-28")

    assert month.contains(day)
    assert not day.contains(month)
    assert not month.contains(DateInterval("2020-10-28/.."))


def test_days_counts_both_ends() -> None:
    """A single day spans one day."""
    assert DateInterval("2020-10-28").days == 1
    assert DateInterval("2020-10").days == 31
    assert DateInterval("2015/..").days is None


@pytest.mark.parametrize(("least", "most"), [(-1, None), (3, 2), (None, -5)])
def test_impossible_quantities_are_refused(least: int | None, most: int | None) -> None:
    """Negative or crossing bounds are refused."""
    with pytest.raises(ValueError, match=r"negative|above"):
        Quantity(least, most)


@given(st.integers(0, 99), st.integers(0, 99))
def test_exact_quantities_are_compatible_only_when_equal(one: int, other: int) -> None:
    """Two exact numbers are compatible when they are the same."""
    assert Quantity(one, one).compatible(Quantity(other, other)) is (one == other)


def test_at_least_is_compatible_with_more() -> None:
    """At least 21 can be 26; exactly 21 cannot."""
    assert Quantity(21, None).compatible(Quantity(26, 26))
    assert not Quantity(21, 21).compatible(Quantity(26, 26))
