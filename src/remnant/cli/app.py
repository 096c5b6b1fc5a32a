"""The commands, in the order in which a dossier meets them."""

from typing import Annotated

import typer

from remnant import __version__
from remnant.cli.building import build
from remnant.cli.console import print_line
from remnant.cli.deciding import agreement_command, decide
from remnant.cli.differing import diff
from remnant.cli.editions import editions
from remnant.cli.finding import search, show
from remnant.cli.publishing import export_command, publish_command
from remnant.cli.scoring import claims, score_command
from remnant.cli.searching import searched
from remnant.cli.starting import add, demo, new
from remnant.cli.treaties import treaty
from remnant.cli.verifying import verify

app = typer.Typer(
    name="remnant",
    help="Turn contested reports of armed conflict into a sourced record.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def print_version(wanted: bool) -> None:
    """Print the version and stop, if asked to."""
    if wanted:
        print_line(f"remnant {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option("--version", is_eager=True, callback=print_version, help="Print the version."),
    ] = False,
) -> None:
    """Turn contested reports of armed conflict into a sourced record."""


COMMANDS = (
    ("demo", demo, "remnant demo"),
    ("new", new, 'remnant new barda --title "Strikes on Barda, October 2020"'),
    ("add", add, "remnant add reports/ https://example.org/statement"),
    (
        "searched",
        searched,
        "remnant searched mfa.gov.az --in az --in en --until 2020-12-31 --by EK",
    ),
    ("build", build, "remnant build --processes 2"),
    ("publish", publish_command, "remnant publish"),
    ("search", search, 'remnant search "cluster munitions" barda'),
    ("show", show, "remnant show R-0001 --why"),
    ("decide", decide, 'remnant decide grade R-0001 probable --by EK --note "Two visits"'),
    ("agreement", agreement_command, "remnant agreement"),
    ("verify", verify, "remnant verify --quick"),
    ("editions", editions, "remnant editions"),
    ("diff", diff, "remnant diff --from 2020-12-31 --country Azerbaijan"),
    ("export", export_command, "remnant export incidents-csv -o incidents.csv"),
    ("treaty", treaty, "remnant treaty CCM Azerbaijan --on 2020-10-28"),
    ("claims", claims, "remnant claims report.txt --meta meta.json"),
    ("score", score_command, "remnant score gold/claims predicted/"),
)
"""Name, function and example of every command."""

for _name, _function, _example in COMMANDS:
    app.command(_name, epilog=f"Example: {_example}")(_function)
