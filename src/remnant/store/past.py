"""The record as it was: the same tables, shown without the rows of later builds.

Rows are only added, and each names its run. So what the record said at a moment is what
the rows of the builds that had ended by then say. Temporary views take the place of the
tables for one transaction: both databases look a name up among the temporary first. Every
question is then asked of the past as it is asked of the present, and answered from the
same indexes; nothing is copied.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import DBAPIError

from remnant.errors import StoreError
from remnant.store import schema
from remnant.store.dialects import Access, explained

MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")
"""A moment in UTC, as runs are stamped."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What the record said when a build had ended.

    Attributes:
        run: Identifier of the build.
        version: Version of Remnant that made it.
        started: When it began, in UTC, ISO 8601 to the second with `Z`.
        ended: When it ended, from when the edition stood.
    """

    run: str
    version: str
    started: str
    ended: str


def editions(connection: Connection) -> tuple[Edition, ...]:
    """Return the editions of the record, oldest first. Killed builds are none of their own."""
    runs, ends = schema.runs.c, schema.run_ends.c
    statement = (
        select(runs.id, runs.version, runs.started, ends.ended)
        .select_from(schema.runs.join(schema.run_ends, ends.run == runs.id))
        .order_by(ends.ended, runs.started, runs.id)
    )
    every = [Edition(*row) for row in connection.execute(statement)]
    last = {one.ended: one for one in every}
    return tuple(last[ended] for ended in sorted(last))


@contextmanager
def past(engine: Engine, moment: str) -> Iterator[Connection]:
    """Open a transaction that reads the record as it was at a moment.

    Args:
        engine: The database.
        moment: In UTC, ISO 8601 to the second with `Z`. A build that ended in that second
            had ended by it.

    Raises:
        StoreError: The text is not a moment, or the database refused something.
    """
    if not MOMENT.fullmatch(moment):
        message = f"{moment!r} is not a moment; write it as 2020-10-30T12:00:00Z"
        raise StoreError(message)
    try:
        with (
            engine.connect().execution_options(access=Access.PAST) as connection,
            connection.begin() as transaction,
        ):
            _show(connection, moment)
            yield connection
            transaction.rollback()
    except DBAPIError as error:
        raise StoreError(explained(engine, error)) from error


def _show(connection: Connection, moment: str) -> None:
    """Put views in the place of the tables, then let nothing be written."""
    sqlite = connection.dialect.name == "sqlite"
    home = "main" if sqlite else connection.exec_driver_sql("SELECT current_schema()").scalar_one()
    kept = f'"{home}"'
    ended = f"(SELECT run FROM {kept}.run_ends WHERE ended <= '{moment}')"  # noqa: S608 - a matched form
    for name, condition in _conditions(kept, ended):
        rows = f"SELECT * FROM {kept}.{name} AS one WHERE {condition}"  # noqa: S608 - fixed names
        connection.exec_driver_sql(f"CREATE TEMPORARY VIEW {name} AS {rows}")
    connection.exec_driver_sql("PRAGMA query_only = ON" if sqlite else "SET TRANSACTION READ ONLY")


def _conditions(home: str, ended: str) -> Iterator[tuple[str, str]]:
    """Yield each table whose rows have a time, with what must hold of a row shown."""
    # The empty text keeps the rows from being looked up run by run: a record has many runs.
    yield "run_ends", f"one.run IN {ended}"
    yield "runs", f"one.id IN {ended}"
    for table in schema.metadata.sorted_tables:
        if "run" in table.c and table is not schema.run_ends:
            yield table.name, f"one.run || '' IN {ended}"
    # The last version of an event mention is looked for by itself, current or not.
    within = f"SELECT 1 FROM {home}.results AS two WHERE two.seq = one.result"  # noqa: S608 - fixed names
    yield "event_mentions", f"EXISTS ({within} AND two.run || '' IN {ended})"
