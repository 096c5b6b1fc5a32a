"""Values that carry their own uncertainty: dates, quantities, places, names.

Empty means unknown. Unknown is never 0.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from functools import lru_cache


@dataclass(frozen=True, slots=True, order=True)
class DateInterval:
    """A date or interval in EDTF (ISO 8601-2), as precise as the words and no more.

    Forms in use: `2020-09-27`, `2020-10`, `2016`, `2016-04-01/2016-04-07`, `2008/2009`,
    `2015/..`, `../2019`, and `XXXX-12` or `XXXX-11-30` where the year is not known.

    Raises:
        ValueError: The text is none of these forms.
    """

    edtf: str

    def __post_init__(self) -> None:
        """Refuse text that is not one of the forms in use."""
        if not _EDTF.fullmatch(self.edtf):
            message = f"{self.edtf!r} is not a date in the EDTF forms in use"
            raise ValueError(message)
        try:
            _ = (self.earliest, self.latest)
        except ValueError as error:
            message = f"{self.edtf!r} names a day that no calendar has"
            raise ValueError(message) from error

    @property
    def earliest(self) -> date | None:
        """The first possible day, or `None` if open or of unknown year."""
        return _bound(self.edtf.split("/")[0], last=False)

    @property
    def latest(self) -> date | None:
        """The last possible day, or `None` if open or of unknown year."""
        return _bound(self.edtf.split("/")[-1], last=True)

    @property
    def days(self) -> int | None:
        """How many days the interval spans, or `None` if it is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    def overlaps(self, other: "DateInterval") -> bool:
        """Say whether some day may lie in both. An open end reaches to any day."""
        return _not_after(self.earliest, other.latest) and _not_after(other.earliest, self.latest)

    def contains(self, other: "DateInterval") -> bool:
        """Say whether every day of the other certainly lies in this one."""
        if other.earliest is None or other.latest is None:
            return False
        return _not_after(self.earliest, other.earliest) and _not_after(other.latest, self.latest)


_DAY = r"(?:\d{4}|XXXX)(?:-\d{2}(?:-\d{2})?)?"
_EDTF = re.compile(rf"(?:{_DAY}|\.\.)/(?:{_DAY}|\.\.)|{_DAY}")


@lru_cache(maxsize=65536)  # a dossier names few days, and asks for each many times
def _bound(part: str, *, last: bool) -> date | None:
    if part == ".." or part.startswith("XXXX"):
        return None
    fields = [int(field) for field in part.split("-")]
    year = fields[0]
    month = fields[1] if len(fields) > 1 else (12 if last else 1)
    length = calendar.monthrange(year, month)[1]
    day = fields[2] if len(fields) > 2 else (length if last else 1)  # noqa: PLR2004 - a full date has 3 fields
    return date(year, month, day)


def _not_after(first: date | None, second: date | None) -> bool:
    return first is None or second is None or first <= second


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with bounds: at least `minimum`, at most `maximum`; `None` is no bound."""

    minimum: int | None
    maximum: int | None

    def __post_init__(self) -> None:
        """Refuse bounds that are negative or cross."""
        for bound in (self.minimum, self.maximum):
            if bound is not None and bound < 0:
                message = f"a quantity cannot be negative: {bound}"
                raise ValueError(message)
        if self.minimum is not None and self.maximum is not None and self.minimum > self.maximum:
            message = f"the least ({self.minimum}) is above the most ({self.maximum})"
            raise ValueError(message)

    def compatible(self, other: "Quantity") -> bool:
        """Say whether one number could satisfy both."""
        return _not_above(self.minimum, other.maximum) and _not_above(other.minimum, self.maximum)


def _not_above(first: int | None, second: int | None) -> bool:
    return first is None or second is None or first <= second


class ReferenceKind(StrEnum):
    """Which part of the knowledge an entry belongs to."""

    WEAPON = "weapon"
    ACTOR = "actor"
    PLACE = "place"
    TREATY = "treaty"
    TARGET = "target"


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """An entry of the knowledge, or a name that is in none.

    Attributes:
        kind: Which part of the knowledge.
        name: Name in normal form, such as `cluster munition` or `Azerbaijan`.
        id: Identifier of the entry; empty when the name is in no knowledge file.
    """

    kind: ReferenceKind
    name: str
    id: str = ""


class GeoPrecision(IntEnum):
    """How exactly a place is known: the scale of UCDP GED's `where_prec`."""

    EXACT = 1
    NEAR = 2
    DISTRICT = 3
    PROVINCE = 4
    REGION = 5
    COUNTRY = 6
    UNKNOWN = 7


@dataclass(frozen=True, slots=True)
class Location:
    """A place of the gazetteer.

    Attributes:
        name: Name in normal form, as the knowledge or the words have it.
        id: Gazetteer identifier, such as `geonames:146970` or `pack:hadrut`; empty if unknown.
        country: ISO 3166-1 alpha-2 code of the state it lies in by law; empty if unknown.
        region: Name of a larger place or disputed territory it lies in; empty if unknown.
        latitude: Decimal degrees, WGS84; `None` if unknown.
        longitude: Decimal degrees, WGS84; `None` if unknown.
        precision: How exactly the coordinates place it.
    """

    name: str
    id: str = ""
    country: str = ""
    region: str = ""
    latitude: float | None = None
    longitude: float | None = None
    precision: GeoPrecision = GeoPrecision.UNKNOWN
