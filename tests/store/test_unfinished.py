from dataclasses import replace

from remnant.store import Session, Store, Unfinished
from tests.factory import make_result, make_run


def write(session: Session, text: str, *, run: str) -> None:
    """Write the result of a text under a trace key of its first word."""
    session.write_result(
        make_result(text), keys={}, trace_keys=[text.split(maxsplit=1)[0]], processing="p1", run=run
    )


def test_open_run_leaves_its_work_unfinished(store: Store) -> None:
    """What an open run wrote is unfinished until a run ends; then nothing is."""
    result = make_result("Rocket.")
    with store.begin() as session:
        assert not session.unfinished()
        session.start_run(make_run())
        write(session, "Rocket.", run="run-1")
    with store.begin() as session:
        left = session.unfinished()
        assert left == Unfinished(
            documents=(result.document.id,),
            mentions=(result.mentions[0].id,),
            trace_keys=("Rocket.",),
        )
        assert left
        session.start_run(make_run("run-2"))
        session.finish_run("run-2", ended="2024-05-01T09:01:00Z")
        assert not session.unfinished()


def test_gone_and_renamed_documents_are_unfinished(store: Store) -> None:
    """A withdrawn document, and one that a new reader gave another identifier, are to reconcile."""
    gone, old = make_result("Rocket."), make_result("Mine.")
    new = replace(old, document=replace(old.document, id="d-new"), resolved=(), mentions=())
    with store.begin() as session:
        session.start_run(make_run())
        write(session, "Rocket.", run="run-1")
        write(session, "Mine.", run="run-1")
        session.finish_run("run-1", ended="2024-05-01T09:01:00Z")
        session.start_run(make_run("run-2"))
        session.withdraw_document(gone.document.id, run="run-2")
        session.write_result(new, keys={}, trace_keys=["Shell."], processing="p2", run="run-2")
        left = session.unfinished()
    assert left.documents == ("d-new",)
    assert set(left.gone) == {gone.document.id, old.document.id}
    assert left.reread == ("d-new",)
    assert left.renamed == ((old.document.id, "d-new"),)
    assert set(left.mentions) == {gone.mentions[0].id, old.mentions[0].id}
    assert left.trace_keys == ("Mine.", "Rocket.", "Shell.")
