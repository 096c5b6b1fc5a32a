"""What a benchmark measures, and small helpers to measure it."""

import re
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure.

    Attributes:
        name: Key in the report.
        value: The figure.
        unit: Its unit; `ratio` for one figure over another of the same run.
        goal: The most (or, with `at_least`, the least) it should be; `None` without a goal.
        at_least: The goal is a lower bound.
        note: What was compared with what.
    """

    name: str
    value: float
    unit: str
    note: str
    goal: float | None = None
    at_least: bool = False

    @property
    def met(self) -> bool:
        """Say whether the goal is met; a figure without a goal meets it."""
        if self.goal is None:
            return True
        return self.value >= self.goal if self.at_least else self.value <= self.goal


def seconds(action: Callable[[], object]) -> float:
    """Return how long an action takes, in seconds."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def median_seconds(action: Callable[[], object], *, times: int = 3) -> float:
    """Return the median time of an action over some repetitions."""
    return statistics.median(seconds(action) for _ in range(times))


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which a share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def peak_megabytes() -> float:
    """Return the most memory this process has held since its program began, in megabytes.

    On Linux it is read from the process's own status: the figure that `getrusage` gives
    to a child process begins with that of the parent that started it.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        found = re.search(r"^VmHWM:\s+(\d+) kB", status.read_text(), re.MULTILINE)
        if found:
            return int(found.group(1)) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
