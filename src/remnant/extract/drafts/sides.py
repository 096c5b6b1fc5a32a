"""Sides: armed people without a name, the states where parties are at home, whose arms they are."""

from collections.abc import Iterable

from remnant.extract.language.frames import FORCES
from remnant.extract.language.grammar import OWNED, complements, conjuncts, phrase
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.knowledge import Form


def officials(noun: Word | None) -> tuple[Mark, ...]:
    """Return a government or army that no state is named beside: the text before says whose."""
    plain = noun is not None and noun.lemma in _RULING
    return (Mark(Sort.ACTOR, (noun,)),) if noun is not None and plain else ()


_RULING = lemmas("government army military regime junta authorities navy")

IRREGULARS = lemmas(
    "militant fighter rebel gunman insurgent separatist terrorist guerrilla attacker bomber sniper"
)
"""Those who fight for no state, so that a capital before them only says where they are."""


def nameless(noun: Word, named: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return the parties without a name that a noun phrase tells of: `militants`."""
    own = {word for mark in named for word in mark.words}
    heads = conjuncts(noun) if not own or noun.has("conj") else []
    return tuple(Mark(Sort.ACTOR, _described(one)) for one in heads if _is_nameless(one, own))


def _is_nameless(noun: Word, own: Iterable[Word]) -> bool:
    """Say whether a noun only says that armed people did it: `militants`, `other armed groups`."""
    grouped = noun.lemma in _BANDS and any(child.lower in _ARMED for child in noun.children)
    around = [child for child in noun.children if child.dep != "conj"]
    free = not any(word in own for one in around for word in (noun, *one.subtree()))
    return (grouped or noun.lemma in _NAMELESS) and noun.tag == "NNS" and free and noun not in own


_NAMELESS = lemmas("militant terrorist insurgent gunman jihadist extremist")
"""Nouns for those who fight for a party that has no name."""


_BANDS = lemmas("group man organization organisation faction cell gang")
_ARMED = frozenset(
    {"armed", "militant", "extremist", "insurgent", "terrorist", "jihadist", "takfiri", "islamist"}
)
"""What makes people who have come together armed ones."""


def _described(noun: Word) -> tuple[Word, ...]:
    """Return the noun, with what makes it armed people: `other armed groups`."""
    if noun.lemma in _NAMELESS:
        return (noun,)
    before = [child for child in noun.children if child.dep in {"amod", "compound"}]
    return (*sorted(before, key=lambda word: word.index), noun)


def is_home_of(state: Mark, party: Mark, line: Line) -> bool:
    """Say whether a state only says where a party is at home: `Yemen's Houthi rebels`."""
    owner, owned = state.head, party.head
    if state is party or party.form is Form.ADJECTIVE or owner.index > owned.index:
        return False
    national = state.form in {Form.ADJECTIVE, Form.CAPITAL}
    explained = owned.dep == "appos" and owner.head.lemma in _BRANCHES
    attached = owner.dep == "poss" or (owner.dep in OWNED and (national or explained))
    beside = owned.head is owner.head and (owned.dep in OWNED or explained)
    between = line.sentence.words[state.words[-1].index + 1 : party.words[0].index]
    joined = any(word.pos == "CCONJ" or word.text in {",", "/"} for word in between)
    return attached and (owner.head is owned or beside) and not joined


_BRANCHES = lemmas("affiliate branch offshoot wing ally proxy movement group militia faction")
"""Nouns between a party and the one that it belongs to: `al-Qaeda affiliate Nusra Front`."""


def loyal_to(noun: Word) -> list[Word]:
    """Return the words for whom forces fight or whose arms are: `loyal to A`, `belonging to A`."""
    said = (
        child
        for child in noun.children
        if child.lemma == "belong" or (child.lemma == "loyal" and noun.lemma in FORCES)
    )
    return [
        word
        for one in said
        for name, whom in complements(one)
        if name == "to"
        for word in phrase(whom)
    ]
