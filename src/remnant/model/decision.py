"""People's decisions and the machine's runs."""

from dataclasses import dataclass
from enum import StrEnum


class Judgement(StrEnum):
    """What a person decided of two event mentions."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's decision. It is never changed; a later one may supersede it.

    Attributes:
        id: Content identifier.
        left: Identifier of the first event mention.
        right: Identifier of the second.
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
