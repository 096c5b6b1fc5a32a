"""Attribution: the chain of speakers behind each proposition of a document."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from remnant.extract.drafts.draft import Draft
from remnant.extract.language.cues import DENYING, INANIMATE, JUDGING
from remnant.extract.language.grammar import conjuncts, extent, phrase
from remnant.extract.language.roles import PERSONS
from remnant.extract.language.stance import HARMING, hedged_noun
from remnant.extract.language.words import Word
from remnant.extract.names.marks import Line, Sort
from remnant.extract.names.parties import Parties
from remnant.extract.names.titled import profiled
from remnant.extract.speaking.bodies import names
from remnant.extract.speaking.memory import Memory, Said, Voice
from remnant.extract.speaking.posts import posts
from remnant.extract.speaking.quoting import Quoted, announcement, cited_first, quoted, statements
from remnant.extract.speaking.saying import maker
from remnant.extract.speaking.serving import is_of_film
from remnant.extract.speaking.speech import Speech, counted, speeches, vague
from remnant.extract.speaking.staff import STAFF, core
from remnant.extract.speaking.voices import heading, is_own, is_somebody, voice
from remnant.knowledge import ActorKind, Knowledge
from remnant.model.claim import Stance
from remnant.model.document import Document
from remnant.model.value import ReferenceKind

_PARTIES = frozenset(
    {ActorKind.STATE, ActorKind.TERRITORY, ActorKind.OFFICE, ActorKind.ORGANISATION}
)
"""Kinds of publishers whose documents are their own statements."""

_STATES = frozenset({ActorKind.STATE, ActorKind.TERRITORY, ActorKind.OFFICE})
"""Kinds of publishers that name themselves in the third person, as states do."""


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
    """The speech acts of a document, per sentence, and its quotations with their speakers.

    Attributes:
        said: Per sentence, its acts of speech.
        quotes: The quotations.
        authors: Per sentence and word, whom the words for who declares something stand for.
        publisher: Identifier of the publisher; empty if unknown.
        official: The document is the publisher's own statement.
        stately: The publisher is a state, or speaks as one.
    """

    said: dict[int, tuple[Said, ...]] = field(default_factory=dict)
    quotes: tuple[Quoted, ...] = ()
    authors: dict[tuple[int, int], tuple[Voice, ...]] = field(default_factory=dict)
    publisher: str = ""
    official: bool = False
    stately: bool = False

    def chain(self, line: Line, trigger: Word) -> Chain:
        """Return who says what a trigger says."""
        around = [
            one
            for one in self.said.get(line.sentence.order, ())
            if trigger.index in one.speech.scope and one.speech.verb is not trigger
        ]
        if around and _only_judged(trigger, around[-1]):
            around.pop()
        quoting = self._quoting(trigger, around)
        links = tuple(one.voices for one in around if one.voices)
        links = (quoting, *links) if quoting else links
        if not around:
            return Chain(links, quoted=self._quoted(trigger))
        last = around[-1]
        unsure = last.vague and last.speech.stance is Stance.AFFIRMED
        stance = Stance.HEDGED if unsure else last.speech.stance
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
        return any(quote.holds(trigger.start) for quote in self.quotes)

    def _quoting(self, trigger: Word, around: Sequence[Said]) -> tuple[Voice, ...]:
        """Return who speaks a quotation whose cue stands outside the sentence."""
        for quote in self.quotes:
            if quote.holds(trigger.start):
                known = {one for said in around for one in said.voices}
                return () if known & set(quote.voices) else quote.voices
        return ()


def _only_judged(trigger: Word, act: Said) -> bool:
    """Say whether the author tells of what somebody judges: `condemned the alleged attack`.

    The doubt, and what a relative clause adds, are the author's, unless a clause says what is so.
    """
    verb = act.speech.verb
    claimed = verb.child("dobj") if verb.lemma == "claim" else None
    if claimed is not None and claimed.pos == "NOUN" and trigger.lemma in HARMING:
        return verb.child("ccomp") is None  # whom the attack that it claims killed
    if verb.lemma not in JUDGING or not verb.has("dobj"):
        return False
    path = [trigger, *(one for one in trigger.ancestors() if verb in one.ancestors())]
    if any(one.dep in {"ccomp", "advcl", "xcomp"} for one in path):
        return False
    doubted = any(hedged_noun(one) for one in (trigger, *trigger.children))
    return doubted or any(one.dep == "relcl" for one in path)


def attribute(
    document: Document,
    lines: Sequence[Line],
    drafts: Iterable[Draft],
    *,
    parties: Parties,
    knowledge: Knowledge,
) -> Attributor:
    """Read who says what, from the first sentence to the last."""
    publisher = publisher_of(document, knowledge)
    kind = knowledge.actors.get(publisher).kind if publisher else None
    memory = Memory(parties=parties, home=publisher if kind in _STATES else "")
    memory.names = names(lines, knowledge)
    memory.country = profiled(document, knowledge)
    memory.body = publisher if kind is ActorKind.ORGANISATION else ""
    said: dict[int, tuple[Said, ...]] = {}
    authors: dict[tuple[int, int], tuple[Voice, ...]] = {}
    announced: dict[int, tuple[Voice, ...]] = {}
    declared = _declared(drafts)
    found = [speeches(line) for line in lines]
    notes = cited_first(document, lines)
    for index, line in enumerate(lines):
        order = memory.order = line.sentence.order
        if line.sentence.section in notes:
            memory.begin_note(notes.pop(line.sentence.section))
        memory.coming = _coming(lines[index:], found[index:], knowledge)
        heard = [_said(speech, line, memory, knowledge) for speech in _in_order(found[index])]
        heard = [_in_own_name(one, memory.home) for one in heard]
        said[order] = tuple(one for one in heard if not _is_topic(one))
        _settle(said[order], memory)
        for noun in declared.get(order, ()):
            spoken = _voices(noun, line, memory, knowledge)
            authors[order, noun.index] = spoken
        announcer = announcement(line)
        if announcer is not None:
            known = [one.voices for one in said[order] if one.speech.speaker is announcer]
            announced[index] = next(iter(known), ()) or _voices(announcer, line, memory, knowledge)
        _notice(line, memory, knowledge)
    ordered = {order: _widest_first(found) for order, found in said.items()}
    quotes = quoted(document, lines, ordered)
    quotes += (*statements(document, lines, announced), *posts(document, lines))
    return Attributor(ordered, quotes, authors, publisher, kind in _PARTIES, kind in _STATES)


def _is_topic(one: Said) -> bool:
    """Say whether a state before the colon of a headline is what it is about, and no speaker."""
    speech = one.speech
    heads = speech.verb is speech.speaker and speech.verb.index < min(speech.scope, default=0)
    return heads and any(voice.state for voice in one.voices)


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


_AHEAD = 6
"""Sentences within which a body that is first described is then named."""


def publisher_of(document: Document, knowledge: Knowledge) -> str:
    """Return the identifier of the document's publisher; empty if it is in no knowledge file."""
    stated = document.metadata.publisher
    if stated is None:
        return ""
    hits = knowledge.lexicon.scan(stated.value, capitals=True)
    entry = next((hit.entry for hit in hits if hit.kind is ReferenceKind.ACTOR), "")
    return knowledge.actors.speaks_as(entry).id if entry else ""


def _declared(drafts: Iterable[Draft]) -> dict[int, list[Word]]:
    found: dict[int, list[Word]] = {}
    for draft in drafts:
        if draft.author is not None:
            found.setdefault(draft.line.sentence.order, []).append(draft.author)
    return found


def _voices(noun: Word, line: Line, memory: Memory, knowledge: Knowledge) -> tuple[Voice, ...]:
    if is_own(noun):
        return ()
    both = memory.parties.pair(noun, line) if memory.parties is not None else ()
    if both:
        return tuple(
            Voice(noun.start, noun.end, mark.entry, (mark.start, mark.end), state=True)
            for mark in both
        )
    heads = [maker(counted(head)) for head in conjuncts(noun)]
    heads = [one for one in heads if one.lemma not in INANIMATE or one.pos == "PROPN"] or heads
    found = [voice(head, line, memory, knowledge=knowledge) for head in heads]
    return tuple(one for one in found if one is not None)


def _in_order(found: Sequence[Speech]) -> list[Speech]:
    return sorted(found, key=lambda one: one.speaker.start)


def _widest_first(found: Sequence[Said]) -> tuple[Said, ...]:
    """Order the acts of a sentence from the outermost; one that closes it is about all before."""
    return tuple(
        sorted(
            found,
            key=lambda one: (not _closes(one), -len(one.speech.scope), one.speech.cue),
        )
    )


def _closes(one: Said) -> bool:
    return bool(one.speech.scope) and min(one.speech.scope) <= 1 < one.speech.verb.index == max(
        one.speech.verb.index, *one.speech.scope
    )


def _said(speech: Speech, line: Line, memory: Memory, knowledge: Knowledge) -> Said:
    if is_own(speech.speaker) or speech.speaker.lemma in _COUNTS:
        return Said(speech, ())
    headed = heading(speech.speaker, memory) if speech.verb is speech.speaker else None
    if headed is not None and line.at(speech.speaker, Sort.ACTOR) is None:
        return Said(speech, (headed,))
    known = speech.speaker.lower in memory.described and _is_definite(speech.speaker)
    known = known or (memory.organisation is not None and is_of_film(speech.speaker))
    if not known and vague(speech.speaker) and line.at(speech.speaker, Sort.ACTOR) is None:
        return Said(speech, (), vague=True)
    return Said(speech, _voices(speech.speaker, line, memory, knowledge))


_COUNTS = frozenset({"toll", "tally", "count", "statistic", "tag"})
"""Counts that nobody is said to have made: `according to the latest death toll`."""


def _in_own_name(one: Said, home: str) -> Said:
    """Take what a state says of itself in its own statement as its own voice: `X condemns`."""
    verb = one.speech.verb
    first = next((child for child in verb.children if child.dep in {"aux", "auxpass"}), verb)
    own = bool(home) and {voice.entry for voice in one.voices} == {home}
    named = not any(voice.person or voice.referent for voice in one.voices)
    stated = first.tag in _PRESENT and verb.lemma not in DENYING
    return replace(one, voices=()) if own and named and stated else one


_PRESENT = frozenset({"VBZ", "VBP", "MD"})


def _is_definite(noun: Word) -> bool:
    return any(child.lower == "the" for child in noun.children)


def _settle(said: Sequence[Said], memory: Memory) -> None:
    """Let a pronoun in the next sentence go back to who spoke in the main clause of this one."""
    named = [one for one in said if one.voices and not one.voices[-1].person]
    if named:
        memory.group = min(named, key=_depth).voices[-1]


def _depth(one: Said) -> int:
    """Return how deep an act stands in its sentence: one beside the sentence is about all of it."""
    verb = one.speech.verb
    return -1 if verb.dep == "parataxis" else sum(1 for _ in verb.ancestors())


def _is_introduced(word: Word) -> bool:
    """Say whether a person is introduced with an office: `Jane Doe is the mayor of`."""
    said = word.head.child("attr") if word.dep == "nsubj" and word.head.lemma == "be" else None
    return word.pos == "PROPN" and said is not None and said.lemma in PERSONS


def _leads(noun: Word) -> bool:
    """Say whether a noun is the subject of the main clause, or of one coordinated with it."""
    verb = noun.head
    while verb.dep == "conj":
        verb = verb.head
    return noun.dep == "nsubj" and (verb.is_root or verb.dep == "parataxis")


def _employing(name: Word) -> Word:
    """Return the staff whose body is named: `Amnesty's experts examined`; else the name."""
    return name.head if name.dep == "poss" and name.head.lemma in STAFF else name


def _notice(line: Line, memory: Memory, knowledge: Knowledge) -> None:
    """Remember organisations and states that are subjects, though they do not speak."""
    for word in line.sentence.words:
        if word.dep == "nsubj" and word.lemma in PERSONS and line.over(phrase(word), Sort.ACTOR):
            found = voice(word, line, memory, knowledge=knowledge)
            memory.person = found or memory.person
        elif word.dep == "nsubj" and is_somebody(word) and _leads(word):
            memory.person = Voice(*core(word), person=True)
        elif _is_introduced(word):
            memory.person = Voice(*extent(phrase(word, through=frozenset())), person=True)
    for mark in line.marks:
        if mark.sort is not Sort.ACTOR:
            continue
        kind = knowledge.actors.get(mark.entry).kind.value
        state = kind in {"state", "territory"}
        if state:
            memory.state = Voice(mark.start, mark.end, mark.entry, state=True)
        elif _leads(_employing(mark.head)) and kind in {"organisation", "media"}:
            memory.group = Voice(mark.start, mark.end, mark.entry)
            memory.organisation = memory.group
