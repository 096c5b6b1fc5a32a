"""The origins of each fact: the event, each weapon, each attribution, each figure.

For each value the origins that say so are counted apart from the parties to the conflict,
beside those that say otherwise, with what they rest on.
"""

from collections.abc import Callable, Iterator, Sequence

from remnant.assess.evidence import SUPPORTING, Said
from remnant.assess.speakers import speaker_of_reference
from remnant.knowledge import Knowledge
from remnant.model.assessment import FactOrigins, Origin
from remnant.model.claim import Basis, ClaimKind, Stance
from remnant.model.words import number

EVENT, WEAPON, ATTRIBUTION = "the event", "weapon", "who did it"
KILLED, INJURED = "killed", "injured"

AGAINST = (Stance.DENIED,)
"""Stances that say that it is not so."""

_EVENTFUL = (ClaimKind.USE, ClaimKind.HARM, ClaimKind.REMNANTS)

Values = Callable[[Said, Knowledge], Iterator[str]]


def _happened(_said: Said, _knowledge: Knowledge) -> Iterator[str]:
    yield ""


def _weapons(said: Said, _knowledge: Knowledge) -> Iterator[str]:
    return (weapon.name for weapon in said.resolved.weapons)


def _parties(said: Said, knowledge: Knowledge) -> Iterator[str]:
    for actor in said.resolved.actors:
        speaker = speaker_of_reference(actor, knowledge)
        if speaker.key in said.accused:
            yield speaker.name


def _killed(said: Said, _knowledge: Knowledge) -> Iterator[str]:
    if said.resolved.killed is not None:
        yield number(said.resolved.killed)


def _injured(said: Said, _knowledge: Knowledge) -> Iterator[str]:
    if said.resolved.injured is not None:
        yield number(said.resolved.injured)


FACTS: tuple[tuple[str, Values, bool], ...] = (
    (EVENT, _happened, False),
    (WEAPON, _weapons, False),
    (ATTRIBUTION, _parties, True),
    (KILLED, _killed, True),
    (INJURED, _injured, True),
)
"""Each fact, how to read its values from a claim, and whether two values exclude each other."""


def facts(
    said: Sequence[Said], origins: Sequence[Origin], *, knowledge: Knowledge
) -> tuple[FactOrigins, ...]:
    """Return the origins of each value of each fact, in the order of `FACTS`, the best first."""
    known = [one for one in said if one.claim.kind in _EVENTFUL]
    found: list[FactOrigins] = []
    for name, read, exclusive in FACTS:
        values: dict[str, list[Said]] = {}
        denied: dict[str, list[Said]] = {}
        for one in known:
            into = values if one.claim.stance in SUPPORTING else denied
            if one.claim.stance in (*SUPPORTING, *AGAINST):
                for value in dict.fromkeys(read(one, knowledge)):
                    into.setdefault(value, []).append(one)
        built = [
            _fact(name, value, values, denied.get(value, ()), origins, exclusive=exclusive)
            for value in values
        ]
        found.extend(sorted(built, key=lambda one: (-one.weight, one.value)))
    return tuple(found)


def _fact(  # noqa: PLR0913 - what a fact is made of
    name: str,
    value: str,
    values: dict[str, list[Said]],
    denied: Sequence[Said],
    origins: Sequence[Origin],
    *,
    exclusive: bool,
) -> FactOrigins:
    claims = {one.claim.id for one in values[value]}
    behind = [one for one in origins if not claims.isdisjoint(one.claims)]
    others = {one.claim.id for one in denied}
    if exclusive:
        others.update(
            one.claim.id for other, said in values.items() if other != value for one in said
        )
    against = [one for one in origins if not others.isdisjoint(one.claims) and one not in behind]
    stated = {basis for one in values[value] for basis in one.claim.basis}
    independent = [one for one in behind if not one.party]
    return FactOrigins(
        fact=name,
        value=value,
        supporting=tuple(one.label for one in independent),
        parties=tuple(one.label for one in behind if one.party),
        against=tuple(one.label for one in against),
        basis=tuple(basis for basis in Basis if basis in stated),
        claims=tuple(sorted(claims)),
        weight=sum(one.weight for one in independent),
    )
