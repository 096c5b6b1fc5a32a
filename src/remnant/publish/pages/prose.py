"""Sentences made from claims, as a page shows them: every one leads to the words behind it."""

from dataclasses import dataclass

from remnant.model.claim import Stance
from remnant.publish.pages.catalogue import Catalogue
from remnant.publish.pages.context import Link
from remnant.publish.pages.masking import publishable
from remnant.publish.pages.wording import STANCES
from remnant.publish.profile_values import ProfileNote, Sentence

TABLES = {
    "treaties": "the reviewed table of treaty actions",
    "votes": "the reviewed table of votes",
}


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence with its notes and the claims it was made from."""

    text: str
    notes: tuple[int, ...]
    stance: str
    stance_slug: str
    claims: tuple[Link, ...]
    table: str


@dataclass(frozen=True, slots=True)
class NoteView:
    """A numbered note with its passages."""

    number: int
    text: str
    address: str
    document: Link | None
    passages: tuple[Link, ...]


def sentence_view(catalogue: Catalogue, sentence: Sentence, *, page: str) -> SentenceView:
    """Return a sentence with links to its claims.

    Raises:
        PublishError: It names a claim that is not in the record.
    """
    cards = catalogue.cards(sentence.claims, page=page)
    return SentenceView(
        text=publishable(sentence.text),
        notes=sentence.notes,
        stance=STANCES[sentence.stance][0] if sentence.stance is not Stance.AFFIRMED else "",
        stance_slug=sentence.stance.value,
        claims=tuple(
            Link(catalogue.document_of(card).label, card.href, card.quote) for card in cards
        ),
        table=TABLES.get(sentence.table, sentence.table),
    )


def note_view(catalogue: Catalogue, note: ProfileNote, *, page: str) -> NoteView:
    """Return a note with links to its passages."""
    document = catalogue.documents.get(note.document)
    return NoteView(
        number=note.number,
        text=publishable(note.text),
        address=note.address,
        document=document.link if document else None,
        passages=tuple(
            Link(publishable(span.quote), catalogue.claim(claim, page=page).href)
            for claim, span in note.passages
        ),
    )
