"""Loading the knowledge: the package's files, and a dossier's additions over them."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TypeVar

from remnant.errors import KnowledgeError
from remnant.knowledge import parsing
from remnant.knowledge.actors import ActorRegister
from remnant.knowledge.entries import Actor, ActorKind, Source
from remnant.knowledge.files import Files, Row
from remnant.knowledge.grading import GradeTable, grade_table
from remnant.knowledge.lexicon import (
    Lexicon,
    actor_terms,
    place_terms,
    treaty_terms,
    weapon_terms,
)
from remnant.knowledge.obligations import Milestone, Treaty, TreatyAction
from remnant.knowledge.places import Gazetteer, Place
from remnant.knowledge.treaties import TreatyLedger
from remnant.knowledge.votes import VoteLedger
from remnant.knowledge.wars import WarRegister, war
from remnant.knowledge.weapons import WeaponCatalogue
from remnant.model.claim import Ballot

FILES = (
    "sources.yaml",
    "weapons.yaml",
    "states.csv",
    "actors.yaml",
    "offices.yaml",
    "pack.yaml",
    "admin.yaml",
    "treaties.yaml",
    "actions.csv",
    "milestones.csv",
    "votes.yaml",
    "wars.yaml",
    "shared.yaml",
    "grades.yaml",
)
"""The knowledge files, by name; a dossier's own folder may hold files of the same names."""

BALLOTS = {
    "in_favour": Ballot.YES,
    "against": Ballot.NO,
    "abstain": Ballot.ABSTAIN,
    "absent": Ballot.ABSENT,
}
"""Keys of the file; plain `yes` and `no` would be read as truth values."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All reference data, loaded and ready.

    Attributes:
        weapons: The catalogue of weapons.
        actors: The register of actors.
        places: The gazetteer.
        treaties: The ledger of treaties.
        votes: The ledger of votes.
        wars: The wars, with the parties to each.
        grading: The rule table of the grade.
        lexicon: All catalogued names, to be looked for in texts.
        sources: The works that citations name.
        digest: SHA-256 of the files' contents; equal knowledge has equal digests.
    """

    weapons: WeaponCatalogue
    actors: ActorRegister
    places: Gazetteer
    treaties: TreatyLedger
    votes: VoteLedger
    wars: WarRegister
    grading: GradeTable
    lexicon: Lexicon
    sources: tuple[Source, ...]
    digest: str


def load_knowledge(additions: Path | None = None) -> Knowledge:
    """Load the package's knowledge, and over it the files of a folder of additions.

    An addition with the identifier of an existing entry replaces it. Loading the same
    folder again in one process returns the knowledge loaded before.

    Raises:
        KnowledgeError: A file is malformed, or the folder of additions does not exist.
    """
    if additions is not None and not additions.is_dir():
        message = f"{additions}: no such folder of knowledge; create it or leave it out"
        raise KnowledgeError(message)
    files = Files(None if additions is None else additions.resolve())
    return _load(files, _digest(files))


@cache
def _load(files: Files, digest: str) -> Knowledge:
    sources = unique(map(parsing.source, files.rows("sources.yaml")), "sources.yaml")

    def read(name: str, parse: Callable[[Row, parsing.Sources], T]) -> tuple[T, ...]:
        return tuple(parse(row, sources) for row in files.rows(name))

    weapons = WeaponCatalogue(read("weapons.yaml", parsing.weapon))
    register = (*read("states.csv", parsing.state), *read("actors.yaml", parsing.actor))
    offices = map(parsing.office, files.rows("offices.yaml"))
    actors = ActorRegister(register, offices)
    places = (*read("pack.yaml", parsing.place), *read("admin.yaml", parsing.place))
    reviewed = (*read("states.csv", parsing.country), *places)
    treaties = read("treaties.yaml", parsing.treaty)
    return Knowledge(
        weapons=weapons,
        actors=actors,
        places=Gazetteer(reviewed),
        treaties=_ledger(
            treaties,
            read("actions.csv", parsing.action),
            actors,
            read("milestones.csv", parsing.milestone),
        ),
        votes=_votes(files, sources),
        wars=WarRegister(read("wars.yaml", war)),
        grading=read("grades.yaml", grade_table)[-1],
        lexicon=_lexicon(weapons, actors, treaties, reviewed),
        sources=tuple(sources.values()),
        digest=digest,
    )


def _digest(files: Files) -> str:
    digest = hashlib.sha256()
    for name in FILES:
        for _, content in files.read(name):
            encoded = content.encode()
            digest.update(f"{name}:{len(encoded)}:".encode())
            digest.update(encoded)
    return digest.hexdigest()


def unique(sources: Iterable[Source], file: str) -> dict[str, Source]:
    """Return the sources by key.

    Raises:
        KnowledgeError: A key is empty.
    """
    found = {source.id: source for source in sources}
    if "" in found:
        message = f"{file}: a source has an empty id; give it one"
        raise KnowledgeError(message)
    return found


def _ledger(
    treaties: tuple[Treaty, ...],
    actions: tuple[TreatyAction, ...],
    actors: Iterable[Actor],
    milestones: tuple[Milestone, ...],
) -> TreatyLedger:
    acting = {action.actor for action in actions}
    return TreatyLedger(
        treaties,
        actions,
        territories=frozenset(
            actor.id
            for actor in actors
            if actor.kind is not ActorKind.STATE and actor.id not in acting
        ),
        covered=frozenset(action.treaty for action in actions),
        milestones=milestones,
    )


def _votes(files: Files, sources: parsing.Sources) -> VoteLedger:
    rows = files.rows("votes.yaml")
    ballots: dict[tuple[str, str], Ballot] = {}
    for row in rows:
        for recorded in row.rows("ballots"):
            recorded.only(*BALLOTS)
            for key, ballot in BALLOTS.items():
                for actor in recorded.texts(key):
                    ballots[actor, row.text("id")] = ballot
    return VoteLedger((parsing.resolution(row, sources) for row in rows), ballots)


def _lexicon(
    weapons: WeaponCatalogue,
    actors: ActorRegister,
    treaties: tuple[Treaty, ...],
    places: tuple[Place, ...],
) -> Lexicon:
    named = ((place.location.id, place.names) for place in places)
    return Lexicon(
        chain(
            weapon_terms(weapons), actor_terms(actors), treaty_terms(treaties), place_terms(named)
        )
    )
