import tomllib
from pathlib import Path

import pytest

from remnant.dossier import Dossier
from remnant.errors import UsageError
from remnant.model.decision import Decision, Judgement
from remnant.model.incident import Founding


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    """A dossier is started in a new or empty folder only."""
    (tmp_path / "notes.txt").write_text("mine")

    with pytest.raises(UsageError, match="not empty"):
        Dossier.create(tmp_path, title="T")


def test_a_title_with_quotes_is_kept(tmp_path: Path) -> None:
    """Quotation marks and backslashes in a title survive the settings file."""
    title = 'Strikes "near" C:\\Barda'
    dossier = Dossier.create(tmp_path / "d", title=title)

    assert tomllib.loads((dossier.folder / "remnant.toml").read_text("utf-8")) == {"title": title}


def test_numbers_are_given_out_once(tmp_path: Path) -> None:
    """A number that the journal holds is not written again."""
    dossier = Dossier.create(tmp_path / "d", title="T")
    first, second = (Founding(f"R-000{n}", f"m-{n}", "d-1", 0, 5) for n in (1, 2))

    dossier.give_out((first,))
    dossier.give_out((first, second))

    assert dossier.foundings() == (first, second)
    assert dossier.last_number() == "R-0002"


def test_numbers_are_read_from_a_mark_on(tmp_path: Path) -> None:
    """After a mark come the numbers given out since, and another journal is refused."""
    dossier = Dossier.create(tmp_path / "d", title="T")
    first, second = (Founding(f"R-{n}", f"m-{n}", "d-1", 0, 5) for n in (9999, 10000))
    dossier.give_out((first,))
    mark = dossier.numbers_journal.mark()
    dossier.give_out((second,))

    assert dossier.given_out_since(mark) == (second,)
    dossier.numbers_journal.path.unlink()
    with pytest.raises(UsageError, match="restore it from a copy"):
        dossier.given_out_since(mark)


def test_decisions_are_read_back(tmp_path: Path) -> None:
    """A decision in the journal is the decision that was made."""
    dossier = Dossier.create(tmp_path / "d", title="T")
    entry = {
        "id": "x-1", "left": "m-1", "right": "m-2", "judgement": "same",
        "by": "a reviewer", "at": "2021-08-01T00:00:00Z", "note": "", "supersedes": "",
    }  # fmt: skip
    dossier.decisions_journal.append(entry)

    assert dossier.decisions() == (
        Decision("x-1", "m-1", "m-2", Judgement.SAME, "a reviewer", "2021-08-01T00:00:00Z"),
    )


def test_an_empty_knowledge_folder_adds_nothing(tmp_path: Path) -> None:
    """A dossier without entries of its own uses the knowledge of the program."""
    dossier = Dossier.create(tmp_path / "d", title="T")

    assert dossier.additions is None
