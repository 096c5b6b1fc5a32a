"""The record as it was, from the command line."""

import json
from pathlib import Path

import pytest

from remnant.cli.options import moment_of
from remnant.dossier import Dossier
from remnant.errors import UsageError
from remnant.store import Edition
from tests.cli.test_commands import run
from tests.dossiers import add_report, build

FIRST, SECOND = "2021-08-01T10:00:00Z", "2021-09-05T10:00:00Z"


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a dossier with two editions, of August and September 2021."""
    made = Dossier.create(tmp_path_factory.mktemp("editions") / "d", title="Test")
    for name, at in (("watch.txt", FIRST), ("statement.txt", SECOND)):
        add_report(made, name)
        build(made, at=at)
    return made.folder


def test_editions_are_listed(dossier: Path) -> None:
    """Each build that changed the record is an edition, with what it held."""
    found = json.loads(run("editions", "-d", str(dossier), "--json").stdout)

    assert [(one["since"], one["documents"]) for one in found] == [(FIRST, 1), (SECOND, 2)]
    assert FIRST in run("editions", "-d", str(dossier)).stdout


def test_the_past_is_searched_shown_and_exported(dossier: Path) -> None:
    """What came later is not there; what was there still is."""
    at = ("-d", str(dossier), "--as-of", "2021-08")
    denials = run("search", "denies", *at).stdout
    now = run("search", "denies", "-d", str(dossier)).stdout

    assert "Nothing found" in denials
    assert "statement.txt" in now
    assert "denied by" not in run("show", "R-0001", *at).stdout
    assert "denied by" in run("show", "R-0001", "-d", str(dossier)).stdout
    assert run("export", "sources-csv", *at).stdout.count("\n") == 2
    with pytest.raises(UsageError, match="nothing in the record"):
        run("show", "R-0099", *at)


def test_a_past_site_does_not_replace_the_present_one(dossier: Path) -> None:
    """A past edition is published beside, and its pages say of when it is."""
    shown = json.loads(run("publish", "-d", str(dossier), "--as-of", "2021-08-31", "--json").stdout)

    assert Path(shown["start"]) == dossier / "site-as-of-2021-08-31" / "index.html"
    assert "as of 2021-08-31" in Path(shown["start"]).read_text("utf-8")
    assert not (dossier / "site").exists()


def test_before_the_first_edition_there_is_nothing(dossier: Path) -> None:
    """A date before everything names the first edition."""
    with pytest.raises(UsageError, match=f"first edition is of {FIRST}"):
        run("search", "denies", "-d", str(dossier), "--as-of", "2020")


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("2021-08-05", "2021-08-05T23:59:59Z"),
        ("2021-02", "2021-02-28T23:59:59Z"),
        ("2021", "2021-12-31T23:59:59Z"),
        ("2021-08-05T01:02:03Z", "2021-08-05T01:02:03Z"),
        ("run-7", SECOND),
    ],
)
def test_a_date_means_its_end(typed: str, moment: str) -> None:
    """A day, month or year ends it; a moment is itself; a build is when it ended."""
    assert moment_of(typed, (Edition("run-7", "1", FIRST, SECOND),)) == moment


@pytest.mark.parametrize("typed", ["yesterday", "2021-13-01", "2021/..", "run-8", ""])
def test_what_is_no_date_is_refused(typed: str) -> None:
    """Anything else is named with what to write."""
    with pytest.raises(UsageError, match="no date, moment or build"):
        moment_of(typed, ())


def test_two_editions_are_compared(dossier: Path) -> None:
    """The later edition adds a denial; each line gives the words, the document and the place."""
    told = run("diff", "--from", "2021-08", "-d", str(dossier)).stdout
    found = json.loads(run("diff", "--from", "2021-08", "-d", str(dossier), "--json").stdout)

    assert "+ document statement.txt (2021-06-20)" in told
    assert "+ added: use, denied by Azerbaijan" in told
    assert "after: “" in told
    assert [change["kinds"] for change in found["changes"]] == [["added"]]
    assert found["changes"][0]["after"]["passage"]["quote"].startswith("Azerbaijan denies")
    assert "no claim changed" in run("diff", "--from", "2021-09-05", "-d", str(dossier)).stdout


def test_two_dossiers_and_two_documents_are_compared(dossier: Path, tmp_path: Path) -> None:
    """An edition may be another dossier, at a date or now; or one document."""
    other = Dossier.create(tmp_path / "other", title="Other")
    add_report(other, "watch.txt")
    build(other, at=SECOND)
    sources = run("export", "sources-csv", "-d", str(dossier)).stdout.splitlines()[1:]
    first, second = (line.split(",")[0] for line in sources)

    same = run("diff", "--from", f"{dossier}@2021-08", "--to", str(other.folder)).stdout
    less = run("diff", "--from", str(dossier), "--to", str(other.folder)).stdout
    documents = run("diff", "--from", first, "--to", second, "-d", str(dossier)).stdout

    assert "no claim changed" in same
    assert "- dropped: use, denied by Azerbaijan" in less
    assert documents.startswith("From ")


def test_a_comparison_of_one_country(dossier: Path) -> None:
    """Narrowed to a state that nobody speaks of, nothing changed; an unknown one is an error."""
    at = ("diff", "--from", "2021-08", "-d", str(dossier), "--country")

    assert "1 added" in run(*at, "Azerbaijan").stdout
    assert "no claim changed" in run(*at, "Norway").stdout
    with pytest.raises(UsageError, match="Atlantis"):
        run(*at, "Atlantis")


def test_a_document_to_compare_is_named_whole(dossier: Path) -> None:
    """The beginning of several identifiers names no document."""
    with pytest.raises(UsageError, match="not one document"):
        run("diff", "--from", "d-", "--to", "d-", "-d", str(dossier))
