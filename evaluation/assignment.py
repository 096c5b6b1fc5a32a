"""One-to-one assignment with the highest total, for measures that align two lists."""

from collections.abc import Callable, Sequence
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


def assign(
    left: Sequence[A], right: Sequence[B], gain: Callable[[A, B], float]
) -> list[tuple[int, int, float]]:
    """Return pairs of positions, each used once, whose gains have the highest sum.

    Pairs without gain are left out. The method is Kuhn's and Munkres', with potentials,
    in time of the cube of the longer list.
    """
    size = max(len(left), len(right))
    gains = [[0.0] * size for _ in range(size)]
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            gains[i][j] = gain(one, other)
    chosen = _lowest([[-cell for cell in row] for row in gains])
    return [(i, j, gains[i][j]) for i, j in enumerate(chosen) if gains[i][j] > 0]


def _lowest(cost: Sequence[Sequence[float]]) -> list[int]:
    """Return the column of each row of a square matrix so that the sum is lowest."""
    size = len(cost)
    row_of = [-1] * (size + 1)  # row per column; the last column is where a new row enters
    by_row, by_column = [0.0] * size, [0.0] * (size + 1)
    for row in range(size):
        row_of[size] = row
        _settle(cost, row_of, by_row, by_column)
    chosen = [0] * size
    for column in range(size):
        chosen[row_of[column]] = column
    return chosen


def _settle(
    cost: Sequence[Sequence[float]],
    row_of: list[int],
    by_row: list[float],
    by_column: list[float],
) -> None:
    """Find a cheapest path for the row in the last column, and shift the rows along it."""
    size = len(cost)
    column, seen = size, {size}
    least, before = [float("inf")] * size, [size] * size
    while row_of[column] != -1:
        seen.add(column)
        row = row_of[column]
        for other in range(size):
            slack = cost[row][other] - by_row[row] - by_column[other]
            if other not in seen and slack < least[other]:
                least[other], before[other] = slack, column
        nearest = min((one for one in range(size) if one not in seen), key=least.__getitem__)
        step = least[nearest]
        for other in seen:
            by_row[row_of[other]] += step
            by_column[other] -= step
        for other in range(size):
            if other not in seen:
                least[other] -= step
        column = nearest
    while column != size:
        row_of[column], column = row_of[before[column]], before[column]
