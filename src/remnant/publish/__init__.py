"""Publishing: the site, the profiles and the datasets."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from remnant.knowledge import Knowledge
from remnant.model.ledger import Ledger
from remnant.model.record import Record
from remnant.model.searching import Search
from remnant.publish.datasets import write_datasets
from remnant.publish.site import TITLE, Published, publish_site

__all__ = ["Published", "publish", "publish_site"]


def publish(
    record: Record,
    *,
    knowledge: Knowledge,
    folder: Path,
    title: str = TITLE,
    searches: tuple[Search, ...] = (),
) -> Published:
    """Write the site with its profiles and datasets, as a whole or not at all.

    Args:
        record: What to publish.
        knowledge: The reviewed reference data.
        folder: Where; files in it that no edition wrote are left alone.
        title: Title of the site.
        searches: What people searched.

    Raises:
        PublishError: A value has no claim behind it.
    """
    return publish_site(
        record,
        knowledge=knowledge,
        folder=folder,
        title=title,
        datasets=partial(_datasets, record, knowledge, searches),
        searches=searches,
    )


def _datasets(
    record: Record,
    knowledge: Knowledge,
    searches: tuple[Search, ...],
    folder: Path,
    books: Sequence[Ledger],
) -> None:
    write_datasets(record, knowledge=knowledge, folder=folder, searches=searches, books=books)
