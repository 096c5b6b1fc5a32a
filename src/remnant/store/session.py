"""Opens the record and hands out sessions. The caller's `with` block is the transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from sqlalchemy import Engine

from remnant.store.dialects import BUSY_SECONDS, Access, engine_for, transaction
from remnant.store.migrate import migrate
from remnant.store.past import past
from remnant.store.reader import Reader
from remnant.store.writer import Session


class Store:
    """The record of one dossier, in SQLite or PostgreSQL."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    def open(cls, url: str, *, wait: float = BUSY_SECONDS) -> Self:
        """Open the record at an address, make it if it is not there, and bring it up to date.

        Args:
            url: `sqlite:///FILE`, `sqlite://` for one in memory, or `postgresql+psycopg://…`.
            wait: How long to wait for another writer, in seconds.

        Raises:
            StoreError: The address is wrong, the database cannot be reached, or the record was
                written by a newer version.
        """
        engine = engine_for(url, wait=wait)
        try:
            migrate(engine)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine)

    @contextmanager
    def begin(self) -> Iterator[Session]:
        """Begin a transaction that writes. It commits at the end, or undoes all on an error.

        Raises:
            StoreError: Another session writes, or the database refused something.
        """
        with transaction(self._engine, Access.WRITE) as connection:
            yield Session(connection)

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """Begin a transaction that reads one state of the record, while another may write."""
        with transaction(self._engine, Access.READ) as connection:
            yield Reader(connection)

    @contextmanager
    def past(self, moment: str) -> Iterator[Reader]:
        """Begin a transaction that reads the record as it was at a moment (see `past`).

        Raises:
            StoreError: The text is not a moment in UTC, ISO 8601 to the second with `Z`.
        """
        with past(self._engine, moment) as connection:
            yield Reader(connection)

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
