"""A journal: an append-only file of JSON lines, each chained to the one before.

What people did, and what cannot be worked out again, is kept in journals: captures,
decisions, incident numbers. Each line carries the SHA-256 of the line before it, so a
line that was changed, dropped or inserted later shows.
"""

import contextlib
import fcntl
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from remnant.errors import AcquireError
from remnant.model.decision import BEGINNING, Mark
from remnant.model.ids import sha256_hex

GENESIS = BEGINNING.line
"""What the first line names as the hash of the line before it."""

_BLOCK = 65_536
"""Bytes read at a time when looking for the start of the last line."""

Entry = Mapping[str, Any]
"""One record of a journal: any JSON object. The journal does not look inside."""


@dataclass(frozen=True, slots=True)
class Journal:
    """An append-only file of JSON objects, one a line, chained by SHA-256.

    Attributes:
        path: The file. It and its folder are made by the first `append`.
    """

    path: Path

    @property
    def torn(self) -> Path:
        """The file that keeps the bytes of lines torn by a crash; absent if there were none."""
        return self.path.with_name(self.path.name + ".torn")

    def append(self, *entries: Entry) -> tuple[str, ...]:
        """Write the entries at the end, durably, and return what had to be mended first.

        The call returns when the bytes are on the disk. Two processes take turns. If a
        crash tore the last line, its bytes move to `torn` and a sentence says so.

        Raises:
            AcquireError: The file cannot be written.
        """
        if not entries:
            return ()
        try:
            with _locked(self.path) as stream:
                mended = self._mend(stream)
                stream.write(_chained(entries, _last_line(stream)))
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            message = (
                f"{self.path}: cannot be written ({error.strerror}); free the file or the disk"
            )
            raise AcquireError(message) from error
        return mended

    def entries(self) -> tuple[dict[str, Any], ...]:
        """Return every entry in order. A torn last line is left out.

        Raises:
            AcquireError: A line in the middle is not one that this program writes.
        """
        return self.entries_from(0)[0]

    def mark(self) -> Mark:
        """Return where the journal ends now."""
        try:
            with self.path.open("rb") as stream:
                end = stream.seek(0, os.SEEK_END) - len(_tail(stream))
                return Mark(end, _hash_before(stream, end))
        except FileNotFoundError:
            return BEGINNING

    def goes_on_from(self, mark: Mark) -> bool:
        """Say whether what was read up to the mark is still what the journal begins with."""
        try:
            with self.path.open("rb") as stream:
                end = stream.seek(0, os.SEEK_END)
                return mark.offset <= end and _hash_before(stream, mark.offset) == mark.line
        except FileNotFoundError:
            return mark.offset == 0

    def last(self) -> dict[str, Any] | None:
        """Return the last entry; `None` if there is none.

        Raises:
            AcquireError: The last line is not one that this program writes.
        """
        end = self.mark().offset
        if not end:
            return None
        with self.path.open("rb") as stream:
            start = end - len(_since_line_end(stream, end - 1)) - 1
        return self.entries_from(start)[0][-1]

    def entries_from(self, offset: int) -> tuple[tuple[dict[str, Any], ...], int]:
        """Return the entries from a byte offset on, and the offset after the last of them.

        Raises:
            AcquireError: A line is not one that this program writes.
        """
        found: list[dict[str, Any]] = []
        for line in self._lines(offset):
            record = _record(line)
            if record is None:
                message = f"{self.path}, byte {offset}: not a journal line; restore it from a copy"
                raise AcquireError(message)
            found.append(record["entry"])
            offset += len(line) + 1
        return tuple(found), offset

    def verify(self) -> tuple[str, ...]:
        """Return a sentence for each break of the chain; nothing if it holds."""
        problems: list[str] = []
        previous = GENESIS
        for number, line in enumerate(self._lines(), start=1):
            record = _record(line)
            if record is None:
                problems.append(f"{self.path}, line {number}: not a journal line")
            elif record["previous"] != previous:
                problems.append(
                    f"{self.path}, line {number}: does not follow from the line before it; "
                    "a line was changed, dropped or inserted"
                )
            previous = sha256_hex(line)
        remainder = self._remainder()
        if remainder:
            problems.append(
                f"{self.path}: the last line is torn after {len(remainder)} bytes; "
                "the next entry will set it aside"
            )
        return tuple(problems)

    def _lines(self, offset: int = 0) -> Iterator[bytes]:
        try:
            with self.path.open("rb") as stream:
                stream.seek(offset)
                for line in stream:
                    if line.endswith(b"\n"):
                        yield line[:-1]
        except FileNotFoundError:
            return

    def _remainder(self) -> bytes:
        try:
            with self.path.open("rb") as stream:
                return _tail(stream)
        except FileNotFoundError:
            return b""

    def _mend(self, stream: BinaryIO) -> tuple[str, ...]:
        remainder = _tail(stream)
        if not remainder:
            return ()
        with self.torn.open("ab") as kept:
            kept.write(remainder + b"\n")
            kept.flush()
            os.fsync(kept.fileno())
        stream.truncate(stream.seek(0, os.SEEK_END) - len(remainder))
        sentence = (
            f"{self.path}: a crash tore the last line; its {len(remainder)} bytes are kept in "
            f"{self.torn.name}, so do again what was being done"
        )
        return (sentence,)


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[BinaryIO]:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = not path.exists()
    with path.open("a+b") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        if fresh:
            sync_folder(path.parent)
        yield stream


def sync_folder(folder: Path) -> None:
    """Put the folder's own entries on the disk, so that a new name survives a crash."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _chained(entries: tuple[Entry, ...], last: bytes) -> bytes:
    previous = sha256_hex(last) if last else GENESIS
    lines: list[bytes] = []
    for entry in entries:
        record = {"previous": previous, "entry": entry}
        line = json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        encoded = line.encode("utf-8")
        lines.append(encoded)
        previous = sha256_hex(encoded)
    return b"\n".join(lines) + b"\n"


def _record(line: bytes) -> dict[str, Any] | None:
    try:
        record = json.loads(line)
    except ValueError:
        return None
    good = (
        isinstance(record, dict)
        and isinstance(record.get("entry"), dict)
        and isinstance(record.get("previous"), str)
    )
    return record if good else None


def _hash_before(stream: BinaryIO, end: int) -> str:
    """Return the hash of the line that ends at an offset."""
    if end == 0:
        return GENESIS
    stream.seek(end - 1)
    return sha256_hex(_since_line_end(stream, end - 1)) if stream.read(1) == b"\n" else ""


def _tail(stream: BinaryIO) -> bytes:
    """Return the bytes after the last line end."""
    return _since_line_end(stream, stream.seek(0, os.SEEK_END))


def _last_line(stream: BinaryIO) -> bytes:
    """Return the last whole line without its end; nothing if the file is empty."""
    end = stream.seek(0, os.SEEK_END)
    return _since_line_end(stream, end - 1) if end else b""


def _since_line_end(stream: BinaryIO, end: int) -> bytes:
    found = b""
    position = end
    while position > 0:
        start = max(0, position - _BLOCK)
        stream.seek(start)
        block = stream.read(position - start)
        cut = block.rfind(b"\n")
        if cut >= 0:
            return block[cut + 1 :] + found
        found = block + found
        position = start
    return found
