import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

FOLDERS = ("src", "tests", "tools", "docs", "evaluation", "requirements", ".ci")
SUFFIXES = {".py", ".md", ".toml", ".yaml", ".yml", ".txt", ".html", ".css", ".js", ".in", ".csv"}
LARGEST = 1_000_000
"""Files above this many bytes are data or vendored code and are not read."""


def files() -> Iterator[Path]:
    """Yield the text files of the project, in order."""
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and (path.suffix in SUFFIXES or folder == ".ci"):
                yield path
    yield from sorted(path for path in ROOT.iterdir() if path.suffix in SUFFIXES)
    yield ROOT / "Makefile"


FORBIDDEN = {
    "the host of a package registry": r"[p]ypi\.(org|python)|files\.[p]ythonhosted|[n]pmjs\.",
    "an absolute path of one machine": r"(?<![\w.:~}/-])/(home|root|Users|work)/\w",
    "an unfinished place": r"\b(TO[D]O|FIX[M]E)\b",
}
"""What no file may hold. The brackets keep this file from naming it."""


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_mentions(what: str) -> None:
    """No file names a registry's host, a path of one machine, or a place left unfinished."""
    pattern = re.compile(FORBIDDEN[what])
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in files()
        if path.stat().st_size < LARGEST
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1)
        if pattern.search(line)
    ]

    assert not found, f"{what}: {', '.join(found)}"
