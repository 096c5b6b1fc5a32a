"""Gathering: what a person names on the command line becomes originals with metadata.

Names are files, folders (searched in sorted order), patterns and addresses. One name
that fails gives a problem, and the rest goes on.
"""

import glob
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from remnant.acquire.http import Fetched
from remnant.acquire.media import media_type_of
from remnant.acquire.sidecar import given_beside, is_sidecar
from remnant.acquire.vault import Vault
from remnant.errors import AcquireError
from remnant.model.source import Capture, Metadata, Provenance, Stated

LARGEST = 512 * 1024**2
"""Bytes. A larger file is reported and left where it is."""

Fetch = Callable[[str], Fetched]
"""Fetches an address; raises `AcquireError`."""


@dataclass(frozen=True, slots=True)
class Found:
    """Bytes that were found, ready for the vault.

    Attributes:
        origin: File name or address.
        content: The bytes.
        media_type: As detected from the bytes.
        headers: Response headers of an address.
        given: Metadata that a person gave.
    """

    origin: str
    content: bytes
    media_type: str
    headers: tuple[tuple[str, str], ...] = ()
    given: Metadata = Metadata()


@dataclass(frozen=True, slots=True)
class Missed:
    """A name that gave nothing.

    Attributes:
        origin: File name, pattern or address.
        sentence: What is wrong and what to do.
    """

    origin: str
    sentence: str


def gather(
    names: Iterable[str], *, fetch: Fetch | None = None, given: Metadata = Metadata()
) -> Iterator[Found | Missed]:
    """Yield what each name leads to, one original at a time, in order.

    Args:
        names: Files, folders, patterns and addresses.
        fetch: Fetches addresses; without it they are missed.
        given: Metadata that holds for all of them and wins over sidecar files.
    """
    for name in names:
        if name.startswith(("http://", "https://")):
            yield _from_address(name, fetch, given)
            continue
        if "://" in name:
            yield Missed(
                name, f"{name}: only http and https addresses are fetched; save it by hand"
            )
            continue
        path = Path(name)
        if path.is_dir():
            yield from _from_folder(path, given)
        elif path.exists() or not glob.has_magic(name):
            yield _from_file(path, given)
        else:
            yield from _from_pattern(name, given)


def add(found: Iterable[Found | Missed], vault: Vault, *, at: str) -> Iterator[Capture | Missed]:
    """Preserve what was found, and pass on what was missed.

    Args:
        found: What `gather` yields.
        vault: Where to keep it.
        at: Now, in UTC, ISO 8601 to the second with `Z`.

    Raises:
        AcquireError: The vault cannot be written.
    """
    for one in found:
        if isinstance(one, Missed):
            yield one
        else:
            yield vault.preserve(
                one.content,
                origin=one.origin,
                at=at,
                media_type=one.media_type,
                headers=one.headers,
                given=one.given,
            )


def over(first: Metadata, second: Metadata) -> Metadata:
    """Return the first metadata, and of the second what the first leaves open."""
    values: dict[str, Stated[str] | None] = {
        field.name: getattr(first, field.name) or getattr(second, field.name)
        for field in fields(Metadata)
    }
    return Metadata(**values)


def _from_address(url: str, fetch: Fetch | None, given: Metadata) -> Found | Missed:
    if fetch is None:
        return Missed(url, f"{url}: fetching is switched off; save the page and add the file")
    try:
        fetched = fetch(url)
    except AcquireError as error:
        return Missed(url, str(error))
    media_type = media_type_of(fetched.content, fetched.url)
    address = Metadata(address=Stated(fetched.url, Provenance.INFERRED, url))
    return Found(url, fetched.content, media_type, fetched.headers, over(given, address))


def _from_folder(folder: Path, given: Metadata) -> Iterator[Found | Missed]:
    """Yield the files of a folder and of those in it, in sorted order.

    Hidden files and sidecars are left out, and so are links that lead out of the folder.
    """
    root = folder.resolve()
    problems: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(parent, name)
            if name.startswith(".") or is_sidecar(path):
                continue
            if path.is_symlink() and not path.resolve().is_relative_to(root):
                sentence = f"{path}: a link that leads out of {folder}; add its target by name"
                yield Missed(str(path), sentence)
                continue
            yield _from_file(path, given)
    for problem in problems:
        name = str(problem.filename)
        yield Missed(name, f"{name}: cannot be read ({problem.strerror}); correct its permissions")


def _from_pattern(pattern: str, given: Metadata) -> Iterator[Found | Missed]:
    names = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - a pattern may be absolute
    paths = [Path(name) for name in names if Path(name).is_file()]
    if not paths:
        yield Missed(pattern, f"{pattern}: no file fits this pattern; check it")
    for path in paths:
        if not is_sidecar(path):
            yield _from_file(path, given)


def _from_file(path: Path, given: Metadata) -> Found | Missed:
    try:
        size = path.stat().st_size
        if size > LARGEST:
            return Missed(str(path), f"{path}: has {size} bytes, more than {LARGEST}; split it")
        if not path.is_file():
            return Missed(str(path), f"{path}: is not a file; add a file or a folder")
        content = path.read_bytes()
        beside = given_beside(path)
    except OSError as error:
        return Missed(
            str(path), f"{path}: cannot be read ({error.strerror}); check name and rights"
        )
    except AcquireError as error:
        return Missed(str(path), str(error))
    return Found(str(path), content, media_type_of(content, path.name), given=over(given, beside))
