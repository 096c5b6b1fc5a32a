from evaluation.corpora import document_of
from evaluation.entities import actors, placed
from remnant.knowledge import load_knowledge
from remnant.model.record import DocumentResult
from remnant.model.source import Capture, Metadata, Original
from remnant.pipeline import process
from remnant.scorecard import score

TEXT = "Armenia fired rockets at Hadrut on 28 October 2020."


def _result() -> DocumentResult:
    document = document_of(TEXT, "text.txt")
    capture = Capture(
        id="k1",
        sha256=document.capture.sha256,
        size=len(TEXT),
        origin="text.txt",
        captured="2000-01-01T00:00:00Z",
        media_type="text/plain",
        given=Metadata(),
    )
    return process(Original(capture, TEXT.encode()), knowledge=load_knowledge())


def test_a_reviewed_place_is_found_where_it_lies() -> None:
    """The place read is the reviewed entry of the name, at no distance from it."""
    figures = placed({"d": [{"place": ["Hadrut"]}]}, {"d": _result()}, load_knowledge()).figures()

    assert figures["places"] == figures["found"] == 1
    assert figures["exact"] == figures["country"] == 1.0
    assert figures["median_km"] == 0.0


def test_a_place_that_was_not_read_is_not_found() -> None:
    """A gold place that the document's claims do not have counts among the places alone."""
    figures = placed(
        {"d": [{"place": ["Martakert"]}]}, {"d": _result()}, load_knowledge()
    ).figures()

    assert (figures["places"], figures["found"]) == (1, 0)


def test_actors_are_compared_slot_by_slot() -> None:
    """An actor that agrees gives an F1 of one and a share of one."""
    claim = {"id": "1", "kind": "use", "quote": TEXT, "start": 0, "actor": ["Armenia"]}

    figures = actors(score({"d": [claim]}, {"d": [claim]}))

    assert figures["actor_f1"] == figures["actor_paired"] == 1.0
