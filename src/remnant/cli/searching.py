"""`remnant searched`: keep a record of what was searched, so that silence is not absence."""

from dataclasses import asdict
from typing import Annotated, TypeVar

import typer

from remnant.cli.console import print_json, print_line, print_table
from remnant.cli.options import HERE, DossierOption, JsonOption, open_dossier
from remnant.compare import country_named
from remnant.dossier import Dossier, utc_now
from remnant.errors import UsageError
from remnant.model.ids import content_id
from remnant.model.searching import Search
from remnant.model.value import DateInterval
from remnant.model.words import date_words

T = TypeVar("T")


Place = Annotated[
    str | None, typer.Argument(metavar="PLACE", help="Where: a site, archive, library or agency.")
]
Languages = Annotated[
    list[str] | None, typer.Option("--in", metavar="LANGUAGE", help="Such as az; repeat it.")
]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Up to when what was published.")]
Since = Annotated[
    str | None, typer.Option(metavar="DATE", help="From when; without it, with no limit.")
]
By = Annotated[str | None, typer.Option(metavar="NAME", help="Who searched; it is published.")]
Words = Annotated[list[str] | None, typer.Option(metavar="WORDS", help="What for; repeat it.")]
About = Annotated[
    list[str] | None,
    typer.Option(metavar="COUNTRY", help="State, territory or group; repeat it."),
]
FoundCount = Annotated[int | None, typer.Option(min=0, help="Relevant documents found; 0 is none.")]
NoteText = Annotated[str, typer.Option(help="Anything else to know.")]
Corrects = Annotated[
    str, typer.Option(metavar="ID", help="The earlier search that this one replaces.")
]


def searched(
    place: Place = None,
    dossier: DossierOption = HERE,
    languages: Languages = None,
    until: Until = None,
    since: Since = None,
    by: By = None,
    words: Words = None,
    about: About = None,
    found: FoundCount = None,
    note: NoteText = "",
    corrects: Corrects = "",
    as_json: JsonOption = False,
) -> None:
    """Record a search: where, in which languages, until when, by whom. Without PLACE, list them.

    The journal is only added to. It is shown on the site and exported, so that nobody
    takes what was not looked for as absent.
    """
    opened, _ = open_dossier(dossier)
    if place is not None:
        fields: dict[str, object] = {
            "place": place,
            "languages": tuple(needed(languages, "--in")),
            "until": needed(until, "--until"),
            "by": needed(by, "--by"),
            "at": utc_now(),
            "since": since or "",
            "about": tuple(identifier(opened, one) for one in about or ()),
            "words": tuple(words or ()),
            "found": found,
            "note": note,
            "corrects": earlier(opened, corrects) if corrects else "",
        }
        keep(opened, fields)
    report(opened.searches(), as_json=as_json)


def needed(value: T | None, option: str) -> T:
    """Return what an option gave.

    Raises:
        UsageError: It was not given.
    """
    if not value:
        message = f"a search needs {option}; say where, in which languages, until when and by whom"
        raise UsageError(message)
    return value


def identifier(dossier: Dossier, name: str) -> str:
    """Return the identifier of a state, territory or group.

    Raises:
        UsageError: No entry has the name.
    """
    found = country_named(name, dossier.knowledge())
    if found is None:
        message = f"no state, territory or group is called {name!r}; write its name in English"
        raise UsageError(message)
    return found.id


def earlier(dossier: Dossier, name: str) -> str:
    """Return the identifier of the one search that begins so.

    Raises:
        UsageError: None does, or several do.
    """
    found = [one.id for one in dossier.searches() if one.id.startswith(name)]
    if len(found) != 1:
        message = f"{name!r} is not one search that stands; `remnant searched` lists them"
        raise UsageError(message)
    return found[0]


def keep(dossier: Dossier, fields: dict[str, object]) -> None:
    """Write a search at the end of the journal.

    Raises:
        UsageError: A field is not of its form.
    """
    try:
        search = Search(id=content_id("s", fields.values()), **fields)  # type: ignore[arg-type] # Search checks each
    except ValueError as error:
        message = f"{error}; nothing was recorded"
        raise UsageError(message) from error
    dossier.searches_journal.append(asdict(search))


def report(searches: tuple[Search, ...], *, as_json: bool) -> None:
    """Print the searches that stand."""
    if as_json:
        print_json([asdict(one) for one in searches])
        return
    if not searches:
        print_line(
            "No search is recorded: what the record does not say may not have been looked for."
        )
        return
    print_table(
        ["search", "where", "languages", "until", "found", "by"],
        [
            (
                one.id[: len("s-") + 6],
                one.place,
                ", ".join(one.languages),
                date_words(DateInterval(one.until)),
                "not counted" if one.found is None else str(one.found),
                one.by,
            )
            for one in searches
        ],
    )
