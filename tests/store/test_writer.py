from dataclasses import replace

import pytest
from sqlalchemy import func, select

from remnant.errors import StoreError
from remnant.model.assessment import Grade
from remnant.model.incident import Verdict
from remnant.model.lineage import Lineage
from remnant.model.record import DocumentResult
from remnant.model.value import DateInterval
from remnant.store import Reader, Session, Store, schema
from tests.factory import (
    make_assessment,
    make_event,
    make_founding,
    make_incident,
    make_lineage,
    make_link,
    make_result,
    make_run,
    make_work,
)

NOBODY: tuple[str, ...] = ()


def start(session: Session) -> None:
    """Start the run that the tests write in."""
    session.start_run(make_run())


def write(session: Session, result: DocumentResult, *, processing: str = "p1") -> None:
    """Write a result; its event mentions meet others under their document's first word."""
    key = result.document.text.split()[0]
    session.write_result(
        result,
        keys={one.id: [key, key, "all"] for one in result.mentions},
        trace_keys=[key, key, "all"],
        processing=processing,
        run="run-1",
    )


def rows(reader: Reader, table: str) -> int:
    """Count the rows of a table, current or not."""
    counted = select(func.count()).select_from(schema.metadata.tables[table])
    return reader.connection.execute(counted).scalar_one()


def test_newer_result_supersedes(store: Store) -> None:
    """A result of newer processing takes the place of the older; the old rows stay."""
    old = make_result("Rocket in Hadrut.")
    new = replace(old, resolved=(), mentions=())
    with store.begin() as session:
        start(session)
        write(session, old)
        write(session, new, processing="p2")
        assert session.result(old.document.id) == new
        assert dict(session.done("p2")) == {old.document.capture.sha256: old.document.id}
        assert session.done("p1") == {}
        assert session.mentions_sharing(["all"]) == ()
        assert [hit.kind for hit in session.search("rocket")] == ["paragraph"]
        assert list(session.claims()) == []
        assert rows(session, "claims") == 1
        with pytest.raises(KeyError):
            session.claim(old.claims[0].id)


def test_new_reading_of_an_original_takes_the_place_of_the_old(store: Store) -> None:
    """An original has one current document, also when a new reader gives it another identifier."""
    old = make_result("Rocket in Hadrut.")
    document = replace(old.document, id="d-new")
    new = DocumentResult(document, (), (), old.fingerprint)
    with store.begin() as session:
        start(session)
        write(session, old)
        session.write_lineage(Lineage((make_work(old.document),)), run="run-1")
        write(session, new)
        assert list(session.documents()) == ["d-new"]
        assert session.lineage() == Lineage()
        with pytest.raises(KeyError):
            session.result(old.document.id)


def test_withdrawn_document_is_gone_and_can_come_back(store: Store) -> None:
    """A withdrawn document is current no more, until its original is processed again."""
    result, other = make_result("Rocket."), make_result("Mine.")
    with store.begin() as session:
        start(session)
        for one in (result, other):
            write(session, one)
        session.write_lineage(make_lineage(result.document, other.document, "Rocket"), run="run-1")
        session.withdraw_document(result.document.id, run="run-1")
        assert list(session.documents()) == [other.document.id]
        assert session.lineage() == Lineage((make_work(other.document),))
        assert session.documents_sharing(["all"]) == {other.document.id}
        there = (result.document.id, other.document.id)
        assert session.fingerprints_of(there) == (other.fingerprint,)
        assert result.document.capture.sha256 not in session.done("p1")
        with pytest.raises(KeyError):
            session.withdraw_document(result.document.id, run="run-1")
        write(session, result)
        assert session.result(result.document.id) == result


def test_identifier_of_another_document_is_refused(store: Store) -> None:
    """Two documents cannot have a claim of one identifier."""
    one, other = make_result("Rocket."), make_result("Mine.")
    claim = replace(other.resolved[0].claim, id=one.claims[0].id)
    clash = replace(other, resolved=(replace(other.resolved[0], claim=claim),))
    with store.begin() as session:
        start(session)
        write(session, one)
        with pytest.raises(StoreError, match="already names something"):
            write(session, clash)


def test_identifier_twice_in_one_document_is_refused(store: Store) -> None:
    """One document cannot give two claims of one identifier."""
    result = make_result("Rocket.")
    twice = replace(result, resolved=result.resolved * 2)

    def write_twice() -> None:
        with store.begin() as session:
            start(session)
            write(session, twice)

    with pytest.raises(StoreError, match="refused"):
        write_twice()


def test_keys_meet_current_mentions_only(store: Store) -> None:
    """A blocking key leads to every current event mention that has it, each once, in order."""
    results = [make_result(f"{word} hit.") for word in ("Rocket", "Mine", "Bomb")]
    with store.begin() as session:
        start(session)
        for one in results:
            write(session, one)
        found = session.mentions_sharing(["all", "Mine", "none"])
        assert found == tuple(sorted((one.mentions[0] for one in results), key=lambda one: one.id))
        assert session.mentions_sharing(["Mine"]) == results[1].mentions
        assert session.mentions_sharing(NOBODY) == ()


def test_link_supersedes_the_one_before(store: Store) -> None:
    """The later link of the same two event mentions counts, and one of a gone mention does not."""
    one, other = make_result("Rocket."), make_result("Mine.")
    ends = (one.mentions[0], other.mentions[0])
    asked = make_link(*ends, verdict=Verdict.ASK, probability=0.6)
    settled = make_link(*ends, decision="j-1")
    with store.begin() as session:
        start(session)
        for result in (one, other):
            write(session, result)
        session.write_links([asked], run="run-1")
        session.write_links([settled], run="run-1")
        session.write_links([settled], run="run-1")
        assert session.links_of([ends[1].id]) == session.links_of([ends[0].id]) == (settled,)
        assert rows(session, "links") == 2
        session.withdraw_document(other.document.id, run="run-1")
        assert session.links_of([ends[0].id]) == ()


def test_growing_incident_adds_only_what_is_new(store: Store) -> None:
    """An incident with one more event mention writes one more membership, not all again."""
    results = [make_result(f"Report {number}.") for number in range(20)]
    mentions = [one.mentions[0] for one in results]
    with store.begin() as session:
        start(session)
        for one in results:
            write(session, one)
        for size in (10, 11, 11):
            session.write_incidents([make_incident(mentions[:size])], run="run-1")
        assert rows(session, "incident_mentions") == 11
        assert rows(session, "incidents") == 1
        session.write_incidents([make_incident(mentions[:1])], run="run-1")
        assert rows(session, "incident_mentions") == 21
        assert session.incident("R-0001") == make_incident(mentions[:1])
        assert session.incidents_of([mentions[5].id]) == ()


def test_withdrawn_incident_is_gone_with_its_assessment(store: Store) -> None:
    """A withdrawn incident is neither listed nor assessed; written again it is back."""
    result = make_result("Rocket.")
    incident = make_incident(result.mentions)
    with store.begin() as session:
        start(session)
        write(session, result)
        session.write_incidents([incident], run="run-1")
        session.write_assessments([make_assessment(incident)], run="run-1")
        session.withdraw_incidents(["R-0001", "R-0009"], run="run-1")
        assert list(session.incidents()) == []
        assert session.incidents_of([result.mentions[0].id]) == ()
        for ask in (session.incident, session.assessment):
            with pytest.raises(KeyError):
                ask("R-0001")
        session.write_incidents([incident], run="run-1")
        assert list(session.incidents()) == [incident]


def test_absorbed_number_leads_to_the_one_that_absorbed_it(store: Store) -> None:
    """A number that was merged into another still leads to the incident."""
    result = make_result("Rocket.")
    incident = make_incident(result.mentions, number="R-0002", absorbed=("R-0001",))
    with store.begin() as session:
        start(session)
        write(session, result)
        session.write_incidents([incident], run="run-1")
        assert session.incident("R-0001") == session.incident("R-0002") == incident


def test_later_assessment_counts(store: Store) -> None:
    """A new assessment of an incident supersedes the one before; the same again adds nothing."""
    result = make_result("Rocket.")
    incident = make_incident(result.mentions)
    later = make_assessment(incident, grade=Grade.CONTESTED)
    with store.begin() as session:
        start(session)
        write(session, result)
        session.write_incidents([incident], run="run-1")
        for assessment in (make_assessment(incident), later, later):
            session.write_assessments([assessment], run="run-1")
        assert session.assessment("R-0001") == later
        assert rows(session, "assessments") == 2


def test_founding_follows_its_incident(store: Store) -> None:
    """The founding of a number that another event mention inherits is superseded."""
    one, other = make_result("Rocket."), make_result("Mine.")
    with store.begin() as session:
        start(session)
        session.write_foundings([make_founding(one.mentions[0])], run="run-1")
        session.write_foundings(
            [make_founding(other.mentions[0]), make_founding(one.mentions[0], number="R-0002")],
            run="run-1",
        )
        assert session.foundings() == (
            make_founding(other.mentions[0]),
            make_founding(one.mentions[0], number="R-0002"),
        )
        assert session.foundings(["R-0002"]) == session.foundings()[1:]


def test_edges_of_works_can_be_found_and_withdrawn(store: Store) -> None:
    """The part of the graph around a work is found from either end of its edges."""
    child, parent, far = (make_result(f"{word} hit.") for word in ("Rocket", "Mine", "Bomb"))
    lineage = make_lineage(child.document, parent.document, "Rocket")
    with store.begin() as session:
        start(session)
        session.write_lineage(lineage, run="run-1")
        session.write_lineage(make_lineage(far.document, far.document, "Bomb"), run="run-1")
        for end in (child.document.id, parent.document.id):
            assert set(session.lineage_of([end]).works) == set(lineage.works)
            assert session.lineage_of([end]).edges == lineage.edges
        assert session.is_linked(parent.document.id)
        session.withdraw_edges(lineage.edges, run="run-1")
        assert not session.is_linked(parent.document.id)
        assert session.lineage_of([child.document.id]) == Lineage((make_work(child.document),))
        assert len(session.lineage().edges) == 1
        assert len(session.lineage().works) == 3


def test_incident_follows_its_mentions(store: Store) -> None:
    """An incident shows an event mention as its document last gave it."""
    result = make_result("Rocket.")
    mention = make_event(result.document, result.claims)
    later = replace(mention, date=DateInterval("2020-10"))
    with store.begin() as session:
        start(session)
        write(session, replace(result, mentions=(mention,)))
        session.write_incidents([make_incident([mention])], run="run-1")
        write(session, replace(result, mentions=(later,)), processing="p2")
        assert session.incident("R-0001").mentions == (later,)
