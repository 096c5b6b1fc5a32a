"""Search over many passages beside a bare FTS5 table of the same passages."""

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from evaluation.benchmarks.figures import Figure, percentile, seconds
from evaluation.corpus import PARTIES, PLACES, SPEAKERS, WEAPONS, generated
from remnant.model.decision import Run
from remnant.model.document import Document, Section, SectionKind
from remnant.model.ids import content_id, sha256_hex
from remnant.model.lineage import Fingerprint, Work
from remnant.model.record import DocumentResult
from remnant.model.source import Capture
from remnant.store import Store

PASSAGES = 100_000
PER_DOCUMENT = 40
QUERIES = tuple(
    query
    for place, party, weapon, speaker in zip(
        PLACES, PARTIES * 3, WEAPONS * 3, SPEAKERS * 4, strict=False
    )
    for query in (place, f"{place} {weapon.split()[0]}", f'"{weapon}" {place}', f'"{speaker} said"')
)


def measure(passages: int = PASSAGES) -> Iterator[Figure]:
    """Yield the 95th percentile of search times, ours and bare, and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        bare = sqlite3.connect(Path(folder) / "bare.sqlite")
        bare.execute("CREATE VIRTUAL TABLE bare USING fts5(words)")
        with Store.open(f"sqlite:///{folder}/record.sqlite") as store:
            _fill(store, bare, passages)
            ours = _times(lambda query: _search(store, query))
            theirs = _times(lambda query: _bare(bare, query))
        bare.close()
    yield Figure("search_p95", ours * 1000, "ms", f"{passages} passages, best 20 with snippets")
    yield Figure("bare_fts5_p95", theirs * 1000, "ms", "the same words, best 20 row numbers")
    yield Figure("search_over_bare", ours / theirs, "ratio", "95th percentiles", goal=3.0)


def _times(search: Callable[[str], int]) -> float:
    times = [seconds(partial(search, query)) for query in QUERIES * 2]
    return percentile(times[len(QUERIES) :], 0.95)


def _search(store: Store, query: str) -> int:
    with store.read() as reader:
        return len(reader.search(query, limit=20))


def _bare(connection: sqlite3.Connection, query: str) -> int:
    words = " ".join(part if part.startswith('"') else f'"{part}"' for part in _parts(query))
    statement = "SELECT rowid FROM bare WHERE bare MATCH ? ORDER BY rank LIMIT 20"
    return len(connection.execute(statement, (words,)).fetchall())


def _parts(query: str) -> list[str]:
    phrase, _, rest = query.rpartition('"')
    return ([f'{phrase}"'] if phrase else []) + rest.split()


def _fill(store: Store, bare: sqlite3.Connection, passages: int) -> None:
    run = Run("run-benchmark", "0", "0", "2025-01-01T00:00:00Z")
    paragraphs = [
        part for one in generated(passages // 4) for part in one.text.strip().split("\n\n")
    ][:passages]
    bare.executemany("INSERT INTO bare VALUES (?)", [(part,) for part in paragraphs])
    bare.commit()
    with store.begin() as session:
        session.start_run(run)
        for start in range(0, len(paragraphs), PER_DOCUMENT):
            session.write_result(
                _result(paragraphs[start : start + PER_DOCUMENT]),
                keys={},
                trace_keys=(),
                processing="benchmark",
                run=run.id,
            )


def _result(paragraphs: list[str]) -> DocumentResult:
    text = "\n\n".join(paragraphs)
    sections, start = [], 0
    for part in paragraphs:
        sections.append(Section(SectionKind.PARAGRAPH, start, start + len(part)))
        start += len(part) + 2
    digest = sha256_hex(text.encode())
    capture = Capture(
        content_id("k", (digest,)), digest, len(text), "x", "2025-01-01T00:00:00Z", "text/plain"
    )
    document = Document(content_id("d", (digest,)), capture, text, sections=tuple(sections))
    work = Work(document.id, "generated", "nobody", document=document.id)
    return DocumentResult(document, (), (), Fingerprint(work, (), ()))
