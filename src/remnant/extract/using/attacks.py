"""Nouns of use and attack: `the use of rockets by`, `Russian airstrikes on`."""

from dataclasses import replace

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import (
    doers,
    event_dates,
    modifiers,
    noun_doers,
    noun_words,
    setting,
    smallest,
    unique,
    verb_words,
)
from remnant.extract.finds.remnants import counted
from remnant.extract.language.frames import (
    AIRCRAFT,
    ATTACKS,
    BARE_ATTACKS,
    CARRYING_OUT,
    CASUALTY_VERBS,
    INJURING,
    KILLING,
    UNDERGOING,
    WIELDING,
)
from remnant.extract.language.grammar import (
    agent,
    clause_head,
    complements,
    extent,
    is_noun,
    is_passive,
    is_verb,
    objects,
    phrase,
    subject,
)
from remnant.extract.language.stance import hedged_noun
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.extract.using.responsible import accusing_each_other, far_agent, responsible
from remnant.extract.using.themes import aiming, is_actor, is_carried_out, is_target
from remnant.model.claim import ActorRole, ClaimKind

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "its", "their", "his"})


def attacking(line: Line, noun: Word) -> Draft | None:
    """A noun of attack with its actor, weapon, place or target."""
    if not is_noun(noun) or noun.lemma not in ATTACKS or _is_inside_name(line, noun):
        return None
    if noun.dep in {"compound", "amod", "nmod"} or _is_joined(line, noun):
        return None
    both = accusing_each_other(line, noun.head.head) if noun.dep == "pobj" else ()
    actors = both or noun_doers(line, noun)
    words = unique([*noun_words(noun), *aiming(line, noun)])
    if _is_taken_in(noun):
        words = unique([*words, *verb_words(noun.head.head)])
    around = _harm_around(noun) if noun.lemma not in {"fire", "firing"} else None
    if occurs(noun):
        words = unique([*words, *verb_words(noun.head)])
    elif _is_what(noun):
        words = unique([*words, *setting(noun)])
    elif around is not None and not line.over(words, Sort.PLACE):
        words = unique([*words, *_places_beside(line, around)])
    weapons = line.over(words, Sort.WEAPON)
    places = line.over(words, Sort.PLACE)
    aimed = _aimed(line, noun)
    staged = _stagers(line, noun)
    actors = actors or responsible(line, noun) or _raised(line, noun) or far_agent(line, noun)
    armed = weapons and (not _is_bare(noun) or hedged_noun(noun) or _of_kind(noun, weapons))
    told = (
        actors or places or aimed or armed or staged or _owned(noun) or _is_event(line, noun, words)
    )
    vague = not (weapons or staged) and _is_vague(
        noun, actors=bool(actors), aimed=bool(aimed), placed=bool(places)
    )
    if vague or not told or _is_shared(line, noun) or _is_of_a_type(noun) or _is_ahead(noun):
        return None
    draft = attack_draft(line, noun, actors, words)
    return replace(draft, mutual=True) if both else draft


def _is_joined(line: Line, noun: Word) -> bool:
    """Say whether the attack before shares all that is told: `by air strikes and shelling in`."""
    first = noun.head
    if noun.dep != "conj" or first.lemma not in ATTACKS or modifiers(line, noun):
        return False
    placed = {"in", "on", "at", "against", "of", "near", "by"}
    return not any(name in placed for name, _ in complements(first)) and not noun_doers(line, noun)


def _is_vague(noun: Word, *, actors: bool, aimed: bool, placed: bool) -> bool:
    """Say whether a bare noun such as `fire` or `offensive` has too little beside it."""
    if noun.lemma not in BARE_ATTACKS:
        return False
    named = placed and any(child.dep == "compound" for child in noun.children)
    if noun.lemma == "blast" and placed and occurs(noun):
        return False
    if (aimed or named) and noun.lemma in _MOUNTED:
        return False
    return not (actors and (aimed or placed or noun.has("prep")))


_MOUNTED = lemmas("assault offensive counterattack counter-attack barrage")
"""Nouns of attack that say enough with what they were against."""


def _is_event(line: Line, noun: Word, words: list[Word]) -> bool:
    """Say whether the attack is told of as one that happened, was flown or went on."""
    happened = noun.dep == "nsubj" and noun.head.lemma in _OCCURRING
    dated = happened or (occurs(noun) and bool(line.over(words, Sort.DATE)))
    repelled = noun.dep == "nsubjpass" and noun.head.lemma in _REPELLING
    occurred = any(
        one.dep == "relcl" and one.lemma in _OCCURRING and subject(one) is noun
        for one in noun.children
    )
    being = noun.dep == "attr" and noun.head.has("expl")
    being = being or (_is_general(noun) and noun.dep == "nsubj" and noun.head.lemma in KILLING)
    told = dated or repelled or occurred or being or _involves(line, noun)
    return told or _by_air(noun) or _carries_on(noun) or _is_what(noun)


def _is_general(noun: Word) -> bool:
    """Say whether a noun tells of attacks for the first time: `bombardment has killed 44`."""
    return noun.lemma in {"bombardment", "shelling", "bombing"} and not _is_bare(noun)


def _involves(line: Line, noun: Word) -> bool:
    """Say whether a verb tells with what the attack was made: `the attack involved two bombers`."""
    verb = noun.head
    if noun.dep != "nsubj" or verb.lemma not in {"involve", "include"}:
        return False
    return any(line.over(phrase(one), Sort.WEAPON) for one in objects(verb))


_REPELLING = lemmas("repel repulse foil thwart beat")
_OCCURRING = lemmas("occur happen")


def _is_what(noun: Word) -> bool:
    """Say whether an attack is said to be of a kind: `the attack was a double bombing`."""
    verb = noun.head
    told = noun.dep == "attr" and verb.lemma == "be"
    what = subject(verb) if told else None
    described = any(
        child.dep in {"amod", "compound"} and child.tag != "JJS" for child in noun.children
    )
    return what is not None and what.lemma in ATTACKS and described


def _is_of_a_type(noun: Word) -> bool:
    """Say whether the noun only explains another: `a type of airstrike`."""
    of = noun.dep == "pobj" and noun.head.lower == "of"
    return of and noun.head.head.lemma in {"type", "kind", "form", "threat", "risk", "target"}


def _is_ahead(noun: Word) -> bool:
    """Say whether the attack is one that somebody expects or prevents: `bracing for an attack`."""
    verb = noun.head.head if noun.dep == "pobj" and noun.head.lower in {"for", "against"} else noun
    verb = noun.head if noun.dep == "dobj" else verb
    return verb.lemma in _AHEAD and is_verb(verb)


_AHEAD = lemmas("brace deter prevent avoid avert prepare anticipate plan threaten expect guard")


def _harm_around(noun: Word) -> Word | None:
    """Return the verb of harm in `were killed on Monday in heavy bombardment across Idlib`."""
    verb = noun.head.head if noun.dep == "pobj" and noun.head.dep in {"prep", "agent"} else None
    harmed = verb is not None and is_verb(verb) and verb.lemma in CASUALTY_VERBS
    return verb if harmed and noun.head.lower in {"in", "by", "from", "during", "after"} else None


def _places_beside(line: Line, verb: Word) -> list[Word]:
    """Return the words of the places that a verb of harm names beside the attack."""
    beside = [noun for name, noun in complements(verb) if name in _WITHIN]
    return [
        word for noun in beside if line.over(noun.subtree(), Sort.PLACE) for word in phrase(noun)
    ]


_WITHIN = frozenset({"in", "across", "at", "near", "on", "throughout", "around", "outside"})


def occurs(noun: Word) -> bool:
    """Say whether an attack took place or happened, so that the verb says where and when."""
    verb = noun.head
    if noun.dep not in {"nsubj", "nsubjpass"} or not is_verb(verb):
        return False
    if any(child.tag == "MD" for child in verb.children if child.dep == "aux"):
        return False
    took = verb.lemma == "take" and any(one.lemma == "place" for one in objects(verb))
    told = verb.lemma in {"report", "record"} and is_passive(verb)
    return took or told or verb.lemma in {"occur", "happen", "come"} | KILLING | INJURING


def _carries_on(noun: Word) -> bool:
    """Say whether attacks went on, or grew: `the shelling continues`."""
    verb = noun.head
    plural = noun.tag == "NNS" or noun.lemma in {"shelling", "bombardment", "bombing"}
    return noun.dep == "nsubj" and plural and verb.lemma in _GOING_ON


_GOING_ON = lemmas("intensify escalate continue resume persist increase force spread worsen rage")


def _owned(noun: Word) -> bool:
    """Say whether a pronoun owns the attack, or stands for who is said to be behind it."""
    owner = noun.child("poss")
    if owner is not None and owner.lower in {"its", "their"} and noun.lemma not in BARE_ATTACKS:
        return True
    return noun.dep == "pobj" and noun.head.lower == "behind" and noun.head.head.lemma == "be"


def _of_kind(noun: Word, weapons: list[Mark]) -> bool:
    """Say whether the noun's own words name the weapon, beyond the attack: `the gas attack`."""
    return any(
        noun in mark.words and mark.entry not in _PLAIN and len(mark.words) > 1 for mark in weapons
    )


_PLAIN = frozenset({"airstrike", "shelling", "bombardment", "artillery"})
"""Entries that nouns of attack name by themselves."""


def _raised(line: Line, noun: Word) -> tuple[Mark, ...]:
    """Return who did it in `the strike is believed to have been carried out by A`.

    A force can also be on an offensive, or take a town in one.
    """
    on = noun.dep == "pobj" and noun.head.lower == "on" and noun.head.head.lemma == "be"
    if on or _is_taken_in(noun):
        return doers(line, noun.head.head)
    verb = noun.head.child("xcomp") if noun.dep in {"nsubj", "nsubjpass"} else None
    staged = verb is not None and verb.lemma in CARRYING_OUT and agent(verb) is not None
    return doers(line, verb) if verb is not None and staged else ()


def _is_taken_in(noun: Word) -> bool:
    """Say whether a place was taken in the attack: `seized six villages in a counter-attack`."""
    verb = noun.head.head
    during = noun.dep == "pobj" and noun.head.lower in {"in", "during"}
    return during and verb.lemma in _TAKING and is_verb(verb) and not is_passive(verb)


_TAKING = lemmas("seize capture recapture take retake overrun advance")
"""What forces do in an offensive."""


def _stagers(line: Line, noun: Word) -> tuple[Mark, ...]:
    """Return who staged, launched or carried out the attack."""
    verb = clause_head(noun)
    light = is_verb(verb) and verb.lemma in CARRYING_OUT and is_carried_out(noun, verb)
    by = agent(verb) if light and is_passive(verb) else None
    armed = line.over(phrase(by), Sort.WEAPON) if by is not None else []
    return doers(line, verb) or tuple(armed) if light else ()


def _is_inside_name(line: Line, noun: Word) -> bool:
    mark = line.at(noun, Sort.ACTOR, Sort.TREATY)
    return mark is not None


def _aimed(line: Line, noun: Word) -> list[Word]:
    aims = {"on", "against", "at", "of", "upon", "targeting"}
    return [one for name, one in complements(noun) if name in aims and is_target(line, one)]


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
    under = noun.dep == "pobj" and noun.head.lower == "under"
    faced = verb.lemma in UNDERGOING and noun in objects(verb)
    return faced or (verb.lemma in {"come", "be", "remain"} and under)


def attack_draft(line: Line, noun: Word, actors: tuple[Mark, ...], words: list[Word]) -> Draft:
    """Return the use that a noun tells of, with what the light verb beside it adds."""
    around = setting(noun)
    wide = [*words, *around] if _is_central(noun) else words
    verb = clause_head(noun)
    light = verb is not noun and verb.lemma in CARRYING_OUT and is_carried_out(noun, verb)
    light = light or (verb.lemma in {"involve", "include"} and subject(verb) is noun)
    if light:
        wide = [*words, *verb_words(verb)]
        actors = actors or doers(line, verb)
    flown = not line.over(words, Sort.WEAPON) and noun.lemma in _FLOWN and _by_air(noun)
    flown = flown or (light and not line.over(wide, Sort.WEAPON) and _by_air(verb, by_only=True))
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
        places=smallest(one for one in places if not is_actor(one, actors)),
        dates=event_dates(line, words) or event_dates(line, wide),
        targets=tuple(_aimed(line, noun)),
        role=ActorRole.ORDERED if ordered else None,
        count=counted(line, noun),
        definite=_is_bare(noun),
    )


_FLOWN = frozenset({"raid", "strike", "attack", "bombing", "bombardment"})


def _by_air(noun: Word, *, by_only: bool = False) -> bool:
    """Say whether aircraft made the attack: `raids by Russian helicopters`."""
    below = [one for one in noun.children if not by_only or one.dep in {"agent", "nsubj"}]
    words = [word for child in below for word in child.subtree()]
    return any(word.lemma in AIRCRAFT and not _is_on_foot(word) for word in words)


def _is_on_foot(word: Word) -> bool:
    """Say whether a bomber is a person: `a motorbike bomber attack`."""
    return word.lemma == "bomber" and word.dep == "compound" and word.tag == "NN"


def _is_central(noun: Word) -> bool:
    """Say whether the noun is the subject or object of its clause, so that both are one event."""
    return noun.dep in {"nsubj", "nsubjpass", "dobj"} or (
        noun.dep == "pobj" and noun.head.dep == "agent"
    )
