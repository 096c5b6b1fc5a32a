"""Filling: which marks belong to a proposition, found from the structure around its trigger."""

from collections.abc import Iterable

from remnant.extract.drafts.sides import IRREGULARS, is_home_of, loyal_to, nameless
from remnant.extract.language.frames import FORCES, STRIKERS
from remnant.extract.language.grammar import (
    OWNED,
    agent,
    clause_head,
    clause_words,
    complements,
    conjuncts,
    is_passive,
    is_verb,
    objects,
    phrase,
    subject,
)
from remnant.extract.language.roles import OFFICES
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.dating import CHARGING, SPEAKING, TELLING, after_telling, is_since
from remnant.extract.names.marks import PLACE_NOUNS, PURELY_LOCATIVE, Line, Mark, Sort
from remnant.extract.names.nesting import only_locates
from remnant.knowledge import Form
from remnant.model.value import GeoPrecision

MAKING = lemmas(
    "make made produce manufacture build design supply back lead arm fund era link affiliate ally "
    "align sponsor support train inspire equip affiliated allied aligned"
)
"""Second halves of `Israeli-made`, `Russian-backed`: the first half is not who did it."""

CONTAINING = frozenset({"contain", "carry", "hold", "fill"})
"""What a carrier does with what it holds: `a barrel containing gas`."""


def _of_place(party: Mark) -> bool:
    """Say whether a name only says whose land is meant: `one of the districts of Georgia`."""
    word = party.head
    return word.dep == "pobj" and word.head.lower == "of" and word.head.head.lemma in PLACE_NOUNS


def event_dates(line: Line, words: Iterable[Word]) -> tuple[Mark, ...]:
    """Return the dates among the words that are not those of the telling: `expressed today`."""
    words = list(words)
    compared = any(word.tag == "JJS" for word in words)  # `the largest toll since 2003`
    return tuple(
        mark
        for mark in line.over(words, Sort.DATE)
        if not _of_telling(mark)
        and not after_telling(mark, line)
        and not (compared and is_since(mark))
    )


def _of_telling(date: Mark) -> bool:
    word = date.head
    while word.pos == "ADP" or word.dep in {"pobj", "npadvmod", "advmod"}:
        if word.is_root:
            return False
        word = word.head
    return word.lemma in TELLING | SPEAKING | CHARGING


def actors_in(line: Line, noun: Word) -> tuple[Mark, ...]:
    """Return the parties that a subject or agent names: `Russian and Syrian forces`."""
    through = frozenset({"of", "from"} if noun.lemma in FORCES else {"of"})
    words = [*phrase(noun, through=through), *loyal_to(noun)]
    found = [
        mark
        for mark in line.over(words, Sort.ACTOR)
        if not is_hyphenated(mark)
        and not _is_part_of_weapon(mark, noun)
        and not _of_place(mark)
        and not _is_city_of(mark)
    ]
    return tuple(mark for mark in found if not any(is_home_of(mark, one, line) for one in found))


def _is_city_of(party: Mark) -> bool:
    """Say whether a capital only says from where somebody is: `Damascus residents`."""
    word = party.head
    fighting = (OFFICES | FORCES) - IRREGULARS
    owning = word.dep in OWNED and word.head.lemma not in fighting
    return party.form is Form.CAPITAL and owning


def is_hyphenated(mark: Mark) -> bool:
    """Say whether the name is the first half of `Israeli-made` or `Russian-backed`."""
    head = mark.head.head
    return head is not mark.head and head.lemma in MAKING and mark.head.dep in {
        "npadvmod", "amod", "compound", "advmod", "nmod", "dep", "punct",
    }  # fmt: skip


def _is_part_of_weapon(mark: Mark, noun: Word) -> bool:
    return mark.form is Form.ADJECTIVE and mark.head.head is not noun and mark.head.dep == "pobj"


def modifiers(line: Line, noun: Word) -> tuple[Mark, ...]:
    """Return the parties before a noun of action: `Russian airstrikes`, `Azerbaijan's use`."""
    before = [child for child in noun.children if child.dep in OWNED and child.index < noun.index]
    words = [word for child in before for word in phrase(child)]
    found = [
        one
        for one in line.over(words, Sort.ACTOR)
        if not is_hyphenated(one) and not _is_inside(one, line)
    ]
    return tuple(mark for mark in found if not any(is_home_of(mark, one, line) for one in found))


def _is_inside(party: Mark, line: Line) -> bool:
    """Say whether a state stands after `in` joined on to a noun: `War in Syria Air strikes`."""
    first = party.words[0].index
    after = first > 0 and line.sentence.words[first - 1].lower in PURELY_LOCATIVE
    named = party.form is not Form.ADJECTIVE and not party.words[0].text.isupper()
    land = party.scale is GeoPrecision.COUNTRY and named  # `in US air strikes` is no place
    return after and land


def doers(line: Line, verb: Word) -> tuple[Mark, ...]:
    """Return the parties that do what a verb says."""
    noun = agent(verb) if is_passive(verb) else subject(verb)
    by = agent(verb) if verb.tag == "VBG" and not verb.has("aux") else None
    named = actors_in(line, by) if by is not None else ()
    if named:
        return named
    if noun is not None:
        beside = [one for one in verb.children if one.dep == "nsubj" and noun.dep == "nsubj"]
        nouns = beside if noun in beside else [noun]
        return tuple(mark for one in nouns for mark in parties_in(line, one))
    return () if is_passive(verb) else _just_before(line, verb)


def parties_in(line: Line, noun: Word) -> tuple[Mark, ...]:
    """Return the parties that a noun phrase names, or those without a name: `militants`."""
    named = actors_in(line, noun)
    return (*named, *nameless(noun, named))


def _just_before(line: Line, verb: Word) -> tuple[Mark, ...]:
    """Return the party that stands right before a finite verb whose subject the parser missed."""
    perfect = verb.tag == "VBN" and verb.has("aux") and not is_passive(verb)
    if verb.tag not in {"VBD", "VBZ", "VBP"} and not perfect:
        return ()
    first = min([verb.index, *(one.index for one in verb.children if one.dep.startswith("aux"))])
    before = line.sentence.words[first - 1] if first else verb
    if before.lemma in STRIKERS and before.dep in {"pobj", "dobj", "conj", "appos"}:
        while before.dep == "conj":
            before = before.head
        return actors_in(line, before)
    return tuple(
        mark
        for mark in line.marks
        if mark.sort is Sort.ACTOR
        and mark.words[-1].index == first - 1
        and mark.form is not Form.ADJECTIVE
    )


def agent_of_noun(noun: Word) -> Word | None:
    """Return the noun after `by` that did what a noun says, however `by` was attached."""
    return agent(noun) or _agent_of_series(noun) or _agent_beside(noun) or _agent_below(noun)


def _agent_beside(noun: Word) -> Word | None:
    """Return who did it in `condemned the use by both`: an active verb has no agent."""
    verb = noun.head
    if noun.dep != "dobj" or not is_verb(verb) or is_passive(verb):
        return None
    by = agent(verb)
    return by if by is not None and by.index > noun.index and by.pos != "VERB" else None


def _agent_below(noun: Word) -> Word | None:
    """Return who did it where `by` was hung on what follows: `shelling of the area by A`."""
    for name, one in complements(noun):
        if name in {"of", "with", "on", "in", "against"}:
            by = agent(one)
            if by is not None:
                return by
    return None


def noun_doers(line: Line, noun: Word) -> tuple[Mark, ...]:
    """Return the parties that do what a noun says: before it, or after `by`."""
    by = agent_of_noun(noun)
    own = parties_in(line, by) if by is not None else ()
    if not own:
        own = tuple(
            mark
            for child in noun.children
            if child.dep == "acl" and is_passive(child)
            for mark in doers(line, child)
        )
    return own or modifiers(line, noun)


def _agent_of_series(noun: Word) -> Word | None:
    """Return who did it in `a wave of airstrikes by Russian jets`."""
    series = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else None
    return agent(series) if series is not None and series.lemma in SERIES else None


SERIES = frozenset(
    {"wave", "series", "number", "spate", "campaign", "string", "instance", "round", "barrage"}
)
"""Nouns for many attacks together."""


def is_force(noun: Word | None, line: Line) -> bool:
    """Say whether a noun names a party, a force or aircraft."""
    if noun is None:
        return False
    words = [one for word in conjuncts(noun) for one in (word, *word.children)]
    if any(word.lemma in STRIKERS for word in words):
        return True
    return line.at(noun, Sort.ACTOR) is not None


def is_weapon(noun: Word | None, line: Line) -> bool:
    """Say whether a noun phrase names a weapon: `a barrel containing gas`, `BM-27 missiles`."""
    if noun is None:
        return False
    words = phrase(noun, through=frozenset({"of", "with"}))
    holding = [child for child in noun.children if child.dep == "acl" and child.lemma in CONTAINING]
    words += [word for child in holding for word in child.subtree()]
    own = line.at(noun, Sort.WEAPON)  # the words of `a car packed with explosives` go further
    return bool(line.over(words, Sort.WEAPON)) or (own is not None and own.words[0] is noun)


def verb_words(verb: Word) -> list[Word]:
    """Return the words that take part in a verb: its clause, and arguments it shares."""
    found = clause_words(verb)
    extra = [subject(verb), *objects(verb), *_beside_contents(verb)]
    if verb.dep == "conj" and is_verb(verb.head):
        extra += _shared(verb)
    for noun in extra:
        if noun is not None:
            found += phrase(noun, through=frozenset({"of", "with", "in", "on", "at", "by"}))
    return unique(found)


def _beside_contents(verb: Word) -> list[Word]:
    """Return what a carrier holds, and where it went that the parser hung on that.

    `Dropped a barrel containing gas on Zubdiya on Wednesday`.
    """
    holding = (one for noun in objects(verb) for one in noun.children if one.dep == "acl")
    return [word for held in holding if held.lemma in CONTAINING for word in held.subtree()]


def _shared(verb: Word) -> list[Word]:
    """Share the time and place at the front of the first of coordinated verbs."""
    return [
        noun
        for name, noun in complements(verb.head)
        if name in {"on", "in"} and noun.index < verb.head.index
    ]


def noun_words(noun: Word) -> list[Word]:
    """Return the words of a noun of action with its complements, without clauses."""
    return unique(clause_words(noun))


def setting(noun: Word) -> list[Word]:
    """Return the words of the clause around a noun of action, for its place and time."""
    return clause_words(clause_head(noun))


def unique(words: Iterable[Word]) -> list[Word]:
    """Return the words in order of position, each once."""
    return sorted(dict.fromkeys(words), key=lambda word: word.index)


def smallest(places: Iterable[Mark]) -> tuple[Mark, ...]:
    """Keep the smallest places: drop what another lies in, and states beside settlements."""
    found = list({place.start: place for place in places}.values())
    local = [one for one in found if _class(one) == min(map(_class, found))]
    around = [one for one in local if any(_lies_in(other, one) for other in local)]
    again = {one.words[-1].lower for one in around}  # `the Mosul strike hit A in western Mosul`
    inner = tuple(one for one in local if one.words[-1].lower not in again)
    return inner or tuple(one for one in local if one not in around)


def is_local(place: Mark) -> bool:
    """Say whether a place is a settlement or a part of one."""
    return place.scale <= GeoPrecision.DISTRICT


def _class(place: Mark) -> int:
    """Group scales: settlements and districts, provinces, regions, states."""
    return max(int(place.scale), int(GeoPrecision.DISTRICT))


def _on_edge(small: Mark, large: Mark) -> bool:
    """Say whether a place is told to lie at the edge of another: `on the outskirts of Damascus`."""
    of = large.head.head
    edge = of.head
    if of.lower != "of" or edge.lemma not in _EDGES or edge.dep != "pobj":
        return False
    return edge.head.index == small.words[-1].index + 1


_EDGES = frozenset({"outskirt", "outskirts", "suburb", "suburbs", "edge", "outside", "periphery"})


def _beside(small: Mark, large: Mark) -> bool:
    """Say whether a name goes on into its province, with the comma lost: `Qamishli Hasaka`."""
    listed = any(child.dep in {"cc", "conj"} for child in large.head.children)
    return large.words[0].index == small.words[-1].index + 1 and not listed


def _lies_in(small: Mark, large: Mark) -> bool:
    """Say whether the first is described as lying in the second: `Barda, a city south of Goran`."""
    if small is large or _beside(large, small):
        return False
    if only_locates(small, large) or _on_edge(small, large) or _beside(small, large):
        return True
    inside = small.head
    chain = {"prep", "pobj", "compound", "appos", "nmod", "advmod"}
    current = large.head
    while not current.is_root and current.dep in chain:
        current = current.head
        if current is inside:
            return True
    return large.head.dep == "poss" and inside.dep != "poss" and large.head.head is inside
