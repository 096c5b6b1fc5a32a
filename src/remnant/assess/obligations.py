"""What the accused states were bound by on the day."""

from datetime import date

from remnant.assess.speakers import speaker_of_reference
from remnant.knowledge import Actor, ActorKind, Knowledge, Treaty
from remnant.model.assessment import Obligation, Standing
from remnant.model.incident import Incident

TREATIES = ("ccm", "mbt", "ccw")
"""Identifiers of the treaties that are looked up, in order of printing."""

LONGEST_TITLE = 60
"""Characters of a title that a sentence can hold."""

_BINDABLE = (ActorKind.STATE, ActorKind.TERRITORY, ActorKind.GROUP)


def obligations(incident: Incident, *, knowledge: Knowledge) -> tuple[Obligation, ...]:
    """Return the standing of each accused party under each treaty; empty without a date."""
    when = _day(incident)
    if when is None:
        return ()
    known = [treaty for treaty in TREATIES if any(one.id == treaty for one in knowledge.treaties)]
    return tuple(
        _obligation(actor, treaty, when, knowledge)
        for actor in _accused(incident, knowledge)
        for treaty in known
    )


def _day(incident: Incident) -> date | None:
    """Return the first day of the incident, or else the day by which it was known."""
    if incident.date is not None:
        return incident.date.earliest
    known = (one.known_by for one in incident.mentions)
    days = [one.earliest for one in known if one is not None and one.earliest is not None]
    return min(days, default=None)


def _accused(incident: Incident, knowledge: Knowledge) -> tuple[Actor, ...]:
    keys = dict.fromkeys(speaker_of_reference(one, knowledge).key for one in incident.actors)
    actors = (knowledge.actors.get(key) for key in keys if key in knowledge.actors)
    return tuple(actor for actor in actors if actor.kind in _BINDABLE)


def _obligation(actor: Actor, treaty: str, on: date, knowledge: Knowledge) -> Obligation:
    entry = knowledge.treaties.get(treaty)
    standing = _standing(actor, treaty, on, knowledge)
    bound = standing is Standing.PARTY
    articles = tuple(one.number for one in knowledge.treaties.articles(treaty, "use"))
    citation = knowledge.treaties.citation(treaty)
    return Obligation(
        state=actor.name,
        treaty=entry.name,
        on=on.isoformat(),
        standing=standing,
        articles=articles if bound else (),
        sentence=_sentence(actor, _spoken(entry), standing, on, articles),
        citation=citation.source if citation else "",
    )


def _spoken(treaty: Treaty) -> str:
    """Return the name by which a treaty is spoken of: its title unless that runs on."""
    if len(treaty.title) <= LONGEST_TITLE or not treaty.aliases:
        return treaty.title
    return treaty.aliases[0]


def _standing(actor: Actor, treaty: str, on: date, knowledge: Knowledge) -> Standing:
    if actor.kind is not ActorKind.STATE:
        return Standing.NOT_ELIGIBLE
    return knowledge.treaties.standing(actor.id, treaty, on)


def _sentence(
    actor: Actor, title: str, standing: Standing, on: date, articles: tuple[str, ...]
) -> str:
    day = f"{on.day} {on:%B %Y}"
    if standing is Standing.PARTY:
        rule = f" Article {articles[0]} forbade it any use." if articles else ""
        return f"{actor.name} was party to the {title} on {day}.{rule}"
    if standing is Standing.SIGNATORY:
        return f"{actor.name} had signed the {title} but was not yet bound by it on {day}."
    if standing is Standing.NEITHER:
        return f"{actor.name} had neither signed nor joined the {title} by {day}."
    if standing is Standing.NOT_ELIGIBLE:
        return f"{actor.name} is not a state that can join the {title}."
    return f"Whether {actor.name} was bound by the {title} on {day} is not recorded."
