"""Checks that the record agrees with itself. Each check streams, and says what it finds as data.

That the originals in the vault still have their SHA-256, and that a rebuild gives the same
record and so the same identifiers, is checked where the vault and the pipeline are at hand.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache
from itertools import chain
from typing import Any, TypeVar

from sqlalchemy import exists, select

from remnant.errors import RemnantError, StoreError
from remnant.model.document import Document
from remnant.model.incident import EventMention, Incident
from remnant.model.record import DocumentResult
from remnant.model.resolution import ResolvedClaim
from remnant.model.span import Span
from remnant.store import parts, questions, schema
from remnant.store.codec import decode
from remnant.store.current import batches
from remnant.store.reader import Reader

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the record that does not hold.

    Attributes:
        code: Kind of problem: `unreadable`, `span`, `layout`, `reference`, `column` or `run`.
        subject: Identifier of what has it.
        message: One sentence: what is wrong and where.
    """

    code: str
    subject: str
    message: str


def problems(reader: Reader) -> Iterator[Problem]:
    """Yield every problem of the current record, in a fixed order."""
    for check in CHECKS:
        yield from check(reader)


def document_problems(reader: Reader) -> Iterator[Problem]:
    """Every span stands in its document to the letter, and every part belongs to its document."""
    for name in reader.documents():
        try:
            result = reader.result(name)
        except RemnantError as error:
            yield Problem("unreadable", name, str(error))
        else:
            yield from result_problems(result)


def result_problems(result: DocumentResult) -> Iterator[Problem]:
    """Yield the problems of what one document gave."""
    document = result.document
    yield from _layout_problems(document)
    for resolved in result.resolved:
        yield from _span_problems(resolved.claim.id, resolved, {document.id: document})
    yield from _span_problems(document.id, result.fingerprint, {document.id: document})
    known = {claim.id for claim in result.claims}
    for mention in result.mentions:
        for claim in mention.claims:
            if claim not in known:
                yield Problem(
                    "reference", mention.id, f"{mention.id}: {document.id} has no {claim}"
                )
        if mention.document != document.id:
            message = f"{mention.id}: it stands in {document.id} but names {mention.document}"
            yield Problem("reference", mention.id, message)


def column_problems(reader: Reader) -> Iterator[Problem]:
    """The columns of every claim and event mention say what its body says."""
    for row in reader.pages(questions.CLAIM_ROWS, ("row",)):
        yield from _column_problems(row, ResolvedClaim, parts.claim_row)
    for row in reader.pages(questions.MENTION_ROWS, ("row",)):
        yield from _column_problems(row, EventMention, parts.mention_row)


def incident_problems(reader: Reader) -> Iterator[Problem]:
    """Every event mention of an incident is current, and so is all its assessment rests on."""
    texts = _Texts(reader)
    for incident in reader.incidents():
        current = {one.id: one for one in reader.mentions(one.id for one in incident.mentions)}
        for mention in incident.mentions:
            if current.get(mention.id) != mention:
                message = f"{incident.number}: its {mention.id} is not current; build again"
                yield Problem("reference", incident.number, message)
        yield from _assessment_problems(reader, incident, texts)


def lineage_problems(reader: Reader) -> Iterator[Problem]:
    """Every edge joins two known works, and every passage that shows it stands in its document."""
    lineage = reader.lineage()
    works = {work.id: work for work in lineage.works}
    documents = set(reader.documents())
    texts = _Texts(reader)
    for work in lineage.works:
        if work.document and work.document not in documents:
            yield Problem("reference", work.id, f"{work.id}: {work.document} is not current")
    for edge in lineage.edges:
        for end in (edge.child, edge.parent):
            if end not in works:
                message = f"{edge.child} → {edge.parent}: {end} is not a known work"
                yield Problem("reference", edge.child, message)
        yield from _span_problems(edge.child, edge, texts.of(edge.passages))


def run_problems(reader: Reader) -> Iterator[Problem]:
    """Every row names a run that was started."""
    for table in schema.metadata.sorted_tables:
        if "run" not in table.c or table is schema.run_ends:
            continue
        named = exists(select(1).where(schema.runs.c.id == table.c.run))
        for run in reader.connection.execute(
            select(table.c.run).distinct().where(~named)
        ).scalars():
            yield Problem("run", run, f"{table.name}: rows name the run {run!r}, never started")


CHECKS = (document_problems, column_problems, incident_problems, lineage_problems, run_problems)
"""All checks, in order. The first sentence of each says what holds when it finds nothing."""


class _Texts:
    """Documents by identifier, a few of them kept at hand."""

    def __init__(self, reader: Reader) -> None:
        self._document = lru_cache(maxsize=32)(reader.document)

    def of(self, spans: Iterable[Span]) -> dict[str, Document]:
        """Return the current documents among those that the spans name."""
        found = {}
        for name in sorted({span.document for span in spans}):
            try:
                found[name] = self._document(name)
            except KeyError:
                continue
        return found


def _layout_problems(document: Document) -> Iterator[Problem]:
    end = 0
    for section in document.sections:
        if not end <= section.start <= section.end <= len(document.text):
            message = f"{document.id}: section {section.start}–{section.end} is out of order"
            yield Problem("layout", document.id, message)
        end = section.end


def _span_problems(
    subject: str, value: object, documents: dict[str, Document]
) -> Iterator[Problem]:
    for span in dict.fromkeys(spans(value)):
        if span.document not in documents:
            message = f"{subject}: a passage of {span.document}, which is not current"
            yield Problem("span", subject, message)
            continue
        try:
            documents[span.document].check(span)
        except RemnantError as error:
            yield Problem("span", subject, f"{subject}: {error}")


def _column_problems(
    row: Any,  # noqa: ANN401 - a row of either table
    kind: type[T],
    columns: Callable[[T, int], parts.Row],
) -> Iterator[Problem]:
    try:
        expected = columns(decode(kind, row.body), row.row)
    except StoreError as error:
        yield Problem("unreadable", row.id, f"{row.id}: {error}")
        return
    for name, value in expected.items():
        if getattr(row, name) != value:
            message = f"{row.id}: its column {name} does not say what its body says"
            yield Problem("column", row.id, message)


def _assessment_problems(reader: Reader, incident: Incident, texts: _Texts) -> Iterator[Problem]:
    try:
        assessment = reader.assessment(incident.number)
    except KeyError:
        message = f"{incident.number}: it has no assessment; build again"
        yield Problem("reference", incident.number, message)
        return
    passages = tuple(dict.fromkeys(spans(assessment)))
    yield from _span_problems(incident.number, passages, texts.of(passages))
    named = sorted({*incident.claims, *_named_claims(assessment)})
    rows = (
        reader.connection.execute(questions.CLAIM_IDS, {"among": batch}).scalars()
        for batch in batches(named)
    )
    for claim in sorted(set(named) - set(chain.from_iterable(rows))):
        message = f"{incident.number}: it rests on {claim}, which is not current; build again"
        yield Problem("reference", incident.number, message)


def spans(value: object) -> Iterator[Span]:
    """Yield every span in one of the nouns, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans(getattr(value, field.name))


_CLAIM_FIELDS = frozenset({"claim", "claims", "answers"})


def _named_claims(value: object) -> Iterator[str]:
    """Yield every identifier of a claim that an assessment names, however deep."""
    if isinstance(value, tuple):
        for item in value:
            yield from _named_claims(item)
    elif is_dataclass(value):
        for field in fields(value):
            inner = getattr(value, field.name)
            if field.name in _CLAIM_FIELDS:
                yield from (inner,) if isinstance(inner, str) else inner
            else:
                yield from _named_claims(inner)
