"""Entries on what states are bound by: treaties, their articles, acts and votes."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from remnant.knowledge.entries import Citation, Sureness
from remnant.model.value import DateInterval

_UNCITED = Citation("", Sureness.UNRESOLVED)


@dataclass(frozen=True, slots=True)
class Article:
    """An article of a treaty that bears on a topic.

    Attributes:
        number: Such as `1(1)(a)`.
        topic: One of `use`, `production`, `transfer`, `stockpile`, `assistance`, `destruction`,
            `clearance`, `victims`, `transparency`, `withdrawal`.
        rule: What it requires, in our words.
        years: Years from entry into force to a deadline; 0 if it sets none.
        days: Days from entry into force to a deadline; 0 if it sets none.
    """

    number: str
    topic: str
    rule: str
    years: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True)
class Treaty:
    """A treaty.

    Attributes:
        id: Identifier, such as `ccm`.
        name: Short name in normal form, such as `CCM`.
        title: Full title.
        aliases: Other names.
        adopted: ISO date; empty if not recorded.
        opened: ISO date on which it opened for signature.
        in_force: ISO date of its entry into force.
        articles: Articles by topic.
        cased: Those of its names that count only when capitalised as written.
        governs: Identifiers of the classes of weapons that it is about.
        within: Identifier of the treaty that it is a protocol to.
        recorded_until: ISO date of the last act that the tables read hold; empty if not limited.
        citations: Where the entry comes from.
    """

    id: str
    name: str
    title: str
    aliases: tuple[str, ...] = ()
    adopted: str = ""
    opened: str = ""
    in_force: str = ""
    articles: tuple[Article, ...] = ()
    cased: tuple[str, ...] = ()
    governs: tuple[str, ...] = ()
    within: str = ""
    recorded_until: str = ""
    citations: tuple[Citation, ...] = ()

    def open_on(self, day: date) -> bool:
        """Say whether states could sign or join it on a day; so too if nothing is recorded."""
        return (self.opened or self.adopted) <= day.isoformat()

    def in_force_on(self, day: date) -> bool:
        """Say whether it was in force on a day; so too if nothing is recorded."""
        return self.in_force <= day.isoformat()

    def recorded_on(self, day: date) -> bool:
        """Say whether what states had done by a day is recorded, as far as the tables go."""
        return not self.recorded_until or day.isoformat() <= self.recorded_until


class Act(StrEnum):
    """What a state did towards a treaty."""

    SIGN = "sign"
    RATIFY = "ratify"
    ACCEPT = "accept"
    APPROVE = "approve"
    ACCEDE = "accede"
    SUCCEED = "succeed"
    CONSENT = "consent"
    """It consented to be bound by a protocol."""
    PROVISIONALLY_APPLY = "provisionally apply"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True, order=True)
class TreatyAction:
    """One dated act of a state towards a treaty.

    Attributes:
        deposited: ISO date of signature, deposit or notice.
        actor: Identifier of the state.
        treaty: Identifier of the treaty.
        act: What it did.
        effective: ISO date from which it binds, or no longer binds; empty for a signature.
        citation: Where the fact comes from.
    """

    deposited: str
    actor: str
    treaty: str
    act: Act
    effective: str = ""
    citation: Citation = _UNCITED


class Step(StrEnum):
    """What became of a deadline that a treaty sets."""

    EXTENDED = "extended"
    """The states parties granted more time."""
    COMPLETED = "completed"
    """The state declared that it had done what was due."""
    REPORTED = "reported"
    """The state gave its first transparency report."""


@dataclass(frozen=True, slots=True, order=True)
class Milestone:
    """One dated step of a state towards what a treaty requires by a deadline.

    Attributes:
        on: When, in EDTF; `../2019-08-01` is a day by which it was done.
        actor: Identifier of the state.
        treaty: Identifier of the treaty.
        article: Number of the article that sets the deadline.
        step: What happened.
        until: ISO date of the new deadline, for an extension.
        citation: Where the fact comes from.
    """

    on: str
    actor: str
    treaty: str
    article: str
    step: Step
    until: str = ""
    citation: Citation = _UNCITED

    @property
    def by(self) -> date | None:
        """The day by which it had certainly happened, or `None` if that is not known."""
        return DateInterval(self.on).latest


@dataclass(frozen=True, slots=True)
class Resolution:
    """A resolution put to the vote.

    Attributes:
        id: Identifier, such as `unga-75-62`.
        symbol: Document symbol, such as `A/RES/75/62`.
        title: Title.
        date: ISO date of the vote, or an EDTF month or year.
        stage: `plenary` or `First Committee`.
        object: What was voted on: `whole text` or the paragraph.
        yes: Votes in favour; `None` if not recorded.
        no: Votes against.
        abstain: Abstentions.
        treaty: Identifier of the treaty it is about.
        citations: Where the entry comes from.
    """

    id: str
    symbol: str
    title: str
    date: str
    stage: str = "plenary"
    object: str = "whole text"
    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    treaty: str = ""
    citations: tuple[Citation, ...] = ()
