"""What became of incidents from one edition of a record to another."""

from collections.abc import Iterator

from remnant.compare.concerns import Country, incident_concerns
from remnant.model.assessment import Assessment, Grade
from remnant.model.comparison import ChangeKind, IncidentChange
from remnant.model.incident import Incident
from remnant.model.record import Record
from remnant.model.value import Quantity
from remnant.model.words import counted, date_words, listed, number

ORDER = tuple(Grade)
"""Grades, strongest first."""


def incident_changes(
    before: Record, after: Record, *, country: Country | None = None
) -> tuple[IncidentChange, ...]:
    """Return what changed, incident by incident, in order of number.

    Numbers are permanent within a dossier, so an incident is compared with the one of its
    number, or with the one that absorbed it. Between two dossiers numbers mean nothing:
    there an incident is compared with the one that holds most of its claims.
    """
    old = {one.number: one for one in before.incidents() if _wanted(one, country)}
    new = {one.number: one for one in after.incidents()}
    holders = _holders(new)
    found: list[IncidentChange] = []
    met: set[str] = set()
    for incident in old.values():
        other = _same(incident, new, holders)
        if other is None:
            found.append(_only(incident, before, ChangeKind.DROPPED))
            continue
        met.add(other.number)
        pair = (before.assessment(incident.number), after.assessment(other.number))
        found.extend(_changes(incident, other, *pair))
    fresh = (one for one in new.values() if one.number not in met and _wanted(one, country))
    found.extend(_only(incident, after, ChangeKind.ADDED) for incident in fresh)
    return tuple(sorted(found, key=lambda one: (one.number, one.kind.value, one.sentence)))


def _wanted(incident: Incident, country: Country | None) -> bool:
    return country is None or incident_concerns(incident, country)


def _holders(incidents: dict[str, Incident]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for incident in incidents.values():
        for claim in incident.claims:
            found.setdefault(claim, []).append(incident.number)
    return found


def _same(
    incident: Incident, new: dict[str, Incident], holders: dict[str, list[str]]
) -> Incident | None:
    """Return the incident of the later edition that holds most of its claims.

    If none holds any, as after a document was read anew: the one of its number, if it may be
    of the same place and day, or the one that absorbed it.
    """
    held: dict[str, int] = {}
    for claim in incident.claims:
        for holder in holders.get(claim, []):
            held[holder] = held.get(holder, 0) + 1
    if held:
        most = max(held.values())
        best = sorted(one for one, count in held.items() if count == most)
        return new[incident.number if incident.number in best else best[0]]
    named = new.get(incident.number)
    if named is not None and _may_be(incident, named):
        return named
    return next((one for one in new.values() if incident.number in one.absorbed), None)


def _may_be(one: Incident, other: Incident) -> bool:
    places = (one.place and one.place.name, other.place and other.place.name)
    days = one.date is None or other.date is None or one.date.overlaps(other.date)
    return places[0] == places[1] and days and one.scope is other.scope


def _only(incident: Incident, record: Record, kind: ChangeKind) -> IncidentChange:
    grade = record.assessment(incident.number).grade.value
    sentence = f"{heading(incident)}: {grade}, {counted(len(incident.claims), 'claim')}"
    return IncidentChange(incident.number, kind, sentence, incident.claims)


def heading(incident: Incident) -> str:
    """Return an incident's place and date, as far as they are known."""
    place = incident.place.name if incident.place else "place not known"
    return f"{place}, {date_words(incident.date)}"


def _changes(
    old: Incident, new: Incident, before: Assessment, after: Assessment
) -> Iterator[IncidentChange]:
    def change(kind: ChangeKind, words: str) -> IncidentChange:
        return IncidentChange(new.number, kind, f"{heading(new)}: {words}", new.claims)

    if old.number != new.number:
        yield change(ChangeKind.VALUE, f"number {old.number} → {new.number}")
    if before.grade is not after.grade:
        stronger = ORDER.index(after.grade) < ORDER.index(before.grade)
        kind = ChangeKind.HARDENED if stronger else ChangeKind.SOFTENED
        yield change(kind, f"grade {before.grade.value} → {after.grade.value}")
    first, second = before.casualties, after.casualties
    for word, was, now in (
        ("killed", first.killed, second.killed),
        ("injured", first.injured, second.injured),
    ):
        if was != now:
            yield change(ChangeKind.FIGURE, f"{word} {_figure(was)} → {_figure(now)}")
    origins = [sorted(one.label for one in each.origins) for each in (before, after)]
    if origins[0] != origins[1]:
        told = " → ".join(listed(one) or "no origin" for one in origins)
        yield change(ChangeKind.SOURCE, f"origins {told}")
    deniers = [sorted({one.speaker for one in each.denials}) for each in (before, after)]
    if deniers[0] != deniers[1]:
        told = " → ".join(listed(one) or "nobody" for one in deniers)
        yield change(ChangeKind.VALUE, f"denied by {told}")


def _figure(quantity: Quantity | None) -> str:
    return "not said" if quantity is None else number(quantity)
