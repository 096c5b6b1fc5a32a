"""Recording what was searched, from the command line to the pages."""

import json
from pathlib import Path

import pytest

from remnant.dossier import Dossier
from remnant.errors import UsageError
from tests.cli.test_commands import run
from tests.dossiers import add_report, build

SEARCH = (
    "mfa.gov.az", "--in", "az", "--in", "en", "--until", "2020-12-31", "--by", "E. K.",
    "--about", "Azerbaijan", "--words", "kaset", "--found", "0",
)  # fmt: skip


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """Give a new dossier."""
    return Dossier.create(tmp_path / "d", title="Test").folder


def test_a_search_is_kept_and_listed(dossier: Path) -> None:
    """What was recorded is read again as it was written, and nothing is lost."""
    assert "No search is recorded" in run("searched", "-d", str(dossier)).stdout
    run("searched", *SEARCH, "-d", str(dossier))
    (found,) = json.loads(run("searched", "-d", str(dossier), "--json").stdout)

    assert (found["place"], found["languages"]) == ("mfa.gov.az", ["az", "en"])
    assert (found["until"], found["found"], found["about"]) == ("2020-12-31", 0, ["azerbaijan"])


def test_a_search_can_be_corrected_but_not_removed(dossier: Path) -> None:
    """A correction stands in place of the earlier one, and both stay in the journal."""
    run("searched", *SEARCH, "-d", str(dossier))
    (first,) = Dossier.open(dossier).searches()
    run("searched", *SEARCH, "--corrects", first.id[:6], "--note", "In full.", "-d", str(dossier))
    (now,) = Dossier.open(dossier).searches()

    assert (now.note, now.corrects) == ("In full.", first.id)
    assert len((dossier / "searches.jsonl").read_text("utf-8").splitlines()) == 2
    with pytest.raises(UsageError, match="not one search"):
        run("searched", *SEARCH, "--corrects", "s-none", "-d", str(dossier))


@pytest.mark.parametrize(
    ("left_out", "words"),
    [("--in", "needs --in"), ("--until", "needs --until"), ("--by", "needs --by")],
)
def test_what_a_search_needs_is_asked_for(dossier: Path, left_out: str, words: str) -> None:
    """Without language, time or name a search is worth nothing, and is not recorded."""
    given = {"--in": "az", "--until": "2020", "--by": "E. K."}
    arguments = [part for pair in given.items() if pair[0] != left_out for part in pair]

    with pytest.raises(UsageError, match=words):
        run("searched", "mfa.gov.az", *arguments, "-d", str(dossier))
    assert not (dossier / "searches.jsonl").exists()


def test_a_wrong_field_is_named(dossier: Path) -> None:
    """A date that is none, and a country that is none, are refused with what to do."""
    with pytest.raises(UsageError, match="yesterday"):
        run("searched", "x", "--in", "az", "--until", "yesterday", "--by", "E", "-d", str(dossier))
    with pytest.raises(UsageError, match="Atlantis"):
        run("searched", *SEARCH, "--about", "Atlantis", "-d", str(dossier))


def test_a_changed_line_is_found(dossier: Path) -> None:
    """The journal is chained: a line that was changed afterwards shows."""
    for place in ("one", "two"):
        run("searched", place, *SEARCH[1:], "-d", str(dossier))
    journal = dossier / "searches.jsonl"
    journal.write_text(journal.read_text("utf-8").replace("one", "won"), "utf-8")

    faults = json.loads(run("verify", "--quick", "-d", str(dossier), "--json", fails=True).stdout)

    assert len(faults["journals"]) == 1
    assert "searches.jsonl, line 2" in faults["journals"][0]


def test_searches_are_published_and_exported(dossier: Path) -> None:
    """Method page, page of the country and dataset say it; a past edition, what was known then."""
    opened = Dossier.open(dossier)
    for name in ("watch.txt", "statement.txt"):
        add_report(opened, name)
    build(opened, at="2021-08-01T10:00:00Z")
    run("searched", *SEARCH, "-d", str(dossier))
    run("publish", "-d", str(dossier))
    method = (dossier / "site" / "about.html").read_text("utf-8")
    country = (dossier / "site" / "countries" / "azerbaijan.html").read_text("utf-8")
    exported = run("export", "searches-csv", "-d", str(dossier)).stdout
    then = run("export", "searches-csv", "-d", str(dossier), "--as-of", "2021-08").stdout

    for page in (method, country):
        assert "mfa.gov.az" in page
        assert "Azerbaijani and English" in page
    assert exported.count("\n") == 2
    assert then.count("\n") == 1
    assert (dossier / "site" / "data" / "searches.json").is_file()


def test_without_a_search_the_pages_say_so(dossier: Path) -> None:
    """Where nothing is recorded, nothing follows from silence, and the page says that."""
    opened = Dossier.open(dossier)
    add_report(opened, "watch.txt")
    build(opened, at="2021-08-01T10:00:00Z")
    run("publish", "-d", str(dossier))

    assert "nothing follows from their silence" in (dossier / "site" / "about.html").read_text()
