"""The page of a number that was joined with another: it leads there, so old links hold."""

from dataclasses import dataclass
from typing import ClassVar

from remnant.publish.pages.context import Link, PageContext


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedPage(PageContext):
    """Context of the page of a number that is no longer in use."""

    template: ClassVar[str] = "moved.html"
    number: str
    target: Link


def moved_page(path: str, target: Link) -> MovedPage:
    """Return the context of the page that stands where an incident's page was."""
    number = path.rpartition("/")[2].removesuffix(".html")
    return MovedPage(
        path=path,
        title=f"{number} is now part of {target.note}",
        description=f"{number} was found to be the same event as {target.note}.",
        section="incidents",
        number=number,
        target=target,
    )
