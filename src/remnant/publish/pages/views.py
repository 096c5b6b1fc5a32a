"""The parts of an incident's page: each value beside the claims, documents and words behind it."""

from dataclasses import dataclass

from remnant.model.finding import Reason
from remnant.publish.pages.cards import ClaimCard, DocumentCard
from remnant.publish.pages.context import Link
from remnant.publish.pages.trees import Node


@dataclass(frozen=True, slots=True)
class Said:
    """One place where a value is said: by whom, where, in which words."""

    claim: ClaimCard
    document: DocumentCard
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Told:
    """A value of the incident with everybody who says it."""

    value: str
    said: tuple[Said, ...]
    count: str


@dataclass(frozen=True, slots=True)
class Row:
    """All values of one slot. Several are alternatives."""

    label: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A value in the heading, with the claims behind it."""

    text: str
    href: str
    note: str


@dataclass(frozen=True, slots=True)
class Because:
    """A reason, with links to the claims it rests on."""

    sentence: str
    rule: str
    claims: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class OriginView:
    """One origin: who it is, what it rests on, which documents carry it."""

    label: str
    party: bool
    basis: str
    supports: str
    claims: tuple[Said, ...]
    documents: tuple[Link, ...]
    reasons: tuple[Because, ...]
    tree: Node


@dataclass(frozen=True, slots=True)
class DenialView:
    """One denial: who, what exactly, in which words, and what it answers."""

    speaker: str
    scope: str
    general: bool
    quote: str
    href: str
    document: Link
    reason: str
    answers: tuple[Said, ...]

    @property
    def told(self) -> tuple[str, str]:
        """Who denies what: at a glance, one such denial stands for all."""
        return self.speaker, self.scope


@dataclass(frozen=True, slots=True)
class FigureView:
    """One figure, with who gives it and whether it still stands."""

    origin: str
    killed: str
    injured: str
    said: str
    hedged: bool
    superseded: bool
    source: Said
    standing: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a contradiction."""

    value: str
    claims: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class ContradictionView:
    """What the claims disagree on."""

    about: str
    sentence: str
    sides: tuple[SideView, ...]
    clash: str = ""
    slug: str = ""
    note: str = ""
    noted_by: str = ""


@dataclass(frozen=True, slots=True)
class LinkView:
    """Two documents' accounts compared, for a reader who asks why they are one incident."""

    left: str
    right: str
    verdict: str
    decided: bool
    reasons: tuple[Reason, ...]
