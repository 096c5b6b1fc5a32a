from evaluation.benchmarks.linking import run
from evaluation.benchmarks.reports import PER_DOCUMENT, reports
from remnant.knowledge import load_knowledge
from remnant.model.incident import Scope


def test_the_same_reports_every_time() -> None:
    """The reports are the same in every run, and make the mentions asked for."""
    first, again = (tuple(reports(60, knowledge=load_knowledge())) for _ in range(2))
    assert first == again
    mentions = [mention for one in first for mention in one.mentions]
    assert 50 <= len(mentions) <= 60
    assert {one.scope for one in mentions} == {Scope.INCIDENT}
    assert all(len(one.resolved) <= PER_DOCUMENT for one in first)


def test_tellings_of_one_event_are_linked() -> None:
    """Fewer incidents than mentions are made, and each candidate costs some time."""
    found = run(120)
    assert 0 < found.links <= found.candidates
    assert 0 < found.incidents < found.mentions
    assert found.linking > 0.0
    assert found.peak >= found.linked >= found.base > 0.0
