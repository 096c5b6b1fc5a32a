"""Where, when and how many: the values on which accounts differ, and in what way."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Literal, TypeAlias

from remnant.assess.casualty_rules import is_vague
from remnant.assess.evidence import Evidence, Said
from remnant.assess.figures import died_later, holds
from remnant.assess.sides import SAYING, side
from remnant.knowledge import Knowledge
from remnant.model.assessment import Origin
from remnant.model.casualties import CasualtyRange, Figure, People, Status
from remnant.model.claim import ClaimKind
from remnant.model.contradictions import Clash, Conflict, Contradiction, Side
from remnant.model.incident import EventMention, Incident
from remnant.model.value import DateInterval, GeoPrecision, Location, Quantity
from remnant.model.words import counted, date_words, listed, number

Part: TypeAlias = Literal["killed", "injured"]

NEAR = 10.0
"""Kilometres within which two places may well be names for one."""

CLOSE = 3
"""Days by which the dating of one statement may slip."""

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


def date(incident: Incident, origins: Sequence[Origin], evidence: Evidence) -> list[Contradiction]:
    """The day is given in several ways, a document is older than its event, or is misdated."""
    by_date: dict[DateInterval, list[str]] = defaultdict(list)
    for mention in incident.mentions:
        if mention.date is not None:
            by_date[mention.date].extend(mention.claims)
    said = evidence.of(incident)
    found = [*_early(said, origins, evidence), *_dated_otherwise(said, origins, evidence)]
    if len(by_date) > 1:
        later = {one.claim.id for one in said if died_later(one.claim)}
        sides = tuple(side(date_words(day), by_date[day], origins) for day in sorted(by_date))
        found.append(_dates(sides, by_date, later))
    return found


def _dates(
    sides: tuple[Side, ...], by_date: dict[DateInterval, list[str]], later: set[str]
) -> Contradiction:
    values = listed([one.value for one in sides])
    if all(one.overlaps(other) for one, other in combinations(by_date, 2)):
        sentence = f"The date is given as {values}. One is more exact than the other; they agree."
        return Contradiction(Conflict.DATE, sides, sentence, Clash.PRECISION)
    if any(later.issuperset(claims) for claims in by_date.values()):
        sentence = (
            f"The date is given as {values}. One is the day of the attack, another that on which "
            "somebody died of injuries; they do not exclude each other."
        )
        return Contradiction(Conflict.DATE, sides, sentence, Clash.SCOPE)
    sentence = f"The date is given as {values}. These exclude each other."
    slips = [how for one, other in combinations(sorted(by_date), 2) if (how := slip(one, other))]
    return Contradiction(Conflict.DATE, sides, " ".join([sentence, *dict.fromkeys(slips)]))


def slip(one: DateInterval, other: DateInterval) -> str:
    """Say how two days may come from one slip of the pen; empty if they do not look so."""
    first, second = one.earliest, other.earliest
    if first is None or second is None or first == second or (one.days, other.days) != (1, 1):
        return ""
    if (first.day, first.year) == (second.day, second.year):
        return "They differ in the month alone, as a misprint would."
    if (first.day, first.month) == (second.day, second.month):
        return "They differ in the year alone, as a misprint would."
    if abs((first - second).days) == 1:
        return "They are one day apart: one may be the day of the report."
    return ""


def _early(
    said: Sequence[Said], origins: Sequence[Origin], evidence: Evidence
) -> list[Contradiction]:
    """Point out documents that are dated before the event that they tell of."""
    found = []
    for name in sorted({one.document for one in said}):
        published = evidence.headers[name].published
        own = [one for one in said if one.document == name and one.claim.stance in SAYING]
        days = [day for one in own for day in one.resolved.dates]
        late = [
            day
            for day in days
            if published is not None
            and published.latest is not None
            and day.earliest is not None
            and day.earliest > published.latest
        ]
        if late and published is not None:
            claims = [one.claim.id for one in own if set(one.resolved.dates) & set(late)]
            sides = (side(date_words(min(late)), claims, origins),)
            sentence = (
                f"The document “{evidence.headers[name].title or name}” is dated "
                f"{date_words(published)} and tells of {date_words(min(late))}. One of the two "
                "dates is wrong."
            )
            found.append(Contradiction(Conflict.DATE, sides, sentence))
    return found


def _dated_otherwise(
    said: Sequence[Said], origins: Sequence[Origin], evidence: Evidence
) -> list[Contradiction]:
    """Point out a statement that a report dates otherwise than the statement at hand is dated."""
    own = {
        (one.speakers[0].key, evidence.headers[one.document].published)
        for one in said
        if not one.attributed
    }
    found = []
    for one in said:
        for edge in evidence.rests.get(one.claim.id, ()):
            work = evidence.works.get(edge.parent)
            if work is None or work.date is None or work.document:
                continue
            for key, published in sorted(own, key=str):
                if published and key == one.speakers[0].key and _near(work.date, published):
                    sides = (side(date_words(work.date), [one.claim.id], origins),)
                    sentence = (
                        f"{evidence.headers[one.document].publisher.name} dates what "
                        f"{one.speakers[0].name} said {date_words(work.date)}; its own document "
                        f"is of {date_words(published)}."
                    )
                    found.append(Contradiction(Conflict.DATE, sides, sentence, Clash.MISQUOTED))
    return list(dict.fromkeys(found))


def _near(one: DateInterval, other: DateInterval) -> bool:
    if one.earliest is None or other.earliest is None:
        return False
    return 0 < abs((one.earliest - other.earliest).days) <= CLOSE


def spans(mentions: Sequence[EventMention], origins: Sequence[Origin]) -> list[Contradiction]:
    """The span of an episode is given in several ways. Single days are parts of it, no span."""
    by_span: dict[DateInterval, list[str]] = defaultdict(list)
    for mention in mentions:
        if mention.date is not None and (mention.date.days or 0) > CLOSE:
            by_span[mention.date].extend(mention.claims)
    if len(by_span) < 2:  # noqa: PLR2004 - one value contradicts nothing
        return []
    sides = tuple(side(date_words(day), by_span[day], origins) for day in sorted(by_span))
    sentence = (
        f"The time is given as {listed([one.value for one in sides])}. These are different spans; "
        "an account of the shorter says nothing on the rest of the longer."
    )
    return [Contradiction(Conflict.DATE, sides, sentence, Clash.SCOPE)]


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
