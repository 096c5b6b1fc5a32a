"""Use: somebody used, fired or dropped a weapon, or attacked, struck or shelled."""

from collections.abc import Iterator

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import (
    doers,
    event_dates,
    is_force,
    is_weapon,
    noun_words,
)
from remnant.extract.drafts.finding import Finder, first
from remnant.extract.language.frames import (
    CARRYING_OUT,
    LOOSE_STRIKING,
    STRIKING,
    WIELDING,
)
from remnant.extract.language.grammar import (
    agent,
    antecedent,
    complements,
    conjuncts,
    extent,
    is_passive,
    is_verb,
    objects,
    subject,
    undergoers,
)
from remnant.extract.language.words import FUNCTIONAL, Word, lemmas
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.extract.using.attacks import attacking
from remnant.extract.using.blame import accusing, answering, rejecting
from remnant.extract.using.deeds import behind, use_draft
from remnant.extract.using.effects import causing, harming, ruining
from remnant.extract.using.exploding import blowing, falling, laying
from remnant.extract.using.fending import fending
from remnant.extract.using.flying import dropping, flying
from remnant.extract.using.imputing import imputing
from remnant.extract.using.incidents import incident
from remnant.extract.using.taking import delivering, using_again, using_what
from remnant.extract.using.themes import is_attack, is_target, is_used, themes_of, whole
from remnant.extract.using.undergone import aimed, lasting, undergoing
from remnant.extract.using.usage import using
from remnant.model.claim import ClaimKind


def uses(line: Line) -> Iterator[Draft]:
    """Yield the use propositions of a sentence, in the order of their triggers."""
    drafts = [draft for word in line.sentence.words if (draft := _first(line, word)) is not None]
    yield from (one for one in drafts if not any(_goes_on(one, other) for other in drafts))


def _first(line: Line, word: Word) -> Draft | None:
    if word.pos in FUNCTIONAL:
        return None
    return first(FINDERS if is_verb(word) else OTHERS, line, word)


def _goes_on(draft: Draft, other: Draft) -> bool:
    """Say whether a verb only goes on with the attack told before: `hit X, shelling it`."""
    trigger, main = draft.trigger, other.trigger
    apart = trigger.dep in {"conj", "advcl"} and _has_other_subject(trigger)
    below = trigger.head is main and trigger.dep in {"conj", "advcl", "xcomp"} and not apart
    means = {
        agent(main),
        subject(main),
        *(one for name, one in complements(main) if name == "with" or _is_how(name, one)),
    }
    below = below or (trigger.dep in {"acl", "relcl"} and trigger.head in means)
    below = below or (trigger in means and trigger is not subject(main))
    if draft is other or not below or not is_verb(main) or draft.stance is not None:
        return False
    return all(
        _within(part, whole)
        for part, whole in (
            (draft.actors, other.actors),
            (tuple(one for one in draft.weapons if one.head is not trigger), other.weapons),
            (draft.places, other.places),
            (draft.dates, other.dates),
        )
    )


def _is_how(name: str, noun: Word) -> bool:
    """Say whether a noun tells of the same attack once more: `hit 34 targets in three raids`."""
    return name in {"in", "by"} and is_attack(noun)


def _has_other_subject(verb: Word) -> bool:
    """Say whether a verb names something else that strikes or is struck: `while rockets hit`."""
    own = verb.child("nsubj", "nsubjpass")
    return own is not None and own.pos in {"NOUN", "PROPN", "NUM"}


def _within(part: tuple[Mark, ...], whole: tuple[Mark, ...]) -> bool:
    """Say whether the one names nothing that the other does not name."""
    entries = {mark.entry for mark in whole if mark.entry}
    return all(mark in whole or mark.entry in entries for mark in part)


def wielding(line: Line, verb: Word) -> Draft | None:
    """A verb of using with a weapon as its theme: `fired rockets`, `rockets fired by`."""
    if not is_verb(verb) or verb.lemma not in WIELDING:
        return None
    themes = themes_of(verb)
    fired_on = verb.lemma in {"fire", "launch", "open"} and _fired_on(line, verb)
    fired_on = fired_on or (verb.lemma == "fire" and _fired_from(line, verb))
    named = (one for theme in themes for one in conjuncts(theme))
    if not fired_on and not any(is_used(line, theme) for theme in named):
        return None
    doer = None if is_passive(verb) else subject(verb)
    draft = use_draft(line, verb, behind(line, verb, doer))
    return None if _only_names(draft) else draft


def _only_names(draft: Draft) -> bool:
    """Say whether the words only name arms by their use: `the munitions used`."""
    noun = antecedent(draft.trigger)
    plain = noun is not None and noun.lemma in {"munition", "weapon", "ammunition", "weaponry"}
    told = draft.actors or draft.places or draft.dates or draft.trigger.has("prep", "agent")
    return plain and draft.trigger.dep == "acl" and not told


def misparsed(line: Line, verb: Word) -> Draft | None:
    """A verb of using that the parser took for an adjective of its weapon.

    `Forces of A, or those it supports in B, under its control fired rockets`: the sentence
    has no other verb, and every party named before, but not after of, may have done it.
    """
    if verb.tag != "VBD" or verb.dep != "amod" or verb.lemma not in WIELDING:
        return None
    words = line.sentence.words
    if not is_weapon(verb.head, line) or any(is_verb(word) and word.is_root for word in words):
        return None
    marks = [one for one in line.over(words[: verb.index], Sort.ACTOR) if _leads(one, verb)]
    after = words[verb.index :]
    start, end = extent([word for word in words if word.pos != "PUNCT"])
    return Draft(
        kind=ClaimKind.USE,
        line=line,
        trigger=verb,
        start=start,
        end=end,
        actors=tuple({one.entry: one for one in marks}.values()),
        weapons=tuple(line.over(after, Sort.WEAPON)),
        places=tuple(line.over(after, Sort.PLACE)),
        dates=event_dates(line, after),
    )


def _leads(party: Mark, verb: Word) -> bool:
    governor = party.head.head
    return governor.index < verb.index and governor.lower not in {"of", "under", "by"}


def _fired_on(line: Line, verb: Word) -> bool:
    for name, noun in complements(verb):
        if name in {"on", "at", "into", "upon"} and is_target(line, noun):
            return True
    return False


def _fired_from(line: Line, verb: Word) -> bool:
    """Say whether a force fired from somewhere: `were firing from positions in the city`."""
    places = [noun for name, noun in complements(verb) if name in {"from", "across", "over"}]
    aimed = any(is_target(line, noun) for noun in places)
    return aimed and not is_passive(verb) and not objects(verb) and is_force(subject(verb), line)


def opening_fire(line: Line, verb: Word) -> Draft | None:
    """A force opened fire on somebody."""
    if verb.lemma != "open" or not any(noun.lower == "fire" for noun in objects(verb)):
        return None
    return use_draft(line, verb, doers(line, verb))


def striking(line: Line, verb: Word) -> Draft | None:
    """A verb of striking with a target: `bombed the depot`, `was hit by a bomb`."""
    if not is_verb(verb) or verb.lemma not in STRIKING or _of_carried_out(verb):
        return None
    doer = whole(agent(verb) if is_passive(verb) else subject(verb))
    struck = undergoers(verb)
    at = [noun for name, noun in complements(verb) if name in {"at", "on"}]
    if not struck and not (verb.lemma in {"shoot", "strike", "fire", "shell"} and at):
        return None
    told_of = doer is not None and doer.lower in {"it", "they", "we", "he", "she"}
    armed = is_force(doer, line) or is_weapon(doer, line) or is_attack(doer)
    armed = armed or (doer is not None and doer.lemma in _PROJECTILES)
    armed = armed or (bool(struck) and _with_arms(line, verb))
    aimed = any(is_target(line, one) or one.pos == "PROPN" for one in struck + at)
    aimed = aimed or _taken_up(verb, struck)
    loose = aimed and (is_passive(verb) or told_of)
    plain = verb.lemma == "shell" and aimed and bool(struck)  # nothing else is shelled
    if verb.lemma in LOOSE_STRIKING and not (armed or loose or plain):
        return None
    voted = verb.lemma == "shoot" and any(child.lower == "down" for child in verb.children)
    if not aimed and (voted or not armed):
        return None
    return use_draft(line, verb, behind(line, verb, doer))


_PROJECTILES = lemmas("projectile munition bullet round warhead explosive firebomb")
"""Words for what hits a target that name no weapon."""


def _of_carried_out(verb: Word) -> bool:
    """Say whether a noun of attack tells it already: `carried out strikes targeting Homs`."""
    noun = antecedent(verb) if verb.dep == "acl" and verb.tag == "VBG" else None
    carried = noun is not None and noun.dep == "dobj" and noun.head.lemma in CARRYING_OUT
    return carried and is_attack(noun)


def _hyphenated(line: Line, word: Word) -> Draft | None:
    """A weapon that a party launched, told before it: `Houthi-launched missiles`."""
    if word.lemma not in {"launch", "fire", "drop", "detonate"} or word.dep != "amod":
        return None
    party = next((one for one in word.children if one.dep in {"npadvmod", "compound"}), None)
    mark = line.at(party, Sort.ACTOR) if party is not None else None
    if mark is None or not is_weapon(word.head, line):
        return None
    words = [word, *mark.words, *noun_words(word.head)]
    start, end = extent(words)
    weapons = tuple(line.over(words, Sort.WEAPON))
    return Draft(ClaimKind.USE, line, word, start, end, actors=(mark,), weapons=weapons)


def _with_arms(line: Line, verb: Word) -> bool:
    """Say whether a weapon or a force stands beside the verb: `targeting X with a rocket by A`."""
    return any(
        (name in {"with", "using"} and line.at(noun, Sort.WEAPON) is not None)
        or (name == "by" and is_force(noun, line))
        for name, noun in complements(verb)
    )


def _taken_up(verb: Word, struck: list[Word]) -> bool:
    """Say whether a pronoun names what was struck: `the convoy … when it was attacked`."""
    return is_passive(verb) and any(
        one.lower in {"it", "they", "we", "he", "she"} for one in struck
    )


FINDERS: tuple[Finder, ...] = (
    opening_fire,
    dropping,
    wielding,
    using_again,
    using_what,
    delivering,
    _hyphenated,
    misparsed,
    striking,
    falling,
    ruining,
    harming,
    causing,
    fending,
    undergoing,
    laying,
    blowing,
    flying,
    lasting,
    aimed,
    using,
    attacking,
    accusing,
    answering,
    rejecting,
    imputing,
)
"""Tried in order; a word triggers at most one proposition."""

OTHERS: tuple[Finder, ...] = (
    _hyphenated,
    misparsed,
    incident,
    using,
    attacking,
    answering,
    imputing,
)
"""Tried in order for a word that is no verb."""
