"""Datasets by name: streamed as CSV, JSON or GeoJSON, the same bytes in every run.

CSV is UTF-8 after RFC 4180; an empty field is unknown, never 0. A text that a spreadsheet
would run as a formula is written behind an apostrophe, which `plain` takes away again.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from remnant.assess import ledgers
from remnant.errors import PublishError
from remnant.knowledge import Knowledge
from remnant.model.ledger import Ledger
from remnant.model.record import Record
from remnant.model.searching import Search
from remnant.publish.column import Column, Type
from remnant.publish.columns import DATASETS
from remnant.publish.datasets_casualties import figure_rows, toll_rows, total_rows
from remnant.publish.datasets_contradictions import contradiction_rows
from remnant.publish.datasets_denials import denial_rows
from remnant.publish.datasets_dictionary import datapackage, dictionary
from remnant.publish.datasets_grades import fact_rows, grade_rows
from remnant.publish.datasets_incidents import incident_rows, incidents_of
from remnant.publish.datasets_law import (
    member_rows,
    obligation_rows,
    search_rows,
    statement_rows,
)
from remnant.publish.datasets_rows import Cell, Row, claim_rows, lineage_rows, source_rows
from remnant.publish.geojson import feature_collection

FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
"""First characters of a text behind an apostrophe: formulas, and the apostrophe itself."""

JOIN = " | "
"""Stands between the items of a list in CSV; a bar within an item becomes a broken bar."""

Searches = tuple[Search, ...]
Books = Sequence[Ledger]
Maker = Callable[[Record, Knowledge, Searches, Books | None], Iterator[str]]


def rows(
    name: str,
    record: Record,
    knowledge: Knowledge,
    searches: Searches = (),
    books: Books | None = None,
) -> Iterator[Row]:
    """Yield the rows of one dataset, named by a key of `DATASETS`.

    Args:
        name: The key.
        record: The record.
        knowledge: The reviewed reference data.
        searches: What people searched.
        books: The ledgers of the record, if they were worked out already.

    Raises:
        PublishError: There is no such dataset.
    """
    makers: Mapping[str, Callable[[], Iterator[Row]]] = {
        "claims": lambda: claim_rows(record, incidents_of(record)),
        "incidents": lambda: incident_rows(record, knowledge=knowledge),
        "sources": lambda: source_rows(record),
        "lineage": lambda: lineage_rows(record),
        "grades": lambda: grade_rows(record, knowledge),
        "facts": lambda: fact_rows(record),
        "denials": lambda: denial_rows(
            ledgers(record, knowledge=knowledge) if books is None else books
        ),
        "contradictions": lambda: contradiction_rows(record),
        "figures": lambda: figure_rows(record),
        "tolls": lambda: toll_rows(record),
        "totals": lambda: total_rows(record),
        "obligations": lambda: obligation_rows(record),
        "members": lambda: member_rows(knowledge),
        "statements": lambda: statement_rows(record, knowledge),
        "searches": lambda: search_rows(searches),
    }
    if name not in makers:
        message = f"{name!r} is not a dataset; choose one of {', '.join(DATASETS)}"
        raise PublishError(message)
    return makers[name]()


def export(
    name: str,
    record: Record,
    *,
    knowledge: Knowledge,
    searches: Searches = (),
    books: Books | None = None,
) -> Iterator[str]:
    """Yield one export piece by piece, to be written as UTF-8.

    Args:
        name: A key of `EXPORTS`, such as `claims-csv`.
        record: The record.
        knowledge: The reviewed reference data.
        searches: What people searched.
        books: The ledgers of the record, if they were worked out already.

    Raises:
        PublishError: There is no export of this name.
    """
    if name not in EXPORTS:
        message = f"{name!r} is not an export; choose one of {', '.join(EXPORTS)}"
        raise PublishError(message)
    return EXPORTS[name](record, knowledge, searches, books)


def _csv(name: str) -> Maker:
    def make(
        record: Record, knowledge: Knowledge, searches: Searches, books: Books | None
    ) -> Iterator[str]:
        return csv_lines(DATASETS[name], rows(name, record, knowledge, searches, books))

    return make


def _json(name: str) -> Maker:
    def make(
        record: Record, knowledge: Knowledge, searches: Searches, books: Books | None
    ) -> Iterator[str]:
        found = rows(name, record, knowledge, searches, books)
        return json_lines(DATASETS[name], found, claims=name == "claims")

    return make


def _geojson(
    record: Record, knowledge: Knowledge, _searches: Searches, _books: Books | None
) -> Iterator[str]:
    return feature_collection(rows("incidents", record, knowledge))


EXPORTS: Mapping[str, Maker] = {
    "claims-csv": _csv("claims"),
    "claims-json": _json("claims"),
    "incidents-csv": _csv("incidents"),
    "incidents-json": _json("incidents"),
    "incidents-geojson": _geojson,
    "sources-csv": _csv("sources"),
    "sources-json": _json("sources"),
    "lineage-csv": _csv("lineage"),
    "lineage-json": _json("lineage"),
    "grades-csv": _csv("grades"),
    "grades-json": _json("grades"),
    "facts-csv": _csv("facts"),
    "facts-json": _json("facts"),
    "denials-csv": _csv("denials"),
    "denials-json": _json("denials"),
    "contradictions-csv": _csv("contradictions"),
    "contradictions-json": _json("contradictions"),
    "figures-csv": _csv("figures"),
    "figures-json": _json("figures"),
    "tolls-csv": _csv("tolls"),
    "tolls-json": _json("tolls"),
    "totals-csv": _csv("totals"),
    "totals-json": _json("totals"),
    "obligations-csv": _csv("obligations"),
    "obligations-json": _json("obligations"),
    "members-csv": _csv("members"),
    "members-json": _json("members"),
    "statements-csv": _csv("statements"),
    "statements-json": _json("statements"),
    "searches-csv": _csv("searches"),
    "searches-json": _json("searches"),
}
"""What can be exported, by name; the part behind the last hyphen is the file's ending."""


def csv_lines(columns: Iterable[Column], found: Iterable[Row]) -> Iterator[str]:
    """Yield a CSV table line by line, the header first, lines ended by CR LF."""
    columns = tuple(columns)
    yield _line(column.name for column in columns)
    for row in found:
        yield _line(cell(row[column.name], column) for column in columns)


def _line(cells: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue()


def cell(value: Cell, column: Column) -> str:
    """Return a value as a CSV field."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return safe(JOIN.join(item.replace("|", "¦") for item in value))
    return safe(value) if column.type in {Type.TEXT, Type.DATE} else str(value)


def safe(value: object) -> str:
    """Return a text that no spreadsheet runs: an apostrophe stands before a formula sign."""
    written = str(value)
    return f"'{written}" if written.startswith(FORMULA) else written


def plain(field: str) -> str:
    """Return the text that `safe` was given."""
    return field.removeprefix("'")


def json_lines(
    columns: Iterable[Column], found: Iterable[Row], *, claims: bool = False
) -> Iterator[str]:
    """Yield a JSON array, one object a line; unknown values are `null`.

    Args:
        columns: The columns.
        found: The rows.
        claims: Add the W3C Web Annotation target to each row.
    """
    names = [column.name for column in columns]
    mark = "[\n"
    for row in found:
        item: dict[str, object] = {name: row[name] for name in names}
        if claims:
            item["target_annotation"] = annotation(row)
        yield mark + json.dumps(item, ensure_ascii=False, allow_nan=False)
        mark = ",\n"
    yield "\n]\n" if mark == ",\n" else "[]\n"


def annotation(row: Row) -> dict[str, object]:
    """Return the target of a claim as a W3C Web Annotation has it."""
    return {
        "source": f"hash://sha256/{row['document_sha256']}",
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": row["exact"],
                "prefix": row["prefix"],
                "suffix": row["suffix"],
            },
            {"type": "TextPositionSelector", "start": row["start"], "end": row["end"]},
        ],
    }


def write_datasets(
    record: Record,
    *,
    knowledge: Knowledge,
    folder: Path,
    searches: Searches = (),
    books: Books | None = None,
) -> tuple[Path, ...]:
    """Write all exports, the data dictionary and the data package into a folder.

    The ledgers are worked out once for all exports, or not at all where they are handed over.

    Returns:
        The files, in order of writing.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    held = ledgers(record, knowledge=knowledge) if books is None else books
    for name in EXPORTS:
        stem, _, ending = name.rpartition("-")
        path = folder / f"{stem}.{ending}"
        with path.open("w", encoding="utf-8", newline="") as file:
            file.writelines(
                export(name, record, knowledge=knowledge, searches=searches, books=held)
            )
        written.append(path)
    for label, content in (
        ("CODEBOOK.md", dictionary()),
        ("datapackage.json", datapackage(folder)),
    ):
        path = folder / label
        path.write_text(content, encoding="utf-8", newline="")
        written.append(path)
    return tuple(written)
