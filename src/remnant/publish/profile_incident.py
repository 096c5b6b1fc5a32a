"""An incident in two or three sentences, with the same guarantees as a profile."""

from collections.abc import Sequence
from dataclasses import replace

from remnant.knowledge import Knowledge
from remnant.model.assessment import Assessment
from remnant.model.claim import ClaimKind, Stance
from remnant.model.incident import Incident
from remnant.model.record import Record
from remnant.publish.notes import Notebook
from remnant.publish.profile_check import check_sentences
from remnant.publish.profile_doubts import doubtful
from remnant.publish.profile_names import abbreviated
from remnant.publish.profile_values import Sentence, Summary
from remnant.publish.sentences import Draft, Predicate, merged
from remnant.publish.sentences_claims import STRENGTH, Cited, Said, cited, in_order, said
from remnant.publish.sentences_names import Names
from remnant.publish.sentences_use import harm, remnants, spots, use
from remnant.publish.sentences_words import stop

MOST = 2
"""Sentences on one matter, where claims differ; the page lists every claim below."""


def incident_summary(
    incident: Incident, assessment: Assessment, record: Record, *, knowledge: Knowledge
) -> Summary:
    """Return what is said of one incident, who says so, and who denies it.

    Args:
        incident: The incident.
        assessment: What is concluded of it; its denials are told last.
        record: The record.
        knowledge: The reviewed reference data.

    Raises:
        PublishError: A sentence says more than its claims.
    """
    names = Names(knowledge)
    items = _items(tuple(incident.claims), record, names)
    answers = tuple(denial.claim for denial in assessment.denials)
    denials = [
        item
        for item in _items((*incident.claims, *answers), record, names)
        if item.stance is Stance.DENIED and item.resolved.claim.kind is ClaimKind.USE
    ]
    told = _told(items, incident, names)
    drafts = [*told, *merged([(use(item, names), item) for item in denials])[:1]]
    book = Notebook()
    shorten = abbreviated([drafts], names)
    sentences = tuple(sentence(draft, book) for draft in shorten)
    check_sentences(sentences, record, names)
    return Summary(sentences, book.notes)


def sentence(draft: Draft, book: Notebook) -> Sentence:
    """Return a draft with its notes numbered."""
    items = tuple({item.id: item for item in draft.items}.values())
    return Sentence(
        draft.text,
        tuple(item.id for item in items),
        book.cite(items),
        draft.stance,
        draft.speakers,
        " ".join(item.basis for item in items),
    )


def _items(claims: Sequence[str], record: Record, names: Names) -> tuple[Said, ...]:
    sources: dict[str, Cited] = {}
    items = []
    for claim in dict.fromkeys(claims):
        resolved = record.claim(claim)
        document = resolved.claim.passage.document
        if document not in sources:
            sources[document] = cited(record.result(document).document, names)
        items.append(said(resolved, sources[document], names))
    return in_order(items)


def _told(items: Sequence[Said], incident: Incident, names: Names) -> list[Draft]:
    every, items = items, [item for item in items if not doubtful(item, names)]
    uses = [item for item in items if item.resolved.claim.kind is ClaimKind.USE]
    shown = [item for item in uses if item.stance not in {Stance.DENIED, Stance.NOT_KNOWN}]
    drafts = _strongest(merged([(_here(item, incident, names), item) for item in shown]))
    harms = [item for item in items if item.resolved.claim.kind is ClaimKind.HARM]
    drafts += _strongest(_of(harms, [harm(item, names) for item in harms]))
    if not drafts:
        finds = [item for item in items if item.resolved.claim.kind is ClaimKind.REMNANTS]
        drafts += _strongest(_of(finds, [remnants(item, names) for item in finds]))
    return drafts or [quoted(item) for item in every if item.stance is Stance.AFFIRMED][:1]


def quoted(item: Said) -> Draft:
    """Return a claim in its document's own words, where its values make no sentence."""
    words = item.words.replace("“", "‘").replace("”", "’").replace('"', "").strip(" .,;")
    publisher = item.document.publisher
    text = stop(f"{publisher} writes: “… {words} …”")
    return Draft(text, (item,), item.stance, (publisher,))


def _of(items: Sequence[Said], predicates: Sequence[Predicate | None]) -> tuple[Draft, ...]:
    pairs = zip(predicates, items, strict=True)
    return merged([(predicate, item) for predicate, item in pairs if predicate is not None])


def _here(item: Said, incident: Incident, names: Names) -> Predicate:
    """Say of a claim with several dates only what concerns this incident."""
    whole = use(item, names)
    dates = tuple(
        date for date in item.dates if incident.date is None or date.overlaps(incident.date)
    )
    places = item.resolved.places
    if not places or not dates or dates == item.dates:
        return whole
    return replace(use(item, names, spot=spots([(places, dates)])))


def _strongest(drafts: Sequence[Draft]) -> list[Draft]:
    """Choose the best supported sentences: by stance, then by how many say so, then in order."""
    ranked = sorted(
        enumerate(drafts),
        key=lambda pair: (-STRENGTH.index(pair[1].stance), -len(pair[1].speakers), pair[0]),
    )
    chosen = sorted(ranked[:MOST], key=lambda pair: pair[0])
    return [draft for _, draft in chosen]
