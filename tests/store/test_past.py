"""The record as it was, on each database."""

from pathlib import Path

import pytest
from sqlalchemy import text

from remnant.dossier import Dossier
from remnant.errors import StoreError
from remnant.knowledge import load_knowledge
from remnant.model.record import Record
from remnant.publish import Material
from remnant.publish.datasets import EXPORTS, export
from remnant.store import Store
from remnant.store.checks import problems
from tests.dossiers import REPORTS, add_report, build
from tests.factory import make_result, make_run

DAYS = tuple(f"2021-08-{day:02}T12:00:00Z" for day in range(1, 8))


def everything(record: Record) -> dict[str, str]:
    """Return every dataset of a record."""
    material = Material(record, load_knowledge())
    return {name: "".join(export(name, material)) for name in EXPORTS}


def test_every_edition_is_what_the_record_said_then(url: str, tmp_path: Path) -> None:
    """Reports come one by one, then one goes; each edition reads as it did when it was new."""
    dossier = Dossier.create(tmp_path / "d", title="Test")
    told: dict[str, dict[str, str]] = {}
    with Store.open(url) as store:
        for day, name in zip(DAYS, [*REPORTS, ""], strict=False):
            if name:
                add_report(dossier, name)
            else:
                (dossier.folder / "vault" / "captures.jsonl").unlink()
                for kept in list(REPORTS)[1:]:
                    add_report(dossier, kept)
            build(dossier, at=day, url=url)
            with store.read() as record:
                told[day] = everything(record)
        for day, expected in told.items():
            with store.past(day) as record:
                assert everything(record) == expected
                assert list(problems(record)) == []
        with store.read() as record:
            assert [one.ended for one in record.editions()] == list(told)
            assert everything(record) == expected
    assert len({tuple(one.items()) for one in told.values()}) == len(REPORTS) + 1


def test_search_finds_what_was_there_then(store: Store) -> None:
    """A passage is found from the edition that has it, and no earlier."""
    for number, words in enumerate(("Rockets fell.", "Mines lay there.")):
        with store.begin() as session:
            session.start_run(make_run(f"run-{number}"))
            result = make_result(words)
            session.write_result(
                result, keys={}, trace_keys=(), processing="p1", run=f"run-{number}"
            )
            session.finish_run(f"run-{number}", ended=DAYS[number])
    with store.past(DAYS[0]) as record:
        assert len(record.search("rockets")) == 1
        assert record.search("mines") == ()
        assert record.counts().documents == 1
        assert [one.run for one in record.editions()] == ["run-0"]
    with store.past(DAYS[1]) as record:
        assert len(record.search("mines")) == 1
    with store.past("2000-01-01T00:00:00Z") as record:
        assert list(record.documents()) == []
        assert record.editions() == ()


def test_a_killed_build_shows_with_the_one_that_finished_it(store: Store) -> None:
    """Rows of a build that was killed belong to the edition of the next, never to one before."""
    with store.begin() as session:
        session.start_run(make_run("run-1"))
        session.write_result(
            make_result("Rockets fell."), keys={}, trace_keys=(), processing="p1", run="run-1"
        )
    with store.past(DAYS[6]) as record:
        assert list(record.documents()) == []
    with store.begin() as session:
        session.start_run(make_run("run-2"))
        session.finish_run("run-2", ended=DAYS[0])
    with store.past(DAYS[0]) as record:
        assert len(list(record.documents())) == 1
        assert len(record.editions()) == 1


def test_the_past_cannot_be_written(store: Store) -> None:
    """Nothing can be added to the past, and the present is as before."""
    with pytest.raises(StoreError, match="refused"), store.past(DAYS[0]) as record:
        record.connection.execute(text("DELETE FROM contents"))
    with store.begin() as session:
        session.start_run(make_run())
    with store.read() as record:
        assert record.connection.execute(text("SELECT count(*) FROM runs")).scalar_one() == 1


def test_a_moment_is_written_in_full(store: Store) -> None:
    """Anything but a moment is refused before it reaches the database."""
    with pytest.raises(StoreError, match="not a moment"), store.past("2021-08-01' OR 1=1 --"):
        pass
