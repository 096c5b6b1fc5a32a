"""A dossier: the folder that holds what cannot be rebuilt, and the record beside it.

`vault/` holds the originals and the journal of captures; `decisions.jsonl` what people
decided; `numbers.jsonl` which incident numbers were given out; `searches.jsonl` where people
searched; `knowledge/` the user's own entries. Everything else, the record and the site, is
made from these.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from remnant.acquire import Journal, Vault
from remnant.errors import UsageError
from remnant.knowledge import Knowledge, load_knowledge
from remnant.model.decision import Decision, Judgement, Mark
from remnant.model.incident import Founding, serial
from remnant.model.searching import Search, standing

SETTINGS_FILE = "remnant.toml"

Clock = Callable[[], str]


def utc_now() -> str:
    """Return the time now in UTC, ISO 8601 to the second with `Z`."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class Dossier:
    """The folder of one dossier."""

    folder: Path

    @classmethod
    def open(cls, folder: Path) -> "Dossier":
        """Return the dossier in a folder.

        Raises:
            UsageError: The folder is not a dossier.
        """
        if not (folder / SETTINGS_FILE).is_file():
            message = (
                f"{folder}: not a dossier (it has no {SETTINGS_FILE}); "
                "start one with `remnant new DIR`, or name one with --dossier DIR"
            )
            raise UsageError(message)
        return cls(folder)

    @classmethod
    def create(cls, folder: Path, *, title: str) -> "Dossier":
        """Start a dossier in a new or empty folder.

        Raises:
            UsageError: The folder holds something already.
        """
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            message = f"{folder}: exists and is not empty; choose another folder"
            raise UsageError(message)
        (folder / "vault").mkdir(parents=True)
        (folder / "knowledge").mkdir()
        quoted = title.replace("\\", "\\\\").replace('"', '\\"')
        (folder / SETTINGS_FILE).write_text(f'title = "{quoted}"\n', encoding="utf-8")
        return cls(folder)

    @property
    def vault(self) -> Vault:
        """The originals."""
        return Vault(self.folder / "vault")

    @property
    def site(self) -> Path:
        """Where the site and the datasets are published."""
        return self.folder / "site"

    def record_url(self, database: str) -> str:
        """Return the address of the record: the setting, or a file in the folder."""
        return database or f"sqlite:///{(self.folder / 'record.sqlite').resolve()}"

    @property
    def replies(self) -> Path:
        """The folder of what models were asked and answered; there is none without a model."""
        return self.folder / "replies"

    @property
    def additions(self) -> Path | None:
        """The folder of the dossier's own knowledge, or `None` if it holds nothing."""
        folder = self.folder / "knowledge"
        return folder if folder.is_dir() and any(folder.iterdir()) else None

    def knowledge(self) -> Knowledge:
        """Return the knowledge, with the dossier's own entries."""
        return load_knowledge(self.additions)

    @property
    def decisions_journal(self) -> Journal:
        """The journal of people's decisions."""
        return Journal(self.folder / "decisions.jsonl")

    @property
    def numbers_journal(self) -> Journal:
        """The journal of incident numbers given out."""
        return Journal(self.folder / "numbers.jsonl")

    @property
    def searches_journal(self) -> Journal:
        """The journal of what people searched for documents."""
        return Journal(self.folder / "searches.jsonl")

    def searches(self, *, by: str = "") -> tuple[Search, ...]:
        """Return the searches that stand, oldest first; those recorded by a moment, if given.

        Raises:
            UsageError: An entry of the journal is no record of a search.
        """
        try:
            every = tuple(
                Search(**{key: _frozen(value) for key, value in entry.items()})
                for entry in self.searches_journal.entries()
            )
        except (TypeError, ValueError) as error:
            message = f"{self.searches_journal.path}: {error}; restore it from a copy"
            raise UsageError(message) from error
        return standing(every, by=by)

    def decisions(self) -> tuple[Decision, ...]:
        """Return people's decisions, oldest first."""
        return tuple(
            Decision(**{**entry, "judgement": Judgement(str(entry["judgement"]))})
            for entry in self.decisions_journal.entries()
        )

    def foundings(self) -> tuple[Founding, ...]:
        """Return the incident numbers given out so far, in order."""
        return tuple(Founding(**entry) for entry in self.numbers_journal.entries())

    def given_out_since(self, mark: Mark) -> tuple[Founding, ...]:
        """Return the incident numbers given out after a mark, in order.

        Raises:
            UsageError: The journal is not the one that was read up to the mark.
        """
        journal = self.numbers_journal
        if not journal.goes_on_from(mark):
            message = (
                f"{journal.path}: not the journal that the record was built with; "
                "restore it from a copy, or build the record anew"
            )
            raise UsageError(message)
        return tuple(Founding(**entry) for entry in journal.entries_from(mark.offset)[0])

    def last_number(self) -> str:
        """Return the highest incident number given out; empty if there is none."""
        last = self.numbers_journal.last()
        return Founding(**last).number if last else ""

    def give_out(self, foundings: Sequence[Founding]) -> None:
        """Write incident numbers that the journal does not hold yet, in order.

        They are higher than all before them, so only the last is looked at.
        """
        last = serial(self.last_number())
        fresh = [asdict(one) for one in foundings if serial(one.number) > last]
        self.numbers_journal.append(*fresh)


def _frozen(value: object) -> Any:  # noqa: ANN401 - a field of a journal's entry
    return tuple(value) if isinstance(value, list) else value
