"""`remnant publish` and `remnant export`: the site and the datasets."""

from pathlib import Path
from typing import Annotated

import typer

from remnant.assess import RuledRecord
from remnant.cli.console import print_json, print_line, print_remark, write_pieces
from remnant.cli.options import (
    HERE,
    AsOfOption,
    DossierOption,
    JsonOption,
    moment_of,
    open_dossier,
    public_notes,
    read_record,
)
from remnant.dossier import Dossier
from remnant.errors import PublishError, UsageError
from remnant.model.searching import Search
from remnant.publish import Material, Published, publish
from remnant.publish.datasets import EXPORTS, export
from remnant.store import Reader


def publish_command(
    dossier: DossierOption = HERE,
    as_of: AsOfOption = None,
    out: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="DIR", help="Write to this folder."),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Write the static site, the profiles and the datasets into the dossier's `site` folder.

    A past edition goes to a folder of its own, `site-as-of-DATE`, and says so in its title.
    """
    opened, settings = open_dossier(dossier)
    folder = out or (opened.site if as_of is None else opened.folder / f"site-as-of-{day(as_of)}")
    title = settings.title if as_of is None else f"{settings.title} (as of {as_of})"
    with read_record(opened, settings, as_of=as_of) as record:
        ruled = RuledRecord(record, settings.casualty_rule, public_notes(opened, as_of))
        material = Material(ruled, opened.knowledge(), searches_by(opened, record, as_of))
        published = publish(material, folder=folder, title=title)
    start = folder / "index.html"
    if as_json:
        print_json(
            {
                "pages": len(published.pages),
                "problems": list(published.problems),
                "start": str(start),
            }
        )
        return
    print_published(published, start)


def day(as_of: str) -> str:
    """Return a date or moment as a part of a file's name."""
    return as_of.replace(":", "")


def searches_by(dossier: Dossier, record: Reader, as_of: str | None) -> tuple[Search, ...]:
    """Return the searches that stand, or stood at the time of a past edition."""
    moment = "" if as_of is None else moment_of(as_of, record.editions())
    return dossier.searches(by=moment)


def print_published(published: Published, start: Path) -> None:
    """Print what publishing wrote and where to look."""
    for problem in published.problems:
        print_remark(problem)
    print_line(f"{len(published.pages)} files written. Open {start.resolve()} in a browser.")


def export_command(
    name: Annotated[str, typer.Argument(metavar="FORMAT", help="One of: " + ", ".join(EXPORTS))],
    dossier: DossierOption = HERE,
    as_of: AsOfOption = None,
    out: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")] = None,
) -> None:
    """Write one dataset to standard output, or to a file."""
    if name not in EXPORTS:
        message = f"no export is called {name!r}; choose one of {', '.join(EXPORTS)}"
        raise UsageError(message)
    opened, settings = open_dossier(dossier)
    with read_record(opened, settings, as_of=as_of) as record:
        ruled = RuledRecord(record, settings.casualty_rule, public_notes(opened, as_of))
        searches = searches_by(opened, record, as_of)
        pieces = export(name, Material(ruled, opened.knowledge(), searches))
        try:
            write_pieces(pieces, out)
        except OSError as error:
            message = f"{out}: cannot be written ({error.strerror}); choose another file"
            raise PublishError(message) from error
