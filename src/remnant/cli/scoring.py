"""`remnant claims` and `remnant score`: the interchange form out, and measured."""

import json
from collections.abc import Iterator
from os import environ
from pathlib import Path
from typing import Annotated, Any

import typer

from remnant.build import process_loose
from remnant.cli.building import issue_lines
from remnant.cli.console import print_json, print_line, print_remark, print_table
from remnant.cli.extracting import extractor_of
from remnant.cli.options import EndpointOption, ExtractorOption, JsonOption, ModelOption
from remnant.errors import UsageError
from remnant.extractor import GRAMMAR, Extractor
from remnant.knowledge import load_knowledge
from remnant.model.finding import Severity
from remnant.model.record import DocumentResult
from remnant.model.source import Metadata, Provenance, Stated
from remnant.publish.interchange import claim_line
from remnant.scorecard import Scorecard, load, score
from remnant.settings import settings_of

META_KEYS = ("title", "publisher", "author", "published", "kind", "address", "language")
"""Keys of one document in the metadata file that say something of the document."""


def claims(
    files: Annotated[list[Path], typer.Argument(help="Documents.", metavar="FILE…")],
    meta: Annotated[
        Path | None,
        typer.Option(help="JSON file: stem → title, publisher, published and so on."),
    ] = None,
    extractor: ExtractorOption = None,
    model: ModelOption = None,
    endpoint: EndpointOption = None,
    replies: Annotated[
        Path,
        typer.Option(metavar="DIR", help="Folder in which a model's replies are recorded."),
    ] = Path("replies"),
) -> None:
    """Print the claims of loose documents, one JSON object a line. No dossier is needed.

    A document that cannot be read is named on standard error; the exit code is then 1.
    Settings are taken from the environment; no file of settings is read.
    """
    unread = 0
    given = {"extractor": extractor, "model": model, "model_endpoint": endpoint}
    settings = settings_of(environ, given=given)
    chosen = extractor_of(settings, replies=replies, run="")
    read = read_meta(meta) if meta else {}
    for path, result in results(files, given=read, extractor=chosen):
        for line in issue_lines(result):
            print_remark(line)
        unread += any(one.severity is Severity.ERROR for one in result.document.issues)
        for resolved in result.resolved:
            print_json(claim_line(resolved, doc=path.stem))
    if unread:
        raise typer.Exit(1)


def results(
    files: list[Path], *, given: dict[str, Metadata], extractor: Extractor = GRAMMAR
) -> Iterator[tuple[Path, DocumentResult]]:
    """Yield each file with what it gives; `given` is by the file's stem."""
    knowledge = load_knowledge()
    for path in files:
        metadata = given.get(path.stem, Metadata())
        yield path, process_loose(path, given=metadata, knowledge=knowledge, extractor=extractor)


def claim_lines(files: list[Path], *, given: dict[str, Metadata]) -> Iterator[dict[str, object]]:
    """Yield the claims of files in the interchange form; `doc` is the file's stem."""
    for path, result in results(files, given=given):
        for resolved in result.resolved:
            yield claim_line(resolved, doc=path.stem)


def read_meta(path: Path) -> dict[str, Metadata]:
    """Read a metadata file: one JSON object from document stem to its metadata.

    Raises:
        UsageError: The file cannot be read or does not have this form.
    """
    try:
        content = json.loads(path.read_text("utf-8"))
        return {str(stem): _metadata(fields) for stem, fields in content.items()}
    except (OSError, ValueError, AttributeError) as error:
        message = f"{path}: not a metadata file ({error}); it must map a file's stem to its fields"
        raise UsageError(message) from error


def _metadata(fields: dict[str, Any]) -> Metadata:
    stated = {
        key: Stated(str(fields[key]), Provenance.GIVEN) for key in META_KEYS if fields.get(key)
    }
    return Metadata(**stated)


def score_command(
    gold: Annotated[Path, typer.Argument(help="Folder of gold claim files.")],
    predicted: Annotated[
        Path, typer.Argument(help="Folder of claim files, or a file that `claims` printed.")
    ],
    show: Annotated[int, typer.Option(help="Print this many pairs that disagree.")] = 0,
    as_json: JsonOption = False,
) -> None:
    """Compare claims with gold claims and print the scorecard."""
    card = score(load(gold), load(predicted))
    if as_json:
        print_json(
            {
                "documents": card.documents,
                "gold": card.gold,
                "predicted": card.predicted,
                "detection": card.detection.f1,
                "slots": card.slots.f1,
                "strict": card.strict.f1,
            }
        )
        return
    print_scorecard(card)
    for one in card.disagreements[:show]:
        print_line(f"{one.document} {one.kind} {one.quote[:90]!r}")
        print_line(f"    missing {list(one.missing)}  spurious {list(one.spurious)}")


def print_scorecard(card: Scorecard) -> None:
    """Print a scorecard as tables."""
    print_line(f"{card.documents} documents, {card.gold} gold claims, {card.predicted} predicted")
    for title, rows in (
        (
            "measure",
            [("detection", card.detection), ("slots", card.slots), ("strict", card.strict)],
        ),
        ("kind", card.by_kind),
        ("slot", card.by_slot),
    ):
        print_table(
            [title, "precision", "recall", "F1"],
            [
                (name, f"{one.precision:.3f}", f"{one.recall:.3f}", f"{one.f1:.3f}")
                for name, one in rows
            ],
        )
        print_line()
