from remnant.model.record import Record
from remnant.store import Reader, Session, Store
from tests.factory import (
    make_assessment,
    make_founding,
    make_incident,
    make_lineage,
    make_link,
    make_result,
    make_run,
)


def write(session: Session, text: str, *, run: str = "run-1", processing: str = "p1") -> None:
    """Write the result of a text under one blocking key and one trace key."""
    result = make_result(text)
    session.write_result(
        result,
        keys={one.id: ["hadrut|2020-10"] for one in result.mentions},
        trace_keys=["shared"],
        processing=processing,
        run=run,
    )


def test_result_reads_back_as_written(store: Store) -> None:
    """A document's result is read back as the value that was written."""
    result = make_result()
    with store.begin() as session:
        session.start_run(make_run())
        session.write_result(result, keys={}, trace_keys=(), processing="p1", run="run-1")
    with store.read() as reader:
        assert list(reader.documents()) == [result.document.id]
        assert reader.result(result.document.id) == result
        assert reader.claim(result.claims[1].id) == result.resolved[1]


def test_reader_is_a_record(store: Store) -> None:
    """A session can stand where publishing asks for a record."""

    def first(record: Record) -> list[str]:
        return list(record.documents())

    with store.begin() as session:
        assert first(session) == []
    with store.read() as reader:
        assert isinstance(reader, Reader)
        assert first(reader) == []


def test_incident_reads_back_as_written(store: Store) -> None:
    """An incident is read back with its event mentions, links and assessment."""
    left, right = make_result(), make_result("Cluster bombs fell on Hadrut.")
    mentions = (*left.mentions, *right.mentions)
    link = make_link(*mentions)
    incident = make_incident(mentions, links=(link,))
    lineage = make_lineage(left.document, right.document, "Human Rights Watch")
    with store.begin() as session:
        session.start_run(make_run())
        for result in (left, right):
            session.write_result(
                result,
                keys={one.id: ["a"] for one in result.mentions},
                trace_keys=["t"],
                processing="p1",
                run="run-1",
            )
        session.write_incidents([incident], keys={incident.number: ["a"]}, run="run-1")
        session.write_assessments([make_assessment(incident)], run="run-1")
        session.write_foundings([make_founding(mentions[0])], run="run-1")
        session.write_lineage(lineage, run="run-1")
        session.finish_run("run-1", ended="2024-05-01T09:01:00Z")
    with store.read() as reader:
        assert list(reader.incidents()) == [incident]
        assert reader.incidents_of([mentions[1].id]) == (incident,)
        assert reader.numbers_of([mentions[1].id]) == {incident.number}
        assert reader.numbers_keyed(["a", "b"]) == {incident.number}
        assert reader.numbers_keyed(["b"]) == frozenset()
        assert reader.links_of([mentions[0].id]) == (link,)
        assert reader.assessment("R-0001") == make_assessment(incident)
        assert reader.foundings() == (make_founding(mentions[0]),)
        assert set(reader.lineage().works) == set(lineage.works)
        assert reader.lineage().edges == lineage.edges
        assert set(reader.mentions_sharing(["a", "b"])) == set(mentions)
        assert reader.documents_sharing(["t"]) == {
            left.document.id,
            right.document.id,
        }
        assert len(reader.done("p1")) == 2
        assert reader.done("p2") == {}
