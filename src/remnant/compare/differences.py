"""What differs between a claim of an earlier edition and the same claim of a later one.

A table of small functions, each of which looks at one aspect.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from remnant.model.claim import Slot, Stance
from remnant.model.comparison import ChangeKind
from remnant.model.document import Document
from remnant.model.resolution import ResolvedClaim
from remnant.model.value import DateInterval, Location, Quantity, Reference
from remnant.model.words import date_words, listed, number

STANCES = {
    Stance.AFFIRMED: "stated",
    Stance.HEDGED: "hedged",
    Stance.OPEN: "left open",
    Stance.NOT_KNOWN: "not known",
    Stance.DENIED: "denied",
}
"""Each stance in words."""

STRENGTH = {Stance.AFFIRMED: 3, Stance.HEDGED: 2, Stance.OPEN: 1, Stance.NOT_KNOWN: 0}
"""How far a speaker commits; a denial stands apart."""

SLOTS = {
    Slot.ACTOR: "party",
    Slot.SUPPLIER: "supplier",
    Slot.RECIPIENT: "recipient",
    Slot.WEAPON: "weapon",
    Slot.TARGET: "target",
    Slot.PLACE: "place",
    Slot.DATE: "date",
    Slot.TREATY: "treaty",
}
FIGURES = {Slot.KILLED: "killed", Slot.INJURED: "injured", Slot.COUNT: "number"}


@dataclass(frozen=True, slots=True)
class Standing:
    """A claim with the document that it stands in."""

    resolved: ResolvedClaim
    document: Document


Difference = tuple[ChangeKind, str]


def differences(before: Standing, after: Standing) -> tuple[Difference, ...]:
    """Return what differs, in the order of the table; empty if the two say the same."""
    return tuple(one for aspect in ASPECTS for one in aspect(before, after))


def stance_changed(before: Standing, after: Standing) -> Iterator[Difference]:
    """The speaker commits more or less, to the whole or to a part."""
    one, other = before.resolved.claim, after.resolved.claim
    parts = (
        ("it", one.stance, other.stance),
        ("that it happened", one.commitment.event, other.commitment.event),
        ("which weapon it was", one.commitment.weapon, other.commitment.weapon),
        ("who did it", one.commitment.attribution, other.commitment.attribution),
    )
    whole = one.stance is not other.stance
    for about, first, second in parts[:1] if whole else parts[1:]:
        if first is not second:
            words = f"{about} was {STANCES[first]}, and is {STANCES[second]} now"
            yield _direction(first, second), words


def _direction(first: Stance, second: Stance) -> ChangeKind:
    if Stance.DENIED in (first, second):
        return ChangeKind.REVERSED
    return ChangeKind.SOFTENED if STRENGTH[second] < STRENGTH[first] else ChangeKind.HARDENED


def figures_changed(before: Standing, after: Standing) -> Iterator[Difference]:
    """A number of killed, injured, weapons or members is another."""
    for slot, word in FIGURES.items():
        first, second = before.resolved.quantity(slot), after.resolved.quantity(slot)
        if first != second:
            yield ChangeKind.FIGURE, f"{word}: {_figure(first)} → {_figure(second)}"


def _figure(quantity: Quantity | None) -> str:
    return "not said" if quantity is None else number(quantity)


def source_changed(before: Standing, after: Standing) -> Iterator[Difference]:
    """Another speaker says it, another work is cited for it, or it rests on something else."""
    pairs = (
        ("said by", speakers(before), speakers(after)),
        ("cited", cited(before), cited(after)),
        ("said to rest on", basis(before), basis(after)),
    )
    for word, first, second in pairs:
        if first != second:
            yield ChangeKind.SOURCE, f"{word}: {_or_none(first)} → {_or_none(second)}"


def speakers(standing: Standing) -> tuple[str, ...]:
    """Return who says it: the innermost speakers, or the publisher in its own voice."""
    named = tuple(sorted(one.name for one in standing.resolved.speakers))
    publisher = standing.document.metadata.publisher
    return named or ((publisher.value,) if publisher else ("the document itself",))


def cited(standing: Standing) -> tuple[str, ...]:
    """Return the texts of the notes behind a claim: labels change between editions."""
    document = standing.document
    texts = {note.label: (note.start, note.end) for note in document.notes}
    found = []
    for label in standing.resolved.claim.notes:
        start, end = texts.get(label, (None, None))
        missing = start is None or end is None
        words = "" if missing else " ".join(document.text[start:end].split())
        found.append(words or "a note that is missing")
    return tuple(sorted(dict.fromkeys(found)))


def basis(standing: Standing) -> tuple[str, ...]:
    """Return what a finding is said to rest on."""
    return tuple(one.value for one in standing.resolved.claim.basis if one.value != "none stated")


def _or_none(values: Iterable[str]) -> str:
    return "; ".join(values) or "nothing stated"


def values_changed(before: Standing, after: Standing) -> Iterator[Difference]:
    """Another party, weapon, place, date, treaty, vote or standing."""
    for slot, word in SLOTS.items():
        first, second = names(before, slot), names(after, slot)
        if first != second:
            yield ChangeKind.VALUE, f"{word}: {_or_said(first)} → {_or_said(second)}"
    one, other = before.resolved.claim, after.resolved.claim
    pairs = (
        ("vote", one.ballot, other.ballot),
        ("standing", one.membership, other.membership),
        ("role", one.role, other.role),
    )
    for word, was, now in pairs:
        if was is not now:
            told = (value.value if value else "not said" for value in (was, now))
            yield ChangeKind.VALUE, f"{word}: {' → '.join(told)}"


def names(standing: Standing, slot: Slot) -> tuple[str, ...]:
    """Return the values of a slot in words, in a fixed order; those unresolved as said."""
    found = [value_words(value) for value in standing.resolved.values(slot)]
    if not found:
        found = [mention.span.quote for mention in standing.resolved.claim.filling(slot)]
    return tuple(sorted(dict.fromkeys(found)))


def value_words(value: Reference | Location | DateInterval | Quantity) -> str:
    """Return a value in words."""
    match value:
        case DateInterval():
            return date_words(value)
        case Quantity():
            return number(value)
    return value.name


def _or_said(values: tuple[str, ...]) -> str:
    return listed(list(values)) or "not said"


def reworded(before: Standing, after: Standing) -> Iterator[Difference]:
    """Other words carry it."""
    first, second = (" ".join(one.resolved.claim.passage.quote.split()) for one in (before, after))
    if first != second:
        yield ChangeKind.REWORDED, "other words"


ASPECTS: tuple[Callable[[Standing, Standing], Iterator[Difference]], ...] = (
    stance_changed,
    figures_changed,
    source_changed,
    values_changed,
    reworded,
)
"""What is looked at, in the order of printing."""


def told(standing: Standing) -> str:
    """Return a claim in one line: kind, stance, speaker and values."""
    claim = standing.resolved.claim
    values = [listed(list(names(standing, slot))) for slot in SLOTS if names(standing, slot)]
    values += [
        f"{word} {number(quantity)}"
        for slot, word in FIGURES.items()
        if (quantity := standing.resolved.quantity(slot)) is not None
    ]
    values += [one.value for one in (claim.ballot, claim.membership, claim.role) if one]
    opening = f"{claim.kind.value}, {STANCES[claim.stance]} by {listed(list(speakers(standing)))}"
    return f"{opening}: {', '.join(values)}" if values else opening
