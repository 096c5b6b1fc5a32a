"""`remnant editions`: when the record changed."""

from remnant.cli.console import print_json, print_line, print_table
from remnant.cli.options import HERE, DossierOption, JsonOption, open_dossier, open_store
from remnant.store import Counts, Edition, Store


def editions(dossier: DossierOption = HERE, as_json: JsonOption = False) -> None:
    """List the editions of the record: what it held after each build.

    Any of them can be read again with --as-of, and two compared with `remnant diff`.
    """
    opened, settings = open_dossier(dossier)
    with open_store(opened, settings) as store:
        found = held(store)
    if as_json:
        print_json([as_line(edition, counts) for edition, counts in found])
        return
    if not found:
        print_line("The record is empty; run `remnant build` first.")
        return
    print_table(
        ["since", "build", "documents", "claims", "incidents"],
        [
            (edition.ended, edition.run, counts.documents, counts.claims, counts.incidents)
            for edition, counts in found
        ],
    )


def held(store: Store) -> list[tuple[Edition, Counts]]:
    """Return each edition with what it held, oldest first."""
    with store.read() as reader:
        known = reader.editions()
    found = []
    for edition in known:
        with store.past(edition.ended) as reader:
            found.append((edition, reader.counts()))
    return found


def as_line(edition: Edition, counts: Counts) -> dict[str, object]:
    """Return an edition for machines."""
    return {
        "since": edition.ended,
        "build": edition.run,
        "started": edition.started,
        "version": edition.version,
        "documents": counts.documents,
        "claims": counts.claims,
        "incidents": counts.incidents,
        "episodes": counts.episodes,
        "grades": {grade.value: number for grade, number in counts.grades},
    }
