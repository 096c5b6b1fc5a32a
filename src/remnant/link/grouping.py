"""Claims of one document gathered into event mentions."""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from remnant.knowledge import Knowledge
from remnant.link.columns import key_of, place_key
from remnant.link.kin import kin_of
from remnant.link.pieces import Piece, is_eventful, pieces_of
from remnant.link.scope import scope_of
from remnant.model.document import Document
from remnant.model.ids import content_id
from remnant.model.incident import EventMention, Scope
from remnant.model.resolution import ResolvedClaim
from remnant.model.value import DateInterval, Location, Quantity, Reference

NEARBY = 1500
"""Characters. An undated claim belongs to a dated event of the same place told this close."""

_SENTENCE_END = re.compile(r"[.!?…][”’\")\]]*\s|\n\s*\n")


@dataclass(slots=True)
class _Group:
    """Pieces taken to be about one event, while they are gathered."""

    scope: Scope
    pieces: list[Piece] = field(default_factory=list)

    @property
    def date(self) -> DateInterval | None:
        return next((piece.date for piece in self.pieces if piece.date), None)

    @property
    def places(self) -> frozenset[str]:
        return frozenset(place_key(place) for piece in self.pieces for place in piece.places)

    @property
    def actors(self) -> frozenset[str]:
        return frozenset(key_of(actor) for piece in self.pieces for actor in piece.claim.actors)


def group(
    resolved: Sequence[ResolvedClaim], *, document: Document, knowledge: Knowledge
) -> tuple[EventMention, ...]:
    """Return the event mentions of one document, in order of their first passage."""
    pieces = [piece for claim in resolved if is_eventful(claim) for piece in pieces_of(claim)]
    gatherer = _Gatherer(document, knowledge)
    gatherer.gather(pieces)
    mentions = [_mention(one, document, knowledge) for one in gatherer.groups]
    return tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end, mention.id)))


class _Gatherer:
    """Puts pieces into groups: the surest first, so that the vaguer can join them."""

    def __init__(self, document: Document, knowledge: Knowledge) -> None:
        self.document = document
        self.knowledge = knowledge
        self.groups: list[_Group] = []

    def gather(self, pieces: Sequence[Piece]) -> None:
        scoped = [(piece, scope_of(piece)[0]) for piece in pieces]
        incidents = [piece for piece, scope in scoped if scope is Scope.INCIDENT]
        episodes = [piece for piece, scope in scoped if scope is Scope.EPISODE]
        for piece in incidents:
            if piece.date is not None:
                self._place(piece, self._dated(piece), Scope.INCIDENT)
        for piece in incidents:
            if piece.date is None:
                self._place(piece, self._undated(piece), Scope.INCIDENT)
        vague = [piece for piece in episodes if not piece.places]
        for piece in sorted(
            (piece for piece in episodes if piece.places), key=lambda piece: piece.date is None
        ):
            self._place(piece, self._episode(piece), Scope.EPISODE)
        for piece in vague:
            self._place(piece, self._vague(piece), Scope.EPISODE)

    def _place(self, piece: Piece, found: _Group | None, scope: Scope) -> None:
        if found is None:
            found = _Group(scope)
            self.groups.append(found)
        found.pieces.append(piece)

    def _dated(self, piece: Piece) -> _Group | None:
        """Find the event of the same day and place."""
        keys = _keys(piece.places)
        for one in self.groups:
            if one.date == piece.date and one.places & keys:
                return one
        return None

    def _undated(self, piece: Piece) -> _Group | None:
        """Find the one event of the same place that the claim can belong to."""
        keys = _keys(piece.places)
        there = [one for one in self.groups if one.places & keys and self._fits(piece, one)]
        beside = [one for one in there if self._same_sentence(piece, one)]
        dated = [one for one in there if one.date and self._gap(piece, one) <= NEARBY]
        for choice in (beside, dated):
            if len(choice) == 1:
                return choice[0]
        undated = [one for one in there if one.date is None]
        return undated[0] if undated and len(dated) == 0 else None

    def _episode(self, piece: Piece) -> _Group | None:
        """Find the episode of the same area and period."""
        areas = _areas(piece.places)
        if not self._tells_of_weapons(piece):
            return self._sole(one for one in self._episodes() if self._same_sentence(piece, one))
        there = [one for one in self._episodes() if areas & _areas_of(one)]
        there = [one for one in there if self._fits(piece, one)]
        if piece.date is not None:
            return self._sole(one for one in there if one.date == piece.date)
        return self._sole(there) or self._sole(one for one in there if one.date is None)

    def _vague(self, piece: Piece) -> _Group | None:
        """Find what a claim without place refers to: its own sentence, day or party's episode."""
        if not piece.claim.claim.general:
            beside = self._sole(one for one in self.groups if self._same_sentence(piece, one))
            same_day = self._sole(
                one for one in self.groups if piece.date is not None and one.date == piece.date
            )
            if beside is not None or same_day is not None:
                return beside or same_day
        actors = frozenset(key_of(actor) for actor in piece.claim.actors)
        known = [one for one in self._episodes() if self._fits(piece, one)]
        known = [one for one in known if _joinable(piece.date, one.date)]
        placed = [one for one in known if one.places and (not actors or actors & one.actors)]
        if self._tells_of_weapons(piece) and len(placed) == 1:
            return placed[0]
        return self._sole(one for one in known if not one.places and one.actors == actors)

    def _episodes(self) -> list[_Group]:
        return [one for one in self.groups if one.scope is Scope.EPISODE]

    def _sole(self, groups: Iterable[_Group]) -> _Group | None:
        found = list(groups)
        return found[0] if len(found) == 1 else None

    def _tells_of_weapons(self, piece: Piece) -> bool:
        """A toll of a war without weapon or party is not the toll of an episode of use."""
        return bool(piece.claim.weapons or piece.claim.actors)

    def _fits(self, piece: Piece, other: _Group) -> bool:
        """Say whether the weapons can belong to one attack; unknown ones can."""
        mine = piece.claim.weapons
        theirs = [weapon for one in other.pieces for weapon in one.claim.weapons]
        if not mine or not theirs:
            return True
        kin = {
            key for weapon in theirs for key in (key_of(weapon), *kin_of(weapon, self.knowledge))
        }
        return any(
            key_of(weapon) in kin or kin & set(kin_of(weapon, self.knowledge)) for weapon in mine
        )

    def _same_sentence(self, piece: Piece, other: _Group) -> bool:
        return any(self._joined(piece, one) for one in other.pieces)

    def _joined(self, first: Piece, second: Piece) -> bool:
        one, two = sorted((first.claim.claim.passage, second.claim.claim.passage))
        if one.overlaps(two):
            return True
        return not _SENTENCE_END.search(self.document.text[one.start : two.start + 1])

    def _gap(self, piece: Piece, other: _Group) -> int:
        passage = piece.claim.claim.passage
        others = [one.claim.claim.passage for one in other.pieces]
        return min(max(p.start - passage.end, passage.start - p.end, 0) for p in others)


def _joinable(first: DateInterval | None, second: DateInterval | None) -> bool:
    return first is None or (second is not None and first.overlaps(second))


def _keys(places: Sequence[Location]) -> frozenset[str]:
    return frozenset(place_key(place) for place in places)


def _areas(places: Sequence[Location]) -> frozenset[str]:
    return frozenset(place.country or place_key(place) for place in places)


def _areas_of(group: _Group) -> frozenset[str]:
    return frozenset().union(*(_areas(piece.places) for piece in group.pieces))


def _mention(group: _Group, document: Document, knowledge: Knowledge) -> EventMention:
    pieces = sorted(group.pieces, key=lambda piece: piece.claim.claim.passage)
    claims = tuple(dict.fromkeys(piece.claim.claim.id for piece in pieces))
    weapons = _distinct(weapon for piece in pieces for weapon in piece.claim.weapons)
    places = tuple(dict.fromkeys(place for piece in pieces for place in piece.places))
    date = group.date
    first = pieces[0].claim.claim.passage
    seal = (document.id, group.scope, *sorted(map(place_key, places)), date, *sorted(claims))
    return EventMention(
        id=content_id("e", seal),
        document=document.id,
        scope=group.scope,
        claims=claims,
        actors=_distinct(actor for piece in pieces for actor in piece.claim.actors),
        weapons=weapons,
        places=places,
        date=date,
        killed=_figure(piece.claim.killed for piece in pieces),
        injured=_figure(piece.claim.injured for piece in pieces),
        known_by=_known_by(pieces, document),
        weapon_kin=tuple(sorted({k for weapon in weapons for k in kin_of(weapon, knowledge)})),
        start=first.start,
        end=first.end,
    )


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
    days = [piece.found for piece in pieces if piece.found is not None]
    stated = document.metadata.published
    if stated is not None:
        with suppress(ValueError):  # a date that the reader could not put in EDTF is unknown
            days.append(DateInterval(stated.value))
    known = [day for day in days if day.latest is not None]
    return min(known, key=lambda day: (str(day.latest), day.edtf), default=None)
