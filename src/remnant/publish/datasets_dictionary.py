"""The data dictionary, for people and for machines, made from the one table of columns."""

import json
from pathlib import Path

from remnant import __version__
from remnant.knowledge.geonames import ATTRIBUTION
from remnant.model.ids import sha256_hex
from remnant.publish.column import Column
from remnant.publish.columns import ABOUT, DATASETS, KEYS

HEAD = f"""\
# Data dictionary

The datasets of a published record: what each column holds, in which unit, after which standard.
This page is made from the same table as the files.

## Conventions

- **CSV** is UTF-8 without a byte order mark, comma-separated, lines ended by CR LF (RFC 4180).
- **An empty field is unknown.** It is never 0. In JSON it is `null`; an empty list is `[]`.
- Dates are ISO 8601, or EDTF (ISO 8601-2) where the words give an interval, a month or a year.
- Coordinates are decimal degrees, WGS84. GeoJSON (RFC 7946) has longitude first.
- A **list** is an array in JSON. In CSV its items are joined by ` | `; a bar inside an item is
  written as a broken bar `¦`.
- **Spreadsheets:** a text that begins with `=`, `+`, `-`, `@`, a tab, a carriage return or an
  apostrophe is written in CSV behind one apostrophe, so that no spreadsheet runs it as a formula.
  Take one leading apostrophe away to have the original back. Numbers are never changed.
- **Contact details** are masked in every text, one sign `█` for each character, so that offsets
  still hold; the preserved originals keep them. Of a file's origin only its name is given.
- Rows are ordered by identifier, and the same record gives the same bytes.
- Offsets count Unicode code points of the document's canonical text, from 0, the end excluded.
- **Places:** {ATTRIBUTION}.
  Whoever passes the places on must print this too.
"""


def dictionary() -> str:
    """Return the data dictionary as Markdown."""
    parts = [HEAD]
    for name, columns in DATASETS.items():
        key = ", ".join(f"`{column}`" for column in KEYS[name])
        parts.append(f"\n## {name}\n\n{ABOUT[name]} Key: {key}.\n")
        parts.append("\n| column | type | unit | what it holds | after |\n|---|---|---|---|---|\n")
        parts.extend(_row(column) for column in columns)
    return "".join(parts)


def _row(column: Column) -> str:
    kind = f"list of {column.type.value}" if column.many else column.type.value
    cells = (f"`{column.name}`", kind, column.unit, column.description, column.standard)
    return f"| {' | '.join(cells)} |\n"


def datapackage(folder: Path | None = None) -> str:
    """Return the description of the CSV files as a Frictionless Data Package, version 2.

    Args:
        folder: The folder that holds the files, to add their sizes and hashes.
    """
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "remnant-record",
        "title": "Claims, incidents, sources, lineage and denials of a Remnant record",
        "description": "Every value leads back to the words of a preserved document.",
        "version": __version__,
        "sources": [{"title": ATTRIBUTION, "path": "https://www.geonames.org/"}],
        "resources": [_resource(name, folder) for name in DATASETS],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _resource(name: str, folder: Path | None) -> dict[str, object]:
    resource: dict[str, object] = {
        "name": name,
        "type": "table",
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "description": ABOUT[name],
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True},
        "schema": {
            "fields": [_field(column) for column in DATASETS[name]],
            "missingValues": [""],
            "primaryKey": list(KEYS[name]),
        },
    }
    if folder is not None:
        content = (folder / f"{name}.csv").read_bytes()
        resource["bytes"] = len(content)
        resource["hash"] = f"sha256:{sha256_hex(content)}"
    return resource


def _field(column: Column) -> dict[str, object]:
    field: dict[str, object] = {
        "name": column.name,
        "type": "list" if column.many else column.type.value,
        "description": column.description,
    }
    if column.many:
        field |= {"itemType": column.type.value, "delimiter": " | "}
    if column.unit:
        field["unit"] = column.unit
    if column.standard:
        field["source"] = column.standard
    return field
