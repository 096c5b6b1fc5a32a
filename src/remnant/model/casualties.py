"""Casualties: figures as they were given, and what follows from them.

Unknown is never 0: where nobody says who was killed, the status is unknown.
"""

from dataclasses import dataclass
from enum import StrEnum

from remnant.model.finding import Reason
from remnant.model.value import DateInterval, Quantity


class Status(StrEnum):
    """Who they are said to be, in the groups of the Landmine and Cluster Munition Monitor."""

    CIVILIAN = "civilian"
    MILITARY = "military"
    """Soldiers, fighters and security forces."""
    DEMINER = "deminer"
    """Those who clear mines and remnants."""
    UNKNOWN = "unknown"


class Age(StrEnum):
    """How old they are said to be."""

    CHILD = "child"
    """Under 18, or called a child."""
    ADULT = "adult"
    UNKNOWN = "unknown"


class Sex(StrEnum):
    """Of which sex they are said to be."""

    FEMALE = "female"
    MALE = "male"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, order=True)
class People:
    """Who a figure counts, as far as its words say.

    Attributes:
        status: Civilian, military, deminer or unknown.
        age: Child, adult or unknown.
        sex: Female, male or unknown.
    """

    status: Status = Status.UNKNOWN
    age: Age = Age.UNKNOWN
    sex: Sex = Sex.UNKNOWN

    @property
    def known(self) -> bool:
        """Whether the words say anything on who they are."""
        return self != People()


@dataclass(frozen=True, slots=True)
class Portion:
    """Some of those whom a figure counts: `including two children`.

    Attributes:
        injured: They are among the injured; otherwise among the killed.
        number: How many.
        people: Who.
    """

    injured: bool
    number: Quantity
    people: People


@dataclass(frozen=True, slots=True)
class Figure:
    """One casualty figure as one claim gives it.

    Attributes:
        claim: Identifier of the claim.
        origin: Identifier of the origin it rests on.
        killed: Killed, if said.
        injured: Injured, if said.
        said: Date on which it was said, if known.
        hedged: The speaker hedges it.
        covers: The places and days it covers, in words, if they are more than one incident.
        who_killed: Who the killed are, as far as the words say.
        who_injured: Who the injured are.
        portions: Some of them, counted apart.
    """

    claim: str
    origin: str
    killed: Quantity | None = None
    injured: Quantity | None = None
    said: DateInterval | None = None
    hedged: bool = False
    covers: str = ""
    who_killed: People = People()
    who_injured: People = People()
    portions: tuple[Portion, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Casualties of one kind of people, over the current figures that say so.

    Attributes:
        name: `civilian`, `military`, `deminer`, `child`, `adult`, `female` or `male`.
        killed: The range over origins; `None` if no figure says so.
        injured: The same for the injured.
        claims: Identifiers of the claims behind it.
    """

    name: str
    killed: Quantity | None = None
    injured: Quantity | None = None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CasualtyRange:
    """Casualties of one incident or episode, reconciled.

    Attributes:
        killed: The range over origins, or `None` if nobody gave a figure.
        injured: The same for the injured.
        rule: Name of the rule that chose it, printed with the range.
        figures: The current figure of each origin, the latest of a rising series; strongest first.
        superseded: Earlier figures of the same origins, oldest first.
        reasons: Why.
        covers: For an episode, the places and days that the range covers, in words.
        apart: Current figures that cover other places or days than the range does.
        later: Figures of those who died later of their injuries; never added to the range.
        groups: Civilians, children and so on, as far as the words of current figures say.
    """

    killed: Quantity | None = None
    injured: Quantity | None = None
    rule: str = ""
    figures: tuple[Figure, ...] = ()
    superseded: tuple[Figure, ...] = ()
    reasons: tuple[Reason, ...] = ()
    covers: str = ""
    apart: tuple[Figure, ...] = ()
    later: tuple[Figure, ...] = ()
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class StatedTotal:
    """A total over several places or days as somebody gave it, set against its parts.

    Attributes:
        incident: Number of the episode or incident under which it stands.
        figure: The figure.
        parts: Numbers of the incidents within it that have a figure, in order.
        together: What the killed of those parts add up to; `None` without parts.
        fits: Whether the parts can be of this total; `None` if nothing can be checked.
        sentence: The check in plain words.
    """

    incident: str
    figure: Figure
    parts: tuple[str, ...]
    together: Quantity | None
    fits: bool | None
    sentence: str


@dataclass(frozen=True, slots=True)
class RivalTotals:
    """Two totals over the same places and days that cannot both be true.

    Attributes:
        left: Identifier of the claim that gives the first.
        right: Identifier of the claim that gives the second.
        sentence: What differs, in plain words.
    """

    left: str
    right: str
    sentence: str


@dataclass(frozen=True, slots=True)
class CountryYear:
    """Casualties of the incidents of one country in one year; nothing is counted twice.

    Attributes:
        country: ISO 3166-1 alpha-2 code of the state in which the places lie by law; empty if
            unknown.
        year: The year; `None` if the dates do not tell.
        killed: The range over its incidents; `None` if none has a figure.
        injured: The same for the injured.
        civilians_killed: Those of the killed who are said to be civilians.
        children_killed: Those of the killed who are said to be children.
        counted: Numbers of the incidents with a figure.
        unknown: Numbers of the incidents without one, which is not 0.
        doubtful: Incidents that may be one event; of these the least counts the highest least
            figure alone, and the most counts all.
    """

    country: str
    year: int | None
    killed: Quantity | None
    injured: Quantity | None
    civilians_killed: Quantity | None
    children_killed: Quantity | None
    counted: tuple[str, ...]
    unknown: tuple[str, ...]
    doubtful: tuple[tuple[str, ...], ...]


NO_CASUALTIES = CasualtyRange()
"""Nobody gave a figure."""
