"""Where and how many: the values on which accounts differ, and in what way."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Literal, TypeAlias

from remnant.assess.casualty_rules import is_vague
from remnant.assess.evidence import Evidence, Said
from remnant.assess.figures import holds
from remnant.assess.sides import SAYING, side
from remnant.knowledge import Knowledge
from remnant.model.assessment import Origin
from remnant.model.casualties import CasualtyRange, Figure, People, Status
from remnant.model.claim import ClaimKind
from remnant.model.contradictions import Clash, Conflict, Contradiction
from remnant.model.incident import EventMention
from remnant.model.value import GeoPrecision, Location, Quantity
from remnant.model.words import counted, listed, number

Part: TypeAlias = Literal["killed", "injured"]

NEAR = 10.0
"""Kilometres within which two places may well be names for one."""

TELLING = ((Conflict.KILLED, "killed"), (Conflict.INJURED, "injured"))


def place(
    mentions: Sequence[EventMention], origins: Sequence[Origin], knowledge: Knowledge
) -> list[Contradiction]:
    """The place is given in several ways: one within another, near one another, or apart."""
    by_place: dict[tuple[str, ...], list[str]] = defaultdict(list)
    known: dict[str, Location] = {}
    for mention in mentions:
        if mention.places:
            known |= {one.name: one for one in mention.places}
            by_place[tuple(sorted({one.name for one in mention.places}))].extend(mention.claims)
    if all(set(one) & set(other) for one, other in combinations(by_place, 2)):
        return []
    sides = tuple(side(listed(names), by_place[names], origins) for names in sorted(by_place))
    values = listed([one.value for one in sides])
    apart = [
        (first, second)
        for one, other in combinations(by_place, 2)
        if (first := known[one[0]]) and (second := known[other[0]])
    ]
    far = [pair for pair in apart if not _one_place(*pair, knowledge)]
    if not far:
        sentence = f"The place is given as {values}: one place named more exactly than another, or "
        return [
            Contradiction(
                Conflict.PLACE, sides, f"{sentence}places next to each other.", Clash.PRECISION
            )
        ]
    away = [
        f"{one.name} and {other.name} lie {distance:.0f} km apart"
        for one, other in far
        if (distance := _distance(one, other, knowledge)) is not None
    ]
    told = f" {listed(away)}." if away else ""
    sentence = f"The place is given as {values}.{told} It cannot have been at all of them."
    return [Contradiction(Conflict.PLACE, sides, sentence)]


def _one_place(one: Location, other: Location, knowledge: Knowledge) -> bool:
    if holds(one, other) or holds(other, one):
        return True
    wide = max(one.precision, other.precision) > GeoPrecision.NEAR
    distance = _distance(one, other, knowledge)
    return wide or distance is None or distance <= NEAR


def _distance(one: Location, other: Location, knowledge: Knowledge) -> float | None:
    if one.latitude is None or other.latitude is None:
        return None
    return knowledge.places.distance_km(one, other)


def counts(
    said: Sequence[Said], origins: Sequence[Origin], evidence: Evidence
) -> list[Contradiction]:
    """The number of attacks, or of one kind of find, is given in several ways."""
    grouped: dict[tuple[str, ...], dict[Quantity, list[Said]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for one in said:
        number_ = one.resolved.count
        if number_ is None or is_vague(number_) or one.claim.stance not in SAYING:
            continue
        if one.claim.kind is ClaimKind.USE:
            grouped[("attacks",)][number_].append(one)
        elif one.claim.kind is ClaimKind.REMNANTS:
            named = (weapon.name for weapon in one.resolved.weapons)
            grouped[("finds", *sorted(named))][number_].append(one)
    found = []
    for key in sorted(grouped):
        values = grouped[key]
        if len(values) > 1:
            found.append(_count(key, values, origins, evidence))
    return found


def _count(
    key: tuple[str, ...],
    values: dict[Quantity, list[Said]],
    origins: Sequence[Origin],
    evidence: Evidence,
) -> Contradiction:
    order = sorted(values, key=lambda one: (one.minimum or 0, one.maximum or 0))
    sides = tuple(side(number(one), [s.claim.id for s in values[one]], origins) for one in order)
    about = "attacks" if key[0] == "attacks" else f"{listed(key[1:]) or 'remnants'} found"
    head = f"The number of {about} is given as {listed([one.value for one in sides])}"
    if all(one.compatible(other) for one, other in combinations(order, 2)):
        return Contradiction(
            Conflict.COUNT, sides, f"{head}; one number can fit them all.", Clash.PRECISION
        )
    days = {evidence.day(one) for told in values.values() for one in told}
    if len(days) > 1:
        sentence = f"{head}, on different days: a later account may know of more."
        return Contradiction(Conflict.COUNT, sides, sentence, Clash.SCOPE)
    return Contradiction(Conflict.COUNT, sides, f"{head}; these cannot all be true.")


def figures(toll: CasualtyRange, origins: Sequence[Origin]) -> list[Contradiction]:
    """The killed or injured are given in several ways, or with other people or places in mind."""
    found = []
    for conflict, part in TELLING:
        current = _by_value(toll.figures, part)
        earlier = _by_value(toll.superseded, part, covers=toll.covers)
        values = list(dict.fromkeys((*current, *earlier)))
        if len(values) > 1:
            sides = tuple(
                side(number(value), (*current.get(value, ()), *earlier.get(value, ())), origins)
                for value in values
            )
            sentence, clash = _toll_sentence(part, current, earlier, toll.figures)
            found.append(Contradiction(conflict, sides, sentence, clash))
        found.extend(_of_other_scope(conflict, part, toll, origins))
    return found


def _by_value(
    given: Iterable[Figure], part: str, *, covers: str | None = None
) -> dict[Quantity, list[str]]:
    found: dict[Quantity, list[str]] = defaultdict(list)
    for one in given:
        value = getattr(one, part)
        if value is not None and covers in (None, one.covers):
            found[value].append(one.claim)
    return dict(found)


def _toll_sentence(
    part: str,
    current: dict[Quantity, list[str]],
    earlier: dict[Quantity, list[str]],
    given: Sequence[Figure],
) -> tuple[str, Clash]:
    values = listed([number(value) for value in current])
    replaced = [number(value) for value in earlier if value not in current]
    end = ""
    if replaced:
        old = "An earlier figure" if len(replaced) == 1 else "Earlier figures"
        be = "is" if len(replaced) == 1 else "are"
        end = f" {old} of the same source, {listed(replaced)}, {be} superseded."
    if len(current) < 2:  # noqa: PLR2004 - one value contradicts nothing
        return f"The number {part} is now given as {values}.{end}", Clash.SUPERSEDED
    if all(one.compatible(other) for one, other in combinations(current, 2)):
        sentence = f"The number {part} is given as {values}; one number can fit them all.{end}"
        return sentence, Clash.PRECISION
    statuses = sorted({_status(one, part).value for one in given if getattr(one, part)})
    if len(statuses) > 1:
        kinds = listed(["not said to be either" if s == "unknown" else s for s in statuses])
        sentence = (
            f"The number {part} is given as {values}, but not of the same people: {kinds}.{end}"
        )
        return sentence, Clash.SCOPE
    return f"The number {part} is given as {values}; these cannot all be true.{end}", (
        Clash.INCOMPATIBLE
    )


def _status(one: Figure, part: str) -> Status:
    who: People = one.who_killed if part == "killed" else one.who_injured
    return who.status


def _of_other_scope(
    conflict: Conflict, part: str, toll: CasualtyRange, origins: Sequence[Origin]
) -> list[Contradiction]:
    """Set a figure over other places or days beside the headline, without comparing them."""
    headline = getattr(toll, part)
    apart = [one for one in toll.apart if getattr(one, part) is not None]
    if not apart:
        return []
    told = [f"{number(getattr(one, part))} ({one.covers or 'extent not said'})" for one in apart]
    own = [one.claim for one in toll.figures if getattr(one, part) is not None]
    sides = [side(number(headline), own, origins)] if headline is not None and own else []
    sides += [side(text, [one.claim], origins) for text, one in zip(told, apart, strict=True)]
    if len(sides) < 2:  # noqa: PLR2004 - one value contradicts nothing
        return []
    sentence = (
        f"{counted(len(apart), 'figure')} of the {part} {'covers' if len(apart) == 1 else 'cover'} "
        f"other places or days: {listed(told)}. It is not set against the others."
    )
    return [Contradiction(conflict, tuple(sides), sentence, Clash.SCOPE)]
