"""Claims: what was said, by whom, in which words. The base record.

The kinds, stances and slots are those of the annotation guidelines that
`docs/reference/claims.md` prints in full.
"""

from dataclasses import dataclass
from enum import StrEnum

from remnant.model.span import Span


class ClaimKind(StrEnum):
    """The kind of proposition."""

    USE = "use"
    """Somebody used a weapon, or attacked a place or people."""
    HARM = "harm"
    """People were killed, injured or harmed."""
    REMNANTS = "remnants"
    """Weapons or remnants were found, identified, photographed, cleared, or contaminate a place."""
    POSSESSION = "possession"
    """Somebody holds, stockpiles, inherited or has in service a weapon."""
    TRANSFER = "transfer"
    """Weapons passed from a supplier to a recipient."""
    PRODUCTION = "production"
    """Somebody produces or exports a type of weapon."""
    TREATY = "treaty"
    """Somebody is, became, is not or cannot become party to a treaty; or a number of members."""
    VOTE = "vote"
    """A vote on a resolution."""
    POSITION = "position"
    """A declared stance: condemns, urges, is concerned, says that it cannot join."""
    PROCEEDING = "proceeding"
    """An investigation, criminal case, sanction or court step."""


class Stance(StrEnum):
    """How the speaker stands towards the proposition."""

    AFFIRMED = "affirmed"
    """Stated as fact or finding."""
    HEDGED = "hedged"
    """Appears, likely, reportedly, alleged, may."""
    DENIED = "denied"
    """Denied or rejected."""
    NOT_KNOWN = "not_known"
    """Not known to have; no evidence that."""
    OPEN = "open"
    """Unclear whether; not independently verified; either … or."""


class Slot(StrEnum):
    """The part that a mention plays in a claim."""

    SPEAKER = "speaker"
    ACTOR = "actor"
    SUPPLIER = "supplier"
    RECIPIENT = "recipient"
    WEAPON = "weapon"
    TARGET = "target"
    PLACE = "place"
    DATE = "date"
    KILLED = "killed"
    INJURED = "injured"
    COUNT = "count"
    TREATY = "treaty"


class ActorRole(StrEnum):
    """What the actor of a use claim did, where it was not plain firing."""

    FIRED = "fired"
    SUPPLIED = "supplied"
    ORDERED = "ordered"
    BACKED = "backed"


class Ballot(StrEnum):
    """How a state voted."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    ABSENT = "absent"


class Membership(StrEnum):
    """A state's standing towards a treaty, as a claim puts it."""

    PARTY = "party"
    SIGNATORY = "signatory"
    NON_SIGNATORY = "non-signatory"
    NOT_PARTY = "not party"
    ACCEDED = "acceded"
    WITHDREW = "withdrew"
    CANNOT_JOIN = "cannot join"


class Basis(StrEnum):
    """What a speaker says that a finding rests on."""

    SITE_VISIT = "site visit"
    REMNANTS = "remnants examined"
    IMAGERY = "photographs or video"
    WITNESSES = "witnesses"
    OFFICIAL = "official statement"
    MEDIA = "media"
    NONE_STATED = "none stated"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that fill a slot of a claim.

    Attributes:
        slot: The part it plays.
        span: The words. They may stand outside the passage, when carried from the text before.
        carried: The words were carried into the claim from another sentence.
        entry: Identifier of the knowledge entry that the lexicon scan saw; empty if none.
        referent: For a pronoun or definite phrase ("the city"), the words it refers back to.
    """

    slot: Slot
    span: Span
    carried: bool = False
    entry: str = ""
    referent: Span | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so: a chain from the outermost speaker to the innermost.

    "MEE says Amnesty says" has two speakers. The author of the document, who is
    outside every chain, is not in it; an empty chain means that the author or
    publisher speaks in its own voice. Several mentions at one depth speak jointly.

    Attributes:
        chain: Per depth, the mentions of the speakers.
        cue: The words that attribute (`says`, `according to`), if there are any.
        quoted: The proposition stands between quotation marks.
    """

    chain: tuple[tuple[Mention, ...], ...] = ()
    cue: Span | None = None
    quoted: bool = False

    @property
    def innermost(self) -> tuple[Mention, ...]:
        """The identified sources closest to the proposition; empty for the author."""
        return self.chain[-1] if self.chain else ()


@dataclass(frozen=True, slots=True)
class Commitment:
    """The stance, taken apart: a weapon may be identified while who fired it only appears so.

    Attributes:
        event: Towards that it happened.
        weapon: Towards what weapon it was.
        attribution: Towards who did it.
    """

    event: Stance = Stance.AFFIRMED
    weapon: Stance = Stance.AFFIRMED
    attribution: Stance = Stance.AFFIRMED


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition of one kind, said by one speaker, with one stance.

    Attributes:
        id: Content identifier: document, passage, kind, speaker, actor and stance.
        kind: The kind of proposition.
        passage: The shortest contiguous passage that carries it.
        stance: Of the innermost speaker towards the proposition as a whole.
        commitment: The stance towards event, weapon and attribution apart.
        attribution: Who says so.
        mentions: The words that fill its slots, in order of slot and offset.
        role: What the actor did, where it was not plain firing.
        ballot: For a vote, how.
        membership: For a treaty or position claim, the standing claimed.
        notes: Labels of the notes that the passage carries.
        basis: What the finding is said to rest on, in order of strength.
        general: It speaks of use in a war or campaign, or gives a figure over several events.
        also: Further passages that supply a value or the stance.
        extractor: Name and version of the extractor.
    """

    id: str
    kind: ClaimKind
    passage: Span
    stance: Stance = Stance.AFFIRMED
    commitment: Commitment = Commitment()
    attribution: Attribution = Attribution()
    mentions: tuple[Mention, ...] = ()
    role: ActorRole | None = None
    ballot: Ballot | None = None
    membership: Membership | None = None
    notes: tuple[str, ...] = ()
    basis: tuple[Basis, ...] = ()
    general: bool = False
    also: tuple[Span, ...] = ()
    extractor: str = ""

    def filling(self, slot: Slot) -> tuple[Mention, ...]:
        """Return the mentions that fill one slot."""
        return tuple(mention for mention in self.mentions if mention.slot is slot)
