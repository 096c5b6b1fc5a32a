"""`remnant verify`: check everything that the record rests on."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from remnant.checking import (
    Fault,
    check_journals,
    check_originals,
    check_record,
    check_replies,
    compare_records,
    twin_of,
)
from remnant.cli.building import bring_up_to_date
from remnant.cli.console import print_json, print_line, print_table
from remnant.cli.options import HERE, DossierOption, JsonOption, open_dossier, open_store
from remnant.dossier import Dossier
from remnant.settings import Settings
from remnant.store import Store


def verify(
    dossier: DossierOption = HERE,
    quick: Annotated[bool, typer.Option(help="Do not rebuild the record to compare it.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Check every original's hash, every journal's chain, every span, and a rebuild.

    Where a model reads the documents, the rebuild takes its recorded replies and asks nobody.

    The exit code is 1 if anything does not hold.
    """
    opened, settings = open_dossier(dossier)
    with open_store(opened, settings) as store:
        found = {
            "originals": list(check_originals(opened)),
            "journals": list(check_journals(opened)),
        }
        if opened.replies.is_dir():
            found["replies"] = list(check_replies(opened))
        with store.read() as reader:
            found["record"] = list(check_record(reader))
        if not quick:
            found["rebuild"] = list(_rebuilt(opened, store, settings))
    report(found, as_json=as_json)
    if any(found.values()):
        raise typer.Exit(1)


def report(found: dict[str, list[Fault]], *, as_json: bool) -> None:
    """Print the outcome of each check, then each fault."""
    if as_json:
        print_json({name: [one.sentence for one in faults] for name, faults in found.items()})
        return
    print_table(
        ["check", "result"],
        [(name, f"{len(faults)} faults" if faults else "holds") for name, faults in found.items()],
    )
    for faults in found.values():
        for one in faults:
            print_line(f"{one.check}: {one.sentence}")


def _rebuilt(dossier: Dossier, store: Store, settings: Settings) -> Iterator[Fault]:
    """Build the record anew beside the dossier and compare all that it publishes."""
    with tempfile.TemporaryDirectory(prefix="remnant-verify-") as folder:
        twin = twin_of(dossier, Path(folder))
        with Store.open(twin.record_url("")) as other:
            bring_up_to_date(twin, other, settings=settings, offline=True)
            with store.read() as kept, other.read() as rebuilt:
                yield from compare_records(kept, rebuilt, knowledge=dossier.knowledge())
