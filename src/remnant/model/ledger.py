"""What a party is accused of, what it answered, and what it did not answer."""

from dataclasses import dataclass
from enum import StrEnum

from remnant.model.assessment import DenialScope
from remnant.model.claim import ClaimKind, Stance
from remnant.model.span import Span
from remnant.model.value import DateInterval


class Response(StrEnum):
    """What kind of answer a party gave."""

    DENIAL = "denial"
    """It denies, rejects, or says that there is no evidence."""
    CONCESSION = "concession"
    """It accepts what it is accused of."""
    PARTIAL = "partial concession"
    """It accepts an attack, but not with the weapon or not on the target that is alleged."""


class Answered(StrEnum):
    """Where an accusation stands, as far as the documents at hand tell. Strongest answer first."""

    CONCEDED = "conceded"
    """The party accepts it."""
    PARTLY_CONCEDED = "partly conceded"
    """The party accepts a part of it."""
    DENIED = "denied"
    """A denial answers it."""
    DENIED_BEFORE = "denied before it was made"
    """The party had denied this very event earlier, and no later answer is at hand."""
    NO_ANSWER = "no answer in the documents of this dossier"
    """Nothing at hand answers it. An answer may have been given elsewhere."""


@dataclass(frozen=True, slots=True)
class Accusation:
    """One claim in which somebody else says that a party did or held something.

    Attributes:
        claim: Identifier of the claim.
        kind: Use, harm, remnants, or holding, making and passing on weapons.
        stance: How the accuser stands towards it.
        accusers: Names of those who say it: the innermost speakers.
        origin: Name of the independent origin that it rests on; empty if none was worked out.
        document: Identifier of the document that carries it.
        said: When it was said, if known.
        beside: Names of the other parties accused in the same words, as alternatives or jointly.
        incidents: Numbers of the incidents and episodes that it belongs to.
        passage: The words.
        answered: Where it stands.
        answers: Identifiers of the claims that answer it, in order of time.
    """

    claim: str
    kind: ClaimKind
    stance: Stance
    accusers: tuple[str, ...]
    origin: str
    document: str
    said: DateInterval | None
    beside: tuple[str, ...]
    incidents: tuple[str, ...]
    passage: Span
    answered: Answered
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """One claim in which a party, or somebody in its name, answers.

    Attributes:
        claim: Identifier of the claim.
        response: Denial, concession or partial concession.
        scope: What is denied; `None` for a concession.
        voice: Who speaks for the party, in the words of the document; empty if the document does.
        carried_by: Who hands the answer on, if not the party itself; empty otherwise.
        hostile: It is handed on only by another side of the conflict.
        document: Identifier of the document that carries it.
        said: When it was said, if known.
        general: It speaks of a war or campaign rather than of one event.
        passage: The words.
        meaning: What it says, and what it does not say, in a sentence.
        rendered: Where it is told in other words than the party's own: how they differ.
        answers: Identifiers of the accusations that it answers, in order of time.
        by_then: The day is that of the report that hands it on; it was said by then.
    """

    claim: str
    response: Response
    scope: DenialScope | None
    voice: str
    carried_by: str
    hostile: bool
    document: str
    said: DateInterval | None
    general: bool
    passage: Span
    meaning: str
    rendered: str = ""
    answers: tuple[str, ...] = ()
    by_then: bool = False


@dataclass(frozen=True, slots=True)
class Ledger:
    """All that one party is accused of and all that it answered, in order of time.

    Attributes:
        party: Identifier of the party, or its folded name.
        name: Name to print.
        accusations: Those with no date come last.
        answers: Those with no date come last.
    """

    party: str
    name: str
    accusations: tuple[Accusation, ...]
    answers: tuple[Answer, ...]
