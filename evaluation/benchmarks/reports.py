"""Generated reports of generated events, with their claims made and not read.

Linking and assessing are measured on these, so that no time goes into reading sentences. The
same number gives the same report. Every event has a town and a day; it is told by one to four
documents; one telling in seven leaves the day out, and a third of them give a figure.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from evaluation.corpus import (
    DEEDS,
    NEAR,
    PARTIES,
    PEOPLE,
    PUBLISHERS,
    QUALITIES,
    THINGS,
    WEAPONS,
)
from remnant.assess import fingerprint
from remnant.knowledge import Knowledge
from remnant.link import group
from remnant.model.claim import Claim, ClaimKind, Mention, Slot
from remnant.model.document import Document, Section, SectionKind
from remnant.model.ids import content_id, sha256_hex
from remnant.model.record import DocumentResult
from remnant.model.resolution import Candidate, Resolution, ResolvedClaim, Value
from remnant.model.source import Capture, Metadata, Provenance, Stated
from remnant.model.value import (
    DateInterval,
    GeoPrecision,
    Location,
    Quantity,
    Reference,
    ReferenceKind,
)

TOWNS = 400
"""Towns in a grid of twenty by twenty, 55 km apart, in four countries. Most events are in few."""

PER_DOCUMENT = 4
"""Events that a document tells."""

PER_DAY = 8.0
"""Events on a day: the time that the reports cover grows with their number, as a record's does."""

MOST_TELLINGS = 4
"""Documents that tell of one event, at most; half as many on average."""

_START = date(2000, 1, 1)
_COUNTRIES = ("SY", "UA", "AZ", "YE")
_DETAILS = (*QUALITIES, *THINGS, *DEEDS, *PEOPLE, *NEAR)


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, before anybody tells of it."""

    town: Location
    day: date
    party: Reference
    weapon: Reference
    killed: int


def town(number: int) -> Location:
    """Return one town of the grid."""
    row, column = divmod(number % TOWNS, 20)
    return Location(
        name=f"Town {number % TOWNS}",
        id=f"town:{number % TOWNS}",
        country=_COUNTRIES[(row // 10) * 2 + column // 10],
        latitude=30.0 + row * 0.5,
        longitude=40.0 + column * 0.6,
        precision=GeoPrecision.NEAR,
    )


def event(number: int, knowledge: Knowledge) -> Event:
    """Return one event, the same for the same number."""
    chance = _chance("event", number)
    party = chance.choice(PARTIES).removeprefix("the ")
    weapon = chance.choice(WEAPONS)
    return Event(
        town=town(int(TOWNS * chance.random() ** 3)),
        day=_START + timedelta(days=int(number / PER_DAY)),
        party=_known(ReferenceKind.ACTOR, party, knowledge),
        weapon=_known(ReferenceKind.WEAPON, weapon, knowledge),
        killed=chance.randrange(2, 40),
    )


def reports(mentions: int, *, knowledge: Knowledge) -> Iterator[DocumentResult]:
    """Yield documents that make about as many event mentions as asked for.

    The tellings of an event stand in different documents, close in time to the event.
    """
    tellings: list[int] = []
    number = 0
    while len(tellings) < mentions:
        times = _chance("times", number).randrange(1, MOST_TELLINGS)
        tellings.extend([number] * times)
        number += 1
    del tellings[mentions:]
    # Neighbours in the list are tellings of one event: deal them out over the documents.
    span = PER_DOCUMENT * MOST_TELLINGS
    for start in range(0, len(tellings), span):
        stretch = tellings[start : start + span]
        for first in range(MOST_TELLINGS):
            told = stretch[first::MOST_TELLINGS]
            if told:
                yield _report(start + first, told, knowledge)


def _report(number: int, told: list[int], knowledge: Knowledge) -> DocumentResult:
    chance = _chance("report", number)
    events = [event(one, knowledge) for one in told]
    sentences = [_sentence(chance, one) for one in events]
    published = max(one.day for one in events) + timedelta(days=chance.randrange(1, 4))
    document = _document(number, "\n\n".join(sentences), chance.choice(PUBLISHERS), published)
    resolved = []
    for one, section in zip(events, document.sections, strict=True):
        resolved.append(_claim(chance, document, section, one))
    return DocumentResult(
        document,
        tuple(resolved),
        group(resolved, document=document, knowledge=knowledge),
        fingerprint(document, resolved, knowledge=knowledge),
    )


def _sentence(chance: random.Random, one: Event) -> str:
    """Return a sentence with the values of an event in it, and seldom two words of another."""
    words = [chance.choice(_DETAILS) for _ in range(16)]
    said = (
        f"{one.party.name} struck {one.town.name} with {one.weapon.name} on {one.day.isoformat()}"
    )
    return f"{said}: {' '.join(words)}; {one.killed} people killed."


def _document(number: int, text: str, publisher: str, published: date) -> Document:
    digest = sha256_hex(f"{number}\n{text}".encode())
    capture = Capture(
        id=content_id("k", (digest,)),
        sha256=digest,
        size=len(text),
        origin=f"report-{number:06d}.txt",
        captured="2025-01-01T00:00:00Z",
        media_type="text/plain",
    )
    sections, start = [], 0
    for part in text.split("\n\n"):
        sections.append(Section(SectionKind.PARAGRAPH, start, start + len(part)))
        start += len(part) + 2
    metadata = Metadata(
        publisher=Stated(publisher, Provenance.GIVEN),
        published=Stated(published.isoformat(), Provenance.GIVEN),
    )
    return Document(
        content_id("d", (digest,)), capture, text, metadata=metadata, sections=tuple(sections)
    )


def _claim(
    chance: random.Random, document: Document, section: Section, one: Event
) -> ResolvedClaim:
    values: list[tuple[Slot, str, Value]] = [
        (Slot.ACTOR, one.party.name, one.party),
        (Slot.WEAPON, one.weapon.name, one.weapon),
        (Slot.PLACE, one.town.name, one.town),
    ]
    if chance.randrange(7):
        values.append((Slot.DATE, one.day.isoformat(), DateInterval(one.day.isoformat())))
    if not chance.randrange(3):
        values.append((Slot.KILLED, f"{one.killed} people", Quantity(one.killed, one.killed)))
    filled = [(_mention(document, section, slot, words), value) for slot, words, value in values]
    passage = document.span(section.start, section.end)
    claim = Claim(
        id=content_id("c", (document.id, passage.start)),
        kind=ClaimKind.USE,
        passage=passage,
        mentions=tuple(mention for mention, _ in filled),
    )
    return ResolvedClaim(
        claim,
        tuple(Resolution(claim.id, mention, (Candidate(value, 1.0),)) for mention, value in filled),
    )


def _mention(document: Document, section: Section, slot: Slot, words: str) -> Mention:
    start = document.text.index(words, section.start)
    return Mention(slot, document.span(start, start + len(words)))


def _known(kind: ReferenceKind, name: str, knowledge: Knowledge) -> Reference:
    register = knowledge.actors if kind is ReferenceKind.ACTOR else knowledge.weapons
    found = register.named(name)
    return Reference(kind, found[0].name, found[0].id) if found else Reference(kind, name)


def _chance(what: str, number: int) -> random.Random:
    return random.Random(f"{what}:{number}")  # noqa: S311 - no secret is made
