"""`remnant search` and `remnant show`: find a passage; look at one thing with its reasons."""

from typing import Annotated

import typer

from remnant.assess import RuledRecord
from remnant.cli.console import print_json, print_line, print_table
from remnant.cli.options import (
    HERE,
    AsOfOption,
    DossierOption,
    JsonOption,
    open_dossier,
    public_notes,
    read_record,
)
from remnant.cli.showing import as_json_value, show_lines
from remnant.cli.showing_grade import crosswalk_lines
from remnant.cli.showing_party import ledger_json, ledger_lines, ledger_named, years_lines
from remnant.dossier import Dossier
from remnant.errors import UsageError
from remnant.model.ledger import Ledger
from remnant.store import Found, Named, Reader


def search(
    query: Annotated[list[str], typer.Argument(help='Words, "a phrase", -not, OR, and prefix*.')],
    dossier: DossierOption = HERE,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="Most results.")] = 20,
    in_claims: Annotated[bool, typer.Option("--claims", help="Search claims only.")] = False,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find passages or claims by their words; accents and case do not matter."""
    opened, settings = open_dossier(dossier)
    typed = query[0] if len(query) == 1 else " ".join(phrase(one) for one in query)
    with read_record(opened, settings, as_of=as_of) as reader:
        find = reader.search_claims if in_claims else reader.search
        hits = find(typed, limit=limit)
    if as_json:
        print_json(
            [
                {
                    "document": hit.document,
                    "title": hit.title,
                    "kind": hit.kind,
                    "claim": hit.claim,
                    "start": hit.start,
                    "end": hit.end,
                    "words": hit.snippet.quote,
                }
                for hit in hits
            ]
        )
        return
    if not hits:
        print_line("Nothing found.")
        return
    print_table(
        ["where", "document", "words"],
        [
            (hit.claim or hit.document, hit.title, " ".join(hit.snippet.quote.split()))
            for hit in hits
        ],
    )


def phrase(argument: str) -> str:
    """Return an argument as the shell meant it: one with a space is a phrase."""
    return f'"{argument}"' if " " in argument else argument


def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="Or how it begins.")],
    dossier: DossierOption = HERE,
    why: Annotated[bool, typer.Option(help="Say why, with every reason.")] = False,
    as_of: AsOfOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show one incident, claim, document or source, or what an accused party answered.

    A party is named as in the record: `remnant show Armenia`.
    """
    opened, settings = open_dossier(dossier)
    with read_record(opened, settings, as_of=as_of) as reader:
        ledger = None if reader.find(name) else _ledger(reader, opened, name)
        if ledger is not None:
            _show_ledger(ledger, why=why, as_json=as_json)
            if not as_json:
                for line in years_lines(reader, ledger.party, knowledge=opened.knowledge()):
                    print_line(line)
            return
        found = only(reader, name)
        ruled = RuledRecord(reader, settings.casualty_rule, public_notes(opened, as_of))
        if as_json:
            print_json(as_json_value(reader, found, ruled=ruled))
            return
        for line in show_lines(reader, found, why=why, ruled=ruled):
            print_line(line)
        if why and found.named is Named.INCIDENT:
            grading = opened.knowledge().grading
            for line in crosswalk_lines(reader.assessment(found.id), grading):
                print_line(line)


def _ledger(reader: Reader, dossier: Dossier, name: str) -> Ledger | None:
    return ledger_named(reader, name, knowledge=dossier.knowledge())


def _show_ledger(ledger: Ledger, *, why: bool, as_json: bool) -> None:
    if as_json:
        print_json(ledger_json(ledger))
        return
    for line in ledger_lines(ledger, why=why):
        print_line(line)


def only(reader: Reader, name: str) -> Found:
    """Return the one thing that a name means.

    Raises:
        UsageError: Nothing has the name, or several things begin so.
    """
    found = reader.find(name)
    exact = [one for one in found if one.id == name]
    if exact:
        return exact[0]
    if not found:
        message = f"nothing in the record is called {name!r}; try `remnant search`"
        raise UsageError(message)
    if len(found) > 1:
        several = ", ".join(one.id for one in found[:8])
        message = f"{name!r} may be any of {several}; write more of the identifier"
        raise UsageError(message)
    return found[0]
