"""Which incident each event word of a text belongs to, by the program's own linking."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from evaluation.corpora import lines_of
from remnant.extract import extract
from remnant.extract.drafts.draft import Draft
from remnant.extract.extracting import FAMILIES
from remnant.extract.names.marks import Line
from remnant.knowledge import Knowledge
from remnant.link import group, link
from remnant.model.claim import Claim, ClaimKind
from remnant.model.document import Document
from remnant.model.incident import EventMention, Incident, Scope
from remnant.resolve import resolve


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document gives to linking.

    Attributes:
        name: The name it has in the corpus.
        mentions: Its event mentions.
        triggers: Per claim, the offset of the word that carries it, and its kind.
        lines: Its sentences.
    """

    name: str
    mentions: tuple[EventMention, ...]
    triggers: dict[str, tuple[int, ClaimKind]]
    lines: tuple[Line, ...]


def reading_of(document: Document, name: str, knowledge: Knowledge) -> Reading:
    """Extract, resolve and group one document."""
    claims = extract(document, knowledge=knowledge)
    resolved = resolve(claims, document=document, knowledge=knowledge)
    mentions = group(resolved, document=document, knowledge=knowledge)
    lines = lines_of(document, knowledge)
    drafts = [draft for line in lines for family in FAMILIES for draft in family(line)]
    triggers = {
        claim.id: (found.trigger.start, claim.kind)
        for claim in claims
        if (found := _draft_of(claim, drafts)) is not None
    }
    return Reading(name, mentions, triggers, lines)


def _draft_of(claim: Claim, drafts: Iterable[Draft]) -> Draft | None:
    """Return the proposition that a claim was made of: of its kind, closest to its passage."""
    start, end = claim.passage.start, claim.passage.end
    inside = [one for one in drafts if one.kind is claim.kind and start <= one.trigger.start < end]
    return min(inside, key=lambda one: abs(one.start - start) + abs(one.end - end), default=None)


def incidents_of(readings: Sequence[Reading], *, wording: bool = True) -> tuple[Incident, ...]:
    """Link the event mentions of all documents; episodes are no incidents.

    Without `wording` the passages' words are left out of the comparison.
    """
    mentions = [mention for one in readings for mention in one.mentions]
    if not wording:
        mentions = [replace(mention, words=()) for mention in mentions]
    linked = link(mentions, decisions=(), foundings=())
    return tuple(one for one in linked.incidents if one.scope is Scope.INCIDENT)


def incident_at(
    reading: Reading, numbers: dict[str, str], start: int, end: int
) -> tuple[str, ClaimKind] | None:
    """Return the incident of the claim whose word stands in a range, and the claim's kind.

    Args:
        reading: The document.
        numbers: Number of the incident of each claim.
        start: Offset of the first code point.
        end: Offset after the last.
    """
    for claim, (offset, kind) in reading.triggers.items():
        if start <= offset < end and claim in numbers:
            return numbers[claim], kind
    return None


def numbers_of(incidents: Iterable[Incident]) -> dict[str, str]:
    """Return the number of the first incident of each claim."""
    found: dict[str, str] = {}
    for incident in incidents:
        for claim in incident.claims:
            found.setdefault(claim, incident.number)
    return found
