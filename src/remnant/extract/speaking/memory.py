"""Memory: who spoke so far in a text, so that pronouns and surnames can be followed."""

from dataclasses import dataclass, field

from remnant.extract.language.words import Word
from remnant.extract.names.parties import Parties
from remnant.extract.speaking.bodies import Names
from remnant.extract.speaking.saying import Speech


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker.

    Attributes:
        start: Offset of the words that name it.
        end: Offset after them.
        entry: Identifier of the actor it speaks as; empty if it is not in the knowledge.
        referent: Range of the words a pronoun or description refers back to, or `None`.
        person: It is one person.
        state: It is a state or another party to conflicts.
    """

    start: int
    end: int
    entry: str = ""
    referent: tuple[int, int] | None = None
    person: bool = False
    state: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """An act of speech with the voices that speak.

    Attributes:
        speech: The act.
        voices: Alternatives or joint speakers; empty if the author or nobody identified speaks.
        vague: The source is not identified, so the author hedges.
    """

    speech: Speech
    voices: tuple[Voice, ...]
    vague: bool = False


@dataclass(slots=True)
class Memory:
    """Who spoke so far, so that pronouns and surnames can be followed."""

    people: dict[str, Voice] = field(default_factory=dict)
    person: Voice | None = None
    group: Voice | None = None
    organisation: Voice | None = None
    state: Voice | None = None
    speaking: Voice | None = None
    order: int = 0
    spoken: int = 0
    described: dict[str, Voice] = field(default_factory=dict)
    coming: Voice | None = None
    parties: Parties | None = None
    names: Names = field(default_factory=Names)
    home: str = ""
    country: str = ""
    body: str = ""

    def begin_note(self, cited: Voice | None) -> None:
        """Start a note: `the article` in it is by whom it cites, and nobody goes back further."""
        self.person = None
        self.group = self.organisation = cited
        self.described = dict.fromkeys(_TEXTS, cited) if cited is not None else {}

    def hear(self, voice: Voice, surname: str = "", noun: str = "") -> None:
        """Remember a speaker."""
        if noun and voice.referent is None:
            self.described[noun] = voice
        if voice.person and voice.entry and not voice.state:
            self.organisation = Voice(voice.start, voice.end, voice.entry, voice.referent)
        if voice.person:
            self.person = voice
            if surname:
                self.people[surname] = self.people[surname.rpartition(" ")[2]] = voice
        else:
            self.group = voice
        if voice.state:
            self.state = self.speaking = voice
            self.spoken = self.order
        elif not voice.person:
            self.organisation = voice


_TEXTS = ("article", "report", "statement", "release", "paper")
"""Words in a note for the work that it cites."""


def back(noun: Word, earlier: Voice | None) -> Voice | None:
    """Return the earlier voice as that of the words that take it up; `None` if there is none."""
    if earlier is None:
        return None
    referent = earlier.referent or (earlier.start, earlier.end)
    return Voice(noun.start, noun.end, earlier.entry, referent, earlier.person, earlier.state)


__all__ = ["Memory", "Said", "Voice", "back"]
