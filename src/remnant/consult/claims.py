"""Claims: from proposals that the document bears out to the frozen record."""

from collections.abc import Iterable, Iterator

from remnant.consult.checking import Borne, Filled
from remnant.model.claim import Attribution, Claim, ClaimKind, Commitment, Mention, Slot
from remnant.model.document import Document
from remnant.model.ids import content_id

_KINDS = {kind: index for index, kind in enumerate(ClaimKind)}
_SLOTS = {slot: index for index, slot in enumerate(Slot)}

_LONGEST_GAP = 400
"""Characters after a passage in which the marker at its sentence's end is looked for."""


def claim_of(borne: Borne, document: Document, *, extractor: str) -> Claim:
    """Return the claim. Its one stance is that towards the event, the weapon and who did it."""
    proposal = borne.proposal
    mentions = tuple(dict.fromkeys(sorted(_mentions(borne.filled, document), key=_by_slot)))
    speakers = tuple(one for one in mentions if one.slot is Slot.SPEAKER)
    stance = proposal.stance
    key = [extractor, document.id, proposal.kind.value, borne.start, borne.end, stance.value]
    key += [f"{one.slot.value}:{one.span.start}:{one.span.end}" for one in mentions]
    return Claim(
        id=content_id("c", key),
        kind=proposal.kind,
        passage=document.span(borne.start, borne.end),
        stance=stance,
        commitment=Commitment(stance, stance, stance),
        attribution=Attribution(
            chain=(speakers,) if speakers else (),
            quoted=_is_quoted(borne, document),
        ),
        mentions=mentions,
        role=proposal.role if proposal.kind is ClaimKind.USE else None,
        ballot=proposal.ballot if proposal.kind is ClaimKind.VOTE else None,
        membership=proposal.membership if proposal.kind in _STANDING else None,
        notes=tuple(dict.fromkeys(_notes(borne, document))),
        extractor=extractor,
    )


_STANDING = frozenset({ClaimKind.TREATY, ClaimKind.POSITION})


def _mentions(filled: Iterable[Filled], document: Document) -> Iterator[Mention]:
    for one in filled:
        referent = document.span(*one.referent) if one.referent else None
        yield Mention(one.slot, document.span(one.start, one.end), referent=referent)


def _by_slot(mention: Mention) -> tuple[int, int, int]:
    return (_SLOTS[mention.slot], mention.span.start, mention.span.end)


def _is_quoted(borne: Borne, document: Document) -> bool:
    return any(
        quotation.start <= borne.start and borne.end <= quotation.end
        for quotation in document.quotations
    )


def _notes(borne: Borne, document: Document) -> Iterator[str]:
    """Yield the labels of the notes in the passage, or right after its sentence."""
    stop = _sentence_end(document.text, borne.end)
    marked = ((start, end, note.label) for note in document.notes for start, end in note.markers)
    for start, end, label in sorted(marked):
        if borne.start <= start < stop:
            yield label
            stop = max(stop, end)
        elif start >= stop and not document.text[stop:start].strip(' .,;:)”"'):
            yield label
            stop = end


def _sentence_end(text: str, start: int) -> int:
    """Return where the sentence ends in which an offset stands."""
    stops = [
        found + 1
        for sign in (".", "!", "?", "\n")
        if (found := text.find(sign, start, start + _LONGEST_GAP)) >= 0
    ]
    return min(stops, default=start)


def ordered(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return claims by passage, kind and identifier, each once."""
    found = {claim.id: claim for claim in claims}
    return tuple(
        sorted(
            found.values(),
            key=lambda one: (one.passage.start, one.passage.end, _KINDS[one.kind], one.id),
        )
    )
