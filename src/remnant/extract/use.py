"""Use: somebody used, fired or dropped a weapon, or attacked, struck or shelled."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from remnant.extract.blame import accusing, answering, rejecting
from remnant.extract.draft import Draft
from remnant.extract.filling import (
    actors_in,
    doers,
    is_force,
    is_weapon,
    modifiers,
    noun_doers,
    noun_words,
    setting,
    smallest,
    unique,
    verb_words,
)
from remnant.extract.frames import (
    AIRCRAFT,
    ATTACKS,
    BARE_ATTACKS,
    CARRYING_OUT,
    FALLING,
    LOOSE_STRIKING,
    PEOPLE,
    RUINING,
    STRIKING,
    TARGETS,
    UNDERGOING,
    USES,
    WIELDING,
)
from remnant.extract.grammar import (
    agent,
    antecedent,
    clause_head,
    complements,
    conjuncts,
    extent,
    is_noun,
    is_passive,
    is_verb,
    objects,
    phrase,
    subject,
)
from remnant.extract.marks import Line, Mark, Sort
from remnant.extract.remnants import counted
from remnant.extract.stance import hedged_noun
from remnant.extract.words import Word
from remnant.model.claim import ActorRole, ClaimKind

Finder: TypeAlias = Callable[[Line, Word], Draft | None]

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "its", "their", "his"})
_LIGHT = CARRYING_OUT | UNDERGOING | WIELDING


def uses(line: Line) -> Iterator[Draft]:
    """Yield the use propositions of a sentence, in the order of their triggers."""
    for word in line.sentence.words:
        for finder in FINDERS:
            found = finder(line, word)
            if found is not None:
                yield found
                break


def wielding(line: Line, verb: Word) -> Draft | None:
    """A verb of using with a weapon as its theme: `fired rockets`, `rockets fired by`."""
    if not is_verb(verb) or verb.lemma not in WIELDING:
        return None
    themes = _themes(verb)
    fired_on = verb.lemma in {"fire", "launch", "open"} and _fired_on(line, verb)
    named = (one for theme in themes for one in conjuncts(theme))
    if not fired_on and not any(_is_used(line, theme) for theme in named):
        return None
    return _from_verb(line, verb, doers(line, verb))


def _themes(verb: Word) -> list[Word]:
    """Return what is used: the object, or the subject of a passive."""
    noun = subject(verb)
    if is_passive(verb):
        described = antecedent(verb)
        return [one for one in (noun, described) if one is not None][:1]
    return objects(verb)


def _is_used(line: Line, theme: Word) -> bool:
    if is_weapon(theme, line) or theme.lemma in {"weapon", "weaponry", "munition", "ammunition"}:
        return True
    if theme.lower in {"them", "it"}:
        return False
    return theme.lemma in ATTACKS and theme.lemma != "fire"


def _fired_on(line: Line, verb: Word) -> bool:
    for name, noun in complements(verb):
        if name in {"on", "at", "into", "upon"} and _is_target(line, noun):
            return True
    return False


def _is_target(line: Line, noun: Word) -> bool:
    words = phrase(noun)
    if any(word.lemma in PEOPLE | TARGETS for word in words):
        return True
    return bool(line.over(words, Sort.PLACE) or line.over(words, Sort.ACTOR))


def opening_fire(line: Line, verb: Word) -> Draft | None:
    """A force opened fire on somebody."""
    if verb.lemma != "open" or not any(noun.lower == "fire" for noun in objects(verb)):
        return None
    return _from_verb(line, verb, doers(line, verb))


def striking(line: Line, verb: Word) -> Draft | None:
    """A verb of striking with a target: `bombed the depot`, `was hit by a bomb`."""
    if not is_verb(verb) or verb.lemma not in STRIKING:
        return None
    doer = agent(verb) if is_passive(verb) else subject(verb)
    struck = [subject(verb)] if is_passive(verb) else objects(verb)
    struck = [one for one in struck if one is not None]
    at = [noun for name, noun in complements(verb) if name in {"at", "on"}]
    if not struck and not (verb.lemma in {"shoot", "strike", "fire", "shell"} and at):
        return None
    armed = is_force(doer, line) or is_weapon(doer, line) or _is_attack(doer)
    aimed = any(_is_target(line, one) for one in struck + at)
    if verb.lemma in LOOSE_STRIKING and not (armed or (aimed and is_passive(verb))):
        return None
    if not armed and not aimed:
        return None
    return _from_verb(line, verb, _behind(line, verb, doer))


def _behind(line: Line, verb: Word, doer: Word | None) -> tuple[Mark, ...]:
    """Return who did it, also where an attack is the subject: `airstrikes by Russia hit`."""
    if doer is not None and _is_attack(doer):
        return noun_doers(line, doer)
    return doers(line, verb)


def _is_attack(noun: Word | None) -> bool:
    return noun is not None and noun.lemma in ATTACKS


def ruining(line: Line, verb: Word) -> Draft | None:
    """A weapon, an attack or a force destroyed something."""
    if not is_verb(verb) or verb.lemma not in RUINING:
        return None
    doer = agent(verb) if is_passive(verb) else subject(verb)
    if not (is_force(doer, line) or is_weapon(doer, line) or _is_attack(doer)):
        return None
    struck = [subject(verb)] if is_passive(verb) else objects(verb)
    if not any(one is not None and _is_target(line, one) for one in struck):
        return None
    return _from_verb(line, verb, _behind(line, verb, doer))


def falling(line: Line, verb: Word) -> Draft | None:
    """A weapon fell, landed or exploded somewhere."""
    if not is_verb(verb) or verb.lemma not in FALLING or is_passive(verb):
        return None
    noun = subject(verb)
    if not is_weapon(noun, line):
        return None
    aimed = any(name in {"on", "in", "near", "into", "at"} for name, _ in complements(verb))
    return _from_verb(line, verb, ()) if aimed or objects(verb) else None


def undergoing(line: Line, verb: Word) -> Draft | None:
    """A place came under an attack, or was the target of one."""
    if not is_verb(verb):
        return None
    if verb.lemma == "come":
        under_fire = _under(line, verb)
        if under_fire is not None:
            return _from_verb(line, verb, noun_doers(line, under_fire), more=under_fire)
    for name, noun in complements(verb):
        under = verb.lemma == "come" and name == "under" and noun.lemma in ATTACKS
        subjected = verb.lemma in {"subject", "expose"} and name == "to" and noun.lemma in ATTACKS
        if under or subjected:
            return _from_verb(line, verb, noun_doers(line, noun))
    for child in verb.children:
        if child.dep == "attr" and child.lemma in {"target", "victim", "scene", "object"}:
            for name, noun in complements(child):
                if name == "of" and noun.lemma in ATTACKS:
                    return _from_verb(line, verb, noun_doers(line, noun), more=noun)
    return None


def _under(line: Line, verb: Word) -> Word | None:
    """Return the attack in `came under heavy shelling`, however it was parsed."""
    after = line.sentence.words[verb.index + 1 : verb.index + _NEAR]
    if not after or after[0].lower not in {"under", "again", "repeatedly"}:
        return None
    return next((word for word in after if word.lemma in ATTACKS or word.lower in ATTACKS), None)


_NEAR = 7
"""Words after `came` among which the attack stands."""


def using(line: Line, noun: Word) -> Draft | None:
    """A noun of using with its weapon: `the use of rockets by`, `Azerbaijan's use of`."""
    if not is_noun(noun) or noun.lemma not in USES:
        return None
    weapons = [one for name, one in complements(noun) if name == "of" and _is_used(line, one)]
    compound = [
        child for child in noun.children if child.dep == "compound" and is_weapon(child, line)
    ]
    owner = noun.child("poss")
    pronoun = owner is not None and owner.lower in {"their", "its"} and noun.lemma == "use"
    if not weapons and not compound and not pronoun:
        return None
    actors = noun_doers(line, noun)
    words = noun_words(noun)
    if not actors and not line.over(words, Sort.PLACE) and not line.over(words, Sort.DATE):
        return None
    return _from_noun(line, noun, actors, words)


def attacking(line: Line, noun: Word) -> Draft | None:
    """A noun of attack with its actor, weapon, place or target."""
    if not is_noun(noun) or noun.lemma not in ATTACKS or _is_inside_name(line, noun):
        return None
    if noun.dep in {"compound", "amod", "nmod"}:
        return None
    actors = noun_doers(line, noun)
    words = noun_words(noun)
    weapons = line.over(words, Sort.WEAPON)
    places = line.over(words, Sort.PLACE)
    aimed = _aimed(line, noun)
    staged = _stagers(line, noun)
    actors = actors or _responsible(line, noun)
    aim = aimed or places or noun.has("prep")
    vague = noun.lemma in BARE_ATTACKS and not weapons and not staged and not (actors and aim)
    armed = weapons and (not _is_bare(noun) or hedged_noun(noun))
    told = actors or places or aimed or armed or staged
    if vague or not told or _is_shared(line, noun):
        return None
    return _from_noun(line, noun, actors, words)


def _stagers(line: Line, noun: Word) -> tuple[Mark, ...]:
    """Return who staged, launched or carried out the attack."""
    verb = noun.head
    light = is_verb(verb) and verb.lemma in CARRYING_OUT and noun in _themes(verb)
    return doers(line, verb) if light else ()


def _responsible(line: Line, noun: Word) -> tuple[Mark, ...]:
    """Return who is said to be responsible for, or behind, the attack."""
    top = noun
    while top.dep == "conj":
        top = top.head
    if top.dep != "pobj" or top.head.lower not in {"for", "behind"}:
        return ()
    governor = top.head.head
    if governor.lemma == "responsible":
        governor = governor.head
    return doers(line, governor) if is_verb(governor) else ()


def _is_inside_name(line: Line, noun: Word) -> bool:
    mark = line.at(noun, Sort.ACTOR, Sort.TREATY)
    return mark is not None


def _aimed(line: Line, noun: Word) -> list[Word]:
    aims = {"on", "against", "at", "of", "upon", "targeting"}
    return [one for name, one in complements(noun) if name in aims and _is_target(line, one)]


def _is_bare(noun: Word) -> bool:
    return any(child.dep in {"det", "poss"} and child.lower in _DEFINITE for child in noun.children)


def _is_shared(line: Line, noun: Word) -> bool:
    """Say whether a verb of use already tells of this attack: `carried out the strike`."""
    verb = clause_head(noun)
    if not is_verb(verb) or verb is noun:
        return False
    if verb.lemma in WIELDING | {"carry", "launch", "conduct"} and noun in objects(verb):
        return verb.lemma in WIELDING
    if verb.lemma in WIELDING and not modifiers(line, noun):
        return any(name in {"in", "during"} and one is noun for name, one in complements(verb))
    return verb.lemma == "come" and noun.dep == "pobj" and noun.head.lower == "under"


def _from_verb(
    line: Line, verb: Word, actors: tuple[Mark, ...], *, more: Word | None = None
) -> Draft:
    words = verb_words(verb)
    if more is not None:
        words = unique([*words, *noun_words(more)])
    start, end = extent(words)
    return Draft(
        kind=ClaimKind.USE,
        line=line,
        trigger=verb,
        start=start,
        end=end,
        actors=actors,
        weapons=_weapons(line, verb, words),
        places=_places(line, words, actors),
        dates=tuple(line.over(words, Sort.DATE)),
        targets=tuple(one for one in objects(verb) if one.lemma in TARGETS | PEOPLE),
        count=_incidents(line, verb),
    )


def _incidents(line: Line, verb: Word) -> tuple[int, int] | None:
    """Return the number in `63 incidents in which cluster munitions were used`."""
    noun = antecedent(verb)
    if noun is None or noun.lemma not in _EVENTS:
        return None
    return counted(line, noun)


_EVENTS = ATTACKS | {"incident", "case", "occasion", "instance"}


def _weapons(line: Line, verb: Word, words: list[Word]) -> tuple[Mark, ...]:
    """Return the weapons used, without those that were struck: `destroyed Russian tanks`."""
    found = line.over(words, Sort.WEAPON)
    if verb.lemma not in STRIKING | RUINING:
        return tuple(found)
    struck = [subject(verb)] if is_passive(verb) else objects(verb)
    targets = [mark for one in struck if one for mark in line.over(phrase(one), Sort.WEAPON)]
    return tuple(mark for mark in found if mark not in targets)


def _from_noun(line: Line, noun: Word, actors: tuple[Mark, ...], words: list[Word]) -> Draft:
    around = setting(noun)
    wide = [*words, *around] if _is_central(noun) else words
    verb = clause_head(noun)
    light = verb is not noun and verb.lemma in CARRYING_OUT and noun in _themes(verb)
    if light:
        wide = [*words, *verb_words(verb)]
        actors = actors or doers(line, verb)
    flown = not line.over(words, Sort.WEAPON) and noun.lemma in _FLOWN and _by_air(noun)
    ordered = verb.lemma == "order" and noun in objects(verb)
    if ordered:
        actors = actors or doers(line, verb)
    start, end = extent(unique(wide if light or ordered or _is_central(noun) else words))
    places = line.over(words, Sort.PLACE) or line.over(wide, Sort.PLACE)
    return Draft(
        kind=ClaimKind.USE,
        line=line,
        trigger=noun,
        start=start,
        end=end,
        actors=actors,
        weapons=(Mark(Sort.WEAPON, (noun,), "airstrike"),)
        if flown
        else tuple(line.over(wide if light else words, Sort.WEAPON)),
        places=smallest(one for one in places if not _is_actor(one, actors)),
        dates=tuple(line.over(words, Sort.DATE) or line.over(wide, Sort.DATE)),
        targets=tuple(_aimed(line, noun)),
        role=ActorRole.ORDERED if ordered else None,
        definite=_is_bare(noun),
    )


_FLOWN = frozenset({"raid", "strike", "attack", "bombing", "bombardment"})


def _by_air(noun: Word) -> bool:
    """Say whether aircraft made the attack: `raids by Russian helicopters`."""
    return any(word.lemma in AIRCRAFT for child in noun.children for word in child.subtree())


def _is_central(noun: Word) -> bool:
    """Say whether the noun is the subject or object of its clause, so that both are one event."""
    return noun.dep in {"nsubj", "nsubjpass", "dobj"} or (
        noun.dep == "pobj" and noun.head.dep == "agent"
    )


def _places(line: Line, words: list[Word], actors: tuple[Mark, ...]) -> tuple[Mark, ...]:
    return smallest(one for one in line.over(words, Sort.PLACE) if not _is_actor(one, actors))


def _is_actor(place: Mark, actors: tuple[Mark, ...]) -> bool:
    return any(place.start == actor.start for actor in actors)


FINDERS: tuple[Finder, ...] = (
    opening_fire,
    wielding,
    striking,
    falling,
    ruining,
    undergoing,
    using,
    attacking,
    accusing,
    answering,
    rejecting,
)
"""Tried in order; a word triggers at most one proposition."""

__all__ = ["AIRCRAFT", "FINDERS", "actors_in", "uses"]
