"""Plain English for what the record holds. A hedge is never dropped."""

from dataclasses import dataclass

from remnant.model.assessment import Grade
from remnant.model.claim import ActorRole, Basis, ClaimKind, Slot, Stance
from remnant.model.lineage import Derivation
from remnant.model.value import DateInterval, GeoPrecision, Location, Quantity, Reference
from remnant.model.words import date_words


@dataclass(frozen=True, slots=True)
class GradeText:
    """A grade as it is shown: a word, a shape that does not depend on colour, a meaning."""

    word: str
    slug: str
    symbol: str
    meaning: str


GRADES: dict[Grade, GradeText] = {
    Grade.ADMITTED: GradeText(
        "Admitted", "admitted", "★", "The accused party accepts that it did it."
    ),
    Grade.ESTABLISHED: GradeText(
        "Established",
        "established",
        "●",
        "Two or more independent origins report it, and one of them examined physical or visual "
        "evidence.",
    ),
    Grade.PROBABLE: GradeText(
        "Probable",
        "probable",
        "◕",
        "Two or more independent origins report it; who did it is inferred.",
    ),
    Grade.SINGLE_ORIGIN: GradeText(
        "Single origin",
        "single-origin",
        "◔",
        "It rests on one origin, however often that origin is repeated.",
    ),
    Grade.CONTESTED: GradeText(
        "Contested",
        "contested",
        "◆",
        "Incompatible accounts of who did it, each with support. A bare denial is not support.",
    ),
    Grade.REFUTED: GradeText("Refuted", "refuted", "✕", "Better evidence points elsewhere."),
    Grade.UNASSESSED: GradeText(
        "Unassessed", "unassessed", "○", "There is nothing that can be graded."
    ),
}
"""Every grade, strongest first."""

STANCES: dict[Stance, tuple[str, str]] = {
    Stance.AFFIRMED: ("Stated", "The speaker states it as a fact or finding."),
    Stance.HEDGED: (
        "Hedged",
        "The speaker hedges it: appears, likely, reportedly, alleged, may.",
    ),
    Stance.DENIED: ("Denied", "The speaker denies or rejects it."),
    Stance.NOT_KNOWN: ("Not known", "The speaker says that it is not known, or sees no evidence."),
    Stance.OPEN: ("Left open", "The speaker leaves it open, or could not verify it."),
}

KINDS: dict[ClaimKind, str] = {
    ClaimKind.USE: "Use",
    ClaimKind.HARM: "Harm",
    ClaimKind.REMNANTS: "Remnants",
    ClaimKind.POSSESSION: "Possession",
    ClaimKind.TRANSFER: "Transfer",
    ClaimKind.PRODUCTION: "Production",
    ClaimKind.TREATY: "Treaty",
    ClaimKind.VOTE: "Vote",
    ClaimKind.POSITION: "Position",
    ClaimKind.PROCEEDING: "Proceeding",
}

SLOTS: dict[Slot, str] = {
    Slot.SPEAKER: "Who says so",
    Slot.ACTOR: "Who",
    Slot.SUPPLIER: "Supplier",
    Slot.RECIPIENT: "Recipient",
    Slot.WEAPON: "Weapon",
    Slot.TARGET: "What was hit",
    Slot.PLACE: "Where",
    Slot.DATE: "When",
    Slot.KILLED: "Killed",
    Slot.INJURED: "Injured",
    Slot.COUNT: "How many",
    Slot.TREATY: "Treaty",
}

ROLES: dict[ActorRole, str] = {
    ActorRole.FIRED: "fired it",
    ActorRole.SUPPLIED: "supplied it",
    ActorRole.ORDERED: "ordered it",
    ActorRole.BACKED: "backed those who did it",
}

BASES: dict[Basis, str] = {
    Basis.SITE_VISIT: "a visit to the place",
    Basis.REMNANTS: "remnants that were examined",
    Basis.IMAGERY: "photographs or video",
    Basis.WITNESSES: "witnesses",
    Basis.OFFICIAL: "an official statement",
    Basis.MEDIA: "media reports",
}

DERIVATIONS: dict[Derivation, str] = {
    Derivation.QUOTES: "quotes",
    Derivation.CITES: "cites",
    Derivation.REPEATS: "repeats",
    Derivation.COPIES: "copies",
    Derivation.RESTATES: "gives the same words as",
    Derivation.SHARES: "has an oddity in common with",
    Derivation.SAME_SPEAKER: "has the same speaker as",
    Derivation.DIGESTS: "is a digest of",
    Derivation.RELATED: "is related to",
}

PRECISIONS: dict[GeoPrecision, tuple[str, float]] = {
    GeoPrecision.EXACT: ("at this place", 2.0),
    GeoPrecision.NEAR: ("near this place, within about 25 km", 25.0),
    GeoPrecision.DISTRICT: ("somewhere in this district", 25.0),
    GeoPrecision.PROVINCE: ("somewhere in this province", 60.0),
    GeoPrecision.REGION: ("somewhere in this region", 120.0),
    GeoPrecision.COUNTRY: ("somewhere in this country", 0.0),
    GeoPrecision.UNKNOWN: ("at a position that is not known exactly", 0.0),
}
"""How exactly a place is known, in words, and the radius in km to draw; 0.0 draws no circle."""


def quantity_words(quantity: Quantity | None) -> str:
    """Write a number with its bounds; unknown is never written as 0."""
    if quantity is None or (quantity.minimum is None and quantity.maximum is None):
        return "not known"
    least, most = quantity.minimum, quantity.maximum
    if least == most:
        return f"{least:,}"
    if most is None:
        return f"at least {least:,}"
    if least is None:
        return f"at most {most:,}"
    return f"{least:,}–{most:,}"


def value_words(value: Reference | Location | DateInterval | Quantity | None) -> str:
    """Write any resolved value."""
    match value:
        case None:
            return "not resolved"
        case DateInterval():
            return date_words(value)
        case Quantity():
            return quantity_words(value)
        case _:
            return value.name


def value_key(value: Reference | Location | DateInterval | Quantity | None) -> str:
    """Return what tells one value from another."""
    match value:
        case None:
            return ""
        case DateInterval():
            return value.edtf
        case Quantity():
            return f"{value.minimum}/{value.maximum}"
        case _:
            return value.id or value.name


def basis_words(basis: tuple[Basis, ...]) -> str:
    """Write what a finding rests on, or that nothing is said of it; empty if that is not known."""
    named = listed(tuple(BASES[one] for one in basis if one in BASES))
    if named:
        return f"Said to rest on {named}."
    return "It is not said what this rests on." if basis else ""


def listed(items: tuple[str, ...], word: str = "and") -> str:
    """Join items as a list in a sentence."""
    if len(items) <= 1:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def sentence_case(text: str) -> str:
    """Return the text with its first letter as a capital."""
    return text[:1].upper() + text[1:]
