"""What an assessment may look at: claims, who published them, and what they rest on."""

from collections import defaultdict
from collections.abc import Iterable, MutableMapping, Sequence
from dataclasses import dataclass

from remnant.assess.deciding import in_force
from remnant.assess.fingerprints import published
from remnant.assess.saying import said_on
from remnant.assess.speakers import Speaker, innermost, publisher_of, speaker_of_reference
from remnant.knowledge import Knowledge
from remnant.model.claim import Claim, ClaimKind, Stance
from remnant.model.document import Document
from remnant.model.incident import Incident
from remnant.model.lineage import Derivation, Derives, Lineage, Work
from remnant.model.record import DocumentResult
from remnant.model.resolution import ResolvedClaim
from remnant.model.span import Span
from remnant.model.value import DateInterval, Reference

WHOLE = (Derivation.COPIES, Derivation.DIGESTS, Derivation.REPEATS)
"""The ways in which a whole document rests on another."""

HINTS = (Derivation.RESTATES, Derivation.SHARES)
"""What points to one source, and counts once a person confirmed it."""

PARTLY = (Derivation.QUOTES, Derivation.CITES)
"""The ways in which single claims rest on a work."""


SUPPORTING = (Stance.AFFIRMED, Stance.HEDGED)
"""Stances that say, or say with a hedge, that it happened."""

DENYING = (Stance.DENIED, Stance.NOT_KNOWN)
"""The stances of a claim that can be a denial."""


@dataclass(frozen=True, slots=True)
class Header:
    """What is printed of a document, and who publishes it.

    Attributes:
        document: Identifier of the document.
        publisher: Who publishes it.
        published: When, if known.
        title: Its title, or empty.
        missing: Labels of the notes that it refers to and does not have.
    """

    document: str
    publisher: Speaker
    published: DateInterval | None
    title: str
    missing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Said:
    """A claim with who says it and when.

    Attributes:
        resolved: The claim beside what its words stand for.
        speakers: Its innermost speakers; the publisher if it speaks itself.
        attributed: Somebody other than the publisher is named as the speaker.
        accused: Keys of the parties that it accuses, or for whom it denies.
        weapons: The weapons that it names, taken from its resolutions once: every rule asks.
    """

    resolved: ResolvedClaim
    speakers: tuple[Speaker, ...]
    attributed: bool
    accused: frozenset[str]
    weapons: frozenset[Reference] = frozenset()

    @property
    def claim(self) -> Claim:
        """The claim alone."""
        return self.resolved.claim

    @property
    def document(self) -> str:
        """Identifier of the document that carries it."""
        return self.resolved.claim.passage.document


@dataclass(frozen=True, slots=True)
class Testimony:
    """What one document contributes to assessments.

    Attributes:
        header: What is printed of the document.
        said: Its claims, in order.
    """

    header: Header
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The claims, documents and lineage that assessments are made from.

    Attributes:
        said: Claims by identifier.
        headers: Documents by identifier.
        works: Works by identifier.
        rests: Per claim, the edges from its document that name it.
        wholes: Per document, the edges by which all of it rests on another.
        denials: Claims that deny, by the key of the party they deny for, in order of
            document and passage.
        by_document: Claims by the document that carries them.
    """

    said: dict[str, Said]
    headers: MutableMapping[str, Header]
    works: dict[str, Work]
    rests: dict[str, tuple[Derives, ...]]
    wholes: dict[str, tuple[Derives, ...]]
    denials: dict[str, tuple[Said, ...]]
    by_document: dict[str, tuple[Said, ...]]

    def of(self, incident: Incident) -> tuple[Said, ...]:
        """Return the claims of an incident, in order of its mentions."""
        return tuple(self.said[name] for name in incident.claims if name in self.said)

    def beside(self, incident: Incident) -> tuple[Said, ...]:
        """Return all claims of the documents that speak of an incident, of whatever event."""
        return tuple(
            one
            for document in sorted({mention.document for mention in incident.mentions})
            for one in self.by_document.get(document, ())
        )

    def denials_for(self, keys: Iterable[str]) -> tuple[Said, ...]:
        """Return the claims that deny for any of the parties, each once, in order."""
        found = {one.claim.id: one for key in keys for one in self.denials.get(key, ())}
        return tuple(sorted(found.values(), key=_place))

    def day(self, said: Said) -> DateInterval | None:
        """Return when a claim was said: the date of the work it rests on, or of its document.

        A denial told of somebody can name the day of saying so itself.
        """
        for edge in self.rests.get(said.claim.id, ()):
            work = self.works.get(edge.parent)
            if work is not None and work.date is not None:
                return work.date
        if is_denial(said.resolved) and (told := said_on(said.resolved)) is not None:
            return told
        header = self.headers.get(said.document)
        return header.published if header else None


def evidence_of(
    results: Sequence[DocumentResult], *, lineage: Lineage, knowledge: Knowledge
) -> Evidence:
    """Gather the evidence of whole documents."""
    given = [testimony(one.document, one.resolved, knowledge=knowledge) for one in results]
    return gathered(given, lineage=lineage)


def testimony(
    document: Document, resolved: Sequence[ResolvedClaim], *, knowledge: Knowledge
) -> Testimony:
    """Return what a document contributes by all or some of its claims."""
    header = _header(document, knowledge)
    return Testimony(header, tuple(_said(one, header, knowledge) for one in resolved))


def gathered(testimonies: Sequence[Testimony], *, lineage: Lineage) -> Evidence:
    """Gather what documents contribute.

    For one incident the documents of its mentions suffice, together with the denials of
    those that deny on behalf of the parties accused in it (see `denial_keys` and
    `answer_keys`), and with the lineage the edges from those documents and the works at
    their far ends.
    """
    headers = {one.header.document: one.header for one in testimonies}
    said = {said.claim.id: said for one in testimonies for said in one.said}
    rests: dict[str, list[Derives]] = defaultdict(list)
    wholes: dict[str, list[Derives]] = defaultdict(list)
    for edge in in_force(lineage.edges):
        if (edge.kind in WHOLE and not edge.claims) or (edge.kind in HINTS and edge.decision):
            wholes[edge.child].append(edge)
        elif edge.kind in PARTLY:
            for claim in edge.claims:
                rests[claim].append(edge)
    return Evidence(
        said=said,
        headers=headers,
        works={work.id: work for work in lineage.works},
        rests={claim: tuple(edges) for claim, edges in rests.items()},
        wholes={document: tuple(edges) for document, edges in wholes.items()},
        denials=_denials(said.values()),
        by_document={one.header.document: one.said for one in testimonies},
    )


def _denials(said: Iterable[Said]) -> dict[str, tuple[Said, ...]]:
    by_party: dict[str, list[Said]] = defaultdict(list)
    for one in sorted((one for one in said if is_denial(one.resolved)), key=_place):
        for key in one.accused:
            by_party[key].append(one)
    return {key: tuple(by_party[key]) for key in sorted(by_party)}


def _place(said: Said) -> tuple[str, Span, str]:
    return said.document, said.claim.passage, said.claim.id


def is_denial(resolved: ResolvedClaim) -> bool:
    """Say whether a claim denies use, harm or possession, or says that there is no evidence."""
    claim = resolved.claim
    if claim.kind not in (ClaimKind.USE, ClaimKind.HARM, ClaimKind.POSSESSION):
        return False
    return claim.stance in DENYING and bool(resolved.actors)


def _header(document: Document, knowledge: Knowledge) -> Header:
    title = document.metadata.title.value if document.metadata.title else ""
    missing = frozenset(note.label for note in document.notes if note.start is None)
    return Header(
        document.id, publisher_of(document, knowledge), published(document), title, missing
    )


def _said(resolved: ResolvedClaim, header: Header, knowledge: Knowledge) -> Said:
    named = innermost(resolved, knowledge)
    others = tuple(one for one in named if one.key != header.publisher.key)
    accused = {speaker_of_reference(one, knowledge).key for one in resolved.actors}
    if resolved.claim.kind in (ClaimKind.HARM, ClaimKind.REMNANTS):
        accused -= {one.key for one in named}  # whoever reports a find or a toll did not do it
    return Said(
        resolved,
        named or (header.publisher,),
        bool(others),
        frozenset(accused),
        frozenset(resolved.weapons),
    )
