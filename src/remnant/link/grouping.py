"""Claims of one document gathered into event mentions."""

from collections.abc import Iterable, Sequence
from contextlib import suppress

from remnant.knowledge import Knowledge
from remnant.link.columns import key_of, place_key
from remnant.link.gathering import Group, gather
from remnant.link.kin import kin_of
from remnant.link.pieces import Piece, is_eventful, pieces_of
from remnant.link.wording import wording
from remnant.model.document import Document
from remnant.model.ids import content_id
from remnant.model.incident import EventMention, Scope
from remnant.model.resolution import ResolvedClaim
from remnant.model.value import DateInterval, Quantity, Reference


def group(
    resolved: Sequence[ResolvedClaim], *, document: Document, knowledge: Knowledge
) -> tuple[EventMention, ...]:
    """Return the event mentions of one document, in order of their first passage.

    Claims of use, harm and finds that name one place and day are one mention; a
    claim with several days for a place is in one mention per day. Denials and
    positions make none, nor does what names neither place nor date nor party, because
    nobody could find the event it means. What is general, or sums several events, makes an episode.
    """
    ordered = sorted(resolved, key=lambda one: (one.claim.passage, one.claim.id))
    pieces = [piece for claim in ordered if is_eventful(claim) for piece in pieces_of(claim)]
    groups = gather(pieces, document=document, knowledge=knowledge)
    mentions = [_mention(one, document, knowledge) for one in groups if _says_which(one)]
    return tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end, mention.id)))


def _says_which(group: Group) -> bool:
    return bool(group.places or group.date or group.actors)


def _mention(group: Group, document: Document, knowledge: Knowledge) -> EventMention:
    pieces = sorted(group.pieces, key=lambda piece: piece.claim.claim.passage)
    claims = tuple(dict.fromkeys(piece.claim.claim.id for piece in pieces))
    weapons = _distinct(weapon for piece in pieces for weapon in piece.claim.weapons)
    places = tuple(dict.fromkeys(place for piece in pieces for place in piece.places))
    first = pieces[0].claim.claim.passage
    day = group.date.edtf if group.date else ""
    seal = (document.id, group.scope, *sorted(map(place_key, places)), day, *sorted(claims))
    return EventMention(
        id=content_id("e", seal),
        document=document.id,
        scope=group.scope,
        claims=claims,
        actors=_distinct(actor for piece in pieces for actor in piece.actors),
        weapons=weapons,
        places=places,
        date=group.date,
        killed=_figure(piece.claim.killed for piece in pieces),
        injured=_figure(piece.claim.injured for piece in pieces),
        known_by=_known_by(pieces, document),
        weapon_kin=tuple(sorted({k for weapon in weapons for k in kin_of(weapon, knowledge)})),
        start=first.start,
        end=first.end,
        words=_words(group, document),
    )


def _words(group: Group, document: Document) -> tuple[str, ...]:
    """Return the telling words of an incident; those of episodes are not compared."""
    if group.scope is Scope.EPISODE:
        return ()
    return wording((piece.claim for piece in group.pieces), text=document.text)


def _distinct(references: Iterable[Reference]) -> tuple[Reference, ...]:
    found: dict[str, Reference] = {}
    for reference in references:
        found.setdefault(key_of(reference), reference)
    return tuple(found.values())


def _figure(figures: Iterable[Quantity | None]) -> Quantity | None:
    """Keep the most exact figure of an event: the one with the highest lower bound."""
    known = [figure for figure in figures if figure is not None]
    return max(known, key=lambda one: (one.minimum or 0, one.maximum or 0), default=None)


def _known_by(pieces: Sequence[Piece], document: Document) -> DateInterval | None:
    """Return when remnants were found, or else when the document was published."""
    days = [piece.found for piece in pieces if piece.found is not None]
    stated = document.metadata.published
    if stated is not None:
        with suppress(ValueError):  # a date that the reader could not put in EDTF is unknown
            days.append(DateInterval(stated.value))
    known = [day for day in days if day.latest is not None]
    return min(known, key=lambda day: (str(day.latest), day.edtf), default=None)
