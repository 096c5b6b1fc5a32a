from remnant.assess.obligations import obligations
from remnant.model.assessment import Obligation, Standing
from tests.reports import BARDA, Line, incidents_of, knowledge, report


def _found(actor: str, day: str) -> dict[str, Obligation]:
    line = Line("It was used.", actors=(actor,), places=(BARDA,), dates=(day,) if day else ())
    (incident,) = incidents_of(report("HRW", "2025-10-30", line))
    return {one.treaty: one for one in obligations(incident, knowledge=knowledge())}


def test_state_outside() -> None:
    """A state that never joined was bound by none of the articles."""
    found = _found("Azerbaijan", "2020-10-28")["CCM"]
    assert found.standing is Standing.NEITHER
    assert found.articles == ()
    assert found.on == "2020-10-28"
    assert "28 October 2020" in found.sentence


def test_party_before_and_after() -> None:
    """A party is bound from the entry into force for it until its withdrawal takes effect."""
    assert _found("Lithuania", "2010-01-01")["CCM"].standing is not Standing.PARTY
    bound = _found("Lithuania", "2020-10-28")["CCM"]
    assert bound.standing is Standing.PARTY
    assert bound.articles
    assert "forbade" in bound.sentence
    assert _found("Lithuania", "2025-04-01")["CCM"].standing is not Standing.PARTY


def test_territory() -> None:
    """A territory that cannot join is said to be not eligible."""
    found = _found("Nagorno-Karabakh", "2020-10-28")["CCM"]
    assert found.standing is Standing.NOT_ELIGIBLE


def test_three_treaties() -> None:
    """The three treaties are looked up, each with its source."""
    found = _found("Armenia", "2020-10-28")
    assert list(found) == ["CCM", "MBT", "CCW"]
    assert all(one.citation for one in found.values())


def test_undated_incident() -> None:
    """For an undated incident the day it was known by is used."""
    assert _found("Armenia", "")["CCM"].on == "2025-10-30"
