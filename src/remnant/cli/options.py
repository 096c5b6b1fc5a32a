"""Options that several commands share, and the dossier they name."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from remnant.dossier import Dossier
from remnant.errors import UsageError
from remnant.model.decision import Decision, Judgement
from remnant.model.value import DateInterval
from remnant.settings import Settings, load_settings
from remnant.store import Edition, Reader, Store
from remnant.store.past import MOMENT

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
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="Read the record as it was at the end of this day (UTC), or at a moment, or after "
        "a build; `remnant editions` lists them.",
    ),
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
def read_record(
    dossier: Dossier, settings: Settings, *, as_of: str | None = None
) -> Iterator[Reader]:
    """Read a dossier's record, as it is or as it was.

    Raises:
        UsageError: Nothing was built yet, or by then, so that what is read would be mistaken
            for the record.
    """
    with open_store(dossier, settings) as store:
        moment = "" if as_of is None else moment_of(as_of, editions_of(store))
        with store.past(moment) if moment else store.read() as reader:
            if next(reader.documents(), None) is None:
                raise UsageError(nothing_there(dossier, moment, editions_of(store)))
            yield reader


def editions_of(store: Store) -> tuple[Edition, ...]:
    """Return the editions of a record, oldest first."""
    with store.read() as reader:
        return reader.editions()


def nothing_there(dossier: Dossier, moment: str, editions: tuple[Edition, ...]) -> str:
    """Say that a record is empty, or was at a moment, and what to do."""
    if not moment or not editions:
        return f"{dossier.folder}: the record is empty; run `remnant build` first"
    return (
        f"{dossier.folder}: the record said nothing yet on {moment}; "
        f"its first edition is of {editions[0].ended}"
    )


def moment_of(typed: str, editions: tuple[Edition, ...]) -> str:
    """Return the moment that a person means: a day or month ends it; a build, when it ended.

    Raises:
        UsageError: It is no date, no moment and no build.
    """
    if MOMENT.fullmatch(typed):
        return typed
    for one in editions:
        if one.run == typed:
            return one.ended
    try:
        last = DateInterval(typed).latest
    except ValueError:
        last = None
    if last is None:
        message = (
            f"{typed!r} is no date, moment or build; write 2020-10-30 or 2020-10-30T12:00:00Z, "
            "or take a build from `remnant editions`"
        )
        raise UsageError(message)
    return f"{last.isoformat()}T23:59:59Z"


def public_notes(dossier: Dossier, as_of: str | None = None) -> tuple[Decision, ...]:
    """Return people's notes on contradictions, those by a date or moment if one is given."""
    return tuple(
        one
        for one in dossier.decisions()
        if one.judgement is Judgement.NOTE and (as_of is None or one.at[: len(as_of)] <= as_of)
    )
