"""The written forms of a dataset: CSV that no spreadsheet runs, and JSON.

CSV is UTF-8 after RFC 4180; an empty field is unknown, never 0. A text that a spreadsheet
would run as a formula is written behind an apostrophe, which `plain` takes away again.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator

from remnant.publish.column import Column, Type
from remnant.publish.datasets_rows import Cell, Row

FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
"""First characters of a text behind an apostrophe: formulas, and the apostrophe itself."""

JOIN = " | "
"""Stands between the items of a list in CSV; a bar within an item becomes a broken bar."""


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
