"""What a claim or an incident has to do with one country."""

from collections.abc import Iterable
from dataclasses import dataclass

from remnant.knowledge import Actor, Knowledge
from remnant.model.claim import Slot
from remnant.model.incident import Incident
from remnant.model.resolution import ResolvedClaim
from remnant.model.value import Location, Reference

PARTIES = (Slot.ACTOR, Slot.SUPPLIER, Slot.RECIPIENT, Slot.SPEAKER)


@dataclass(frozen=True, slots=True)
class Country:
    """A state, territory or group to which a comparison is narrowed.

    Attributes:
        id: Its identifier in the knowledge.
        name: Its name in normal form.
        voices: Identifiers of the actor and of all that speak as it.
        code: ISO 3166-1 alpha-2 code of its territory; empty if it has none.
    """

    id: str
    name: str
    voices: frozenset[str]
    code: str = ""


def country_named(name: str, knowledge: Knowledge) -> Country | None:
    """Return the country of this name or identifier, or `None` if no entry has it."""
    register = knowledge.actors
    found = (register.get(name),) if name in register else register.named(name)
    if not found:
        return None
    actor = register.speaks_as(found[0].id)
    voices = (one.id for one in register if register.speaks_as(one.id).id == actor.id)
    return Country(actor.id, actor.name, frozenset({actor.id, *voices}), _code(actor, knowledge))


def _code(actor: Actor, knowledge: Knowledge) -> str:
    """Return the code of a state; a territory or group has none of its own."""
    places = (one.location for one in knowledge.places if one.kind == "state")
    named = [one.country for one in places if one.name == actor.name]
    return named[0] if named else actor.country if actor.kind.value == "state" else ""


def concerns(resolved: ResolvedClaim, country: Country) -> bool:
    """Say whether a country is a party to a claim, speaks in it, or is where it happened."""
    parties = (one for slot in PARTIES for one in resolved.references(slot))
    return _is_party(parties, country) or _lies_in(resolved.places, country)


def incident_concerns(incident: Incident, country: Country) -> bool:
    """Say whether a country is accused of an incident, or is where it happened."""
    return _is_party(incident.actors, country) or _lies_in(incident.places, country)


def _is_party(parties: Iterable[Reference], country: Country) -> bool:
    return any(one.id in country.voices or one.name == country.name for one in parties)


def _lies_in(places: Iterable[Location], country: Country) -> bool:
    return any(
        (country.code and one.country == country.code) or country.name in (one.name, one.region)
        for one in places
    )
