"""Brings a record to the shape this version knows, by the migrations in `migrations/versions`."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from remnant.errors import StoreError
from remnant.store.dialects import Access, transaction
from remnant.store.schema import HEAD

SCRIPTS = Path(__file__).parent / "migrations"
"""The folder of the migrations."""


def migrate(engine: Engine, *, to: str = HEAD) -> None:
    """Move the record forward to a revision, in one transaction; from nothing, make it.

    Raises:
        StoreError: The record is of a revision that this version does not know.
    """
    with transaction(engine, Access.READ) as connection:
        found = _revision(connection)
    if found == to:
        return
    with transaction(engine, Access.WRITE) as connection:
        # Asked again: another program may have moved it while this one waited.
        if _revision(connection) != to:
            _upgrade(connection, to)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection, to: str) -> None:
    # Loaded here: most records are up to date, and opening one should be quick.
    from alembic import command  # noqa: PLC0415 - loaded only to migrate
    from alembic.config import Config  # noqa: PLC0415 - loaded only to migrate
    from alembic.util import CommandError  # noqa: PLC0415 - loaded only to migrate

    settings = Config(attributes={"connection": connection})
    settings.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    settings.set_main_option("path_separator", "os")
    try:
        command.upgrade(settings, to)
    except CommandError as error:
        name = connection.engine.url.render_as_string(hide_password=True)
        message = (
            f"{name}: the record is of revision {_revision(connection)}, written by a newer "
            f"version of Remnant than this one, which knows {HEAD}; update Remnant"
        )
        raise StoreError(message) from error
