"""Holdings: who possesses, supplies, receives and produces weapons."""

from collections.abc import Iterator
from dataclasses import replace

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import (
    actors_in,
    doers,
    is_weapon,
    modifiers,
    verb_words,
)
from remnant.extract.drafts.finding import Finder
from remnant.extract.holding.acts import nominal
from remnant.extract.holding.arms import OF_WITH, STOCKS, arms_draft, is_arms
from remnant.extract.holding.production import ceasing, making, of_make, producing
from remnant.extract.holding.stocks import gives_up, is_part, stocked
from remnant.extract.holding.transfers import compounds, transfers
from remnant.extract.language.frames import ATTACKS, FORCES, PEOPLE
from remnant.extract.language.grammar import (
    antecedent,
    clause_head,
    complements,
    is_noun,
    is_passive,
    is_verb,
    objects,
    phrase,
    subject,
)
from remnant.extract.language.words import FUNCTIONAL, Word, lemmas
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.extract.using.themes import contents
from remnant.model.claim import ClaimKind, Stance

HOLDING = lemmas("possess have own hold stockpile inherit maintain retain field operate keep")
"""Verbs of holding weapons."""

_SERVICE = lemmas(
    "service arsenal inventory use stockpile possession holding holdings stock armoury"
)
_INSIDE = frozenset({"in", "into", "among"})


def holdings(line: Line) -> Iterator[Draft]:
    """Yield the propositions about holding, passing on and making weapons in a sentence."""
    last: Draft | None = None
    for word in line.sentence.words:
        if word.pos in FUNCTIONAL:
            continue
        for finder in FINDERS:
            found = finder(line, word)
            if found is None:
                continue
            found = _of_the_same(found, last)
            last = found if found.kind is ClaimKind.POSSESSION else last
            yield found
        yield from nominal(line, word)
    for mark in line.marks:
        if mark.sort is Sort.ACTOR:
            yield from compounds(line, mark)


def _of_the_same(draft: Draft, last: Draft | None) -> Draft:
    """Give what is said of `these` weapons their holder and names, told in the same sentence."""
    taking_up = draft.kind is ClaimKind.POSSESSION and is_part(draft.trigger)
    if not taking_up or draft.actors or last is None:
        return draft
    return replace(draft, actors=last.actors, weapons=(*last.weapons, *draft.weapons))


def _possession(line: Line, word: Word) -> Draft | None:
    """A party has, holds or is armed with a weapon, or it is in its service."""
    if is_verb(word) and word.lemma in HOLDING and not is_passive(word):
        return _having(line, word)
    if is_verb(word) and word.lemma in {"agree", "fail"}:
        return _given_up(line, word)
    if is_verb(word) and word.lemma == "leave":
        return _left_with(line, word)
    if word.lower in {"armed", "equipped", "fitted"}:
        return _armed(line, word)
    if is_verb(word) and word.lemma in {"be", "enter", "list", "count", "name", "include"}:
        return _in_service(line, word) or _stocked(line, word)
    return _owned(line, word) if is_noun(word) else None


def _given_up(line: Line, verb: Word) -> Draft | None:
    """A party agreed to give up its weapons, so it held them then."""
    act = gives_up(line, verb)
    if act is None:
        return None
    stocks = [one for one in act.subtree() if one.lemma in STOCKS]
    theme = stocks[0] if stocks else act.child("dobj")
    if theme is None:
        return None
    draft = _held(line, verb, doers(line, verb), theme)
    words = [*verb_words(verb), *verb_words(act)]
    found = replace(draft, dates=tuple(line.over(words, Sort.DATE)[:1]))
    stance = Stance.AFFIRMED if verb.lemma == "agree" else None
    return replace(found, end=max(word.end for word in words), stance=stance)


def _having(line: Line, verb: Word) -> Draft | None:
    """A verb of holding with weapons, or with a pronoun for those named before."""
    clause = verb.child("ccomp")
    due = clause.child("nsubj") if clause is not None and verb.lemma == "have" else None
    if due is not None and is_arms(line, due) and not objects(verb):  # `has a stockpile to destroy`
        return _held(line, verb, doers(line, verb), due)
    if any(is_arms(line, one) for one in objects(verb)) and not _is_thing(line, verb):
        draft = _held(line, verb, doers(line, verb), objects(verb)[0])
        words = [word for one in objects(verb) for word in phrase(one)]
        more = [one for one in line.over(words, Sort.WEAPON) if one not in draft.weapons]
        return replace(draft, weapons=(*draft.weapons, *more))
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
    return replace(draft, weapons=(marks[-1],))


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
    actors = actors_in(line, noun)
    people = noun.lemma in FORCES | PEOPLE or noun.lower in _WHO
    return _held(line, word, actors, weapons[0]) if actors or people else None


_WHO = frozenset({"they", "he", "she", "we", "i", "who"})


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
    owner = noun.child("poss") or _owner_of_stock(line, noun)
    if owner is None or noun.lemma in ATTACKS:
        return None
    above = noun.head.head if noun.dep == "dobj" and noun.head.dep == "xcomp" else noun
    supposed = above.dep == "ccomp" and any(child.tag == "MD" for child in above.head.children)
    if above.lemma in {"agree", "fail"} and not supposed and gives_up(line, above):
        return None
    stock = noun.lemma in STOCKS and is_weapon(noun, line)
    mark = line.at(noun, Sort.WEAPON)
    if mark is not None and len(mark.words) == 1 and noun.tag in {"NN", "NNS"}:
        mark = None  # `its rockets` says no more than that they are meant
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
    draft = replace(draft, dates=_date_of_end(line, noun))
    wished = any(child.lower == "to" for child in noun.head.children if child.dep == "aux")
    return replace(draft, stance=Stance.AFFIRMED) if wished else draft


def _date_of_end(line: Line, noun: Word) -> tuple[Mark, ...]:
    """Return when a stock was destroyed: `its arsenal, which was dismantled in 2014`."""
    above = clause_head(noun)
    verbs = [one for one in (above, *noun.children) if is_verb(one) and one.lemma in _ENDING]
    words = [word for verb in verbs for word in verb_words(verb)]
    return tuple(line.over(words, Sort.DATE)[:1])


_ENDING = lemmas("destroy dismantle eliminate surrender declare ship remove complete hand")


def _owner_of_stock(line: Line, noun: Word) -> Word | None:
    """Return whose stock it is: `the chemical weapons programme of Syria`, `the Iraqi arsenal`."""
    if noun.lemma not in {"stockpile", "arsenal", "program", "programme"}:
        return None
    after = [one for name, one in complements(noun) if name == "of"]
    before = [one for one in noun.children if one.dep in {"compound", "amod", "nmod"}]
    for one in (*after, *before):
        if not is_weapon(one, line) and actors_in(line, one):
            return one
    return None


def _nearest(line: Line, owner: Word) -> tuple[Mark, ...]:
    """Return the party that `its` takes up: the last one named before it."""
    verb = clause_head(owner)
    doing = doers(line, verb) if is_verb(verb) else ()
    if doing and doing[-1].words[-1].index < owner.index:
        return doing[-1:]
    parties = [
        mark
        for mark in line.marks
        if mark.sort is Sort.ACTOR and mark.words[-1].index < owner.index
    ]
    return tuple(parties[-1:])


def _held(line: Line, verb: Word, actors: tuple[Mark, ...], weapon: Word) -> Draft:
    words = [one for one in verb_words(verb) if one.dep != "mark"]
    held = contents(line, phrase(weapon, through=OF_WITH))
    draft = arms_draft(ClaimKind.POSSESSION, line, verb, words, weapon, actors=actors)
    return replace(draft, weapons=(*draft.weapons, *line.over(held, Sort.WEAPON)))


FINDERS: tuple[Finder, ...] = (
    _possession,
    stocked,
    transfers,
    producing,
    ceasing,
    of_make,
    making,
)
"""All of them tried: a word can tell both who holds weapons and who made them."""
