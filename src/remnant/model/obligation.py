"""What a state was bound by on a day: its standing, its deadlines and how it voted."""

from dataclasses import dataclass
from enum import StrEnum

from remnant.model.claim import Ballot, ClaimKind
from remnant.model.finding import Reason


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


class Accord(StrEnum):
    """How what is said of treaties and votes stands to the tables."""

    AGREES = "agrees"
    DIFFERS = "differs"
    UNRECORDED = "not recorded"
    """The tables hold nothing to compare it with."""
    BESIDE = "beside"
    """A declared position: no table can bear it out, so acts and votes are put beside it."""


class Leaning(StrEnum):
    """Which way the words of a declared position lean."""

    AGAINST_USE = "against use"
    """It condemns the use of the weapon, or is concerned at it."""
    FOR_BAN = "for the ban"
    """It supports the treaty, the ban or a resolution on it."""
    AGAINST_BAN = "against the ban"
    """It opposes or criticises them."""
    STAYS_OUT = "stays out"
    """It cannot or will not join."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a document says of a state's standing, vote or position, beside the tables.

    Attributes:
        claim: Identifier of the claim.
        document: Identifier of its document.
        kind: Treaty, vote or position.
        state: Identifier of the state it is about; empty for a number of members.
        treaty: Identifier of the treaty.
        on: ISO day for which the tables were asked.
        accord: How the two stand to one another.
        sentence: What the tables say, in words.
        citation: Where the tables have it from.
        incidents: Incidents of that year in which the state is accused of use.
        leaning: Which way a position leans; `None` if its words do not say.
    """

    claim: str
    document: str
    kind: ClaimKind
    state: str
    treaty: str
    on: str
    accord: Accord
    sentence: str
    citation: str
    incidents: tuple[str, ...] = ()
    leaning: Leaning | None = None


@dataclass(frozen=True, slots=True)
class YearOfWords:
    """What a state said of a ban in one year, beside how it voted.

    Attributes:
        state: Identifier of the state.
        year: The calendar year.
        until: The last of several years without words and with the same vote; else the same year.
        claims: Identifiers of the positions of that year, in order of document and passage.
        leanings: Which ways they lean.
        ballot: How it voted on the resolution of that year; `None` if not recorded.
        sentence: Both, and whether they go together, in words.
        citation: Where the vote is from; empty without one.
        incidents: Incidents of that year in which the state is accused of use.
    """

    state: str
    year: int
    until: int
    claims: tuple[str, ...]
    leanings: tuple[Leaning, ...]
    ballot: Ballot | None
    sentence: str
    citation: str = ""
    incidents: tuple[str, ...] = ()


class Standing(StrEnum):
    """A state's standing under a treaty on a day."""

    PARTY = "State Party"
    SIGNATORY = "signatory"
    NEITHER = "non-signatory"
    UNKNOWN = "unknown"
    NOT_OPEN = "not yet open"
    """The treaty did not exist, or was not yet open for signature."""
    NOT_ELIGIBLE = "not eligible"
    """A territory or group that cannot join."""


@dataclass(frozen=True, slots=True)
class Obligation:
    """What a state was bound by on a day.

    Attributes:
        state: Name of the state or territory.
        treaty: Short name of the treaty: CCM, MBT, CCW.
        on: The day, or the first day of the interval, in ISO 8601.
        standing: Party, signatory or neither.
        articles: Articles that bound it, such as `1(1)(a)`; empty if none did.
        sentence: The standing in words.
        citation: Source of the treaty actions used.
        governed: A weapon named in the incident is one that the treaty governs.
        reasons: The acts and rules from which the standing follows.
        deadlines: What it had to have done, and by when.
        votes: How it voted on resolutions about the treaty in that year.
    """

    state: str
    treaty: str
    on: str
    standing: Standing
    articles: tuple[str, ...]
    sentence: str
    citation: str
    governed: bool = False
    reasons: tuple[Reason, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    votes: tuple[Voted, ...] = ()
