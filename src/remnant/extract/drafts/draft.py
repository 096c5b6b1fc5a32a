"""A draft: a proposition found in one sentence, before it becomes a claim."""

from dataclasses import dataclass

from remnant.extract.language.words import Word
from remnant.extract.names.marks import Line, Mark
from remnant.model.claim import ActorRole, Ballot, ClaimKind, Membership, Stance


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """A proposition with the marks that fill it.

    Attributes:
        kind: The kind of proposition.
        line: The sentence.
        trigger: The word that carries it.
        start: Offset of the passage.
        end: Offset after the passage.
        actors: Who did it; several are joint or alternatives.
        weapons: With what.
        places: Where.
        dates: When.
        targets: Heads of the phrases that name whom or what was struck.
        killed: Range of the words that say how many were killed, or `None`.
        injured: Range of the words that say how many were injured, or `None`.
        count: Range of the words that say how many there were, or `None`.
        suppliers: Who supplied.
        recipients: Who received.
        treaties: Which treaties.
        stance: The stance the form itself gives, or `None` to judge by the words around it.
        own: The claim is its speaker's own act, such as a position: the actor speaks.
        author: For its speaker's own act, the head of the words that name the speaker.
        role: What the actor did, where it was not plain firing.
        ballot: For a vote, how.
        membership: For a treaty or position, the standing.
        definite: The trigger refers back: `the attack`, `that strike`.
        mutual: Each party says it of the other: `accused each other`.
        joint: They did it together: `A and B reached an agreement`.
        leading: For an item of a list, the proposition that introduces it.
    """

    kind: ClaimKind
    line: Line
    trigger: Word
    start: int
    end: int
    actors: tuple[Mark, ...] = ()
    weapons: tuple[Mark, ...] = ()
    places: tuple[Mark, ...] = ()
    dates: tuple[Mark, ...] = ()
    targets: tuple[Word, ...] = ()
    killed: tuple[int, int] | None = None
    injured: tuple[int, int] | None = None
    count: tuple[int, int] | None = None
    suppliers: tuple[Mark, ...] = ()
    recipients: tuple[Mark, ...] = ()
    treaties: tuple[Mark, ...] = ()
    stance: Stance | None = None
    own: bool = False
    author: Word | None = None
    role: ActorRole | None = None
    ballot: Ballot | None = None
    membership: Membership | None = None
    definite: bool = False
    mutual: bool = False
    joint: bool = False
    leading: "Draft | None" = None
