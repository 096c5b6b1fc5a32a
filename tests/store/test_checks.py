from dataclasses import replace

import pytest
from sqlalchemy import Table, update

from remnant.model.document import Section, SectionKind
from remnant.model.record import DocumentResult
from remnant.store import Session, Store, schema
from remnant.store.checks import CHECKS, Problem, problems, result_problems, spans
from tests.factory import (
    make_assessment,
    make_event,
    make_incident,
    make_lineage,
    make_result,
    make_run,
    make_work,
    span_of,
)


@pytest.fixture
def whole(store: Store) -> Store:
    """Give a record of two documents, one incident and one edge, without a problem."""
    one, other = make_result(), make_result("Rockets hit Barda.")
    incident = make_incident(one.mentions)
    with store.begin() as session:
        session.start_run(make_run())
        for result in (one, other):
            session.write_result(result, keys={}, trace_keys=(), processing="p1", run="run-1")
        session.write_incidents([incident], run="run-1")
        session.write_assessments([make_assessment(incident)], run="run-1")
        session.write_lineage(make_lineage(one.document, other.document, "Human"), run="run-1")
    return store


def spoil(session: Session, table: Table, **values: object) -> None:
    """Change rows behind the record's back, as a faulty disk or a person may."""
    session.connection.execute(update(table).values(**values))


def codes(session: Session) -> set[str]:
    """Return the kinds of problem that are found."""
    return {problem.code for problem in problems(session)}


def test_whole_record_has_no_problem(whole: Store) -> None:
    """A record as the build writes it passes every check."""
    with whole.read() as reader:
        assert list(problems(reader)) == []


def test_changed_text_is_found(whole: Store) -> None:
    """Spans that no longer stand in the text to the letter are reported with what stands there."""
    with whole.begin() as session:
        text = "X" * 200
        spoil(session, schema.contents, text=text)
        found = [problem for problem in problems(session) if problem.code == "span"]
    assert {problem.subject for problem in found} >= {one.id for one in make_result().claims}
    assert "stands" in found[0].message


def test_shortened_text_is_found(whole: Store) -> None:
    """Sections that reach past the text are reported."""
    with whole.begin() as session:
        spoil(session, schema.contents, text="X")
        assert "layout" in codes(session)


def test_changed_column_is_found(whole: Store) -> None:
    """A column that says something else than the body of its row is reported by name."""
    with whole.begin() as session:
        spoil(session, schema.claims, stance="open")
        (message, *_) = [one.message for one in problems(session) if one.code == "column"]
    assert "stance" in message


def test_broken_body_is_found(whole: Store) -> None:
    """A body that cannot be read is reported, and the rest is still checked."""
    with whole.begin() as session:
        spoil(session, schema.claims, body="{}")
        found = [one for one in problems(session) if one.code == "unreadable"]
    assert {one.subject[0] for one in found} == {"c", "d"}


def test_stale_incident_is_found(whole: Store) -> None:
    """An incident that rests on what is no longer current is reported."""
    name = make_result().document.id
    with whole.begin() as session:
        session.withdraw_document(name, run="run-1")
        found = [one for one in problems(session) if one.code == "reference"]
    assert {one.subject for one in found} == {"R-0001"}
    assert any("rests on" in one.message for one in found)
    assert any("is not current" in one.message for one in found)


def test_incident_without_assessment_is_found(whole: Store) -> None:
    """An incident that was not assessed is reported."""
    other = make_result("Rockets hit Barda.")
    with whole.begin() as session:
        session.write_incidents([make_incident(other.mentions, number="R-0002")], run="run-1")
        assert [(one.code, one.subject) for one in problems(session)] == [("reference", "R-0002")]


def test_edge_to_nowhere_is_found(whole: Store) -> None:
    """An edge whose end is not a known work is reported, and a work of a document that is gone."""
    gone = make_result("Never written.")
    one = make_result()
    lineage = replace(make_lineage(one.document, gone.document, "Human"), works=())
    with whole.begin() as session:
        session.write_lineage(lineage, run="run-1")
        assert [item.code for item in problems(session)] == ["reference"]
        session.write_lineage(replace(lineage, works=(make_work(gone.document),)), run="run-1")
        (found,) = problems(session)
    assert found.subject == gone.document.id


def test_result_that_names_a_foreign_claim_is_found() -> None:
    """An event mention of a claim that its document did not give is reported."""
    result = make_result()
    stray = make_event(result.document, ["c-none"])
    (found,) = result_problems(replace(result, mentions=(stray,)))
    assert found == Problem(
        "reference", stray.id, f"{stray.id}: {result.document.id} has no c-none"
    )


def test_overlapping_sections_are_found() -> None:
    """Sections that overlap or run backwards are reported."""
    result = make_result("ab")
    sections = (Section(SectionKind.PARAGRAPH, 0, 2), Section(SectionKind.PARAGRAPH, 1, 2))
    document = replace(result.document, sections=sections)
    found = result_problems(DocumentResult(document, (), (), result.fingerprint))
    assert [problem.code for problem in found] == ["layout"]


def test_spans_are_found_however_deep() -> None:
    """Every span in a noun is checked: passages, mentions, speakers and what they resolve to."""
    result = make_result()
    found = set(spans(result.resolved[0]))
    for words in ("Azerbaijan", "M095", "3 October 2020", "Human Rights Watch"):
        assert span_of(result.document, words) in found


def test_every_check_says_what_it_checks() -> None:
    """The first sentence of each check can be printed beside its outcome."""
    assert all(check.__doc__ and check.__doc__.startswith(("Every", "The")) for check in CHECKS)
