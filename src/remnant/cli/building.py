"""`remnant build`: bring the record up to date."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Annotated

import typer

from remnant import build as building
from remnant.awaiting import waiting
from remnant.cli.console import print_json, print_line, print_remark, print_table, steps
from remnant.cli.extracting import (
    Consultation,
    as_consulted,
    consultation,
    extractor_of,
    print_consulted,
)
from remnant.cli.options import (
    HERE,
    DossierOption,
    EndpointOption,
    ExtractorOption,
    JsonOption,
    ModelOption,
    open_dossier,
    open_store,
)
from remnant.dossier import Clock, Dossier, utc_now
from remnant.garbage import seldom_looked_for
from remnant.knowledge import Knowledge
from remnant.model.decision import Run
from remnant.model.finding import Severity
from remnant.model.record import DocumentResult
from remnant.processing import process_all
from remnant.reconciling import Outcome, reconcile_touched
from remnant.replies import Replies
from remnant.settings import Settings
from remnant.store import Counts, Store


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did, and what the record holds after it.

    Attributes:
        processed: How many documents were processed.
        kept: How many were up to date.
        withdrawn: How many are gone.
        issues: What went wrong, a line each.
        outcome: What the reconciliation did.
        counts: What the record holds.
        consulted: What a model was asked; `None` if none is used.
    """

    processed: int
    kept: int
    withdrawn: int
    issues: tuple[str, ...]
    outcome: Outcome
    counts: Counts
    consulted: Consultation | None = None


@dataclass(slots=True)
class _Read:
    """What the documents read so far gave."""

    issues: list[str] = field(default_factory=list)
    claims: int = 0
    dropped: Counter[str] = field(default_factory=Counter)

    def add(self, batch: list[DocumentResult]) -> None:
        """Count in the results of some documents."""
        for result in batch:
            self.issues += issue_lines(result)
            self.claims += len(result.resolved)
            self.dropped.update(dict(result.dropped))


def build(
    dossier: DossierOption = HERE,
    processes: Annotated[
        int | None, typer.Option(help="Read this many documents side by side.")
    ] = None,
    extractor: ExtractorOption = None,
    model: ModelOption = None,
    endpoint: EndpointOption = None,
    again: Annotated[bool, typer.Option(help="Process every document anew.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Read, extract, resolve, link and assess what is new or changed.

    A build that is stopped goes on where it stopped when it is run again. A second build
    of an unchanged dossier does nothing.
    """
    opened, settings = open_dossier(
        dossier, processes=processes, extractor=extractor, model=model, model_endpoint=endpoint
    )
    with open_store(opened, settings) as store:
        built = bring_up_to_date(opened, store, settings=settings, again=again, quiet=as_json)
    if as_json:
        print_json(as_figures(built))
        return
    print_built(built)


@seldom_looked_for()
def bring_up_to_date(
    dossier: Dossier,
    store: Store,
    *,
    settings: Settings,
    again: bool = False,
    quiet: bool = False,
    offline: bool = False,
    clock: Clock = utc_now,
) -> Built:
    """Build: one transaction per batch of documents, one to reconcile what they touch.

    Args:
        dossier: The dossier.
        store: Its record.
        settings: Chosen by the user.
        again: Process every document anew.
        quiet: Show no progress.
        offline: Take a model's answers from the recorded ones alone.
        clock: Tells the time that the run is stamped with.
    """
    knowledge = dossier.knowledge()
    run = building.new_run(settings.digest(), at=clock())
    extractor = extractor_of(settings, replies=dossier.replies, run=run.id, offline=offline)
    with store.begin() as session:
        plan = building.plan(
            session, dossier, knowledge=knowledge, extractor=extractor.name, again=again
        )
        if plan or session.unfinished() or waiting(session, dossier.decisions()):
            session.start_run(run)
            building.withdraw(session, plan.withdrawn, run=run)
        else:
            return _built(plan, _Read(), Outcome(0, 0, 0), session.counts())
    read = _Read()
    results = process_all(
        plan.captures,
        vault=dossier.vault,
        knowledge=knowledge,
        extractor=extractor,
        additions=dossier.additions,
        processes=settings.processes,
    )
    with steps("Reading documents", len(plan.captures), quiet=quiet) as progress:
        for batch in _batches(results):
            _write(store, batch, plan=plan, knowledge=knowledge, run=run)
            read.add(batch)
            progress.advance(len(batch))
    with steps("Linking and assessing", 1, quiet=quiet) as progress, store.begin() as session:
        outcome = reconcile_touched(
            session, dossier=dossier, knowledge=knowledge, run=run, now=clock
        )
        building.note(session, plan, run=run)
        counts = session.counts()
        progress.advance()
    consulted = _consulted(dossier, settings, read, run)
    return _built(plan, read, outcome, counts, consulted)


def _built(
    plan: building.Plan,
    read: _Read,
    outcome: Outcome,
    counts: Counts,
    consulted: Consultation | None = None,
) -> Built:
    processed, withdrawn = len(plan.captures), len(plan.withdrawn)
    return Built(processed, plan.kept, withdrawn, tuple(read.issues), outcome, counts, consulted)


def _consulted(dossier: Dossier, settings: Settings, read: _Read, run: Run) -> Consultation | None:
    if settings.extractor == "grammar":
        return None
    spent = Replies(dossier.replies).spent(run.id)
    return consultation(settings, spent, kept=read.claims, dropped=read.dropped)


def _batches(results: Iterator[DocumentResult]) -> Iterator[list[DocumentResult]]:
    while batch := list(islice(results, building.BATCH)):
        yield batch


def _write(
    store: Store,
    batch: list[DocumentResult],
    *,
    plan: building.Plan,
    knowledge: Knowledge,
    run: Run,
) -> None:
    with store.begin() as session:
        building.write(session, batch, plan=plan, knowledge=knowledge, run=run)


def issue_lines(result: DocumentResult) -> Iterator[str]:
    """Yield a line for each issue of a document that may have cost something."""
    for issue in result.document.issues:
        if issue.severity is not Severity.NOTICE:
            yield f"{result.document.capture.origin}: {issue.message}"


def as_figures(built: Built) -> dict[str, object]:
    """Return what a build did as figures."""
    return {
        "processed": built.processed,
        "unchanged": built.kept,
        "withdrawn": built.withdrawn,
        "issues": list(built.issues),
        "documents": built.counts.documents,
        "claims": built.counts.claims,
        "incidents": built.counts.incidents,
        "episodes": built.counts.episodes,
        "works": built.counts.works,
        "grades": {grade.value: count for grade, count in built.counts.grades},
        "assessed": built.outcome.assessed,
        **({"model": as_consulted(built.consulted)} if built.consulted else {}),
    }


def print_built(built: Built) -> None:
    """Print a summary of a build."""
    for line in built.issues:
        print_remark(line)
    outcome = built.outcome
    if not (built.processed or built.withdrawn or outcome.documents or outcome.assessed):
        print_line(f"Nothing to do: all {built.kept} documents are up to date.")
        return
    counts = built.counts
    print_line(
        f"{built.processed} documents read, {built.kept} unchanged, {built.withdrawn} withdrawn."
    )
    print_table(
        ["in the record", "number"],
        [
            ("documents", counts.documents),
            ("claims", counts.claims),
            ("incidents", counts.incidents),
            ("episodes", counts.episodes),
            *((f"graded {grade.value}", number) for grade, number in counts.grades),
        ],
    )
    if built.consulted is not None:
        print_consulted(built.consulted)
