"""Checks a whole dossier: originals, journals, spans, and that a rebuild gives the same record."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import zip_longest
from pathlib import Path

from remnant.dossier import SETTINGS_FILE, Dossier
from remnant.knowledge import Knowledge
from remnant.model.record import Record
from remnant.publish import Material
from remnant.publish.datasets import EXPORTS, export
from remnant.replies import Replies
from remnant.store import Reader
from remnant.store.checks import problems


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not hold.

    Attributes:
        check: Which check found it: originals, journals, replies, record or rebuild.
        sentence: What is wrong, where, and what to do.
    """

    check: str
    sentence: str


def check_originals(dossier: Dossier) -> Iterator[Fault]:
    """Every original still has the SHA-256 under which it was preserved."""
    for problem in dossier.vault.check():
        yield Fault("originals", problem.sentence)


def check_journals(dossier: Dossier) -> Iterator[Fault]:
    """Every line of the journals of decisions, numbers and searches names the line before it."""
    journals = (dossier.decisions_journal, dossier.numbers_journal, dossier.searches_journal)
    for journal in journals:
        for sentence in journal.verify():
            yield Fault("journals", sentence)


def check_replies(dossier: Dossier) -> Iterator[Fault]:
    """Every recorded reply of a model is as it was kept, and its journal holds."""
    for sentence in Replies(dossier.replies).check():
        yield Fault("replies", sentence)


def check_record(reader: Reader) -> Iterator[Fault]:
    """Every span of the record re-reads, every identifier leads somewhere."""
    for problem in problems(reader):
        yield Fault("record", problem.message)


def twin_of(dossier: Dossier, folder: Path) -> Dossier:
    """Return a dossier in an empty folder that has the same inputs, recorded replies too."""
    source = dossier.folder.resolve()
    for name in ("vault", "knowledge", "replies"):
        if (source / name).exists():
            (folder / name).symlink_to(source / name, target_is_directory=True)
    for name in (SETTINGS_FILE, "decisions.jsonl", "numbers.jsonl"):
        if (source / name).exists():
            shutil.copyfile(source / name, folder / name)
    return Dossier(folder)


def compare_records(kept: Record, rebuilt: Record, *, knowledge: Knowledge) -> Iterator[Fault]:
    """Every dataset of a record that was built anew is the same to the byte."""
    ours, anew = Material(kept, knowledge), Material(rebuilt, knowledge)
    for name in EXPORTS:
        pairs = zip_longest(export(name, ours), export(name, anew))
        for number, (left, right) in enumerate(pairs, start=1):
            if left != right:
                yield Fault(
                    "rebuild",
                    f"{name}: piece {number} differs from that of a rebuilt record "
                    f"({_digest(left)} and {_digest(right)}); run `remnant build --again`",
                )
                break


def _digest(piece: str | None) -> str:
    return "nothing" if piece is None else sha256(piece.encode()).hexdigest()[:12]
