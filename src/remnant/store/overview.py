"""The record from above: how much there is, and what an abbreviated identifier means."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, func, select

from remnant.model.assessment import Grade
from remnant.model.incident import Scope
from remnant.store import current, schema
from remnant.store.current import of_result


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each are current.

    Attributes:
        documents: Documents.
        claims: Claims.
        mentions: Event mentions.
        incidents: Incidents, without episodes.
        episodes: Episodes.
        works: Works in the lineage graph: documents, and works that they name.
        edges: Edges of the lineage graph.
        grades: Per grade, strongest first, how many incidents and episodes have it.
    """

    documents: int
    claims: int
    mentions: int
    incidents: int
    episodes: int
    works: int
    edges: int
    grades: tuple[tuple[Grade, int], ...]


def counts(connection: Connection) -> Counts:
    """Count what is current. It looks at every row: for a summary, not for a loop."""
    scopes = _by(connection, schema.incidents.c.scope, _INCIDENTS)
    grades = _by(connection, schema.assessments.c.grade, _ASSESSMENTS)
    return Counts(
        documents=number_of_documents(connection),
        claims=_parts(connection, schema.claims, _CLAIMS),
        mentions=_parts(connection, schema.event_mentions, _MENTIONS),
        incidents=scopes.get(Scope.INCIDENT.value, 0),
        episodes=scopes.get(Scope.EPISODE.value, 0),
        works=_number(connection, _WORKS),
        edges=_number(connection, _EDGES),
        grades=tuple((grade, grades[grade.value]) for grade in Grade if grade.value in grades),
    )


def _parts(connection: Connection, table: Table, current_parts: Select[Any]) -> int:
    """Count the parts of current results: all but those of the results that are not, if few."""
    stale = list(connection.execute(_STALE.limit(FEW + 1)).scalars())
    if len(stale) > FEW:
        return _number(connection, current_parts)
    every: int = connection.execute(select(func.count()).select_from(table)).scalar_one()
    within = select(func.count()).where(table.c.row.between(bindparam("first"), bindparam("last")))
    ranges = (schema.rows_of(result) for result in stale)
    return every - sum(
        connection.execute(within, {"first": first, "last": last}).scalar_one()
        for first, last in ranges
    )


FEW = 200
"""Results, not current, whose parts are counted one by one."""


def number_of_documents(connection: Connection) -> int:
    """Count the current documents."""
    return _number(connection, _DOCUMENTS)


def _number(connection: Connection, statement: Select[*tuple[Any, ...]]) -> int:
    inner = statement.subquery()
    return connection.execute(select(func.count()).select_from(inner)).scalar_one()


def _by(connection: Connection, column: Any, statement: Any) -> dict[str, int]:  # noqa: ANN401 - SQL
    counted = statement.with_only_columns(column, func.count()).group_by(column)
    return dict(connection.execute(counted).all())


class Named(StrEnum):
    """What an identifier can name."""

    DOCUMENT = "document"
    CLAIM = "claim"
    MENTION = "event mention"
    INCIDENT = "incident"
    WORK = "work"
    RUN = "run"


@dataclass(frozen=True, slots=True)
class Found:
    """Something whose identifier begins as asked."""

    named: Named
    id: str


def find(connection: Connection, prefix: str, *, limit: int = 20) -> tuple[Found, ...]:
    """Return what has an identifier that begins so, in order of kind and identifier."""
    if not prefix:
        return ()
    # The first text, in order of code points, that no longer begins so.
    after = prefix[:-1] + chr(min(ord(prefix[-1]) + 1, 0x10FFFF))
    found: list[Found] = []
    for named, statement, column in _IDENTIFIERS:
        begun = statement.where(column >= prefix, column < after).order_by(column)
        rows = connection.execute(begun.limit(limit - len(found))).scalars()
        found.extend(Found(named, name) for name in rows)
    return tuple(found)


_R = schema.results.c
_DOCUMENTS = select(_R.document).where(current.RESULT)
_CLAIMS = of_result(schema.claims.c.id, part=schema.claims)
_MENTIONS = of_result(schema.event_mentions.c.id, part=schema.event_mentions)
_STALE = select(_R.seq).where(~current.RESULT)
_INCIDENTS = select(schema.incidents.c.number).where(current.INCIDENT)
_ASSESSMENTS = (
    select(schema.assessments.c.grade)
    .select_from(
        schema.assessments.join(
            schema.incidents, schema.assessments.c.number == schema.incidents.c.number
        )
    )
    .where(current.ASSESSMENT, current.INCIDENT)
)
_WORKS = select(schema.works.c.id).where(current.WORK)
_EDGES = select(schema.edges.c.child).where(current.EDGE)

_IDENTIFIERS: tuple[tuple[Named, Any, Any], ...] = (
    (Named.DOCUMENT, _DOCUMENTS, _R.document),
    (Named.CLAIM, _CLAIMS, schema.claims.c.id),
    (Named.MENTION, _MENTIONS, schema.event_mentions.c.id),
    (Named.INCIDENT, _INCIDENTS, schema.incidents.c.number),
    (
        Named.INCIDENT,
        select(schema.incident_redirects.c.absorbed).where(current.INCIDENT_REDIRECT),
        schema.incident_redirects.c.absorbed,
    ),
    (
        Named.WORK,
        # A document's own work has the document's identifier, and is found as the document.
        _WORKS.where(schema.works.c.id.not_in(select(_R.document))),
        schema.works.c.id,
    ),
    (Named.RUN, select(schema.runs.c.id), schema.runs.c.id),
)
