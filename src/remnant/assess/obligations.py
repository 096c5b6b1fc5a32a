"""What the accused parties were bound by on the day: standing, articles, deadlines, votes."""

from datetime import date

from remnant.assess.deadlines import deadlines_on
from remnant.assess.speakers import speaker_of_reference
from remnant.assess.standings import Case, reasons, sentence, source_of
from remnant.assess.votes import votes_of_year
from remnant.knowledge import Actor, ActorKind, Knowledge, Treaty
from remnant.model.finding import Reason
from remnant.model.incident import Incident
from remnant.model.obligation import Obligation, Standing

TREATIES = ("ccm", "mbt", "ccw")
"""Identifiers of the treaties that are looked up, in order of printing."""

_BINDABLE = (ActorKind.STATE, ActorKind.TERRITORY, ActorKind.GROUP)


def obligations(incident: Incident, *, knowledge: Knowledge) -> tuple[Obligation, ...]:
    """Return what each accused party was bound by under each treaty; empty without a date.

    Under each party, a treaty that governs a weapon named in the incident comes first.
    """
    when = _days(incident)
    if when is None:
        return ()
    ids = {treaty.id for treaty in knowledge.treaties}
    treaties = [knowledge.treaties.get(one) for one in TREATIES if one in ids]
    treaties.sort(key=lambda one: not governs(one, incident, knowledge))
    return tuple(
        _obligation(Case(actor, treaty, *when, knowledge), incident)
        for actor in _accused(incident, knowledge)
        for treaty in treaties
    )


def governs(treaty: Treaty, incident: Incident, knowledge: Knowledge) -> bool:
    """Say whether a weapon named in the incident is of a class that the treaty is about."""
    return any(
        {weapon.id, *knowledge.weapons.generic(weapon.id)} & set(treaty.governs)
        for weapon in incident.weapons
        if weapon.id in knowledge.weapons
    )


def _days(incident: Incident) -> tuple[date, date] | None:
    """Return the first and last possible day, or else the day by which it was known."""
    if incident.date is not None and incident.date.earliest is not None:
        return incident.date.earliest, incident.date.latest or incident.date.earliest
    known = (one.known_by for one in incident.mentions)
    days = [one.earliest for one in known if one is not None and one.earliest is not None]
    return (min(days), min(days)) if days else None


def _accused(incident: Incident, knowledge: Knowledge) -> tuple[Actor, ...]:
    keys = dict.fromkeys(speaker_of_reference(one, knowledge).key for one in incident.actors)
    actors = (knowledge.actors.get(key) for key in keys if key in knowledge.actors)
    return tuple(actor for actor in actors if actor.kind in _BINDABLE)


def _obligation(case: Case, incident: Incident) -> Obligation:
    knowledge, treaty = case.knowledge, case.treaty
    standing = case.standing(case.first)
    bound = standing is Standing.PARTY
    return Obligation(
        state=case.actor.name,
        treaty=treaty.name,
        on=case.first.isoformat(),
        standing=standing,
        articles=case.articles if bound else (),
        sentence=sentence(case),
        citation=source_of(case),
        governed=governs(treaty, incident, knowledge),
        reasons=(*reasons(case), *_of_the_day(incident), *_of_the_weapon(case, incident)),
        deadlines=deadlines_on(case) if bound else (),
        votes=votes_of_year(case) if case.is_state else (),
    )


def _of_the_day(incident: Incident) -> tuple[Reason, ...]:
    if incident.date is not None and incident.date.earliest is not None:
        return ()
    words = "No first day is given for the event, so the day is the one by which it was known."
    return (Reason("day", words),)


def _of_the_weapon(case: Case, incident: Incident) -> tuple[Reason, ...]:
    if not case.treaty.governs:
        return ()
    classes = case.governed_words
    if governs(case.treaty, incident, case.knowledge):
        words = f"The {case.treaty.name} is about {classes}, and a weapon named here is one."
    else:
        words = (
            f"The {case.treaty.name} is about {classes}; no weapon named here is known to be one, "
            "so the standing is given for reference."
        )
    return (Reason("weapon", words),)
