"""`remnant diff`: two editions compared, claim by claim."""

import json
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import Annotated

import typer

from remnant.cli.console import print_json, print_line
from remnant.cli.options import HERE, DossierOption, JsonOption, open_dossier, read_record
from remnant.compare import Country, compare, compare_documents, country_named
from remnant.dossier import SETTINGS_FILE, Dossier
from remnant.errors import UsageError
from remnant.model.comparison import Change, ChangeKind, Comparison, Saying
from remnant.model.words import counted
from remnant.store import Named, Reader
from remnant.store.codec import encode

INDENT = "    "

SIGNS = {ChangeKind.ADDED: "+", ChangeKind.DROPPED: "-"}
"""What stands before a line; a claim that changed has a tilde."""


def diff(
    before: Annotated[
        str,
        typer.Option(
            "--from",
            metavar="EDITION",
            help="A date, moment or build; a dossier's folder, or FOLDER@DATE; or a document.",
        ),
    ],
    after: Annotated[
        str, typer.Option("--to", metavar="EDITION", help="The same; the record as it is now.")
    ] = "",
    country: Annotated[
        str | None, typer.Option(help="Only what concerns this state, territory or group.")
    ] = None,
    dossier: DossierOption = HERE,
    as_json: JsonOption = False,
) -> None:
    """Compare two editions claim by claim: added, dropped, softened, hardened, figures, sources.

    An edition is the record as it was at a date, another dossier, or one document, such as
    last year's profile. Each line gives the passages by which to check it.
    """
    with ExitStack() as stack:
        comparison = _compared(stack, dossier, before, after, country)
    if as_json:
        print_json(json.loads(encode(comparison)))
        return
    for line in lines(comparison):
        print_line(line)


def _compared(
    stack: ExitStack, folder: Path, before: str, after: str, country: str | None
) -> Comparison:
    wanted = None if country is None else _country(folder, before, country)
    documents = _documents(folder, before, after)
    if documents is not None:
        opened, settings = open_dossier(folder)
        record = stack.enter_context(read_record(opened, settings))
        results = [record.result(one) for one in documents]
        return compare_documents(*results, country=wanted)
    records = [stack.enter_context(_edition(folder, one)) for one in (before, after)]
    return compare(*records, names=(before, after or "now"), country=wanted)


def _edition(folder: Path, name: str) -> AbstractContextManager[Reader]:
    place, date = _place(folder, name)
    opened, settings = open_dossier(place)
    return read_record(opened, settings, as_of=date or None)


def _place(folder: Path, name: str) -> tuple[Path, str]:
    """Return the dossier that an edition is of, and its date; an empty date is now."""
    place, _, date = name.rpartition("@")
    for path, when in ((Path(name), ""), (Path(place), date)):
        if name and str(path) and (path / SETTINGS_FILE).is_file():
            return path, when
    return folder, name


def _documents(folder: Path, before: str, after: str) -> tuple[str, str] | None:
    """Return the two documents, if it is documents that are named."""
    if not before.startswith("d-"):
        return None
    opened, settings = open_dossier(folder)
    with read_record(opened, settings) as record:
        return _document(record, before), _document(record, after)


def _document(record: Reader, name: str) -> str:
    found = [one.id for one in record.find(name) if one.named is Named.DOCUMENT]
    if name not in found and len(found) != 1:
        message = f"{name!r} is not one document of the record; write its whole identifier"
        raise UsageError(message)
    return name if name in found else found[0]


def _country(folder: Path, before: str, name: str) -> Country:
    found = country_named(name, Dossier.open(_place(folder, before)[0]).knowledge())
    if found is None:
        message = f"no state, territory or group is called {name!r}; write its name in English"
        raise UsageError(message)
    return found


def lines(comparison: Comparison) -> Iterator[str]:
    """Yield a comparison in plain lines."""
    about = f", {comparison.country}" if comparison.country else ""
    yield f"From {comparison.before} to {comparison.after}{about}"
    for label in comparison.added:
        yield f"+ document {label}"
    for label in comparison.dropped:
        yield f"- document {label}"
    for one in comparison.successions:
        yield f"~ document {one.earlier_label} → {one.later_label}"
        yield f"{INDENT}{one.reason.sentence}"
    for change in comparison.incidents:
        sign = SIGNS.get(change.kind, "~")
        yield f"{sign} {change.number} {change.kind.value}: {change.sentence}"
    for claim in comparison.changes:
        yield from change_lines(claim)
    yield summary(comparison)


def change_lines(change: Change) -> Iterator[str]:
    """Yield what became of one claim, with the passages of both sides."""
    side = change.after or change.before
    kinds = ", ".join(kind.value for kind in change.kinds)
    sign = SIGNS.get(change.kinds[0], "~")
    yield f"{sign} {kinds}: {side.told if side else ''}"
    yield from (INDENT + sentence for sentence in change.sentences)
    for word, saying in (("before", change.before), ("after", change.after)):
        if saying is not None:
            yield f"{INDENT}{word}: {passage(saying)}"
    if change.reason is not None and change.reason.rule != "same claim":
        yield f"{INDENT}taken for one claim: {change.reason.sentence}"


def passage(saying: Saying) -> str:
    """Return where a claim stands and in which words."""
    span = saying.passage
    words = " ".join(span.quote.split())
    return f"“{words}” ({saying.claim}, {saying.label}, {span.document} at {span.start}–{span.end})"


def summary(comparison: Comparison) -> str:
    """Return how many claims changed, and how."""
    kinds = [kind for change in comparison.changes for kind in change.kinds]
    told = [f"{kinds.count(kind)} {kind.value}" for kind in ChangeKind if kind in kinds]
    unchanged = counted(comparison.unchanged, "claim")
    return f"{', '.join(told) or 'no claim changed'}; {unchanged} unchanged"
