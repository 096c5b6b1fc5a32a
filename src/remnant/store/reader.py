"""Reads the record: what is current, in a fixed order, without holding it in memory."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Executable, bindparam, select, tuple_

from remnant.model.assessment import Assessment, Derives, Fingerprint, Lineage, Work
from remnant.model.document import Document
from remnant.model.incident import EventMention, Founding, Incident, Link
from remnant.model.record import DocumentResult
from remnant.model.resolution import ResolvedClaim
from remnant.store import current, schema
from remnant.store.codec import decode
from remnant.store.current import PAGE, among, batches, of_result


@dataclass(frozen=True, slots=True)
class Processed:
    """An original whose document is current.

    Attributes:
        sha256: SHA-256 of the original.
        document: Identifier of the document that was read from it.
        processing: Digest of what processed it: versions and settings that can change a result.
    """

    sha256: str
    document: str
    processing: str


class Reader:
    """A session that reads one state of the record.

    It satisfies `remnant.model.record.Record`. Unknown identifiers raise `KeyError`.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # What has been done

    def done(self, processing: str) -> Mapping[str, str]:
        """Return the originals already processed so: SHA-256 → identifier of the document."""
        rows = self._rows(_DONE, processing=processing)
        return {row.sha256: row.document for row in rows}

    def originals(self) -> Iterator[Processed]:
        """Yield every original with a current document, in order of SHA-256."""
        for row in self._pages(_ORIGINALS, ("sha256",)):
            yield Processed(row.sha256, row.document, row.processing)

    # Documents and claims

    def documents(self) -> Iterator[str]:
        """Yield the identifiers of the current documents, in order of first capture."""
        for row in self._pages(_DOCUMENTS, ("captured", "document")):
            yield row.document

    def document(self, document: str) -> Document:
        """Return one document, with its text."""
        return _document(self._content(document))

    def result(self, document: str) -> DocumentResult:
        """Return all that one document gave."""
        content = self._content(document)
        first, last = schema.rows_of(content.result)
        claims = self._rows(_CLAIMS_OF, first=first, last=last)
        mentions = self._rows(_MENTIONS_OF, first=first, last=last)
        return DocumentResult(
            document=_document(content),
            resolved=tuple(decode(ResolvedClaim, row.body) for row in claims),
            mentions=tuple(decode(EventMention, row.body) for row in mentions),
            fingerprint=decode(Fingerprint, content.fingerprint),
        )

    def results(self, documents: Iterable[str] | None = None) -> Iterator[DocumentResult]:
        """Yield the results of the given documents, or of all, one at a time."""
        for document in self.documents() if documents is None else documents:
            yield self.result(document)

    def claim(self, claim: str) -> ResolvedClaim:
        """Return one claim."""
        return decode(ResolvedClaim, self._one(_CLAIM, claim).body)

    # Event mentions, links and incidents

    def mentions(self, mentions: Iterable[str]) -> tuple[EventMention, ...]:
        """Return the current event mentions among the given ones, in order of identifier."""
        return self._mentions(_MENTIONS, mentions)

    def mentions_sharing(self, keys: Iterable[str]) -> tuple[EventMention, ...]:
        """Return the current event mentions that share a blocking key, in order of identifier."""
        return self._mentions(_MENTIONS_SHARING, keys)

    def links_of(self, mentions: Iterable[str]) -> tuple[Link, ...]:
        """Return the current links of event mentions, in order; both ends are current."""
        asked = sorted(set(mentions))
        found = {
            (row.left, row.right): row.body
            for statement in (_LINKS_LEFT, _LINKS_RIGHT)
            for row in self._among(statement, asked)
        }
        ends = {one.id for one in self.mentions(end for pair in found for end in pair)}
        return tuple(decode(Link, found[pair]) for pair in sorted(found) if ends.issuperset(pair))

    def incidents(self) -> Iterator[Incident]:
        """Yield the current incidents and episodes, in order of number.

        The links of each are in order of their two event mentions.
        """
        for head in self._pages(_INCIDENTS, ("number",)):
            yield self._incident(head)

    def incident(self, number: str) -> Incident:
        """Return one incident or episode."""
        return self._incident(self._one(_INCIDENT, number))

    def incidents_of(self, mentions: Iterable[str]) -> tuple[Incident, ...]:
        """Return the current incidents that hold any of the event mentions, in order of number."""
        numbers = {row.number for row in self._among(_NUMBERS_OF, sorted(set(mentions)))}
        return tuple(self._incident(head) for head in self._among(_INCIDENT, sorted(numbers)))

    def foundings(self) -> tuple[Founding, ...]:
        """Return the incident numbers given out so far, in order of number."""
        return tuple(
            Founding(row.number, row.mention, row.document, row.start, row.end)
            for row in self._rows(_FOUNDINGS)
        )

    def assessment(self, number: str) -> Assessment:
        """Return the assessment of one current incident."""
        return decode(Assessment, self._one(_ASSESSMENT, number).body)

    # Lineage

    def fingerprints(self) -> Iterator[Fingerprint]:
        """Yield the fingerprints of the current documents, in order of first capture."""
        for row in self._pages(_FINGERPRINTS, ("captured", "document")):
            yield decode(Fingerprint, row.fingerprint)

    def fingerprints_sharing(self, keys: Iterable[str]) -> tuple[Fingerprint, ...]:
        """Return the fingerprints of current documents that share a trace key, by document."""
        asked = sorted(set(keys))
        found = {row.document: row.fingerprint for row in self._among(_FINGERPRINTS_SHARING, asked)}
        return tuple(decode(Fingerprint, found[document]) for document in sorted(found))

    def lineage(self) -> Lineage:
        """Return the graph of which work rests on which, in order of identifiers."""
        works = tuple(decode(Work, row.body) for row in self._pages(_WORKS, ("id",)))
        ordered = ("child", "parent", "kind")
        edges = tuple(decode(Derives, row.body) for row in self._pages(_EDGES, ordered))
        return Lineage(works, edges)

    def lineage_of(self, works: Iterable[str]) -> Lineage:
        """Return the part of the graph that touches the given works: they, edges, far ends."""
        asked = sorted(set(works))
        found = {
            (row.child, row.parent, row.kind): decode(Derives, row.body)
            for statement in (_EDGES_FROM, _EDGES_TO)
            for row in self._among(statement, asked)
        }
        named = {*asked, *(end for child, parent, _ in found for end in (child, parent))}
        rows = self._among(_WORKS_AMONG, sorted(named))
        return Lineage(
            tuple(decode(Work, row.body) for row in rows),
            tuple(found[key] for key in sorted(found)),
        )

    # How it is asked

    def _rows(self, statement: Executable, **values: object) -> list[Any]:
        return list(self._connection.execute(statement, values))

    def _one(self, statement: Executable, name: str) -> Any:  # noqa: ANN401 - a row
        row = self._connection.execute(statement, {"among": [name]}).first()
        if row is None:
            raise KeyError(name)
        return row

    def _among(self, statement: Executable, values: Iterable[str]) -> Iterator[Any]:
        """Yield the rows of a statement that asks for some of many values, a batch at a time."""
        for batch in batches(values):
            yield from self._connection.execute(statement, {"among": batch}).all()

    def _pages(self, statement: Any, order: tuple[str, ...]) -> Iterator[Any]:  # noqa: ANN401 - a select
        """Yield the rows of a statement in order, each page asked for by the last key before it.

        No cursor stays open, so the caller may ask other things between rows.
        """
        columns = [statement.selected_columns[name] for name in order]
        page = statement.order_by(*columns).limit(PAGE)
        after = page.where(tuple_(*columns) > tuple_(*(bindparam(f"_{name}") for name in order)))
        rows = self._connection.execute(page).all()
        while rows:
            yield from rows
            if len(rows) < PAGE:
                return
            last = {f"_{name}": getattr(rows[-1], name) for name in order}
            rows = self._connection.execute(after, last).all()

    def _content(self, document: str) -> Any:  # noqa: ANN401 - a row
        return self._one(_CONTENT, document)

    def _mentions(self, statement: Executable, values: Iterable[str]) -> tuple[EventMention, ...]:
        found = {row.id: row.body for row in self._among(statement, sorted(set(values)))}
        return tuple(decode(EventMention, found[name]) for name in sorted(found))

    def _incident(self, head: Any) -> Incident:  # noqa: ANN401 - a row
        mentions = self._rows(_MEMBERS, number=head.number)
        links = self._rows(_MEMBER_LINKS, number=head.number)
        return replace(
            decode(Incident, head.body),
            mentions=tuple(decode(EventMention, row.body) for row in mentions),
            links=tuple(decode(Link, row.body) for row in links),
        )


def _document(content: Any) -> Document:  # noqa: ANN401 - a row
    return replace(decode(Document, content.document), text=content.text)


_R = schema.results.c
_CONTENTS = schema.contents.c
_C = schema.claims.c
_M = schema.event_mentions.c

_DONE = select(_R.sha256, _R.document).where(
    _R.processing == bindparam("processing"), current.RESULT
)
_ORIGINALS = select(_R.sha256, _R.document, _R.processing).where(current.RESULT)
_DOCUMENTS = select(_R.captured, _R.document).where(current.RESULT)
_CONTENT = of_result(
    _CONTENTS.result, _CONTENTS.text, _CONTENTS.document, _CONTENTS.fingerprint,
    part=schema.contents,
).where(among(_R.document))  # fmt: skip
_FINGERPRINTS = of_result(_R.captured, _R.document, _CONTENTS.fingerprint, part=schema.contents)
_FINGERPRINTS_SHARING = (
    select(_R.document, _CONTENTS.fingerprint)
    .select_from(
        schema.trace_keys.join(schema.results, schema.trace_keys.c.result == _R.seq).join(
            schema.contents, _CONTENTS.result == _R.seq
        )
    )
    .where(current.RESULT, among(schema.trace_keys.c.key))
)

_CLAIMS_OF = (
    select(_C.body).where(_C.row.between(bindparam("first"), bindparam("last"))).order_by(_C.row)
)
_CLAIM = of_result(_C.body, part=schema.claims).where(among(_C.id))

_MENTIONS_OF = (
    select(_M.body).where(_M.row.between(bindparam("first"), bindparam("last"))).order_by(_M.row)
)
_MENTIONS = of_result(_M.id, _M.body, part=schema.event_mentions).where(among(_M.id))
_MENTIONS_SHARING = (
    select(_M.id, _M.body)
    .select_from(
        schema.mention_keys.join(
            schema.event_mentions, schema.mention_keys.c.mention == _M.row
        ).join(schema.results, _M.result == _R.seq)
    )
    .where(current.RESULT, among(schema.mention_keys.c.key))
)

_L = schema.links.c
_LINKS_LEFT = select(_L.left, _L.right, _L.body).where(current.LINK, among(_L.left))
_LINKS_RIGHT = select(_L.left, _L.right, _L.body).where(current.LINK, among(_L.right))

_I = schema.incidents.c
_INCIDENTS = select(_I.number, _I.body).where(current.INCIDENT)
_INCIDENT = _INCIDENTS.where(among(_I.number)).order_by(_I.number)
_IM = schema.incident_mentions.c
_NUMBERS_OF = select(_IM.number).where(current.INCIDENT_MENTION, among(_IM.mention))
_MEMBERS = (
    select(_M.body)
    .select_from(schema.incident_mentions.join(schema.event_mentions, _IM.mention == _M.id))
    .where(_IM.number == bindparam("number"), current.INCIDENT_MENTION, current.LATEST_MENTION)
    .order_by(_IM.mention)
)
_IL = schema.incident_links.c
_MEMBER_LINKS = (
    select(_L.body)
    .select_from(
        schema.incident_links.join(schema.links, (_IL.left == _L.left) & (_IL.right == _L.right))
    )
    .where(_IL.number == bindparam("number"), current.INCIDENT_LINK, current.LINK)
    .order_by(_IL.left, _IL.right)
)
_F = schema.foundings.c
_FOUNDINGS = select(schema.foundings).where(current.FOUNDING).order_by(_F.number)
_A = schema.assessments.c
_ASSESSMENT = (
    select(_A.number, _A.body)
    .select_from(schema.assessments.join(schema.incidents, _A.number == _I.number))
    .where(current.ASSESSMENT, current.INCIDENT, among(_A.number))
)

_W = schema.works.c
_WORKS = select(_W.id, _W.body).where(current.WORK)
_WORKS_AMONG = _WORKS.where(among(_W.id)).order_by(_W.id)
_E = schema.edges.c
_EDGES = select(_E.child, _E.parent, _E.kind, _E.body).where(current.EDGE)
_EDGES_FROM = _EDGES.where(among(_E.child))
_EDGES_TO = _EDGES.where(among(_E.parent))
