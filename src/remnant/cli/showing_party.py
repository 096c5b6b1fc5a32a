"""The ledger of one accused party in plain lines: accused, answered, not answered."""

import json
from collections.abc import Iterator
from typing import Any

from remnant.assess import ledgers
from remnant.assess.statements import checked
from remnant.assess.words_and_votes import years_of_words
from remnant.knowledge import Knowledge
from remnant.model.ledger import Accusation, Answer, Ledger
from remnant.model.record import Record
from remnant.model.words import date_words, listed
from remnant.publish.pages.parties import carried, said_when, silence, summary
from remnant.store.codec import encode

INDENT = "    "


def ledger_named(record: Record, name: str, *, knowledge: Knowledge) -> Ledger | None:
    """Return the ledger of the party with this name or identifier, or `None`.

    A party's adjective, and an office that speaks for it, are names of it too.
    """
    asked = {name.casefold(), *(one.id for one in knowledge.actors.named(name))}
    asked |= {knowledge.actors.speaks_as(one.id).id for one in knowledge.actors.named(name)}
    found = ledgers(record, knowledge=knowledge)
    return next((one for one in found if {one.party, one.name.casefold()} & asked), None)


def ledger_json(ledger: Ledger) -> Any:  # noqa: ANN401 - a JSON value
    """Return a ledger as a JSON value."""
    return {"is": "party", "id": ledger.party, "values": [json.loads(encode(ledger))]}


def ledger_lines(ledger: Ledger, *, why: bool) -> Iterator[str]:
    """Yield what a party is accused of and what it answered; why, with every claim."""
    yield f"Party {ledger.party}"
    yield summary(ledger)
    if silence(ledger):
        yield silence(ledger)
    yield "what it answered:"
    for answer in ledger.answers:
        yield from _answer_lines(answer, why=why)
    if not ledger.answers:
        yield f"{INDENT}nothing in the documents of this dossier"
    yield "what it is accused of:"
    for accusation in ledger.accusations:
        yield from _accusation_lines(accusation, why=why)


def years_lines(record: Record, party: str, *, knowledge: Knowledge) -> Iterator[str]:
    """Yield what a state said of the ban on cluster munitions beside its votes, year by year."""
    if party not in knowledge.actors:
        return
    said = checked(record, knowledge=knowledge)
    years = years_of_words(knowledge.actors.get(party), said, knowledge=knowledge)
    if years:
        yield "what it said of the ban on cluster munitions, and how it voted:"
    for one in years:
        yield f"{INDENT}{one.sentence}"
        for claim in one.claims:
            yield f"{INDENT * 2}“{_short(record.claim(claim).claim.passage.quote)}” [{claim}]"


def _answer_lines(answer: Answer, *, why: bool) -> Iterator[str]:
    when = said_when(answer)
    what = f"denies {answer.scope.value}" if answer.scope else answer.response.value
    yield f"{INDENT}{when}, {what}: “{_short(answer.passage.quote)}” [{answer.claim}]"
    yield f"{INDENT * 2}{' '.join(part for part in (answer.meaning, carried(answer)) if part)}"
    if answer.rendered:
        yield f"{INDENT * 2}{answer.rendered}"
    if why:
        answers = ", ".join(answer.answers) or "no accusation in the documents of this dossier"
        yield f"{INDENT * 2}answers {answers}"


def _accusation_lines(accusation: Accusation, *, why: bool) -> Iterator[str]:
    when = date_words(accusation.said) if accusation.said else "date not known"
    where = ", ".join(accusation.incidents) or "of no incident"
    by = listed(accusation.accusers)
    yield (
        f"{INDENT}{when}, {accusation.kind.value} by {by} ({where}): {accusation.answered.value}"
    )
    if why:
        yield f"{INDENT * 2}“{_short(accusation.passage.quote)}” [{accusation.claim}]"
        if accusation.answers:
            yield f"{INDENT * 2}answered in {', '.join(accusation.answers)}"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 160 else f"{line[:159].rstrip()}…"  # noqa: PLR2004 - two lines
