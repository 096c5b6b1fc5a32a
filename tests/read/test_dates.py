import pytest
from hypothesis import given
from hypothesis import strategies as st

from remnant.model.value import DateInterval
from remnant.read.dates import edtf_of


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("15 September 2021", "2021-09-15"),
        ("Sept. 5, 2021", "2021-09-05"),
        ("October 26, 2020", "2020-10-26"),
        ("Fri 07 Apr 2017 at 0914", "2017-04-07"),
        ("1st May 2019", "2019-05-01"),
        ("2020-10-30T10:00:00Z", "2020-10-30"),
        ("May 2012", "2012-05"),
        ("23/04/2016", "2016-04-23"),
        ("04/23/2016", "2016-04-23"),
        ("04.04.2016", "2016-04-04"),
        ("03/04/2016", "2016"),
        ("31 February 2020", None),
        ("12 rockets in 2020", None),
        ("", None),
    ],
)
def test_dates_are_read_as_printed(words: str, edtf: str | None) -> None:
    """A date is as precise as printed; where day and month could be swapped, only the year is."""
    assert edtf_of(words) == edtf


@given(st.text(alphabet="0123456789 -/.MayJunetob,", max_size=30))
def test_what_is_found_is_a_date(words: str) -> None:
    """Whatever is found in any words is a date in EDTF."""
    edtf = edtf_of(words)
    assert edtf is None or DateInterval(edtf).edtf == edtf
