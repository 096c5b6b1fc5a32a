"""Reads the works, what rests on what, and the fingerprints it is found by."""

from collections.abc import Iterable, Iterator

from remnant.model.lineage import Derives, Fingerprint, Lineage, Work
from remnant.store import questions
from remnant.store.asking import Asking
from remnant.store.codec import decode, peek


class LineageReader(Asking):
    """Reads the lineage of the documents, in a fixed order."""

    def fingerprints(self) -> Iterator[Fingerprint]:
        """Yield the fingerprints of the current documents, in order of first capture."""
        for row in self.pages(questions.FINGERPRINTS, ("captured", "document")):
            yield decode(Fingerprint, row.fingerprint)

    def fingerprints_of(self, documents: Iterable[str]) -> tuple[Fingerprint, ...]:
        """Return the fingerprints of those of the documents that are current, by document."""
        asked = self.among(questions.FINGERPRINTS_AMONG, sorted(set(documents)))
        found = {row.document: row.fingerprint for row in asked}
        return tuple(decode(Fingerprint, found[document]) for document in sorted(found))

    def wordings_of(self, documents: Iterable[str]) -> Iterator[tuple[str, list[str], list[int]]]:
        """Yield documents with the bands and the signature of their fingerprints."""
        for row in self.among(questions.FINGERPRINTS_AMONG, sorted(set(documents))):
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
        edges = [decode(Derives, row.body) for row in self.among(questions.EDGES_FROM, asked)]
        edges.sort(key=lambda edge: (edge.child, edge.parent, edge.kind))
        named = {*asked, *(edge.parent for edge in edges)}
        rows = self.among(questions.WORKS_AMONG, sorted(named))
        return Lineage(tuple(decode(Work, row.body) for row in rows), tuple(edges))

    def lineage_of(self, works: Iterable[str]) -> Lineage:
        """Return the part of the graph that touches the given works: they, edges, far ends."""
        asked = sorted(set(works))
        found = {
            (row.child, row.parent, row.kind): decode(Derives, row.body)
            for statement in (questions.EDGES_FROM, questions.EDGES_TO)
            for row in self.among(statement, asked)
        }
        named = {*asked, *(end for child, parent, _ in found for end in (child, parent))}
        rows = self.among(questions.WORKS_AMONG, sorted(named))
        return Lineage(
            tuple(decode(Work, row.body) for row in rows),
            tuple(found[key] for key in sorted(found)),
        )

    def is_linked(self, work: str) -> bool:
        """Say whether any edge leads from or to the work."""
        statements = (questions.EDGES_TO.limit(1), questions.EDGES_FROM.limit(1))
        asked = {"among": [work]}
        return any(self.connection.execute(one, asked).first() is not None for one in statements)
