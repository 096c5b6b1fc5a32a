"""What is concluded of an incident, and why."""

from dataclasses import dataclass
from enum import StrEnum

from remnant.model.casualties import NO_CASUALTIES, CasualtyRange
from remnant.model.claim import Basis
from remnant.model.contradictions import Contradiction
from remnant.model.finding import Reason
from remnant.model.obligation import Deadline, Voted
from remnant.model.span import Span
from remnant.model.value import DateInterval


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


class Derivation(StrEnum):
    """How one work rests on another."""

    QUOTES = "quotes"
    """It attributes the words to the other."""
    CITES = "cites"
    """A note, link or reference names the other."""
    REPEATS = "repeats"
    """It says that it is the other's text, or carries its credit: a wire or agency, a reprint."""
    COPIES = "copies"
    """It shares much of its text with the other."""
    RESTATES = "restates"
    """Both give the same longer words of somebody, as two reports of one press release do."""
    SHARES = "shares"
    """Both have an odd figure or spelling that hardly anybody would come by alone."""
    SAME_SPEAKER = "same speaker"
    """Both are statements of one speaker."""
    DIGESTS = "digests"
    """It says that it is a summary of the other."""
    RELATED = "related"
    """The two organisations share people or belong to one another."""


@dataclass(frozen=True, slots=True)
class Work:
    """A node of the lineage graph: a document in the dossier, or a work named in one.

    Attributes:
        id: Document identifier, or content identifier of the named work.
        label: Short citation, such as `Human Rights Watch, 30 October 2020`.
        publisher: Who speaks in it, as an actor's identifier or name.
        date: Date of publication, if known.
        document: Identifier of the document, or empty for a work that is only named.
        address: Where it was published, without scheme and query; empty if not known.
    """

    id: str
    label: str
    publisher: str
    date: DateInterval | None = None
    document: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Derives:
    """One edge: a work rests on another, with the passages that show it.

    Attributes:
        child: Identifier of the work that rests on the other.
        parent: Identifier of the work it rests on.
        kind: How.
        passages: The words that show it.
        score: From 0.0 to 1.0.
        reason: Why, in a sentence.
        claims: Identifiers of the claims that rest on it; empty if the whole document does.
        decision: Identifier of the decision that a person made of it; empty if none.
        cut: A person decided that it does not hold; it is kept to be seen, and counts nowhere.
    """

    child: str
    parent: str
    kind: Derivation
    passages: tuple[Span, ...]
    score: float
    reason: Reason
    claims: tuple[str, ...] = ()
    decision: str = ""
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Lineage:
    """The graph of which work rests on which."""

    works: tuple[Work, ...] = ()
    edges: tuple[Derives, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """A work that a document names as what it rests on.

    Attributes:
        work: The named work.
        kind: How the document rests on it.
        passages: The words that name it.
        claims: Identifiers of the claims that rest on it; empty if the whole document does.
        reason: Why, in a sentence.
        score: From 0.0 to 1.0.
    """

    work: Work
    kind: Derivation
    passages: tuple[Span, ...]
    claims: tuple[str, ...]
    reason: Reason
    score: float = 1.0


class MarkKind(StrEnum):
    """What two documents can have in common that points to one source."""

    SENTENCE = "sentence"
    """A whole sentence, word for word: it shows what was copied."""
    QUOTATION = "quotation"
    """Longer words between quotation marks."""
    FIGURE = "figure"
    """A number that is not round, with what it counts."""
    SPELLING = "spelling"
    """A name in a form that is in no register."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that point to one source if another document has them too.

    Attributes:
        kind: What they are.
        key: What the same words of another document have in common with them.
        passage: Where they stand.
    """

    kind: MarkKind
    key: str
    passage: Span


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is needed of one document to find out what it rests on, without its text.

    Attributes:
        work: The document itself, as a work.
        bands: Keys that near-copies share with high probability.
        signature: The lowest hash values of its runs of words, ascending: how much text two
            documents share.
        named: The works it names.
        marks: Words in it that hardly anybody would come by alone.
    """

    work: Work
    bands: tuple[str, ...]
    signature: tuple[int, ...]
    named: tuple[Named, ...] = ()
    marks: tuple[Mark, ...] = ()


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
