"""The deadlines that treaties set, counted from when each began to bind a state."""

from datetime import date

import pytest

from remnant.knowledge import load_knowledge
from remnant.knowledge.deadlines import annual_reports, deadlines

LEDGER = load_knowledge().treaties


def test_deadlines_run_from_the_entry_into_force_for_the_state() -> None:
    """Lithuania was bound from 1 September 2011: 8 years, 10 years and 180 days from then."""
    found = deadlines(LEDGER, "lithuania", "ccm", date(2012, 1, 1))

    assert [(one.article.number, one.due) for one in found] == [
        ("3", date(2019, 9, 1)),
        ("4", date(2021, 9, 1)),
        ("7", date(2012, 2, 28)),
    ]


@pytest.mark.parametrize(
    "on",
    [date(2010, 8, 1), date(2011, 8, 31), date(2025, 3, 6)],
    ids=["signed", "deposited", "left"],
)
def test_a_state_that_is_not_bound_has_no_deadline(on: date) -> None:
    """Neither a signatory nor a state that has left has a deadline."""
    assert deadlines(LEDGER, "lithuania", "ccm", on) == ()


def test_an_extension_counts_from_when_it_was_granted() -> None:
    """Germany's deadline for clearance was 1 August 2020 until it was moved in September 2019."""
    before = {
        one.article.number: one for one in deadlines(LEDGER, "germany", "ccm", date(2019, 8, 1))
    }
    after = {
        one.article.number: one for one in deadlines(LEDGER, "germany", "ccm", date(2019, 10, 1))
    }

    assert before["4"].due == date(2020, 8, 1)
    assert after["4"].due == date(2025, 8, 1)
    assert after["4"].first == date(2020, 8, 1)


def test_a_completion_is_known_from_its_day() -> None:
    """Croatia declared clearance done on 10 July 2020, and not the day before."""
    clearance = deadlines(LEDGER, "croatia", "ccm", date(2020, 1, 1))[1]

    assert not clearance.done_by(date(2020, 7, 9))
    assert clearance.done_by(date(2020, 7, 10))


@pytest.mark.parametrize(
    ("on", "last", "following"),
    [
        (date(2011, 1, 1), None, date(2011, 4, 30)),
        (date(2011, 4, 29), None, date(2011, 4, 30)),
        (date(2011, 4, 30), date(2011, 4, 30), date(2012, 4, 30)),
        (date(2020, 10, 4), date(2020, 4, 30), date(2021, 4, 30)),
    ],
)
def test_yearly_reports_follow_the_first(on: date, last: date | None, following: date) -> None:
    """After a first report due on 28 January 2011 one is due on each 30 April."""
    assert annual_reports(date(2011, 1, 28), on) == (last, following)


def test_a_first_report_due_after_april_starts_the_years_in_the_next() -> None:
    """A first report due in June leaves the first yearly one to the April after."""
    assert annual_reports(date(2012, 6, 1), date(2012, 6, 2)) == (None, date(2013, 4, 30))
