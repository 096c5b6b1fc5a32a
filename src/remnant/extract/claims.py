"""Claims: from drafts with their chains of speakers to the frozen record."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from remnant.extract.drafts.basis import basis, is_general
from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.wording import with_denial, with_doubt
from remnant.extract.language.frames import ATTACKS, FORCES
from remnant.extract.language.grammar import is_passive, is_verb, subject
from remnant.extract.language.stance import (
    HEDGING_ADJECTIVES,
    Unreal,
    commitment,
    hedged_noun,
    judge,
)
from remnant.extract.language.words import Word
from remnant.extract.names.marks import Line, Mark, Sort
from remnant.extract.speaking.attribution import Attributor, Chain
from remnant.extract.speaking.memory import Voice
from remnant.model.claim import (
    Attribution,
    Claim,
    ClaimKind,
    Mention,
    Slot,
    Stance,
)
from remnant.model.document import Document
from remnant.model.ids import content_id

EXTRACTOR = "grammar 1"
"""Name and version of the extractor; the version rises when its output can differ."""

_ORDER = {kind: index for index, kind in enumerate(ClaimKind)}
_SLOTS = {slot: index for index, slot in enumerate(Slot)}


def claims_of(draft: Draft, attributor: Attributor, document: Document) -> Iterator[Claim]:
    """Yield the claims of one draft: one for each speaker that speaks for itself."""
    spoken = draft.leading or draft
    chain = attributor.chain(spoken.line, spoken.trigger)
    found = _stance(spoken, chain)
    if isinstance(found, Unreal):
        return
    stance = found
    if draft.author is not None:
        chain = _declared(draft, chain, attributor)
        if draft.kind is not ClaimKind.REMNANTS:  # who finds a remnant speaks, and did not leave it
            draft = _acting(draft, chain, attributor)
    innermost = chain.links[-1] if chain.links else ()
    draft = _in_first_person(draft, innermost)
    if draft.kind is ClaimKind.POSITION and draft.author is None:
        if not innermost and not attributor.official:
            return
        draft = _as_speakers(draft, innermost) if innermost else _as_publishers(draft, attributor)
    for speakers in (innermost,) if draft.joint else _apart(innermost):
        links = (*chain.links[:-1], speakers) if speakers else chain.links
        own = _own_part(draft, speakers, innermost)
        own = with_denial(own) if stance is Stance.DENIED else own
        own = with_doubt(own) if stance is Stance.OPEN else own
        yield _claim(own, chain, links, stance, document)
    if chain.denied and stance is not Stance.DENIED:
        links = chain.denied_by[:1]
        yield _claim(with_denial(draft), chain, links, Stance.DENIED, document)


def _own_part(draft: Draft, speakers: tuple[Voice, ...], all_: tuple[Voice, ...]) -> Draft:
    """Where parties each speak of themselves, keep the part of the one who speaks."""
    entries = {voice.entry for voice in speakers}
    if draft.mutual and entries:
        return replace(draft, actors=tuple(m for m in draft.actors if m.entry not in entries))
    parties = {mark.entry for mark in draft.actors}
    if len(all_) > len(speakers) and parties == {voice.entry for voice in all_}:
        return replace(draft, actors=tuple(m for m in draft.actors if m.entry in entries))
    return draft


def _in_first_person(draft: Draft, innermost: tuple[Voice, ...]) -> Draft:
    """Name the state or group that speaks as the doer of what `we` or `our forces` did."""
    noun = subject(draft.trigger) if is_verb(draft.trigger) else None
    if noun is None or draft.actors or draft.kind not in _DONE:
        return draft
    ours = any(child.lower == "our" for child in noun.children) and noun.lemma in FORCES
    if not ours and noun.lower not in {"we", "i"}:
        return draft
    states = [voice.entry for voice in innermost if voice.state and voice.entry]
    return replace(draft, actors=tuple(Mark(Sort.ACTOR, (noun,), entry) for entry in states))


_DONE = frozenset({ClaimKind.USE, ClaimKind.POSSESSION})
"""Kinds in which a party may speak of itself."""


def _as_speakers(draft: Draft, innermost: tuple[Voice, ...]) -> Draft:
    """Name the speakers as those who take the position."""
    inside = draft.line.sentence.words
    marks = tuple(
        Mark(Sort.ACTOR, words, voice.entry)
        for voice in innermost
        if (words := tuple(w for w in inside if voice.start <= w.start and w.end <= voice.end))
    )
    return replace(draft, actors=marks)


def _as_publishers(draft: Draft, attributor: Attributor) -> Draft:
    """Name the publisher as who takes the position that its own statement states plainly."""
    return replace(draft, actors=(Mark(Sort.ACTOR, (draft.trigger,), attributor.publisher),))


def _acting(draft: Draft, chain: Chain, attributor: Attributor) -> Draft:
    """Name who takes a position in the first person or as a person: the speaker's own party."""
    author = draft.author
    if draft.actors or author is None:
        return draft
    own = attributor.publisher if not chain.links and attributor.official else ""
    entries = [own, *(voice.entry for voice in (chain.links[-1] if chain.links else ()))]
    said = chain.links[-1] if chain.links else ()
    if not any(entries) and attributor.stately and said and all(one.person for one in said):
        entries = [attributor.publisher]  # a minister speaks for the state that publishes it
    marks = tuple(Mark(Sort.ACTOR, (author,), entry) for entry in entries if entry)
    return replace(draft, actors=marks)


def _declared(draft: Draft, chain: Chain, attributor: Attributor) -> Chain:
    """Add who declares something to the chain, unless it is a state in its own statement."""
    assert_author = draft.author
    if assert_author is None:
        return chain
    voices = attributor.speaking(draft.line, assert_author)
    self_named = {voice.entry for voice in voices} == {attributor.publisher}
    own = self_named and attributor.stately and _is_said_now(draft.trigger)
    heard = {voice.entry or str(voice.start) for link in chain.links for voice in link}
    known = {voice.entry or str(voice.start) for voice in voices} & heard
    if not voices or known or own:
        return chain
    return replace(chain, links=(*chain.links, voices))


def _is_said_now(verb: Word) -> bool:
    """Say whether a verb declares by itself what it says: `condemns`, `is committing`, `will`."""
    if verb.dep == "pcomp" and is_verb(verb.head.head):  # `joins others in committing to`
        verb = verb.head.head
    auxiliaries = {one.lower for one in verb.children if one.dep == "aux"}
    return verb.tag in {"VBZ", "VBP"} or bool(auxiliaries & {"is", "are", "am", "will", "shall"})


def _apart(voices: tuple[Voice, ...]) -> list[tuple[Voice, ...]]:
    """Part named bodies, who speak each for itself; keep descriptions together."""
    if len(voices) > 1 and all(voice.entry for voice in voices):
        return [(voice,) for voice in {voice.entry: voice for voice in voices}.values()]
    return [voices]


def _stance(draft: Draft, chain: Chain) -> Stance | Unreal:
    if draft.stance is not None:
        return draft.stance
    found = judge(draft.trigger, chain.top)
    if found is Stance.HEDGED and chain.stance in {Stance.DENIED, Stance.OPEN}:
        return chain.stance
    if isinstance(found, Unreal) or found is not Stance.AFFIRMED:
        return found
    return Stance.HEDGED if _is_hedged(draft) else chain.stance


def _is_hedged(draft: Draft) -> bool:
    """Say whether an attack is hedged by its noun; whom it killed is not in doubt by that."""
    noun = subject(draft.trigger) if is_verb(draft.trigger) else None
    acting = noun is not None and (noun.lemma in ATTACKS or not is_passive(draft.trigger))
    doubted = noun is not None and acting and hedged_noun(noun)
    return (doubted and draft.kind is not ClaimKind.HARM) or _is_hedged_before(draft)


def _is_hedged_before(draft: Draft) -> bool:
    """Say whether a hedge stands right before the noun, however it was parsed: `reported use`."""
    word, words = draft.trigger, draft.line.sentence.words
    if is_verb(word) or not word.index:
        return False
    return words[word.index - 1].lower in HEDGING_ADJECTIVES


def _claim(
    draft: Draft,
    chain: Chain,
    links: tuple[tuple[Voice, ...], ...],
    stance: Stance,
    document: Document,
) -> Claim:
    passage = document.span(*_trimmed(draft))
    speakers = tuple(
        tuple(_speaker(voice, document) for voice in voices) for voices in links if voices
    )
    mentions = (*_mentions(draft, document), *_takers(draft, speakers))
    cue = document.span(*chain.cue) if chain.cue and speakers else None
    everything = (*(mention for depth in speakers for mention in depth), *mentions)
    ordered = tuple(sorted(dict.fromkeys(everything), key=_by_slot))
    key = [document.id, draft.kind.value, draft.start, draft.end, stance.value]
    key += [f"{one.slot.value}:{one.span.start}:{one.span.end}:{one.entry}" for one in ordered]
    return Claim(
        id=content_id("c", key),
        kind=draft.kind,
        passage=passage,
        stance=stance,
        commitment=commitment(draft.trigger, _heads(draft), stance),
        attribution=Attribution(speakers, cue, chain.quoted),
        mentions=ordered,
        role=draft.role,
        ballot=draft.ballot,
        membership=draft.membership,
        notes=notes_of(draft, document),
        basis=basis(draft),
        general=is_general(draft),
        extractor=EXTRACTOR,
    )


def _trimmed(draft: Draft) -> tuple[int, int]:
    """Return the passage without link words, marks and asides at its ends: `that`, `it said`."""
    inside = draft.line.sentence.within(draft.start, draft.end)
    around = {draft.trigger.index, *(word.index for word in draft.trigger.ancestors())}
    apart = {
        below.index
        for word in inside
        if word.dep == "parataxis" and word.index not in around
        for below in word.subtree()
    }
    words = list(inside)
    while len(words) > 1 and (words[-1].index in apart or words[-1].pos == "PUNCT"):
        words.pop()
    while len(words) > 1 and words[0].index in apart:
        words.pop(0)
    while len(words) > 1 and words[0].pos in {"SCONJ", "CCONJ", "PUNCT"}:
        words.pop(0)
    while len(words) > 1 and words[-1].pos in {"CCONJ", "PUNCT", "ADP"}:
        words.pop()
    return (words[0].start, words[-1].end) if words else (draft.start, draft.end)


def _heads(draft: Draft) -> list[Word]:
    return [mark.head for mark in draft.weapons]


def _by_slot(mention: Mention) -> tuple[int, int]:
    return (_SLOTS[mention.slot], mention.span.start)


def _speaker(voice: Voice, document: Document) -> Mention:
    referent = document.span(*voice.referent) if voice.referent else None
    return Mention(
        Slot.SPEAKER,
        document.span(voice.start, voice.end),
        entry=voice.entry,
        referent=referent,
    )


def _mentions(draft: Draft, document: Document) -> Iterator[Mention]:
    for slot, marks in (
        (Slot.ACTOR, draft.actors),
        (Slot.SUPPLIER, draft.suppliers),
        (Slot.RECIPIENT, draft.recipients),
        (Slot.WEAPON, draft.weapons),
        (Slot.PLACE, draft.places),
        (Slot.DATE, draft.dates),
        (Slot.TREATY, draft.treaties),
    ):
        for mark in marks:
            yield _mention(slot, mark, draft, document)
    for slot, figure in (
        (Slot.KILLED, draft.killed),
        (Slot.INJURED, draft.injured),
        (Slot.COUNT, draft.count),
    ):
        if figure is not None:
            yield Mention(slot, document.span(*figure))
    for target in draft.targets:
        yield Mention(Slot.TARGET, document.span(target.start, target.end))


def _takers(draft: Draft, speakers: tuple[tuple[Mention, ...], ...]) -> Iterator[Mention]:
    """Yield who takes a position where only a pronoun says so: the speakers themselves."""
    if draft.kind is ClaimKind.POSITION and not draft.actors and speakers:
        for one in speakers[-1]:
            yield replace(one, slot=Slot.ACTOR)


def _mention(slot: Slot, mark: Mark, draft: Draft, document: Document) -> Mention:
    sentence = draft.line.sentence
    carried = not (sentence.start <= mark.start and mark.end <= sentence.end)
    return Mention(slot, document.span(mark.start, mark.end), carried, mark.entry)


def notes_of(draft: Draft, document: Document) -> tuple[str, ...]:
    """Return the labels of the notes printed in or at the end of the passage's sentence."""
    lines = {id(one.line): one for one in (draft.leading or draft, draft)}
    found = [
        (start, note.label)
        for note in document.notes
        for start, _ in note.markers
        if any(_belongs(one, start, document) for one in lines.values())
    ]
    return tuple(dict.fromkeys(label for _, label in sorted(found)))


_AFTER = 400
"""Code points after a sentence in which its markers stand: a dozen of them, and a closing mark."""


def _belongs(draft: Draft, marker: int, document: Document) -> bool:
    sentence = draft.line.sentence
    if sentence.start <= marker < sentence.end:
        return True
    if not sentence.end <= marker <= sentence.end + _AFTER:
        return False
    between = document.text[sentence.end : marker]
    return not any(letter.isalpha() for letter in between) and "\n\n" not in between


def ordered(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return claims by passage, kind and identifier, each once."""
    found = {claim.id: claim for claim in claims}
    return tuple(
        sorted(
            found.values(),
            key=lambda one: (one.passage.start, one.passage.end, _ORDER[one.kind], one.id),
        )
    )


__all__ = ["EXTRACTOR", "Line", "claims_of", "notes_of", "ordered"]
