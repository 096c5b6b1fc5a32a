from pathlib import Path

import pytest

from remnant.acquire.sidecar import given, given_beside, is_sidecar
from remnant.errors import AcquireError
from remnant.model.source import Metadata, Provenance, Stated


def _write(path: Path, words: str) -> Path:
    path.write_text(words, encoding="utf-8")
    return path


def test_a_yaml_sidecar_gives_metadata(tmp_path: Path) -> None:
    """Keys of a YAML sidecar become metadata that a person gave."""
    report = _write(tmp_path / "report.txt", "words")
    _write(tmp_path / "report.txt.meta.yaml", "title: A title\npublished: 2020-10-23\nkind:\n")
    found = given_beside(report)
    assert found.title == Stated("A title", Provenance.GIVEN, "A title")
    assert found.published == Stated("2020-10-23", Provenance.GIVEN, "2020-10-23")
    assert found.kind is None


def test_a_json_sidecar_gives_metadata(tmp_path: Path) -> None:
    """Keys of a JSON sidecar become metadata too; a year may be a number."""
    report = _write(tmp_path / "report.txt", "words")
    _write(tmp_path / "report.txt.meta.json", '{"publisher": "A monitor", "published": 2020}')
    found = given_beside(report)
    assert found.publisher is not None
    assert found.publisher.value == "A monitor"
    assert found.published is not None
    assert found.published.value == "2020"


def test_a_file_alone_has_no_metadata(tmp_path: Path) -> None:
    """Without a sidecar nothing is given; an empty sidecar gives nothing either."""
    report = _write(tmp_path / "report.txt", "words")
    assert given_beside(report) == Metadata()
    _write(tmp_path / "report.txt.meta.yaml", "")
    assert given_beside(report) == Metadata()


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("titel: A title", "unknown key 'titel'"),
        ("title: [a, b]", "title must be text, not list"),
        ("published: last week", "published is 'last week'"),
        ("- a\n- b", "must hold keys and values"),
        ("title: 'open", "is not well-formed"),
    ],
)
def test_a_wrong_sidecar_is_refused(tmp_path: Path, words: str, reason: str) -> None:
    """A wrong sidecar is an error that names the file and what is wrong."""
    report = _write(tmp_path / "report.txt", "words")
    _write(tmp_path / "report.txt.meta.yaml", words)
    with pytest.raises(AcquireError, match=r"report\.txt\.meta\.yaml") as raised:
        given_beside(report)
    assert reason in str(raised.value)


def test_the_command_line_is_checked_alike() -> None:
    """An unknown key on the command line is refused with the place it came from."""
    with pytest.raises(AcquireError, match="the command line: unknown key"):
        given({"tittle": "x"}, where="the command line")


def test_sidecars_are_told_by_name() -> None:
    """A sidecar is told by its suffix alone."""
    assert is_sidecar(Path("a.pdf.meta.yaml"))
    assert is_sidecar(Path("a.pdf.meta.json"))
    assert not is_sidecar(Path("a.meta.pdf"))
