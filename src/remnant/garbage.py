"""How often Python looks for garbage that refers to itself while a record is built.

A build makes millions of small frozen values, hardly any of which refer to themselves, and
Python's own limit has it look through them every seven hundred. That took 4.4 of 60
milliseconds a document, measured on 1,500; at the limits below 0.7, with the same peak of
memory.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (50_000, 20, 100)
"""New objects before Python looks through the youngest, and rounds before it looks further."""


def look_seldom() -> None:
    """Set the limits of this process for good: for a worker that does nothing else."""
    gc.set_threshold(*SELDOM)


@contextmanager
def seldom_looked_for() -> Iterator[None]:
    """Look for garbage seldom inside the block, and as before after it."""
    before = gc.get_threshold()
    look_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
