"""The sections on use: by the state, and by others on its territory, denials behind them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from remnant.model.claim import ClaimKind, Slot, Stance
from remnant.model.value import DateInterval, GeoPrecision
from remnant.publish.sentences import Draft, Predicate, form_of, merged, spoken
from remnant.publish.sentences_claims import Said
from remnant.publish.sentences_names import Names
from remnant.publish.sentences_use import actors, harm, remnants, spots, use
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
    known = sorted({year for year in dated.values() if year is not None})
    found: dict[str, int | None] = {}
    for item in items:
        linked = dates.get(item.id)
        found[item.id] = (
            dated[item.id]
            or (_year((linked,)) if linked else None)
            or _nearby(item, items, dated)
            or _latest(item, known)
        )
    return found


def _year(dates: Iterable[DateInterval]) -> int | None:
    ends = [date.latest or date.earliest for date in dates]
    return max((end.year for end in ends if end is not None), default=None)


def _nearby(item: Said, items: Sequence[Said], dated: Mapping[str, int | None]) -> int | None:
    start = item.resolved.claim.passage.start
    near = [
        (abs(other.resolved.claim.passage.start - start), other.id)
        for other in items
        if other.document.id == item.document.id and dated[other.id] is not None
    ]
    distance, nearest = min(near, default=(NEAR + 1, ""))
    return dated[nearest] if distance <= NEAR else None


def _latest(item: Said, known: Sequence[int]) -> int | None:
    published = item.document.published[:4]
    if not published.isdigit():
        return None
    before = [year for year in known if year <= int(published)]
    return before[-1] if before else int(published)


@dataclass(frozen=True, slots=True)
class Accused:
    """The claims of one year in which one party, or nobody, is said to have acted."""

    uses: tuple[Said, ...]
    harms: tuple[Said, ...]


def used(items: Sequence[Said], state: str, names: Names) -> Iterator[Paragraph]:
    """Yield the paragraphs of one year: the state's use, then use by others on its ground."""
    mine = [item for item in items if state in _keys(item, names)]
    others = [item for item in items if state not in _keys(item, names)]
    finds = [item for item in items if item.resolved.claim.kind is ClaimKind.REMNANTS]
    yield from _accusations(mine, names)
    yield from _paragraph(_found(finds, names))
    yield from _denials(mine, names)
    for group in _by_party(others, names):
        yield from _accusations(group, names)
        yield from _denials(group, names)


def _keys(item: Said, names: Names) -> tuple[str, ...]:
    return tuple(names.key(actor) for actor in item.resolved.actors)


def _by_party(items: Sequence[Said], names: Names) -> list[list[Said]]:
    groups: dict[tuple[str, ...], list[Said]] = {}
    for item in items:
        if item.resolved.claim.kind is not ClaimKind.REMNANTS:
            groups.setdefault(tuple(sorted(_keys(item, names))), []).append(item)
    return [groups[key] for key in sorted(groups, key=lambda key: (not key, key))]


def _accusations(items: Sequence[Said], names: Names) -> Iterator[Paragraph]:
    uses = [item for item in items if _is(item, ClaimKind.USE) and not _answers(item)]
    harms = [item for item in items if _is(item, ClaimKind.HARM)]
    broad = [item for item in uses if not specific(item)]
    narrow = [item for item in uses if specific(item)]
    told, left = attacks(narrow, harms, names)
    yield from _paragraph(general(broad, names))
    yield from _paragraph((*told, *casualties(left, names)))


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
        for group in _alike(same, names):
            drafts.extend(_general(group, names, also=bool(drafts)))
    return tuple(drafts)


def _alike(items: Sequence[Said], names: Names) -> list[list[Said]]:
    groups: dict[tuple[str, str], list[Said]] = {}
    for item in items:
        core = replace(use(item, names, core=True, spot="")).clause
        groups.setdefault((core, form_of(item).__name__), []).append(item)
    return list(groups.values())


def _general(items: Sequence[Said], names: Names, *, also: bool) -> list[Draft]:
    lead = max(items, key=lambda item: (bool(item.dates), bool(item.resolved.places), item.own))
    full = use(lead, names)
    same = [item for item in items if use(item, names).clause == full.clause]
    told = {voice for item in same for voice in item.voices}
    rest = [item for item in items if item not in same and not set(item.voices) <= told]
    placed = [item for item in rest if item.resolved.places]
    bare = [item for item in rest if not item.resolved.places]
    drafts = [spoken(full, same)]
    drafts.extend(merged([(use(one, names, core=True), one) for one in placed], also=True))
    drafts.extend(merged([(use(one, names, core=True), one) for one in bare], also=True))
    del also
    return drafts


def attacks(
    items: Sequence[Said], harms: Sequence[Said], names: Names
) -> tuple[tuple[Draft, ...], tuple[Said, ...]]:
    """Say the attacks of one speaker as one list of places and dates.

    Returns:
        The sentences, and the harm claims that were not said with an attack.
    """
    groups: dict[tuple[object, ...], list[Said]] = {}
    for item in items:
        bare = use(item, names, spot="")
        key = (item.document.id, item.voices, item.stance, form_of(item).__name__, bare.clause)
        groups.setdefault(key, []).append(item)
    told: list[tuple[Predicate, list[Said]]] = []
    left = list(harms)
    for group in groups.values():
        if len(group) == 1:
            with_harm = _with_harm(group[0], left, names)
            left = [one for one in left if one not in with_harm[1]]
            told.append((with_harm[0], [*group, *with_harm[1]]))
            continue
        pairs = [(item.resolved.places, item.dates) for item in group]
        told.append((use(group[0], names, spot=spots(pairs)), group))
    return _said_once(told), tuple(left)


def _said_once(told: Sequence[tuple[Predicate, list[Said]]]) -> tuple[Draft, ...]:
    groups: dict[tuple[str, Stance, str], tuple[Predicate, list[Said]]] = {}
    for predicate, items in told:
        key = (predicate.clause, items[0].stance, form_of(items[0]).__name__)
        groups.setdefault(key, (predicate, []))[1].extend(items)
    drafts: list[Draft] = []
    for predicate, items in groups.values():
        names = tuple(dict.fromkeys(name for item in items for name in item.speakers))
        also = bool(drafts) and drafts[-1].speakers == names
        drafts.append(spoken(predicate, items, also=also))
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
    """Say each casualty figure once; figures that differ stay side by side."""
    found = [(harm(item, names), item) for item in items]
    return merged([(predicate, item) for predicate, item in found if predicate is not None])


def _found(items: Sequence[Said], names: Names) -> tuple[Draft, ...]:
    found = [(remnants(item, names), item) for item in items]
    return merged([(predicate, item) for predicate, item in found if predicate is not None])


def _denials(items: Sequence[Said], names: Names) -> Iterator[Paragraph]:
    answers = [item for item in items if _is(item, ClaimKind.USE) and _answers(item)]
    yield from _paragraph(merged([(use(item, names), item) for item in answers]))


def accused(item: Said, names: Names) -> str:
    """Return those whom a use claim names, as printed."""
    return actors(item, names)
