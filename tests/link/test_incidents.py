from dataclasses import replace

from remnant.link.incidents import main_place
from remnant.model.incident import Scope
from remnant.model.value import GeoPrecision
from tests.reports import BARDA, GANJA, KARABAKH, Line, incidents_of, report


def test_no_town_of_several_stands_for_a_war() -> None:
    """Of towns named as often as one another none names the whole; the one named most does."""
    words = Line("Armenia struck Barda.", actors=("Armenia",), places=(BARDA,), dates=("2020-10",))
    (incident,) = incidents_of(report("HRW", "2020-10-30", words))
    (mention,) = incident.mentions
    both = replace(mention, scope=Scope.EPISODE, places=(BARDA, GANJA))
    wide = replace(both, places=(BARDA, KARABAKH))
    one = replace(both, places=(GANJA,))
    assert KARABAKH.precision > GeoPrecision.NEAR
    assert main_place([both], (BARDA, GANJA)) is None
    assert main_place([wide], (BARDA, KARABAKH)) == KARABAKH
    assert main_place([both, one], (GANJA, BARDA)) == GANJA
    assert main_place([replace(both, places=())], ()) is None
