"""Hashing every original again beside `sha256sum` on the same files."""

import random
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from evaluation.benchmarks.figures import Figure, median_seconds
from remnant.acquire import Vault

FILES = 200
MEGABYTES = 4


def measure(files: int = FILES) -> Iterator[Figure]:
    """Yield the speed of checking originals and its ratio to sha256sum's."""
    with tempfile.TemporaryDirectory() as folder:
        vault = Vault(Path(folder))
        for number in range(files):
            content = random.Random(number).randbytes(MEGABYTES * 1_000_000)  # noqa: S311 - no secret is made
            vault.preserve(
                content,
                origin=f"{number}.bin",
                at="2025-01-01T00:00:00Z",
                media_type="application/octet-stream",
            )
        paths = sorted(str(path) for path in (Path(folder) / "originals").glob("*/*"))
        total = files * MEGABYTES
        ours = total / median_seconds(lambda: list(vault.check()))
        yield Figure("verify_originals", ours, "MB/s", f"{files} files of {MEGABYTES} MB")
        program = shutil.which("sha256sum")
        if program is None:
            return
        command = [program, *paths]
        theirs = total / median_seconds(
            lambda: subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - a fixed program
        )
        yield Figure("sha256sum", theirs, "MB/s", "the same files")
        yield Figure(
            "verify_over_sha256sum",
            ours / theirs,
            "ratio",
            "megabytes per second over those of sha256sum",
            goal=0.8,
            at_least=True,
        )
