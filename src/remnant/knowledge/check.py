"""The linter of the knowledge files: `python -m remnant.knowledge.check [FOLDER]`.

It loads the files, which refuses malformed entries, and then looks across them:
references to entries that are not there, names that two entries share without saying
so, entries without a citation, impossible dates and coordinates, unused sources.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from remnant.errors import KnowledgeError
from remnant.knowledge.entries import Citation
from remnant.knowledge.files import Files
from remnant.knowledge.fold import fold
from remnant.knowledge.loading import BALLOTS, FILES, Knowledge, load_knowledge
from remnant.knowledge.obligations import Step
from remnant.knowledge.places import Place
from remnant.model.claim import Ballot
from remnant.model.value import DateInterval

Cited = Iterable[tuple[str, tuple[Citation, ...]]]
Check = Callable[[Knowledge, Files], Iterator[str]]


def duplicate_ids(_: Knowledge, files: Files) -> Iterator[str]:
    """Each identifier stands once in a file; an addition may replace one of the package."""
    for name in FILES:
        for label, rows in files.parsed(name):
            seen: set[str] = set()
            for row in rows:
                key = str(row.fields.get("id", ""))
                if key and key in seen:
                    yield f"{label}: the id {key!r} stands twice; remove or rename one"
                seen.add(key)


def unknown_weapons(knowledge: Knowledge, _: Files) -> Iterator[str]:
    """Classes, carriers, similar weapons and origins of a weapon are entries."""
    for weapon in knowledge.weapons:
        for other in (*weapon.generic, *weapon.parents, *weapon.similar):
            if other not in knowledge.weapons:
                yield f"weapons.yaml, entry {weapon.id!r}: unknown weapon {other!r}"
        if weapon.origin and weapon.origin not in knowledge.actors:
            yield f"weapons.yaml, entry {weapon.id!r}: unknown origin {weapon.origin!r}"


def unknown_actors(knowledge: Knowledge, _: Files) -> Iterator[str]:
    """Actors that others speak for or are related to, act or vote, are entries."""
    for actor in knowledge.actors:
        for other in filter(None, (actor.speaks_as, *(one for one, _ in actor.related))):
            if other not in knowledge.actors:
                yield f"actors.yaml, entry {actor.id!r}: unknown actor {other!r}"
    for treaty in knowledge.treaties:
        for action in knowledge.treaties.of_treaty(treaty.id):
            if action.actor not in knowledge.actors:
                yield f"actions.csv, {treaty.id}: unknown actor {action.actor!r}"
    named = [("votes.yaml", one) for one in knowledge.votes.voters()]
    named += [("milestones.csv", one.actor) for one in knowledge.treaties.every_milestone()]
    named += [("wars.yaml", party) for one in knowledge.wars for party in one.parties]
    for file, actor_id in named:
        if actor_id not in knowledge.actors:
            yield f"{file}: unknown actor {actor_id!r}"


def unknown_treaties(knowledge: Knowledge, _: Files) -> Iterator[str]:
    """Treaties that acts and resolutions are about are entries."""
    known = {treaty.id for treaty in knowledge.treaties}
    for treaty in knowledge.treaties.acted_on():
        if treaty not in known:
            yield f"actions.csv: unknown treaty {treaty!r}"
    for step in knowledge.treaties.every_milestone():
        entries = [one for one in knowledge.treaties if one.id == step.treaty]
        if not any(article.number == step.article for one in entries for article in one.articles):
            where = f"milestones.csv, {step.actor}"
            yield f"{where}: {step.treaty!r} has no article {step.article!r} in treaties.yaml"
    for resolution in knowledge.votes:
        if resolution.treaty and resolution.treaty not in known:
            yield f"votes.yaml, entry {resolution.id!r}: unknown treaty {resolution.treaty!r}"


def shared_names(knowledge: Knowledge, files: Files) -> Iterator[str]:
    """A name of two weapons, or of two actors, is declared in shared.yaml."""
    declared = {fold(row.text("name")) for row in files.rows("shared.yaml")}
    weapons = ((w.id, (w.name, *w.aliases)) for w in knowledge.weapons)
    actors = (
        (a.id, (a.name, *a.aliases, *a.adjectives, *a.demonyms, *a.loaded))
        for a in knowledge.actors
        if not a.speaks_as
    )
    for file, named in (("weapons.yaml", weapons), ("actors.yaml", actors)):
        for name, owners in _owners(named).items():
            if len(owners) > 1 and name not in declared:
                yield f"{file}: {' and '.join(owners)} share the name {name!r}; see shared.yaml"


def _owners(named: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, list[str]]:
    owners: dict[str, list[str]] = {}
    for entry, names in named:
        for name in dict.fromkeys(map(fold, names)):
            owners.setdefault(name, []).append(entry)
    return owners


def missing_citations(knowledge: Knowledge, _: Files) -> Iterator[str]:
    """Each entry says where it comes from."""
    groups: tuple[tuple[str, Cited], ...] = (
        ("weapons.yaml", ((one.id, one.citations) for one in knowledge.weapons)),
        ("actors.yaml", ((one.id, one.citations) for one in knowledge.actors)),
        ("treaties.yaml", ((one.id, one.citations) for one in knowledge.treaties)),
        ("votes.yaml", ((one.id, one.citations) for one in knowledge.votes)),
        ("wars.yaml", ((one.id, one.citations) for one in knowledge.wars)),
        ("grades.yaml", ((one.id, one.citations) for one in (knowledge.grading,))),
        ("pack.yaml", ((one.location.id, one.citations) for one in knowledge.places)),
    )
    for file, entries in groups:
        for entry, cited in entries:
            if not cited:
                yield f"{file}, entry {entry!r}: has no citation; add at least one"


def bad_dates(knowledge: Knowledge, _: Files) -> Iterator[str]:
    """Dates exist, and nothing takes effect before it was done."""
    for treaty in knowledge.treaties:
        for text in filter(
            None, (treaty.adopted, treaty.opened, treaty.in_force, treaty.recorded_until)
        ):
            if not _is_day(text):
                yield f"treaties.yaml, entry {treaty.id!r}: {text!r} is not a date (YYYY-MM-DD)"
        for action in knowledge.treaties.of_treaty(treaty.id):
            where = f"actions.csv, {action.actor} and {treaty.id}"
            if not _is_day(action.deposited) or not _is_day(action.effective or "2000-01-01"):
                yield f"{where}: {action.deposited!r} or {action.effective!r} is not a date"
            elif action.effective and action.effective < action.deposited:
                yield f"{where}: takes effect on {action.effective}, before {action.deposited}"
    for resolution in knowledge.votes:
        try:
            DateInterval(resolution.date)
        except ValueError as error:
            yield f"votes.yaml, entry {resolution.id!r}: {error}"


def bad_votes(knowledge: Knowledge, _: Files) -> Iterator[str]:
    """No more ballots of a kind are recorded than were counted."""
    voters = knowledge.votes.voters()
    for resolution in knowledge.votes:
        cast = Counter(knowledge.votes.ballot(actor, resolution.id) for actor in voters)
        counted = {
            Ballot.YES: resolution.yes,
            Ballot.NO: resolution.no,
            Ballot.ABSTAIN: resolution.abstain,
        }
        for ballot, number in counted.items():
            if number is not None and cast[ballot] > number:
                yield (
                    f"votes.yaml, entry {resolution.id!r}: {cast[ballot]} ballots {ballot.value!r} "
                    f"are recorded, but {number} were counted"
                )


def double_ballots(_: Knowledge, files: Files) -> Iterator[str]:
    """A state casts one ballot in a vote."""
    for row in files.rows("votes.yaml"):
        recorded = row.rows("ballots")
        cast = Counter(one for part in recorded for key in BALLOTS for one in part.texts(key))
        for actor in sorted(actor for actor, times in cast.items() if times > 1):
            where = f"votes.yaml, entry {row.text('id')!r}"
            yield f"{where}: {actor!r} stands under two ballots; keep one"


def bad_milestones(knowledge: Knowledge, _: Files) -> Iterator[str]:
    """A milestone has a time; an extension, and nothing else, has a later deadline."""
    for one in knowledge.treaties.every_milestone():
        where = f"milestones.csv, {one.actor} and {one.treaty}, article {one.article}"
        try:
            DateInterval(one.on)
        except ValueError as error:
            yield f"{where}: {error}"
            continue
        extended = one.step is Step.EXTENDED
        if extended and not _is_day(one.until):
            yield f"{where}: an extension needs its new deadline as a date (YYYY-MM-DD)"
        if not extended and one.until:
            yield f"{where}: only an extension has a new deadline"


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def bad_places(knowledge: Knowledge, _: Files) -> Iterator[str]:
    """Coordinates are on the globe and come in pairs; sides are actors; times are EDTF."""
    for place in knowledge.places:
        where = f"pack.yaml, entry {place.location.id!r}"
        latitude, longitude = place.location.latitude, place.location.longitude
        if (latitude is None) != (longitude is None):
            yield f"{where}: give both latitude and longitude, or neither"
        elif latitude is not None and longitude is not None:
            globe = -90 <= latitude <= 90 and -180 <= longitude <= 180  # noqa: PLR2004 - the globe
            if not globe:
                yield f"{where}: {latitude}, {longitude} is not on the globe"
        yield from _bad_names(knowledge, place, where)


def _bad_names(knowledge: Knowledge, place: Place, where: str) -> Iterator[str]:
    times = [name.valid for name in place.names] + [path.valid for path in place.admin]
    for valid in filter(None, times):
        try:
            DateInterval(valid)
        except ValueError as error:
            yield f"{where}: {error}"
    for name in place.names:
        if name.side and name.side not in knowledge.actors:
            yield f"{where}: the name {name.text!r} is of unknown side {name.side!r}"


def unused_sources(knowledge: Knowledge, files: Files) -> Iterator[str]:
    """Each source is cited by some entry."""
    texts = "\n".join(content for name in FILES[1:] for _, content in files.read(name))
    for source in knowledge.sources:
        if f"{source.id}:" not in texts and source.id not in {"un-members", "geonames"}:
            yield f"sources.yaml, entry {source.id!r}: no entry cites it; remove it"


CHECKS: tuple[Check, ...] = (
    duplicate_ids,
    unknown_weapons,
    unknown_actors,
    unknown_treaties,
    shared_names,
    missing_citations,
    bad_dates,
    bad_votes,
    double_ballots,
    bad_milestones,
    bad_places,
    unused_sources,
)
"""The checks, in the order in which they report."""


def check(additions: Path | None = None) -> tuple[str, ...]:
    """Return what is wrong with the knowledge, one sentence each; empty if nothing is.

    Raises:
        KnowledgeError: A file cannot be loaded at all.
    """
    knowledge = load_knowledge(additions)
    files = Files(additions.resolve() if additions is not None else None)
    return tuple(line for one in CHECKS for line in one(knowledge, files))


def main(arguments: list[str]) -> int:
    """Check the package's files, or those with a folder of additions; return the exit code."""
    try:
        found = check(Path(arguments[0]) if arguments else None)
    except KnowledgeError as error:
        found = (str(error),)
    sys.stdout.writelines(line + "\n" for line in found)
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
