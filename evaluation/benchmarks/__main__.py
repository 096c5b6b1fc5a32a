"""Run benchmarks and write the report: `python -m evaluation.benchmarks [NAME…]`."""

import argparse
import json
import platform
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from evaluation.benchmarks import adding, linking, memory, pipeline, searching, verifying
from evaluation.benchmarks.figures import Figure

REPORT = Path(__file__).parents[1] / "benchmarks.md"

BENCHMARKS: dict[str, Callable[[], Iterator[Figure]]] = {
    "pipeline": pipeline.measure,
    "memory": memory.measure,
    "adding": adding.measure,
    "linking": linking.measure,
    "verifying": verifying.measure,
    "searching": searching.measure,
}


def main() -> None:
    """Run the named benchmarks, or all, and write the report if all were run."""
    asked = dict(BENCHMARKS)
    arguments = argparse.ArgumentParser(description=main.__doc__)
    arguments.add_argument("names", nargs="*", choices=[*BENCHMARKS, []])
    arguments.add_argument("--documents", type=int, default=pipeline.DOCUMENTS)
    arguments.add_argument("--large", type=int, default=adding.LARGE)
    arguments.add_argument("--mentions", type=int, nargs="+", default=linking.SIZES)
    options = arguments.parse_args()
    asked["pipeline"] = partial(pipeline.measure, options.documents)
    asked["memory"] = partial(memory.measure, options.documents)
    asked["adding"] = partial(adding.measure, large=options.large)
    asked["linking"] = partial(linking.measure, options.mentions)
    names = options.names or list(BENCHMARKS)
    figures: dict[str, list[Figure]] = {}
    for name in names:
        figures[name] = []
        for figure in asked[name]():
            figures[name].append(figure)
            print(f"{name}: {figure.name} {figure.value:.3f} {figure.unit} ({figure.note})")
    if names == list(BENCHMARKS):
        REPORT.write_text(report(figures), "utf-8")
    print(json.dumps({f.name: round(f.value, 4) for group in figures.values() for f in group}))


def report(figures: dict[str, list[Figure]]) -> str:
    """Return the report as Markdown."""
    lines = [
        "# Benchmarks",
        "",
        "Written by `make benchmark`. Ratios are of two figures of one run, and are what counts;",
        "absolute figures depend on the machine and on what else it did.",
        "",
        f"Machine: {platform.machine()}, Python {platform.python_version()}, two cores.",
    ]
    for name, group in figures.items():
        lines += ["", f"## {name.capitalize()}", "", "| figure | value | unit | goal | what |"]
        lines += ["|---|---:|---|---|---|", *(_row(figure) for figure in group)]
    return "\n".join(lines) + "\n"


def _row(figure: Figure) -> str:
    goal = ""
    if figure.goal is not None:
        sign = "≥" if figure.at_least else "≤"
        goal = f"{sign} {figure.goal:g}: {'met' if figure.met else '**not met**'}"
    return f"| {figure.name} | {figure.value:.3g} | {figure.unit} | {goal} | {figure.note} |"


if __name__ == "__main__":
    main()
