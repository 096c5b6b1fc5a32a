"""The record: what a build found, kept so that every state of it can be read again.

`Store.open(url)` opens it; `with store.begin() as session:` writes, all or nothing;
`with store.read() as reader:` reads one state of it.
"""

from remnant.store.current import batches
from remnant.store.filters import ClaimFilter
from remnant.store.overview import Counts, Found, Named
from remnant.store.past import Edition
from remnant.store.reader import Processed, Reader
from remnant.store.schema import HEAD
from remnant.store.search import Hit
from remnant.store.session import Store
from remnant.store.unfinished import Unfinished
from remnant.store.writer import Session

__all__ = [
    "HEAD",
    "ClaimFilter",
    "Counts",
    "Edition",
    "Found",
    "Hit",
    "Named",
    "Processed",
    "Reader",
    "Session",
    "Store",
    "Unfinished",
    "batches",
]
