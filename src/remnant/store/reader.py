"""Reads the record: what is current, in a fixed order, without holding it in memory."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from remnant.model.claim import Stance
from remnant.model.decision import Mark
from remnant.model.document import Document
from remnant.model.incident import EventMention
from remnant.model.lineage import Fingerprint
from remnant.model.record import DocumentResult
from remnant.model.resolution import ResolvedClaim
from remnant.store import overview, questions, schema, search
from remnant.store.codec import decode
from remnant.store.filters import EVERY_CLAIM, ClaimFilter
from remnant.store.overview import Counts, Found
from remnant.store.past import Edition, editions
from remnant.store.reading_incidents import IncidentReader
from remnant.store.reading_lineage import LineageReader
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


class Reader(IncidentReader, LineageReader):
    """A session that reads one state of the record.

    It satisfies `remnant.model.record.Record`. Unknown identifiers raise `KeyError`.
    """

    # What has been done

    def done(self, processing: str) -> Mapping[str, str]:
        """Return the originals already processed so: SHA-256 → identifier of the document."""
        rows = self.rows(questions.DONE, processing=processing)
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
        rows = self.among(questions.ORIGINALS_AMONG, sorted(set(sha256)))
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
        rows = self.among(questions.DOCUMENTS_AMONG, sorted(set(documents)))
        return tuple(name for _, name in sorted((row.captured, row.document) for row in rows))

    def documents_sharing(self, keys: Iterable[str]) -> frozenset[str]:
        """Return the current documents that have one of the trace keys."""
        asked = sorted(set(keys))
        return frozenset(row.document for row in self.among(questions.DOCUMENTS_SHARING, asked))

    def documents_by_key(self, keys: Iterable[str]) -> dict[str, frozenset[str]]:
        """Return the current documents that have each of the trace keys, if any has."""
        found: dict[str, set[str]] = defaultdict(set)
        for row in self.among(questions.DOCUMENTS_BY_KEY, sorted(set(keys))):
            found[row.key].add(row.document)
        return {key: frozenset(documents) for key, documents in found.items()}

    def trace_keys_of(self, documents: Iterable[str]) -> frozenset[str]:
        """Return the trace keys of those of the documents that are current."""
        asked = sorted(set(documents))
        return frozenset(row.key for row in self.among(questions.TRACE_KEYS_OF, asked))

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
        claims = self.rows(questions.CLAIMS_OF, first=first, last=last)
        mentions = self.rows(questions.MENTIONS_OF, first=first, last=last)
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
        rows = self.rows(questions.CLAIMS_OF, first=first, last=last)
        asked = (decode(ResolvedClaim, row.body) for row in rows if row.stance in stances)
        return _document(content), tuple(asked)

    def results(self, documents: Iterable[str] | None = None) -> Iterator[DocumentResult]:
        """Yield the results of the given documents, or of all, one at a time."""
        for document in self.documents() if documents is None else documents:
            yield self.result(document)

    def claim(self, claim: str) -> ResolvedClaim:
        """Return one claim."""
        return decode(ResolvedClaim, self.one(questions.CLAIM, claim).body)

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

    def _content(self, document: str) -> Any:  # noqa: ANN401 - a row
        return self.one(questions.CONTENT, document)


def _document(content: Any) -> Document:  # noqa: ANN401 - a row
    return replace(decode(Document, content.document), text=content.text)
