"""What every page has in common, and links from a value to its words."""

import re
from dataclasses import dataclass
from typing import ClassVar

UNSAFE = re.compile(r"[^\w.-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere in the site.

    Attributes:
        text: The words to print.
        href: Path from the root of the site, with a fragment if there is one.
        note: What a screen reader or a tooltip adds; may be empty.
    """

    text: str
    href: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageContext:
    """What a template is given.

    Attributes:
        path: Path of the page from the root of the site, with `/`.
        title: Title of the page, without the site's.
        description: One sentence for search engines and screen readers.
        section: Which entry of the menu it belongs to.
    """

    template: ClassVar[str] = ""
    scripts: ClassVar[tuple[str, ...]] = ()
    path: str
    title: str
    description: str = ""
    section: str = ""

    @property
    def root(self) -> str:
        """What leads from this page to the root of the site: empty or `../`."""
        return "../" * self.path.count("/")


@dataclass(frozen=True, slots=True)
class Site:
    """What every page prints of the whole site.

    Attributes:
        title: Title of the site.
        documents: Number of documents.
        claims: Number of claims.
        incidents: Number of incidents, without episodes.
        episodes: Number of episodes.
        captured: When the latest document was captured, as a date in words; never the clock.
        rules: Name and version of the rules that graded, where there are any.
        version: Version of Remnant.
        countries: Whether there are country pages.
        parties: Whether there are pages of accused parties.
    """

    title: str
    documents: int
    claims: int
    incidents: int
    episodes: int
    captured: str
    rules: str
    version: str
    countries: bool
    parties: bool = False


def file_name(identifier: str) -> str:
    """Return an identifier as a file name that works on every system and in every address."""
    return UNSAFE.sub("-", identifier).strip("-.") or "unnamed"


def document_path(document: str) -> str:
    """Return the path of a document's page."""
    return f"documents/{file_name(document)}.html"


def claim_anchor(claim: str) -> str:
    """Return the anchor of a claim's words in its document's page."""
    name = file_name(claim)
    return name if name.startswith("c-") else f"c-{name}"


def claim_href(document: str, claim: str) -> str:
    """Return the path of a claim's words."""
    return f"{document_path(document)}#{claim_anchor(claim)}"


def words_href(document: str, start: int, end: int) -> str:
    """Return the path of some words of a document."""
    return f"{document_path(document)}#w-{start}-{end}"
