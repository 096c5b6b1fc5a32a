"""Casualty figures reconciled: one current figure per origin, a range over origins.

Successive figures of one origin are one series, of which the last stands. A figure over several
events is never taken for one of them, and unknown is never 0. The rules that choose the headline
are in `casualty_rules`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from remnant.assess.casualty_rules import by_rule, is_vague, low
from remnant.assess.evidence import Evidence, Said
from remnant.assess.figures import (
    Extent,
    died_later,
    extent,
    figure,
    groups,
    has_figure,
    vague,
    wider,
    widest,
)
from remnant.assess.origins import rooted
from remnant.knowledge import Knowledge
from remnant.model.assessment import Origin
from remnant.model.casualties import CasualtyRange, Figure
from remnant.model.finding import Reason
from remnant.model.incident import Incident, Scope
from remnant.model.words import capital, listed, number


@dataclass(frozen=True, slots=True)
class _Sorted:
    """The figures of an incident, by what is to be done with them."""

    counted: tuple[Said, ...]
    later: tuple[Said, ...]
    wide: tuple[Said, ...]


def casualties(
    incident: Incident,
    origins: Sequence[Origin],
    *,
    evidence: Evidence,
    knowledge: Knowledge,
    rule: str = "range",
) -> CasualtyRange:
    """Return the casualties of an incident, reconciled by the named rule."""
    sorted_ = _sorted(incident, evidence)
    episode = incident.scope is Scope.EPISODE
    covers, apart = _scopes(sorted_.counted, evidence) if episode else ("", ())
    aside = {one.claim.id for one in apart}
    current, superseded, reasons = _by_origin(
        [one for one in sorted_.counted if one.claim.id not in aside],
        origins,
        evidence=evidence,
        knowledge=knowledge,
        episode=episode,
    )
    elsewhere, replaced, why = _apart((*apart, *sorted_.wide), origins, evidence, knowledge)
    toll = CasualtyRange(
        figures=current,
        superseded=(*superseded, *replaced),
        reasons=(
            *(_excluded(one) for one in sorted_.wide),
            *(_of_wounds(one) for one in sorted_.later),
            *(_covered(covers, elsewhere) if episode else ()),
            *reasons,
            *why,
        ),
        covers=covers or "",
        apart=elsewhere,
        later=tuple(figure(one, "", evidence, episode=episode) for one in sorted_.later),
        groups=groups(current),
    )
    return by_rule(toll, rule)


def _sorted(incident: Incident, evidence: Evidence) -> _Sorted:
    claims = [one for one in evidence.of(incident) if has_figure(one)]
    later = [one for one in claims if died_later(one.claim)]
    rest = [one for one in claims if one not in later]
    wide = [one for one in rest if wider(one, incident)]
    return _Sorted(tuple(one for one in rest if one not in wide), tuple(later), tuple(wide))


def _scopes(said: Sequence[Said], evidence: Evidence) -> tuple[str | None, tuple[Said, ...]]:
    """Return what the headline of an episode covers, and the figures that cover something else.

    Where no figure covers all that the others do, none can be the headline.
    """
    pairs: list[tuple[Extent, Figure]] = [
        (extent(one), figure(one, "", evidence, episode=True)) for one in said
    ]
    whole = widest(pairs) if pairs else ""
    areas = zip(said, pairs, strict=True)
    return whole, tuple(one for one, (area, _) in areas if area.words != whole)


def _apart(
    apart: Sequence[Said], origins: Sequence[Origin], evidence: Evidence, knowledge: Knowledge
) -> tuple[tuple[Figure, ...], tuple[Figure, ...], tuple[Reason, ...]]:
    """Return the current figures for each other extent, the earlier ones, and why."""
    current: list[Figure] = []
    earlier: list[Figure] = []
    reasons: list[Reason] = []
    for words in sorted({extent(one).words for one in apart}):
        own = [one for one in apart if extent(one).words == words]
        now, before, why = _by_origin(
            own, origins, evidence=evidence, knowledge=knowledge, episode=True
        )
        current.extend(one for one in now if not vague(one))
        earlier.extend(before)
        reasons.extend(why)
    return tuple(current), tuple(earlier), tuple(reasons)


def _covered(covers: str | None, apart: Sequence[Figure]) -> list[Reason]:
    """Say what an episode's headline covers, or why there is none."""
    claims = tuple(one.claim for one in apart)
    if covers is None:
        scopes = listed([one.covers or "an extent that is not said" for one in apart])
        sentence = (
            f"The figures cover different places or days ({scopes}), and none covers them all, so "
            "no total is given. They are not added up."
        )
        return [Reason("no common scope", sentence, claims=claims)]
    if not apart:
        return []
    others = [f"{_toll(one)} ({one.covers or 'not said where'})" for one in apart]
    sentence = (
        f"The total covers {covers or 'the whole episode, as far as is said'}. Figures that cover "
        f"other places or days stand apart and are not added: "
        f"{listed(others)}."
    )
    return [Reason("scope of the total", sentence, claims=claims)]


def _by_origin(
    said: Sequence[Said],
    origins: Sequence[Origin],
    *,
    evidence: Evidence,
    knowledge: Knowledge,
    episode: bool,
) -> tuple[tuple[Figure, ...], tuple[Figure, ...], tuple[Reason, ...]]:
    """Return the current figure of each origin, strongest first, the earlier ones, and why."""
    current: list[Figure] = []
    superseded: list[Figure] = []
    reasons: list[Reason] = []
    places = _origin_of(said, origins, evidence, knowledge)
    for origin in origins:
        own = [one for one in said if places.get(one.claim.id) == origin.id]
        latest, earlier, why = _series(own, origin, evidence, episode=episode)
        current.extend(latest)
        superseded.extend(earlier)
        reasons.extend(why)
    return tuple(current), tuple(superseded), tuple(reasons)


def _excluded(said: Said) -> Reason:
    sentence = (
        f"The figure in “{_short(said)}” covers more than this incident, so it is not counted."
    )
    return Reason("wider scope", sentence, claims=(said.claim.id,))


def _of_wounds(said: Said) -> Reason:
    days = listed(
        [f"{date.edtf}" for date in said.resolved.dates] if len(said.resolved.dates) > 1 else []
    )
    named = f" It names the days {days}: of the injury and of the death." if days else ""
    sentence = (
        f"“{_short(said)}” tells of death from injuries received before.{named} Such a death "
        "belongs to the day of the injury. Whether a total includes it is not said, so it is not "
        "added."
    )
    return Reason("died later", sentence, claims=(said.claim.id,))


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
    said: Sequence[Said], origin: Origin, evidence: Evidence, *, episode: bool
) -> tuple[list[Figure], list[Figure], list[Reason]]:
    """Return the current figure of one origin, the earlier ones, and why.

    Tolls rise: the highest figure is current, unless the origin itself, in a
    document of its own, later gave a lower one, which is a correction. Words that say only that
    people were harmed are no step of a series.
    """
    given = [figure(one, origin.id, evidence, episode=episode) for one in said]
    exact = [one for one in given if not vague(one)]
    figures = sorted(exact or given, key=_order)
    if not figures:
        return [], [], []
    own = {one.claim.id for one in said if not one.attributed}
    latest = figures[0]
    for one in figures[1:]:
        if one.claim in own or _size(one) >= _size(latest):
            latest = one
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
    for one in reversed(figures):
        if latest.killed is None and one.killed is not None:
            latest = replace(latest, killed=one.killed, who_killed=one.who_killed)
        if latest.injured is None and one.injured is not None:
            latest = replace(latest, injured=one.injured, who_injured=one.who_injured)
    return latest


def _order(one: Figure) -> tuple[str, int, int, str]:
    day = one.said.latest if one.said else None
    return (day.isoformat() if day else "", *_size(one), one.claim)


def _size(one: Figure) -> tuple[int, int]:
    killed, injured = one.killed, one.injured
    return (
        low(killed) if killed and not is_vague(killed) else -1,
        low(injured) if injured and not is_vague(injured) else -1,
    )


def _equal(first: Figure, second: Figure) -> bool:
    return all(
        getattr(first, part) is None or getattr(first, part) == getattr(second, part)
        for part in ("killed", "injured")
    )


def _toll(one: Figure) -> str:
    parts = []
    if one.killed is not None:
        parts.append(f"{number(one.killed)} killed")
    if one.injured is not None:
        parts.append(f"{number(one.injured)} injured")
    return " and ".join(parts)
