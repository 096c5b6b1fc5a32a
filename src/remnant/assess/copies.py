"""Near-copies: how much text two documents share, found without comparing the texts.

MinHash over the runs of two normalised words finds which documents to compare; a sketch,
the lowest hash values of those runs, says how much two have in common: exactly for texts of
up to `LARGEST` runs, and for longer ones by an even sample. Broder, "On the resemblance and
containment of documents" (1997).
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise

from remnant.model.ids import content_id

RUN = 2
"""Words in a run. A copy with three words in ten changed keeps half of its runs of two."""

BANDS = 96
"""Bands of three values: documents that share a third of their runs meet with probability 0.97."""

ROWS = 3
"""MinHash values in a band. Two documents that share one run in fifty meet once in 1,300 times."""

SEED = 20080530
"""Fixed, so that signatures of different runs compare. The day on which the CCM was adopted."""

LARGEST = 256
"""Hash values in a sketch. Where a third is common, the standard error is at most 0.03."""

ALIKE = 0.24
"""Share of common runs from which a text is a near-copy.

Of two articles on one war by different authors the share was never above 0.22 (611 articles
of FA-KES, all pairs); of a copy with three words in ten reworded it was 0.26 or more in 99 of 100.
"""

HELD = 0.7
"""Share of the runs of the shorter text from which it is an excerpt of the longer."""

SHORT = 60
"""Runs. Two shorter texts may be alike by chance, so they must share `SHORT_ALIKE`."""

SHORT_ALIKE = 0.6
"""Share of common runs from which texts of fewer than `SHORT` runs are near-copies."""

ENOUGH = 30
"""Hash values compared from which an excerpt is told: the standard error is then at most 0.09."""

SHORTEST = 15
"""Words. A shorter text is too short to be recognised as a copy."""

_WORD = re.compile(r"\w+")


def shingles(text: str) -> list[str]:
    """Return the runs of two words, without case, accents and punctuation, each once."""
    words = _WORD.findall(plain(text))
    if len(words) < SHORTEST:
        return []
    return sorted({f"{one} {other}" for one, other in pairwise(words)})


def plain(text: str) -> str:
    """Return the text without case and accents."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in folded if not unicodedata.combining(letter))


def bands_of(text: str) -> tuple[str, ...]:
    """Return the keys of which near-copies share at least one; none if the text is too short."""
    runs = shingles(text)
    if not runs:
        return ()
    from rensa import (  # type: ignore[import-untyped]  # it ships no types # noqa: PLC0415 - lazy
        RMinHash,
    )

    hashed = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
    hashed.update(runs)
    values = [int(value) for value in hashed.digest()]
    return tuple(
        content_id("b", (band, *values[band * ROWS : (band + 1) * ROWS])) for band in range(BANDS)
    )


@dataclass(frozen=True, slots=True)
class Sketch:
    """The lowest hash values of the runs of a text.

    Attributes:
        values: Ascending, at most `LARGEST`.
        held: The same, to find what two have in common.
    """

    values: tuple[int, ...]
    held: frozenset[int]

    @classmethod
    def of(cls, values: Iterable[int]) -> "Sketch":
        """Return the sketch with some values, which are ascending."""
        ordered = tuple(values)
        return cls(ordered, frozenset(ordered))

    @property
    def end(self) -> int | None:
        """The value up to which it is complete; `None` if it is so throughout."""
        return self.values[-1] if len(self.values) == LARGEST else None

    def up_to(self, end: int | None) -> int:
        """Return how many values it has up to one."""
        return len(self.values) if end is None else bisect_right(self.values, end)


def sketch_of(text: str) -> Sketch:
    """Return the sketch of a text; empty if it is too short."""
    values = {
        int.from_bytes(blake2b(run.encode(), digest_size=4).digest(), "big")
        for run in shingles(text)
    }
    return Sketch.of(sorted(values)[:LARGEST])


def resemblance(first: Sketch, second: Sketch) -> float:
    """Return the share of common runs among those of either text, from 0.0 to 1.0."""
    ours, theirs, common = _compared(first, second)
    either = ours + theirs - common
    return common / either if either else 0.0


def containment(first: Sketch, second: Sketch) -> float:
    """Return the share of common runs among those of the text that has fewer."""
    ours, theirs, common = _compared(first, second)
    fewer = min(ours, theirs)
    return common / fewer if fewer else 0.0


def alike(first: Sketch, second: Sketch) -> bool:
    """Say whether one text is a near-copy or an excerpt of the other."""
    ours, theirs, common = _compared(first, second)
    if not common:
        return False
    shared = common / (ours + theirs - common)
    if min(len(first.values), len(second.values)) < SHORT:
        return shared >= SHORT_ALIKE
    fewer = min(ours, theirs)
    return shared >= ALIKE or (fewer >= ENOUGH and common >= HELD * fewer)


def _compared(first: Sketch, second: Sketch) -> tuple[int, int, int]:
    """Return how many values each sketch has up to where both are complete, and how many both.

    What both have stands before the end of either, so it need not be cut to it.
    """
    ends = [end for end in (first.end, second.end) if end is not None]
    end = min(ends) if ends else None
    return first.up_to(end), second.up_to(end), len(first.held & second.held)
