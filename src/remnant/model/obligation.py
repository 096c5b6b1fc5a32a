"""What a state owed under a treaty by a day, and how it voted: parts of an obligation."""

from dataclasses import dataclass
from enum import StrEnum

from remnant.model.claim import Ballot


class DeadlineStatus(StrEnum):
    """How a deadline stood on the day asked for."""

    RUNNING = "running"
    """It had not come yet."""
    MET = "met"
    """The state had declared that it was done, in time."""
    MET_LATE = "met late"
    """The state had declared that it was done, after the deadline that is recorded."""
    PASSED = "passed"
    """It had passed; neither completion nor a further extension is recorded."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline of one state under one article, as it stood on a day.

    Attributes:
        article: Number of the article.
        topic: `destruction`, `clearance` or `transparency`.
        first: ISO date that the article itself gives.
        due: ISO date after the extensions granted by then.
        status: How it stood.
        sentence: The same in words.
        citation: Where the extensions and completion come from; empty if none is recorded.
    """

    article: str
    topic: str
    first: str
    due: str
    status: DeadlineStatus
    sentence: str
    citation: str = ""


@dataclass(frozen=True, slots=True)
class Voted:
    """How a state voted on one resolution about a treaty.

    Attributes:
        resolution: Document symbol, such as `A/RES/75/62`.
        date: Day, month or year of the vote, in EDTF.
        ballot: How; `None` where that is not recorded.
        sentence: The same in words, with the count of the vote.
        citation: Where it comes from.
    """

    resolution: str
    date: str
    ballot: Ballot | None
    sentence: str
    citation: str
