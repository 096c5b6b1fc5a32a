from pathlib import Path

import pytest

from remnant.acquire.gather import Found, Missed, add, gather
from remnant.acquire.http import Fetched
from remnant.acquire.vault import Vault
from remnant.errors import AcquireError
from remnant.model.source import Capture, Metadata, Provenance, Stated

AT = "2021-03-01T08:00:00Z"


def _fill(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")


def _origins(folder: Path, *names: str) -> list[str]:
    found = gather(names or [str(folder)])
    return [str(Path(one.origin).relative_to(folder)) for one in found if isinstance(one, Found)]


def test_a_folder_is_searched_in_sorted_order(tmp_path: Path) -> None:
    """All files of a folder are found, sorted; hidden files and sidecars are not."""
    _fill(tmp_path, "b.txt", "a/z.txt", "a/y.txt", ".hidden", ".git/x", "b.txt.meta.yaml")
    (tmp_path / "b.txt.meta.yaml").write_text("title: B", encoding="utf-8")
    assert _origins(tmp_path) == ["b.txt", "a/y.txt", "a/z.txt"]


def test_a_pattern_is_opened(tmp_path: Path) -> None:
    """A pattern that the shell left alone is opened here, sorted."""
    _fill(tmp_path, "b.txt", "a.txt", "c.pdf", "a.txt.meta.txt")
    assert _origins(tmp_path, str(tmp_path / "[ab].txt")) == ["a.txt", "b.txt"]
    (missed,) = gather([str(tmp_path / "*.docx")])
    assert isinstance(missed, Missed)


def test_a_file_with_brackets_in_its_name_is_a_file(tmp_path: Path) -> None:
    """A name that is a file is never taken for a pattern."""
    _fill(tmp_path, "report [1].txt")
    assert _origins(tmp_path, str(tmp_path / "report [1].txt")) == ["report [1].txt"]


def test_one_failure_does_not_stop_the_rest(tmp_path: Path) -> None:
    """A missing file and a wrong sidecar are reported, and the rest goes on."""
    _fill(tmp_path, "a.txt", "b.txt")
    (tmp_path / "a.txt.meta.yaml").write_text("wrong: x", encoding="utf-8")
    names = [str(tmp_path / "none.txt"), str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    first, second, third = gather(names)
    assert isinstance(first, Missed)
    assert isinstance(second, Missed)
    assert "unknown key 'wrong'" in second.sentence
    assert isinstance(third, Found)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    """A link to a file elsewhere is reported; one inside the folder is followed."""
    _fill(tmp_path, "outside.txt", "in/real.txt")
    (tmp_path / "in" / "out.txt").symlink_to(tmp_path / "outside.txt")
    (tmp_path / "in" / "same.txt").symlink_to(tmp_path / "in" / "real.txt")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    found = list(gather([str(tmp_path / "in")]))
    assert [Path(one.origin).name for one in found if isinstance(one, Found)] == [
        "real.txt",
        "same.txt",
    ]
    assert [Path(one.origin).name for one in found if isinstance(one, Missed)] == ["out.txt"]


def test_what_the_command_line_gives_wins(tmp_path: Path) -> None:
    """Metadata of the command line wins over the sidecar, field by field."""
    _fill(tmp_path, "a.txt")
    (tmp_path / "a.txt.meta.yaml").write_text("title: T\nkind: note", encoding="utf-8")
    given = Metadata(title=Stated("Mine", Provenance.GIVEN, "Mine"))
    (found,) = gather([str(tmp_path / "a.txt")], given=given)
    assert isinstance(found, Found)
    assert found.given.title == given.title
    assert found.given.kind is not None


def test_addresses_are_fetched() -> None:
    """An address is fetched, and its final address is metadata."""

    def fetched(url: str) -> Fetched:
        return Fetched(url + "final", (("ETag", "1"),), b"<html>words</html>")

    (found,) = gather(["https://example.org/"], fetch=fetched)
    assert isinstance(found, Found)
    assert found.media_type == "text/html"
    assert found.origin == "https://example.org/"
    assert found.given.address is not None
    assert found.given.address.value == "https://example.org/final"


def test_a_failed_fetch_is_reported() -> None:
    """An address that fails, and one without a way to fetch, are missed."""

    def failing(url: str) -> Fetched:
        raise AcquireError(url + ": refused")

    (failed,) = gather(["http://example.org/"], fetch=failing)
    assert failed == Missed("http://example.org/", "http://example.org/: refused")
    (unable,) = gather(["http://example.org/"])
    assert isinstance(unable, Missed)


def test_adding_twice_adds_nothing(tmp_path: Path) -> None:
    """Adding a folder twice gives the same captures, and what was missed is passed on."""
    _fill(tmp_path / "in", "a.txt", "b.txt")
    names = [str(tmp_path / "in"), str(tmp_path / "none.txt")]
    vault = Vault(tmp_path / "vault")
    first = list(add(gather(names), vault, at=AT))
    again = list(add(gather(names), vault, at="2022-01-01T00:00:00Z"))
    assert first == again
    assert [type(one) for one in first] == [Capture, Capture, Missed]
    assert len(vault.captures()) == 2


@pytest.mark.parametrize("name", ["/dev/null", "/dev/zero"])
def test_a_device_is_no_file(name: str) -> None:
    """A device is reported and never read."""
    (missed,) = gather([name])
    assert isinstance(missed, Missed)
