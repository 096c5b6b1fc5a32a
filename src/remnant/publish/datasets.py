"""Datasets by name: streamed as CSV, JSON or GeoJSON, the same bytes in every run."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from remnant.errors import PublishError
from remnant.publish.columns import DATASETS
from remnant.publish.datasets_casualties import figure_rows, toll_rows, total_rows
from remnant.publish.datasets_contradictions import contradiction_rows
from remnant.publish.datasets_denials import denial_rows
from remnant.publish.datasets_dictionary import datapackage, dictionary
from remnant.publish.datasets_forms import csv_lines, json_lines
from remnant.publish.datasets_grades import fact_rows, grade_rows
from remnant.publish.datasets_incidents import incident_rows, incidents_of
from remnant.publish.datasets_law import (
    member_rows,
    obligation_rows,
    search_rows,
    statement_rows,
)
from remnant.publish.datasets_rows import Row, claim_rows, lineage_rows, source_rows
from remnant.publish.geojson import feature_collection
from remnant.publish.material import Material

Rows = Callable[[Material], Iterator[Row]]
Maker = Callable[[Material], Iterator[str]]

_ROWS: Mapping[str, Rows] = {
    "claims": lambda of: claim_rows(of.record, incidents_of(of.record)),
    "incidents": lambda of: incident_rows(of.record, knowledge=of.knowledge),
    "sources": lambda of: source_rows(of.record),
    "lineage": lambda of: lineage_rows(of.record),
    "grades": lambda of: grade_rows(of.record, of.knowledge),
    "facts": lambda of: fact_rows(of.record),
    "denials": lambda of: denial_rows(of.ledgers),
    "contradictions": lambda of: contradiction_rows(of.record),
    "figures": lambda of: figure_rows(of.record),
    "tolls": lambda of: toll_rows(of.record),
    "totals": lambda of: total_rows(of.record),
    "obligations": lambda of: obligation_rows(of.record),
    "members": lambda of: member_rows(of.knowledge),
    "statements": lambda of: statement_rows(of.record, of.knowledge),
    "searches": lambda of: search_rows(of.searches),
}


def rows(name: str, material: Material) -> Iterator[Row]:
    """Yield the rows of one dataset, named by a key of `DATASETS`.

    Raises:
        PublishError: There is no such dataset.
    """
    if name not in _ROWS:
        message = f"{name!r} is not a dataset; choose one of {', '.join(DATASETS)}"
        raise PublishError(message)
    return _ROWS[name](material)


def export(name: str, material: Material) -> Iterator[str]:
    """Yield one export piece by piece, to be written as UTF-8.

    Args:
        name: A key of `EXPORTS`, such as `claims-csv`.
        material: What it is made of.

    Raises:
        PublishError: There is no export of this name.
    """
    if name not in EXPORTS:
        message = f"{name!r} is not an export; choose one of {', '.join(EXPORTS)}"
        raise PublishError(message)
    return EXPORTS[name](material)


def _csv(name: str) -> Maker:
    return lambda material: csv_lines(DATASETS[name], rows(name, material))


def _json(name: str) -> Maker:
    return lambda material: json_lines(
        DATASETS[name], rows(name, material), claims=name == "claims"
    )


def _geojson(material: Material) -> Iterator[str]:
    return feature_collection(rows("incidents", material))


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


def write_datasets(material: Material, folder: Path) -> tuple[Path, ...]:
    """Write all exports, the data dictionary and the data package into a folder.

    Returns:
        The files, in order of writing.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in EXPORTS:
        stem, _, ending = name.rpartition("-")
        path = folder / f"{stem}.{ending}"
        with path.open("w", encoding="utf-8", newline="") as file:
            file.writelines(export(name, material))
        written.append(path)
    for label, content in (
        ("CODEBOOK.md", dictionary()),
        ("datapackage.json", datapackage(folder)),
    ):
        path = folder / label
        path.write_text(content, encoding="utf-8", newline="")
        written.append(path)
    return tuple(written)
