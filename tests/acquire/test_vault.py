import stat
from pathlib import Path

import pytest

from remnant.acquire.vault import CHUNK, Vault
from remnant.errors import AcquireError
from remnant.model.ids import sha256_hex
from remnant.model.source import Capture, Metadata, Provenance, Stated

FIRST = "2021-03-01T08:00:00Z"
LATER = "2021-03-02T08:00:00Z"
TITLED = Metadata(title=Stated("A title", Provenance.GIVEN, "A title"))


def _keep(vault: Vault, content: bytes, origin: str = "a.txt", at: str = FIRST) -> Capture:
    return vault.preserve(content, origin=origin, at=at, media_type="text/plain")


def test_an_original_is_kept_under_its_hash(tmp_path: Path) -> None:
    """The bytes lie under their SHA-256, read-only."""
    vault = Vault(tmp_path / "vault")
    capture = _keep(vault, b"words")
    path = tmp_path / "vault" / "originals" / capture.sha256[:2] / capture.sha256
    assert path.read_bytes() == b"words"
    assert stat.S_IMODE(path.stat().st_mode) == 0o444
    assert capture.sha256 == sha256_hex(b"words")
    assert capture.size == 5


def test_the_same_capture_again_adds_nothing(tmp_path: Path) -> None:
    """The same bytes from the same origin give the first capture again, also in a new process."""
    vault = Vault(tmp_path)
    first = _keep(vault, b"words")
    assert _keep(vault, b"words", at=LATER) == first
    assert _keep(Vault(tmp_path), b"words", at=LATER) == first
    assert len(vault.captures()) == 1


def test_the_same_bytes_elsewhere_are_another_capture(tmp_path: Path) -> None:
    """The same bytes from two origins are one original with two captures."""
    vault = Vault(tmp_path)
    _keep(vault, b"words", "a.txt")
    _keep(vault, b"words", "b.txt", LATER)
    assert [capture.origin for capture in vault.captures()] == ["a.txt", "b.txt"]
    assert [original.capture.origin for original in vault.originals()] == ["a.txt"]


def test_changed_bytes_of_one_origin_are_both_kept(tmp_path: Path) -> None:
    """When a page changes, both editions are originals."""
    vault = Vault(tmp_path)
    _keep(vault, b"first", "page")
    _keep(vault, b"second", "page", LATER)
    assert [original.content for original in vault.originals()] == [b"first", b"second"]


def test_later_metadata_counts(tmp_path: Path) -> None:
    """Metadata given with a later capture is found with the original."""
    vault = Vault(tmp_path)
    _keep(vault, b"words")
    vault.preserve(b"words", origin="a.txt", at=LATER, media_type="text/plain", given=TITLED)
    (original,) = vault.originals()
    assert original.capture.captured == FIRST
    assert original.capture.given == TITLED


def test_captures_come_back_whole(tmp_path: Path) -> None:
    """Headers and given metadata survive the journal."""
    capture = Vault(tmp_path).preserve(
        b"x",
        origin="https://example.org/",
        at=FIRST,
        media_type="text/html",
        headers=(("ETag", "1"), ("etag", "2")),
        given=TITLED,
    )
    assert Vault(tmp_path).captures() == (capture,)


def test_a_sound_vault_has_no_problems(tmp_path: Path) -> None:
    """Hashing every original again finds nothing in a sound vault, whatever their sizes."""
    vault = Vault(tmp_path)
    for size in (0, 1, CHUNK - 1, CHUNK, 2 * CHUNK + 1):
        _keep(vault, b"x" * size, f"{size}.txt")
    assert list(vault.check()) == []


def test_a_changed_original_is_found(tmp_path: Path) -> None:
    """One changed byte is found, and the problem names the original."""
    vault = Vault(tmp_path)
    capture = _keep(vault, b"words")
    path = vault.path(capture.sha256)
    path.chmod(0o644)
    path.write_bytes(b"Words")
    (problem,) = vault.check()
    assert problem.sha256 == capture.sha256
    assert "changed" in problem.sentence


def test_a_lost_original_is_found(tmp_path: Path) -> None:
    """A missing original is found, and asking for it says so."""
    vault = Vault(tmp_path)
    capture = _keep(vault, b"words")
    vault.path(capture.sha256).unlink()
    (problem,) = vault.check()
    assert problem.sha256 == capture.sha256
    with pytest.raises(AcquireError, match=capture.sha256):
        vault.content(capture.sha256)


def test_a_foreign_file_is_found(tmp_path: Path) -> None:
    """A file that no capture names, such as the rest of a crash, is found."""
    vault = Vault(tmp_path)
    capture = _keep(vault, b"words")
    vault.path(capture.sha256).with_name(".part-x").write_bytes(b"wor")
    (problem,) = vault.check()
    assert problem.sha256 == ".part-x"


def test_a_journal_entry_that_is_no_capture_is_refused(tmp_path: Path) -> None:
    """An entry of another kind in the journal of captures stops the reading."""
    vault = Vault(tmp_path)
    vault.journal.append({"sha256": "x"})
    with pytest.raises(AcquireError, match="not a capture"):
        vault.captures()
