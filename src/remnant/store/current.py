"""The questions of the record: which row of a subject is the current one.

Each is written once, here, and answered from an index: a row is current when its
subject has no later row, which is one step in the index however long the record is.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, Table, and_, bindparam, exists, select

from remnant.store import schema

T = TypeVar("T")

PAGE = 500
"""Rows fetched, and values asked for, at a time. Flat memory, and below any limit of a database."""


def batches(values: Iterable[T], size: int = PAGE) -> Iterator[tuple[T, ...]]:
    """Yield the values in tuples of at most the given size."""
    rest = iter(values)
    while batch := tuple(islice(rest, size)):
        yield batch


def latest(table: Table, *subject: str, order: str = "seq") -> ColumnElement[bool]:
    """Say that a row is its subject's latest. `order` names the column that orders the rows."""
    later = table.alias(f"later_{table.name}")
    same = [later.c[name] == table.c[name] for name in subject]
    return ~exists(select(1).where(*same, later.c[order] > table.c[order]))


def earliest(table: Table, *subject: str) -> ColumnElement[bool]:
    """Say that a row is its subject's first."""
    before = table.alias(f"earlier_{table.name}")
    same = [before.c[name] == table.c[name] for name in subject]
    return ~exists(select(1).where(*same, before.c.seq < table.c.seq))


def _standing(table: Table, *subject: str) -> ColumnElement[bool]:
    return and_(~table.c.withdrawn, latest(table, *subject))


RESULT = _standing(schema.results, "sha256")
"""This row of `results` is the current one of its original."""

LINK = latest(schema.links, "left", "right")
INCIDENT = _standing(schema.incidents, "number")
INCIDENT_MENTION = _standing(schema.incident_mentions, "number", "mention")
INCIDENT_REDIRECT = _standing(schema.incident_redirects, "number", "absorbed")
INCIDENT_LINK = _standing(schema.incident_links, "number", "left", "right")
INCIDENT_KEY = _standing(schema.incident_keys, "number", "key")
FOUNDING = latest(schema.foundings, "number")
FIRST_FOUNDING = earliest(schema.foundings, "number")
MARK = latest(schema.marks, "journal")
ASSESSMENT = latest(schema.assessments, "number")
WORK = _standing(schema.works, "id")
EDGE = _standing(schema.edges, "child", "parent", "kind")

LATEST_MENTION = latest(schema.event_mentions, "id", order="result")
"""This row of `event_mentions` is the last that was written of it, current or not."""


def among(column: ColumnElement[str], name: str = "among") -> ColumnElement[bool]:
    """Say that a column is one of the values handed in under the name."""
    return column.in_(bindparam(name, expanding=True))


def of_result(*columns: ColumnElement[Any], part: Table) -> Select[*tuple[Any, ...]]:
    """Select columns of parts whose result is current."""
    joined = part.join(schema.results, part.c.result == schema.results.c.seq)
    return select(*columns).select_from(joined).where(RESULT)
