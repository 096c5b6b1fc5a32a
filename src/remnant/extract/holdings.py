"""Holdings: who possesses, supplies, receives and produces weapons."""

from collections.abc import Iterator
from dataclasses import replace

from remnant.extract.arms import OF_WITH, STOCKS, arms_draft, arms_passed, is_arms
from remnant.extract.draft import Draft
from remnant.extract.filling import (
    actors_in,
    doers,
    is_weapon,
    modifiers,
    unique,
    verb_words,
)
from remnant.extract.frames import ATTACKS
from remnant.extract.grammar import (
    antecedent,
    clause_head,
    complements,
    conjuncts,
    is_noun,
    is_passive,
    is_verb,
    objects,
    phrase,
    subject,
)
from remnant.extract.marks import Line, Mark, Sort
from remnant.extract.production import made, of_make, producing
from remnant.extract.themes import contents
from remnant.extract.words import Word, lemmas
from remnant.knowledge import Form
from remnant.model.claim import ClaimKind, Stance

HOLDING = lemmas("possess have own hold stockpile inherit maintain retain field operate keep")
"""Verbs of holding weapons."""

RECEIVING = lemmas("receive acquire obtain buy purchase import procure get order")
"""Verbs whose subject receives weapons."""

SUPPLYING = lemmas("supply deliver transfer sell provide ship send give donate export smuggle")
"""Verbs whose subject supplies weapons."""

SHIPMENTS = lemmas("shipment delivery transfer sale supply export import consignment")
"""Nouns for weapons passed on."""

MADE = frozenset({"made", "produced", "manufactured", "built", "designed", "origin"})
SUPPLIED = frozenset({"supplied", "provided", "delivered", "sold"})
_SERVICE = lemmas(
    "service arsenal inventory use stockpile possession holding holdings stock armoury"
)
_INSIDE = frozenset({"in", "into", "among"})


def holdings(line: Line) -> Iterator[Draft]:
    """Yield the propositions about holding, passing on and making weapons in a sentence."""
    for word in line.sentence.words:
        for finder in (_possession, _transfer, producing, of_make):
            found = finder(line, word)
            if found is not None:
                yield found
    for mark in line.marks:
        if mark.sort is Sort.ACTOR:
            yield from _compounds(line, mark)


def _possession(line: Line, word: Word) -> Draft | None:
    """A party has, holds or is armed with a weapon, or it is in its service."""
    if is_verb(word) and word.lemma in HOLDING and not is_passive(word):
        return _having(line, word)
    if is_verb(word) and word.lemma == "leave":
        return _left_with(line, word)
    if word.lower in {"armed", "equipped", "fitted"}:
        return _armed(line, word)
    if is_verb(word) and word.lemma in {"be", "enter", "list", "count", "name", "include"}:
        return _in_service(line, word) or _stocked(line, word)
    return _owned(line, word) if is_noun(word) else None


def _having(line: Line, verb: Word) -> Draft | None:
    """A verb of holding with weapons, or with a pronoun for those named before."""
    if any(is_arms(line, one) for one in objects(verb)) and not _is_thing(line, verb):
        return _held(line, verb, doers(line, verb), objects(verb)[0])
    access = [one for one in objects(verb) if one.lemma == "access"]
    arms = [one for noun in access for name, one in complements(noun) if name == "to"]
    if any(is_arms(line, one) for one in arms):
        return _held(line, verb, doers(line, verb), arms[0])
    if any(one.lower in {"them", "some"} for one in objects(verb)):
        return _held_before(line, verb)
    return None


def _held_before(line: Line, verb: Word) -> Draft | None:
    """Read `A has no launchers, while B does have them`: weapons named before in the sentence."""
    marks = [one for one in line.marks if one.sort is Sort.WEAPON and one.end <= verb.start]
    holders = doers(line, verb)
    if not marks or not holders:
        return None
    draft = _held(line, verb, holders, objects(verb)[0])
    return None if draft is None else replace(draft, weapons=(marks[-1],))


def _is_thing(line: Line, verb: Word) -> bool:
    """Say whether a weapon or a part of one is the subject: `the rocket carries submunitions`."""
    noun = subject(verb)
    if noun is None or doers(line, verb):
        return False
    described = antecedent(verb)
    return noun.lemma in _PARTS or any(
        is_weapon(one, line) and line.at(one, Sort.ACTOR) is None
        for one in (noun, described)
        if one is not None
    )


_PARTS = lemmas("warhead type one launcher version variant model canister container dispenser pod")
"""Things that hold weapons and are no holders."""


def _left_with(line: Line, verb: Word) -> Draft | None:
    """Something left a party with a stockpile."""
    stocks = [
        one
        for name, one in complements(verb)
        if name == "with" and (one.lemma in STOCKS or is_weapon(one, line))
    ]
    given = objects(verb)
    if not stocks or not given:
        return None
    return _held(line, verb, actors_in(line, given[0]), stocks[0])


def _armed(line: Line, word: Word) -> Draft | None:
    weapons = [one for name, one in complements(word) if name == "with" and is_weapon(one, line)]
    noun = subject(word) or (word.head if word.dep in {"acl", "amod"} else None)
    if not weapons or noun is None:
        return None
    return _held(line, word, actors_in(line, noun), weapons[0])


def _in_service(line: Line, verb: Word) -> Draft | None:
    listed = objects(verb) if verb.lemma not in {"be", "enter"} else []
    noun = listed[0] if listed and not is_passive(verb) else subject(verb)
    pairs = [*complements(verb), *(pair for one in listed for pair in complements(one))]
    for name, place in pairs:
        if name in _INSIDE and place.lemma in _SERVICE and noun and _is_kind_of_arms(line, noun):
            holders = [one for prep, one in complements(place) if prep in {"with", "of", "by"}]
            marks = tuple(m for h in holders for m in actors_in(line, h))
            return _held(line, verb, marks or modifiers(line, place), noun)
    return None


def _stocked(line: Line, verb: Word) -> Draft | None:
    """A party's stocks include weapons: `its arsenal includes Smerch rockets`."""
    noun = subject(verb) if verb.lemma == "include" else None
    if noun is None or noun.lemma not in STOCKS | {"ammunition", "weaponry"}:
        return None
    weapons = [one for one in objects(verb) if is_weapon(one, line)]
    return _held(line, verb, modifiers(line, noun), weapons[0]) if weapons else None


def _is_kind_of_arms(line: Line, noun: Word) -> bool:
    """Say whether a noun names weapons, also in part: `some 30 of these launchers`."""
    return is_weapon(noun, line) or any(word.lemma == "launcher" for word in phrase(noun))


def _owned(line: Line, noun: Word) -> Draft | None:
    """Weapons with an owner: `its launchers`, `the state's stockpile of chemical weapons`."""
    owner = noun.child("poss")
    if owner is None or noun.lemma in ATTACKS:
        return None
    stock = noun.lemma in STOCKS and is_weapon(noun, line)
    mark = line.at(noun, Sort.WEAPON)
    bare = noun.lemma in {"stockpile", "arsenal"} and bool(actors_in(line, owner))
    bare = bare and noun.head.lemma != "include"
    if not stock and not bare and (mark is None or owner.lower not in {"its", "their"}):
        return None
    words = phrase(noun, through=frozenset({"of"}))
    actors = actors_in(line, owner)
    if not actors and owner.lower in {"its", "their"}:
        actors = _nearest(line, owner)
    if not actors:
        return None
    draft = arms_draft(ClaimKind.POSSESSION, line, noun, words, noun, actors=actors)
    wished = any(child.lower == "to" for child in noun.head.children if child.dep == "aux")
    return replace(draft, stance=Stance.AFFIRMED) if wished else draft


def _nearest(line: Line, owner: Word) -> tuple[Mark, ...]:
    """Return the party that `its` takes up: the last one named before it."""
    parties = [
        mark
        for mark in line.marks
        if mark.sort is Sort.ACTOR and mark.words[-1].index < owner.index
    ]
    return tuple(parties[-1:])


def _held(line: Line, verb: Word, actors: tuple[Mark, ...], weapon: Word) -> Draft | None:
    words = [one for one in verb_words(verb) if one.dep != "mark"]
    held = contents(line, phrase(weapon, through=OF_WITH))
    draft = arms_draft(ClaimKind.POSSESSION, line, verb, words, weapon, actors=actors)
    return replace(draft, weapons=(*draft.weapons, *line.over(held, Sort.WEAPON)))


def _transfer(line: Line, word: Word) -> Draft | None:
    """Weapons passed from a supplier to a recipient."""
    if is_verb(word) and _passes(word) and word.lower not in MADE:
        themes = [one for one in arms_passed(word) if is_arms(line, one)] or _taken_up(line, word)
        themes += [one for name, one in complements(word) if name == "with" and is_arms(line, one)]
        if themes:
            return _passed(line, word, themes[0])
    elif is_noun(word) and word.lemma in SHIPMENTS:
        weapons = [one for name, one in complements(word) if name == "of" and is_weapon(one, line)]
        ends = _ends(line, word)
        if weapons and (ends[0] or ends[1]):
            return arms_draft(
                ClaimKind.TRANSFER, line, word, list(word.subtree()), weapons[0], ends=ends
            )
    return None


def _passes(verb: Word) -> bool:
    """Say whether a verb is one of passing on or receiving, `handed over` included."""
    over = any(child.lower in {"over", "on"} for child in verb.children)
    return verb.lemma in RECEIVING | SUPPLYING or (verb.lemma in {"hand", "pass"} and over)


def _taken_up(line: Line, verb: Word) -> list[Word]:
    """Return the weapons of the verb before: `used cluster munitions or supplied them`."""
    pronoun = any(one.lower in {"them", "it"} for one in objects(verb))
    if not pronoun or verb.dep != "conj" or not is_verb(verb.head):
        return []
    return [one for one in objects(verb.head) if is_arms(line, one)]


def _passed(line: Line, verb: Word, weapon: Word) -> Draft | None:
    suppliers, recipients = _ends(line, verb)
    given_with = any(name == "with" and one is weapon for name, one in complements(verb))
    if given_with and is_passive(verb) and verb.lemma in SUPPLYING:
        noun = subject(verb)
        recipients = recipients or (actors_in(line, noun) if noun is not None else ())
    elif verb.lemma in RECEIVING:
        recipients = recipients or doers(line, verb)
    else:
        suppliers = suppliers or doers(line, verb)
        if not recipients and not is_passive(verb):
            given = [one for one in objects(verb) if one is not weapon]
            recipients = tuple(mark for one in given for mark in actors_in(line, one))
            recipients = recipients or _given_to(line, weapon)
    if not suppliers and not recipients:
        return None
    if verb.lemma == "export" and not recipients:
        return None
    ends = (suppliers, recipients)
    return arms_draft(ClaimKind.TRANSFER, line, verb, verb_words(verb), weapon, ends=ends)


def _given_to(line: Line, weapon: Word) -> tuple[Mark, ...]:
    """Return the party in `sent Ukraine mines`, which the parser takes for part of the noun."""
    before = [one for one in weapon.children if one.dep in {"compound", "nmod"}]
    marks = (line.at(one, Sort.ACTOR) for one in before)
    return tuple(mark for mark in marks if mark is not None and mark.form is not Form.ADJECTIVE)


def _ends(line: Line, word: Word) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """Return who stands after `from` or `by`, and who after `to`."""
    pairs = list(complements(word))
    for noun in (one for name, one in complements(word) if name in {"of", "with"}):
        pairs += complements(noun)
    for noun in objects(word) if is_verb(word) else ():
        for one in conjuncts(noun):
            pairs += complements(one)
            pairs += [pair for _, below in complements(one) for pair in complements(below)]
    givers = [one for name, one in pairs if name in {"from", "by"}]
    takers = [one for name, one in pairs if name in {"to", "into"}]
    return (
        tuple(mark for one in givers for mark in actors_in(line, one)),
        tuple(mark for one in takers for mark in actors_in(line, one)),
    )


def _compounds(line: Line, mark: Mark) -> Iterator[Draft]:
    """Read `Israeli-made bombs` as production and `Israeli-supplied bombs` as transfer."""
    last = mark.words[-1].index
    after = [word for word in line.sentence.words[last + 1 : last + 3] if word.text != "-"][:1]
    joined = line.sentence.words[last + 1 : last + 2]
    if not after or not joined or joined[0].text not in {"-", "\u2011", "\u2013"}:
        return
    participle = after[0]
    if participle.lower not in MADE | SUPPLIED:
        return
    noun = participle.head
    while noun.dep in {"compound", "amod"} and not is_weapon(noun, line):
        noun = noun.head
    if not is_weapon(noun, line):
        return
    words = [
        one for one in phrase(noun, through=OF_WITH) if one.index >= mark.words[0].index
    ] + _containing(noun)
    if participle.lower in MADE:
        yield made(line, noun, words, (mark,))
    else:
        verb = clause_head(noun)
        takers = doers(line, verb) if is_verb(verb) else ()
        words = unique([*words, *(verb_words(verb) if is_verb(verb) else [])])
        ends = ((mark,), tuple(one for one in takers if one is not mark))
        yield arms_draft(ClaimKind.TRANSFER, line, noun, words, None, ends=ends)


def _containing(noun: Word) -> list[Word]:
    """Return what a carrier holds: `rockets containing 9N235 submunitions`."""
    return [
        word
        for child in noun.children
        if child.dep == "acl" and child.lemma in {"contain", "carry"}
        for word in child.subtree()
    ]
