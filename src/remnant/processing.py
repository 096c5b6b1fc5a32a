"""Runs `process` over many originals: in order, side by side, and past bad documents.

This is the one place where any error of one document is contained: the document stays
in the record with an issue that says so, and the rest goes on.
"""

import logging
import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from remnant.acquire import Vault
from remnant.assess import fingerprint
from remnant.errors import EndpointError, UsageError
from remnant.extractor import GRAMMAR, Extractor
from remnant.garbage import look_seldom
from remnant.knowledge import Knowledge, load_knowledge
from remnant.model.document import Document
from remnant.model.finding import Issue, Severity
from remnant.model.ids import content_id
from remnant.model.record import DocumentResult
from remnant.model.source import Capture, Original
from remnant.pipeline import process
from remnant.read import read

logger = logging.getLogger(__name__)

AHEAD = 4
"""Originals handed to each worker ahead of the one whose result is awaited: bounds memory."""


def process_contained(
    original: Original, *, knowledge: Knowledge, extractor: Extractor = GRAMMAR
) -> DocumentResult:
    """Process one original; an error of its own becomes an issue of its document.

    Raises:
        EndpointError: The extractor's model answers nobody: no document is to blame.
    """
    try:
        return process(original, knowledge=knowledge, extractor=extractor)
    except EndpointError:
        raise
    except Exception as error:
        logger.exception("%s could not be processed", original.capture.origin)
        return failed(original, repr(error), knowledge=knowledge)


def failed(original: Original, cause: str, *, knowledge: Knowledge) -> DocumentResult:
    """Return the result of an original that could not be processed: its text, and why."""
    issue = Issue(
        "not-processed",
        f"{original.capture.origin}: could not be processed ({cause}); "
        "its original is preserved and no claim was taken from it",
        Severity.ERROR,
    )
    document = _readable(original)
    document = replace(document, issues=(*document.issues, issue))
    return DocumentResult(document, (), (), fingerprint(document, (), knowledge=knowledge))


def _readable(original: Original) -> Document:
    """Return the document without its structure if even reading fails."""
    try:
        return read(original)
    except Exception:
        logger.exception("%s could not be read", original.capture.origin)
        return Document(
            id=content_id("d", (original.capture.sha256, "unread")),
            capture=original.capture,
            text="",
            metadata=original.capture.given,
            reader="unread",
        )


def process_all(  # noqa: PLR0913 - all named: what to process, with what, and how
    captures: Iterable[Capture],
    *,
    vault: Vault,
    knowledge: Knowledge,
    extractor: Extractor = GRAMMAR,
    additions: Path | None = None,
    processes: int = 1,
) -> Iterator[DocumentResult]:
    """Yield the result of each original, in the order given.

    Args:
        captures: The originals to process.
        vault: Where their bytes are.
        knowledge: Used in this process.
        extractor: Finds the claims; handed to worker processes as a value.
        additions: The dossier's own knowledge folder, for worker processes to load.
        processes: How many originals are processed side by side.
    """
    if processes == 1:
        for capture in captures:
            original = Original(capture, vault.content(capture.sha256))
            yield process_contained(original, knowledge=knowledge, extractor=extractor)
        return
    crew = _Crew(vault, knowledge, extractor, additions)
    yield from _side_by_side(iter(captures), crew, processes=processes)


@dataclass(frozen=True, slots=True)
class _Crew:
    """What worker processes work with."""

    vault: Vault
    knowledge: Knowledge
    extractor: Extractor
    additions: Path | None

    def pool(self, processes: int) -> ProcessPoolExecutor:
        """Return workers, not yet started."""
        # Spawned, not forked: a fork of a process with threads (a progress bar) may hang.
        return ProcessPoolExecutor(
            processes,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_start,
            initargs=(self.vault.folder, self.additions, self.extractor),
        )


def _side_by_side(
    captures: Iterator[Capture], crew: _Crew, *, processes: int
) -> Iterator[DocumentResult]:
    """Keep a bounded queue of work before the workers; survive a worker that is killed."""
    waiting: deque[Capture] = deque()
    while True:
        waiting.extend(islice(captures, max(0, AHEAD * processes - len(waiting))))
        if not waiting:
            return
        with crew.pool(processes) as pool:
            _check_start(pool)
            running: deque[tuple[Capture, Future[DocumentResult]]] = deque(
                (capture, pool.submit(_work, capture)) for capture in waiting
            )
            waiting.clear()
            try:
                while running:
                    result = running[0][1].result()
                    running.popleft()
                    yield result
                    for capture in islice(captures, 1):
                        running.append((capture, pool.submit(_work, capture)))
            except BrokenProcessPool:
                waiting.extend(capture for capture, _ in running)
            except EndpointError:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
        if waiting:
            yield _alone(waiting.popleft(), crew)


def _alone(capture: Capture, crew: _Crew) -> DocumentResult:
    """Process one original in a worker of its own: it may be the one that kills workers."""
    with crew.pool(1) as pool:
        try:
            return pool.submit(_work, capture).result()
        except BrokenProcessPool:
            original = Original(capture, crew.vault.content(capture.sha256))
            return failed(original, "its process was ended", knowledge=crew.knowledge)


def _check_start(pool: ProcessPoolExecutor) -> None:
    """Make sure that workers start at all, before any document is blamed for one that ends."""
    try:
        pool.submit(_ready).result()
    except BrokenProcessPool as error:
        message = "no worker process can be started; build with --processes 1"
        raise UsageError(message) from error


def _ready() -> bool:
    return bool(_worker)


_worker: dict[str, tuple[Vault, Knowledge, Extractor]] = {}


def _start(vault: Path, additions: Path | None, extractor: Extractor) -> None:
    look_seldom()
    _worker["state"] = (Vault(vault), load_knowledge(additions), extractor)


def _work(capture: Capture) -> DocumentResult:
    vault, knowledge, extractor = _worker["state"]
    original = Original(capture, vault.content(capture.sha256))
    return process_contained(original, knowledge=knowledge, extractor=extractor)
