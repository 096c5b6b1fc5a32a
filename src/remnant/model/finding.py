"""Explanations and problems, as data.

Every link, score and grade carries its reasons; every problem that need not
stop a build is an issue of the document it concerns.
"""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the machine concluded something, in a sentence a reviewer can check.

    Attributes:
        rule: Name of the rule or feature that spoke.
        sentence: The reason in plain words.
        left: The value on one side, as text; empty where there is none.
        right: The value on the other side.
        weight: Contribution to the score, in the rule's own unit; 0.0 for a rule without one.
        claims: Identifiers of the claims it rests on.
    """

    rule: str
    sentence: str
    left: str = ""
    right: str = ""
    weight: float = 0.0
    claims: tuple[str, ...] = ()


class Severity(StrEnum):
    """How much an issue costs the reader."""

    NOTICE = "notice"
    """Something to know; nothing was lost."""
    WARNING = "warning"
    """Something may be missing or wrong."""
    ERROR = "error"
    """The document, or a part of it, could not be read."""


@dataclass(frozen=True, slots=True)
class Issue:
    """A problem of one document that need not stop a build.

    Attributes:
        code: Short name of the kind of problem, such as `note-missing`.
        message: One sentence: what is wrong, where, and what to do.
        severity: How much it costs.
        start: Offset in the canonical text where it was met, if it has a place there.
    """

    code: str
    message: str
    severity: Severity = Severity.WARNING
    start: int | None = None
