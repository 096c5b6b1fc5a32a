"""Peak memory of a build, each in a process of its own, so that nothing else is counted."""

import multiprocessing
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from evaluation.benchmarks.figures import Figure, peak_megabytes
from evaluation.benchmarks.pipeline import build, new_dossier
from evaluation.corpus import generated

DOCUMENTS = 1600


def measure(documents: int = DOCUMENTS) -> Iterator[Figure]:
    """Yield the peak memory of building a dossier, and its ratio to that of a quarter of it."""
    whole, quarter = (peak_of_build(count) for count in (documents, documents // 4))
    yield Figure("peak_memory", whole, "MB", f"one process that builds {documents} documents")
    yield Figure(
        "memory_growth",
        whole / quarter,
        "ratio",
        f"that over the peak memory of one that builds {documents // 4}",
        goal=1.25,
    )


def peak_of_build(documents: int) -> float:
    """Return the most memory that a fresh process holds while it builds a dossier, in megabytes."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_built, documents).result()


def _built(documents: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        build(new_dossier(Path(folder) / "d", generated(documents)))
    return peak_megabytes()
