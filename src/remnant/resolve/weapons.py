"""Weapons: designations and generic words to the catalogue."""

import re

from remnant.knowledge import Weapon, WeaponLevel
from remnant.knowledge.fold import singular
from remnant.model.claim import Claim, Mention, Slot
from remnant.model.resolution import Candidate, Resolution
from remnant.model.value import Reference, ReferenceKind
from remnant.resolve.context import Context
from remnant.resolve.reasons import bare, one, printed, settled, words_of

_LAUNCHING = re.compile(r"\b(?:launchers?|launch|MLRS|MRLS|MRLs?|systems?)\b")


def weapons(claim: Claim, mention: Mention, context: Context) -> tuple[Resolution, ...]:
    """Return what the words of a weapon stand for, specific and generic where both are said."""
    catalogue = context.knowledge.weapons
    if _LAUNCHING.search(mention.span.quote) and _launcher_named(claim, mention, context):
        return ()
    if _repeats(claim, mention, context):
        return ()
    if mention.entry and mention.entry in catalogue:
        named = (mention.entry, *_said_too(claim, mention, context))
        return tuple(settled(claim, mention, _entered(catalogue.get(e), mention)) for e in named)
    words = words_of(mention)
    exact = catalogue.named(bare(words))
    if exact:
        return (settled(claim, mention, _entered(exact[0], mention)),)
    hits = [
        hit
        for hit in context.knowledge.lexicon.scan(words)
        if hit.kind is ReferenceKind.WEAPON and hit.entry in catalogue
    ]
    if hits:
        found = dict.fromkeys(hit.entry for hit in hits)
        return tuple(settled(claim, mention, _entered(catalogue.get(e), mention)) for e in found)
    name = bare(words)
    return (settled(claim, mention, printed(ReferenceKind.WEAPON, _plain(name))),) if name else ()


def _launcher_named(claim: Claim, mention: Mention, context: Context) -> bool:
    """Say whether `rocket launchers` only repeats a launcher that the claim names by type."""
    catalogue = context.knowledge.weapons
    generic = mention.entry in catalogue and catalogue.get(mention.entry).level is WeaponLevel.CLASS
    others = (one.entry for one in claim.filling(Slot.WEAPON) if one.entry != mention.entry)
    return generic and any(
        catalogue.get(entry).level is WeaponLevel.LAUNCHER for entry in others if entry in catalogue
    )


def _repeats(claim: Claim, mention: Mention, context: Context) -> bool:
    """Say whether words for a class only go on from a weapon of it: `sarin` before `gas attack`."""
    catalogue = context.knowledge.weapons
    start = mention.span.start
    return any(
        one.entry in catalogue
        and mention.entry in catalogue.generic(one.entry)
        and one.span.end == start - 1
        and mention.entry in _AFTER_AGENTS
        for one in claim.filling(Slot.WEAPON)
    )


_AFTER_AGENTS = frozenset({"chemical-weapon", "nerve-agent"})


def _said_too(claim: Claim, mention: Mention, context: Context) -> tuple[str, ...]:
    """Return the second class that words name: `suicide car bomb`, `cluster munition rocket`."""
    words = mention.span.quote.lower()
    if words.startswith("suicide ") and mention.entry in {"car-bomb", "truck-bomb"}:
        return ("suicide-bomb",)
    rockets = mention.entry == "cluster-munition" and words.endswith(("rocket", "rockets"))
    catalogue = context.knowledge.weapons
    others = (one.entry for one in claim.filling(Slot.WEAPON) if one.entry in catalogue)
    known = any(catalogue.get(entry).level is not WeaponLevel.CLASS for entry in others)
    return ("rocket",) if rockets and not known else ()


def _entered(weapon: Weapon, mention: Mention) -> Candidate:
    value = Reference(ReferenceKind.WEAPON, weapon.name, weapon.id)
    sentence = "The words are a name of this entry of the catalogue."
    return one(value, "catalogued weapon", sentence, mention.span.quote)


def _plain(name: str) -> str:
    """Return a generic word in the singular; a designation keeps its letters."""
    return singular(name) if name.islower() else name
