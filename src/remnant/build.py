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
from remnant.acquire import media_type_of, with_later
from remnant.dossier import Dossier
from remnant.errors import AcquireError
from remnant.extractor import GRAMMAR, Extractor
from remnant.knowledge import Knowledge
from remnant.link import blocking_keys
from remnant.meeting import document_keys
from remnant.model.decision import Mark, Run
from remnant.model.extraction import is_to_be_tried_again
from remnant.model.ids import content_id, sha256_hex
from remnant.model.record import DocumentResult
from remnant.model.source import Capture, Metadata, Original
from remnant.processing import process_contained
from remnant.store import HEAD, Session

CAPTURES = "captures"
"""Names the journal of captures among those of which the record keeps a mark."""

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
        mark: How far the journal of captures was read.
        under: Digest of what processes originals.
    """

    captures: tuple[Capture, ...]
    withdrawn: tuple[str, ...]
    keys: dict[str, str]
    kept: int
    mark: Mark
    under: str

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
    under = _under(knowledge, extractor)
    mark = dossier.vault.journal.mark()
    marked = session.mark(CAPTURES)
    recent = None
    if marked is not None and marked[1] == under and not again:
        recent = dossier.vault.captures_since(marked[0])
    if recent is None:
        return _plan_all(session, dossier, mark=mark, under=under, again=again)
    return _plan_recent(session, recent, mark=mark, under=under)


def _plan_all(session: Session, dossier: Dossier, *, mark: Mark, under: str, again: bool) -> Plan:
    captures = dossier.vault.first_captures()
    keys = {one.sha256: processing_key(one, under=under) for one in captures}
    done = {one.sha256: one for one in session.originals()}
    todo = tuple(
        one
        for one in captures
        if again or one.sha256 not in done or done[one.sha256].processing != keys[one.sha256]
    )
    withdrawn = tuple(one.document for sha256, one in done.items() if sha256 not in keys)
    return Plan(todo, withdrawn, keys, len(captures) - len(todo), mark, under)


def _plan_recent(session: Session, recent: Sequence[Capture], *, mark: Mark, under: str) -> Plan:
    """Look only at what was captured since the last build, and at what it failed at."""
    asked = {*(one.sha256 for one in recent), *session.done("")}
    there = {one.sha256: one for one in session.originals_among(asked)}
    captures = {sha256: session.document(one.document).capture for sha256, one in there.items()}
    for one in recent:
        known = captures.get(one.sha256)
        captures[one.sha256] = with_later(known, one) if known else one
    keys = {sha256: processing_key(one, under=under) for sha256, one in captures.items()}
    todo = tuple(
        one
        for sha256, one in captures.items()
        if sha256 not in there or there[sha256].processing != keys[sha256]
    )
    kept = session.number_of_originals() - sum(one.sha256 in there for one in todo)
    return Plan(todo, (), keys, kept, mark, under)


def _under(knowledge: Knowledge, extractor: str) -> str:
    """Return a digest of all that decides what originals give, besides themselves."""
    return content_id("v", (__version__, HEAD, extractor, knowledge.digest))


def processing_key(capture: Capture, *, under: str) -> str:
    """Return a digest of all that decides what one original gives, besides its bytes."""
    return content_id("v", (under, capture.captured, capture.given))


def note(session: Session, plan: Plan, *, run: Run) -> None:
    """Record how far the captures were read, so that the next build begins there."""
    session.write_mark(CAPTURES, plan.mark, under=plan.under, run=run.id)


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
            keys={one.id: blocking_keys(one) for one in result.mentions},
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
