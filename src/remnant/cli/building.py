"""`remnant build`: bring the record up to date."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Annotated

import typer

from remnant import build as building
from remnant.cli.console import print_json, print_line, print_remark, print_table, steps
from remnant.cli.options import HERE, DossierOption, JsonOption, open_dossier, open_store
from remnant.dossier import Dossier, utc_now
from remnant.knowledge import Knowledge
from remnant.model.decision import Run
from remnant.model.finding import Severity
from remnant.model.record import DocumentResult
from remnant.processing import process_all
from remnant.reconciling import Outcome, reconcile_touched
from remnant.settings import Settings
from remnant.store import Counts, Store


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did, and what the record holds after it."""

    processed: int
    kept: int
    withdrawn: int
    issues: tuple[str, ...]
    outcome: Outcome
    counts: Counts


def build(
    dossier: DossierOption = HERE,
    processes: Annotated[
        int | None, typer.Option(help="Read this many documents side by side.")
    ] = None,
    again: Annotated[bool, typer.Option(help="Process every document anew.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Read, extract, resolve, link and assess what is new or changed.

    A build that is stopped goes on where it stopped when it is run again. A second build
    of an unchanged dossier does nothing.
    """
    opened, settings = open_dossier(dossier, processes=processes)
    with open_store(opened, settings) as store:
        built = bring_up_to_date(opened, store, settings=settings, again=again, quiet=as_json)
    if as_json:
        print_json(as_figures(built))
        return
    print_built(built)


def bring_up_to_date(
    dossier: Dossier, store: Store, *, settings: Settings, again: bool = False, quiet: bool = False
) -> Built:
    """Build: one transaction per batch of documents, one to reconcile what they touch."""
    knowledge = dossier.knowledge()
    run = building.new_run(settings.digest(), at=utc_now())
    with store.begin() as session:
        plan = building.plan(session, dossier, knowledge=knowledge, again=again)
        if plan or session.unfinished():
            session.start_run(run)
            building.withdraw(session, plan.withdrawn, run=run)
        else:
            return Built(0, plan.kept, 0, (), Outcome(0, 0, 0), session.counts())
    issues: list[str] = []
    results = process_all(
        plan.captures,
        vault=dossier.vault,
        knowledge=knowledge,
        additions=dossier.additions,
        processes=settings.processes,
    )
    with steps("Reading documents", len(plan.captures), quiet=quiet) as progress:
        for batch in _batches(results):
            _write(store, batch, plan=plan, knowledge=knowledge, run=run)
            issues += [line for result in batch for line in issue_lines(result)]
            progress.advance(len(batch))
    with steps("Linking and assessing", 1, quiet=quiet) as progress, store.begin() as session:
        outcome = reconcile_touched(
            session, dossier=dossier, knowledge=knowledge, run=run, now=utc_now
        )
        counts = session.counts()
        progress.advance()
    return Built(len(plan.captures), plan.kept, len(plan.withdrawn), tuple(issues), outcome, counts)


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
    }


def print_built(built: Built) -> None:
    """Print a summary of a build."""
    for line in built.issues:
        print_remark(line)
    if not built.processed and not built.withdrawn and not built.outcome.documents:
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
