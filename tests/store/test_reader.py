from itertools import pairwise

import pytest
from sqlalchemy import Select
from sqlalchemy.dialects import sqlite

from remnant.model.claim import ClaimKind, Slot, Stance
from remnant.model.value import DateInterval
from remnant.store import ClaimFilter, Processed, Store, questions
from remnant.store.current import PAGE
from tests.factory import TEXT, make_result, make_run


def fill(store: Store, texts: list[str]) -> None:
    """Write the results of some texts."""
    with store.begin() as session:
        session.start_run(make_run())
        for text in texts:
            session.write_result(
                make_result(text), keys={}, trace_keys=(), processing="p1", run="run-1"
            )


def test_unknown_identifiers_are_key_errors(store: Store) -> None:
    """An identifier of nothing that is current is a KeyError with that identifier."""
    with store.read() as reader:
        for ask in (reader.result, reader.document, reader.claim, reader.incident):
            with pytest.raises(KeyError, match="x-1"):
                ask("x-1")
        with pytest.raises(KeyError, match="x-1"):
            reader.assessment("x-1")


def test_long_record_is_read_in_pages(store: Store) -> None:
    """More documents than one page are all read, in order, also while other things are asked."""
    texts = [f"Report {number}." for number in range(PAGE + 3)]
    fill(store, texts)
    with store.read() as reader:
        names = [name for name in reader.documents() if reader.document(name)]
        assert len(names) == len(set(names)) == PAGE + 3
        assert all(one < other for one, other in pairwise(names))
        assert sum(1 for _ in reader.claims()) == PAGE + 3
        assert len(list(reader.originals())) == PAGE + 3
        assert [one.work.id for one in reader.fingerprints()] == names


def test_done_tells_what_need_not_be_done_again(store: Store) -> None:
    """The record knows which originals were processed, and by what."""
    fill(store, ["Report."])
    result = make_result("Report.")
    sha256 = result.document.capture.sha256
    with store.read() as reader:
        assert reader.done("p1") == {sha256: result.document.id}
        assert reader.done("p2") == {}
        assert list(reader.originals()) == [Processed(sha256, result.document.id, "p1")]
        assert reader.documents_among(["x", result.document.id]) == (result.document.id,)
        assert list(reader.results([result.document.id])) == list(reader.results()) == [result]


def test_trace_keys_lead_to_documents(store: Store) -> None:
    """A trace key leads to the current documents that have it."""
    result = make_result("Report.")
    with store.begin() as session:
        session.start_run(make_run())
        session.write_result(result, keys={}, trace_keys=["band"], processing="p1", run="run-1")
        assert session.documents_sharing(["band", "none"]) == {result.document.id}
        assert session.is_shared("band")
        assert not session.is_shared("none")
        assert session.trace_keys_of(["none", result.document.id]) == {"band"}
        session.withdraw_document(result.document.id, run="run-1")
        assert session.documents_sharing(["band"]) == frozenset()
        assert not session.is_shared("band")
        assert session.trace_keys_of([result.document.id]) == frozenset()


@pytest.mark.parametrize(
    ("wanted", "number"),
    [
        (ClaimFilter(), 3),
        (ClaimFilter(kinds=(ClaimKind.USE, ClaimKind.HARM)), 3),
        (ClaimFilter(kinds=(ClaimKind.HARM,)), 0),
        (ClaimFilter(stances=(Stance.DENIED,)), 1),
        (ClaimFilter(filling=((Slot.ACTOR, ("azerbaijan",)),)), 2),
        (ClaimFilter(filling=((Slot.ACTOR, ("Azerbaijan", "Armenia")),)), 2),
        (ClaimFilter(filling=((Slot.PLACE, ("pack:hadrut",)),)), 1),
        (ClaimFilter(stances=(Stance.DENIED,), filling=((Slot.ACTOR, ("Azerbaijan",)),)), 1),
        (ClaimFilter(documents=(make_result(TEXT).document.id,)), 2),
        (ClaimFilter(during=DateInterval("2020-10")), 1),
        (ClaimFilter(during=DateInterval("../2020-10-02")), 0),
        (ClaimFilter(during=DateInterval("2020-10-04")), 0),
    ],
)
def test_claims_are_filtered(store: Store, wanted: ClaimFilter, number: int) -> None:
    """Claims are chosen by kind, stance, document, date, and by what fills their slots."""
    fill(store, [TEXT, "Another report."])
    with store.read() as reader:
        assert len(list(reader.claims(wanted))) == number


ASKED = {
    name: statement
    for name, statement in vars(questions).items()
    if isinstance(statement, Select) and not name.startswith("_")
}
WHOLE = {
    "CLAIMS", "CLAIM_ROWS", "DOCUMENTS", "EDGES", "FINGERPRINTS", "FOUNDINGS", "INCIDENTS",
    "MENTION_ROWS", "ORIGINALS", "WORKS",
}  # fmt: skip
"""Those that list everything, in pages."""

VALUES = {"among": ["a"], "journal": "a", "number": "a", "processing": "a", "first": 1, "last": 2}


@pytest.mark.parametrize("name", sorted(ASKED.keys() - WHOLE))
def test_what_is_current_is_asked_of_an_index(name: str) -> None:
    """No question about some subjects reads a whole table: each step is a search in an index."""
    statement = ASKED[name]
    named = statement.compile().params.keys() & VALUES.keys()
    asked = statement.params(**{key: VALUES[key] for key in named}).compile(
        dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}
    )
    with Store.open("sqlite://") as store, store.read() as reader:
        plan = reader.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}")
        steps = [row[3] for row in plan]
    assert any(step.startswith("SEARCH") for step in steps)
    assert [step for step in steps if step.startswith("SCAN")] == []
