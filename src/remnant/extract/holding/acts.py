"""Acts as nouns: `production or transfer of cluster munitions by any state`."""

from collections.abc import Iterator

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import actors_in, agent_of_noun, is_weapon, modifiers, unique
from remnant.extract.holding.arms import arms_draft
from remnant.extract.language.grammar import agent, clause_head, complements, conjuncts
from remnant.extract.language.words import Word
from remnant.extract.names.marks import Line, Mark
from remnant.model.claim import ClaimKind

ACTS = {
    "production": ClaimKind.PRODUCTION,
    "manufacture": ClaimKind.PRODUCTION,
    "manufacturing": ClaimKind.PRODUCTION,
    "stockpiling": ClaimKind.POSSESSION,
    "possession": ClaimKind.POSSESSION,
    "transfer": ClaimKind.TRANSFER,
    "supply": ClaimKind.TRANSFER,
    "export": ClaimKind.TRANSFER,
}
"""Nouns of making, holding and passing on."""


def nominal(line: Line, noun: Word) -> Iterator[Draft]:
    """Yield what a noun of making, holding or passing on tells of, with whoever did it.

    The weapon and the doer may hang on the last of several such nouns.
    """
    kind = ACTS.get(noun.lemma)
    if kind is None or noun.pos != "NOUN" or noun.dep == "compound":
        return
    group = _group(noun)
    weapons = [one for w in group for name, one in complements(w) if name == "of"]
    weapons = [one for one in weapons if is_weapon(one, line)]
    by = next((found for one in group for found in [agent_of_noun(one)] if found), None)
    top = clause_head(noun)
    if by is None and top.has("expl"):  # `there were no reports of production … by anybody`
        by = agent(top)
    owners = tuple(mark for one in group for mark in modifiers(line, one))
    if not weapons or (by is None and not owners):
        return
    actors: tuple[Mark, ...] = actors_in(line, by) if by is not None else owners
    words = unique([*clause_head(noun).subtree()]) if len(group) > 1 else [*noun.subtree()]
    supplied = kind is ClaimKind.TRANSFER
    yield arms_draft(
        kind,
        line,
        noun,
        words,
        weapons[0],
        actors=() if supplied else actors,
        ends=(actors, ()) if supplied else ((), ()),
    )


def _group(noun: Word) -> list[Word]:
    """Return the nouns coordinated with a noun: `use, production and transfer`."""
    first = noun
    while first.dep == "conj" and first.head.pos == "NOUN":
        first = first.head
    return conjuncts(first)
