"""Casualty figures reconciled: one current figure per origin, a range over origins.

Standards for Casualty Recording of Every Casualty Counts (2016) ask that the rule
used where figures differ be stated; its name is printed with the range. Unknown is
never 0, and a figure over several events is never taken for one of them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Literal, TypeAlias

from remnant.assess.evidence import Evidence, Said
from remnant.assess.origins import rooted
from remnant.knowledge import Knowledge
from remnant.model.assessment import Origin
from remnant.model.casualties import CasualtyRange, Figure
from remnant.model.claim import Stance
from remnant.model.finding import Reason
from remnant.model.incident import Incident, Scope
from remnant.model.value import Quantity
from remnant.model.words import capital, counted, number

Part: TypeAlias = Literal["killed", "injured"]
Rule: TypeAlias = Callable[[Sequence[Quantity]], Quantity]

VAGUE = 1
"""A lower bound of one without an upper one says only that people were harmed."""


def whole_range(figures: Sequence[Quantity]) -> Quantity:
    """The whole range, from the lowest to the highest figure that an origin gives."""
    least = min(_low(figure) for figure in figures)
    top = max(figures, key=lambda figure: (_high(figure), figure.maximum is None))
    return Quantity(least, None if top.maximum is None else _high(top))


def majority(figures: Sequence[Quantity]) -> Quantity:
    """The figure that most origins give; the whole range if none leads."""
    counts: dict[Quantity, int] = defaultdict(int)
    for figure in figures:
        counts[figure] += 1
    ranked = sorted(counts.values(), reverse=True)
    if len(ranked) > 1 and ranked[0] == ranked[1]:
        return whole_range(figures)
    return max(counts, key=lambda figure: counts[figure])


def hierarchy(figures: Sequence[Quantity]) -> Quantity:
    """The figure of the strongest origin."""
    return figures[0]


def most_conservative(figures: Sequence[Quantity]) -> Quantity:
    """The lowest figure that an origin gives, as a minimum."""
    return Quantity(min(_low(figure) for figure in figures), None)


RULES: dict[str, Rule] = {
    "range": whole_range,
    "majority": majority,
    "hierarchy": hierarchy,
    "most conservative": most_conservative,
}
"""The rules by name. Each is given the current figure of each origin, strongest first."""


def casualties(
    incident: Incident,
    origins: Sequence[Origin],
    *,
    evidence: Evidence,
    knowledge: Knowledge,
    rule: str = "range",
) -> CasualtyRange:
    """Return the casualties of an incident, reconciled by the named rule."""
    claims = [one for one in evidence.of(incident) if _has_figure(one)]
    kept = [one for one in claims if not _wider(one, incident)]
    reasons = [_excluded(one) for one in claims if _wider(one, incident)]
    current: list[Figure] = []
    superseded: list[Figure] = []
    places = _origin_of(kept, origins, evidence, knowledge)
    for origin in origins:
        own = [one for one in kept if places.get(one.claim.id) == origin.id]
        latest, earlier, why = _series(own, origin, evidence)
        current.extend(latest)
        superseded.extend(earlier)
        reasons.extend(why)
    killed, more = _reconcile("killed", current, rule)
    injured, most = _reconcile("injured", current, rule)
    return CasualtyRange(
        killed,
        injured,
        rule if killed is not None or injured is not None else "",
        tuple(current),
        tuple(superseded),
        (*more, *most, *reasons),
    )


def _has_figure(said: Said) -> bool:
    return said.resolved.killed is not None or said.resolved.injured is not None


def _wider(said: Said, incident: Incident) -> bool:
    """Say whether a figure covers more than the incident."""
    if incident.scope is Scope.EPISODE:
        return False
    return said.claim.general or len(said.resolved.dates) > 1


def _excluded(said: Said) -> Reason:
    sentence = (
        f"The figure in “{_short(said)}” covers more than this incident, so it is not counted."
    )
    return Reason("wider scope", sentence, claims=(said.claim.id,))


def _short(said: Said) -> str:
    words = " ".join(said.claim.passage.quote.split())
    return words if len(words) <= 80 else f"{words[:79].rstrip()}…"  # noqa: PLR2004 - a line


def _origin_of(
    claims: Sequence[Said], origins: Sequence[Origin], evidence: Evidence, knowledge: Knowledge
) -> dict[str, str]:
    """Return the origin under which each figure counts: the strongest of its claim's."""
    found: dict[str, str] = {}
    for origin in origins:
        for claim in origin.claims:
            found.setdefault(claim, origin.id)
    for one in rooted(claims, evidence=evidence, knowledge=knowledge):
        found.setdefault(one.said.claim.id, one.root.key)
    return found


def _series(
    said: Sequence[Said], origin: Origin, evidence: Evidence
) -> tuple[list[Figure], list[Figure], list[Reason]]:
    """Return the current figure of one origin, the earlier ones, and why.

    Tolls rise: the highest figure is current, unless the origin itself, in a
    document of its own, later gave a lower one, which is a correction.
    """
    figures = sorted((_figure(one, origin.id, evidence) for one in said), key=_order)
    if not figures:
        return [], [], []
    own = {one.claim.id for one in said if not one.attributed}
    latest = figures[0]
    for figure in figures[1:]:
        if figure.claim in own or _size(figure) >= _size(latest):
            latest = figure
    latest = _completed(latest, figures)
    earlier = [one for one in figures if one.claim != latest.claim and not _equal(one, latest)]
    if not earlier:
        return [latest], [], []
    chain = ", then ".join([*(_toll(one) for one in earlier), _toll(latest)])
    sentence = capital(f"{origin.label} gave {chain}. The last of these figures stands.")
    names = tuple(one.claim for one in (*earlier, latest))
    return [latest], earlier, [Reason("rising toll", sentence, claims=names)]


def _completed(latest: Figure, figures: Sequence[Figure]) -> Figure:
    """Fill in a part that only another claim of the origin gives."""
    killed, injured = latest.killed, latest.injured
    for one in reversed(figures):
        killed = killed or one.killed
        injured = injured or one.injured
    return Figure(latest.claim, latest.origin, killed, injured, latest.said, latest.hedged)


def _figure(said: Said, origin: str, evidence: Evidence) -> Figure:
    return Figure(
        claim=said.claim.id,
        origin=origin,
        killed=said.resolved.killed,
        injured=said.resolved.injured,
        said=evidence.day(said),
        hedged=said.claim.stance in (Stance.HEDGED, Stance.OPEN),
    )


def _order(figure: Figure) -> tuple[str, int, int, str]:
    day = figure.said.latest if figure.said else None
    return (day.isoformat() if day else "", *_size(figure), figure.claim)


def _size(figure: Figure) -> tuple[int, int]:
    killed, injured = figure.killed, figure.injured
    return (_low(killed) if killed else -1, _low(injured) if injured else -1)


def _equal(first: Figure, second: Figure) -> bool:
    return all(
        getattr(first, part) is None or getattr(first, part) == getattr(second, part)
        for part in ("killed", "injured")
    )


def _toll(figure: Figure) -> str:
    parts = []
    if figure.killed is not None:
        parts.append(f"{number(figure.killed)} killed")
    if figure.injured is not None:
        parts.append(f"{number(figure.injured)} injured")
    return " and ".join(parts)


def _reconcile(
    part: Part, figures: Iterable[Figure], rule: str
) -> tuple[Quantity | None, list[Reason]]:
    given = [(one, value) for one in figures if (value := getattr(one, part)) is not None]
    exact = [(one, value) for one, value in given if not _is_vague(value)]
    used = exact or given
    if not used:
        return None, []
    chosen = RULES[rule]([value for _, value in used])
    names = tuple(one.claim for one, _ in used)
    sentence = f"{capital(number(chosen))} {part}: {_chosen(len(used), rule)}"
    reasons = [Reason("casualties", sentence, part, number(chosen), claims=names)]
    if exact and len(exact) < len(given):
        vague = tuple(one.claim for one, value in given if _is_vague(value))
        said = f"A claim that says only that people were {part}, without a number, is not counted."
        reasons.append(Reason("no number", said, claims=vague))
    if any(one.hedged for one, _ in used):
        hedged = tuple(one.claim for one, _ in used if one.hedged)
        said = f"The speaker hedges the number {part}."
        reasons.append(Reason("hedged", said, claims=hedged))
    return chosen, reasons


def _chosen(figures: int, rule: str) -> str:
    """Say where a toll comes from: the only figure given, or the rule that chose among several."""
    if figures == 1:
        return "the only figure that still stands."
    meaning = (RULES[rule].__doc__ or "").strip()
    return (
        f"of the figures of {counted(figures, 'origin')}, the rule “{rule}” takes "
        f"{meaning[:1].lower()}{meaning[1:]}"
    )


def _is_vague(quantity: Quantity) -> bool:
    return quantity.minimum == VAGUE and quantity.maximum is None


def _low(quantity: Quantity) -> int:
    """Return the least number; a figure with an upper bound alone allows none at all."""
    return quantity.minimum if quantity.minimum is not None else 0


def _high(quantity: Quantity) -> int:
    return quantity.maximum if quantity.maximum is not None else _low(quantity)
