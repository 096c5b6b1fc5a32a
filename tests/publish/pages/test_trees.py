from dataclasses import replace

from remnant.model.assessment import Origin
from remnant.model.finding import Reason
from remnant.model.lineage import Derivation, Derives, Lineage, Work
from remnant.publish.pages.catalogue import read_catalogue
from remnant.publish.pages.trees import Forest, Node, size
from tests.publish.pages.record import record


def grown(origin: Origin, *edges: tuple[str, str]) -> Node:
    """Return the tree of an origin over the given edges between documents held."""
    held = ("d-report", "d-news", "d-office")
    works = tuple(Work(name, name, f"publisher of {name}", None, name) for name in held)
    made = tuple(
        Derives(child, parent, Derivation.CITES, (), 1.0, Reason("cites", "A note names it."))
        for child, parent in edges
    )
    catalogue = replace(read_catalogue(record()), lineage=Lineage(works, made))
    return Forest(catalogue).tree(origin)


def test_a_copy_stands_under_what_it_copies() -> None:
    """A document that cites another of the origin stands under it, not beside it."""
    origin = Origin("hrw", "HRW", False, (), ("d-report", "d-news"))  # noqa: FBT003 - not a party
    tree = grown(origin, ("d-news", "d-report"))
    assert tree.speaker
    assert [child.label for child in tree.children] == ["Human Rights Watch, 30 October 2020"]
    assert tree.children[0].children[0].label == "Daily News, 31 October 2020"
    assert tree.children[0].children[0].step is not None
    assert tree.children[0].children[0].step.how == "cites it"


def test_documents_that_cite_each_other_are_each_shown_once() -> None:
    """A circle of citations gives a tree with each document once."""
    origin = Origin("hrw", "HRW", False, (), ("d-report", "d-news", "d-office"))  # noqa: FBT003 - not a party
    circle = (("d-news", "d-report"), ("d-report", "d-office"), ("d-office", "d-news"))
    assert size(grown(origin, *circle).children) == 3


def test_a_publishers_own_report_is_named_as_such() -> None:
    """A document of the origin itself is its own report."""
    origin = Origin("publisher of d-report", "HRW", False, (), ("d-report",))  # noqa: FBT003 - not a party
    (child,) = grown(origin).children
    assert child.step is not None
    assert child.step.how == "its own report"


def test_an_origin_that_is_a_document_is_the_root() -> None:
    """Where the origin is a document held, the tree begins with it."""
    origin = Origin("d-report", "HRW", False, (), ("d-report", "d-news"))  # noqa: FBT003 - not a party
    tree = grown(origin, ("d-news", "d-report"))
    assert tree.held
    assert tree.href == "documents/d-report.html"
    assert [child.label for child in tree.children] == ["Daily News, 31 October 2020"]


def test_a_document_rests_on_an_origin_by_what_bears_its_claims() -> None:
    """Of a quotation and a note, the one that the origin's claims rest on is told."""
    works = (
        Work("d-news", "Daily News", "news", None, "d-news"),
        Work("w-1", "HRW", "hrw"),
        Work("w-2", "HRW, “Shells”, 30 October 2020", "hrw"),
    )
    edges = tuple(
        Derives("d-news", parent, kind, (), 1.0, Reason("why", "Why."), (claim,))
        for parent, kind, claim in (
            ("w-1", Derivation.QUOTES, "c-9"),
            ("w-2", Derivation.CITES, "c-1"),
        )
    )
    origin = Origin("hrw", "HRW", False, ("c-1",), ("d-news",))  # noqa: FBT003 - not a party
    catalogue = replace(read_catalogue(record()), lineage=Lineage(works, edges))
    step = Forest(catalogue).tree(origin).children[0].step
    assert step is not None
    assert step.how == "cites it"
