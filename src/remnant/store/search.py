"""Finds passages and claims by their words, in the database's own full-text engine."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Subquery, func, literal_column, select

from remnant.model.span import Span
from remnant.store import current, schema
from remnant.store.dialects import Matching, matching
from remnant.store.filters import ClaimFilter
from remnant.store.query import Query, marks, parse

SNIPPET = 240
"""Longest snippet, in characters."""

_BITS = literal_column(str(schema.ORDINAL_BITS), Integer)


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage or claim that answers a query.

    Attributes:
        document: Identifier of the document.
        title: Title of the document; empty if unknown.
        kind: Kind of section, or kind of claim.
        claim: Identifier of the claim; empty for a passage.
        start: Offset of the passage in the document's text.
        end: Offset after it.
        snippet: The words to show, around the first that match.
        marks: Half-open ranges of the matching words, as offsets in the document's text.
        rank: How well it answers; greater is better. Comparable within one search only.
    """

    document: str
    title: str
    kind: str
    claim: str
    start: int
    end: int
    snippet: Span
    marks: tuple[tuple[int, int], ...]
    rank: float


def passages(
    connection: Connection, typed: str, *, limit: int = 20, offset: int = 0
) -> tuple[Hit, ...]:
    """Return the passages of current documents that answer a query, best first."""
    query = parse(typed)
    if not query.groups:
        return ()
    found = schema.passages.c
    asked = matching(connection, "passage_terms", query)
    best = best_rows(asked, limit=limit, offset=offset)
    words = func.substr(schema.contents.c.text, found.start + 1, found.end - found.start)
    statement = (
        select(
            schema.results.c.document,
            schema.contents.c.title,
            found.kind,
            found.start,
            found.end,
            words.label("words"),
            best.c.rank,
        )
        .select_from(best)
        .join(schema.passages, found.row == best.c.row)
        .join(schema.results, schema.results.c.seq == found.result)
        .join(schema.contents, schema.contents.c.result == found.result)
        .order_by(best.c.rank, best.c.row)
    )
    return tuple(_hit(row, query) for row in connection.execute(statement).mappings())


def claims(
    connection: Connection,
    typed: str,
    *,
    wanted: ClaimFilter,
    limit: int = 20,
    offset: int = 0,
) -> tuple[Hit, ...]:
    """Return the current claims that answer a query and a filter, best first."""
    query = parse(typed)
    if not query.groups:
        return ()
    found = schema.claims.c
    asked = matching(connection, "claim_terms", query)
    conditions = tuple(wanted.conditions())
    if conditions:
        conditions = (found.row == asked.row, *conditions)
    best = best_rows(asked, *conditions, limit=limit, offset=offset)
    statement = (
        select(
            found.document,
            schema.contents.c.title,
            found.kind,
            found.id.label("claim"),
            found.start,
            found.end,
            found.quote.label("words"),
            best.c.rank,
        )
        .select_from(best)
        .join(schema.claims, found.row == best.c.row)
        .join(schema.contents, schema.contents.c.result == found.result)
        .order_by(best.c.rank, best.c.row)
    )
    return tuple(_hit(row, query) for row in connection.execute(statement).mappings())


def best_rows(
    asked: Matching, *conditions: ColumnElement[bool], limit: int, offset: int
) -> Subquery:
    """Return the best matching rows. Texts are fetched for these alone, not for every match."""
    row = asked.row
    return (
        select(row.label("row"), asked.rank.label("rank"))
        .select_from(asked.terms, schema.results)
        .where(
            asked.condition,
            schema.results.c.seq == row.op(">>")(_BITS),
            current.RESULT,
            *conditions,
        )
        .order_by(*asked.order)
        .limit(limit)
        .offset(offset)
        .subquery()
    )


def _hit(row: Any, query: Query) -> Hit:  # noqa: ANN401 - a row
    start = row["start"]
    marked = marks(row["words"], query)
    first, last = _window(row["words"], marked[0][0] if marked else 0)
    return Hit(
        document=row["document"],
        title=row["title"],
        kind=row["kind"],
        claim=row.get("claim", ""),
        start=start,
        end=row["end"],
        snippet=Span(row["document"], start + first, start + last, row["words"][first:last]),
        marks=tuple(
            (start + begin, start + end) for begin, end in marked if first <= begin and end <= last
        ),
        rank=-row["rank"],
    )


def _window(text: str, at: int) -> tuple[int, int]:
    """Return the range of the snippet: whole words, a third of it before the first match."""
    if len(text) <= SNIPPET:
        return 0, len(text)
    first = max(0, min(at - SNIPPET // 3, len(text) - SNIPPET))
    last = first + SNIPPET
    if first > 0:
        first = text.rfind(" ", first - 1, at) + 1 or first
    if last < len(text):
        end = text.rfind(" ", at + 1, last)
        last = end if end > at else last
    return first, last
