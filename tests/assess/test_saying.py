import pytest

from remnant.assess import denial_keys, published
from remnant.assess.answering import answer_keys
from remnant.assess.evidence import is_denial
from remnant.assess.saying import denied_dates, said_on
from remnant.model.assessment import DenialScope
from remnant.model.record import DocumentResult
from remnant.model.source import Metadata, Original, Provenance, Stated
from remnant.pipeline import process
from tests.factory import make_capture
from tests.reports import STEPANAKERT, Line, assessed, incidents_of, knowledge, report

HRW = report(
    "HRW",
    "2020-10-23",
    Line(
        "Azerbaijan struck Stepanakert.",
        actors=("Azerbaijan",),
        places=(STEPANAKERT,),
        dates=("2020-10-03",),
    ),
)


def _told(text: str) -> DocumentResult:
    """Return what the program reads in a report of September 2021."""
    content = f"{text}\n".encode()
    given = Metadata(
        publisher=Stated("Amnesty International", Provenance.GIVEN),
        published=Stated("2021-09-15", Provenance.GIVEN),
    )
    capture = make_capture(content, origin="told.txt", media_type="text/plain", given=given)
    return process(Original(capture, content), knowledge=knowledge())


BEFORE = "Azerbaijan denied using cluster munitions in Stepanakert. "


@pytest.mark.parametrize(
    ("text", "said", "denied"),
    [
        (
            f"{BEFORE}In November 2020, its president called the evidence “fake news.”",
            "2020-11",
            [],
        ),
        ("Azerbaijan denied using cluster munitions in October 2020.", None, ["2020-10"]),
        ("Azerbaijan denied using cluster munitions.", None, []),
    ],
)
def test_the_day_of_saying_is_not_that_of_the_deed(
    text: str, said: str | None, denied: list[str]
) -> None:
    """A date before the verb says when somebody denied, one behind it what."""
    *_, denial = (one for one in _told(text).resolved if is_denial(one))
    told = said_on(denial)
    assert (told.edtf if told else None) == said
    assert [date.edtf for date in denied_dates(denial)] == denied


def test_a_denial_told_with_its_day_answers_what_was_said_before_it() -> None:
    """The month in which it was said is not the period denied, so October is answered."""
    told = _told(f"{BEFORE}In November 2020, its president called the evidence “fake news.”")
    found = {one.scope: one.reason.right for one in assessed(HRW, told).denials}
    assert found == {DenialScope.USE: "2021-09-15", DenialScope.EVIDENCE: "2020-11"}


def test_it_answers_nothing_said_after_it() -> None:
    """An accusation made in October is not answered by words of September."""
    told = _told(f"{BEFORE}In September 2020, its president called the evidence “fake news.”")
    found = {one.scope for one in assessed(HRW, told).denials}
    assert found == {DenialScope.USE}


def test_the_keys_reach_what_it_answers() -> None:
    """A denial and the incident that it answers find each other by their keys."""
    told = _told(f"{BEFORE}In November 2020, its president called the evidence “fake news.”")
    *_, denial = (one for one in told.resolved if is_denial(one))
    (incident,) = incidents_of(HRW)
    keys = denial_keys((denial,), day=published(told.document), knowledge=knowledge())
    assert set(keys) & set(answer_keys(incident, knowledge=knowledge()))
