"""Event mentions and incidents: claims gathered around what they are about."""

import re
from dataclasses import dataclass
from enum import StrEnum

from remnant.model.finding import Reason
from remnant.model.value import DateInterval, Location, Quantity, Reference


class Scope(StrEnum):
    """How much of a conflict an event mention or incident covers."""

    INCIDENT = "incident"
    """One moment or a few days in one place."""
    EPISODE = "episode"
    """A war, campaign or region: general claims and aggregates, never pinned on one strike."""


@dataclass(frozen=True, slots=True)
class EventMention:
    """What one document says of one event: one or more of its claims.

    A claim that gives several dates for a place is in one event mention per date.

    Attributes:
        id: Content identifier.
        document: Identifier of the document.
        scope: Incident or episode.
        claims: Identifiers of the claims, in order of passage.
        actors: Parties said to have done it; several are alternatives.
        weapons: Weapons said to have been used.
        places: Where.
        date: When, or `None` if not said.
        killed: Killed, as said, where the figure is of this event alone.
        injured: Injured, as said, where the figure is of this event alone.
        known_by: The latest it can have happened: when remnants were found, or publication.
        weapon_kin: Identifiers of all weapons that the named ones are compatible with.
        start: Offset of its first passage.
        end: Offset after its first passage.
        words: Stems of the telling words of an incident's passages, beside those of its values.
    """

    id: str
    document: str
    scope: Scope
    claims: tuple[str, ...]
    actors: tuple[Reference, ...] = ()
    weapons: tuple[Reference, ...] = ()
    places: tuple[Location, ...] = ()
    date: DateInterval | None = None
    killed: Quantity | None = None
    injured: Quantity | None = None
    known_by: DateInterval | None = None
    weapon_kin: tuple[str, ...] = ()
    start: int = 0
    end: int = 0
    words: tuple[str, ...] = ()


class Verdict(StrEnum):
    """What is concluded of two event mentions."""

    SAME = "same"
    ASK = "ask a person"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Link:
    """Two event mentions compared.

    Attributes:
        left: Identifier of the first event mention, the smaller of the two.
        right: Identifier of the second.
        probability: That they are the same event, from 0.0 to 1.0, by the documented weights.
        verdict: What follows from the thresholds, or from a person's decision.
        reasons: One per feature compared.
        decision: Identifier of the decision that settled it; empty if the machine did.
    """

    left: str
    right: str
    probability: float
    verdict: Verdict
    reasons: tuple[Reason, ...] = ()
    decision: str = ""


@dataclass(frozen=True, slots=True)
class Incident:
    """Event mentions that are taken to be one event.

    Attributes:
        number: Permanent number, such as `R-0012`. Never used again for another.
        scope: Incident or episode.
        mentions: The event mentions, ordered by identifier.
        links: The links that hold them together, and those a person should settle.
        actors: Parties accused, most often named first.
        weapons: Weapons said to have been used, most often named first.
        place: The place, where the mentions agree on one; the most precise otherwise.
        places: All places named.
        date: The interval that every dated mention fits, or the widest.
        episode: Number of the episode it belongs to, or empty.
        absorbed: Numbers that now redirect to this one.
    """

    number: str
    scope: Scope
    mentions: tuple[EventMention, ...]
    links: tuple[Link, ...] = ()
    actors: tuple[Reference, ...] = ()
    weapons: tuple[Reference, ...] = ()
    place: Location | None = None
    places: tuple[Location, ...] = ()
    date: DateInterval | None = None
    episode: str = ""
    absorbed: tuple[str, ...] = ()

    @property
    def claims(self) -> tuple[str, ...]:
        """Identifiers of the claims of all its mentions, each once."""
        return tuple(dict.fromkeys(c for mention in self.mentions for c in mention.claims))


@dataclass(frozen=True, slots=True)
class Founding:
    """The event mention for which an incident number was first given out.

    A number stays with the cluster that holds its founding mention, so it survives
    a rebuild; if the mention is gone, the cluster with an overlapping passage of
    the same document inherits it.

    Attributes:
        number: The incident number.
        mention: Identifier of the founding event mention.
        document: Identifier of its document.
        start: Offset of its first passage.
        end: Offset after its first passage.
    """

    number: str
    mention: str
    document: str
    start: int
    end: int


_NUMBER = re.compile(r"R-(\d+)")


def serial(number: str) -> int:
    """Return the serial part of an incident number, by which numbers are ordered; else 0."""
    found = _NUMBER.fullmatch(number)
    return int(found.group(1)) if found else 0
