"""Maps without a server: an outline of the world, locator maps as SVG, and markers for the page.

The outlines come from `basemap/world.json` (see `basemap/PROVENANCE.md`).
"""

import functools
import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files

from remnant.model.value import GeoPrecision, Location
from remnant.publish.pages.wording import PRECISIONS

KM_PER_DEGREE = 111.32
"""Length of one degree of latitude, in km."""

WIDTH = 360
HEIGHT = 270
"""Size of a locator map in its own units."""

LEAST_SPAN = 1.6
"""Least height of a locator map, in degrees of latitude: about 180 km."""

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A country's name and its rings, each with the box it lies in."""

    name: str
    rings: tuple[tuple[tuple[float, float, float, float], Ring], ...]


@dataclass(frozen=True, slots=True)
class Locator:
    """A small map around one place, ready to be drawn.

    Attributes:
        name: What it shows, for those who cannot see it.
        paths: Outlines as SVG path data.
        labels: Country names with the point where they stand.
        others: Other places of the record, with the point where they stand.
        radius: Radius of the circle of precision in units of the map; 0.0 draws none.
        scale: Length of the scale bar in units of the map.
        scale_km: What the bar stands for.
        position: Latitude and longitude in words, no more exact than is known.
        precision: How exactly the place is known.
        width: Width of the map.
        height: Height of the map.
    """

    name: str
    paths: tuple[str, ...]
    labels: tuple[tuple[str, float, float], ...]
    others: tuple[tuple[str, float, float], ...]
    radius: float
    scale: float
    scale_km: int
    position: str
    precision: str
    width: int = WIDTH
    height: int = HEIGHT


def world_text() -> str:
    """Return the base map as JSON text."""
    return files("remnant.publish").joinpath("basemap", "world.json").read_text("utf-8").strip()


@functools.cache
def outlines() -> tuple[Outline, ...]:
    """Return every country's outline in degrees."""
    world = json.loads(world_text())
    arcs = [tuple(_points(arc)) for arc in world["arcs"]]
    return tuple(
        Outline(name, tuple(_boxed(_ring(ring, arcs)) for ring in rings))
        for name, rings in world["countries"]
    )


def _points(arc: list[int]) -> Iterator[tuple[float, float]]:
    x = y = 0
    for dx, dy in zip(arc[::2], arc[1::2], strict=True):
        x, y = x + dx, y + dy
        yield x / 100, y / 100


def _ring(numbers: list[int], arcs: list[Ring]) -> Ring:
    points: list[tuple[float, float]] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return tuple(points)


def _boxed(ring: Ring) -> tuple[tuple[float, float, float, float], Ring]:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return (min(xs), min(ys), max(xs), max(ys)), ring


@dataclass(frozen=True, slots=True)
class _Frame:
    latitude: float
    longitude: float
    span: float

    @property
    def unit(self) -> float:
        """Units of the map per degree of latitude."""
        return HEIGHT / self.span

    @property
    def squeeze(self) -> float:
        """How much shorter a degree of longitude is here than one of latitude."""
        return max(0.2, math.cos(math.radians(self.latitude)))

    @property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east, north."""
        half = WIDTH / self.unit / self.squeeze / 2
        return (
            self.longitude - half,
            self.latitude - self.span / 2,
            self.longitude + half,
            self.latitude + self.span / 2,
        )

    def place(self, point: tuple[float, float]) -> tuple[float, float]:
        """Return where a point in degrees stands on the map."""
        x = WIDTH / 2 + (point[0] - self.longitude) * self.squeeze * self.unit
        y = HEIGHT / 2 - (point[1] - self.latitude) * self.unit
        return round(x, 1), round(y, 1)


def locator(place: Location | None, name: str, others: Iterable[Location] = ()) -> Locator | None:
    """Return a small map around a place, or `None` where it has no position.

    Args:
        place: The place.
        name: What happened there.
        others: Other places, shown for orientation where they fall on the map.
    """
    if place is None or place.latitude is None or place.longitude is None:
        return None
    words, radius = PRECISIONS[place.precision]
    span = max(LEAST_SPAN, radius / KM_PER_DEGREE * 4)
    frame = _Frame(place.latitude, place.longitude, span)
    scale_km = _round_down(WIDTH / 4 / frame.unit * KM_PER_DEGREE)
    return Locator(
        name=f"Map: {place.name} ({name})",
        paths=tuple(path for outline in outlines() for path in _paths(outline, frame)),
        labels=tuple(_labels(frame)),
        others=tuple(_others(place, others, frame)),
        radius=round(radius / KM_PER_DEGREE * frame.unit, 1),
        scale=round(scale_km / KM_PER_DEGREE * frame.unit, 1),
        scale_km=scale_km,
        position=_position(place),
        precision=words,
    )


def _others(
    place: Location, others: Iterable[Location], frame: _Frame
) -> Iterator[tuple[str, float, float]]:
    """Yield places that are known exactly enough, and do not cover each other's names."""
    taken = [(WIDTH / 2, HEIGHT / 2)]
    for other in others:
        if other.latitude is None or other.longitude is None or other.name == place.name:
            continue
        x, y = frame.place((other.longitude, other.latitude))
        inside = 8 < x < WIDTH - 8 and 12 < y < HEIGHT - 24  # noqa: PLR2004 - the map's margin
        free = all(abs(x - a) > 60 or abs(y - b) > 14 for a, b in taken)  # noqa: PLR2004 - a name
        if inside and free and other.precision <= GeoPrecision.DISTRICT:
            taken.append((x, y))
            yield other.name, x, y


def _round_down(km: float) -> int:
    steps = (5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
    return max((step for step in steps if step <= km), default=5)


def _position(place: Location) -> str:
    latitude, longitude = place.latitude or 0.0, place.longitude or 0.0
    digits = 2 if place.precision <= 2 else 1  # noqa: PLR2004 - exact and near, in UCDP's scale
    north, east = ("N" if latitude >= 0 else "S"), ("E" if longitude >= 0 else "W")
    return f"{abs(latitude):.{digits}f}° {north}, {abs(longitude):.{digits}f}° {east}"


def _paths(outline: Outline, frame: _Frame) -> Iterator[str]:
    west, south, east, north = frame.box
    for (left, bottom, right, top), ring in outline.rings:
        if left <= east and right >= west and bottom <= north and top >= south:
            points = clipped(ring, (west - 0.2, south - 0.2, east + 0.2, north + 0.2))
            if points:
                drawn = (frame.place(point) for point in points)
                yield "M" + "L".join(f"{x:g} {y:g}" for x, y in drawn) + "Z"


def clipped(ring: Ring, box: tuple[float, float, float, float]) -> Ring:
    """Return the part of a ring inside a box, cut at each side in turn (Sutherland-Hodgman)."""
    points = ring
    for axis, limit, sign in ((0, box[0], 1), (1, box[1], 1), (0, box[2], -1), (1, box[3], -1)):
        points = tuple(_cut(points, axis, limit, sign))
    return points


def _cut(points: Ring, axis: int, limit: float, sign: int) -> Iterator[tuple[float, float]]:
    for one, other in zip(points, (*points[1:], *points[:1]), strict=True):
        here, there = sign * (one[axis] - limit), sign * (other[axis] - limit)
        if here >= 0:
            yield one
        if (here >= 0) != (there >= 0):
            share = here / (here - there)
            yield (
                one[0] + share * (other[0] - one[0]),
                one[1] + share * (other[1] - one[1]),
            )


def _labels(frame: _Frame) -> Iterator[tuple[str, float, float]]:
    west, south, east, north = frame.box
    area = (east - west) * (north - south)
    for outline in outlines():
        best: tuple[float, Ring] = (0.0, ())
        for (left, bottom, right, top), ring in outline.rings:
            if left <= east and right >= west and bottom <= north and top >= south:
                part = clipped(ring, frame.box)
                best = max(best, (_area(part), part))
        if best[0] > area * 0.06:
            yield (outline.name, *_label_point(best[1], frame))


def _area(points: Ring) -> float:
    pairs = zip(points, (*points[1:], *points[:1]), strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def _label_point(points: Ring, frame: _Frame) -> tuple[float, float]:
    """Return a point for the label: the middle of the part shown, away from the marker."""
    x, y = frame.place(
        (sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points))
    )
    if abs(y - HEIGHT / 2) < 24:  # noqa: PLR2004 - the marker's own height
        y = y + 44 if y >= HEIGHT / 2 else y - 44
    return min(max(x, 50.0), WIDTH - 50.0), min(max(y, 16.0), HEIGHT - 30.0)
