from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remnant.acquire.journal import Journal
from remnant.errors import AcquireError
from remnant.model.decision import BEGINNING


def _append_many(path: Path, writer: int) -> None:
    for number in range(20):
        Journal(path).append({"writer": writer, "number": number})


def test_entries_come_back_in_order(tmp_path: Path) -> None:
    """Entries are read in the order in which they were written."""
    journal = Journal(tmp_path / "new" / "log.jsonl")
    journal.append({"n": 1}, {"n": 2})
    journal.append({"n": 3, "name": "Şuşa"})
    assert journal.entries() == ({"n": 1}, {"n": 2}, {"n": 3, "name": "Şuşa"})
    assert journal.verify() == ()


def test_a_missing_journal_is_empty(tmp_path: Path) -> None:
    """A journal that was never written has no entries and no problems."""
    journal = Journal(tmp_path / "log.jsonl")
    assert journal.entries() == ()
    assert journal.verify() == ()
    assert journal.append() == ()
    assert not journal.path.exists()


@pytest.mark.parametrize("changed", [0, 1])
def test_a_changed_line_is_found(tmp_path: Path, changed: int) -> None:
    """A line changed by hand breaks the chain at the line after it."""
    journal = Journal(tmp_path / "log.jsonl")
    journal.append({"n": 1}, {"n": 2}, {"n": 3})
    lines = journal.path.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[changed] = lines[changed].replace('"n":', '"m":')
    journal.path.write_text("".join(lines), encoding="utf-8")
    (problem,) = journal.verify()
    assert f"line {changed + 2}:" in problem


def test_a_dropped_line_is_found(tmp_path: Path) -> None:
    """A line taken out breaks the chain."""
    journal = Journal(tmp_path / "log.jsonl")
    journal.append({"n": 1}, {"n": 2}, {"n": 3})
    lines = journal.path.read_text(encoding="utf-8").splitlines(keepends=True)
    journal.path.write_text(lines[0] + lines[2], encoding="utf-8")
    assert len(journal.verify()) == 1


def test_a_foreign_line_is_refused(tmp_path: Path) -> None:
    """A line that is no journal line stops reading, and the message names the place."""
    journal = Journal(tmp_path / "log.jsonl")
    journal.append({"n": 1})
    with journal.path.open("a", encoding="utf-8") as stream:
        stream.write("not json\n")
    with pytest.raises(AcquireError, match=r"log\.jsonl, byte \d+"):
        journal.entries()
    assert len(journal.verify()) == 1


@pytest.mark.parametrize("kept", [1, 20, 60])
def test_a_torn_line_is_set_aside(tmp_path: Path, kept: int) -> None:
    """After a crash in mid-line the torn bytes are reported, kept, and no entry is lost."""
    journal = Journal(tmp_path / "log.jsonl")
    journal.append({"n": 1})
    whole = journal.path.read_bytes()
    journal.append({"n": 2})
    torn = journal.path.read_bytes()[len(whole) :][:kept]
    journal.path.write_bytes(whole + torn)
    assert journal.entries() == ({"n": 1},)
    assert len(journal.verify()) == 1
    (sentence,) = journal.append({"n": 3})
    assert f"{kept} bytes" in sentence
    assert journal.torn.read_bytes() == torn + b"\n"
    assert journal.entries() == ({"n": 1}, {"n": 3})
    assert journal.verify() == ()


def test_two_processes_take_turns(tmp_path: Path) -> None:
    """Two processes that append at once lose nothing and keep the chain whole."""
    journal = Journal(tmp_path / "log.jsonl")
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(_append_many, [journal.path] * 2, range(2)))
    assert len(journal.entries()) == 40
    assert journal.verify() == ()


def test_reading_goes_on_from_an_offset(tmp_path: Path) -> None:
    """Reading from where an earlier reading ended gives only what is new."""
    journal = Journal(tmp_path / "log.jsonl")
    journal.append({"n": 1})
    first, offset = journal.entries_from(0)
    journal.append({"n": 2})
    later, end = journal.entries_from(offset)
    assert (first, later) == (({"n": 1},), ({"n": 2},))
    assert end == journal.path.stat().st_size


def test_a_mark_names_all_before_it(tmp_path: Path) -> None:
    """A journal goes on from a mark if the lines before it are those that were read."""
    journal = Journal(tmp_path / "log.jsonl")
    assert journal.goes_on_from(BEGINNING)
    assert journal.mark() == BEGINNING
    assert journal.last() is None
    journal.append({"n": 1}, {"n": 2})
    mark = journal.mark()
    journal.append({"n": 3})
    with journal.path.open("ab") as stream:
        stream.write(b'{"torn')
    assert journal.goes_on_from(mark)
    assert journal.entries_from(mark.offset)[0] == ({"n": 3},)
    assert journal.last() == {"n": 3}
    other = Journal(tmp_path / "other.jsonl")
    other.append({"n": 1}, {"n": 4}, {"n": 3})
    assert not other.goes_on_from(mark)
    other.path.unlink()
    assert not other.goes_on_from(mark)


def test_an_unwritable_folder_is_reported(tmp_path: Path) -> None:
    """A journal whose folder is a file cannot be written, and the error says which."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(AcquireError, match=r"log\.jsonl"):
        Journal(tmp_path / "file" / "log.jsonl").append({"n": 1})


@given(
    entries=st.lists(
        st.dictionaries(st.text(max_size=5), st.text(max_size=20) | st.integers(), max_size=4),
        max_size=6,
    )
)
def test_any_json_object_survives(
    tmp_path_factory: pytest.TempPathFactory, entries: list[dict[str, str | int]]
) -> None:
    """Whatever the entries hold, line ends included, they come back as they were."""
    journal = Journal(tmp_path_factory.mktemp("journal") / "log.jsonl")
    for entry in entries:
        journal.append(entry)
    assert list(journal.entries()) == entries
    assert journal.verify() == ()
