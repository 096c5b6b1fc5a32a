"""Sentences on production, transfer and possession."""

import re

from remnant.model.claim import Slot
from remnant.publish.sentences import Predicate
from remnant.publish.sentences_claims import Said
from remnant.publish.sentences_names import Names, arms, parties, places
from remnant.publish.sentences_words import amount, dates

EXPORTS = re.compile(r"\bexport", re.IGNORECASE)
INHERITS = re.compile(r"\binherit", re.IGNORECASE)
STOCKS = re.compile(r"\bstockpile", re.IGNORECASE)
SERVES = re.compile(r"\bin (?:active )?service\b", re.IGNORECASE)
LAUNCHERS = re.compile(r"\blaunchers?\b|\blaunch systems?\b|\bMR?LRS\b|\bMRLS\b", re.IGNORECASE)
SOVIET = re.compile(r"\b(?:Soviet Union|USSR)\b")


def production(item: Said, names: Names) -> Predicate | None:
    """Return what a production claim says."""
    weapons = arms(item.resolved.weapons, names, held=True) or "weapons"
    if not item.resolved.actors:
        return None
    subject, many = _holder(item, names)
    if EXPORTS.search(item.words):
        return Predicate(
            subject,
            many,
            "produced or exported",
            "have produced or exported",
            "producing or exporting",
            weapons,
        )
    finite = "produce" if many else "produces"
    return Predicate(subject, many, finite, "have produced", "producing", weapons)


def possession(item: Said, names: Names) -> Predicate | None:
    """Return what a claim on holdings says: inherited, stockpiled, in service or possessed."""
    weapons = _held(item, names)
    count = item.figure(Slot.COUNT)
    if not item.resolved.actors:
        return None
    subject, many = _holder(item, names)
    held = f"{amount(*count)} {weapons}" if count else weapons
    if INHERITS.search(item.words):
        origin = " from the Soviet Union" if SOVIET.search(item.words) else ""
        stock = f"a stockpile of {weapons}" if STOCKS.search(item.words) else held
        return Predicate(
            subject, many, "inherited", "have inherited", "inheriting", f"{stock}{origin}"
        )
    if STOCKS.search(item.words):
        finite = "stockpile" if many else "stockpiles"
        return Predicate(subject, many, finite, "stockpile", "stockpiling", held)
    if SERVES.search(item.words):
        finite = "have" if many else "has"
        return Predicate(subject, many, finite, "have", "having", f"{held} in service")
    finite = "possess" if many else "possesses"
    return Predicate(subject, many, finite, "possess", "possessing", held)


def _held(item: Said, names: Names) -> str:
    """Return the weapons; a rocket launcher is a launcher, though the word rocket is in it."""
    weapons = item.resolved.weapons
    if LAUNCHERS.search(item.words):
        kept = tuple(weapon for weapon in weapons if weapon.name != "rocket")
        weapons = kept or weapons
    return arms(weapons, names, held=True) or "weapons"


def _holder(item: Said, names: Names) -> tuple[str, bool]:
    found = [names.actor(actor) for actor in item.resolved.actors]
    word = item.alternatives()
    return parties(found, word), len(found) > 1 and word == "and"


def transfer(item: Said, names: Names) -> Predicate | None:
    """Return what a transfer claim says, from the recipient where one is named."""
    weapons = _held(item, names)
    givers = [names.actor(one) for one in item.resolved.references(Slot.SUPPLIER)]
    takers = [names.actor(one) for one in item.resolved.references(Slot.RECIPIENT)]
    count = item.figure(Slot.COUNT)
    what = f"{amount(*count)} {weapons}" if count else weapons
    day = dates(item.dates)
    if takers:
        origin = f"from {parties(givers, 'or')}" if givers else _abroad(item)
        rest = " ".join(part for part in (what, origin, day) if part)
        subject = parties(takers, "or")
        return Predicate(subject, many=False, **_RECEIVE, rest=rest)
    if not givers:
        return None
    where = item.resolved.places
    used = f"in {places(where)}" if where else ""
    rest = " ".join(part for part in (what, used, day) if part)
    return Predicate(parties(givers, "or"), many=False, **_SUPPLY, rest=rest)


def _abroad(item: Said) -> str:
    return "from foreign suppliers" if re.search(r"\bforeign supplier", item.words) else ""


_RECEIVE = {"finite": "received", "perfect": "have received", "gerund": "receiving"}
_SUPPLY = {"finite": "supplied", "perfect": "have supplied", "gerund": "supplying"}
