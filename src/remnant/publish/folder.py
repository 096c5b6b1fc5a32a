"""Puts a finished site into a folder: all of it or none of it, and nobody else's files."""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from remnant.errors import PublishError

MANIFEST = "manifest.json"
"""Every file of the site with the SHA-256 of its bytes: what a later run may replace or remove."""


class Staging:
    """A folder beside the site in which the next edition is made.

    Leaving it without an error moves every file to its place and removes those
    that the last edition had and this one has not. Leaving it with an error
    leaves the site as it was. Files that no edition wrote are never touched.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._digests: dict[str, str] = {}
        folder.mkdir(parents=True, exist_ok=True)
        self._new = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def write(self, path: str, content: bytes) -> None:
        """Write one file of the next edition.

        Raises:
            PublishError: Two pages have one path.
        """
        if path in self._digests:
            message = f"{path}: two pages have this path; rename one of their identifiers"
            raise PublishError(message)
        target = self._new / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        self._digests[path] = hashlib.sha256(content).hexdigest()

    def adopt(self, folder: Path, under: str) -> None:
        """Take every file of a folder into the next edition, under a path."""
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                name = path.relative_to(folder).as_posix()
                self.write(f"{under}/{name}", path.read_bytes())

    @property
    def paths(self) -> tuple[str, ...]:
        """The files written so far, in order of path."""
        return tuple(sorted(self._digests))

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Put the edition in place, or drop it."""
        try:
            if kind is None:
                self._place()
        finally:
            shutil.rmtree(self._new, ignore_errors=True)

    def _place(self) -> None:
        gone = [path for path in written(self._folder) if path not in self._digests]
        for path in self.paths:
            target = self._folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            (self._new / path).replace(target)
        listing = {path: self._digests[path] for path in self.paths}
        manifest = json.dumps(listing, indent=1, ensure_ascii=False) + "\n"
        staged = self._new / MANIFEST
        staged.write_text(manifest, "utf-8")
        staged.replace(self._folder / MANIFEST)
        for path in gone:
            _remove(self._folder, path)


def written(folder: Path) -> Iterator[str]:
    """Yield the files that the last edition wrote into a folder."""
    manifest = folder / MANIFEST
    if manifest.is_file():
        found = json.loads(manifest.read_text("utf-8"))
        yield from (path for path in found if _inside(folder, path))


def _inside(folder: Path, path: str) -> bool:
    return (folder / path).resolve().is_relative_to(folder.resolve())


def _remove(folder: Path, path: str) -> None:
    (folder / path).unlink(missing_ok=True)
    for parent in (folder / path).parents:
        if parent == folder or any(parent.iterdir()):
            return
        parent.rmdir()
