"""Identifiers made from content.

The same content gives the same identifier on every machine and in every run, so
processing a document twice adds nothing, and a rebuilt record is the old one.
"""

import hashlib
from collections.abc import Iterable

ID_LENGTH = 16
"""Hexadecimal digits of an identifier: 64 bits.

With 10 million claims in one record the chance of any collision is below 1 in
300,000 (birthday bound), and the store refuses two rows with one identifier.
"""


def content_id(prefix: str, parts: Iterable[object]) -> str:
    """Return an identifier such as `c-3f2a…` for the given parts.

    Each part is written with its length, so no two different lists of parts
    can give the same input to the hash.
    """
    digest = hashlib.sha256()
    for part in parts:
        encoded = str(part).encode("utf-8")
        digest.update(f"{len(encoded)}:".encode("ascii"))
        digest.update(encoded)
    return f"{prefix}-{digest.hexdigest()[:ID_LENGTH]}"


def sha256_hex(content: bytes) -> str:
    """Return the SHA-256 of the bytes as 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()
