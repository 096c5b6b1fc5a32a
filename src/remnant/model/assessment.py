"""What is concluded of an incident, and why."""

from dataclasses import dataclass
from enum import StrEnum

from remnant.model.casualties import NO_CASUALTIES, CasualtyRange
from remnant.model.claim import Basis
from remnant.model.contradictions import Contradiction
from remnant.model.finding import Reason
from remnant.model.obligation import Obligation
from remnant.model.span import Span


class Grade(StrEnum):
    """How well an incident is supported. Strongest first."""

    ADMITTED = "admitted"
    """The accused party accepts that it did it."""
    ESTABLISHED = "established"
    """Two or more independent origins, one of which examined physical or visual evidence."""
    PROBABLE = "probable"
    """Two or more independent origins; who did it is inferred."""
    SINGLE_ORIGIN = "single origin"
    """One origin, however often repeated."""
    CONTESTED = "contested"
    """Incompatible attributions, each with support. A bare denial is not support."""
    REFUTED = "refuted"
    """Better evidence points elsewhere."""
    UNASSESSED = "unassessed"
    """Nothing that can be graded."""


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent origin of what is said of an incident: somebody who did not repeat others.

    Attributes:
        id: Identifier of the work or speaker at the root.
        label: Name to print.
        party: It is a party to the conflict, or accused.
        claims: Identifiers of the claims that rest on it, directly or through others.
        documents: Identifiers of the documents that carry those claims.
        basis: What it says it rests on, strongest first.
        supports: Parties that it says did it.
        reasons: Why the claims are counted under this origin.
        weight: What it counts for: 1.0, and less than 1.0 more for further organisations that
            are not independent of it.
    """

    id: str
    label: str
    party: bool
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    basis: tuple[Basis, ...] = ()
    supports: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    weight: float = 1.0


class DenialScope(StrEnum):
    """What a denial denies."""

    USE = "use"
    POSSESSION = "possession"
    EVIDENCE = "evidence"
    TARGETING = "targeting of civilians"
    RESPONSIBILITY = "responsibility"
    ALLEGATIONS = "the allegations"
    """It rejects the allegations without the words that it did not do it."""
    EVERYTHING = "everything"
    """It denies all that it is accused of."""


@dataclass(frozen=True, slots=True)
class Denial:
    """A denial, tied to the claims that it answers.

    Attributes:
        claim: Identifier of the denying claim.
        speaker: Who denies.
        scope: What is denied.
        answers: Identifiers of the claims it answers.
        general: It answers a war or campaign rather than this incident.
        passage: The words.
        reason: Why it is tied to those claims.
    """

    claim: str
    speaker: str
    scope: DenialScope
    answers: tuple[str, ...]
    general: bool
    passage: Span
    reason: Reason


@dataclass(frozen=True, slots=True)
class Change:
    """What would give an incident another grade.

    Attributes:
        sentence: What would have to be found, or to fall away.
        grade: The grade that the rule table then gives.
        claims: Identifiers of the claims that would fall away; empty if something is added.
    """

    sentence: str
    grade: Grade
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """A person's grade of an incident, beside the computed one.

    Attributes:
        grade: The grade.
        by: Who gave it.
        at: When, in UTC, ISO 8601 to the second with `Z`.
        note: Why, in the person's words.
        decision: Identifier of the decision.
    """

    grade: Grade
    by: str
    at: str
    note: str
    decision: str


@dataclass(frozen=True, slots=True)
class FactOrigins:
    """The independent origins of one fact of an incident, for and against.

    Attributes:
        fact: What is said: the event, a weapon, who did it, a figure.
        value: The value, in words; empty for the event itself.
        supporting: The origins that say so, parties to the conflict left out.
        parties: The parties that say so.
        against: The origins and parties that say it is not so, or that it is another value.
        basis: What those that say so rest on, strongest first.
        claims: Identifiers of the claims that say so.
        weight: What the supporting origins count for together.
    """

    fact: str
    value: str
    supporting: tuple[str, ...]
    parties: tuple[str, ...]
    against: tuple[str, ...]
    basis: tuple[Basis, ...]
    claims: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Assessment:
    """What is concluded of one incident.

    Attributes:
        incident: Number of the incident.
        grade: The result of the rule table.
        reasons: The rules that decided, the deciding one first.
        origins: The independent origins, strongest first.
        contradictions: What the claims disagree on.
        denials: Denials that answer its claims.
        casualties: The reconciled range.
        obligations: What the accused states were bound by on the day.
        rules: Name and version of the rule table.
        carrying: The smallest set of claims found that carries the grade.
        changes: What would change the grade.
        facts: The origins of each fact: the event, each weapon, each attribution, each figure.
        review: A person's grade, if one was given.
    """

    incident: str
    grade: Grade
    reasons: tuple[Reason, ...] = ()
    origins: tuple[Origin, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    denials: tuple[Denial, ...] = ()
    casualties: CasualtyRange = NO_CASUALTIES
    obligations: tuple[Obligation, ...] = ()
    rules: str = ""
    carrying: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    facts: tuple[FactOrigins, ...] = ()
    review: Review | None = None

    @property
    def independent(self) -> int:
        """How many origins the grade counts: that say so, are no party, nor known by one alone."""
        counted = next((one.right for one in self.reasons if one.rule == "origins"), "")
        return int(counted) if counted else sum(not one.party for one in self.origins)
