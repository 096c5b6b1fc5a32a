"""Marks: the names, dates and numbers in a sentence, tied to its words.

Weapons, actors and treaties come from the lexicon. Places come from the lexicon
and from the gazetteer, which is asked only about capitalised names that stand
where a place stands. Dates and numbers come from the knowledge room's finders.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from remnant.extract.language.words import Sentence, Word, head_of, lemmas
from remnant.knowledge import Form
from remnant.model.value import GeoPrecision


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
        scale: For a place, how large it is; a party that is a state has the scale of its land.
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
