"""Attribution: the chain of speakers behind each proposition of a document."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from remnant.extract.draft import Draft
from remnant.extract.grammar import conjuncts
from remnant.extract.marks import Line, Sort
from remnant.extract.speech import MENTIONING, Speech, speeches, vague
from remnant.extract.voices import Memory, Voice, is_own, voice
from remnant.extract.words import Word
from remnant.knowledge import ActorKind, Knowledge
from remnant.model.claim import Stance
from remnant.model.document import Document, Quotation
from remnant.model.value import ReferenceKind

_PARTIES = frozenset({ActorKind.STATE, ActorKind.TERRITORY, ActorKind.OFFICE})
"""Kinds of publishers whose documents are their own statements."""


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


@dataclass(frozen=True, slots=True)
class Chain:
    """Who says a proposition.

    Attributes:
        links: Voices per depth, the outermost first.
        stance: Of the innermost speaker, as its verb gives it.
        top: The verb under which the proposition stands, or `None`.
        cue: Offsets of the innermost attributing words, or `None`.
        quoted: It stands in a quotation.
        denied_by: Voices of an outer speaker who denies what the innermost says.
        denied: Some outer speaker denies it.
    """

    links: tuple[tuple[Voice, ...], ...] = ()
    stance: Stance = Stance.AFFIRMED
    top: Word | None = None
    cue: tuple[int, int] | None = None
    quoted: bool = False
    denied: bool = False
    denied_by: tuple[tuple[Voice, ...], ...] = ()


@dataclass(slots=True)
class Attributor:
    """The speech acts of a document, per sentence, and its quotations with their speakers."""

    said: dict[int, tuple[Said, ...]] = field(default_factory=dict)
    quotes: tuple[tuple[Quotation, tuple[Voice, ...]], ...] = ()
    authors: dict[tuple[int, int], tuple[Voice, ...]] = field(default_factory=dict)
    publisher: str = ""
    official: bool = False

    def chain(self, line: Line, trigger: Word) -> Chain:
        """Return who says what a trigger says."""
        around = [
            one
            for one in self.said.get(line.sentence.order, ())
            if trigger.index in one.speech.scope and one.speech.verb is not trigger
        ]
        quoting = self._quoting(trigger, around)
        links = tuple(one.voices for one in around if one.voices)
        links = (quoting, *links) if quoting else links
        if not around:
            return Chain(links, quoted=self._quoted(trigger))
        last = around[-1]
        stance = Stance.HEDGED if last.vague else last.speech.stance
        outer = [one for one in around[:-1] if one.speech.stance is Stance.DENIED]
        return Chain(
            links,
            stance,
            last.speech.verb,
            last.speech.cue,
            self._quoted(trigger),
            denied=bool(outer),
            denied_by=tuple(one.voices for one in outer if one.voices),
        )

    def speaking(self, line: Line, noun: Word) -> tuple[Voice, ...]:
        """Return whom the words for the maker of a declaration stand for."""
        return self.authors.get((line.sentence.order, noun.index), ())

    def _quoted(self, trigger: Word) -> bool:
        return any(quote.start <= trigger.start < quote.end for quote, _ in self.quotes)

    def _quoting(self, trigger: Word, around: Sequence[Said]) -> tuple[Voice, ...]:
        """Return who speaks a quotation whose cue stands outside the sentence."""
        for quote, voices in self.quotes:
            if quote.start <= trigger.start < quote.end:
                known = {one for said in around for one in said.voices}
                return () if known & set(voices) else voices
        return ()


def attribute(
    document: Document, lines: Sequence[Line], drafts: Iterable[Draft], *, knowledge: Knowledge
) -> Attributor:
    """Read who says what, from the first sentence to the last."""
    memory = Memory()
    said: dict[int, tuple[Said, ...]] = {}
    authors: dict[tuple[int, int], tuple[Voice, ...]] = {}
    declared = _declared(drafts)
    publisher = publisher_of(document, knowledge)
    found = [speeches(line) for line in lines]
    for index, line in enumerate(lines):
        order = line.sentence.order
        memory.coming = _coming(lines[index:], found[index:], knowledge)
        said[order] = tuple(
            _said(speech, line, memory, knowledge, publisher) for speech in _in_order(found[index])
        )
        for noun in declared.get(order, ()):
            spoken = _voices(noun, line, memory, knowledge)
            authors[order, noun.index] = spoken
        _notice(line, memory, knowledge)
    ordered = {order: _widest_first(found) for order, found in said.items()}
    official = bool(publisher) and knowledge.actors.get(publisher).kind in _PARTIES
    quotes = _quotes(document, lines, ordered)
    return Attributor(ordered, quotes, authors, publisher, official)


def _coming(
    lines: Sequence[Line], found: Sequence[Sequence[Speech]], knowledge: Knowledge
) -> Voice | None:
    """Return the organisation that speaks next: `a monitor said` is often named after."""
    for line, speechs in zip(lines[:_AHEAD], found, strict=False):
        for speech in speechs:
            mark = line.at(speech.speaker, Sort.ACTOR)
            if mark and knowledge.actors.get(mark.entry).kind is ActorKind.ORGANISATION:
                return Voice(mark.start, mark.end, mark.entry)
    return None


_AHEAD = 4
"""Sentences within which a body that is first described is then named."""


def publisher_of(document: Document, knowledge: Knowledge) -> str:
    """Return the identifier of the document's publisher; empty if it is in no knowledge file."""
    stated = document.metadata.publisher
    if stated is None:
        return ""
    hits = knowledge.lexicon.scan(stated.value)
    return next((hit.entry for hit in hits if hit.kind is ReferenceKind.ACTOR), "")


def _declared(drafts: Iterable[Draft]) -> dict[int, list[Word]]:
    found: dict[int, list[Word]] = {}
    for draft in drafts:
        if draft.author is not None:
            found.setdefault(draft.line.sentence.order, []).append(draft.author)
    return found


def _voices(noun: Word, line: Line, memory: Memory, knowledge: Knowledge) -> tuple[Voice, ...]:
    if is_own(noun):
        return ()
    found = [voice(head, line, memory, knowledge=knowledge) for head in conjuncts(noun)]
    return tuple(one for one in found if one is not None)


def _in_order(found: Sequence[Speech]) -> list[Speech]:
    return sorted(found, key=lambda one: one.speaker.start)


def _widest_first(found: Sequence[Said]) -> tuple[Said, ...]:
    return tuple(sorted(found, key=lambda one: (-len(one.speech.scope), one.speech.cue)))


def _said(speech: Speech, line: Line, memory: Memory, knowledge: Knowledge, publisher: str) -> Said:
    if is_own(speech.speaker):
        return Said(speech, ())
    if vague(speech.speaker) and line.at(speech.speaker, Sort.ACTOR) is None:
        return Said(speech, (), vague=True)
    found = _voices(speech.speaker, line, memory, knowledge)
    own = bool(publisher) and all(one.entry == publisher for one in found)
    return Said(speech, () if own and speech.verb.lemma in MENTIONING else found)


def _notice(line: Line, memory: Memory, knowledge: Knowledge) -> None:
    """Remember organisations and states that are subjects, though they do not speak."""
    for mark in line.marks:
        if mark.sort is not Sort.ACTOR:
            continue
        kind = knowledge.actors.get(mark.entry).kind.value
        state = kind in {"state", "territory"}
        if state:
            memory.state = Voice(mark.start, mark.end, mark.entry, state=True)
        elif mark.head.dep == "nsubj" and kind in {"organisation", "media"}:
            memory.group = Voice(mark.start, mark.end, mark.entry)


def _quotes(
    document: Document, lines: Sequence[Line], said: dict[int, tuple[Said, ...]]
) -> tuple[tuple[Quotation, tuple[Voice, ...]], ...]:
    found: list[tuple[Quotation, tuple[Voice, ...]]] = []
    before: tuple[Voice, ...] = ()
    for quote in document.quotations:
        voices = _speaker_of(quote, lines, said) or _cited(quote, lines, document.text)
        if not voices and _alone(document, quote):
            voices = before
        found.append((quote, voices))
        before = voices
    return tuple(found)


def _cited(quote: Quotation, lines: Sequence[Line], text: str) -> tuple[Voice, ...]:
    """Return the body named just before a quoted title or post: `HRW, “Cluster munitions …”`."""
    best: Voice | None = None
    for line in lines:
        for mark in line.marks:
            near = mark.sort is Sort.ACTOR and 0 <= quote.start - mark.end <= _CITED
            if near and not set(text[mark.end : quote.start]) & set(';.:“"'):
                best = Voice(mark.start, mark.end, mark.entry)
    return (best,) if best is not None else ()


_CITED = 60
"""Code points within which a title follows the name of who published it."""


def _alone(document: Document, quote: Quotation) -> bool:
    """Say whether the quotation fills its paragraph, so that it goes on from the one before."""
    for section in document.sections:
        if section.start <= quote.start < section.end:
            rest = (
                document.text[section.start : quote.start] + document.text[quote.end : section.end]
            )
            return not any(letter.isalpha() for letter in rest)
    return False


def _speaker_of(
    quote: Quotation, lines: Sequence[Line], said: dict[int, tuple[Said, ...]]
) -> tuple[Voice, ...]:
    """Return who speaks a quotation: the nearest act of speech outside it, in or beside it."""
    best: tuple[int, tuple[Voice, ...]] | None = None
    for line in lines:
        if line.sentence.end < quote.start - 3 or line.sentence.start > quote.end + 3:
            continue
        for one in said[line.sentence.order]:
            start, end = one.speech.cue
            if not one.voices or quote.start <= start < quote.end:
                continue
            distance = max(start - quote.end, quote.start - end, 0)
            if best is None or distance < best[0]:
                best = (distance, one.voices)
    return best[1] if best is not None else ()
