"""The page on method: what the grades mean, how counts are made, what the limits are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from remnant.publish.columns import ABOUT
from remnant.publish.pages.catalogue import Catalogue
from remnant.publish.pages.context import Link, PageContext
from remnant.publish.pages.coverage import Coverage
from remnant.publish.pages.wording import GRADES, STANCES, GradeText

FORMS = {"csv": "CSV", "json": "JSON", "geojson": "GeoJSON", "jsonl": "JSON Lines"}


@dataclass(frozen=True, slots=True)
class Download:
    """A data set published beside the pages."""

    name: str
    meaning: str
    forms: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPage(PageContext):
    """Context of the page on method."""

    template: ClassVar[str] = "about.html"
    grades: tuple[GradeText, ...]
    stances: tuple[tuple[str, str], ...]
    rules: tuple[str, ...]
    extractors: tuple[str, ...]
    downloads: tuple[Download, ...]
    dictionary: str
    package: str
    coverage: Coverage | None = None


def about_page(
    catalogue: Catalogue, paths: Iterable[str] = (), *, coverage: Coverage | None = None
) -> AboutPage:
    """Return the context of the page on method.

    Args:
        catalogue: The record.
        paths: The files published so far; data sets among them are offered.
        coverage: What was searched.
    """
    assessments = catalogue.assessments.values()
    data = [path for path in paths if path.startswith("data/")]
    return AboutPage(
        path="about.html",
        title="About and method",
        description="What the grades mean, how counts are made, and what the limits are.",
        section="about",
        grades=tuple(GRADES.values()),
        stances=tuple(STANCES.values()),
        rules=tuple(sorted({one.rules for one in assessments if one.rules})),
        extractors=tuple(
            sorted({one.extractor for one in catalogue.claims.values() if one.extractor})
        ),
        downloads=tuple(_downloads(data)),
        dictionary=next((path for path in data if path.endswith("CODEBOOK.md")), ""),
        coverage=coverage,
        package=next((path for path in data if path.endswith("datapackage.json")), ""),
    )


def _downloads(data: list[str]) -> Iterator[Download]:
    """Yield the data sets, each with the forms it comes in."""
    forms: dict[str, list[Link]] = {}
    for path in data:
        name, _, form = path.removeprefix("data/").partition(".")
        if form in FORMS:
            forms.setdefault(name, []).append(Link(FORMS[form], path))
    for name in sorted(forms):
        yield Download(name.capitalize(), ABOUT.get(name, ""), tuple(forms[name]))
