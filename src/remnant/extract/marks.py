"""Marks: the names, dates and numbers in a sentence, tied to its words.

Weapons, actors and treaties come from the lexicon. Places come from the lexicon
and from the gazetteer, which is asked only about capitalised names that stand
where a place stands. Dates and numbers come from the knowledge room's finders.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from remnant.extract.words import Sentence, Word, head_of, lemmas
from remnant.knowledge import ActorKind, Form, Hit, Knowledge
from remnant.knowledge.dates import find_dates
from remnant.knowledge.numbers import find_numbers
from remnant.model.value import GeoPrecision, ReferenceKind


class Sort(StrEnum):
    """What a mark names."""

    WEAPON = "weapon"
    ACTOR = "actor"
    PLACE = "place"
    TREATY = "treaty"
    DATE = "date"
    DATELINE = "dateline"
    """A date that only heads the text."""
    NUMBER = "number"


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """A name, date or number in a sentence.

    Attributes:
        sort: What it names.
        words: Its words, in order; never empty.
        entry: Identifier of the knowledge entry; empty if it has none.
        form: Which form of the entry's name it is; `None` without an entry.
        scale: For a place, how large it is.
    """

    sort: Sort
    words: tuple[Word, ...]
    entry: str = ""
    form: Form | None = None
    scale: GeoPrecision = GeoPrecision.UNKNOWN

    @property
    def start(self) -> int:
        """Offset of the first word."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Offset after the last word."""
        return self.words[-1].end

    @property
    def head(self) -> Word:
        """The word of the mark that the others depend on."""
        return head_of(self.words)


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A sentence with its marks, in order of offset."""

    sentence: Sentence
    marks: tuple[Mark, ...]

    def over(self, words: Iterable[Word], sort: Sort) -> list[Mark]:
        """Return the marks of one sort that begin and end within the given words."""
        inside = {word.index for word in words}
        return [
            mark
            for mark in self.marks
            if mark.sort is sort
            and mark.words[0].index in inside
            and mark.words[-1].index in inside
        ]

    def at(self, word: Word, *sorts: Sort) -> Mark | None:
        """Return the first mark of one of the sorts that covers the word."""
        return next(
            (mark for mark in self.marks if mark.sort in sorts and word in mark.words), None
        )


LOCATIVE = lemmas(
    "in at near into inside within across over around throughout outside on toward towards "
    "against above onto through"
)
"""Prepositions after which a name may be that of a place."""

PURELY_LOCATIVE = lemmas("in at near into inside within across throughout outside around")
"""Prepositions after which the name of a state is a place and not a party."""

PLACE_NOUNS = lemmas(
    "city town village district neighbourhood neighborhood suburb province region governorate "
    "oblast area settlement hamlet county municipality enclave valley camp airbase base port "
    "island airport countryside outskirts quarter capital raion township"
)
"""Common nouns that say that the name beside them is a place."""

PROVINCE_NOUNS = lemmas("province region governorate oblast countryside county raion")
"""Nouns that say that a name is that of a large place."""

_LINKS = frozenset({"-", "al", "el", "as", "ash", "ad", "az", "at", "ar", "an", "of", "’", "'"})
_NAMED_KINDS = {
    ReferenceKind.WEAPON: Sort.WEAPON,
    ReferenceKind.ACTOR: Sort.ACTOR,
    ReferenceKind.PLACE: Sort.PLACE,
    ReferenceKind.TREATY: Sort.TREATY,
}
_TERRITORIAL = frozenset({ActorKind.STATE, ActorKind.TERRITORY})


def mark(
    text: str, found: Iterable[Hit], sentences: Iterable[Sentence], *, knowledge: Knowledge
) -> tuple[Line, ...]:
    """Return the sentences with their marks."""
    hits = _uncovered(found)
    dates = [(one.start, one.end) for one in find_dates(text)]
    numbers = [(one.start, one.end) for one in find_numbers(text)]
    lines = []
    for sentence in sentences:
        marks = [*_named(sentence, hits, knowledge)]
        dated = list(_plain(sentence, dates, Sort.DATE))
        marks += [replace(one, sort=Sort.DATELINE) if _is_dateline(one) else one for one in dated]
        marks += _plain(sentence, numbers, Sort.NUMBER)
        marks = _placed(marks, knowledge)
        marks += _gazetted(sentence, marks, knowledge)
        lines.append(Line(sentence, tuple(sorted(marks, key=lambda one: (one.start, one.sort)))))
    return tuple(lines)


def _uncovered(hits: Iterable[Hit]) -> list[Hit]:
    """Drop weapon names inside longer names of organisations or treaties."""
    hits = list(hits)
    covers = [hit for hit in hits if hit.kind in {ReferenceKind.ACTOR, ReferenceKind.TREATY}]
    return [
        hit
        for hit in hits
        if hit.kind is ReferenceKind.TREATY
        or not any(
            cover.kind is not hit.kind
            and cover.start <= hit.start
            and hit.end <= cover.end
            and cover.end - cover.start > hit.end - hit.start
            for cover in covers
        )
    ]


def _named(sentence: Sentence, hits: Iterable[Hit], knowledge: Knowledge) -> Iterator[Mark]:
    for hit in hits:
        sort = _NAMED_KINDS.get(hit.kind)
        if sort is None or hit.end <= sentence.start or hit.start >= sentence.end:
            continue
        words = _covering(sentence, hit.start, hit.end)
        if words:
            scale = _scale(hit, words, knowledge)
            yield Mark(sort, words, hit.entry, hit.form, scale)


def _is_dateline(date: Mark) -> bool:
    """Say whether a date only heads the text: `8 Jun 2016 Russian air strikes …`."""
    first, last = date.words[0], date.words[-1]
    if first.index > 1 or len(date.words) <= _DAY_AND_MONTH or not last.text.isdigit():
        return False
    following = last.index + 1
    return first.index == 0 or date.head.head.lower == "published" or following == 0


_DAY_AND_MONTH = 2


def _scale(hit: Hit, words: tuple[Word, ...], knowledge: Knowledge) -> GeoPrecision:
    if hit.kind is not ReferenceKind.PLACE:
        return GeoPrecision.UNKNOWN
    if _is_province(head_of(words)):
        return GeoPrecision.PROVINCE
    return knowledge.places.get(hit.entry).precision


def _is_province(head: Word) -> bool:
    """Say whether the name stands beside `province` or `region`."""
    joined = head.dep in {"compound", "nmod", "amod", "poss"}
    return joined and head.head.lemma in PROVINCE_NOUNS


def _plain(sentence: Sentence, ranges: Iterable[tuple[int, int]], sort: Sort) -> Iterator[Mark]:
    for start, end in ranges:
        if sentence.start <= start and end <= sentence.end:
            words = _covering(sentence, start, end)
            if words:
                yield Mark(sort, words)


def _covering(sentence: Sentence, start: int, end: int) -> tuple[Word, ...]:
    """Return the words that share a code point with a range."""
    return tuple(word for word in sentence.words if word.start < end and start < word.end)


def _placed(marks: list[Mark], knowledge: Knowledge) -> list[Mark]:
    """Read the name of a state or territory as a place where it stands as one."""
    actors = {one.start: one for one in marks if one.sort is Sort.ACTOR}
    large = {
        one.start: one
        for one in marks
        if one.sort is Sort.PLACE and one.start in actors and one.end == actors[one.start].end
    }
    placed = []
    for one in marks:
        if one.start in large and one.sort is Sort.PLACE:
            continue
        if one.sort is not Sort.ACTOR or not _is_territory(one, knowledge):
            placed.append(one)
        elif _is_in(one.head, PURELY_LOCATIVE):
            placed.append(large.get(one.start) or _as_place(one))
        elif one.form is Form.CAPITAL and _is_in(one.head, LOCATIVE | {"of", "from"}):
            placed.append(Mark(Sort.PLACE, one.words, "", one.form, GeoPrecision.NEAR))
        elif one.form is Form.CAPITAL and one.start in large and one.head.is_root:
            placed.append(large[one.start])  # the head of a list item: "Stepanakert on 3 October"
        else:
            placed.append(one)
            if _is_in(one.head, LOCATIVE | {"of"}) or _of_region(one.head):
                placed.append(large.get(one.start) or _as_place(one))
    return placed


def _as_place(one: Mark) -> Mark:
    return Mark(Sort.PLACE, one.words, one.entry, one.form, GeoPrecision.COUNTRY)


def _is_territory(one: Mark, knowledge: Knowledge) -> bool:
    if one.form not in {Form.NAME, Form.ALIAS, Form.CAPITAL}:
        return False
    return knowledge.actors.get(one.entry).kind in _TERRITORIAL


def _is_in(word: Word, prepositions: frozenset[str]) -> bool:
    """Say whether a name, or the one it is coordinated with, follows a preposition."""
    while word.dep in {"conj", "appos"} and not word.is_root:
        word = word.head
    return word.dep == "pobj" and word.head.lower in prepositions


def _of_region(word: Word) -> bool:
    return word.dep in {"compound", "nmod", "poss"} and word.head.lemma in PLACE_NOUNS


def _gazetted(sentence: Sentence, marks: Iterable[Mark], knowledge: Knowledge) -> Iterator[Mark]:
    """Yield the capitalised names in a place's position that the gazetteer knows."""
    taken = {word.index for one in marks for word in one.words}
    for run in _names(sentence, taken):
        head = head_of(run)
        sure = _beside_place_noun(head, run) or _dated(sentence, run, marks)
        if not sure and not _in_place_position(head):
            continue
        text = _text(run)
        if sure or _is_unknown_place(run) or knowledge.places.known(text):
            large = _is_province(head)
            scale = GeoPrecision.PROVINCE if large else _size(text, knowledge)
            yield Mark(Sort.PLACE, run, scale=scale)


def _is_unknown_place(run: tuple[Word, ...]) -> bool:
    """Say whether a name that no gazetteer has stands as a place: `by Daesh in Marea`."""
    head = head_of(run)
    while head.dep == "conj" and not head.is_root:
        head = head.head
    located = head.dep == "pobj" and head.head.lower in {"in", "near"}
    plain = all(word.pos == "PROPN" for word in run) and len(run) <= _NAME
    return located and plain and not any(word.lower in _NOT_PLACES for word in run)


_NAME = 3
_NOT_PLACES = lemmas(
    "operation resolution article protocol parliament congress council twitter facebook youtube "
    "telegram convention agreement committee court ministry university january february march "
    "april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday english arabic russian"
)
"""Capitalised words after `in` that are no places."""


def _size(name: str, knowledge: Knowledge) -> GeoPrecision:
    """Return how large a place is; `Syrias` is a state whose apostrophe was lost."""
    owner = knowledge.actors.named(name[:-1]) if name.endswith("s") else ()
    state = any(one.kind in _TERRITORIAL for one in owner)
    return GeoPrecision.COUNTRY if state else GeoPrecision.NEAR


def _dated(sentence: Sentence, run: tuple[Word, ...], marks: Iterable[Mark]) -> bool:
    """Say whether the name is one of a list of places with dates: `Tartar on 4 May, …`."""
    after = run[-1].index + 1
    if after >= len(sentence.words) or sentence.words[after].lower != "on":
        return False
    listed = run[0].index == 0 or sentence.words[run[0].index - 1].lower in {",", ":", "and", ";"}
    dates = {one.words[0].index for one in marks if one.sort is Sort.DATE}
    return listed and after + 1 in dates


def _text(run: tuple[Word, ...]) -> str:
    pieces = []
    for before, word in zip((None, *run), run, strict=False):
        gap = before is not None and word.start > before.end
        pieces.append(" " * gap + word.text)
    return "".join(pieces)


def _names(sentence: Sentence, taken: set[int]) -> Iterator[tuple[Word, ...]]:
    """Yield runs of capitalised words, with the small words that join them."""
    run: list[Word] = []
    for word in (*sentence.words, None):
        if word is not None and word.index not in taken and _continues(word, run):
            run.append(word)
            continue
        while run and not run[-1].text[0].isupper():
            run.pop()
        if run:
            yield tuple(run)
        run = []


def _continues(word: Word, run: list[Word]) -> bool:
    if word.text[0].isupper():
        return word.pos in {"PROPN", "NOUN", "ADJ", "X"} and word.lemma not in PLACE_NOUNS
    return bool(run) and (word.lower in _LINKS - {"of"} or word.text[0] in "-’'")


def _in_place_position(head: Word) -> bool:
    while head.dep in {"conj", "appos"} and not head.is_root:
        head = head.head
    if head.dep == "pobj":
        return head.head.lower in LOCATIVE | {"of", "from"}
    return head.dep in {"dobj", "nsubjpass"} and head.head.lemma in STRUCK


STRUCK = lemmas("strike hit bomb bombard shell attack pound target raid bombed shelled")


def _beside_place_noun(head: Word, run: tuple[Word, ...]) -> bool:
    while head.dep == "conj" and not head.is_root:
        head = head.head
    if head.dep in {"compound", "nmod"} and head.head.lemma in PLACE_NOUNS:
        return True
    if head.dep == "pobj" and head.head.lower == "of" and head.head.head.lemma in PLACE_NOUNS:
        return True
    after = [child for child in run[-1].children if child.dep == "appos"]
    return any(child.lemma in PLACE_NOUNS for child in after)
