"""Adding one document to a large dossier beside adding it to a small one."""

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from evaluation.benchmarks.figures import Figure, seconds
from evaluation.benchmarks.pipeline import build, new_dossier, preserve
from evaluation.corpus import generated

SMALL = 100
LARGE = 10_000
REPEATS = 5


def measure(small: int = SMALL, large: int = LARGE) -> Iterator[Figure]:
    """Yield the cost of adding one document to each dossier, and their ratio."""
    costs = {}
    for size in (small, large):
        with tempfile.TemporaryDirectory() as folder:
            costs[size] = cost_of_one(Path(folder), size)
        yield Figure(
            f"add_one_to_{size}", costs[size], "s", f"add and build one document, {size} there"
        )
    yield Figure(
        "add_one_large_over_small",
        costs[large] / costs[small],
        "ratio",
        f"adding one document to {large} over adding one to {small}",
        goal=3.0,
    )


def cost_of_one(folder: Path, size: int) -> float:
    """Return the median time to add one more document to a built dossier, in seconds."""
    dossier = new_dossier(folder / "d", generated(size))
    build(dossier, processes=2)
    times = []
    for number in range(REPEATS):

        def add(number: int = number) -> None:
            preserve(dossier, generated(1, start=size + number))
            build(dossier)

        times.append(seconds(add))
    return statistics.median(times)
