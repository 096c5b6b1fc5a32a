"""Near-copies: how much text two documents share, estimated without comparing the texts.

MinHash over the runs of three normalised words of a text; documents that share a
band of values are compared. Broder, "On the resemblance and containment of
documents" (1997).
"""

import re
import unicodedata
from operator import eq

from remnant.model.ids import content_id

PERMUTATIONS = 128
"""Values of a signature. The estimate's standard error is at most 0.045."""

BANDS = 32
"""Bands of four values: documents that share 0.6 of their text meet with probability 0.99."""

SEED = 20080530
"""Fixed, so that signatures of different runs compare. The day on which the CCM was adopted."""

ALIKE = 0.6
"""Estimated share of common text from which a document is taken for a near-copy."""

SHORTEST = 15
"""Words. A shorter text is too short to be recognised as a copy."""

_WORD = re.compile(r"\w+")


def shingles(text: str) -> list[str]:
    """Return the runs of three words, without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = _WORD.findall(plain)
    if len(words) < SHORTEST:
        return []
    return sorted({" ".join(words[start : start + 3]) for start in range(len(words) - 2)})


def signature_of(text: str) -> tuple[int, ...]:
    """Return the MinHash values of a text; empty if it is too short."""
    runs = shingles(text)
    if not runs:
        return ()
    from rensa import (  # type: ignore[import-untyped]  # it ships no types # noqa: PLC0415 - lazy
        RMinHash,
    )

    hashed = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    hashed.update(runs)
    return tuple(int(value) for value in hashed.digest())


def bands_of(signature: tuple[int, ...]) -> tuple[str, ...]:
    """Return one key per band of the signature."""
    rows = PERMUTATIONS // BANDS
    return tuple(
        content_id("b", (band, *signature[band * rows : (band + 1) * rows]))
        for band in range(BANDS if signature else 0)
    )


def resemblance(first: tuple[int, ...], second: tuple[int, ...]) -> float:
    """Return the estimated share of common runs of words, from 0.0 to 1.0."""
    if not first or len(first) != len(second):
        return 0.0
    shared: int = sum(map(eq, first, second))
    return shared / len(first)
