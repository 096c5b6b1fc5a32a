"""Two editions of a record compared: what was added, dropped or changed, claim by claim."""

from dataclasses import dataclass
from enum import StrEnum

from remnant.model.finding import Reason
from remnant.model.span import Span


class ChangeKind(StrEnum):
    """What became of a claim, or of an incident, from one edition to the next."""

    ADDED = "added"
    DROPPED = "dropped"
    SOFTENED = "softened"
    """The speaker commits less: stated before, hedged or left open now."""
    HARDENED = "hardened"
    """The speaker commits more: hedged before, stated now."""
    REVERSED = "reversed"
    """What was said is now denied, or what was denied is now said."""
    FIGURE = "figure changed"
    SOURCE = "source replaced"
    """Another speaker, another cited work, or another basis carries it."""
    VALUE = "value changed"
    """Another party, weapon, place, date, treaty, vote or standing."""
    REWORDED = "reworded"
    """Other words for the same."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A claim as one edition has it, with the passage to check it by.

    Attributes:
        claim: Identifier of the claim.
        document: Identifier of its document.
        label: What a person calls the document.
        passage: The words.
        told: Kind, stance, speaker and values in one line.
    """

    claim: str
    document: str
    label: str
    passage: Span
    told: str


@dataclass(frozen=True, slots=True)
class Change:
    """One claim in two editions.

    Attributes:
        kinds: What changed; a claim may be softened and have another figure.
        before: As the earlier edition has it; `None` if added.
        after: As the later one has it; `None` if dropped.
        sentences: What changed, each with the value before and after.
        reason: Why the two are taken for one claim; `None` if there is only one.
    """

    kinds: tuple[ChangeKind, ...]
    before: Saying | None
    after: Saying | None
    sentences: tuple[str, ...] = ()
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class IncidentChange:
    """One incident in two editions.

    Attributes:
        number: Its number, in the later edition if it is there.
        kind: Added, dropped, or what of it changed.
        sentence: What changed, with the value before and after.
        claims: Identifiers of the claims of the later edition that it rests on, or of the
            earlier if it was dropped.
    """

    number: str
    kind: ChangeKind
    sentence: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Succession:
    """A document that is a newer edition of another: last year's profile and this year's.

    Attributes:
        earlier: Identifier of the document of the earlier edition.
        later: Identifier of the document of the later edition.
        earlier_label: What a person calls the earlier.
        later_label: What a person calls the later.
        reason: Why they are taken for editions of one work.
    """

    earlier: str
    later: str
    earlier_label: str
    later_label: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two editions compared.

    Attributes:
        before: What the earlier edition is called.
        after: What the later one is called.
        country: Name of the country it was narrowed to; empty for the whole record.
        added: Labels of documents that only the later edition has.
        dropped: Labels of documents that only the earlier one has.
        successions: Documents that are newer editions of others.
        changes: Claim by claim, in order of document and passage.
        incidents: Incident by incident, in order of number.
        unchanged: How many claims say the same in both.
    """

    before: str
    after: str
    country: str = ""
    added: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    successions: tuple[Succession, ...] = ()
    changes: tuple[Change, ...] = ()
    incidents: tuple[IncidentChange, ...] = ()
    unchanged: int = 0
