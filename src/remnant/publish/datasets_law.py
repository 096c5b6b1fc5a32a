"""Rows of the datasets on obligations, membership, statements and searches."""

from collections.abc import Iterable, Iterator

from remnant.assess.statements import checked
from remnant.knowledge import Knowledge
from remnant.model.record import Record
from remnant.model.searching import Search
from remnant.publish.datasets_rows import Row
from remnant.publish.pages.masking import publishable


def obligation_rows(record: Record) -> Iterator[Row]:
    """Yield a row per incident, accused party and treaty, in order of incident."""
    for incident in record.incidents():
        for one in record.assessment(incident.number).obligations:
            yield {
                "incident_id": incident.number,
                "party": one.state,
                "treaty": one.treaty,
                "on": one.on,
                "standing": one.standing.value,
                "governed": one.governed,
                "articles": one.articles,
                "sentence": one.sentence,
                "reasons": tuple(reason.sentence for reason in one.reasons),
                "deadlines": tuple(deadline.sentence for deadline in one.deadlines),
                "votes": tuple(vote.sentence for vote in one.votes),
                "citation": one.citation,
            }


def member_rows(knowledge: Knowledge) -> Iterator[Row]:
    """Yield a row per day on which a count of a treaty's members changed, by treaty and day."""
    ledger = knowledge.treaties
    for treaty in ledger.acted_on():
        before: tuple[int, ...] = ()
        for day in ledger.changes(treaty):
            parties, signed = ledger.members(treaty, day), ledger.signatories(treaty, day)
            bound = ledger.members(treaty, day, "force")
            counts = (parties, bound, signed, parties + signed, ledger.ever_signed(treaty, day))
            if counts != before:
                yield {
                    "treaty": ledger.get(treaty).name,
                    "from": day.isoformat(),
                    "parties_by_deposit": parties,
                    "parties_in_force": bound,
                    "signatories": signed,
                    "joined": parties + signed,
                    "ever_signed": counts[-1],
                }
            before = counts


def statement_rows(record: Record, knowledge: Knowledge) -> Iterator[Row]:
    """Yield a row per statement on a treaty or vote and state, by document and passage."""
    for one in checked(record, knowledge=knowledge):
        resolved = record.claim(one.claim)
        yield {
            "claim_id": one.claim,
            "document_id": one.document,
            "kind": one.kind.value,
            "state": one.state or None,
            "treaty": knowledge.treaties.get(one.treaty).name,
            "exact": publishable(resolved.claim.passage.quote),
            "speakers": tuple(speaker.name for speaker in resolved.speakers),
            "on": one.on,
            "accord": one.accord.value,
            "tables_say": one.sentence,
            "incident_ids": one.incidents,
            "citation": one.citation or None,
        }


def search_rows(searches: Iterable[Search]) -> Iterator[Row]:
    """Yield a row per search, in order of recording."""
    for one in searches:
        yield {
            "search_id": one.id,
            "place": publishable(one.place),
            "languages": one.languages,
            "since": one.since or None,
            "until": one.until,
            "words": tuple(map(publishable, one.words)),
            "about": one.about,
            "found": one.found,
            "by": publishable(one.by),
            "recorded": one.at,
            "note": publishable(one.note) or None,
        }
