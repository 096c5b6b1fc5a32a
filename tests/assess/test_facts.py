from remnant.assess.facts import ATTRIBUTION, EVENT, KILLED, WEAPON
from remnant.model.assessment import FactOrigins
from remnant.model.claim import Basis, ClaimKind
from remnant.model.record import DocumentResult
from remnant.model.value import Quantity
from tests.reports import BARDA, Line, assessed, joined, report


def _line(words: str, **changes: object) -> Line:
    values: dict[str, object] = {
        "actors": ("Armenia",),
        "places": (BARDA,),
        "dates": ("2020-10-28",),
    }
    return Line(words, **(values | changes))  # type: ignore[arg-type]  # any field may be given


HRW = report("HRW", "2020-10-30", _line("HRW saw it.", basis=(Basis.REMNANTS,)))
AMNESTY = report("Amnesty International", "2020-10-29", _line("Amnesty says so."))
STATE = report("Azerbaijan", "2020-10-29", _line("They struck our city."))


def _facts(*reports: DocumentResult) -> dict[tuple[str, str], FactOrigins]:
    return {(one.fact, one.value): one for one in assessed(*reports).facts}


def test_the_event_by_origins_and_parties() -> None:
    """Two organisations are two origins of the event; the state that was struck stands apart."""
    event = _facts(HRW, AMNESTY, STATE)[EVENT, ""]
    assert set(event.supporting) == {"Human Rights Watch", "Amnesty International"}
    assert event.parties == ("Azerbaijan",)
    assert event.weight == 2.0
    assert Basis.REMNANTS in event.basis


def test_weapon_and_attribution() -> None:
    """The weapon and who did it have origins of their own."""
    found = _facts(HRW, AMNESTY)
    assert found[WEAPON, "cluster munition"].weight == 2.0
    assert found[ATTRIBUTION, "Armenia"].weight == 2.0


def test_who_accuses_another_stands_against() -> None:
    """An attribution has against it the origin that names another party."""
    rival = report("La Stampa", "2020-10-29", _line("They shot at it.", actors=("Azerbaijan",)))
    found = {(one.fact, one.value): one for one in joined(HRW, rival).facts}
    assert found[ATTRIBUTION, "Armenia"].against == ("La Stampa",)


def test_a_figure_and_those_who_give_another() -> None:
    """Each figure has its origin, and against it stands who gives another one."""
    first = report(
        "HRW", "2020-10-30", _line("Five died.", kind=ClaimKind.HARM, killed=Quantity(5, 5))
    )
    second = report(
        "Amnesty International",
        "2020-10-29",
        _line("Seven died.", kind=ClaimKind.HARM, killed=Quantity(7, 7)),
    )
    found = {(one.fact, one.value): one for one in joined(first, second).facts}
    assert found[KILLED, "5"].supporting == ("Human Rights Watch",)
    assert found[KILLED, "5"].against == ("Amnesty International",)
