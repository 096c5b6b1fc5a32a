import pytest
from hypothesis import given
from hypothesis import strategies as st

from remnant.model.value import GeoPrecision, Location
from remnant.publish.map import clipped, locator, outlines, world_text


def test_the_base_map_is_small_and_whole() -> None:
    """The base map has every sovereign state's outline in less than 400 KB."""
    assert len(world_text().encode()) < 400_000
    names = {outline.name for outline in outlines()}
    assert {"Azerbaijan", "Armenia", "Syria", "Ukraine", "Laos"} <= names


def test_outlines_are_closed_rings() -> None:
    """Each ring ends where it began, within the world."""
    for outline in outlines():
        for (west, south, east, north), ring in outline.rings:
            assert ring[0] == ring[-1], outline.name
            assert -180.01 <= west <= east <= 180.01
            assert -90.01 <= south <= north <= 90.01


def test_a_place_without_position_has_no_map() -> None:
    """A place that is only a name gives no map."""
    assert locator(Location("somewhere"), "somewhere") is None
    assert locator(None, "nowhere") is None


@pytest.mark.parametrize(
    ("precision", "drawn"),
    [(GeoPrecision.EXACT, True), (GeoPrecision.PROVINCE, True), (GeoPrecision.COUNTRY, False)],
)
def test_precision_is_drawn_and_said(precision: GeoPrecision, *, drawn: bool) -> None:
    """The circle grows with what is not known; a country has none, and words say so."""
    found = locator(Location("Barda", "x", "AZ", "", 40.38, 47.13, precision), "Barda")
    assert found is not None
    assert bool(found.radius) is drawn
    assert found.radius < found.height / 2
    assert found.precision


def test_coordinates_are_no_more_exact_than_the_place() -> None:
    """A district's centre is not printed to the hundredth of a degree."""
    near = Location("Tartar", "x", "AZ", "", 40.3421, 46.9316, GeoPrecision.DISTRICT)
    found = locator(near, "Tartar")
    assert found is not None
    assert found.position == "40.3° N, 46.9° E"


def test_south_and_west_are_named() -> None:
    """Positions south and west are written as such."""
    found = locator(Location("Lima", "x", "PE", "", -12.05, -77.04, GeoPrecision.EXACT), "Lima")
    assert found is not None
    assert found.position == "12.05° S, 77.04° W"


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=3, max_size=20))
def test_a_cut_ring_lies_in_the_box(points: list[tuple[float, float]]) -> None:
    """Whatever the ring, what is left of it lies in the box."""
    for x, y in clipped(tuple(points), (-10.0, -5.0, 10.0, 5.0)):
        assert -10.000001 <= x <= 10.000001
        assert -5.000001 <= y <= 5.000001
