"""The vault: originals kept for ever, under the SHA-256 of their bytes.

```
vault/captures.jsonl              a journal: every act of preserving
vault/originals/ab/abcdef…        the bytes, written once, read-only
```
"""

import dataclasses
import hashlib
import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from remnant.acquire.journal import Journal, sync_folder
from remnant.errors import AcquireError
from remnant.model.decision import Mark
from remnant.model.ids import content_id, sha256_hex
from remnant.model.source import Capture, Metadata, Original, Provenance, Stated

CHUNK = 1 << 20
"""Bytes hashed at a time: the memory that `check` needs, whatever the size of an original."""

READ_ONLY = 0o444
"""Mode bits of an original: nobody writes to it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault found in the vault.

    Attributes:
        sha256: The original concerned, or empty for the journal.
        sentence: What is wrong and what to do.
    """

    sha256: str
    sentence: str


@dataclass(slots=True)
class _Index:
    """What the journal says, as far as it was read, to answer without reading it again."""

    read: int = 0
    captures: list[Capture] = field(default_factory=list)
    latest: dict[tuple[str, str], Capture] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Vault:
    """The originals of one dossier and the journal of how each came in.

    Attributes:
        folder: The vault's folder. It is made by the first `preserve`.
    """

    folder: Path
    _index: _Index = field(default_factory=_Index, init=False, repr=False, compare=False)

    @property
    def journal(self) -> Journal:
        """The journal of captures."""
        return Journal(self.folder / "captures.jsonl")

    def preserve(  # noqa: PLR0913 - a capture has this many facts, all named
        self,
        content: bytes,
        *,
        origin: str,
        at: str,
        media_type: str,
        headers: tuple[tuple[str, str], ...] = (),
        given: Metadata = Metadata(),
    ) -> Capture:
        """Keep the bytes and write down where they came from.

        The same bytes from the same origin, with nothing new said of them, add nothing:
        the earlier capture is returned. The original is on the disk before the journal
        names it, so the journal never names what is not there.

        Args:
            content: The original, to the byte.
            origin: A file name or an address.
            at: Now, in UTC, ISO 8601 to the second with `Z`.
            media_type: As detected from the bytes.
            headers: Response headers of an address.
            given: Metadata that a person gave.

        Raises:
            AcquireError: The vault cannot be written.
        """
        sha256 = sha256_hex(content)
        # Bytes that are not there yet were never captured: the journal need not be read.
        kept = self.path(sha256).exists()
        known = self._read().latest.get((sha256, origin)) if kept else None
        if known is not None and (known.media_type, known.given) == (media_type, given):
            return known
        self._keep(content, sha256)
        capture = Capture(
            id=content_id("k", (sha256, origin, at, media_type, given)),
            sha256=sha256,
            size=len(content),
            origin=origin,
            captured=at,
            media_type=media_type,
            headers=headers,
            given=given,
        )
        self.journal.append(_to_entry(capture))
        return capture

    def captures(self) -> tuple[Capture, ...]:
        """Return every capture, in the order in which they were made.

        Raises:
            AcquireError: The journal holds a line that this program does not write.
        """
        return tuple(self._read().captures)

    def originals(self) -> Iterator[Original]:
        """Yield each original once, in order of first capture, one at a time in memory.

        What people said of it later (metadata given with a later capture) is put into the
        capture: the last word on each field counts.
        """
        for capture in self.first_captures():
            yield Original(capture, self.content(capture.sha256))

    def captures_since(self, mark: Mark) -> tuple[Capture, ...] | None:
        """Return the captures made after a mark; `None` if the journal does not go on from it.

        Raises:
            AcquireError: The journal holds a line that this program does not write.
        """
        if not self.journal.goes_on_from(mark):
            return None
        return tuple(map(_from_entry, self.journal.entries_from(mark.offset)[0]))

    def first_captures(self) -> tuple[Capture, ...]:
        """Return the first capture of each original, with the latest given metadata."""
        first: dict[str, Capture] = {}
        for capture in self.captures():
            known = first.get(capture.sha256)
            first[capture.sha256] = with_later(known, capture) if known else capture
        return tuple(first.values())

    def content(self, sha256: str) -> bytes:
        """Return the bytes of one original.

        Raises:
            AcquireError: There is no such original.
        """
        path = self.path(sha256)
        try:
            return path.read_bytes()
        except OSError as error:
            message = (
                f"{path}: the original cannot be read ({error.strerror}); restore it from a copy"
            )
            raise AcquireError(message) from error

    def path(self, sha256: str) -> Path:
        """Return where the original with that hash is kept."""
        return self.folder / "originals" / sha256[:2] / sha256

    def check(self) -> Iterator[Problem]:
        """Hash every original again and yield what is wrong, in order of first capture.

        Memory stays at one chunk, whatever the size of the originals. Files in the vault
        that no capture names are reported last.
        """
        for sentence in self.journal.verify():
            yield Problem("", sentence)
        named = dict.fromkeys(capture.sha256 for capture in self.captures())
        for sha256 in named:
            yield from self._check_one(sha256)
        folder = self.folder / "originals"
        for path in sorted(folder.glob("*/*")):
            if path.name not in named:
                yield Problem(path.name, f"{path}: no capture names this file; move it away")

    def _check_one(self, sha256: str) -> Iterator[Problem]:
        path = self.path(sha256)
        try:
            with path.open("rb", buffering=0) as stream:
                found = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError as error:
            yield Problem(
                sha256, f"{path}: cannot be read ({error.strerror}); restore it from a copy"
            )
            return
        if found != sha256:
            yield Problem(
                sha256, f"{path}: the bytes were changed (now {found}); restore it from a copy"
            )

    def _keep(self, content: bytes, sha256: str) -> None:
        path = self.path(sha256)
        if path.exists():
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_once(path, content)
        except OSError as error:
            message = f"{path}: cannot be written ({error.strerror}); free the folder or the disk"
            raise AcquireError(message) from error

    def _read(self) -> _Index:
        index = self._index
        path = self.journal.path
        if (path.stat().st_size if path.exists() else 0) < index.read:
            index.read, index.captures = 0, []
        entries, index.read = self.journal.entries_from(index.read)
        for capture in map(_from_entry, entries):
            index.captures.append(capture)
            index.latest[capture.sha256, capture.origin] = capture
        return index


def _write_once(path: Path, content: bytes) -> None:
    descriptor, name = tempfile.mkstemp(prefix=".part-", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fchmod(stream.fileno(), READ_ONLY)
            os.fsync(stream.fileno())
        Path(name).rename(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def with_later(first: Capture, later: Capture) -> Capture:
    """Return the first capture of an original with what a later one says of it besides."""
    return dataclasses.replace(first, given=_later(first.given, later.given))


def _later(earlier: Metadata, later: Metadata) -> Metadata:
    """Return the earlier metadata with every field that the later one has."""
    changes: dict[str, Any] = {
        field.name: value
        for field in dataclasses.fields(Metadata)
        if (value := getattr(later, field.name)) is not None
    }
    return dataclasses.replace(earlier, **changes)


def _to_entry(capture: Capture) -> dict[str, Any]:
    entry = dataclasses.asdict(capture)
    entry["given"] = {key: value for key, value in entry["given"].items() if value is not None}
    return entry


def _from_entry(entry: Mapping[str, Any]) -> Capture:
    try:
        headers = tuple((str(name), str(value)) for name, value in entry["headers"])
        given = Metadata(**{key: _stated(value) for key, value in entry["given"].items()})
        return Capture(**{**entry, "headers": headers, "given": given})
    except (KeyError, TypeError, ValueError) as error:
        message = f"captures.jsonl: an entry is not a capture ({error}); restore it from a copy"
        raise AcquireError(message) from error


def _stated(value: Mapping[str, str]) -> Stated[str]:
    return Stated(value["value"], Provenance(value["provenance"]), value["words"])
