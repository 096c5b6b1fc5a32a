"""Places: names to locations, with all candidates and an honest word on ambiguity."""

import re
from dataclasses import replace

from remnant.knowledge import Gazetteer
from remnant.knowledge.fold import fold
from remnant.model.claim import Claim, Mention
from remnant.model.resolution import Candidate, Resolution
from remnant.model.value import GeoPrecision, Location
from remnant.resolve.context import Context
from remnant.resolve.reasons import bare, one, words_of

_CLOSE = 0.08
"""Two candidates whose scores differ by less are left to a person."""

_MOSTLY = 0.6
"""Share of a country in the text from which an unknown place is taken to lie in it."""

_NEAR_KM = 25.0
"""Candidates nearer to each other than this are one place for most purposes."""

_KIND = (
    r"city|town|village|villages|province|governorate|district|region|oblast|raion|county"
    r"|municipality|area|countryside|suburb|neighbou?rhood|airbase|air\sbase|military\sairport"
    r"|military\sairbase|refugee\scamp|department|prefecture|enclave|front|corridor"
)
_BEFORE = re.compile(
    rf"^(?:(?:in|near|at|on|of|from|around|outside|over|into|towards?|inside|within)\s+)?(?:the\s+)?"
    rf"(?:[\w-]+-(?:held|controlled|occupied|besieged|run)\s+)*"
    rf"(?:(?:besieged|occupied|battleground|flashpoint|divided|historic|nearby|breakaway)\s+)*"
    rf"(?:(?:{_KIND}|capital|outskirts|parts|areas|cities|towns)\s+(?:of\s+)?)?(?:the\s+)?",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"(?:['’]s)?\s+(?:{_KIND})$", re.IGNORECASE)
_DIRECTION = re.compile(
    r"^(?:the\s)?(?:(?:north|south)?-?\s?(?:north|south|east|west)(?:ern)?|central|rural|greater)\s+"
    r"(?:parts?\sof\s)?",
    re.IGNORECASE,
)
_PRECISIONS = (
    (("province", "governorate", "oblast", "department"), GeoPrecision.PROVINCE),
    (("district", "raion", "county", "countryside"), GeoPrecision.DISTRICT),
)


def places(claim: Claim, mention: Mention, context: Context) -> tuple[Resolution, ...]:
    """Return the candidates for a place, scored by name, population and what the text is about.

    A part of the world that another sentence names says nothing on where this was.
    """
    words = words_of(mention)
    name, found = _search(words, mention, context)
    if not name or (mention.carried and found and _is_part_of_world(found[0])):
        return ()
    if not found:
        return (Resolution(claim.id, mention, (_unknown(name, context),)),)
    candidates = tuple(_in_words(one, name, words, context.knowledge.places) for one in found)
    return (Resolution(claim.id, mention, candidates, ambiguous=_ambiguous(candidates, context)),)


def plain_name(words: str) -> str:
    """Return a place name without `city`, `village of`, `-held` and the like."""
    text = bare(words)
    text = _BEFORE.sub("", text, count=1) or text
    while (shorter := _AFTER.sub("", text)) != text and shorter:
        text = shorter
    return bare(text)


def _search(words: str, mention: Mention, context: Context) -> tuple[str, tuple[Candidate, ...]]:
    gazetteer = context.knowledge.places
    name = plain_name(words)
    if mention.entry.partition(":")[0] in {"pack", "geonames", "country", "admin"}:
        sentence = "The words are a name of this reviewed place."
        location = gazetteer.get(mention.entry)
        return name, (one(location, "reviewed place", sentence, words),)
    if not gazetteer.known(name):
        name = _DIRECTION.sub("", name) or name
    if name.endswith("s") and not gazetteer.known(name) and gazetteer.known(name[:-1]):
        name = name[:-1]  # an owner whose apostrophe was lost: `Deir Ezzors countryside`
    return name, _ranked(name, context)


def _ranked(name: str, context: Context) -> tuple[Candidate, ...]:
    found = context.knowledge.places.search(name, countries=context.named_countries)
    scored = (
        replace(one, score=round(min(1.0, one.score + 0.15 * context.share(_country(one))), 4))
        for one in found
    )
    return tuple(sorted(scored, key=lambda one: (-one.score, _identity(one))))


def _country(candidate: Candidate) -> str:
    return candidate.value.country if isinstance(candidate.value, Location) else ""


def _is_part_of_world(candidate: Candidate) -> bool:
    """Say whether a place is larger than any country: `Central Asia`, `the Middle East`."""
    place = candidate.value
    if not isinstance(place, Location):
        return False
    return place.precision is GeoPrecision.COUNTRY and not place.country and bool(place.id)


def _identity(candidate: Candidate) -> str:
    return candidate.value.id if isinstance(candidate.value, Location) else ""


def _in_words(candidate: Candidate, name: str, words: str, gazetteer: Gazetteer) -> Candidate:
    """Return the candidate under the name that the text uses; a region under its normal form."""
    location = candidate.value
    if not isinstance(location, Location):
        return candidate
    shown = location.name if fold(location.name) == fold(name) and name.islower() else name
    reviewed = gazetteer.place(location.id)
    if reviewed is not None and reviewed.kind == "region":
        shown = location.name
    return replace(
        candidate, value=replace(location, name=shown, precision=_precision(location, words))
    )


def _precision(location: Location, words: str) -> GeoPrecision:
    """Return a coarser precision where the words name a province or district, not its seat."""
    tokens = fold(words).split()
    for kinds, precision in _PRECISIONS:
        if any(kind in tokens for kind in kinds):
            return max(location.precision, precision)
    return location.precision


def _ambiguous(candidates: tuple[Candidate, ...], context: Context) -> bool:
    if len(candidates) == 1:
        return False
    first, second = candidates[0], candidates[1]
    if first.score - second.score >= _CLOSE:
        return False
    if not isinstance(first.value, Location) or not isinstance(second.value, Location):
        return True
    apart = context.knowledge.places.distance_km(first.value, second.value)
    return apart is None or apart > _NEAR_KM


def _unknown(name: str, context: Context) -> Candidate:
    """Return a place that no gazetteer knows, in the country that the text is mostly about."""
    country = next((code for code, share in context.countries if share >= _MOSTLY), "")
    sentence = "No gazetteer knows the name; the words are kept and no coordinates are given."
    return one(Location(name, country=country), "unknown place", sentence, name, 0.3)
