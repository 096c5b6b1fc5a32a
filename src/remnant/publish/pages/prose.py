"""Sentences made from claims, as a page shows them: every one leads to the words behind it."""

from collections.abc import Iterable
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
    refs: tuple["Ref", ...] = ()


@dataclass(frozen=True, slots=True)
class Ref:
    """A note of a sentence, with the places in it of the passages meant for that sentence."""

    number: int
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage of a note, with its place on the page."""

    text: str
    href: str
    anchor: str


@dataclass(frozen=True, slots=True)
class NoteView:
    """A numbered note with its passages."""

    number: int
    text: str
    address: str
    document: Link | None
    passages: tuple[PassageView, ...]


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
            PassageView(
                publishable(span.quote), catalogue.claim(claim, page=page).href, _anchor(claim)
            )
            for claim, span in note.passages
        ),
    )


def refs_of(sentence: Sentence, notes: Iterable[ProfileNote]) -> tuple[Ref, ...]:
    """Return the notes of a sentence, each with where its own passages stand in it."""
    held = {note.number: {claim for claim, _ in note.passages} for note in notes}
    return tuple(
        Ref(
            number,
            tuple(_anchor(one) for one in sentence.claims if one in held.get(number, ()))
            or (f"note-{number}",),
        )
        for number in sentence.notes
    )


def _anchor(claim: str) -> str:
    """Return the place of a claim's passage among the notes."""
    return f"said-{claim}"
