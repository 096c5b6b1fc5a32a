from remnant.model.contradictions import Conflict, Contradiction
from remnant.model.value import GeoPrecision, Location
from tests.reports import BARDA, Line, joined, report

DISTRICT = Location(
    "Barda District", "pack:barda-district", "AZ", "", 40.38, 47.12, GeoPrecision.DISTRICT
)


def _line(words: str, **changes: object) -> Line:
    values: dict[str, object] = {
        "actors": ("Armenia",),
        "places": (BARDA,),
        "dates": ("2020-10-28",),
    }
    return Line(words, **(values | changes))  # type: ignore[arg-type]  # any field may be given


def _found(first: Line, second: Line) -> tuple[Contradiction, ...]:
    results = (report("HRW", "2020-10-30", first), report("La Stampa", "2020-10-31", second))
    return joined(*results).contradictions


def test_agreement() -> None:
    """Two reports that agree contradict each other in nothing."""
    assert _found(_line("One says so."), _line("Another says so.")) == ()


def test_date_of_other_precision() -> None:
    """A day and an interval that holds it differ in precision only."""
    (found,) = _found(_line("That day."), _line("Those days.", dates=("2020-10-27/2020-10-28",)))
    assert found.conflict is Conflict.DATE
    assert "One is more exact than the other" in found.sentence


def test_place_of_other_precision() -> None:
    """A town and the district around it are shown as different places, named."""
    (found,) = _found(_line("In the town."), _line("In the district.", places=(DISTRICT,)))
    assert found.conflict is Conflict.PLACE
    assert [side.value for side in found.sides] == ["Barda", "Barda District"]


def test_compatible_weapons() -> None:
    """A submunition and the rocket that carries it do not contradict each other."""
    first = _line("Submunitions.", weapons=("9N235",))
    assert _found(first, _line("A rocket.", weapons=("Smerch",))) == ()


def test_other_system() -> None:
    """A submunition of one system and a rocket of another are a contradiction of weapons."""
    first = _line("Of one kind.", weapons=("M095",))
    (found,) = _found(first, _line("Of another kind.", weapons=("Smerch",)))
    assert found.conflict is Conflict.WEAPON
    assert {side.value for side in found.sides} == {"M095", "Smerch"}


def test_weapons_named_together() -> None:
    """Weapons that one claim names together do not contradict each other."""
    both = _line("Of both kinds.", weapons=("M095", "Smerch"))
    assert _found(both, _line("Of one kind.", weapons=("M095",))) == ()


def test_other_days() -> None:
    """Days that a person took for one event are shown to exclude each other."""
    (found,) = _found(_line("That day."), _line("The next.", dates=("2020-10-29",)))
    assert "exclude each other" in found.sentence


def test_sides_name_their_origins() -> None:
    """Each side of a contradiction names its claims and the origins behind them."""
    (found,) = _found(_line("They did."), _line("The others did.", actors=("Azerbaijan",)))
    assert [side.value for side in found.sides] == ["Armenia", "Azerbaijan"]
    assert [len(side.origins) for side in found.sides] == [1, 1]
    assert found.sides[0].origins != found.sides[1].origins
    assert all(side.claims for side in found.sides)
