"""The documents, the works they name, who published them, and which rests on which."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import ClassVar

from remnant.model.lineage import Derives, Work
from remnant.model.words import counted, date_words
from remnant.publish.pages.cards import DocumentCard
from remnant.publish.pages.catalogue import Catalogue
from remnant.publish.pages.context import Link, PageContext
from remnant.publish.pages.masking import publishable
from remnant.publish.pages.trees import Step, step_of


@dataclass(frozen=True, slots=True)
class NamedWork:
    """A work that documents name but that is not held."""

    label: str
    publisher: str
    date: str
    named_by: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PublisherRow:
    """A publisher with its documents."""

    name: str
    documents: tuple[Link, ...]
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesPage(PageContext):
    """Context of the page of sources."""

    template: ClassVar[str] = "sources.html"
    documents: tuple[DocumentCard, ...]
    publishers: tuple[PublisherRow, ...]
    named: tuple[NamedWork, ...]


@dataclass(frozen=True, slots=True)
class RestsOn:
    """One work that another rests on, and what shows it."""

    label: str
    href: str
    step: Step
    tag: str


@dataclass(frozen=True, slots=True)
class LineageRow:
    """A work with what it rests on and how many rest on it."""

    label: str
    href: str
    held: bool
    anchor: str
    rests_on: tuple[RestsOn, ...]
    carries: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineagePage(PageContext):
    """Context of the page of lineage."""

    template: ClassVar[str] = "lineage.html"
    rows: tuple[LineageRow, ...]
    roots: tuple[LineageRow, ...]


def sources_page(catalogue: Catalogue) -> SourcesPage:
    """Return the context of the page of sources."""
    documents = tuple(catalogue.documents.values())
    return SourcesPage(
        path="sources.html",
        title="Sources",
        description=f"{counted(len(documents), 'document')} held, and the works they name.",
        section="sources",
        documents=documents,
        publishers=_publishers(documents),
        named=_named(catalogue),
    )


def _publishers(documents: tuple[DocumentCard, ...]) -> tuple[PublisherRow, ...]:
    grouped: dict[str, list[DocumentCard]] = defaultdict(list)
    for card in documents:
        grouped[card.publisher or "Publisher not known"].append(card)
    return tuple(
        PublisherRow(
            name, tuple(card.link for card in grouped[name]), sum(c.claims for c in grouped[name])
        )
        for name in sorted(grouped)
    )


def _named(catalogue: Catalogue) -> tuple[NamedWork, ...]:
    namers: dict[str, list[str]] = defaultdict(list)
    for edge in catalogue.lineage.edges:
        namers[edge.parent].append(edge.child)
    found = [
        NamedWork(
            label=publishable(work.label),
            publisher=publishable(work.publisher),
            date=date_words(work.date) if work.date else "",
            named_by=tuple(
                catalogue.documents[name].link
                for name in dict.fromkeys(namers[work.id])
                if name in catalogue.documents
            ),
        )
        for work in catalogue.lineage.works
        if work.document not in catalogue.documents
    ]
    return tuple(sorted(found, key=lambda one: (one.label, one.publisher)))


def lineage_page(catalogue: Catalogue) -> LineagePage:
    """Return the context of the page that shows which work rests on which."""
    works = {work.id: work for work in catalogue.lineage.works}
    above: dict[str, list[RestsOn]] = defaultdict(list)
    below: Counter[str] = Counter()
    for edge in catalogue.lineage.edges:
        child, parent = works.get(edge.child), works.get(edge.parent)
        if child and parent:
            above[edge.child].append(_rests_on(catalogue, edge, child, parent))
            below[edge.parent] += 1
    rows: list[LineageRow] = []
    for work in works.values():
        card = catalogue.documents.get(work.document)
        rows.append(
            LineageRow(
                label=card.label if card else publishable(work.label),
                href=card.href if card else "",
                held=card is not None,
                anchor=f"work-{len(rows) + 1}",
                rests_on=tuple(above[work.id]),
                carries=counted(below[work.id], "work") if below[work.id] else "",
            )
        )
    return LineagePage(
        path="lineage.html",
        title="Lineage",
        description="Which report rests on which, with the passages that show it.",
        section="lineage",
        rows=tuple(row for row in rows if row.rests_on),
        roots=tuple(row for row in rows if not row.rests_on),
    )


def _rests_on(catalogue: Catalogue, edge: Derives, child: Work, parent: Work) -> RestsOn:
    """Return what a work rests on; a digest does not hold the work that it digests."""
    label = publishable(parent.label)
    if parent.document and parent.document == child.document:
        return RestsOn(label, "", step_of(edge), "held only as this digest")
    card = catalogue.documents.get(parent.document)
    if card is None:
        return RestsOn(label, "", step_of(edge), "not held")
    return RestsOn(card.label, card.href, step_of(edge), "")
