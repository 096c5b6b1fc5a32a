"""Makes the offline base map of the published site from Natural Earth outlines.

Call it with the path of `countries-50m.json` of the npm package `world-atlas` 2.0.2:

    python tools/make_basemap.py countries-50m.json

It simplifies each shared border once (so that neighbours still touch), rounds to
a hundredth of a degree (about 1 km) and writes `src/remnant/publish/basemap/world.json`:
`arcs`, each a list of `x, y, dx, dy …` in hundredths of a degree, and `countries`,
each a name and its rings as lists of arc numbers (`~n` is arc `n` backwards).
"""

import json
import sys
from pathlib import Path
from typing import Any

TOLERANCE = 2.2
"""How far a simplified line may run from the true one, in hundredths of a degree: about 2 km."""

SMALL = 4
"""A ring of fewer points than this encloses nothing."""

TARGET = Path(__file__).resolve().parents[1] / "src/remnant/publish/basemap/world.json"

Point = tuple[int, int]


def main() -> None:
    """Read the outlines named on the command line and write the base map."""
    topology = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    arcs = [simplified(decoded(arc, topology["transform"])) for arc in topology["arcs"]]
    countries = [
        [shape["properties"]["name"], rings_of(shape, arcs)]
        for shape in topology["objects"]["countries"]["geometries"]
    ]
    countries.sort(key=lambda one: str(one[0]))
    world = {"arcs": [packed(arc) for arc in arcs], "countries": [c for c in countries if c[1]]}
    TARGET.write_text(json.dumps(world, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")


def decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    """Return an arc of the source as points in hundredths of a degree, without repeats."""
    x = y = 0
    points: list[Point] = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        point = (
            round((x * transform["scale"][0] + transform["translate"][0]) * 100),
            round((y * transform["scale"][1] + transform["translate"][1]) * 100),
        )
        if not points or points[-1] != point:
            points.append(point)
    return points


def simplified(points: list[Point]) -> list[Point]:
    """Return the points that the Douglas-Peucker rule keeps; both ends always stay."""
    keep = {0, len(points) - 1}
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        if first == 0 and points[first] == points[last]:
            farthest = max(range(first, last + 1), key=lambda i: gap(points[i], points[0]))
            worst = gap(points[farthest], points[0])
        else:
            inner = range(first + 1, last)
            farthest = max(inner, key=lambda i: off(points, i, first, last), default=first)
            worst = off(points, farthest, first, last) if farthest != first else 0.0
        if worst > TOLERANCE and farthest not in (first, last):
            keep.add(farthest)
            stack += [(first, farthest), (farthest, last)]
    return [points[index] for index in sorted(keep)]


def gap(one: Point, other: Point) -> float:
    """Return the distance of two points."""
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)


def off(points: list[Point], index: int, first: int, last: int) -> float:
    """Return how far a point is from the line between two others."""
    (ax, ay), (bx, by), (px, py) = points[first], points[last], points[index]
    length = gap((ax, ay), (bx, by))
    if not length:
        return gap((ax, ay), (px, py))
    return abs((bx - ax) * (ay - py) - (ax - px) * (by - ay)) / length


def packed(points: list[Point]) -> list[int]:
    """Return points as one flat list: the first as it is, the others as steps."""
    flat: list[int] = []
    x = y = 0
    for px, py in points:
        flat += [px - x, py - y]
        x, y = px, py
    return flat


def rings_of(shape: dict[str, Any], arcs: list[list[Point]]) -> list[list[int]]:
    """Return the outlines of a country as lists of arc numbers, without those that collapsed."""
    kind = shape.get("type")
    polygons = (
        [shape["arcs"]] if kind == "Polygon" else shape["arcs"] if kind == "MultiPolygon" else []
    )
    rings = [ring for polygon in polygons for ring in polygon]
    return [ring for ring in rings if sum(len(arcs[~a if a < 0 else a]) for a in ring) >= SMALL]


if __name__ == "__main__":
    main()
