"""How the record is asked: by one value, by many, or by pages in a fixed order."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Executable, bindparam, tuple_

from remnant.store.current import PAGE, batches


class Asking:
    """A transaction in which the record is asked.

    Attributes:
        connection: The transaction, for questions that nothing here asks.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def rows(self, statement: Executable, **values: object) -> list[Any]:
        """Return the rows of a statement."""
        return list(self.connection.execute(statement, values))

    def one(self, statement: Executable, name: str) -> Any:  # noqa: ANN401 - a row
        """Return the first row of a statement that asks for one value; without one, `KeyError`."""
        row = self.connection.execute(statement, {"among": [name]}).first()
        if row is None:
            raise KeyError(name)
        return row

    def among(self, statement: Executable, values: Iterable[str]) -> Iterator[Any]:
        """Yield the rows of a statement that asks for some of many values, a batch at a time."""
        for batch in batches(values):
            yield from self.connection.execute(statement, {"among": batch}).all()

    def pages(self, statement: Any, order: tuple[str, ...]) -> Iterator[Any]:  # noqa: ANN401 - a select
        """Yield the rows of a statement in order, each page asked for by the last key before it.

        No cursor stays open, so the caller may ask other things between rows.
        """
        columns = [statement.selected_columns[name] for name in order]
        page = statement.order_by(*columns).limit(PAGE)
        after = page.where(tuple_(*columns) > tuple_(*(bindparam(f"_{name}") for name in order)))
        rows = self.connection.execute(page).all()
        while rows:
            yield from rows
            if len(rows) < PAGE:
                return
            last = {f"_{name}": getattr(rows[-1], name) for name in order}
            rows = self.connection.execute(after, last).all()
