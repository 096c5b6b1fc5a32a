"""What a person sees in the terminal: tables, progress, one-line errors; or JSON for machines."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table


def output() -> Console:
    """Return the console for results. Made anew, so that redirection is seen."""
    return Console(file=sys.stdout, highlight=False, soft_wrap=True)


def messages() -> Console:
    """Return the console for progress and remarks, on standard error."""
    return Console(file=sys.stderr, highlight=False, soft_wrap=True)


def print_error(sentence: str) -> None:
    """Print one error on standard error."""
    messages().print(f"[bold red]Error:[/] {escape(sentence)}")


def print_remark(sentence: str) -> None:
    """Print one remark on standard error."""
    messages().print(escape(sentence))


def print_line(text: str = "") -> None:
    """Print one line of a result, to the letter."""
    output().print(text, markup=False)


def print_json(value: object) -> None:
    """Print a result as one JSON value on one line."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, sort_keys=True) + "\n")


def print_table(
    columns: Sequence[str], rows: Iterable[Sequence[object]], *, title: str = ""
) -> None:
    """Print rows under columns. Numbers stand to the right."""
    table = Table(title=title or None, title_justify="left", show_edge=False, pad_edge=False)
    rows = [list(row) for row in rows]
    for index, name in enumerate(columns):
        numbers = bool(rows) and all(isinstance(row[index], int | float) for row in rows)
        table.add_column(name, justify="right" if numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*(escape(str(cell)) for cell in row))
    Console(file=sys.stdout, highlight=False).print(table)


class Steps:
    """A progress bar of known length, advanced step by step."""

    def __init__(self, progress: Progress, total: int, label: str) -> None:
        self._progress = progress
        self._task = progress.add_task(label, total=total)

    def advance(self, steps: int = 1) -> None:
        """Move on by some steps."""
        self._progress.advance(self._task, steps)


@contextmanager
def steps(label: str, total: int, *, quiet: bool = False) -> Iterator[Steps]:
    """Show progress on standard error while the block runs; nothing if quiet or not a terminal."""
    console = messages()
    progress = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        disable=quiet or not console.is_terminal,
        transient=True,
    )
    with progress:
        yield Steps(progress, total, label)


def write_pieces(pieces: Iterable[str], path: Path | None) -> None:
    """Write pieces of text to a file, or to standard output, as UTF-8 and to the letter."""
    if path is None:
        for piece in pieces:
            sys.stdout.buffer.write(piece.encode("utf-8"))
        sys.stdout.flush()
        return
    with path.open("wb") as stream:
        for piece in pieces:
            stream.write(piece.encode("utf-8"))
