"""Pieces of one document's claims put together into groups, one per event."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from remnant.knowledge import Knowledge
from remnant.link.columns import key_of, place_key
from remnant.link.kin import kin_of
from remnant.link.pieces import Piece
from remnant.link.scope import scope_of
from remnant.link.wording import SENTENCE_END
from remnant.model.document import Document
from remnant.model.incident import Scope
from remnant.model.value import DateInterval, Location

NEARBY = 1500
"""Characters. An undated claim belongs to a dated event of the same place told this close."""

_NOBODY = 99
"""Sorts claims that accuse nobody after those that accuse many."""

_REFERS_BACK = re.compile(
    r"\b(?:the|this|that|its|recent)\s+(?:\w+\s+){0,2}"
    r"(?:conflict|war|fighting|hostilities|clashes|offensive|campaign|battle)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Group:
    """Pieces taken to be about one event, while they are gathered."""

    scope: Scope
    pieces: list[Piece] = field(default_factory=list)
    date: DateInterval | None = None
    """The date of the first dated piece; all dated pieces of a group agree."""
    places: frozenset[str] = frozenset()
    """Keys of the places."""
    actors: frozenset[str] = frozenset()
    """Keys of the accused parties."""
    weapons: frozenset[str] = frozenset()
    """Keys of the weapons."""
    areas: frozenset[str] = frozenset()
    """Countries of the places, or their keys where the country is not known."""

    def add(self, piece: Piece) -> None:
        """Put a piece into the group."""
        self.pieces.append(piece)
        self.date = self.date or piece.date
        self.places |= {place_key(place) for place in piece.places}
        self.actors |= {key_of(actor) for actor in piece.actors}
        self.weapons |= {key_of(weapon) for weapon in piece.claim.weapons}
        self.areas |= _areas(piece.places)


def gather(
    pieces: Sequence[Piece], *, document: Document, knowledge: Knowledge
) -> tuple[Group, ...]:
    """Put pieces into groups: the surest first, so that the vaguer can join them."""
    gatherer = _Gatherer(document, knowledge)
    scoped = [(piece, scope_of(piece)[0]) for piece in pieces]
    incidents = [piece for piece, scope in scoped if scope is Scope.INCIDENT]
    episodes = [gatherer.dated(piece) for piece, scope in scoped if scope is Scope.EPISODE]
    for piece in sorted(incidents, key=lambda one: one.date is None):
        gatherer.add(piece, Scope.INCIDENT, gatherer.incident(piece))
    for piece in sorted(
        (piece for piece in episodes if piece.places),
        key=lambda one: (one.date is None, len(one.actors) or _NOBODY),
    ):
        gatherer.add(piece, Scope.EPISODE, gatherer.episode(piece))
    for piece in (piece for piece in episodes if not piece.places):
        gatherer.add(piece, Scope.EPISODE, gatherer.placeless(piece))
    return tuple(gatherer.groups)


class _Gatherer:
    """Finds, for one piece, the group that it belongs to."""

    def __init__(self, document: Document, knowledge: Knowledge) -> None:
        self.document = document
        self.knowledge = knowledge
        self.groups: list[Group] = []
        self._period: tuple[int, DateInterval] | None = None

    def add(self, piece: Piece, scope: Scope, found: Group | None) -> None:
        if found is None:
            found = Group(scope)
            self.groups.append(found)
        found.add(piece)

    def dated(self, piece: Piece) -> Piece:
        """Give a claim on "the conflict" the period last named before it, if it names none."""
        passage = piece.claim.claim.passage
        if piece.date is not None:
            self._period = (passage.end, piece.date)
            return piece
        if self._period is None or not _REFERS_BACK.search(passage.quote):
            return piece
        after, period = self._period
        if 0 <= passage.start - after <= NEARBY and not piece.is_find:
            self._period = (passage.end, period)
            return replace(piece, date=period)
        return piece

    def incident(self, piece: Piece) -> Group | None:
        """Find the incident of the same place and day."""
        keys = _keys(piece.places)
        there = [one for one in self._of(Scope.INCIDENT) if one.places & keys]
        if piece.date is not None:
            return next((one for one in there if self._same_day(piece, one)), None)
        there = [one for one in there if self._fits(piece, one)]
        beside = [one for one in there if self._same_sentence(piece, one)]
        dated = [one for one in there if one.date and self._gap(piece, one) <= NEARBY]
        for choice in (beside, dated):
            if len(choice) == 1:
                return choice[0]
        undated = [one for one in there if one.date is None and self._akin(piece, one)]
        return undated[0] if undated and not dated else None

    def _same_day(self, piece: Piece, other: Group) -> bool:
        """Say whether it is the same day, unless other parties used other weapons on it."""
        if other.date != piece.date:
            return False
        parties = not piece.actors or not other.actors or _same_party(piece, other)
        return parties or self._fits(piece, other)

    def episode(self, piece: Piece) -> Group | None:
        """Find the episode of the same party, area and period."""
        there = [one for one in self._of(Scope.EPISODE) if _areas(piece.places) & one.areas]
        beside = _sole(one for one in there if self._same_sentence(piece, one))
        if not _tells_of_weapons(piece) or (beside is not None and not piece.actors):
            return beside
        if not piece.actors:
            keys = _keys(piece.places)
            there = [one for one in there if not one.actors and one.places & keys]
        there = [one for one in there if self._fits(piece, one) and _same_party(piece, one)]
        if piece.date is not None:
            return _sole(one for one in there if one.date == piece.date)
        return _sole(there) or _sole(one for one in there if one.date is None)

    def placeless(self, piece: Piece) -> Group | None:
        """Find what a claim without place refers to: its sentence, its day, its party's war."""
        if not piece.claim.claim.general:
            fitting = [
                one
                for one in self.groups
                if self._fits(piece, one) and (not one.actors or _same_party(piece, one))
            ]
            beside = _sole(one for one in fitting if self._same_sentence(piece, one))
            same_day = _sole(one for one in fitting if piece.date and one.date == piece.date)
            if beside is not None or same_day is not None:
                return beside or same_day
        known = [one for one in self._of(Scope.EPISODE) if _same_party(piece, one)]
        known = [one for one in known if self._fits(piece, one) and _joinable(piece, one)]
        placed = _sole(one for one in known if one.places)
        if placed is not None and _tells_of_weapons(piece):
            return placed
        actors = frozenset(key_of(actor) for actor in piece.actors)
        alike = (one for one in known if not one.places and one.actors == actors)
        return _sole(one for one in alike if not one.date or self._gap(piece, one) <= NEARBY)

    def _of(self, scope: Scope) -> list[Group]:
        return [one for one in self.groups if one.scope is scope]

    def _fits(self, piece: Piece, other: Group) -> bool:
        """Say whether each weapon can belong to one attack with the group's; unknown ones can."""
        theirs = other.weapons
        if not theirs:
            return True
        return all(
            key_of(weapon) in theirs or not theirs.isdisjoint(kin_of(weapon, self.knowledge))
            for weapon in piece.claim.weapons
        )

    def _akin(self, piece: Piece, other: Group) -> bool:
        """Say whether the catalogue itself holds some weapon of the two compatible."""
        catalogue = self.knowledge.weapons
        mine = [one.id for one in piece.claim.weapons if one.id in catalogue]
        theirs = {weapon.id for one in other.pieces for weapon in one.claim.weapons}
        if not mine or not theirs:
            return True
        known = sorted(theirs & {one.id for one in catalogue})
        return any(catalogue.compatible(one, another) for one in mine for another in known)

    def _same_sentence(self, piece: Piece, other: Group) -> bool:
        return any(self._joined(piece, one) for one in other.pieces)

    def _joined(self, first: Piece, second: Piece) -> bool:
        one, two = sorted((first.claim.claim.passage, second.claim.claim.passage))
        if one.overlaps(two):
            return True
        return not SENTENCE_END.search(self.document.text[one.start : two.start + 1])

    def _gap(self, piece: Piece, other: Group) -> int:
        passage = piece.claim.claim.passage
        others = [one.claim.claim.passage for one in other.pieces]
        return min(max(p.start - passage.end, passage.start - p.end, 0) for p in others)


def _sole(groups: Iterable[Group]) -> Group | None:
    found = list(groups)
    return found[0] if len(found) == 1 else None


def _tells_of_weapons(piece: Piece) -> bool:
    """A toll of a war without weapon or party is not the toll of an episode of use."""
    return bool(piece.claim.weapons or piece.actors)


def _same_party(piece: Piece, other: Group) -> bool:
    """Each party's use in a war is an episode of its own; naming none excludes none."""
    actors = frozenset(key_of(actor) for actor in piece.actors)
    return not actors or bool(actors & other.actors)


def _joinable(piece: Piece, other: Group) -> bool:
    if piece.date is None:
        return True
    return other.date is not None and piece.date.overlaps(other.date)


def _keys(places: Sequence[Location]) -> frozenset[str]:
    return frozenset(place_key(place) for place in places)


def _areas(places: Sequence[Location]) -> frozenset[str]:
    return frozenset(place.country or place_key(place) for place in places)
