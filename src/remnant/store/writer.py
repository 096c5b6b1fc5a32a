"""Adds to the record. Nothing here commits: the caller's transaction does."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from sqlalchemy import Connection, Executable, Table, func, select

from remnant.errors import StoreError
from remnant.model.assessment import Assessment
from remnant.model.decision import Mark, Run
from remnant.model.incident import Founding, Incident, Link
from remnant.model.lineage import Derives, Lineage
from remnant.model.record import DocumentResult
from remnant.store import parts, questions, schema
from remnant.store.codec import encode
from remnant.store.current import batches
from remnant.store.dialects import add_terms, insert_rows
from remnant.store.reader import Reader
from remnant.store.unfinished import OPEN_RUNS

Row = dict[str, object]


class Session(Reader):
    """A session that reads the record and adds to it, all or nothing.

    Whatever it wrote it also reads. A row that says what the current row says already is
    not written again.
    """

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._last: dict[str, int] = {}

    # Runs

    def start_run(self, run: Run) -> None:
        """Record the start of a build. Every row written names a run that was started."""
        self._add(
            schema.runs,
            [
                {
                    "id": run.id,
                    "version": run.version,
                    "settings": run.settings,
                    "started": run.started,
                }
            ],
        )

    def finish_run(self, run: str, *, ended: str) -> None:
        """Record that a build ended, at a time in UTC, ISO 8601 to the second with `Z`.

        Earlier runs that were killed end with it: it finished what they had begun.
        """
        begun = sorted({run, *self.connection.execute(OPEN_RUNS).scalars()})
        self._add(schema.run_ends, [{"run": one, "ended": ended} for one in begun])

    def write_mark(self, journal: str, mark: Mark, *, under: str = "", run: str) -> None:
        """Record how far a journal has been read, and under what its entries were."""
        row: Row = {"journal": journal, "offset": mark.offset, "line": mark.line, "under": under}
        if self.mark(journal) != (mark, under):
            self._append(schema.marks, [row], run=run)

    # Documents

    def write_result(
        self,
        result: DocumentResult,
        *,
        keys: Mapping[str, Sequence[str]],
        trace_keys: Sequence[str],
        processing: str,
        run: str,
    ) -> None:
        """Record what one document gives; it supersedes what its original gave before.

        Args:
            result: What the document gives.
            keys: Per event mention, by identifier, the keys under which it may meet others.
            trace_keys: The keys under which the document may be found to rest on others.
            processing: Digest of what processed it.
            run: Identifier of the run.

        Raises:
            StoreError: Two claims, or two event mentions, have one identifier.
        """
        sequence = self._next(schema.results)
        document = result.document
        self._supersede(document.capture.sha256, document.id, run=run)
        self._add(
            schema.results,
            [parts.result_row(document, sequence, processing=processing, run=run)],
        )
        self._add(schema.contents, [parts.content_row(result, sequence)])
        self._write_passages(result, sequence)
        self._write_claims(result, sequence)
        self._write_mentions(result, sequence, keys)
        self._add(
            schema.trace_keys, [{"key": key, "result": sequence} for key in sorted(set(trace_keys))]
        )

    def withdraw_document(self, document: str, *, run: str) -> None:
        """Record that a document is no longer part of the record, nor any edge of its work.

        Its event mentions are no longer current; the caller links what is left anew.
        """
        row = self.connection.execute(questions.RESULT, {"among": [document]}).mappings().first()
        if row is None:
            raise KeyError(document)
        self._append(schema.results, [{**row, "withdrawn": True}], run=run)
        self.withdraw_works([document], run=run)

    def _supersede(self, sha256: str, document: str, *, run: str) -> None:
        before = self.connection.execute(questions.RESULT_OF_ORIGINAL, {"among": [sha256]}).first()
        if before is not None and before.document != document:
            self.withdraw_works([before.document], run=run)

    def _write_passages(self, result: DocumentResult, sequence: int) -> None:
        self._add(schema.passages, parts.passage_rows(result.document, sequence))
        terms = parts.passage_terms(result.document, sequence)
        add_terms(self.connection, "passage_terms", terms)

    def _write_claims(self, result: DocumentResult, sequence: int) -> None:
        self._refuse_taken(
            questions.TAKEN_CLAIM, (one.id for one in result.claims), result.document.id
        )
        first, _ = schema.rows_of(sequence)
        numbered = list(enumerate(result.resolved, start=first))
        self._add(schema.claims, [parts.claim_row(one, row) for row, one in numbered])
        values = [value for row, one in numbered for value in parts.claim_values(one, row)]
        self._add(schema.claim_values, values)
        add_terms(
            self.connection,
            "claim_terms",
            [(row, parts.claim_terms(one)) for row, one in numbered],
        )

    def _write_mentions(
        self, result: DocumentResult, sequence: int, keys: Mapping[str, Sequence[str]]
    ) -> None:
        self._refuse_taken(
            questions.TAKEN_MENTION, (one.id for one in result.mentions), result.document.id
        )
        first, _ = schema.rows_of(sequence)
        numbered = list(enumerate(result.mentions, start=first))
        self._add(schema.event_mentions, [parts.mention_row(one, row) for row, one in numbered])
        self._add(
            schema.mention_keys,
            [
                {"key": key, "mention": row}
                for row, one in numbered
                for key in sorted(set(keys.get(one.id, ())))
            ],
        )

    def _refuse_taken(self, statement: Executable, names: Iterable[str], document: str) -> None:
        for row in self.among(statement, names):
            if row.document != document:
                message = (
                    f"{document}: {row.id} already names something of {row.document}; "
                    "two contents gave one identifier, report it as a fault of Remnant"
                )
                raise StoreError(message)

    # Across documents

    def write_links(self, links: Iterable[Link], *, run: str) -> None:
        """Record how event mentions compare; a link supersedes the one of the same two."""
        bodies = {(one.left, one.right): encode(one) for one in links}
        left = sorted({pair[0] for pair in bodies})
        known = {(row.left, row.right): row.body for row in self.among(questions.LINKS_LEFT, left)}
        self._append(
            schema.links,
            [
                {"left": pair[0], "right": pair[1], "body": body}
                for pair, body in bodies.items()
                if known.get(pair) != body
            ],
            run=run,
        )

    def write_incidents(
        self,
        incidents: Iterable[Incident],
        *,
        keys: Mapping[str, Sequence[str]] = MappingProxyType({}),
        run: str,
    ) -> None:
        """Record incidents with their members; each supersedes the one of the same number.

        Args:
            incidents: The incidents.
            keys: Per number, the keys by which denials that may answer it are found.
            run: Identifier of the run.
        """
        for batch in batches(incidents):
            self._write_heads(batch, run=run)
            self.write_links([link for one in batch for link in one.links], run=run)
            members: dict[Table, Callable[[Incident], Iterable[tuple[str, ...]]]] = {
                schema.incident_mentions: lambda one: ((two.id,) for two in one.mentions),
                schema.incident_redirects: lambda one: ((two,) for two in one.absorbed),
                schema.incident_links: lambda one: ((two.left, two.right) for two in one.links),
                schema.incident_keys: lambda one: ((key,) for key in keys.get(one.number, ())),
            }
            for table, belonging in members.items():
                wanted = {one.number: set(belonging(one)) for one in batch}
                self._write_members(table, wanted, run=run)

    def _write_heads(self, incidents: Sequence[Incident], *, run: str) -> None:
        bodies = {one.number: encode(replace(one, mentions=(), links=())) for one in incidents}
        rows = self.among(questions.INCIDENT_BODY, sorted(bodies))
        known = {row.number: row.body for row in rows}
        self._append(
            schema.incidents,
            [
                {
                    "number": one.number,
                    "scope": one.scope.value,
                    "body": bodies[one.number],
                    "withdrawn": False,
                }
                for one in incidents
                if known.get(one.number) != bodies[one.number]
            ],
            run=run,
        )

    def _write_members(
        self, table: Table, wanted: Mapping[str, set[tuple[str, ...]]], *, run: str
    ) -> None:
        """Write only who joins and who leaves, so a growing incident adds few rows."""
        statement, names = questions.KNOWN_MEMBERS[table.name]
        known: dict[str, set[tuple[str, ...]]] = {number: set() for number in wanted}
        for number, *member in self.among(statement, sorted(wanted)):
            known[number].add(tuple(member))
        rows: list[Row] = [
            {
                "number": number,
                **dict(zip(names, member, strict=True)),
                "withdrawn": member in known[number],
            }
            for number, members in wanted.items()
            for member in sorted(members ^ known[number])
        ]
        self._append(table, rows, run=run)

    def withdraw_incidents(self, numbers: Iterable[str], *, run: str) -> None:
        """Record that incidents are no more, such as those absorbed by others."""
        rows = list(self.among(questions.INCIDENT_BODY, sorted(set(numbers))))
        self._append(
            schema.incidents,
            [
                {"number": row.number, "scope": row.scope, "body": row.body, "withdrawn": True}
                for row in rows
            ],
            run=run,
        )

    def write_foundings(self, foundings: Iterable[Founding], *, run: str) -> None:
        """Record which event mention each incident number was given out for."""
        foundings = tuple(foundings)
        known = set(self.foundings(one.number for one in foundings))
        self._append(
            schema.foundings,
            [parts.founding_row(one) for one in foundings if one not in known],
            run=run,
        )

    def write_assessments(self, assessments: Iterable[Assessment], *, run: str) -> None:
        """Record what is concluded of incidents."""
        bodies = {one.incident: (one.grade.value, encode(one)) for one in assessments}
        known = {
            row.number: row.body for row in self.among(questions.ASSESSMENT_BODY, sorted(bodies))
        }
        self._append(
            schema.assessments,
            [
                {"number": number, "grade": grade, "body": body}
                for number, (grade, body) in bodies.items()
                if known.get(number) != body
            ],
            run=run,
        )

    def write_lineage(self, lineage: Lineage, *, run: str) -> None:
        """Record works and edges; an edge supersedes that of the same works and kind."""
        works = {one.id: encode(one) for one in lineage.works}
        known = {row.id: row.body for row in self.among(questions.WORKS_AMONG, sorted(works))}
        self._append(
            schema.works,
            [
                {"id": name, "body": body, "withdrawn": False}
                for name, body in works.items()
                if known.get(name) != body
            ],
            run=run,
        )
        edges = {(one.child, one.parent, one.kind.value): encode(one) for one in lineage.edges}
        children = sorted({child for child, _, _ in edges})
        there = {tuple(row)[:3]: row.body for row in self.among(questions.EDGES_FROM, children)}
        rows = [parts.edge_row(key, body) for key, body in edges.items() if there.get(key) != body]
        self._append(schema.edges, rows, run=run)

    def withdraw_edges(self, edges: Iterable[Derives], *, run: str) -> None:
        """Record that edges do not hold any more."""
        rows = [
            parts.edge_row((one.child, one.parent, one.kind.value), encode(one), withdrawn=True)
            for one in edges
        ]
        self._append(schema.edges, rows, run=run)

    def withdraw_works(self, works: Iterable[str], *, run: str) -> None:
        """Record that works are no longer known, nor any edge from or to them."""
        asked = sorted(set(works))
        self.withdraw_edges(self.lineage_of(asked).edges, run=run)
        rows: list[Row] = [
            {"id": row.id, "body": row.body, "withdrawn": True}
            for row in self.among(questions.WORKS_AMONG, asked)
        ]
        self._append(schema.works, rows, run=run)

    # How it is added

    def _add(self, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
        insert_rows(self.connection, table, rows)

    def _append(self, table: Table, rows: Sequence[Row], *, run: str) -> None:
        self._add(table, [{**row, "seq": self._next(table), "run": run} for row in rows])

    def _next(self, table: Table) -> int:
        """Return the next sequence number. There is one writer, so nobody else takes it."""
        if table.name not in self._last:
            highest = self.connection.execute(_HIGHEST[table.name]).scalar()
            self._last[table.name] = highest or 0
        self._last[table.name] += 1
        return self._last[table.name]


_HIGHEST = {
    table.name: select(func.max(table.c.seq))
    for table in schema.metadata.sorted_tables
    if "seq" in table.c
}
