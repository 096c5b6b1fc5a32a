"""`remnant new`, `remnant add` and `remnant demo`: start a dossier and preserve documents."""

import time
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from remnant.acquire import (
    Fetch,
    Fetched,
    HttpxTransport,
    Limits,
    Missed,
    fetch,
    gather,
    given,
)
from remnant.acquire import add as preserve
from remnant.assess import RuledRecord
from remnant.cli.building import bring_up_to_date, print_built
from remnant.cli.console import print_error, print_json, print_line, print_table
from remnant.cli.options import (
    HERE,
    DossierOption,
    JsonOption,
    open_dossier,
    open_store,
    public_notes,
)
from remnant.cli.publishing import print_published
from remnant.dossier import Dossier, utc_now
from remnant.example import DOCUMENTS
from remnant.model.source import Capture, Metadata
from remnant.publish import Material, publish
from remnant.settings import Settings, load_settings

MEGABYTE = 1_000_000


def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or empty folder.")],
    title: Annotated[str | None, typer.Option(help="Title of the published site.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Start a dossier."""
    dossier = Dossier.create(folder, title=title or folder.resolve().name)
    if as_json:
        print_json({"dossier": str(dossier.folder)})
        return
    print_line(
        f"A new dossier is in {dossier.folder}. Next: cd {dossier.folder}; remnant add FILE…"
    )


def add(
    names: Annotated[
        list[str], typer.Argument(metavar="PATH|URL…", help="Files, folders and addresses.")
    ],
    dossier: DossierOption = HERE,
    title: Annotated[str | None, typer.Option(help="Title of all of them.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published them.")] = None,
    author: Annotated[str | None, typer.Option(help="Who wrote them.")] = None,
    published: Annotated[str | None, typer.Option(help="When, such as 2020-10-30.")] = None,
    kind: Annotated[str | None, typer.Option(help="Such as `news article`.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Preserve documents: their bytes, where they came from and when.

    What is known of a document can stand in a file beside it, NAME.meta.yaml.
    One that cannot be had is reported, and the rest goes on; the exit code is then 1.
    """
    opened, settings = open_dossier(dossier)
    stated = {
        "title": title,
        "publisher": publisher,
        "author": author,
        "published": published,
        "kind": kind,
    }
    said = {name: value for name, value in stated.items() if value is not None}
    metadata = given(said, where="the command line") if said else Metadata()
    missed = report(preserve_all(opened, names, settings=settings, metadata=metadata), as_json)
    if missed:
        raise typer.Exit(1)


def preserve_all(
    dossier: Dossier, names: Iterable[str], *, settings: Settings, metadata: Metadata
) -> list[Capture | Missed]:
    """Preserve all that the names lead to."""
    found = gather(names, fetch=fetcher(settings), given=metadata)
    return list(preserve(found, dossier.vault, at=utc_now()))


def fetcher(settings: Settings) -> Fetch:
    """Return what fetches addresses, within the limits of the settings."""
    limits = Limits(
        size=settings.max_megabytes * MEGABYTE,
        seconds=settings.fetch_seconds,
        private=settings.allow_private_addresses,
    )

    def fetch_one(url: str) -> Fetched:
        return fetch(url, transport=HttpxTransport(), timer=time.monotonic, limits=limits)

    return fetch_one


def report(added: list[Capture | Missed], as_json: bool) -> int:
    """Print what was preserved and what was missed; return how many were missed."""
    missed = [one for one in added if isinstance(one, Missed)]
    captures = [one for one in added if isinstance(one, Capture)]
    if as_json:
        print_json(
            {
                "preserved": [{"origin": one.origin, "sha256": one.sha256} for one in captures],
                "missed": [one.sentence for one in missed],
            }
        )
        return len(missed)
    print_table(
        ["preserved", "type", "bytes", "SHA-256"],
        [(Path(one.origin).name, one.media_type, one.size, one.sha256[:12]) for one in captures],
    )
    for one in missed:
        print_error(one.sentence)
    return len(missed)


def demo(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new folder.")] = Path("demo"),
) -> None:
    """Build and publish the example dossier, and say what it shows and where to look."""
    if (folder / "remnant.toml").is_file():
        dossier = Dossier.open(folder)
    else:
        dossier = Dossier.create(folder, title="Nagorno-Karabakh, 2016 and 2020: an example")
    settings = load_settings(folder)
    preserve_all(dossier, [str(DOCUMENTS)], settings=settings, metadata=Metadata())
    with open_store(dossier, settings) as store:
        print_built(bring_up_to_date(dossier, store, settings=settings))
        with store.read() as record:
            ruled = RuledRecord(record, settings.casualty_rule, public_notes(dossier))
            material = Material(ruled, dossier.knowledge())
            published = publish(material, folder=dossier.site, title=settings.title)
    print_published(published, dossier.site / "index.html")
