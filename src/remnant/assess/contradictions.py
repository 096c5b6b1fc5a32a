"""What the claims of one incident disagree on, and whether they really do.

Each sentence says which of three it is: values that cannot both hold, values of
different scope or precision, or an earlier figure that its own source replaced.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from remnant.assess.compatibility import compatible
from remnant.assess.denials import refutations
from remnant.assess.evidence import Evidence, Said
from remnant.assess.speakers import speaker_of_reference
from remnant.knowledge import Knowledge
from remnant.model.assessment import Origin
from remnant.model.casualties import CasualtyRange
from remnant.model.claim import Stance
from remnant.model.contradictions import Conflict, Contradiction, Side
from remnant.model.incident import EventMention, Incident, Scope
from remnant.model.value import DateInterval, Quantity
from remnant.model.words import date_words, listed, number

SAYING = (Stance.AFFIRMED, Stance.HEDGED, Stance.OPEN)
"""Stances that put a value forward."""


def contradictions(
    incident: Incident,
    origins: Sequence[Origin],
    toll: CasualtyRange,
    *,
    evidence: Evidence,
    knowledge: Knowledge,
) -> tuple[Contradiction, ...]:
    """Return the contradictions of an incident, in the order of `Conflict`."""
    said = evidence.of(incident)
    against = refutations(incident, evidence=evidence, knowledge=knowledge)
    found = [
        *_event(said, against, origins),
        *_figures(toll, origins),
    ]
    if incident.scope is Scope.INCIDENT:
        found.extend(_attribution(said, origins, knowledge))
        found.extend(_weapon(said, origins, knowledge))
        found.extend(_place(incident.mentions, origins))
        found.extend(_date(incident.mentions, origins))
    order = list(Conflict)
    return tuple(sorted(found, key=lambda one: (order.index(one.conflict), one.sentence)))


def _side(value: str, claims: Iterable[str], origins: Sequence[Origin]) -> Side:
    names = tuple(sorted(set(claims)))
    under = tuple(one.id for one in origins if not set(one.claims).isdisjoint(names))
    return Side(value, names, under)


def _event(
    said: Sequence[Said], against: Sequence[Said], origins: Sequence[Origin]
) -> list[Contradiction]:
    """Somebody other than the accused says that it did not happen so."""
    for_it = [one.claim.id for one in said if one.claim.stance in SAYING]
    if not against or not for_it:
        return []
    denying = [one.claim.id for one in against]
    sides = (_side("it happened", for_it, origins), _side("it did not", denying, origins))
    speakers = sorted({speaker.name for one in against for speaker in one.speakers})
    say = "which is not accused, says" if len(speakers) == 1 else "which are not accused, say"
    sentence = f"{listed(speakers)}, {say} that it did not happen so. Both cannot be true."
    return [Contradiction(Conflict.EVENT, sides, sentence)]


def _attribution(
    said: Sequence[Said], origins: Sequence[Origin], knowledge: Knowledge
) -> list[Contradiction]:
    by_names: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for one in said:
        if one.claim.stance in SAYING and one.accused:
            accused = (speaker_of_reference(actor, knowledge) for actor in one.resolved.actors)
            names = {speaker.name for speaker in accused if speaker.key in one.accused}
            by_names[tuple(sorted(names))].append(one.claim.id)
    if len(by_names) < 2:  # noqa: PLR2004 - one value contradicts nothing
        return []
    sides = tuple(
        _side(listed(names, "or"), by_names[names], origins) for names in sorted(by_names)
    )
    values = listed([side.value for side in sides], "and")
    if any(set(one).isdisjoint(other) for one, other in combinations(by_names, 2)):
        sentence = f"Different parties are accused: {values}. Not all of this can be true."
    else:
        sentence = (
            f"The accused are named more or less closely: {values}. "
            "One account names alternatives that include the other, which is no contradiction "
            "of fact."
        )
    return [Contradiction(Conflict.ATTRIBUTION, sides, sentence)]


def _weapon(
    said: Sequence[Said], origins: Sequence[Origin], knowledge: Knowledge
) -> list[Contradiction]:
    by_weapon: dict[str, list[str]] = defaultdict(list)
    names: dict[str, str] = {}
    for one in said:
        for weapon in one.resolved.weapons if one.claim.stance in SAYING else ():
            if weapon.id in knowledge.weapons:
                by_weapon[weapon.id].append(one.claim.id)
                names[weapon.id] = weapon.name
    systems = _systems(by_weapon, knowledge)
    if len(systems) < 2:  # noqa: PLR2004 - one system contradicts nothing
        return []
    keys = sorted(by_weapon)
    sides = tuple(_side(names[key], by_weapon[key], origins) for key in keys)
    sentence = (
        f"The weapons named do not belong to one system: {listed([side.value for side in sides])}. "
        "Both may have been used, or one identification is wrong."
    )
    return [Contradiction(Conflict.WEAPON, sides, sentence)]


def _systems(by_weapon: dict[str, list[str]], knowledge: Knowledge) -> list[set[str]]:
    """Return the weapons that go together: compatible, or named in one claim."""
    systems: list[set[str]] = []
    for key in sorted(by_weapon):
        near = [one for one in systems if any(_together(key, w, by_weapon, knowledge) for w in one)]
        systems = [one for one in systems if one not in near]
        systems.append({key}.union(*near))
    return systems


def _together(one: str, other: str, by_weapon: dict[str, list[str]], knowledge: Knowledge) -> bool:
    named_together = not set(by_weapon[one]).isdisjoint(by_weapon[other])
    return named_together or compatible(one, other, knowledge)


def _place(mentions: Sequence[EventMention], origins: Sequence[Origin]) -> list[Contradiction]:
    by_place: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for mention in mentions:
        if mention.places:
            names = tuple(sorted({place.name for place in mention.places}))
            by_place[names].extend(mention.claims)
    if all(set(one) & set(other) for one, other in combinations(by_place, 2)):
        return []
    sides = tuple(_side(listed(names), by_place[names], origins) for names in sorted(by_place))
    sentence = (
        f"The place is given as {listed([side.value for side in sides])}: "
        "neighbouring places, or one place named more exactly than another."
    )
    return [Contradiction(Conflict.PLACE, sides, sentence)]


def _date(mentions: Sequence[EventMention], origins: Sequence[Origin]) -> list[Contradiction]:
    by_date: dict[DateInterval, list[str]] = defaultdict(list)
    for mention in mentions:
        if mention.date is not None:
            by_date[mention.date].extend(mention.claims)
    if len(by_date) < 2:  # noqa: PLR2004 - one value contradicts nothing
        return []
    sides = tuple(_side(date_words(date), by_date[date], origins) for date in sorted(by_date))
    values = listed([side.value for side in sides])
    if all(one.overlaps(other) for one, other in combinations(by_date, 2)):
        sentence = f"The date is given as {values}. One is more exact than the other; they agree."
    else:
        sentence = f"The date is given as {values}. These exclude each other."
    return [Contradiction(Conflict.DATE, sides, sentence)]


def _figures(toll: CasualtyRange, origins: Sequence[Origin]) -> list[Contradiction]:
    found = []
    for conflict, part in ((Conflict.KILLED, "killed"), (Conflict.INJURED, "injured")):
        current = _by_value(part, [(one.claim, getattr(one, part)) for one in toll.figures])
        earlier = _by_value(part, [(one.claim, getattr(one, part)) for one in toll.superseded])
        values = list(dict.fromkeys((*current, *earlier)))
        if len(values) < 2:  # noqa: PLR2004 - one value contradicts nothing
            continue
        sides = tuple(
            _side(number(value), (*current.get(value, ()), *earlier.get(value, ())), origins)
            for value in values
        )
        found.append(Contradiction(conflict, sides, _toll_sentence(part, current, earlier)))
    return found


def _by_value(
    part: str,  # noqa: ARG001 - names the figures for the reader of the call
    figures: Sequence[tuple[str, Quantity | None]],
) -> dict[Quantity, list[str]]:
    found: dict[Quantity, list[str]] = defaultdict(list)
    for claim, value in figures:
        if value is not None:
            found[value].append(claim)
    return dict(found)


def _toll_sentence(
    part: str, current: dict[Quantity, list[str]], earlier: dict[Quantity, list[str]]
) -> str:
    values = listed([number(value) for value in current])
    replaced = [number(value) for value in earlier if value not in current]
    end = ""
    if replaced:
        figures = "An earlier figure" if len(replaced) == 1 else "Earlier figures"
        be = "is" if len(replaced) == 1 else "are"
        end = f" {figures} of the same source, {listed(replaced)}, {be} superseded."
    if len(current) < 2:  # noqa: PLR2004 - one value contradicts nothing
        return f"The number {part} is now given as {values}.{end}"
    if all(one.compatible(other) for one, other in combinations(current, 2)):
        return f"The number {part} is given as {values}; one number can fit them all.{end}"
    return f"The number {part} is given as {values}; these cannot all be true.{end}"
