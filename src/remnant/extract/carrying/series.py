"""Series: what a proposition takes from the one told just before it in the same section.

Unlike the carrying of places and days, this needs a link in the words: a passive without an
agent and a fitting weapon, or a pronoun for what was found.
"""

from collections.abc import Iterable
from dataclasses import replace

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import is_hyphenated, is_weapon
from remnant.extract.language.grammar import agent, is_passive, is_verb, subject
from remnant.extract.names.marks import Mark, Sort
from remnant.knowledge import WeaponCatalogue
from remnant.model.claim import ClaimKind

_LINES = 2
"""Sentences ahead that a party is carried."""


def continued(drafts: Iterable[Draft], catalogue: WeaponCatalogue) -> tuple[Draft, ...]:
    """Return the drafts with the party or the weapon of the proposition before, where one fits."""
    found: list[Draft] = []
    last: Draft | None = None
    treaties: tuple[Mark, ...] = ()
    for draft in drafts:
        filled = draft
        if draft.kind is ClaimKind.REMNANTS and not draft.weapons and draft.definite:
            taken = _find_before(found, draft)
            if taken is None:
                continue
            filled = replace(draft, weapons=taken.weapons)
        elif draft.kind is ClaimKind.TREATY and not draft.treaties:
            filled = replace(draft, treaties=treaties)
        elif last is not None and _continues(draft, last, catalogue):
            filled = replace(draft, actors=last.actors)
        if filled.kind is ClaimKind.USE and (filled.actors or filled.weapons):
            last = filled if filled.actors else None
        treaties = filled.treaties or treaties
        found.append(filled)
    uses: dict[int, list[Draft]] = {}
    for one in found:
        if one.kind is ClaimKind.USE:
            uses.setdefault(one.line.sentence.order, []).append(one)
    return tuple(
        _with_party_of_use(draft, uses.get(draft.line.sentence.order, [])) for draft in found
    )


def _find_before(found: list[Draft], draft: Draft) -> Draft | None:
    """Return the find or use that `they` takes up: told in the sentence before."""
    order, section = draft.line.sentence.order, draft.line.sentence.section
    before: list[Draft] = []
    for one in reversed(found):
        sentence = one.line.sentence
        if sentence.section != section or sentence.order < order - 1:
            break
        if sentence.order == order - 1 and one.kind in _WITH_WEAPONS and one.weapons:
            before.insert(0, one)
    finds = [one for one in before if one.kind is ClaimKind.REMNANTS]
    best = finds or before
    return best[-1] if best else None


_WITH_WEAPONS = frozenset({ClaimKind.REMNANTS, ClaimKind.USE})


def _continues(draft: Draft, last: Draft, catalogue: WeaponCatalogue) -> bool:
    """Say whether a use without a party goes on with the one told before."""
    here, before = draft.line.sentence, last.line.sentence
    near = here.section == before.section and 0 < here.order - before.order <= _LINES
    if draft.kind is not ClaimKind.USE or draft.actors or not near or not draft.weapons:
        return False
    parties = {mark.entry for mark in last.actors}
    others = [
        mark
        for mark in draft.line.marks
        if mark.sort is Sort.ACTOR
        and mark.entry not in parties
        and mark.head.dep != "pobj"
        and not is_hyphenated(mark)
    ]
    return not others and _is_agentless(draft) and _fits(draft, last, catalogue)


def _is_agentless(draft: Draft) -> bool:
    verb = draft.trigger
    if not is_verb(verb) or agent(verb) is not None:
        return False
    return is_passive(verb) or is_weapon(subject(verb), draft.line)


def _fits(draft: Draft, last: Draft, catalogue: WeaponCatalogue) -> bool:
    """Say whether the weapons can be the same ones."""
    return any(
        one.entry == other.entry or catalogue.compatible(one.entry, other.entry)
        for one in draft.weapons
        for other in last.weapons
        if one.entry in catalogue and other.entry in catalogue
    )


def _with_party_of_use(draft: Draft, uses: list[Draft]) -> Draft:
    """Give harm the party of the use that it is told with."""
    if draft.kind is not ClaimKind.HARM:
        return draft
    for use in uses:
        if set(use.weapons) & set(draft.weapons):
            more = use.weapons if set(draft.weapons) < set(use.weapons) else draft.weapons
            return replace(draft, actors=draft.actors or use.actors, weapons=more)
    return draft
