"""One thing of the record in plain lines: what it is, and on request why."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from remnant.cli.showing_casualties import casualty_lines, contradiction_lines
from remnant.cli.showing_grade import fact_lines, grade_lines, weighing_lines
from remnant.model.assessment import Assessment
from remnant.model.claim import Basis
from remnant.model.finding import Reason
from remnant.model.incident import Incident
from remnant.model.record import Record
from remnant.model.resolution import ResolvedClaim
from remnant.model.value import DateInterval, Location, Quantity, Reference
from remnant.model.words import counted, date_words
from remnant.publish.interchange import claim_line, names
from remnant.store import Found, Named, Reader
from remnant.store.codec import encode

INDENT = "    "


def as_json_value(reader: Reader, found: Found, *, ruled: Record) -> Any:  # noqa: ANN401 - a JSON value
    """Return a thing of the record as a JSON value: all that is known of it."""
    values: dict[Named, Callable[[], list[object]]] = {
        Named.DOCUMENT: lambda: [reader.document(found.id)],
        Named.CLAIM: lambda: [reader.claim(found.id)],
        Named.MENTION: lambda: list(reader.mentions((found.id,))),
        Named.INCIDENT: lambda: [reader.incident(found.id), ruled.assessment(found.id)],
        Named.WORK: lambda: [reader.lineage_of((found.id,))],
    }
    parts = [json.loads(encode(one)) for one in values.get(found.named, list)()]
    return {"is": found.named.value, "id": found.id, "values": parts}


def show_lines(reader: Reader, found: Found, *, why: bool, ruled: Record) -> Iterator[str]:
    """Yield what there is to say of a thing of the record; headlines and notes are of `ruled`."""
    makers: dict[Named, Callable[[], Iterator[str]]] = {
        Named.DOCUMENT: lambda: document_lines(reader, found.id),
        Named.CLAIM: lambda: claim_lines(reader.claim(found.id), why=why),
        Named.MENTION: lambda: mention_lines(reader, found.id),
        Named.INCIDENT: lambda: incident_lines(reader, found.id, why=why, ruled=ruled),
        Named.WORK: lambda: work_lines(reader, found.id),
    }
    yield f"{found.named.value.capitalize()} {found.id}"
    yield from makers.get(found.named, lambda: iter(()))()


def document_lines(reader: Reader, document: str) -> Iterator[str]:
    """Yield what is known of a document, its issues and its claims."""
    result = reader.result(document)
    for name in ("title", "publisher", "author", "published", "kind", "address", "digest_of"):
        stated = getattr(result.document.metadata, name)
        if stated is not None:
            yield f"{name}: {stated.value} ({stated.provenance.value})"
    capture = result.document.capture
    yield f"original: {capture.origin}, {capture.size} bytes, SHA-256 {capture.sha256}"
    yield f"captured: {capture.captured}; read by: {result.document.reader}"
    for issue in result.document.issues:
        yield f"{issue.severity.value}: {issue.message}"
    yield f"{counted(len(result.resolved), 'claim')}:"
    for resolved in result.resolved:
        yield INDENT + claim_summary(resolved)
    yield "lineage:"
    yield from (INDENT + line for line in work_lines(reader, document))


def claim_summary(resolved: ResolvedClaim) -> str:
    """Return one line on a claim."""
    claim = resolved.claim
    speakers = " and ".join(one.name for one in resolved.speakers) or "the document itself"
    words = " ".join(claim.passage.quote.split())
    return f"{claim.id} {claim.kind.value}, {claim.stance.value} by {speakers}: “{words}”"


def claim_lines(resolved: ResolvedClaim, *, why: bool) -> Iterator[str]:
    """Yield a claim's values, each with the words behind it."""
    claim = resolved.claim
    line = claim_line(resolved, doc=claim.passage.document)
    if resolved.weapons:  # which kind of mine it is, the interchange form does not say
        line["weapon"] = names(resolved.weapons)
    yield f"“{claim.passage.quote}”"
    yield f"in {claim.passage.document} at {claim.passage.start}–{claim.passage.end}"
    for key, value in line.items():
        if key not in {"doc", "id", "quote", "start"}:
            yield f"{key}: {value}"
    if not why:
        return
    commitment = claim.commitment
    yield (
        f"event {commitment.event.value}, weapon {commitment.weapon.value}, "
        f"attribution {commitment.attribution.value}"
    )
    for resolution in resolved.resolutions:
        mention = resolution.mention
        yield f"{mention.slot.value} from “{mention.span.quote}” at {mention.span.start}:"
        for candidate in resolution.candidates:
            yield f"{INDENT}{value_words(candidate.value)} (score {candidate.score:.2f})"
            yield from (INDENT * 2 + one.sentence for one in candidate.reasons)
    yield f"read by {claim.extractor}"


def value_words(value: Reference | Location | DateInterval | Quantity) -> str:
    """Return a value in words, with its identifier."""
    match value:
        case Reference():
            return f"{value.name} [{value.id or 'in no register'}]"
        case Location():
            return f"{value.name} [{value.id or 'in no gazetteer'}], {value.country}"
        case DateInterval():
            return value.edtf
        case Quantity():
            return quantity_words(value)


def quantity_words(quantity: Quantity | None) -> str:
    """Return a number with its bounds in words."""
    match quantity:
        case None | Quantity(None, None):
            return "unknown"
        case Quantity(least, None):
            return f"at least {least}"
        case Quantity(None, most):
            return f"at most {most}"
        case Quantity(least, most) if least == most:
            return str(least)
        case Quantity(least, most):
            return f"{least} to {most}"
    return "unknown"


def mention_lines(reader: Reader, mention: str) -> Iterator[str]:
    """Yield the claims of an event mention and the incident that it is in."""
    for one in reader.mentions((mention,)):
        yield from (INDENT + claim_summary(reader.claim(claim)) for claim in one.claims)
    for incident in reader.incidents_of((mention,)):
        yield f"in {incident.number}"


def work_lines(reader: Reader, work: str) -> Iterator[str]:
    """Yield what a work rests on and what rests on it."""
    lineage = reader.lineage_of((work,))
    labels = {one.id: one.label for one in lineage.works}
    for edge in lineage.edges:
        how = f"{edge.kind.value}, cut," if edge.cut else edge.kind.value
        yield (
            f"{labels.get(edge.child, edge.child)} {how} "
            f"{labels.get(edge.parent, edge.parent)}: {edge.reason.sentence} "
            f"[{edge.child} → {edge.parent}, score {edge.score:g}]"
        )
        for passage in edge.passages:
            yield f"{INDENT}“{' '.join(passage.quote.split())}” [{passage.document}]"


def incident_lines(reader: Reader, number: str, *, why: bool, ruled: Record) -> Iterator[str]:
    """Yield what is concluded of an incident."""
    incident = reader.incident(number)
    assessment = ruled.assessment(incident.number)
    yield incident_heading(incident)
    yield from grade_lines(assessment)
    yield from _reasons(assessment.reasons)
    if why:
        yield from weighing_lines(reader, assessment)
    yield from _origin_lines(assessment)
    if why:
        yield from fact_lines(assessment)
    yield from _denial_lines(assessment)
    yield from casualty_lines(assessment.casualties, why=why)
    for contradiction in assessment.contradictions:
        yield from contradiction_lines(contradiction, why=why)
    yield from _obligation_lines(assessment, why=why)
    yield f"{counted(len(incident.claims), 'claim')}:"
    for claim in incident.claims:
        yield INDENT + claim_summary(reader.claim(claim))
    if why:
        yield from _link_lines(incident)


def incident_heading(incident: Incident) -> str:
    """Return an incident's scope, date, place, weapons and accused parties in one line."""
    parts = [
        incident.scope.value,
        date_words(incident.date),
        incident.place.name if incident.place else "place not known",
        ", ".join(one.name for one in incident.weapons) or "weapon not said",
        f"{' or '.join(one.name for one in incident.actors) or 'nobody'} accused",
    ]
    if incident.episode:
        parts.append(f"within {incident.episode}")
    return ", ".join(parts)


def _reasons(reasons: tuple[Reason, ...]) -> Iterator[str]:
    for reason in reasons:
        yield f"{INDENT}{reason.sentence} [{reason.rule}]"


def _origin_lines(assessment: Assessment) -> Iterator[str]:
    for origin in assessment.origins:
        party = ", a party to the conflict" if origin.party else ""
        stated = [one.value for one in origin.basis if one is not Basis.NONE_STATED]
        basis = f"said to rest on {', '.join(stated)}" if stated else "not said what it rests on"
        claims, documents = len(origin.claims), len(origin.documents)
        yield f"origin: {origin.label}{party}"
        yield f"{INDENT}{counted(claims, 'claim')} in {counted(documents, 'document')}, {basis}"
        yield from _reasons(origin.reasons)


def _denial_lines(assessment: Assessment) -> Iterator[str]:
    for denial in assessment.denials:
        yield f"denied by {denial.speaker}, scope {denial.scope.value}: “{denial.passage.quote}”"
        yield f"{INDENT}{denial.reason.sentence}"


def _obligation_lines(assessment: Assessment, *, why: bool) -> Iterator[str]:
    for one in assessment.obligations:
        yield f"bound by: {one.sentence}"
        for vote in one.votes:
            yield f"{INDENT}{vote.sentence}"
        if why:
            yield from _reasons(one.reasons)
            for deadline in one.deadlines:
                yield f"{INDENT}{deadline.sentence} [deadline, {deadline.status.value}]"


def _link_lines(incident: Incident) -> Iterator[str]:
    for link in incident.links:
        yield f"{link.left} and {link.right}: {link.verdict.value}, {link.probability:.3f}"
        for reason in link.reasons:
            told = bool(reason.weight) or not (reason.left or reason.right)
            yield f"{INDENT}{reason.sentence}" + (
                "" if told else f" ({reason.left} | {reason.right})"
            )
