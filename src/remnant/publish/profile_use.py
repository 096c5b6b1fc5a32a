"""The sections on use: by the state, and by others on its territory, denials behind them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from remnant.model.claim import ClaimKind, Slot, Stance
from remnant.model.value import DateInterval, GeoPrecision
from remnant.publish.profile_repeats import fullest
from remnant.publish.sentences import Draft, Predicate, manner_of, merged, speakers_of, spoken
from remnant.publish.sentences_claims import STRENGTH, Said
from remnant.publish.sentences_names import Names
from remnant.publish.sentences_use import harm, remnants, spots, use
from remnant.publish.sentences_words import amount

SHORT = 7
"""Days that a date may span and still be that of one attack."""

NEAR = 400
"""Characters between two passages that speak of one thing, for a claim without a date."""

Paragraph = tuple[Draft, ...]


def years(items: Sequence[Said], dates: Mapping[str, DateInterval]) -> dict[str, int | None]:
    """Return the year under which each claim on an event is printed, `None` if unknown.

    It is the year of its date, of the event it was linked to, of the nearest dated claim of its
    document, or the latest year of dated use not after its document. The sentence itself gives
    no date that the claim does not give.
    """
    dated = {item.id: _year(item.dates) for item in items}
    beside = by_document(items)
    known = sorted({year for year in dated.values() if year is not None})
    found: dict[str, int | None] = {}
    for item in items:
        linked = dates.get(item.id)
        found[item.id] = (
            dated[item.id]
            or (_year((linked,)) if linked else None)
            or _noted(item, beside[item.document.id], dated)
            or _nearby(item, beside[item.document.id], dated)
            or _latest(item, known)
        )
    return found


def by_document(items: Iterable[Said]) -> dict[str, list[Said]]:
    """Return claims by document: only claims of one document explain each other."""
    found: dict[str, list[Said]] = {}
    for item in items:
        found.setdefault(item.document.id, []).append(item)
    return found


def _year(dates: Iterable[DateInterval]) -> int | None:
    ends = [date.latest or date.earliest for date in dates]
    return max((end.year for end in ends if end is not None), default=None)


def _noted(item: Said, beside: Sequence[Said], dated: Mapping[str, int | None]) -> int | None:
    """Return the year of what the body says where it cites the note that the claim stands in."""
    start = item.resolved.claim.passage.start
    labels = {label for label, first, last in item.document.ranges if first <= start < last}
    citing = (dated[other.id] for other in beside if labels & set(other.resolved.claim.notes))
    return max((year for year in citing if year is not None), default=None)


def _nearby(item: Said, beside: Sequence[Said], dated: Mapping[str, int | None]) -> int | None:
    start = item.resolved.claim.passage.start
    near = [
        (abs(other.resolved.claim.passage.start - start), other.id)
        for other in beside
        if dated[other.id] is not None
    ]
    distance, nearest = min(near, default=(NEAR + 1, ""))
    return dated[nearest] if distance <= NEAR else None


def _latest(item: Said, known: Sequence[int]) -> int | None:
    published = item.document.published[:4]
    if not published.isdigit():
        return None
    before = [year for year in known if year <= int(published)]
    return before[-1] if before else int(published)


STOCKED = re.compile(
    r"\b(?:stockpil\w*|depots?|stor(?:age|ed|es)|warehouses?|arsenals?|abandoned ammunition)\b",
    re.IGNORECASE,
)


def stocked(item: Said) -> bool:
    """Say whether a claim on remnants speaks of stocks, which are no sign of use."""
    remnant = item.resolved.claim.kind is ClaimKind.REMNANTS
    return remnant and STOCKED.search(item.words) is not None


def used(
    items: Sequence[Said], state: str, names: Names, *, supplies: Sequence[Said] = ()
) -> Iterator[Paragraph]:
    """Yield the paragraphs of one year: the state's use, then use by others on its ground.

    Args:
        items: Claims on use, harm and remnants of one year.
        state: Identifier of the state.
        names: Names of the knowledge.
        supplies: Claims that leave it open whether a party supplied the weapons instead.
    """
    beside = by_document(item for item in items if _is(item, ClaimKind.USE))
    party = {item.id: _party(item, beside.get(item.document.id, ()), names) for item in items}
    mine = [item for item in items if state in party[item.id]]
    others = [item for item in items if state not in party[item.id]]
    found = [item for item in items if item.resolved.claim.kind is ClaimKind.REMNANTS]
    yield from _accusations(mine, names, supplies)
    yield from _paragraph(finds(found, names))
    yield from _denials(mine, names)
    for group in _by_party(others, party):
        yield from _accusations(group, names, supplies)
        yield from _denials(group, names)


def _keys(item: Said, names: Names) -> tuple[str, ...]:
    return tuple(names.key(actor) for actor in item.resolved.actors)


def _party(item: Said, uses: Sequence[Said], names: Names) -> tuple[str, ...]:
    """Return who is said to have acted: for harm without an actor, that of the attack it is of."""
    keys = _keys(item, names)
    if keys or not _is(item, ClaimKind.HARM):
        return tuple(sorted(keys))
    found = (tuple(sorted(_keys(one, names))) for one in uses if _together(one, item))
    return next(found, ())


def _by_party(items: Sequence[Said], party: Mapping[str, tuple[str, ...]]) -> list[list[Said]]:
    groups: dict[tuple[str, ...], list[Said]] = {}
    for item in items:
        if item.resolved.claim.kind is not ClaimKind.REMNANTS:
            groups.setdefault(party[item.id], []).append(item)

    def order(key: tuple[str, ...]) -> tuple[bool, bool, tuple[str, ...]]:
        found = any(item.own and item.stance is Stance.AFFIRMED for item in groups[key])
        return not key, not found, key

    return [groups[key] for key in sorted(groups, key=order)]


def _accusations(
    items: Sequence[Said], names: Names, supplies: Sequence[Said]
) -> Iterator[Paragraph]:
    uses = [item for item in items if _is(item, ClaimKind.USE) and not _answers(item)]
    left_open = tuple(_used_or_supplied(uses, supplies, names))
    told = {item.id for draft in left_open for item in draft.items}
    uses = [item for item in uses if item.id not in told]
    harms = [item for item in items if _is(item, ClaimKind.HARM)]
    broad = [item for item in uses if not specific(item)]
    narrow = [item for item in uses if specific(item)]
    struck, left = attacks(narrow, harms, names)
    yield from _paragraph((*general(broad, names), *left_open))
    yield from _paragraph((*struck, *casualties(left, names)))


def _used_or_supplied(
    uses: Sequence[Said], supplies: Sequence[Said], names: Names
) -> Iterator[Draft]:
    """Say in one sentence what a passage leaves open: that a party used weapons or supplied it."""
    for item in uses:
        for supply in supplies if item.stance is Stance.OPEN else ():
            takers = supply.resolved.references(Slot.RECIPIENT)
            same = item.resolved.actors == supply.resolved.references(Slot.SUPPLIER)
            passages = item.resolved.claim.passage, supply.resolved.claim.passage
            if same and passages[0].overlaps(passages[1]):
                core = use(item, names, core=True, spot="")
                to = f" to {names.forces(takers, 'or')}" if takers else ""
                rest = f"{core.rest} or supplied them{to}"
                yield spoken(replace(core, rest=rest), [item, supply])


def _is(item: Said, kind: ClaimKind) -> bool:
    return item.resolved.claim.kind is kind


def _answers(item: Said) -> bool:
    return item.stance in {Stance.DENIED, Stance.NOT_KNOWN}


def _paragraph(drafts: Sequence[Draft]) -> Iterator[Paragraph]:
    if drafts:
        yield tuple(drafts)


def specific(item: Said) -> bool:
    """Say whether a claim speaks of an attack in a place or on a day, not of a whole war."""
    days = [date.days for date in item.dates]
    exact = any(count is not None and count <= SHORT for count in days)
    close = any(place.precision <= GeoPrecision.DISTRICT for place in item.resolved.places)
    return exact or close


def general(items: Sequence[Said], names: Names) -> tuple[Draft, ...]:
    """Say a general accusation once in full, then who else says what of it all of them share."""
    drafts: list[Draft] = []
    for stance in (Stance.AFFIRMED, Stance.HEDGED, Stance.OPEN):
        same = [item for item in items if item.stance is stance]
        for group in sorted(_alike(same, names), key=_breadth):
            drafts.extend(_general(group, names))
    return tuple(drafts)


def _breadth(items: Sequence[Said]) -> tuple[bool, int]:
    """Put first what a publisher found itself, dated; then what most say."""
    found = any(item.own and item.dates for item in items)
    return not found, -len({voice for item in items for voice in item.voices})


def _alike(items: Sequence[Said], names: Names) -> list[list[Said]]:
    groups: dict[tuple[str, str], list[Said]] = {}
    for item in items:
        core = replace(use(item, names, core=True, spot="")).clause
        groups.setdefault((core, manner_of(item)), []).append(item)
    return list(groups.values())


def _general(items: Sequence[Said], names: Names) -> list[Draft]:
    lead = max(items, key=lambda item: (bool(item.dates), bool(item.resolved.places), item.own))
    full = use(lead, names)
    same = [item for item in items if use(item, names).clause == full.clause]
    chosen = {item.id for item in same}
    told = {voice for item in same for voice in item.voices}
    rest = [item for item in items if item.id not in chosen and not set(item.voices) <= told]
    placed = [item for item in rest if item.resolved.places]
    bare = [item for item in rest if not item.resolved.places]
    drafts = [spoken(full, same)]
    drafts.extend(merged([(use(one, names, core=True), one) for one in placed], also=True))
    drafts.extend(merged([(use(one, names, core=True), one) for one in bare], also=True))
    return drafts


def attacks(
    items: Sequence[Said], harms: Sequence[Said], names: Names
) -> tuple[tuple[Draft, ...], tuple[Said, ...]]:
    """Say the attacks of one speaker as one list of places and dates.

    Returns:
        The sentences, and the harm claims that were not said with an attack.
    """
    groups: dict[tuple[object, ...], list[Said]] = {}
    for item in sorted(
        fullest(items, names), key=lambda one: (not one.own, -STRENGTH.index(one.stance))
    ):
        bare = use(item, names, spot="")
        placed = bool(item.resolved.places)  # a day alone cannot stand in a list of places
        key = (item.document.id, item.voices, item.stance, manner_of(item), bare.clause, placed)
        groups.setdefault(key, []).append(item)
    told: list[tuple[Predicate, list[Said]]] = []
    beside = by_document(harms)
    said: set[str] = set()
    for group in groups.values():
        if len(group) == 1:
            near = [one for one in beside.get(group[0].document.id, ()) if one.id not in said]
            predicate, with_harm = _with_harm(group[0], near, names)
            said.update(one.id for one in with_harm)
            told.append((predicate, [*group, *with_harm]))
            continue
        pairs = dict.fromkeys((item.resolved.places, item.dates) for item in group)
        told.append((use(group[0], names, spot=spots(tuple(pairs))), group))
    return _said_once(told), tuple(one for one in harms if one.id not in said)


def _said_once(told: Sequence[tuple[Predicate, list[Said]]]) -> tuple[Draft, ...]:
    groups: dict[tuple[str, Stance, str], tuple[Predicate, list[Said]]] = {}
    for predicate, items in told:
        key = (predicate.clause, items[0].stance, manner_of(items[0]))
        groups.setdefault(key, (predicate, []))[1].extend(items)
    drafts: list[Draft] = []
    for predicate, items in groups.values():
        before = drafts[-1] if drafts else None
        also = before is not None and before.speakers == speakers_of(items)
        drafts.append(spoken(predicate, items, also=also, before=before))
    return tuple(drafts)


def _with_harm(item: Said, harms: Sequence[Said], names: Names) -> tuple[Predicate, list[Said]]:
    plain = use(item, names)
    for other in harms:
        if _together(item, other):
            phrase = _killing(other)
            if phrase:
                return replace(plain, rest=f"{plain.rest}, {phrase}"), [other]
    return plain, []


def _together(item: Said, other: Said) -> bool:
    same = item.document.id == other.document.id and item.voices == other.voices
    gap = abs(item.resolved.claim.passage.start - other.resolved.claim.passage.start)
    spot = set(item.resolved.places) >= set(other.resolved.places) and bool(other.resolved.places)
    day = not other.dates or set(other.dates) == set(item.dates)
    return same and gap <= NEAR and spot and day and item.stance is other.stance


def _killing(item: Said) -> str:
    dead, hurt = item.figure(Slot.KILLED), item.figure(Slot.INJURED)
    kind = harm_people(item)
    parts = []
    if dead is not None:
        parts.append(f"killing {amount(*dead)} {kind}")
    if hurt is not None:
        parts.append(f"injuring {amount(*hurt)}{'' if dead else f' {kind}'}")
    return " and ".join(parts)


def harm_people(item: Said) -> str:
    """Return whom a harm claim speaks of: civilians where it says so, else people."""
    said = " ".join(one.name for one in item.resolved.references(Slot.TARGET)).lower()
    return "civilians" if "civilian" in said else "people"


def casualties(items: Sequence[Said], names: Names) -> tuple[Draft, ...]:
    """Say each casualty figure once; figures that differ stand side by side."""
    found = [(harm(item, names), item) for item in items]
    return merged([(predicate, item) for predicate, item in found if predicate is not None])


def finds(items: Sequence[Said], names: Names) -> tuple[Draft, ...]:
    """Say what was found, identified or cleared, and by whom that is said."""
    found = [(remnants(item, names), item) for item in items]
    return merged([(predicate, item) for predicate, item in found if predicate is not None])


def _denials(items: Sequence[Said], names: Names) -> Iterator[Paragraph]:
    found = [item for item in items if _is(item, ClaimKind.USE) and _answers(item)]
    answers = fullest(found, names)
    yield from _paragraph(merged([(use(item, names), item) for item in answers]))
