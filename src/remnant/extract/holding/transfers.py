"""Transfers: who supplies weapons to whom, in verbs, nouns and compounds."""

from collections.abc import Iterator
from dataclasses import replace

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.filling import (
    actors_in,
    doers,
    is_weapon,
    modifiers,
    unique,
    verb_words,
)
from remnant.extract.holding.arms import ARMS, OF_WITH, arms_draft, arms_passed, is_arms
from remnant.extract.holding.production import made
from remnant.extract.language.frames import AIRCRAFT, FORCES, WIELDING
from remnant.extract.language.grammar import (
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
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.knowledge import Form
from remnant.model.claim import ClaimKind, Stance

RECEIVING = lemmas("receive acquire obtain buy purchase import procure get order")
"""Verbs whose subject receives weapons."""

SUPPLYING = lemmas(
    "supply deliver transfer sell provide ship send give donate export smuggle furnish"
)
"""Verbs whose subject supplies weapons."""

ARMING = lemmas("arm equip")
"""Verbs whose object receives weapons that need no name: `denied arming the rebels`."""

SHIPMENTS = lemmas(
    "shipment delivery transfer sale supply export import consignment provision purchase "
    "acquisition smuggling shipping donation trafficking"
)
"""Nouns for weapons passed on."""

MADE = frozenset({"made", "produced", "manufactured", "built", "designed", "origin"})
SUPPLIED = frozenset({"supplied", "provided", "delivered", "sold"})

_STOPPING = lemmas("suspend stop halt end cease freeze continue resume block condemn criticise")
"""Verbs that take what they govern as going on: `called on it to suspend arms sales`."""


def transfers(line: Line, word: Word) -> Draft | None:
    """Return the passing on of weapons that a word tells of, or `None`."""
    return (
        _transfer(line, word) or _arming(line, word) or _shipment(line, word) or _source(line, word)
    )


def _transfer(line: Line, word: Word) -> Draft | None:
    """Weapons passed from a supplier to a recipient."""
    flown = subject(word) if word.lemma == "deliver" else None
    if flown is not None and flown.lemma in AIRCRAFT:
        return None
    if is_verb(word) and _passes(word) and word.lower not in MADE:
        themes = [one for one in arms_passed(word) if is_arms(line, one)] or _taken_up(line, word)
        themes += [one for name, one in complements(word) if name == "with" and is_arms(line, one)]
        themes = themes or _from_whom(line, word)
        if themes:
            return _passed(line, word, themes[0])
    return None


def _from_whom(line: Line, verb: Word) -> list[Word]:
    """Return the weapons in `imported from A rockets`, which the parser hangs on `from`."""
    if verb.lemma not in RECEIVING or is_passive(verb) or objects(verb):
        return []
    return [one for name, one in complements(verb) if name == "from" and is_arms(line, one)]


def _arming(line: Line, verb: Word) -> Draft | None:
    """A party arms another, or is armed by it."""
    if not is_verb(verb) or verb.lemma not in ARMING:
        return None
    if is_passive(verb):
        noun = subject(verb) or (verb.head if verb.dep == "acl" else None)
        suppliers = doers(line, verb)
        recipients = actors_in(line, noun) if noun is not None else ()
    else:
        suppliers = doers(line, verb)
        recipients = tuple(mark for one in objects(verb) for mark in actors_in(line, one))
    armed = recipients or any(one.lemma in FORCES for one in objects(verb))
    if not suppliers or not armed or set(suppliers) & set(recipients):
        return None
    ends = (suppliers, recipients)
    return arms_draft(ClaimKind.TRANSFER, line, verb, verb_words(verb), None, ends=ends)


def _shipment(line: Line, noun: Word) -> Draft | None:
    """A noun for what is passed on, with who gives or takes it: `arms sales to Saudi Arabia`."""
    if not is_noun(noun) or noun.lemma not in SHIPMENTS:
        return None
    weapons = [one for name, one in complements(noun) if name == "of" and is_arms(line, one)]
    before = [one for one in noun.children if one.dep in {"compound", "nmod", "amod"}]
    weapons += [one for one in before if one.lemma in ARMS or line.at(one, Sort.WEAPON)]
    givers, takers = _ends(line, noun)
    if noun.dep == "dobj" and not takers:  # `suspend arms sales to A`, hung on the verb
        beside = [one for name, one in complements(noun.head) if name == "to"]
        takers = tuple(mark for one in beside for mark in _parties(line, one))
    givers = givers or tuple(mark for mark in modifiers(line, noun) if mark not in takers)
    givers = givers or tuple(mark for mark in _dealing(line, noun) if mark not in takers)
    if not weapons or not (givers or takers):
        return None
    words = [word for word in noun.subtree() if word.dep not in {"relcl", "advcl"}]
    draft = arms_draft(ClaimKind.TRANSFER, line, noun, words, weapons[0], ends=(givers, takers))
    going_on = noun.dep == "dobj" and noun.head.lemma in _STOPPING
    return replace(draft, stance=Stance.AFFIRMED) if going_on else draft


def _dealing(line: Line, noun: Word) -> tuple[Mark, ...]:
    """Return who makes or is asked to stop a sale: `called on A to suspend arms sales`."""
    verb = noun.head
    if noun.dep != "dobj" or not is_verb(verb) or verb.lemma not in _STOPPING | _APPROVING:
        return ()
    asked = [one for name, one in complements(verb.head) if name in {"on", "upon"}]
    if verb.dep == "xcomp" and asked and asked[0].index < verb.index:
        return actors_in(line, asked[0])
    return () if verb.lemma in {"condemn", "criticise"} else doers(line, verb)


_APPROVING = lemmas("approve authorise authorize sign complete conclude make announce permit allow")


def _source(line: Line, noun: Word) -> Draft | None:
    """A party or its stocks are the source of a weapon: `was the likely source of`."""
    if noun.lemma not in {"source", "supplier", "provider", "exporter"} or noun.dep != "attr":
        return None
    weapons = [one for name, one in complements(noun) if name == "of" and is_arms(line, one)]
    verb = noun.head
    whose = subject(verb) if is_verb(verb) else None
    givers = tuple(line.over(whose.subtree(), Sort.ACTOR)) if whose is not None else ()
    if not weapons or not givers:
        return None
    takers = _ends(line, noun)[1]
    words = unique([*verb_words(verb), *noun.subtree()])
    return arms_draft(ClaimKind.TRANSFER, line, noun, words, weapons[0], ends=(givers, takers))


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
        takers = doers(line, verb)
        suppliers = tuple(mark for mark in suppliers if mark not in takers)
        recipients = recipients or takers
    else:
        suppliers = suppliers or doers(line, verb)
        if not recipients and not is_passive(verb):
            given = [one for one in objects(verb) if one is not weapon]
            recipients = tuple(mark for one in given for mark in actors_in(line, one))
            recipients = recipients or _given_to(line, weapon)
    if verb.dep in {"relcl", "acl"} and suppliers and not recipients:
        recipients = _user_of(line, verb.head, suppliers)
    if not suppliers and not recipients:
        return None
    if verb.lemma == "export" and not recipients:
        return None
    ends = (suppliers, recipients)
    return arms_draft(ClaimKind.TRANSFER, line, verb, verb_words(verb), weapon, ends=ends)


def _user_of(line: Line, weapon: Word, suppliers: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Return who used the weapons that another supplied: `used bombs that A supplied`."""
    verb = clause_head(weapon)
    used = is_verb(verb) and verb.lemma in WIELDING and weapon in objects(verb)
    users = doers(line, verb) if used else ()
    given = {mark.entry for mark in suppliers}
    return tuple(mark for mark in users if mark.entry not in given)


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
    pairs = [pair for pair in pairs if pair[1].head.head.lower != "according"]
    givers = [one for name, one in pairs if name in {"from", "by"}]
    takers = [one for name, one in pairs if name in {"to", "into"}]
    takers += [
        one
        for child in word.children
        if child.dep == "acl" and child.lemma in _MEANT
        for name, one in complements(child)
        if name in {"for", "to"}
    ]
    return (
        tuple(mark for one in givers for mark in _parties(line, one)),
        tuple(mark for one in takers for mark in _parties(line, one)),
    )


_MEANT = lemmas("intend bind destine mean head send")
"""Participles that say who is to receive weapons: `shipments intended for`."""


def _parties(line: Line, noun: Word) -> tuple[Mark, ...]:
    """Return the parties of an end, also those whose forces are named by place: `forces in A`."""
    own = [line.at(one, Sort.ACTOR) for one in conjuncts(noun)]
    if is_arms(line, noun):  # `imported from A rockets`
        return _given_to(line, noun)
    if all(own):  # `Lebanon's Hezbollah` is Hezbollah
        return tuple(mark for mark in own if mark is not None)
    found = actors_in(line, noun)
    if found or noun.lemma not in FORCES:
        return found
    inside = [one for name, one in complements(noun) if name in {"in", "inside"}]
    return tuple(
        Mark(Sort.ACTOR, mark.words, mark.entry if mark.sort is Sort.ACTOR else "", mark.form)
        for one in inside
        for mark in [line.at(one, Sort.ACTOR, Sort.PLACE)]
        if mark is not None
    )


def compounds(line: Line, mark: Mark) -> Iterator[Draft]:
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
