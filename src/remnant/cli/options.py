"""Options that several commands share, and the dossier they name."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from remnant.dossier import Dossier
from remnant.errors import UsageError
from remnant.settings import Settings, load_settings
from remnant.store import Reader, Store

DossierOption = Annotated[
    Path,
    typer.Option(
        "--dossier",
        "-d",
        metavar="DIR",
        help="The dossier's folder.",
        show_default="the current folder",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]
ExtractorOption = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="What finds the claims: grammar or model."),
]
ModelOption = Annotated[
    str | None, typer.Option(metavar="NAME", help="Name of the model at its endpoint.")
]
EndpointOption = Annotated[
    str | None,
    typer.Option(metavar="URL", help="Base address of the model's Chat Completions interface."),
]
HERE = Path()


def open_dossier(folder: Path, **given: object) -> tuple[Dossier, Settings]:
    """Return the dossier in a folder with its settings; command-line settings win."""
    dossier = Dossier.open(folder)
    return dossier, load_settings(dossier.folder, given=given)


def open_store(dossier: Dossier, settings: Settings) -> Store:
    """Return the dossier's record, migrated to this version."""
    return Store.open(dossier.record_url(settings.database))


@contextmanager
def read_record(dossier: Dossier, settings: Settings) -> Iterator[Reader]:
    """Read a dossier's record.

    Raises:
        UsageError: Nothing was built yet, so that what is read would be mistaken for the record.
    """
    with open_store(dossier, settings) as store, store.read() as reader:
        if next(reader.documents(), None) is None:
            message = f"{dossier.folder}: the record is empty; run `remnant build` first"
            raise UsageError(message)
        yield reader
