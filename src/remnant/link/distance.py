"""Distance between two places on the ground."""

from math import asin, cos, radians, sin, sqrt

from remnant.model.value import Location

EARTH = 6371.0
"""Mean radius of the Earth in kilometres."""


def distance_km(first: Location, second: Location) -> float | None:
    """Return the great-circle distance in kilometres, or `None` if coordinates are missing."""
    if first.latitude is None or first.longitude is None:
        return None
    if second.latitude is None or second.longitude is None:
        return None
    north = radians(second.latitude - first.latitude) / 2
    east = radians(second.longitude - first.longitude) / 2
    across = cos(radians(first.latitude)) * cos(radians(second.latitude)) * sin(east) ** 2
    return 2 * EARTH * asin(sqrt(min(1.0, sin(north) ** 2 + across)))
