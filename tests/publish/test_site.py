"""The site as files: whole, the same each time, and honest about what it does not hold."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from remnant.errors import PublishError
from remnant.knowledge import load_knowledge
from remnant.knowledge.geonames import ATTRIBUTION
from remnant.model.lineage import Lineage
from remnant.model.record import MemoryRecord, Reconciliation
from remnant.model.value import Reference, ReferenceKind
from remnant.model.words import counted
from remnant.publish import Material, Published, publish
from remnant.publish.site import publish_site, script
from tests.publish.pages.documents import report
from tests.publish.pages.record import record

VOID = {"meta", "link", "br", "img", "input", "hr"}


def published(folder: Path, held: MemoryRecord | None = None) -> Published:
    """Publish a record made by hand."""
    return publish(Material(held or record(), load_knowledge(None)), folder=folder)


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


class Shape(HTMLParser):
    """Reads a page and remembers what a browser would run, load or fail to close."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that should not be there."""
        names = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        self.ids += [names["id"] or ""] if "id" in names else []
        self.found += [f"{tag} {name}" for name in names if name.startswith("on")]
        self.found += [f"{tag} style"] if "style" in names else []
        address = names.get("src") or ""
        if tag in ("script", "img", "iframe") and ("//" in address or not address):
            self.found.append(f"{tag} {address}")
        if (names.get("href") or "").startswith(("javascript:", "data:")):
            self.found.append(f"{tag} {names['href']}")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Treat an element of a drawing like any other."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Note a tag that closes another."""
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.found.append(f"</{tag}>")


def test_the_same_record_gives_the_same_bytes(tmp_path: Path) -> None:
    """Publishing twice gives the same files to the byte."""
    published(tmp_path / "one")
    published(tmp_path / "two")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_every_file_is_named(tmp_path: Path) -> None:
    """What is reported, what the manifest lists and what lies there are the same files."""
    result = published(tmp_path)
    found = contents(tmp_path)
    listed = json.loads(found.pop("manifest.json"))
    assert set(result.pages) == set(found) == set(listed)


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "incidents/R-0001.html",
        "incidents/R-0004.html",
        "episodes/R-0003.html",
        "documents/d-report.html",
        "countries/index.html",
        "countries/armenia.html",
        "parties/index.html",
        "parties/armenia.html",
        "sources.html",
        "lineage.html",
        "search.html",
        "about.html",
        "data/CODEBOOK.md",
        "assets/data/claims-0.js",
        "assets/leaflet/leaflet.js",
    ],
)
def test_the_pages_are_there(tmp_path: Path, path: str) -> None:
    """Each kind of page is published."""
    assert path in published(tmp_path).pages


def test_pages_are_well_formed_and_run_nothing(tmp_path: Path) -> None:
    """No page has an inline script, handler or style, a foreign address, or a crossed element."""
    published(tmp_path)
    for path, content in contents(tmp_path).items():
        if path.endswith(".html"):
            shape = Shape()
            shape.feed(content.decode())
            assert not shape.found, path
            assert not shape.open, path
            assert len(shape.ids) == len(set(shape.ids)), path
            assert b"default-src 'none'" in content


def test_hostile_text_is_escaped_everywhere(tmp_path: Path) -> None:
    """Markup in a document's text or title is in no file as markup."""
    published(tmp_path)
    for path, content in contents(tmp_path).items():
        if path.endswith((".html", ".js")) and "leaflet" not in path:
            text = content.decode()
            assert "<script>alert" not in text, path
            assert "<img src=x" not in text, path
            assert "\u202e" not in text, path
    page = (tmp_path / "documents/d-hostile.html").read_text("utf-8")
    assert "{{ 7*7 }}" in page


def test_a_script_cannot_be_ended_by_data() -> None:
    """Data for scripts have no character that ends a script or a line."""
    made = script("index", ["</script>", "]]>", "\u2028", "&"]).decode()
    assert not set("<>&\u2028\u2029") & set(made)
    assert json.loads(made.removeprefix("remnant.index = ").removesuffix(";\n")) == [
        "</script>",
        "]]>",
        "\u2028",
        "&",
    ]


def test_contacts_are_masked_in_every_file(tmp_path: Path) -> None:
    """Neither the address nor the telephone number of the press office is published."""
    published(tmp_path)
    for path, content in contents(tmp_path).items():
        assert b"press@example.org" not in content, path
        assert b"7946 0123" not in content, path
    assert "masked in 2 places" in (tmp_path / "documents/d-report.html").read_text("utf-8")


def test_pages_that_are_gone_are_removed(tmp_path: Path) -> None:
    """A page of the last edition that the record no longer gives is removed; others' files stay."""
    published(tmp_path)
    foreign = tmp_path / "CNAME"
    foreign.write_text("example.org")
    held = record()
    fewer = replace(
        held, reconciliation=Reconciliation((), held.lineage(), (), held.reconciliation.foundings)
    )
    result = published(tmp_path, fewer)
    assert not (tmp_path / "incidents").exists()
    assert foreign.read_text() == "example.org"
    assert set(contents(tmp_path)) == {*result.pages, "manifest.json", "CNAME"}
    assert "No incident is in this record yet" in (tmp_path / "index.html").read_text("utf-8")


def test_a_failed_edition_leaves_the_last_one(tmp_path: Path) -> None:
    """If a page cannot be made, nothing in the folder changes and nothing is left beside it."""
    folder = tmp_path / "site"
    published(folder)
    before = contents(folder)
    with pytest.raises(PublishError):
        published(folder, _with_unknown_claim())
    assert contents(folder) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_value_without_a_claim_names_page_and_claim(tmp_path: Path) -> None:
    """A claim that is not in the record stops publishing; the error names the page and it."""
    with pytest.raises(PublishError, match=r"incidents/R-0001\.html: claim c-unknown"):
        publish_site(
            Material(_with_unknown_claim(), load_knowledge(None)), folder=tmp_path / "site"
        )


def test_a_party_that_nobody_names_is_not_printed(tmp_path: Path) -> None:
    """An accused party that is in no claim of the incident stops publishing."""
    held = record()
    first, *others = held.reconciliation.incidents
    invented = replace(first, actors=(Reference(ReferenceKind.ACTOR, "Ruritania", "ruritania"),))
    changed = replace(held.reconciliation, incidents=(invented, *others))
    with pytest.raises(PublishError, match=r"incidents/R-0001\.html: 'Ruritania' has no claim"):
        published(tmp_path, replace(held, reconciliation=changed))


def test_an_empty_record_gives_a_site(tmp_path: Path) -> None:
    """A record without documents is published, and says that it is empty."""
    published(tmp_path, MemoryRecord((), Reconciliation((), Lineage(), (), ())))
    assert "Add documents and build the record" in (tmp_path / "index.html").read_text("utf-8")
    assert "No document is held" in (tmp_path / "sources.html").read_text("utf-8")


def test_no_page_names_the_time_of_publishing(tmp_path: Path) -> None:
    """Pages give the day of the latest capture, which belongs to the data."""
    published(tmp_path)
    page = (tmp_path / "index.html").read_text("utf-8")
    assert "Latest document preserved on 2 November 2020" in page


def test_an_incident_tells_stance_denial_and_rule(tmp_path: Path) -> None:
    """The page of an incident keeps the hedge, the denial, the earlier figure and the rule."""
    published(tmp_path)
    page = (tmp_path / "incidents/R-0001.html").read_text("utf-8")
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))
    for words in (
        "4 reports, 1 origin, 1 party",
        "Hedged",
        "denies use",
        "earlier figure",
        "latest figure of each origin",
        "machine reading, not reviewed",
        "Do not touch",
        "neither signed nor joined",
    ):
        assert words in text


def _with_unknown_claim() -> MemoryRecord:
    held = record()
    first, *others = held.reconciliation.incidents
    mention = replace(first.mentions[0], claims=("c-unknown",))
    changed = replace(first, mentions=(mention, *first.mentions[1:]))
    return replace(held, reconciliation=replace(held.reconciliation, incidents=(changed, *others)))


def test_a_count_of_one_is_written_as_one(tmp_path: Path) -> None:
    """A record of one document says `1 document` at the foot of each page."""
    one = report()
    published(tmp_path, MemoryRecord((one,), Reconciliation((), Lineage(), (), ())))
    claims = counted(len(one.resolved), "claim")
    assert f"</strong> 1 document, {claims}," in (tmp_path / "index.html").read_text(
        encoding="utf-8"
    )


def test_the_source_of_places_is_named_wherever_places_are(tmp_path: Path) -> None:
    """Every page, the page on method, the data dictionary and the data package name GeoNames."""
    published(tmp_path)
    for page in tmp_path.rglob("*.html"):
        if 'http-equiv="refresh"' not in page.read_text(encoding="utf-8"):
            assert ATTRIBUTION in page.read_text(encoding="utf-8"), page
    assert ATTRIBUTION in (tmp_path / "data" / "CODEBOOK.md").read_text(encoding="utf-8")
    assert ATTRIBUTION in (tmp_path / "data" / "datapackage.json").read_text(encoding="utf-8")
