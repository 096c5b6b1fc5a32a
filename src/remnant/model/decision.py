"""People's decisions and the machine's runs."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Judgement(StrEnum):
    """What a person decided: of two event mentions, of two works, or of an incident."""

    SAME = "same"
    """The two event mentions are one event."""
    DIFFERENT = "different"
    """They are two."""
    UNSURE = "unsure"
    """Nobody can tell."""
    CUT = "cut"
    """The first work does not rest on the second."""
    ADD = "add"
    """The whole of the first work rests on the second."""
    CONFIRM = "confirm"
    """The first work rests on the second, as the machine says."""
    GRADE = "grade"
    """The incident on the left has the grade on the right."""
    NOTE = "note"
    """A public note on what the accounts of the incident on the left differ in; see `Conflict`."""


ON_MENTIONS = frozenset({Judgement.SAME, Judgement.DIFFERENT, Judgement.UNSURE})
"""What can be decided of two event mentions."""

ON_WORKS = frozenset({Judgement.CUT, Judgement.ADD, Judgement.CONFIRM})
"""What can be decided of two works."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's decision. It is never changed; a later one may supersede it.

    Attributes:
        id: Content identifier.
        left: Identifier of the first event mention or work, or the number of an incident.
        right: Identifier of the second, or the grade, or what a note is on: `when`.
        judgement: What was decided.
        by: Who decided.
        at: When, in UTC, ISO 8601 to the second with `Z`.
        note: Why, in the person's words.
        supersedes: Identifier of the decision it replaces, or empty.
    """

    id: str
    left: str
    right: str
    judgement: Judgement
    by: str
    at: str
    note: str = ""
    supersedes: str = ""


def latest(
    decisions: Iterable[Decision], kinds: Iterable[Judgement]
) -> dict[tuple[str, str], Decision]:
    """Return what holds now of the given kinds: the last decision on each pair, in order.

    Of an incident's grade the last decision holds, whatever grade it names.
    """
    wanted = frozenset(kinds)
    held: dict[tuple[str, str], Decision] = {}
    for one in decisions:
        if one.judgement in wanted:
            pair = (one.left, "") if one.judgement is Judgement.GRADE else (one.left, one.right)
            held[pair] = one
    return held


@dataclass(frozen=True, slots=True)
class Run:
    """One build. Every row that the machine writes names its run.

    Attributes:
        id: Identifier: unique per build.
        version: Version of Remnant.
        settings: Digest of the settings that can change a result.
        started: When, in UTC, ISO 8601 to the second with `Z`.
    """

    id: str
    version: str
    settings: str
    started: str


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a journal had been read when a build ended, so that the next need not begin again.

    Attributes:
        offset: Bytes of the journal up to the end of a line.
        line: SHA-256 of that line, which names all before it; of an empty journal 64 zeros.
    """

    offset: int
    line: str


BEGINNING = Mark(0, "0" * 64)
"""Before the first line."""
