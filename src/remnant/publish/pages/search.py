"""Search in the page: a small index of claims and incidents that a script reads."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar

from remnant.model.words import date_words
from remnant.publish.pages.catalogue import Catalogue, heading, incident_path, names_of
from remnant.publish.pages.context import PageContext, claim_anchor, document_path
from remnant.publish.pages.masking import publishable
from remnant.publish.pages.wording import GRADES, KINDS, STANCES

SHARD = 4000
"""Claims per file: about 2 MB, so that a large record is loaded piece by piece."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage(PageContext):
    """Context of the search page."""

    template: ClassVar[str] = "search.html"
    scripts: ClassVar[tuple[str, ...]] = ("data/search.js", "search.js")
    kinds: tuple[str, ...]
    stances: tuple[str, ...]


def search_page() -> SearchPage:
    """Return the context of the search page."""
    return SearchPage(
        path="search.html",
        title="Search",
        description="Search every claim and incident by words, without a server.",
        section="search",
        kinds=tuple(KINDS.values()),
        stances=tuple(word for word, _ in STANCES.values()),
    )


def index(catalogue: Catalogue) -> dict[str, object]:
    """Return the first part of the index: documents, incidents, and how many shards follow."""
    return {
        "documents": [
            [document_path(card.id), card.label, card.title]
            for card in catalogue.documents.values()
        ],
        "incidents": list(_incidents(catalogue)),
        "shards": -(-len(catalogue.claims) // SHARD),
        "claims": len(catalogue.claims),
    }


def _incidents(catalogue: Catalogue) -> Iterator[list[str]]:
    for incident in catalogue.incidents.values():
        grade = GRADES[catalogue.assessments[incident.number].grade]
        words = " · ".join(names_of(incident))
        yield [
            incident_path(incident),
            incident.number,
            publishable(heading(incident)),
            grade.word,
            publishable(words),
            date_words(incident.date),
        ]


def shards(catalogue: Catalogue) -> Iterator[list[list[object]]]:
    """Yield the claims, a shard at a time: document, anchor, kind, stance, speakers, words."""
    places = {name: place for place, name in enumerate(catalogue.documents)}
    cards = iter(catalogue.claims.values())
    while batch := list(islice(cards, SHARD)):
        yield [
            [
                places[card.document],
                claim_anchor(card.id),
                KINDS[card.kind],
                STANCES[card.stance][0],
                " → ".join(card.speakers),
                card.quote,
                " · ".join(dict.fromkeys(value.text for value in card.values)),
            ]
            for card in batch
        ]
