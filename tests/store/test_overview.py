from remnant.model.assessment import Grade
from remnant.model.incident import Scope
from remnant.store import Counts, Found, Named, Store
from tests.factory import (
    make_assessment,
    make_event,
    make_incident,
    make_lineage,
    make_result,
    make_run,
)


def fill(store: Store) -> None:
    """Write two documents, an incident, an episode and an edge."""
    one, other = make_result(), make_result("Rockets hit Barda.")
    incident = make_incident(one.mentions, number="R-0002", absorbed=("R-0001",))
    war = make_event(other.document, other.claims, scope=Scope.EPISODE)
    episode = make_incident([war], number="R-0003", scope=Scope.EPISODE)
    with store.begin() as session:
        session.start_run(make_run())
        for result in (one, other):
            session.write_result(result, keys={}, trace_keys=(), processing="p1", run="run-1")
        session.write_incidents([incident, episode], run="run-1")
        session.write_assessments([make_assessment(incident)], run="run-1")
        session.write_lineage(make_lineage(one.document, other.document, "Human"), run="run-1")


def test_current_things_are_counted(store: Store) -> None:
    """The summary counts what is current, and incidents apart from episodes."""
    with store.read() as reader:
        assert reader.counts() == Counts(0, 0, 0, 0, 0, 0, 0, ())
    fill(store)
    with store.begin() as session:
        expected = Counts(2, 3, 2, 1, 1, 2, 1, ((Grade.SINGLE_ORIGIN, 1),))
        assert session.counts() == expected
        session.withdraw_document(make_result().document.id, run="run-1")
        session.withdraw_incidents(["R-0002"], run="run-1")
        assert session.counts() == Counts(1, 1, 1, 0, 1, 1, 0, ())


def test_identifiers_are_found_by_their_beginning(store: Store) -> None:
    """A few characters are enough to find a thing, if they are enough to tell it from others."""
    fill(store)
    result = make_result()
    with store.read() as reader:
        for named, name in (
            (Named.DOCUMENT, result.document.id),
            (Named.CLAIM, result.claims[0].id),
            (Named.MENTION, result.mentions[0].id),
        ):
            assert reader.find(name[:9]) == (Found(named, name),)
        assert [one.id for one in reader.find("R-")] == ["R-0002", "R-0003", "R-0001"]
        assert reader.find("run-1") == (Found(Named.RUN, "run-1"),)
        assert len(reader.find("c-")) == 3


def test_what_no_identifier_begins_with_finds_nothing(store: Store) -> None:
    """Nothing is found for an empty or strange beginning, nor for signs of a pattern."""
    fill(store)
    with store.read() as reader:
        for prefix in ("", "%", "_", "c-%", "zz", "\U0010ffff", "'", "c-\x00"[:2] + "?"):
            assert reader.find(prefix) == ()
