"""Everything that SQLite and PostgreSQL do differently, and nothing else.

One writer at a time on both. SQLite: write-ahead log, so that readers see the last
committed state while one session writes. PostgreSQL: the writer holds an advisory
lock of its schema until its transaction ends, and readers read one snapshot.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Dialect,
    Engine,
    Float,
    FromClause,
    Table,
    Text,
    cast,
    column,
    create_engine,
    event,
    func,
    insert,
    literal,
    make_url,
)
from sqlalchemy import table as sql_table
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import StaticPool

from remnant.errors import StoreError
from remnant.store.query import Query, Term

BUSY_SECONDS = 10
"""How long a second writer waits for the first, in seconds."""


class Access(Enum):
    """What a session may do."""

    READ = "read"
    WRITE = "write"
    PAST = "past"
    """Read the record as it was: it makes temporary views and undoes them."""


def engine_for(url: str, *, wait: float = BUSY_SECONDS) -> Engine:
    """Return an engine for `sqlite:///FILE`, `sqlite://` (memory) or `postgresql+psycopg://…`.

    Raises:
        StoreError: The address is of another database, or its driver is not installed.
    """
    try:
        address = make_url(url)
        if address.get_backend_name() == "sqlite":
            return _sqlite(address, wait)
        if address.get_backend_name() == "postgresql":
            return _postgresql(address, wait)
    except (ArgumentError, NoSuchModuleError) as error:
        message = f"{url!r} is not the address of a database; give sqlite:///FILE or postgresql://…"
        raise StoreError(message) from error
    except ModuleNotFoundError as error:
        message = f"{_shown(url)} needs the driver {error.name}; install remnant[postgres]"
        raise StoreError(message) from error
    message = f"{_shown(url)}: the record is kept in SQLite or PostgreSQL, give an address of one"
    raise StoreError(message)


def _sqlite(address: URL, wait: float) -> Engine:
    memory = address.database in (None, "", ":memory:")
    arguments = {"timeout": wait, "check_same_thread": False}
    if memory:
        engine = create_engine(address, connect_args=arguments, poolclass=StaticPool)
    else:
        engine = create_engine(address, connect_args=arguments)

    def prepare(connection: object, _record: object) -> None:
        # The driver must not begin or commit by itself: `begin` below does, so that
        # changes of the schema are part of a transaction too.
        connection.isolation_level = None  # type: ignore[attr-defined] # the SQLite driver's
        cursor = connection.cursor()  # type: ignore[attr-defined] # the SQLite driver's
        cursor.execute("PRAGMA journal_mode = WAL")
        # With the write-ahead log a crash can lose the last commits, never the order of them.
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA cache_size = -65536")
        cursor.close()

    def begin(connection: Connection) -> None:
        access = connection.get_execution_options().get("access", Access.READ)
        write = access is Access.WRITE
        locked = "ON" if access is Access.READ else "OFF"
        connection.exec_driver_sql(f"PRAGMA query_only = {locked}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", begin)
    return engine


def _postgresql(address: URL, wait: float) -> Engine:
    driven = address.set(drivername="postgresql+psycopg")
    engine = create_engine(driven, isolation_level="REPEATABLE READ")

    def begin(connection: Connection) -> None:
        access = connection.get_execution_options().get("access", Access.READ)
        if access is Access.READ:
            connection.exec_driver_sql("SET TRANSACTION READ ONLY")
        if access is not Access.WRITE:
            return
        # Taken before the snapshot, so that the writer sees all that the one before it wrote.
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL READ COMMITTED")
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{int(wait * 1000)}ms'")
        connection.exec_driver_sql(
            "SELECT pg_advisory_xact_lock(hashtext('remnant'), hashtext(current_schema()))"
        )

    event.listen(engine, "begin", begin)
    return engine


@contextmanager
def transaction(engine: Engine, access: Access) -> Iterator[Connection]:
    """Open a transaction, commit it at the end, and undo it on any error.

    Raises:
        StoreError: Another session writes, the database cannot be reached, or it refused a row.
    """
    try:
        with engine.connect().execution_options(access=access) as connection, connection.begin():
            yield connection
    except DBAPIError as error:
        raise StoreError(explained(engine, error)) from error


def explained(engine: Engine, error: DBAPIError) -> str:
    """Return what a database refused, in a sentence that says what to do."""
    name = _shown(engine.url)
    cause = str(error.orig).strip().split("\n")[0]
    state = getattr(error.orig, "sqlstate", None)
    if "database is locked" in cause or state == "55P03":
        return f"{name}: another program is writing to the record; wait until it ends, then repeat"
    if "unable to open" in cause:
        return f"{name}: the file cannot be opened; make its folder, or check who may write there"
    if "not a database" in cause:
        return f"{name}: the file is not a record of Remnant; give another file"
    return f"{name}: the database refused: {cause}"


def _shown(url: str | URL) -> str:
    return make_url(url).render_as_string(hide_password=True)


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    """Insert rows that all give every column of the table.

    Straight through the driver: a document is some hundred rows in ten tables, and
    preparing each through the toolkit took longer than writing it.
    """
    if not rows:
        return
    statement, order = _insert(connection.dialect, table)
    if order:
        values: Any = [tuple([row[name] for name in order]) for row in rows]
    else:
        values = list(rows)
    connection.exec_driver_sql(statement, values)


@cache
def _insert(dialect: Dialect, table: Table) -> tuple[str, tuple[str, ...]]:
    """Return an insertion, and the order of its values if they have no names."""
    compiled = insert(table).compile(dialect=dialect)
    return str(compiled), tuple(compiled.positiontup or ())


# Full-text search. The words come folded and separated by single spaces (see `folding`),
# so both engines index exactly the same terms.

_FTS5 = (
    "CREATE VIRTUAL TABLE {table} USING fts5"
    "(terms, content = '', tokenize = 'ascii', prefix = '2 3')"
)
_GIN = (
    'CREATE TABLE {table} ("row" BIGINT PRIMARY KEY, terms TSVECTOR NOT NULL)',
    "CREATE INDEX {table}_by_term ON {table} USING gin (terms) WITH (fastupdate = off)",
)


def create_terms(connection: Connection, table: str) -> None:
    """Create a full-text table, as a migration does."""
    statements = (_FTS5,) if connection.dialect.name == "sqlite" else _GIN
    for statement in statements:
        connection.exec_driver_sql(statement.format(table=table))


def add_terms(
    connection: Connection, table: str, rows: Iterable[tuple[int, tuple[str, ...]]]
) -> None:
    """Index rows, each given as its number and its words in order."""
    if connection.dialect.name == "sqlite":
        values = [(row, " ".join(words)) for row, words in rows]
        statement = f"INSERT INTO {table} (rowid, terms) VALUES (?, ?)"  # noqa: S608 - a fixed name
    else:
        values = [(row, _tsvector(words)) for row, words in rows]
        statement = f"INSERT INTO {table} VALUES (%s, %s::tsvector)"  # noqa: S608 - a fixed name
    if values:
        connection.exec_driver_sql(statement, values)


_POSITIONS = 16_383
"""PostgreSQL keeps no word position above this one; later words count as standing there."""


def _tsvector(words: tuple[str, ...]) -> str:
    return " ".join(
        f"'{word}':{min(place, _POSITIONS)}" for place, word in enumerate(words, start=1)
    )


@dataclass(frozen=True, slots=True)
class Matching:
    """How to ask a full-text table for a query, in SQL.

    Attributes:
        terms: The table.
        row: The number of the row that the words belong to.
        rank: Smaller is better.
        order: The rank, and after it what settles a tie.
        condition: The words match.
    """

    terms: FromClause
    row: ColumnElement[int]
    rank: ColumnElement[float]
    order: tuple[ColumnElement[Any], ...]
    condition: ColumnElement[bool]


def matching(connection: Connection, table: str, query: Query) -> Matching:
    """Return how this database asks a full-text table for a query with at least one group."""
    if connection.dialect.name == "sqlite":
        terms = sql_table(
            table, column("rowid", BigInteger), column("rank", Float), column(table, Text)
        )
        # The sum keeps the row from being looked up by number: the words come first.
        row = terms.c.rowid + 0
        asked = literal(_fts5(query), Text)
        matches = terms.c[table].op("MATCH")(asked)
        # Equal ranks come in order of row by themselves; asked for it, it would sort all again.
        return Matching(terms, row, terms.c.rank, (terms.c.rank,), matches)
    terms = sql_table(table, column("row", BigInteger), column("terms", TSVECTOR))
    wanted = cast(literal(_tsquery(query), Text), TSQUERY)
    rank = -func.ts_rank_cd(terms.c.terms, wanted, type_=Float)
    matches = terms.c.terms.op("@@")(wanted)
    return Matching(terms, terms.c.row, rank, (rank, terms.c.row), matches)


def _fts5(query: Query) -> str:
    groups = (" OR ".join(_fts5_term(term) for term in group) for group in query.groups)
    wanted = " AND ".join(f"({group})" for group in groups)
    if not query.excluded:
        return wanted
    unwanted = " OR ".join(_fts5_term(term) for term in query.excluded)
    return f"({wanted}) NOT ({unwanted})"


def _fts5_term(term: Term) -> str:
    return f'"{" ".join(term.words)}"' + (" *" if term.prefix else "")


def _tsquery(query: Query) -> str:
    groups = (" | ".join(_tsquery_term(term) for term in group) for group in query.groups)
    wanted = " & ".join(f"({group})" for group in groups)
    return wanted + "".join(f" & !({_tsquery_term(term)})" for term in query.excluded)


def _tsquery_term(term: Term) -> str:
    return " <-> ".join(f"'{word}'" for word in term.words) + (":*" if term.prefix else "")
