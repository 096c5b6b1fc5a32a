"""Options that several commands share, and the dossier they name."""

from pathlib import Path
from typing import Annotated

import typer

from remnant.dossier import Dossier
from remnant.settings import Settings, load_settings
from remnant.store import Store

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
HERE = Path()


def open_dossier(folder: Path, **given: object) -> tuple[Dossier, Settings]:
    """Return the dossier in a folder with its settings; command-line settings win."""
    dossier = Dossier.open(folder)
    return dossier, load_settings(dossier.folder, given=given)


def open_store(dossier: Dossier, settings: Settings) -> Store:
    """Return the dossier's record, migrated to this version."""
    return Store.open(dossier.record_url(settings.database))
