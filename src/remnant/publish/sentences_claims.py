"""A claim as a sentence maker sees it: its values, its document, and who says so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from remnant.model.claim import Slot, Stance
from remnant.model.document import Document
from remnant.model.ids import content_id
from remnant.model.resolution import ResolvedClaim
from remnant.model.source import Metadata, Stated
from remnant.model.value import DateInterval, Quantity, Reference, ReferenceKind
from remnant.publish.sentences_names import Names

STRENGTH = (Stance.DENIED, Stance.NOT_KNOWN, Stance.OPEN, Stance.HEDGED, Stance.AFFIRMED)
"""Stances from the weakest support of a proposition to the strongest."""


UNNAMED = "the document “"
"""How a document is named whose publisher is not known: its title follows."""


def stronger(first: Stance, second: Stance) -> bool:
    """Say whether the first stance supports a proposition more than the second."""
    return STRENGTH.index(first) > STRENGTH.index(second)


@dataclass(frozen=True, slots=True)
class Cited:
    """A document as citations need it, without its text.

    Attributes:
        id: Identifier of the document.
        publisher: Printed name of the publisher; the document's title, or else the name of its
            file, if the publisher is unknown.
        voice: Identifier of the actor that speaks in the document's own voice; may be empty.
        title: Title; empty if unknown, or if it stands for the publisher.
        published: EDTF date; empty if unknown.
        address: Where it was published; empty if unknown.
        notes: Labels and texts of its notes; the text is empty where it is missing.
        ranges: Label, start and end of each note's own text.
        party: The publisher is a state, territory or armed group speaking for itself.
    """

    id: str
    publisher: str
    voice: str
    title: str
    published: str
    address: str
    notes: tuple[tuple[str, str], ...]
    ranges: tuple[tuple[str, int, int], ...] = ()
    party: bool = False


def cited(document: Document, names: Names) -> Cited:
    """Return what citations need of a document."""
    metadata: Metadata = document.metadata
    publisher = _text(metadata.publisher) or _text(metadata.author)
    voice, printed = names.publisher(publisher) if publisher else ("", "")
    notes = tuple(
        (note.label, "" if note.start is None else document.text[note.start : note.end].strip())
        for note in document.notes
    )
    return Cited(
        id=document.id,
        publisher=printed or f"{UNNAMED}{document.called}”",
        voice=voice,
        title=_text(metadata.title) if printed else "",
        published=_text(metadata.published),
        address=_text(metadata.address),
        notes=notes,
        ranges=tuple(
            (note.label, note.start, note.end)
            for note in document.notes
            if note.start is not None and note.end is not None
        ),
        party=bool(voice) and names.is_party(voice),
    )


def _text(stated: Stated[str] | None) -> str:
    return "" if stated is None else stated.value


@dataclass(frozen=True, slots=True)
class Said:
    """One claim in its document.

    Attributes:
        resolved: The claim beside its values.
        document: Where it stands.
        speakers: Printed names of the innermost speakers, or of the publisher.
        voices: Identifiers or names that tell the speakers apart.
        own: The publisher speaks in its own voice, and is no party to what it speaks of.
        direct: The words are the document's own, not reported of somebody else.
    """

    resolved: ResolvedClaim
    document: Cited
    speakers: tuple[str, ...]
    voices: tuple[str, ...]
    own: bool
    direct: bool = False

    @property
    def id(self) -> str:
        """Identifier of the claim."""
        return self.resolved.claim.id

    @property
    def stance(self) -> Stance:
        """The weakest of the stances that the claim carries, whole or in part.

        A hedge on who did it, or on which weapon it was, is a hedge on a sentence that says both.
        """
        claim = self.resolved.claim
        whole = claim.stance
        if whole is not Stance.AFFIRMED:
            return whole
        parts = [claim.commitment.event]
        if self.resolved.weapons:
            parts.append(claim.commitment.weapon)
        if self.resolved.actors:
            parts.append(claim.commitment.attribution)
        return min((whole, *parts), key=STRENGTH.index)

    @property
    def words(self) -> str:
        """The passage, with spaces and line breaks made one space."""
        return re.sub(r"\s+", " ", self.resolved.claim.passage.quote).strip()

    @property
    def dates(self) -> tuple[DateInterval, ...]:
        """The dates of the claim."""
        return self.resolved.dates

    def said_of(self, slot: Slot) -> str:
        """Return the words that fill a slot, joined by spaces."""
        found = self.resolved.claim.filling(slot)
        return " ".join(mention.span.quote for mention in found)

    def figure(self, slot: Slot) -> tuple[Quantity, str] | None:
        """Return a number with the words it was read from, or `None` if none was said."""
        quantity = self.resolved.quantity(slot)
        return None if quantity is None else (quantity, self.said_of(slot))

    def alternatives(self) -> str:
        """Return the word between several actors: `and` where the passage has it, else `or`."""
        spans = [mention.span for mention in self.resolved.claim.filling(Slot.ACTOR)]
        passage = self.resolved.claim.passage
        inside = sorted(span for span in spans if passage.contains(span))
        if len(inside) < 2:  # noqa: PLR2004 - two are needed for a word between them
            return "or"
        first, last = inside[0].end - passage.start, inside[-1].start - passage.start
        between = passage.quote[first:last]
        if re.search(r"\bor\b", between):
            return "or"
        return "and" if re.search(r"\band\b|&|,", between) else "or"

    @property
    def basis(self) -> str:
        """Digest of the claim's words and values, to notice that it has changed."""
        claim = self.resolved.claim
        values = [repr(self.resolved.values(slot)) for slot in Slot]
        return content_id("b", (claim.passage, claim.stance, claim.commitment, *values))


def said(resolved: ResolvedClaim, document: Cited, names: Names) -> Said:
    """Return a claim in its document, with its speakers as printed."""
    found = _speakers(resolved)
    if not found:
        voice = document.voice or document.publisher
        own = not document.party
        return Said(resolved, document, (document.publisher,), (voice,), own=own, direct=True)
    printed = tuple(dict.fromkeys(names.actor(one) for one in found))
    voices = tuple(dict.fromkeys(names.key(one) for one in found))
    return Said(resolved, document, printed, voices, own=False)


def _speakers(resolved: ResolvedClaim) -> tuple[Reference, ...]:
    if resolved.speakers:
        return resolved.speakers
    return tuple(
        Reference(ReferenceKind.ACTOR, _plain(mention.span.quote))
        for mention in resolved.claim.attribution.innermost
    )


def _plain(words: str) -> str:
    text = re.sub(r"\s+", " ", words).strip()
    return text[4:] if text.lower().startswith("the ") else text


def in_order(items: Sequence[Said]) -> tuple[Said, ...]:
    """Return claims by date of publication, document and passage: the same in every run."""
    return tuple(sorted(items, key=_order))


def _order(item: Said) -> tuple[str, str, str, int, str]:
    document = item.document
    start = item.resolved.claim.passage.start
    return document.published or "9999", document.publisher, document.id, start, item.id
