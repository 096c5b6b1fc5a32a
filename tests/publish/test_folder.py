import json
from pathlib import Path

import pytest

from remnant.errors import PublishError
from remnant.publish.folder import MANIFEST, Staging


def edition(folder: Path, **files: str) -> None:
    """Put an edition with the given files into a folder."""
    with Staging(folder) as staging:
        for name, content in files.items():
            staging.write(f"pages/{name}.html", content.encode())


def test_an_edition_replaces_the_last(tmp_path: Path) -> None:
    """Files of the last edition that are not in the new one go, with their empty folders."""
    edition(tmp_path / "site", one="1", two="2")
    edition(tmp_path / "site", two="3")
    names = sorted(path.name for path in (tmp_path / "site/pages").iterdir())
    assert names == ["two.html"]
    assert (tmp_path / "site/pages/two.html").read_text() == "3"


def test_an_error_changes_nothing(tmp_path: Path) -> None:
    """An edition that fails half way leaves the last one, and no temporary folder."""
    edition(tmp_path / "site", one="1")
    with pytest.raises(PublishError, match="two pages"):
        _edition_with_one_path_twice(tmp_path / "site")
    assert (tmp_path / "site/pages/one.html").read_text() == "1"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_manifest_cannot_reach_outside(tmp_path: Path) -> None:
    """A manifest that names a file outside the folder does not get it removed."""
    outside = tmp_path / "kept.txt"
    outside.write_text("kept")
    site = tmp_path / "site"
    site.mkdir()
    (site / MANIFEST).write_text(json.dumps({"../kept.txt": "0"}))
    edition(site, one="1")
    assert outside.read_text() == "kept"


def _edition_with_one_path_twice(folder: Path) -> None:
    with Staging(folder) as staging:
        staging.write("pages/one.html", b"2")
        staging.write("pages/one.html", b"3")
