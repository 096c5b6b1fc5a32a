"""Arms: what the readers of holding, transfer and production share about nouns for weapons."""

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import is_weapon
from remnant.extract.finds.remnants import counted
from remnant.extract.language.frames import ATTACKS
from remnant.extract.language.grammar import (
    antecedent,
    extent,
    is_passive,
    objects,
    phrase,
    subject,
)
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.model.claim import ClaimKind

STOCKS = lemmas("stockpile arsenal stock inventory store stocks depot program programme warehouse")
"""Nouns for weapons held."""

ARMS = lemmas("arm arms weapon weapons weaponry munition munitions ammunition missile rocket bomb")
"""Words for weapons of no named kind, as they stand before `sales` or `depot`."""

OF_WITH = frozenset({"of", "with"})


def arms_passed(verb: Word) -> list[Word]:
    """Return what is held or passed on: the object, or the subject of a passive."""
    if is_passive(verb):
        found = [subject(verb), antecedent(verb)]
        return [one for one in found if one is not None][:1]
    return objects(verb)


_TELLING = lemmas(
    "proof evidence information detail report photograph photo video footage list account training "
    "number figure data description cover support location name reason order view notice assurance "
    "guarantee permission authorisation authorization warning chance opportunity"
)
"""Nouns for what is passed on about weapons, and not the weapons."""


_BODIES = lemmas(
    "launcher battery system shell warhead submunition round projectile bomblet carrier component "
    "part technology capability equipment vehicle truck munitions grenade device charge type unit "
    "ammunition supply kit family series"
)
"""Nouns after the name of a weapon that still name it: `Patriot missile batteries`."""

_DEEDS = frozenset({"airstrike", "shelling"})
"""Entries that name a way of attacking and nothing that is held or passed on."""


def is_arms(line: Line, noun: Word) -> bool:
    """Say whether a noun names weapons, stocks of them or their launchers."""
    if noun.lemma in ATTACKS | _TELLING:
        return False
    named = line.over(phrase(noun, through=OF_WITH), Sort.WEAPON)
    if named and all(mark.entry in _DEEDS for mark in named):
        return False
    inside = [word for mark in named for word in mark.words]
    beside = named and all(word.dep in {"compound", "amod", "nmod"} for word in inside)
    if beside and noun.lemma not in _BODIES | STOCKS | ARMS:
        return False
    return is_weapon(noun, line) or noun.lemma in STOCKS | {
        "weapon", "type", "weaponry", "launcher",
    }  # fmt: skip


def arms_draft(  # noqa: PLR0913 - one argument per part of the proposition
    kind: ClaimKind,
    line: Line,
    trigger: Word,
    words: list[Word],
    weapon: Word | None,
    *,
    actors: tuple[Mark, ...] = (),
    ends: tuple[tuple[Mark, ...], tuple[Mark, ...]] = ((), ()),
) -> Draft:
    """Return a proposition about the weapons of a noun, or else of the words."""
    start, end = extent(words)
    near = phrase(weapon, through=OF_WITH) if weapon is not None else words
    weapons = line.over(near, Sort.WEAPON) or line.over(words, Sort.WEAPON)
    if not weapons and weapon is not None and weapon.lemma == "launcher":
        weapons = [Mark(Sort.WEAPON, (weapon,))]
    return Draft(
        kind=kind,
        line=line,
        trigger=trigger,
        start=start,
        end=end,
        actors=actors,
        weapons=tuple(weapons),
        places=(),
        dates=tuple(line.over(words, Sort.DATE)) if kind is ClaimKind.TRANSFER else (),
        count=counted(line, weapon) if weapon is not None else None,
        suppliers=ends[0],
        recipients=ends[1],
    )
