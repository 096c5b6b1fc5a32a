"""Incidents as GeoJSON (RFC 7946): longitude before latitude, WGS84, one feature a line."""

import json
from collections.abc import Iterable, Iterator

from remnant.publish.datasets_rows import Row

PROPERTIES = (
    "incident_id",
    "code",
    "date_start",
    "date_end",
    "date_precision",
    "country",
    "place_name",
    "geo_precision",
    "geo_source",
    "weapon_category",
    "weapon_system",
    "munition",
    "submunition",
    "accused_actor",
    "attribution_modality",
    "denied_by",
    "killed_min",
    "killed_max",
    "injured_min",
    "injured_max",
    "casualty_scope",
    "grade",
    "grade_rule",
    "n_documents",
    "n_independent_origins",
)
"""Columns of the incidents dataset that a feature carries."""

PLACES = 4
"""Decimals of a coordinate: about ten metres, finer than any gazetteer of settlements."""


def feature_collection(rows: Iterable[Row]) -> Iterator[str]:
    """Yield a feature collection; a place without coordinates has the geometry `null`."""
    mark = '{"type": "FeatureCollection", "features": [\n'
    empty = True
    for row in rows:
        yield mark + json.dumps(feature(row), ensure_ascii=False, allow_nan=False)
        mark, empty = ",\n", False
    yield f"{mark}]}}\n" if empty else "\n]}\n"


def feature(row: Row) -> dict[str, object]:
    """Return one incident as a feature, its precision and grade among the properties."""
    latitude, longitude = row["latitude"], row["longitude"]
    geometry: dict[str, object] | None = None
    if isinstance(latitude, float | int) and isinstance(longitude, float | int):
        point = [round(float(longitude), PLACES), round(float(latitude), PLACES)]
        geometry = {"type": "Point", "coordinates": point}
    return {
        "type": "Feature",
        "id": row["incident_id"],
        "geometry": geometry,
        "properties": {name: row[name] for name in PROPERTIES},
    }
