"""Bodies: the state or organisation for which the words for a speaker say that it speaks.

`the spokesman of the Syrian army` speaks for a state that is named in the phrase itself; `National
Coalition leader` for a body that the text has by a longer name elsewhere.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from remnant.extract.language.grammar import phrase
from remnant.extract.language.roles import LOCAL_ROLES, OFFICES, ROLES_OF
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.knowledge import ActorKind, Form, Knowledge

OUTLETS = lemmas("agency newspaper daily channel station broadcaster website outlet magazine")
"""Nouns beside the name of a medium, which speaks for itself: `Syrian news agency Sana`."""

_LOCAL_ADJECTIVES = frozenset({"local", "regional", "district", "city", "municipal", "provincial"})
_STATES = frozenset({ActorKind.STATE, ActorKind.TERRITORY})
_NAMED_BODIES = frozenset(
    {ActorKind.ORGANISATION, ActorKind.COALITION, ActorKind.MEDIA, ActorKind.GROUP}
)
DESCRIBING = lemmas(
    "based led backed run held controlled affiliated linked aligned allied owned funded sponsored "
    "born made supported trained friendly"
)
"""What stands after a name and a hyphen where the name only describes: `Britain-based`."""

HYPHENS = frozenset("-\u2010\u2011\u2013")

_OWN_BODIES = lemmas(
    "commission programme program fund tribunal court panel committee mission observatory network "
    "centre center association organisation organization society institute union federation "
    "foundation gathering campaign archive bureau"
)
"""Capitalised nouns for bodies that speak for themselves, not for what is named before them."""

BODY_NAMES = (
    OUTLETS
    | _OWN_BODIES
    | lemmas(
        "tv television radio news media press council group movement front brigade monitor "
        "hospital company committees page website force forces army coalition"
    )
)
"""Words in the names of bodies, which are no persons."""


def is_body(noun: Word) -> bool:
    """Say whether a name is that of a body by one of its words: `al-Mayadeen TV`."""
    return any(word.lemma in BODY_NAMES for word in phrase(noun, through=frozenset()))


def body(noun: Word, line: Line, knowledge: Knowledge) -> Mark | None:
    """Return the state or organisation that the phrase says it speaks for."""
    words = after_dash(phrase(noun, through=frozenset({"of", "for", "from", "at", "with"})), noun)
    roles = {word.lemma for word in words}
    marks = line.over(words, Sort.ACTOR) or _within(noun, line, knowledge)
    marks = [one for one in marks if not (describes(one, line) or _is_common(one, knowledge))]
    before = [one for one in noun.children if one.dep in {"compound", "nmod", "amod"}]
    parts = [word for one in before for word in phrase(one)] if noun.pos == "PROPN" else []
    beside = sorted([*parts, noun], key=lambda word: word.index) if parts else []
    bodies = [
        one
        for one in line.over(beside, Sort.ACTOR)
        if _is_body(one, knowledge) and not _is_part(one, beside, line)
    ]
    marks = [one for one in bodies if one in marks] or marks
    exact = [mark for mark in marks if noun in mark.words and mark.form is not Form.ADJECTIVE]
    if exact:
        return _by_name(exact[0], marks, knowledge)
    if roles & {"witness", "eyewitness"}:
        return None
    if roles & LOCAL_ROLES and not roles & {"spokesman", "spokeswoman", "spokesperson"}:
        marks = [one for one in marks if not _is_state(one, knowledge)]
    titled = noun.pos == "PROPN" or (noun.lemma in OUTLETS and _is_titled(noun))
    own = noun.pos == "PROPN" and noun.lemma in _OWN_BODIES
    if roles & _LOCAL_ADJECTIVES or (roles & OUTLETS and titled) or own:
        return None
    if noun.pos == "PROPN" or roles & (OFFICES | ROLES_OF) or marks:
        return min(marks, key=lambda one: abs(one.head.index - noun.index)) if marks else None
    return None


def _by_name(mark: Mark, marks: Sequence[Mark], knowledge: Knowledge) -> Mark:
    """Return the name beside a common noun for fighters: `Houthi rebels` are no other rebels."""
    named = [
        one
        for one in marks
        if one is not mark and knowledge.actors.get(one.entry).kind in _NAMED_BODIES
    ]
    return named[-1] if named and mark.words[0].text.islower() else mark


def _is_part(mark: Mark, beside: Sequence[Word], line: Line) -> bool:
    """Say whether a name goes on to the left: `Supreme National | Security Council`."""
    first = mark.words[0].index - 1
    before = next((one for one in beside if one.index == first), None)
    return before is not None and before.pos == "PROPN" and line.at(before, Sort.ACTOR) is None


def _is_body(mark: Mark, knowledge: Knowledge) -> bool:
    if mark.form is Form.ADJECTIVE:
        return False
    return knowledge.actors.get(mark.entry).kind in _NAMED_BODIES


def _is_common(mark: Mark, knowledge: Knowledge) -> bool:
    """Say whether small letters show that no organisation is named: `the monitor`."""
    small = all(word.text.islower() for word in mark.words)
    return small and knowledge.actors.get(mark.entry).kind is ActorKind.ORGANISATION


def describes(mark: Mark, line: Line) -> bool:
    """Say whether a name with a hyphen only describes another: `the Britain-based monitor`."""
    after = line.sentence.words[mark.words[-1].index + 1 : mark.words[-1].index + 3]
    hyphen = len(after) > 1 and after[0].text in HYPHENS
    return hyphen and after[1].lower in DESCRIBING


def outlet_start(noun: Word) -> int:
    """Return where the name of a medium begins after its kind: `state media Sana`; else 0."""
    kinds = [one for one in noun.children if one.lower in _MEDIA and one.index < noun.index]
    beside = bool(kinds) and kinds[-1].index + 1 == noun.index
    return noun.start if beside and noun.pos == "PROPN" else 0


_MEDIA = OUTLETS | {"media", "medium", "television", "tv", "radio"}


def _is_titled(noun: Word) -> bool:
    """Say whether a medium has a name beside its noun: `SABA news agency`."""
    return any(one.pos == "PROPN" and one.index < noun.index for one in noun.children)


def after_dash(words: list[Word], noun: Word) -> list[Word]:
    """Leave out what a dash with spaces parts from the noun: `in Iraq – diplomat`."""
    parted = [
        word.index
        for word, after in pairwise(words)
        if word.text in {"-", "–", "—"} and word.end < after.start and word.index < noun.index
    ]
    return [word for word in words if not parted or word.index > parted[-1]]


def _within(noun: Word, line: Line, knowledge: Knowledge) -> list[Mark]:
    """Return the organisation that people are in: `activists in the coalition`."""
    if noun.pos != "NOUN":
        return []
    words = phrase(noun, through=frozenset({"in", "within", "of"}))
    kinds = {ActorKind.ORGANISATION, ActorKind.COALITION, ActorKind.GROUP}
    found = line.over(words, Sort.ACTOR)
    return [one for one in found if knowledge.actors.get(one.entry).kind in kinds]


def _is_state(mark: Mark, knowledge: Knowledge) -> bool:
    return knowledge.actors.get(mark.entry).kind in _STATES


@dataclass(frozen=True, slots=True)
class Names:
    """The bodies that a text names, by the words of their names.

    Attributes:
        known: Where each is named first, with the words of its names, in order of the text.
    """

    known: tuple[tuple[Mark, frozenset[str]], ...] = ()

    def named(self, words: Sequence[Word]) -> Mark | None:
        """Return where a body is named of whose name words are a part, if it is exactly one."""
        part = {_folded(word) for word in words if word.text[0].isupper()} - _TITLES
        if not part or part <= _COMMON:
            return None
        found = [mark for mark, name in self.known if part <= name]
        return found[0] if len(found) == 1 else None


def names(lines: Iterable[Line], knowledge: Knowledge) -> Names:
    """Return the organisations, media and groups that a text names."""
    found: dict[str, set[str]] = {}
    first: dict[str, Mark] = {}
    for line in lines:
        for mark in line.marks:
            if mark.sort is not Sort.ACTOR:
                continue
            actor = knowledge.actors.get(mark.entry)
            if actor.kind in _NAMED_BODIES:
                words = found.setdefault(mark.entry, set())
                first.setdefault(mark.entry, mark)
                words |= {_folded(word) for word in mark.words if word.text[0].isupper()}
                words |= {one.lower() for one in actor.name.split() if one[0].isupper()}
    return Names(tuple((first[entry], frozenset(words)) for entry, words in found.items()))


def _folded(word: Word) -> str:
    lower = word.lower
    return {"defense": "defence", "center": "centre", "organization": "organisation"}.get(
        lower, lower
    )


_COMMON = lemmas(
    "human rights syrian national united international local general islamic state army front free "
    "new people democratic forces force group security air al syria arab"
)
"""Words that are in the names of many bodies and stand for none."""

_TITLES = lemmas("the mr mrs dr")


__all__ = [
    "BODY_NAMES",
    "DESCRIBING",
    "HYPHENS",
    "OUTLETS",
    "Names",
    "after_dash",
    "body",
    "describes",
    "is_body",
    "names",
    "outlet_start",
]
