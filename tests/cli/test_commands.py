import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from remnant import __version__
from remnant.cli import app
from remnant.cli.app import COMMANDS
from remnant.errors import AcquireError, PublishError, RemnantError, SettingsError, UsageError
from tests.dossiers import REPORTS


def run(*arguments: str, fails: bool = False) -> Result:
    """Run the command line; a failure that is not expected is raised."""
    result = CliRunner().invoke(app, list(arguments))
    if not fails and result.exception is not None:
        raise result.exception
    return result


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a dossier that was started, filled and built by commands."""
    folder = tmp_path_factory.mktemp("cli")
    reports = folder / "reports"
    reports.mkdir()
    for name, (publisher, published, text) in REPORTS.items():
        (reports / name).write_text(text, "utf-8")
        (reports / f"{name}.meta.json").write_text(
            json.dumps({"publisher": publisher, "published": published, "title": name})
        )
    run("new", str(folder / "d"), "--title", "Invented reports")
    run("add", str(reports), "-d", str(folder / "d"))
    run("build", "-d", str(folder / "d"))
    return folder / "d"


def as_json(*arguments: str, dossier: Path) -> object:
    """Return what a command prints with --json."""
    return json.loads(run(*arguments, "-d", str(dossier), "--json").stdout)


@pytest.mark.parametrize("command", [name for name, _, _ in COMMANDS])
def test_every_command_has_help_with_an_example(command: str) -> None:
    """The help of a command says what it does and shows how it is called."""
    result = run(command, "--help")

    assert f"Example: remnant {command}" in " ".join(result.stdout.split())


def test_add_is_idempotent(dossier: Path) -> None:
    """Adding the same folder again preserves nothing new."""
    before = (dossier / "vault" / "captures.jsonl").read_bytes()

    run("add", str(dossier.parent / "reports"), "-d", str(dossier))

    assert (dossier / "vault" / "captures.jsonl").read_bytes() == before


def test_add_reports_what_it_misses_and_goes_on(tmp_path: Path) -> None:
    """A name that leads nowhere is named, the rest is preserved, and the exit code is 1."""
    (tmp_path / "a.txt").write_text("Shells fell on Barda.")
    run("new", str(tmp_path / "d"))

    result = run(
        "add", str(tmp_path / "gone.txt"), str(tmp_path / "a.txt"), "-d", str(tmp_path / "d"),
        fails=True,
    )  # fmt: skip

    assert result.exit_code == 1
    assert "gone.txt" in result.output
    assert len(list((tmp_path / "d" / "vault" / "originals").glob("*/*"))) == 1


def test_a_second_build_says_that_nothing_is_to_do(dossier: Path) -> None:
    """An unchanged dossier is up to date."""
    assert "Nothing to do" in run("build", "-d", str(dossier)).stdout


def test_build_gives_figures(dossier: Path) -> None:
    """With --json a build gives its figures."""
    figures = as_json("build", dossier=dossier)

    assert isinstance(figures, dict)
    assert figures["documents"] == len(REPORTS)
    assert figures["processed"] == 0


def test_search_finds_words_and_phrases(dossier: Path) -> None:
    """Several arguments must all occur; one with a space is a phrase."""
    hits = as_json("search", "cluster munitions", "barda", dossier=dossier)
    none = as_json("search", "munitions cluster", "barda", dossier=dossier)

    assert isinstance(hits, list)
    assert [hit["title"] for hit in hits] == ["war.txt"]
    assert none == []


def test_show_leads_from_incident_to_words(dossier: Path) -> None:
    """The claims that an incident names can be shown, with the words behind each value."""
    shown = run("show", "R-0001", "-d", str(dossier), "--why").stdout
    claim = next(word for word in shown.split() if word.startswith("c-"))
    words = run("show", claim, "-d", str(dossier), "--why").stdout

    assert "grade:" in shown
    assert "1 claims" not in shown
    assert "1 documents" not in shown
    assert "place from “" in words


def test_show_prints_the_ledger_of_a_party(dossier: Path) -> None:
    """A party's name shows what it is accused of and what it answered."""
    with_reasons = run("show", "Azerbaijan", "--why", "-d", str(dossier)).stdout
    shown = as_json("show", "Azerbaijan", dossier=dossier)

    assert with_reasons.startswith("Party azerbaijan\nAzerbaijan is accused in ")
    assert "what it answered:" in with_reasons
    assert isinstance(shown, dict)
    assert shown["is"] == "party"


def test_show_takes_the_beginning_of_an_identifier(dossier: Path) -> None:
    """An identifier may be shortened as long as it means one thing."""
    with pytest.raises(UsageError, match="may be any of"):
        run("show", "d-", "-d", str(dossier))
    with pytest.raises(UsageError, match="nothing in the record"):
        run("show", "zzz", "-d", str(dossier))


def test_verify_holds(dossier: Path) -> None:
    """A dossier that nobody touched passes every check."""
    found = as_json("verify", dossier=dossier)

    assert found == {"originals": [], "journals": [], "record": [], "rebuild": []}


def test_verify_finds_a_changed_original(tmp_path: Path) -> None:
    """A changed byte of an original is found and named; the exit code is 1."""
    (tmp_path / "a.txt").write_text("Shells fell on Barda.")
    run("new", str(tmp_path / "d"))
    run("add", str(tmp_path / "a.txt"), "-d", str(tmp_path / "d"))
    run("build", "-d", str(tmp_path / "d"))
    (original,) = (tmp_path / "d" / "vault" / "originals").glob("*/*")
    original.chmod(0o644)
    original.write_bytes(b"Shells fell on Ganja.")

    result = run("verify", "--quick", "-d", str(tmp_path / "d"), fails=True)

    assert result.exit_code == 1
    assert original.name[:12] in result.output.replace("\n", "")


def test_an_empty_record_is_not_taken_for_the_record(tmp_path: Path) -> None:
    """Before a build, nothing is published, exported or searched as if it were all there is."""
    run("new", str(tmp_path / "d"))

    for arguments in (("publish",), ("export", "claims-csv"), ("search", "barda"), ("show", "x")):
        with pytest.raises(UsageError, match="remnant build"):
            run(*arguments, "-d", str(tmp_path / "d"))
    assert not (tmp_path / "d" / "site").exists()


def test_an_export_that_cannot_be_written_is_named(dossier: Path) -> None:
    """A file in a folder that is not there gives one clear line."""
    with pytest.raises(PublishError, match="cannot be written"):
        run("export", "claims-csv", "-d", str(dossier), "-o", str(dossier / "none" / "c.csv"))


def test_an_impossible_date_is_refused_before_anything_is_preserved(tmp_path: Path) -> None:
    """A month 13 never reaches the vault."""
    (tmp_path / "a.txt").write_text("Shells fell on Barda.")
    run("new", str(tmp_path / "d"))

    with pytest.raises(AcquireError, match="published"):
        run("add", str(tmp_path / "a.txt"), "-d", str(tmp_path / "d"), "--published", "2020-13-45")
    assert not list((tmp_path / "d" / "vault").glob("originals/*/*"))


def test_claims_names_what_it_cannot_read(tmp_path: Path) -> None:
    """A file that is no document is named, and the exit code is 1."""
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.4 nothing")

    result = run("claims", str(tmp_path / "x.pdf"), fails=True)

    assert result.exit_code == 1
    assert "x.pdf" in result.output


def test_the_version_is_printed() -> None:
    """The program says which version it is."""
    assert __version__ in run("--version").stdout


def test_export_writes_a_file(dossier: Path, tmp_path: Path) -> None:
    """A dataset goes to a file or to standard output, with the same bytes."""
    run("export", "incidents-csv", "-d", str(dossier), "-o", str(tmp_path / "i.csv"))
    printed = run("export", "incidents-csv", "-d", str(dossier)).stdout_bytes

    assert (tmp_path / "i.csv").read_bytes() == printed
    assert printed.startswith(b"incident_id,code,date_start")


def test_publish_writes_a_site(dossier: Path) -> None:
    """Publishing writes pages and datasets, and says where to begin."""
    published = as_json("publish", dossier=dossier)

    assert isinstance(published, dict)
    assert Path(published["start"]).is_file()


def test_claims_and_score_agree_on_their_form(dossier: Path, tmp_path: Path) -> None:
    """What `claims` prints, `score` reads; claims agree with themselves."""
    lines = run("claims", str(dossier.parent / "reports" / "watch.txt")).stdout
    (tmp_path / "lines.jsonl").write_text(lines)
    claims = [json.loads(line) for line in lines.splitlines()]
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "watch.json").write_text(json.dumps({"doc": "watch", "claims": claims}))

    figures = json.loads(
        run("score", str(tmp_path / "gold"), str(tmp_path / "lines.jsonl"), "--json").stdout
    )

    assert claims
    assert (figures["detection"], figures["slots"], figures["strict"]) == (1.0, 1.0, 1.0)


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        (("build", "-d", "{tmp}"), UsageError, "not a dossier"),
        (("new", "{tmp}/full"), UsageError, "not empty"),
        (("export", "claims-xml", "-d", "{tmp}/full"), UsageError, "choose one of"),
        (("score", "{tmp}/none", "{tmp}/none"), UsageError, "no such file"),
        (("claims", "{tmp}/x.txt", "--meta", "{tmp}/full/a"), UsageError, "not a metadata file"),
        (("claims", "{tmp}/none.txt"), AcquireError, "none.txt"),
    ],
)
def test_a_wrong_call_says_what_to_do(
    tmp_path: Path, arguments: tuple[str, ...], error: type[RemnantError], words: str
) -> None:
    """A call that cannot work names the place and the way out."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a").write_text("x")

    with pytest.raises(error, match=words):
        run(*(one.format(tmp=tmp_path) for one in arguments))


def test_a_wrong_setting_is_named(tmp_path: Path) -> None:
    """An unknown setting stops the command before it does anything."""
    (tmp_path / "remnant.toml").write_text("colour = 'red'\n")

    with pytest.raises(SettingsError, match="colour"):
        run("build", "-d", str(tmp_path))
