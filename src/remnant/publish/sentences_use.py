"""Sentences on use, harm and remnants."""

import re
from collections.abc import Sequence

from remnant.model.claim import ActorRole, Slot
from remnant.model.value import DateInterval, GeoPrecision, Location, Quantity, Reference
from remnant.publish.sentences import Predicate
from remnant.publish.sentences_claims import Said
from remnant.publish.sentences_names import (
    Names,
    acts,
    arms,
    only_acts,
    places,
    targets,
)
from remnant.publish.sentences_words import (
    UNSTATED,
    amount,
    dates,
    is_one,
    listed,
    uncountable,
)

DEEDS: tuple[tuple[re.Pattern[str], str, str, str], ...] = (
    (
        re.compile(r"\bfir(?:ed|ing)\b", re.IGNORECASE),
        "fired",
        "have fired",
        "firing",
    ),
    (re.compile(r"\bdrop(?:s|ped|ping)?\b", re.IGNORECASE), "dropped", "have dropped", "dropping"),
    (re.compile(r""), "used", "have used", "using"),
)
"""Verbs of use, by the passage's own verb; the last fits any passage."""

ROLES = {
    ActorRole.ORDERED: ("ordered the use of", "have ordered the use of", "ordering the use of"),
    ActorRole.BACKED: ("backed the use of", "have backed the use of", "backing the use of"),
    ActorRole.SUPPLIED: ("supplied", "have supplied", "supplying"),
}
"""What an actor did where it was not plain firing."""

FINDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\bcleared and destroyed\b", re.IGNORECASE), "cleared and destroyed"),
    (re.compile(r"\bclear(?:ed|ance|ing)\b", re.IGNORECASE), "cleared"),
    (re.compile(r"\bidentif", re.IGNORECASE), "identified"),
    (re.compile(r"\b(?:photo|picture|image|footage)", re.IGNORECASE), "photographed"),
    (re.compile(r"\bobserv", re.IGNORECASE), "observed"),
    (re.compile(r"\b(?:found|discover|recover)", re.IGNORECASE), "found"),
)
"""What was done with remnants, by the passage's own verb."""


def use(item: Said, names: Names, *, spot: str | None = None, core: bool = False) -> Predicate:
    """Return what a use claim says.

    Args:
        item: The claim.
        names: Names of the knowledge.
        spot: Phrase of place and date to print instead of the claim's own.
        core: Leave out targets and dates, to say only what several claims share.
    """
    resolved = item.resolved
    where = _where(item, core=core) if spot is None else spot
    aim = "" if core else against(item)
    rest = " ".join(part for part in (aim, where) if part)
    if only_acts(resolved.weapons):
        return _act(item, names, rest)
    weapons = arms(resolved.weapons, names)
    if not resolved.actors:
        return _passive(weapons, aim, where)
    subject = actors(item, names)
    many = len(resolved.actors) > 1
    if not weapons and resolved.claim.role is None:
        attack = "carried out attacks" if aim else "carried out an attack"
        return Predicate(
            subject, many, attack, f"have {attack}", attack.replace("ied", "ying"), rest
        )
    finite, perfect, gerund = deed(item)
    return Predicate(
        subject, many, finite, perfect, gerund, f"{weapons or 'weapons'} {rest}".strip()
    )


def actors(item: Said, names: Names) -> str:
    """Return those who are said to have done it, as one subject."""
    return names.forces(item.resolved.actors, item.alternatives())


def deed(item: Said) -> tuple[str, str, str]:
    """Return the verb of a use claim: finite, after `to`, and after `denied`."""
    role = item.resolved.claim.role
    if role in ROLES:
        return ROLES[role]
    found = next(row for row in DEEDS if row[0].search(item.words))
    return found[1:]


def _act(item: Said, names: Names, rest: str) -> Predicate:
    done = acts(item.resolved.weapons)
    if not item.resolved.actors:
        many = len(item.resolved.weapons) > 1 or done.endswith("s")
        be = "were" if many else "was"
        return Predicate(done, many, f"{be} carried out", "have been carried out", "", rest)
    subject = actors(item, names)
    many = len(item.resolved.actors) > 1
    full = f"{done} {rest}".strip()
    return Predicate(subject, many, "carried out", "have carried out", "carrying out", full)


def _passive(weapons: str, aim: str, where: str) -> Predicate:
    if not weapons:
        attack = f"an attack {aim}".strip()
        return Predicate(
            attack, many=False, finite=_DONE[0], perfect=_DONE[1], gerund="", rest=where
        )
    rest = f"{aim} {where}".strip()
    many = not uncountable(weapons)
    used = "were used" if many else "was used"
    return Predicate(
        weapons, many=many, finite=used, perfect="have been used", gerund="", rest=rest
    )


_DONE = "was carried out", "have been carried out"


def against(item: Said) -> str:
    """Return what the attack was directed at: `against a hospital`; empty if the place says it."""
    places_ = {place.name for place in item.resolved.places}
    found = [
        one
        for one in item.resolved.references(Slot.TARGET)
        if one.name not in places_ and one.name.lower() not in GROUNDS
    ]
    return f"against {targets(found)}" if found else ""


def _where(item: Said, *, core: bool) -> str:
    found = item.resolved.places
    place = f"{_into(item)} {places(found)}" if found else ""
    day = "" if core else dates(item.dates)
    return " ".join(part for part in (place, day) if part)


def _into(item: Said) -> str:
    wide = all(place.precision >= GeoPrecision.REGION for place in item.resolved.places)
    moved = bool(item.resolved.actors) and deed(item)[0] in {"fired", "dropped"}
    return "into" if wide and moved and re.search(r"\binto\b", item.words) else "in"


def spots(pairs: Sequence[tuple[tuple[Location, ...], tuple[DateInterval, ...]]]) -> str:
    """Return places with their own dates: `in A on 3 October, and in B on 4 October 2020`.

    The year is written once, at the end, where all dates share it.
    """
    years = {one.edtf[:4] for _, days in pairs for one in days}
    phrases = []
    for place, (where, days) in enumerate(pairs):
        last = place + 1 == len(pairs)
        day = dates(days, year=last or len(years) > 1)
        spot = f"in {places(where)}" if where else ""
        phrases.append(" ".join(part for part in (spot, day) if part))
    if len(phrases) > 1 and any(" and " in phrase for phrase in phrases):
        return f"{', '.join(phrases[:-1])}, and {phrases[-1]}"
    return listed(phrases)


def harm(item: Said, names: Names) -> Predicate | None:
    """Return what a harm claim says, or `None` if it gives no figure."""
    dead, hurt = item.figure(Slot.KILLED), item.figure(Slot.INJURED)
    people = _people(item)
    if dead is None and hurt is None:
        return None
    if dead is not None:
        one = is_one(dead[0])
        subject = _some(*dead, people)
        verb = "was killed" if one else "were killed"
        more = f" and {_others(*hurt)} injured" if hurt is not None else ""
    else:
        quantity, words = hurt or (None, "")
        if quantity is None:
            return None
        one = is_one(quantity)
        subject = _some(quantity, words, people)
        verb, more = ("was injured" if one else "were injured"), ""
    first, rest = verb.split(" ", 1)
    del first
    tail = f"{more} {_by(item, names)} {_where(item, core=False)}"
    return Predicate(
        subject, not one, verb, f"have been {rest}", "", re.sub(r"\s+", " ", tail).strip()
    )


def _some(quantity: Quantity, words: str, people: tuple[str, str]) -> str:
    """Return a number of people; those of unstated number are `civilians` or `people`."""
    written = amount(quantity, words)
    if written == UNSTATED:
        return people[1]
    return f"{written} {people[0] if is_one(quantity) else people[1]}"


GROUNDS = frozenset(
    {
        *("city", "town", "village", "area", "areas", "region", "district", "districts"),
        *("capital", "enclave", "territory", "place", "country", "settlement"),
    }
)
"""Words for the ground an attack was on, which the place says better."""


def _others(quantity: Quantity, words: str) -> str:
    written = amount(quantity, words)
    return "others" if written == UNSTATED else written


def _people(item: Said) -> tuple[str, str]:
    said = " ".join(target.name for target in item.resolved.references(Slot.TARGET)).lower()
    return ("civilian", "civilians") if "civilian" in said else ("person", "people")


def _by(item: Said, names: Names) -> str:
    doers = f"by {actors(item, names)}" if item.resolved.actors else ""
    weapons = item.resolved.weapons
    with_arms = "" if only_acts(weapons) else arms(weapons, names)
    means = f"with {with_arms}" if with_arms else ""
    what = "in attacks" if doers or means else ""
    return " ".join(part for part in (what, doers, means) if part)


LIVE = re.compile(r"\bunexploded\b", re.IGNORECASE)
PIECES = re.compile(r"\b(?:remnants|remains) of\b", re.IGNORECASE)
CLOSE = re.compile(r"\b(?:near|close to|vicinity)\b", re.IGNORECASE)


def remnants(item: Said, names: Names) -> Predicate | None:
    """Return what a claim on remnants says, by the passage's own verb."""
    subject, many = _found(item, names)
    if not subject:
        return None
    verb = next((verb for pattern, verb in FINDS if pattern.search(item.words)), "found")
    where = places(item.resolved.places)
    spot = f"{'near' if CLOSE.search(item.words) else 'in'} {where}" if where else ""
    rest = f"{spot} {dates(item.dates)}".strip()
    be = "were" if many else "was"
    return Predicate(subject, many, f"{be} {verb}", f"have been {verb}", "", rest)


def _found(item: Said, names: Names) -> tuple[str, bool]:
    """Return what was found, with its number, and whether that is plural."""
    live = "unexploded " if LIVE.search(item.words) else ""
    of = "remnants of " if PIECES.search(item.words) else ""
    weapons, count = item.resolved.weapons, item.figure(Slot.COUNT)
    if count is None:
        parts = _pieces(item, names)
        if parts:
            return parts, True
        whole = arms(weapons, names, found=True)
        return (f"{of}{live}{whole}" if whole else ""), True
    counted = _counted(item)
    others = tuple(weapon for weapon in weapons if weapon not in counted)
    number = f"{amount(*count)} {live}{arms(counted, names, found=True)}"
    specific = [weapon for weapon in others if names.is_specific(weapon)]
    if specific:
        return f"{of}{arms(others, names, found=True)} and {number}", True
    return number, not is_one(count[0])


def _pieces(item: Said, names: Names) -> str:
    """Return `remnants of A and unexploded B` where the passage tells the two apart."""
    if not (PIECES.search(item.words) and LIVE.search(item.words)):
        return ""
    small = tuple(weapon for weapon in item.resolved.weapons if names.is_submunition(weapon))
    large = tuple(weapon for weapon in item.resolved.weapons if weapon not in small)
    if not small or not any(names.is_specific(weapon) for weapon in large):
        return ""
    remains, live = arms(large, names, found=True), arms(small, names, found=True)
    return f"remnants of {remains} and unexploded {live}"


def _counted(item: Said) -> tuple[Reference, ...]:
    """Return the weapons that the number counts: the first named behind it, and classes of it."""
    claim = item.resolved.claim
    behind = max((one.span.end for one in claim.filling(Slot.COUNT)), default=0)
    named = [
        (resolution.mention.span.start, resolution.value)
        for resolution in item.resolved.resolutions
        if resolution.mention.slot is Slot.WEAPON and isinstance(resolution.value, Reference)
    ]
    before = {value for start, value in named if start < behind}
    after = tuple(value for start, value in sorted(named) if start >= behind)
    kept = tuple(value for value in after if value not in before)
    return kept or item.resolved.weapons
