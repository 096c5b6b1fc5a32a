import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from remnant.example import DOCUMENTS
from remnant.model.document import Document
from remnant.model.source import Original
from remnant.read import read
from tests.factory import make_capture

MEDIA_TYPES = {
    ".md": "text/markdown",
    ".txt": "text/plain",
    ".html": "text/html",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
REQUIRED = {"title", "publisher", "published", "kind", "address", "language", "digest_of"}
PATHS = sorted(path for path in DOCUMENTS.iterdir() if not path.name.endswith(".meta.yaml"))


def read_example(path: Path) -> Document:
    """Return one document of the example, as a build reads it."""
    content = path.read_bytes()
    media_type = MEDIA_TYPES[path.suffix]
    return read(Original(make_capture(content, origin=path.name, media_type=media_type), content))


def sidecar_of(path: Path) -> dict[str, str]:
    """Return what the sidecar of a document says."""
    loaded: dict[str, str] = yaml.safe_load(
        path.with_name(f"{path.name}.meta.yaml").read_text(encoding="utf-8")
    )
    return loaded


def bare(text: str) -> str:
    """Return the letters and digits alone: the lines of a PDF break inside an address."""
    return re.sub(r"\W", "", text)


def test_the_example_has_every_format() -> None:
    """The example has twelve documents in all five formats."""
    assert len(PATHS) == 12
    assert {path.suffix for path in PATHS} == set(MEDIA_TYPES)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_a_document_reads_as_text(path: Path) -> None:
    """Each document reads without an error, and its first words mark it as a digest."""
    document = read_example(path)

    assert not [issue for issue in document.issues if issue.severity == "error"]
    assert document.text.lstrip().startswith("Digest of: “")
    assert "It is not the text of the work itself" in " ".join(document.text.split())


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_a_sidecar_describes_the_work(path: Path) -> None:
    """Each sidecar names the digested work; the document's first line cites the same."""
    fields = sidecar_of(path)

    assert set(fields) >= REQUIRED
    assert set(fields) - REQUIRED <= {"author"}
    assert all(isinstance(value, str) and value for value in fields.values())
    assert 2016 <= date.fromisoformat(fields["published"]).year <= 2021
    assert bare(read_example(path).text).startswith(bare(f"Digest of: {fields['digest_of']}"))


def test_no_document_is_left_without_a_sidecar_nor_a_sidecar_without_a_document() -> None:
    """Documents and sidecars pair up."""
    sidecars = {path.name for path in DOCUMENTS.iterdir() if path.name.endswith(".meta.yaml")}

    assert sidecars == {f"{path.name}.meta.yaml" for path in PATHS}


def test_the_profile_lacks_three_notes() -> None:
    """The reader reports the markers 7, 10 and 12 of the profile, whose notes are missing."""
    document = read_example(DOCUMENTS / "monitor-2021-09-15.html")

    assert [note.label for note in document.notes if note.start is None] == ["7", "10", "12"]


def test_menus_are_not_read_as_claims() -> None:
    """Menus and footers of the web pages are outside the text or marked as boilerplate."""
    document = read_example(DOCUMENTS / "middle-east-eye-2020-10-06.html")
    prose = [
        document.text[section.start : section.end]
        for section in document.sections
        if section.kind != "boilerplate"
    ]

    assert "Terms of use" not in " ".join(prose)
