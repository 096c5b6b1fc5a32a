"""Reads the record: what is current, in a fixed order, without holding it in memory."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Executable, bindparam, tuple_

from remnant.model.assessment import Assessment, Derives, Fingerprint, Lineage, Work
from remnant.model.claim import Stance
from remnant.model.decision import Mark
from remnant.model.document import Document
from remnant.model.incident import EventMention, Founding, Incident, Link, serial
from remnant.model.record import DocumentResult
from remnant.model.resolution import ResolvedClaim
from remnant.store import overview, questions, schema, search
from remnant.store.codec import decode, peek
from remnant.store.current import PAGE, batches
from remnant.store.filters import EVERY_CLAIM, ClaimFilter
from remnant.store.overview import Counts, Found
from remnant.store.past import Edition, editions
from remnant.store.search import Hit
from remnant.store.unfinished import Unfinished, unfinished


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

    Attributes:
        connection: The transaction, for questions that nothing here asks.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    # What has been done

    def done(self, processing: str) -> Mapping[str, str]:
        """Return the originals already processed so: SHA-256 → identifier of the document."""
        rows = self._rows(questions.DONE, processing=processing)
        return {row.sha256: row.document for row in rows}

    def originals(self) -> Iterator[Processed]:
        """Yield every original with a current document, in order of SHA-256."""
        for row in self.pages(questions.ORIGINALS, ("sha256",)):
            yield Processed(row.sha256, row.document, row.processing)

    def number_of_originals(self) -> int:
        """Return how many originals have a current document."""
        return overview.number_of_documents(self.connection)

    def originals_among(self, sha256: Iterable[str]) -> tuple[Processed, ...]:
        """Return those of the originals that have a current document."""
        rows = self._among(questions.ORIGINALS_AMONG, sorted(set(sha256)))
        return tuple(Processed(row.sha256, row.document, row.processing) for row in rows)

    def mark(self, journal: str) -> tuple[Mark, str] | None:
        """Return how far a journal was read when a build last ended, and under what."""
        row = self.connection.execute(questions.MARK, {"journal": journal}).first()
        return None if row is None else (Mark(row.offset, row.line), row.under)

    def unfinished(self) -> Unfinished:
        """Return what was written but not yet reconciled: the work of runs that have not ended."""
        return unfinished(self.connection)

    def editions(self) -> tuple[Edition, ...]:
        """Return the editions of the record, oldest first: what it said after each build."""
        return editions(self.connection)

    # Documents and claims

    def documents(self) -> Iterator[str]:
        """Yield the identifiers of the current documents, in order of first capture."""
        for row in self.pages(questions.DOCUMENTS, ("captured", "document")):
            yield row.document

    def documents_among(self, documents: Iterable[str]) -> tuple[str, ...]:
        """Return those of the documents that are current, in order of first capture."""
        rows = self._among(questions.DOCUMENTS_AMONG, sorted(set(documents)))
        return tuple(name for _, name in sorted((row.captured, row.document) for row in rows))

    def documents_sharing(self, keys: Iterable[str]) -> frozenset[str]:
        """Return the current documents that have one of the trace keys."""
        asked = sorted(set(keys))
        return frozenset(row.document for row in self._among(questions.DOCUMENTS_SHARING, asked))

    def trace_keys_of(self, documents: Iterable[str]) -> frozenset[str]:
        """Return the trace keys of those of the documents that are current."""
        asked = sorted(set(documents))
        return frozenset(row.key for row in self._among(questions.TRACE_KEYS_OF, asked))

    def is_shared(self, key: str) -> bool:
        """Say whether any current document has the trace key."""
        one = questions.DOCUMENTS_SHARING.limit(1)
        return self.connection.execute(one, {"among": [key]}).first() is not None

    def document(self, document: str) -> Document:
        """Return one document, with its text."""
        return _document(self._content(document))

    def result(self, document: str) -> DocumentResult:
        """Return all that one document gave."""
        content = self._content(document)
        first, last = schema.rows_of(content.result)
        claims = self._rows(questions.CLAIMS_OF, first=first, last=last)
        mentions = self._rows(questions.MENTIONS_OF, first=first, last=last)
        return DocumentResult(
            document=_document(content),
            resolved=tuple(decode(ResolvedClaim, row.body) for row in claims),
            mentions=tuple(decode(EventMention, row.body) for row in mentions),
            fingerprint=decode(Fingerprint, content.fingerprint),
        )

    def claims_of(
        self, document: str, stances: Collection[Stance] = tuple(Stance)
    ) -> tuple[Document, tuple[ResolvedClaim, ...]]:
        """Return one document with its claims of these stances, in the order it gave them."""
        content = self._content(document)
        first, last = schema.rows_of(content.result)
        rows = self._rows(questions.CLAIMS_OF, first=first, last=last)
        asked = (decode(ResolvedClaim, row.body) for row in rows if row.stance in stances)
        return _document(content), tuple(asked)

    def results(self, documents: Iterable[str] | None = None) -> Iterator[DocumentResult]:
        """Yield the results of the given documents, or of all, one at a time."""
        for document in self.documents() if documents is None else documents:
            yield self.result(document)

    def claim(self, claim: str) -> ResolvedClaim:
        """Return one claim."""
        return decode(ResolvedClaim, self._one(questions.CLAIM, claim).body)

    def claims(self, wanted: ClaimFilter = EVERY_CLAIM) -> Iterator[ResolvedClaim]:
        """Yield the current claims that meet the conditions, in order of writing and passage."""
        for row in self.pages(questions.CLAIMS.where(*wanted.conditions()), ("row",)):
            yield decode(ResolvedClaim, row.body)

    # Search and overview

    def search(self, typed: str, *, limit: int = 20, offset: int = 0) -> tuple[Hit, ...]:
        """Return the passages that answer what a person typed (see `query`), best first."""
        return search.passages(self.connection, typed, limit=limit, offset=offset)

    def search_claims(
        self,
        typed: str,
        wanted: ClaimFilter = EVERY_CLAIM,
        *,
        limit: int = 20,
        offset: int = 0,
    ) -> tuple[Hit, ...]:
        """Return the claims that answer what a person typed and meet the conditions, best first."""
        return search.claims(self.connection, typed, wanted=wanted, limit=limit, offset=offset)

    def find(self, prefix: str) -> tuple[Found, ...]:
        """Return what has an identifier that begins so, at most 20."""
        return overview.find(self.connection, prefix)

    def counts(self) -> Counts:
        """Count what is current."""
        return overview.counts(self.connection)

    # Event mentions, links and incidents

    def mentions(self, mentions: Iterable[str]) -> tuple[EventMention, ...]:
        """Return the current event mentions among the given ones, in order of identifier."""
        return self._mentions(questions.MENTIONS, mentions)

    def mentions_in(self, document: str) -> tuple[EventMention, ...]:
        """Return the event mentions of one current document, in the order it gave them."""
        first, last = schema.rows_of(self._content(document).result)
        rows = self._rows(questions.MENTIONS_OF, first=first, last=last)
        return tuple(decode(EventMention, row.body) for row in rows)

    def mentions_sharing(
        self, keys: Iterable[str], *, but: Collection[str] = ()
    ) -> tuple[EventMention, ...]:
        """Return the current event mentions with a blocking key, without some, by identifier."""
        return self._mentions(questions.MENTIONS_SHARING, keys, but=but)

    def links_of(self, mentions: Iterable[str]) -> tuple[Link, ...]:
        """Return the current links of event mentions, in order; both ends are current."""
        asked = sorted(set(mentions))
        found = {
            (row.left, row.right): row.body
            for statement in (questions.LINKS_LEFT, questions.LINKS_RIGHT)
            for row in self._among(statement, asked)
        }
        asked = sorted({end for pair in found for end in pair})
        ends = {row.id for row in self._among(questions.MENTIONS, asked)}
        return tuple(decode(Link, found[pair]) for pair in sorted(found) if ends.issuperset(pair))

    def incidents(self) -> Iterator[Incident]:
        """Yield the current incidents and episodes, in order of number.

        The links of each are in order of their two event mentions.
        """
        for heads in batches(self.pages(questions.INCIDENTS, ("number",))):
            yield from self._incidents(heads)

    def heads(self) -> Iterator[Incident]:
        """Yield the current incidents and episodes without their event mentions and links."""
        for row in self.pages(questions.INCIDENTS, ("number",)):
            yield decode(Incident, row.body)

    def episodes(self) -> tuple[Incident, ...]:
        """Return the current episodes without their event mentions, in order of number."""
        return tuple(decode(Incident, head.body) for head in self._rows(questions.EPISODES))

    def incident(self, number: str) -> Incident:
        """Return one incident or episode; an absorbed number leads to the one that absorbed it."""
        found = self.connection.execute(questions.INCIDENT, {"among": [number]}).first()
        if found is None:
            found = self._one(questions.INCIDENT, self._one(questions.REDIRECT, number).number)
        return next(self._incidents([found]))

    def incidents_numbered(self, numbers: Sequence[str]) -> tuple[Incident, ...]:
        """Return those of the incidents that are current, as they were asked for."""
        heads = {row.number: row for row in self._among(questions.INCIDENT, numbers)}
        return tuple(self._incidents([heads[number] for number in numbers if number in heads]))

    def incidents_of(self, mentions: Iterable[str]) -> tuple[Incident, ...]:
        """Return the current incidents that hold any of the event mentions, in order of number."""
        numbers = sorted(self.numbers_of(mentions))
        return tuple(self._incidents(list(self._among(questions.INCIDENT, numbers))))

    def numbers_of(self, mentions: Iterable[str]) -> frozenset[str]:
        """Return the numbers of the incidents that hold any of the event mentions."""
        rows = self._among(questions.NUMBERS_OF, sorted(set(mentions)))
        return frozenset(row.number for row in rows)

    def by_document(self, numbers: Iterable[str]) -> tuple[str, ...]:
        """Return current numbers so that those of one document follow each other.

        Documents come in order of their lowest number, which a first build gives to the
        earliest event, so that neighbours in time are near each other too.
        """
        of_document: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for row in self._among(questions.FIRST_DOCUMENTS, sorted(set(numbers))):
            of_document[row.document].append((serial(row.number), row.number))
        groups = sorted(sorted(group) for group in of_document.values())
        return tuple(number for group in groups for _, number in group)

    def numbers_keyed(self, keys: Iterable[str]) -> frozenset[str]:
        """Return the numbers of incidents that have one of the keys."""
        rows = self._among(questions.NUMBERS_KEYED, sorted(set(keys)))
        return frozenset(row.number for row in rows)

    def foundings(self, numbers: Iterable[str] | None = None) -> tuple[Founding, ...]:
        """Return the foundings of the given incident numbers, or of all, in order of number."""
        rows = (
            self.pages(questions.FOUNDINGS, ("number",))
            if numbers is None
            else self._among(questions.FOUNDINGS_AMONG, sorted(set(numbers)))
        )
        return tuple(Founding(*row) for row in rows)

    def foundings_of(self, mentions: Iterable[str]) -> tuple[Founding, ...]:
        """Return the numbers that event mentions hold, in order of number."""
        rows = self._among(questions.FOUNDINGS_OF, sorted(set(mentions)))
        return tuple(sorted((Founding(*row) for row in rows), key=lambda one: one.number))

    def foundings_given_in(self, documents: Iterable[str]) -> tuple[Founding, ...]:
        """Return numbers as they were first given out in documents, in order of number."""
        rows = self._among(questions.FOUNDINGS_GIVEN_IN, sorted(set(documents)))
        return tuple(sorted((Founding(*row) for row in rows), key=lambda one: one.number))

    def assessment(self, number: str) -> Assessment:
        """Return the assessment of one current incident."""
        return decode(Assessment, self._one(questions.ASSESSMENT, number).body)

    # Lineage

    def fingerprints(self) -> Iterator[Fingerprint]:
        """Yield the fingerprints of the current documents, in order of first capture."""
        for row in self.pages(questions.FINGERPRINTS, ("captured", "document")):
            yield decode(Fingerprint, row.fingerprint)

    def fingerprints_of(self, documents: Iterable[str]) -> tuple[Fingerprint, ...]:
        """Return the fingerprints of those of the documents that are current, by document."""
        asked = self._among(questions.FINGERPRINTS_AMONG, sorted(set(documents)))
        found = {row.document: row.fingerprint for row in asked}
        return tuple(decode(Fingerprint, found[document]) for document in sorted(found))

    def wordings_of(self, documents: Iterable[str]) -> Iterator[tuple[str, list[str], list[int]]]:
        """Yield documents with the bands and the signature of their fingerprints."""
        for row in self._among(questions.FINGERPRINTS_AMONG, sorted(set(documents))):
            yield row.document, *peek(Fingerprint, row.fingerprint, "bands", "signature")

    def lineage(self) -> Lineage:
        """Return the graph of which work rests on which, in order of identifiers."""
        works = tuple(decode(Work, row.body) for row in self.pages(questions.WORKS, ("id",)))
        ordered = ("child", "parent", "kind")
        edges = tuple(decode(Derives, row.body) for row in self.pages(questions.EDGES, ordered))
        return Lineage(works, edges)

    def lineage_above(self, works: Iterable[str]) -> Lineage:
        """Return what the given works rest on directly: they, those edges and their parents."""
        asked = sorted(set(works))
        edges = [decode(Derives, row.body) for row in self._among(questions.EDGES_FROM, asked)]
        edges.sort(key=lambda edge: (edge.child, edge.parent, edge.kind))
        named = {*asked, *(edge.parent for edge in edges)}
        rows = self._among(questions.WORKS_AMONG, sorted(named))
        return Lineage(tuple(decode(Work, row.body) for row in rows), tuple(edges))

    def lineage_of(self, works: Iterable[str]) -> Lineage:
        """Return the part of the graph that touches the given works: they, edges, far ends."""
        asked = sorted(set(works))
        found = {
            (row.child, row.parent, row.kind): decode(Derives, row.body)
            for statement in (questions.EDGES_FROM, questions.EDGES_TO)
            for row in self._among(statement, asked)
        }
        named = {*asked, *(end for child, parent, _ in found for end in (child, parent))}
        rows = self._among(questions.WORKS_AMONG, sorted(named))
        return Lineage(
            tuple(decode(Work, row.body) for row in rows),
            tuple(found[key] for key in sorted(found)),
        )

    def is_linked(self, work: str) -> bool:
        """Say whether any edge leads from or to the work."""
        statements = (questions.EDGES_TO.limit(1), questions.EDGES_FROM.limit(1))
        asked = {"among": [work]}
        return any(self.connection.execute(one, asked).first() is not None for one in statements)

    # How it is asked

    def _rows(self, statement: Executable, **values: object) -> list[Any]:
        return list(self.connection.execute(statement, values))

    def _one(self, statement: Executable, name: str) -> Any:  # noqa: ANN401 - a row
        row = self.connection.execute(statement, {"among": [name]}).first()
        if row is None:
            raise KeyError(name)
        return row

    def _among(self, statement: Executable, values: Iterable[str]) -> Iterator[Any]:
        """Yield the rows of a statement that asks for some of many values, a batch at a time."""
        for batch in batches(values):
            yield from self.connection.execute(statement, {"among": batch}).all()

    def pages(self, statement: Any, order: tuple[str, ...]) -> Iterator[Any]:  # noqa: ANN401 - a select
        """Yield the rows of a statement in order, each page asked for by the last key before it.

        No cursor stays open, so the caller may ask other things between rows.
        """
        columns = [statement.selected_columns[name] for name in order]
        page = statement.order_by(*columns).limit(PAGE)
        after = page.where(tuple_(*columns) > tuple_(*(bindparam(f"_{name}") for name in order)))
        rows = self.connection.execute(page).all()
        while rows:
            yield from rows
            if len(rows) < PAGE:
                return
            last = {f"_{name}": getattr(rows[-1], name) for name in order}
            rows = self.connection.execute(after, last).all()

    def _content(self, document: str) -> Any:  # noqa: ANN401 - a row
        return self._one(questions.CONTENT, document)

    def _mentions(
        self, statement: Executable, values: Iterable[str], *, but: Collection[str] = ()
    ) -> tuple[EventMention, ...]:
        found = {row.id: row.body for row in self._among(statement, sorted(set(values)))}
        return tuple(decode(EventMention, found[name]) for name in sorted(found.keys() - set(but)))

    def _incidents(self, heads: Sequence[Any]) -> Iterator[Incident]:
        """Yield incidents with their members, which are asked for together."""
        numbers = [head.number for head in heads]
        mentions: dict[str, list[EventMention]] = defaultdict(list)
        for row in self._among(questions.MEMBERS, numbers):
            mentions[row.number].append(decode(EventMention, row.body))
        links: dict[str, list[Link]] = defaultdict(list)
        for row in self._among(questions.MEMBER_LINKS, numbers):
            links[row.number].append(decode(Link, row.body))
        for head in heads:
            yield replace(
                decode(Incident, head.body),
                mentions=tuple(mentions[head.number]),
                links=tuple(links[head.number]),
            )


def _document(content: Any) -> Document:  # noqa: ANN401 - a row
    return replace(decode(Document, content.document), text=content.text)
