"""The page on method: what the grades mean, how counts are made, what the limits are."""

from dataclasses import dataclass
from typing import ClassVar

from remnant.publish.pages.catalogue import Catalogue
from remnant.publish.pages.context import Link, PageContext
from remnant.publish.pages.wording import GRADES, STANCES, GradeText


@dataclass(frozen=True, slots=True)
class Download:
    """A data set beside the site."""

    name: str
    href: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPage(PageContext):
    """Context of the page on method."""

    template: ClassVar[str] = "about.html"
    grades: tuple[GradeText, ...]
    stances: tuple[tuple[str, str], ...]
    rules: tuple[str, ...]
    extractors: tuple[str, ...]
    downloads: tuple[Download, ...]
    dictionary: Link | None


def about_page(
    catalogue: Catalogue, downloads: tuple[Download, ...], dictionary: Link | None
) -> AboutPage:
    """Return the context of the page on method."""
    assessments = catalogue.assessments.values()
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
        downloads=downloads,
        dictionary=dictionary,
    )
