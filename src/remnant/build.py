"""Brings a record up to date: processes what is new or changed, then reconciles what it touches.

The caller owns the transactions: one per batch of documents, one for the reconciliation.
If a build is killed between them, the next one finds which documents were written but not
reconciled and goes on; a record that is up to date is left alone. What a change does not
touch is not looked at, and the outcome is the same as if everything had been built anew.
"""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from remnant import __version__
from remnant.acquire import media_type_of
from remnant.dossier import Dossier
from remnant.errors import AcquireError
from remnant.extractor import GRAMMAR, Extractor
from remnant.knowledge import Knowledge
from remnant.model.decision import Run
from remnant.model.extraction import is_to_be_tried_again
from remnant.model.ids import content_id, sha256_hex
from remnant.model.record import DocumentResult
from remnant.model.source import Capture, Metadata, Original
from remnant.processing import process_contained
from remnant.reconciling import document_keys, mention_keys
from remnant.store import Session

BATCH = 25
"""Documents written in one transaction: what a killed build may have to read again."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a build has to do.

    Attributes:
        captures: Originals to process, in order of first capture.
        withdrawn: Documents whose original is no longer in the vault.
        keys: Per original, by SHA-256, the digest of what processes it.
        kept: How many documents are up to date.
    """

    captures: tuple[Capture, ...]
    withdrawn: tuple[str, ...]
    keys: dict[str, str]
    kept: int

    def __bool__(self) -> bool:
        """Say whether there is anything to do."""
        return bool(self.captures or self.withdrawn)


def plan(
    session: Session,
    dossier: Dossier,
    *,
    knowledge: Knowledge,
    extractor: str = GRAMMAR.name,
    again: bool = False,
) -> Plan:
    """Compare the vault with the record.

    Args:
        session: The record.
        dossier: Its dossier.
        knowledge: A change of it processes every document anew.
        extractor: Name of the extractor; a change of it does so too.
        again: Process every document anew in any case.
    """
    captures = dossier.vault.first_captures()
    keys = {
        capture.sha256: processing_key(capture, knowledge=knowledge, extractor=extractor)
        for capture in captures
    }
    done = {one.sha256: one for one in session.originals()}
    todo = tuple(
        capture
        for capture in captures
        if again
        or capture.sha256 not in done
        or done[capture.sha256].processing != keys[capture.sha256]
    )
    withdrawn = tuple(one.document for sha256, one in done.items() if sha256 not in keys)
    return Plan(todo, withdrawn, keys, len(captures) - len(todo))


def processing_key(capture: Capture, *, knowledge: Knowledge, extractor: str) -> str:
    """Return a digest of all that decides what one original gives, besides its bytes."""
    decided = (__version__, extractor, knowledge.digest, capture.captured, capture.given)
    return content_id("v", decided)


def new_run(settings: str, *, at: str) -> Run:
    """Return a run that starts now."""
    return Run(f"run-{secrets.token_hex(8)}", __version__, settings, at)


def write(
    session: Session,
    results: Iterable[DocumentResult],
    *,
    plan: Plan,
    knowledge: Knowledge,
    run: Run,
) -> None:
    """Write what some documents gave, with the keys under which later ones will find them."""
    for result in results:
        session.write_result(
            result,
            keys={one.id: mention_keys(one, knowledge=knowledge) for one in result.mentions},
            trace_keys=document_keys(result, knowledge=knowledge),
            processing=_processing(result, plan),
            run=run.id,
        )


def _processing(result: DocumentResult, plan: Plan) -> str:
    """Return the key of what processed a document; none if the next build must try again."""
    again = is_to_be_tried_again(result.document.issues)
    return "" if again else plan.keys[result.document.capture.sha256]


def withdraw(session: Session, documents: Sequence[str], *, run: Run) -> None:
    """Take documents out of the record whose originals are gone."""
    for document in documents:
        session.withdraw_document(document, run=run.id)


def process_loose(
    path: Path, *, given: Metadata, knowledge: Knowledge, extractor: Extractor = GRAMMAR
) -> DocumentResult:
    """Process one file that is in no dossier.

    Raises:
        AcquireError: The file cannot be read.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror}); check name and rights"
        raise AcquireError(message) from error
    capture = Capture(
        id=content_id("k", (path.name,)),
        sha256=sha256_hex(content),
        size=len(content),
        origin=path.name,
        captured="1970-01-01T00:00:00Z",
        media_type=media_type_of(content, name=path.name),
        given=given,
    )
    original = Original(capture, content)
    return process_contained(original, knowledge=knowledge, extractor=extractor)
