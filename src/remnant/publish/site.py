"""The static site: pages that work from a folder, offline, and call nobody."""

import json
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from remnant import __version__
from remnant.assess.neighbours import by_incident, neighbours
from remnant.assess.statements import checked
from remnant.knowledge import DO_NOT_TOUCH
from remnant.knowledge.geonames import ATTRIBUTION
from remnant.model.incident import Scope
from remnant.model.ledger import Ledger
from remnant.model.record import Record
from remnant.model.value import DateInterval
from remnant.model.words import counted, date_words
from remnant.publish.folder import Staging
from remnant.publish.map import world_text
from remnant.publish.material import Material
from remnant.publish.pages.about import about_page
from remnant.publish.pages.catalogue import Catalogue, incident_path, read_catalogue
from remnant.publish.pages.context import Link, PageContext, Site
from remnant.publish.pages.country import (
    CountryRow,
    countries_page,
    country_page,
    country_path,
    country_row,
)
from remnant.publish.pages.coverage import coverage
from remnant.publish.pages.evidence import redirects
from remnant.publish.pages.incident import Beside, incident_page
from remnant.publish.pages.moved import moved_page
from remnant.publish.pages.overview import markers, overview_page
from remnant.publish.pages.parties import parties_page, party_links, party_page
from remnant.publish.pages.reader import reader_page
from remnant.publish.pages.recent import Recent
from remnant.publish.pages.search import index, search_page, shards
from remnant.publish.pages.sources import lineage_page, sources_page
from remnant.publish.pages.tolls import tolls_page
from remnant.publish.pages.treaties import treaties_page
from remnant.publish.pages.trees import Forest
from remnant.publish.profile import profile, profiles
from remnant.publish.profile_incident import incident_summary
from remnant.publish.profile_index import index_record
from remnant.publish.sentences_names import Names

TITLE = "A sourced record of contested reports"

LEAFLET = ("leaflet.js", "leaflet.css")
"""The files of Leaflet that the map needs; markers are drawn by the page itself."""


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing wrote.

    Attributes:
        pages: Paths of the files, from the folder.
        problems: What a publisher should know, each in a sentence.
    """

    pages: tuple[str, ...]
    problems: tuple[str, ...] = ()


def publish_site(
    material: Material,
    *,
    folder: Path,
    title: str = TITLE,
    datasets: Callable[[Path], object] | None = None,
) -> Published:
    """Write the site. It is put in place as a whole, or not at all.

    Args:
        material: What to publish.
        folder: Where; files in it that no edition wrote are left alone.
        title: Title of the site.
        datasets: Writes data sets into a folder, to be published under `data/`.

    Raises:
        PublishError: A value on a page has no claim behind it.
    """
    record, knowledge = material.record, material.knowledge
    catalogue = read_catalogue(record)
    for incident in catalogue.incidents.values():
        catalogue.cards(incident.claims, page=incident_path(incident))
    countries = tuple(_countries(material, catalogue))
    parties = tuple(_parties(catalogue, material.ledgers, countries))
    press = _Press(title, catalogue, countries=bool(countries), parties=bool(parties))
    with Staging(folder) as staging:
        for page in _pages(material, catalogue):
            staging.write(page.path, press.printed(page))
        for page in (*countries, *parties):
            staging.write(page.path, press.printed(page))
        if datasets:
            with tempfile.TemporaryDirectory() as made:
                datasets(Path(made))
                staging.adopt(Path(made), "data")
        searched = coverage(material.searches, catalogue.documents.values(), knowledge=knowledge)
        about = about_page(catalogue, staging.paths, coverage=searched)
        staging.write("about.html", press.printed(about))
        for path, content in _assets(catalogue):
            staging.write(f"assets/{path}", content)
        return Published(staging.paths, tuple(_problems(record, catalogue)))


def _pages(material: Material, catalogue: Catalogue) -> Iterator[PageContext]:
    record, knowledge = material.record, material.knowledge
    ledger_of = party_links(material.ledgers)
    yield overview_page(catalogue)
    forest = Forest(catalogue)
    near = by_incident(neighbours(record))
    recent = Recent(record, catalogue)
    for incident in catalogue.incidents.values():
        assessment = catalogue.assessments[incident.number]
        summary = incident_summary(incident, assessment, recent, knowledge=knowledge)
        yield incident_page(
            catalogue,
            forest,
            incident,
            summary,
            beside=Beside(ledger_of, near.get(incident.number, ())),
        )
        for path in redirects(incident):
            yield moved_page(path, catalogue.label(incident.number))
    for name in catalogue.documents:
        yield reader_page(catalogue, record.result(name))
    yield sources_page(catalogue)
    yield lineage_page(catalogue)
    yield search_page()
    yield tolls_page(record, catalogue, knowledge=knowledge)
    yield treaties_page(catalogue, checked(record, knowledge=knowledge), knowledge=knowledge)


def _countries(material: Material, catalogue: Catalogue) -> Iterator[PageContext]:
    record, knowledge = material.record, material.knowledge
    ledger_of = party_links(material.ledgers)
    found = index_record(record, Names(knowledge))
    rows: list[CountryRow] = []
    for state in profiles(record, knowledge, index=found):
        made = profile(record, state=state, knowledge=knowledge, index=found)
        if made.sections:
            behind = {note.document for note in made.notes}
            used = [card for card in catalogue.documents.values() if card.id in behind]
            searched = coverage(material.searches, used, knowledge=knowledge, about=state)
            page = country_page(catalogue, made, ledger=ledger_of.get(state), coverage=searched)
            rows.append(country_row(page))
            yield page
    if rows:
        yield countries_page(tuple(rows))


def _parties(
    catalogue: Catalogue, books: Sequence[Ledger], countries: Sequence[PageContext]
) -> Iterator[PageContext]:
    profiles_of = {page.path: Link("Profile", page.path) for page in countries}
    for ledger in books:
        yield party_page(catalogue, ledger, country=profiles_of.get(country_path(ledger.party)))
    if books:
        yield parties_page(books)


class _Press:
    """Prints pages from templates."""

    def __init__(self, title: str, catalogue: Catalogue, *, countries: bool, parties: bool) -> None:
        self._site = _site(title, catalogue, countries=countries, parties=parties)
        self._environment = Environment(
            loader=PackageLoader("remnant.publish", "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals["site"] = self._site
        self._environment.globals["do_not_touch"] = DO_NOT_TOUCH
        self._environment.globals["geonames"] = ATTRIBUTION
        self._environment.filters["drawing"] = _drawing
        self._environment.filters["counted"] = counted

    def printed(self, page: PageContext) -> bytes:
        """Return a page as bytes."""
        template = self._environment.get_template(page.template)
        return (template.render(page=page).strip() + "\n").encode("utf-8")


def _drawing(svg: str) -> Markup:
    """Let a chart that this package drew into the page as it is."""
    return Markup(svg)  # noqa: S704 - made by the chart engine, which escapes names


def _site(title: str, catalogue: Catalogue, *, countries: bool, parties: bool) -> Site:
    scopes = [incident.scope for incident in catalogue.incidents.values()]
    captured = max((card.captured for card in catalogue.documents.values()), default="")
    rules = sorted({one.rules for one in catalogue.assessments.values() if one.rules})
    return Site(
        title=title,
        documents=len(catalogue.documents),
        claims=len(catalogue.claims),
        incidents=scopes.count(Scope.INCIDENT),
        episodes=scopes.count(Scope.EPISODE),
        captured=day_words(captured),
        rules=", ".join(rules),
        version=__version__,
        countries=countries,
        parties=parties,
    )


def day_words(moment: str) -> str:
    """Return the day of a moment in ISO 8601 in words."""
    return date_words(DateInterval(moment[:10])) if moment else ""


def _assets(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    static = files("remnant.publish") / "static"
    for entry in sorted(static.iterdir(), key=lambda one: one.name):
        yield entry.name, entry.read_bytes()
    from xstatic.pkg import leaflet  # type: ignore[import-untyped]  # noqa: PLC0415 - only to find its files

    for name in LEAFLET:
        content = (Path(leaflet.BASE_DIR) / name).read_bytes()
        yield f"leaflet/{name}", content.replace(b"//# sourceMappingURL=leaflet.js.map", b"")
    yield "data/world.js", b"remnant.world = " + world_text().encode("utf-8") + b";\n"
    yield "data/incidents.js", script("incidents", markers(overview_page(catalogue)))
    yield "data/search.js", script("index", index(catalogue))
    for number, shard in enumerate(shards(catalogue)):
        yield f"data/claims-{number}.js", script(f"shards[{number}]", shard)


def script(name: str, value: object) -> bytes:
    """Return data as a script, so that a page opened from a folder may read it.

    Characters that could end a script or a line of one are escaped.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return f"remnant.{name} = {text};\n".encode()


def _problems(record: Record, catalogue: Catalogue) -> Iterator[str]:
    for name in record.documents():
        card = catalogue.documents[name]
        if card.issues:
            problems = counted(card.issues, "problem")
            yield f"{card.href}: {problems} met while reading; see the page"
    for incident in catalogue.incidents.values():
        if incident.place is None and incident.scope is Scope.INCIDENT:
            yield f"{incident_path(incident)}: no place, so it is not on the map"
