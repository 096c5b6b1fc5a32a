from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.dialects import sqlite

from remnant.model.claim import ClaimKind, Slot, Stance
from remnant.model.document import Section, SectionKind
from remnant.model.record import DocumentResult
from remnant.model.value import DateInterval
from remnant.store import ClaimFilter, Store
from remnant.store.dialects import matching
from remnant.store.query import parse
from remnant.store.search import SNIPPET, best_rows
from tests.factory import TEXT, make_document, make_fingerprint, make_result, make_run


def fill(store: Store, results: Sequence[DocumentResult]) -> None:
    """Write results in one transaction."""
    with store.begin() as session:
        session.start_run(make_run())
        for result in results:
            session.write_result(result, keys={}, trace_keys=(), processing="p1", run="run-1")


def found(store: Store, typed: str) -> list[str]:
    """Return the words of the passages that answer, in alphabetical order."""
    with store.read() as reader:
        hits = reader.search(typed)
        texts = [reader.document(hit.document).text[hit.start : hit.end] for hit in hits]
    return sorted(texts)


PASSAGES = (
    "Rockets struck Xankəndi at dawn.",
    "A cluster munition struck Barda.",
    "Munition of a cluster type in Barda.",
    "Azerbaijan's rockets hit Khān Shaykhūn.",
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Xankendi", [0]),
        ("khan shaykhun", [3]),
        ("azerbaijan", [3]),
        ("cluster munition", [1, 2]),
        ('"cluster munition"', [1]),
        ("xankendi OR shaykhun", [0, 3]),
        ("struck -barda", [0]),
        ('barda -"cluster munition"', [2]),
        ("rock*", [0, 3]),
        ('"cluster muni"*', [1]),
        ("nothing", []),
        ("-barda", []),
        ("", []),
        ('" AND OR NOT NEAR( * : ^ \x00', []),
        ("passage_terms: rank", []),
        ("'; DROP TABLE claims; --", []),
    ],
)
def test_passages_are_found(store: Store, typed: str, expected: list[int]) -> None:
    """Both databases find the same passages by words, phrases, OR, exclusions and prefixes."""
    fill(store, [make_result("\n\n".join(PASSAGES))])
    assert found(store, typed) == sorted(PASSAGES[place] for place in expected)


@given(st.text(st.sampled_from("ab\"'*-:&|!()<>\\ \t\x00əOR"), max_size=12))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_nothing_typed_is_refused(store: Store, typed: str) -> None:
    """No text that a person can type is an error of the database."""
    with store.read() as reader:
        assert reader.search(typed) == ()
        assert reader.search_claims(typed) == ()


def test_hit_shows_where_the_words_stand(store: Store) -> None:
    """A hit names document, section, snippet and matching words by offsets in the document."""
    result = make_result("First.\n\n" + "filler " * 100 + "Xankəndi was hit. " + "more " * 100)
    fill(store, [result])
    with store.read() as reader:
        (hit,) = reader.search("xankendi hit")
    text = result.document.text
    assert hit.document == result.document.id
    assert (hit.start, hit.end) == (8, len(text))
    assert hit.kind == "paragraph"
    assert [text[start:end] for start, end in hit.marks] == ["Xankəndi", "hit"]
    assert len(hit.snippet.quote) <= SNIPPET
    result.document.check(hit.snippet)


def test_best_passage_comes_first(store: Store) -> None:
    """A passage that says a word more often, and little else, answers better."""
    fill(store, [make_result("rocket rocket rocket"), make_result("rocket and many other words")])
    with store.read() as reader:
        first, second = reader.search("rocket")
        assert first.rank > second.rank
        assert first.snippet.quote == "rocket rocket rocket"
        assert reader.search("rocket", limit=1, offset=1) == (second,)


def test_boilerplate_is_not_found(store: Store) -> None:
    """Menus and licence text are nobody's claim, and are not searched."""
    text = "Accept cookies"
    document = make_document(text, sections=(Section(SectionKind.BOILERPLATE, 0, len(text)),))
    fill(store, [DocumentResult(document, (), (), make_fingerprint(document))])
    assert found(store, "cookies") == []


def test_only_current_documents_are_found(store: Store) -> None:
    """A withdrawn document is found no more."""
    result = make_result("rocket")
    fill(store, [result])
    with store.begin() as session:
        session.withdraw_document(result.document.id, run="run-1")
        assert session.search("rocket") == ()
        assert session.search_claims("rocket") == ()


ALL = ClaimFilter()


@pytest.mark.parametrize(
    ("typed", "wanted", "stances"),
    [
        ("azerbaijan", ALL, ["affirmed", "denied"]),
        ("human rights watch", ALL, ["affirmed"]),
        ("azerbaijan", ClaimFilter(kinds=(ClaimKind.USE,)), ["affirmed", "denied"]),
        ("azerbaijan", ClaimFilter(kinds=(ClaimKind.HARM,)), []),
        ("azerbaijan", ClaimFilter(stances=(Stance.DENIED,)), ["denied"]),
        (
            "azerbaijan",
            ClaimFilter(filling=((Slot.SPEAKER, ("human-rights-watch",)),)),
            ["affirmed"],
        ),
        ("azerbaijan", ClaimFilter(filling=((Slot.SPEAKER, ("Armenia",)),)), []),
        ("azerbaijan", ClaimFilter(during=DateInterval("2020-10")), ["affirmed"]),
        ("azerbaijan", ClaimFilter(during=DateInterval("2020-11/..")), []),
    ],
)
def test_claims_are_found(
    store: Store, typed: str, wanted: ClaimFilter, stances: list[str]
) -> None:
    """Claims are found by their words and by the names of what their words stand for."""
    result = make_result(TEXT)
    fill(store, [result])
    with store.read() as reader:
        hits = reader.search_claims(typed, wanted)
        assert sorted(reader.claim(hit.claim).claim.stance for hit in hits) == stances
        assert all(hit.kind == "use" and hit.title == "" for hit in hits)


def test_words_are_looked_up_first(tmp_path: Path) -> None:
    """SQLite goes through the matches in order of rank and stops at the limit, without sorting."""
    with Store.open(f"sqlite:///{tmp_path / 'record.sqlite'}") as store, store.read() as reader:
        best = best_rows(
            matching(reader.connection, "passage_terms", parse("a b")), limit=9, offset=0
        )
        statement = select(best).compile(
            dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}
        )
        plan = reader.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}")
        steps = [row[3] for row in plan]
    assert [step.split()[1] for step in steps if step.startswith("SCAN passage")] == [
        "passage_terms"
    ]
    assert not any("TEMP B-TREE" in step for step in steps)
