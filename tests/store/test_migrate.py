from pathlib import Path

import pytest
import sqlalchemy
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from remnant.errors import StoreError
from remnant.store import Store
from remnant.store.dialects import Access, engine_for, transaction
from remnant.store.migrate import SCRIPTS, migrate
from remnant.store.schema import HEAD, metadata


def revisions() -> list[str]:
    """Return all revisions, oldest first."""
    settings = Config()
    settings.set_main_option("script_location", str(SCRIPTS))
    settings.set_main_option("path_separator", "os")
    found = ScriptDirectory.from_config(settings).walk_revisions()
    return [script.revision for script in found][::-1]


def differences(engine: Engine) -> list[object]:
    """Return what differs between a database and the tables that the program knows."""

    def of_the_record(_object: object, name: str | None, kind: str, *_: object) -> bool:
        return kind != "table" or not str(name).startswith(("passage_terms", "claim_terms"))

    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": of_the_record, "compare_type": True}
        )
        return list(compare_metadata(context, metadata))


def test_head_is_the_newest_revision() -> None:
    """The revision that the program expects is the newest of the migrations, in one line."""
    assert revisions()[-1] == HEAD
    assert len(revisions()) == len(list((SCRIPTS / "versions").glob("[0-9]*.py")))


@pytest.mark.parametrize("start", [None, *revisions()])
def test_every_revision_leads_to_the_known_tables(url: str, start: str | None) -> None:
    """From nothing and from every revision, migration ends at the tables the program knows."""
    engine = engine_for(url)
    if start is not None:
        migrate(engine, to=start)
    migrate(engine)
    assert differences(engine) == []
    engine.dispose()


def test_up_to_date_record_is_left_alone(url: str) -> None:
    """Opening a record a second time changes nothing and writes nothing."""
    Store.open(url).close()
    with Store.open(url) as store, store.read() as reader:
        assert list(reader.documents()) == []


def test_newer_record_is_refused(url: str) -> None:
    """A record written by a newer version is refused, left as it is, and the error says so."""
    Store.open(url).close()
    engine = engine_for(url)
    with transaction(engine, Access.WRITE) as connection:
        connection.execute(sqlalchemy.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match=r"revision 9999, written by a newer version.*update"):
        Store.open(url)
    with transaction(engine, Access.READ) as connection:
        found = connection.execute(sqlalchemy.text("SELECT version_num FROM alembic_version"))
        assert found.scalar() == "9999"
    engine.dispose()


def test_failed_migration_leaves_nothing(tmp_path: Path) -> None:
    """A migration that cannot finish leaves the file as it was."""
    url = f"sqlite:///{tmp_path / 'record.sqlite'}"
    engine = engine_for(url)
    with transaction(engine, Access.WRITE) as connection:
        connection.exec_driver_sql("CREATE TABLE edges (mine TEXT)")
    with pytest.raises(StoreError, match="already exists"):
        migrate(engine)
    with transaction(engine, Access.READ) as connection:
        assert sqlalchemy.inspect(connection).get_table_names() == ["edges"]
    engine.dispose()
