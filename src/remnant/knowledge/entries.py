"""The entries of the reviewed reference data, each with its citations.

Everything here is identification-level: names, kinds, who makes, holds or carries
what, as published by monitors. There is nothing on how to make or employ a weapon.
"""

from dataclasses import dataclass
from enum import StrEnum

from remnant.model.value import ReferenceKind

DO_NOT_TOUCH = (
    "Explosive remnants can kill years later. Do not approach or touch; mark where you stand, "
    "go back the way you came and tell the authorities or a clearance organisation."
)
"""The safety note that every page identifying a weapon carries."""


class Sureness(StrEnum):
    """How well an entry is supported."""

    VERIFIED = "verified"
    """Read in the cited source."""
    KNOWN = "known"
    """Settled and widely published; check before printing as a citation."""
    UNRESOLVED = "unresolved"
    """Not settled; never to be used as a fact."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a fact of the knowledge comes from.

    Attributes:
        source: Publisher and title, in words that can be printed.
        sureness: How well it was checked.
        note: What in particular it supports, or a reservation.
    """

    source: str
    sureness: Sureness
    note: str = ""


class WeaponLevel(StrEnum):
    """What part of a weapon system an entry is."""

    LAUNCHER = "launcher"
    CARRIER = "carrier"
    """A bomb, rocket, missile or shell that may carry submunitions."""
    SUBMUNITION = "submunition"
    MISSILE = "missile"
    MINE = "mine"
    AGENT = "agent"
    """A chemical, biological or radiological agent."""
    CLASS = "class"
    """A generic word: cluster munition, rocket, airstrike."""
    OTHER = "other"


class ClusterStatus(StrEnum):
    """Whether a thing is a cluster munition as Article 2 of the Convention defines it."""

    CLUSTER = "cluster"
    NOT_CLUSTER = "not cluster"
    DEPENDS = "depends"
    """It has cluster and other variants; the name alone does not tell."""
    EXCLUDED = "excluded"
    """It disperses submunitions but meets the exclusions of Article 2(2)."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A published identification fact, kept per source because sources disagree.

    Attributes:
        topic: What it is about, such as `submunitions` or `calibre in mm`.
        value: The value as published.
        citation: Who published it.
    """

    topic: str
    value: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Weapon:
    """A weapon, a part of one, or a generic class.

    Attributes:
        id: Identifier, such as `m095`.
        name: Name in normal form, such as `M095` or `cluster munition`.
        aliases: Other words for it, without plurals, which the lexicon adds.
        level: What part of a weapon system it is.
        generic: Identifiers of the generic classes it belongs to.
        parents: Identifiers of what carries or fires it.
        similar: Identifiers of other things that sources confuse it with.
        origin: Identifier of the actor that designed or first made it; empty if unknown.
        cluster: Whether it is a cluster munition.
        cased: Those of its names that count only when capitalised as written.
        facts: Published identification facts.
        citations: Where the entry comes from.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    level: WeaponLevel
    generic: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    similar: tuple[str, ...] = ()
    origin: str = ""
    cluster: ClusterStatus = ClusterStatus.NOT_CLUSTER
    cased: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    citations: tuple[Citation, ...] = ()


class ActorKind(StrEnum):
    """What kind of body an actor is."""

    STATE = "state"
    TERRITORY = "territory"
    """A de facto authority that is not a member of the United Nations."""
    GROUP = "group"
    """An armed group or opposition."""
    COALITION = "coalition"
    ORGANISATION = "organisation"
    OFFICE = "office"
    """A ministry, general staff or presidency, which speaks as its state."""
    MEDIA = "media"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Actor:
    """A party, speaker or publisher.

    Attributes:
        id: Identifier, such as `azerbaijan`.
        name: Name in normal form.
        kind: What kind of body it is.
        aliases: Other names.
        adjectives: Adjectives, such as `Azerbaijani` and `Azeri`.
        demonyms: Words for its people, such as `Azeris`.
        capitals: Cities whose name stands for it, such as `Baku`.
        speaks_as: Identifier of the actor it speaks for; empty if for itself.
        country: ISO 3166-1 alpha-2 code of the state, or of the state it is based in.
        related: Pairs of another actor's identifier and the reason why they are not independent.
        loaded: Labels that one side uses; found in texts, never printed as the name.
        cased: Those of its names that count only when capitalised as written.
        citations: Where the entry comes from.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    speaks_as: str = ""
    country: str = ""
    related: tuple[tuple[str, str], ...] = ()
    loaded: tuple[str, ...] = ()
    cased: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()


class Voice(StrEnum):
    """For whom an office speaks."""

    STATE = "state"
    """Ministries, general staffs, presidents, ambassadors: they speak as the state."""
    OWN = "own"
    """Agencies with a name of their own, local officials, witnesses: they stay as named."""


@dataclass(frozen=True, slots=True)
class Office:
    """General words for an office, such as `Ministry of Defence`, and for whom it speaks."""

    words: str
    voice: Voice


@dataclass(frozen=True, slots=True)
class PlaceName:
    """One name of a place.

    Attributes:
        text: The name.
        language: BCP 47 tag, `und` if not recorded.
        side: Which side uses it, as an actor's identifier; empty if it is nobody's in particular.
        valid: EDTF interval in which it was in use; empty if not recorded.
    """

    text: str
    language: str = "und"
    side: str = ""
    valid: str = ""


@dataclass(frozen=True, slots=True)
class AdminPath:
    """Where a place lies, by law or in fact, and when.

    Attributes:
        kind: `de jure` or `de facto`.
        path: From the largest unit to the smallest.
        valid: EDTF interval; empty if not recorded.
    """

    kind: str
    path: tuple[str, ...]
    valid: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A work or site that citations of the knowledge name.

    Attributes:
        id: Key used in the files.
        title: Publisher and title, as printed.
        address: Where it is; empty if it has no stable address.
    """

    id: str
    title: str
    address: str = ""


class Form(StrEnum):
    """Which form of an entry's name was met."""

    NAME = "name"
    ALIAS = "alias"
    ADJECTIVE = "adjective"
    """`Azerbaijani`: the party only where a force, office or weapon follows."""
    DEMONYM = "demonym"
    CAPITAL = "capital"
    """`Baku`: a place, and the state only where it speaks or acts."""
    LOADED = "loaded"


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """One catalogued name in a text.

    Attributes:
        start: Offset of its first code point.
        end: Offset after its last code point.
        kind: Weapon, actor, place or treaty.
        entry: Identifier of the entry; the first in order where a name has several.
        alias: The name as the knowledge has it.
        form: Which form of the name it is.
    """

    start: int
    end: int
    kind: ReferenceKind
    entry: str
    alias: str
    form: Form = Form.NAME
