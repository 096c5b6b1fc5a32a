"""Independent origins: who, at the root, says it, however many repeat it.

A claim is followed to its roots: an attributed claim to its speaker; a claim with
notes to the works the notes name; a claim of a copy or a digest to whatever the
copied claims rest on; what an outlet says itself and, in the same text, attributes to
others to those; anything else to its publisher. All works of one speaker are one origin,
and so are organisations that are not independent of each other.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from itertools import pairwise

from remnant.assess.clusters import Cluster, Ties, clusters_of, fraction, weight_of
from remnant.assess.evidence import SUPPORTING, Evidence, Said
from remnant.assess.restating import sources_given
from remnant.assess.speakers import (
    UNKNOWN,
    Speaker,
    is_side,
    is_unnamed,
    organs_of,
    speaker_of,
    speaker_of_reference,
    states_of,
)
from remnant.knowledge import Knowledge
from remnant.model.assessment import Origin
from remnant.model.claim import Basis, ClaimKind
from remnant.model.finding import Reason
from remnant.model.incident import Incident
from remnant.model.lineage import Derivation, Derives
from remnant.model.words import capital, listed

EXAMINED = (Basis.SITE_VISIT, Basis.REMNANTS, Basis.IMAGERY)
"""What counts as having examined physical or visual evidence."""


@dataclass(frozen=True, slots=True)
class Rooted:
    """A claim led back to one root, with why."""

    said: Said
    root: Speaker
    reason: Reason


@dataclass(slots=True)
class _Walk:
    """Leads the claims of one incident to their roots."""

    evidence: Evidence
    knowledge: Knowledge
    by_document: dict[str, list[Said]] = field(default_factory=lambda: defaultdict(list))
    one_text: dict[tuple[str, str], Reason] = field(default_factory=dict)

    def roots(self, said: Said, seen: frozenset[str] = frozenset()) -> tuple[Rooted, ...]:
        if said.attributed:
            return tuple(
                found for one in said.speakers for found in self._attributed(said, one, seen)
            )
        copied = self._copied(said, seen)
        if copied:
            return copied
        cited = self._cited(said, seen)
        if cited:
            return cited
        return self._restated(said, seen) or (self._itself(said),)

    def _restated(self, said: Said, seen: frozenset[str]) -> tuple[Rooted, ...]:
        """Return the roots of what the same text attributes to others, if that is all it says."""
        publisher = self.evidence.headers[said.document].publisher
        given = sources_given(
            said, self.by_document[said.document], publisher=publisher, knowledge=self.knowledge
        )
        roots = sorted({found.root for one in given for found in self.roots(one, seen)})
        sentence = (
            f"{publisher.name} says it in its own voice, and gives "
            f"{listed([root.name for root in roots])} as the source of the same in the same text."
        )
        return tuple(self._rooted(said, root, "source given", sentence) for root in roots)

    def _attributed(self, said: Said, speaker: Speaker, seen: frozenset[str]) -> tuple[Rooted, ...]:
        """Return the speaker; or, where its own documents repeat others here, those others."""
        header = self.evidence.headers[said.document]
        sentence = f"{header.publisher.name} attributes it to {speaker.name}."
        if is_unnamed(speaker, self.knowledge):
            sentence = (
                f"{sentence} Nobody is named, so it counts with {header.publisher.name}, who "
                "tells of it."
            )
            return (self._rooted(said, header.publisher, "unnamed", sentence),)
        own = self._rooted(said, speaker, "attributed", sentence)
        deeper = [
            found
            for document in sorted(self.by_document)
            if self.evidence.headers[document].publisher.key == speaker.key
            for found in self._behind(said, document, seen)
        ]
        if not deeper or any(one.root.key == speaker.key for one in deeper):
            return (own,)
        return tuple(
            self._rooted(said, root, "attributed", f"{sentence} It repeats {root.name}.")
            for root in dict.fromkeys(one.root for one in deeper)
        )

    def _itself(self, said: Said) -> Rooted:
        header = self.evidence.headers[said.document]
        missing = [label for label in said.claim.notes if label in header.missing]
        sentence = f"{header.publisher.name} says it in its own voice and names no source."
        if missing:
            sentence = (
                f"{header.publisher.name} says it in its own voice; its "
                f"{'note' if len(missing) == 1 else 'notes'} {listed(missing)} "
                f"{'is' if len(missing) == 1 else 'are'} missing from the document, so no source "
                "is known."
            )
        elif said.claim.notes:
            sentence = f"{header.publisher.name} says it in its own voice; its notes name no work."
        return self._rooted(said, header.publisher, "own voice", sentence)

    def _cited(self, said: Said, seen: frozenset[str]) -> tuple[Rooted, ...]:
        found: list[Rooted] = []
        for edge in self.evidence.rests.get(said.claim.id, ()):
            work = self.evidence.works.get(edge.parent)
            if edge.kind is not Derivation.CITES or work is None:
                continue
            deeper = self._behind(said, work.document, seen)
            speaker = self._publisher(work.publisher, work.label)
            found.extend(deeper or (Rooted(said, speaker, edge.reason),))
        return tuple(found)

    def _copied(self, said: Said, seen: frozenset[str]) -> tuple[Rooted, ...]:
        found: list[Rooted] = []
        for edge in self._wholes(said.document):
            if edge.parent in seen:
                continue
            deeper = self._behind(said, edge.parent, seen)
            if deeper:
                found.extend(deeper)
                continue
            work = self.evidence.works.get(edge.parent)
            if work is not None:
                speaker = self._publisher(work.publisher, work.label)
                found.append(Rooted(said, speaker, edge.reason))
        self._are_one([one.root for one in found])
        return tuple(found)

    def _are_one(self, roots: Sequence[Speaker]) -> None:
        """Keep that one text leads to several roots: it is one account, whoever wrote it."""
        for one, other in pairwise(sorted(set(roots))):
            sentence = (
                f"One text leads to {one.name} and to {other.name}, so they are counted as one "
                "origin."
            )
            self.one_text[one.key, other.key] = Reason("one text", sentence)

    def _wholes(self, document: str) -> tuple[Derives, ...]:
        """Return what a whole document rests on; of many copies, the oldest stands for all."""
        edges = self.evidence.wholes.get(document, ())
        copies = [edge for edge in edges if edge.kind is Derivation.COPIES]
        oldest = min(copies, key=lambda edge: self._age(edge.parent), default=None)
        return tuple(edge for edge in edges if edge is oldest or edge not in copies)

    def _age(self, work: str) -> tuple[str, str]:
        known = self.evidence.works.get(work)
        date = known.date if known else None
        return (date.edtf if date else "9999", work)

    def _behind(self, said: Said, document: str, seen: frozenset[str]) -> tuple[Rooted, ...]:
        """Return the roots of what a document of the dossier says of the same incident."""
        if not document or document in seen or document == said.document:
            return ()
        passed = seen | {said.document}
        return tuple(
            Rooted(said, rooted.root, rooted.reason)
            for other in self.by_document.get(document, ())
            for rooted in self.roots(other, passed)
        )

    def _publisher(self, key: str, label: str) -> Speaker:
        speaker = speaker_of(key, self.knowledge, actor=key)
        if key == UNKNOWN:  # its name is its title, which may hold a comma
            return Speaker(UNKNOWN, label[: label.rindex("”") + 1] if "”" in label else label)
        if key in self.knowledge.actors:
            return speaker
        return Speaker(key, label.split(", ", maxsplit=1)[0])

    def _rooted(self, said: Said, root: Speaker, rule: str, sentence: str) -> Rooted:
        return Rooted(said, root, Reason(rule, capital(sentence), claims=(said.claim.id,)))


def rooted(
    claims: Sequence[Said], *, evidence: Evidence, knowledge: Knowledge
) -> tuple[Rooted, ...]:
    """Lead the claims of one incident to their roots, in the order given."""
    return _followed(claims, evidence, knowledge)[0]


def _followed(
    claims: Sequence[Said], evidence: Evidence, knowledge: Knowledge
) -> tuple[tuple[Rooted, ...], Ties]:
    walk = _Walk(evidence, knowledge)
    for said in claims:
        walk.by_document[said.document].append(said)
    found = tuple(dict.fromkeys(one for said in claims for one in walk.roots(said)))
    return found, walk.one_text


def origins(incident: Incident, *, evidence: Evidence, knowledge: Knowledge) -> tuple[Origin, ...]:
    """Return the independent origins of an incident, strongest first."""
    claims = evidence.of(incident)
    found, one_text = _followed(claims, evidence, knowledge)
    clusters = clusters_of([one.root for one in found], one_text, knowledge)
    by_cluster: dict[str, list[Rooted]] = defaultdict(list)
    for one in found:
        by_cluster[clusters[one.root.key][0]].append(one)
    parties = parties_to(incident, knowledge, evidence.beside(incident))
    built = [
        _origin(members, clusters[members[0].root.key], parties, knowledge)
        for members in by_cluster.values()
    ]
    return tuple(sorted(built, key=_strength))


def parties_to(
    incident: Incident, knowledge: Knowledge, said: Sequence[Said] = ()
) -> frozenset[str]:
    """Return the parties to the conflict: the accused, whose land it was, and its adversaries.

    An adversary is a state, territory or group that the documents at hand accuse of another
    attack in the same country, or that they let accuse the accused and be accused by it, or
    that is a party to the same war in the knowledge: both sides of a war are parties to each of
    its incidents. The agencies and media of a party speak with it.

    Args:
        incident: The incident.
        knowledge: The reference data.
        said: All claims of the documents that speak of it.
    """
    accused = {speaker_of_reference(actor, knowledge).key for actor in incident.actors}
    countries = {place.country for place in incident.places if place.country}
    regions = {place.region for place in incident.places if place.region}
    owners = {state for country in countries for state in states_of(country, knowledge)}
    held = {speaker_of(name, knowledge).key for name in regions}
    adversaries = {
        key
        for one in said
        if one.claim.kind is ClaimKind.USE and one.claim.stance in SUPPORTING
        if not countries.isdisjoint(place.country for place in one.resolved.places)
        for key in one.accused
        if is_side(key, knowledge)
    }
    at_war = knowledge.wars.parties(accused, countries=countries, date=incident.date)
    parties = accused | owners | held | adversaries | _quarrelling(accused, said) | at_war
    return frozenset(parties.union(*(organs_of(one, knowledge) for one in parties)))


def _quarrelling(accused: AbstractSet[str], said: Sequence[Said]) -> set[str]:
    """Return the sides that accuse one of the accused and that it accuses in turn."""
    charges = {
        (speaker.key, key)
        for one in said
        if one.claim.kind is ClaimKind.USE and one.claim.stance in SUPPORTING
        for speaker in one.speakers
        for key in one.accused
    }
    return {one for one, other in charges if other in accused and (other, one) in charges}


def _origin(
    members: Sequence[Rooted],
    cluster: Cluster,
    parties: frozenset[str],
    knowledge: Knowledge,
) -> Origin:
    _, related, voices = cluster
    roots = sorted({one.root for one in members})
    said = list({one.said.claim.id: one.said for one in members}.values())
    return Origin(
        id=min(root.key for root in roots),
        label=" / ".join(sorted({root.name for root in roots})),
        party=any(root.key in parties and _speaks_for_side(root.key, knowledge) for root in roots),
        claims=tuple(sorted(one.claim.id for one in said)),
        documents=tuple(sorted({one.document for one in said})),
        basis=_basis(one for one in said if one.claim.stance in SUPPORTING),
        supports=_supports(said, knowledge),
        reasons=(
            *related,
            *fraction(voices),
            *_unknown(roots),
            *_said_once(one.reason for one in members),
        ),
        weight=weight_of(voices),
    )


def _speaks_for_side(key: str, knowledge: Knowledge) -> bool:
    """Say whether a speaker is a side of a conflict, or a body or medium that one runs."""
    if is_side(key, knowledge):
        return True
    related = knowledge.actors.get(key).related if key in knowledge.actors else ()
    return any(key in organs_of(other, knowledge) for other, _ in related)


def _said_once(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Return each sentence once, in order, with all the claims that it holds for."""
    claims: dict[Reason, set[str]] = defaultdict(set)
    for one in reasons:
        claims[replace(one, claims=())].update(one.claims)
    ordered = sorted(claims, key=lambda one: (one.rule, one.sentence, one.left, one.right))
    return tuple(replace(one, claims=tuple(sorted(claims[one]))) for one in ordered)


def _unknown(roots: Sequence[Speaker]) -> tuple[Reason, ...]:
    """Say why several documents without a known publisher are one origin."""
    if sum(root.key == UNKNOWN for root in roots) < 2:  # noqa: PLR2004 - one is only itself
        return ()
    sentence = "Documents without a known publisher are counted as one origin."
    return (Reason("publisher not known", sentence),)


def _basis(said: Iterable[Said]) -> tuple[Basis, ...]:
    stated = {basis for one in said for basis in one.claim.basis}
    return tuple(basis for basis in Basis if basis in stated)


def _supports(said: Sequence[Said], knowledge: Knowledge) -> tuple[str, ...]:
    names = {
        speaker_of_reference(actor, knowledge).name
        for one in said
        if one.claim.stance in SUPPORTING
        for actor in one.resolved.actors
        if speaker_of_reference(actor, knowledge).key in one.accused
    }
    return tuple(sorted(names))


def _strength(origin: Origin) -> tuple[bool, bool, int, str]:
    examined = any(basis in EXAMINED for basis in origin.basis)
    return (origin.party, not examined, -len(origin.claims), origin.id)
