"""What was written but not yet reconciled: the rows of runs that have not ended.

A build writes documents in several transactions and reconciles in one more, which ends
its run. What a killed build left behind is found here by the next one.
"""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Connection, Select, exists, select

from remnant.store import current, schema
from remnant.store.current import among, batches

_R = schema.results.c
_M = schema.event_mentions.c

OPEN_RUNS: Select[str] = select(schema.runs.c.id).where(
    ~exists(select(1).where(schema.run_ends.c.run == schema.runs.c.id))
)
"""Runs that have not ended."""

_TOUCHED = select(_R.sha256).where(_R.run.in_(OPEN_RUNS)).distinct()
_VERSIONS = select(_R.sha256, _R.document, _R.seq).where(among(_R.sha256)).order_by(_R.seq)
_CURRENT = select(_R.sha256, _R.document).where(current.RESULT, among(_R.sha256))
_MENTIONS = select(_M.id).where(among(_M.result)).distinct()
_KEYS = select(schema.trace_keys.c.key).where(among(schema.trace_keys.c.result)).distinct()


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What open runs wrote, withdrew or superseded.

    Attributes:
        documents: Current documents that they wrote, in order.
        gone: Documents that are current no more, in order.
        reread: Those of the documents whose originals had given something before, in order.
        renamed: Earlier identifiers of the documents that are current: earlier → current.
        mentions: Identifiers of event mentions of any version of those documents, in order.
        trace_keys: Keys of any version of those documents, in order.
    """

    documents: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    reread: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    mentions: tuple[str, ...] = ()
    trace_keys: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Say whether anything is left to reconcile."""
        return bool(self.documents or self.gone)


def unfinished(connection: Connection) -> Unfinished:
    """Return what open runs left to reconcile."""
    touched = sorted(connection.execute(_TOUCHED).scalars())
    current_of: dict[str, str] = {}
    versions: list[tuple[str, str, int]] = []
    for batch in batches(touched):
        current_of.update(connection.execute(_CURRENT, {"among": batch}).all())
        versions.extend(connection.execute(_VERSIONS, {"among": batch}).all())
    now = set(current_of.values())
    earlier = {document: current_of.get(sha256, "") for sha256, document, _ in versions}
    read = Counter(sha256 for sha256, _, _ in versions)
    sequences = [sequence for _, _, sequence in versions]
    return Unfinished(
        documents=tuple(sorted(now)),
        gone=tuple(sorted(document for document in earlier if document not in now)),
        reread=tuple(sorted(name for sha256, name in current_of.items() if read[sha256] > 1)),
        renamed=tuple(sorted((old, new) for old, new in earlier.items() if new and old not in now)),
        mentions=_all(connection, _MENTIONS, sequences),
        trace_keys=_all(connection, _KEYS, sequences),
    )


def _all(connection: Connection, statement: Select[str], values: list[int]) -> tuple[str, ...]:
    found: set[str] = set()
    for batch in batches(values):
        found.update(connection.execute(statement, {"among": batch}).scalars())
    return tuple(sorted(found))
