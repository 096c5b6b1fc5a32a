import threading
from pathlib import Path

import pytest
from sqlalchemy import insert

from remnant.errors import StoreError
from remnant.store import Store
from remnant.store.schema import run_ends
from tests.factory import make_result, make_run


@pytest.mark.parametrize(
    ("url", "complaint"),
    [
        ("record.sqlite", "not the address of a database"),
        ("mysql://host/name", "SQLite or PostgreSQL"),
        ("nonsense://host/name", "SQLite or PostgreSQL"),
        ("sqlite:////nowhere/at/all/record.sqlite", "cannot be opened; make its folder"),
        ("postgresql://someone:secret@127.0.0.1:1/none", "the database refused"),
    ],
)
def test_wrong_address_is_refused(url: str, complaint: str) -> None:
    """An address that cannot work is refused in one line that does not show the password."""
    with pytest.raises(StoreError) as refused:
        Store.open(url)
    assert complaint in str(refused.value)
    assert "secret" not in str(refused.value)
    assert "\n" not in str(refused.value)


def test_file_that_is_no_record_is_refused(tmp_path: Path) -> None:
    """A file that is not a database is refused and left as it is."""
    file = tmp_path / "record.sqlite"
    file.write_text("a text, much longer than the header of a database " * 9)
    before = file.read_bytes()
    with pytest.raises(StoreError, match="not a record"):
        Store.open(f"sqlite:///{file}")
    assert file.read_bytes() == before


def test_record_in_memory_works() -> None:
    """A record can be kept in memory, for trying out."""
    with Store.open("sqlite://") as store:
        with store.begin() as session:
            session.start_run(make_run())
            session.write_result(
                make_result(), keys={}, trace_keys=(), processing="p1", run="run-1"
            )
        with store.read() as reader:
            assert len(list(reader.documents())) == 1


def test_error_undoes_everything(store: Store) -> None:
    """Nothing of a transaction that ends in an error is kept."""

    def fail() -> None:
        with store.begin() as session:
            session.start_run(make_run())
            session.write_result(
                make_result(), keys={}, trace_keys=(), processing="p1", run="run-1"
            )
            message = "the caller failed"
            raise RuntimeError(message)

    with pytest.raises(RuntimeError, match="the caller failed"):
        fail()
    with store.read() as reader:
        assert list(reader.documents()) == []
        assert reader.find("run") == ()


def test_row_without_a_run_is_refused(store: Store) -> None:
    """The database refuses a row that names a run that was not started."""
    with pytest.raises(StoreError, match="refused"), store.begin() as session:
        session.write_result(make_result(), keys={}, trace_keys=(), processing="p1", run="none")


def test_readers_see_one_state_while_another_writes(url: str) -> None:
    """Two readers go on reading what they began with while a writer commits beside them."""
    with Store.open(url) as store:
        with store.begin() as session:
            session.start_run(make_run())
        with store.read() as first, store.read() as second:
            assert list(first.documents()) == list(second.documents()) == []
            with store.begin() as session:
                session.write_result(
                    make_result(), keys={}, trace_keys=(), processing="p1", run="run-1"
                )
                assert list(first.documents()) == []
            assert list(second.documents()) == []
        with store.read() as third:
            assert len(list(third.documents())) == 1


def test_second_writer_is_told_to_wait(url: str) -> None:
    """A second writer waits as long as it was told to, then gets a clear error."""
    with (
        Store.open(url) as store,
        Store.open(url, wait=0.1) as other,
        store.begin(),
        pytest.raises(StoreError, match="another program is writing"),
        other.begin(),
    ):
        pass


def test_second_writer_goes_on_when_the_first_ends(url: str) -> None:
    """A second writer that waits sees all that the first wrote, and writes after it."""
    first, second = make_result("First."), make_result("Second.")
    written = threading.Event()
    with Store.open(url) as store:

        def write_second() -> None:
            written.wait()
            with store.begin() as session:
                session.write_result(second, keys={}, trace_keys=(), processing="p1", run="run-1")

        thread = threading.Thread(target=write_second)
        thread.start()
        with store.begin() as session:
            session.start_run(make_run())
            written.set()
            session.write_result(first, keys={}, trace_keys=(), processing="p1", run="run-1")
            thread.join(timeout=0.2)
            assert thread.is_alive()
        thread.join()
        with store.read() as reader:
            names = {first.document.id, second.document.id}
            assert set(reader.documents()) == names


def test_reading_session_cannot_write(store: Store) -> None:
    """The database refuses to write in a session that reads."""
    with pytest.raises(StoreError, match=r"read-?only"), store.read() as reader:
        reader.connection.execute(insert(run_ends), [{"run": "run-1", "ended": "now"}])
