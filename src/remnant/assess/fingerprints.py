"""What one document rests on by its own words, and what finds its copies."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress

from remnant.assess.citations import Citation, citations_in, work_of
from remnant.assess.copies import bands_of, sketch_of
from remnant.assess.speakers import UNKNOWN, Speaker, innermost, publisher_of
from remnant.knowledge import Knowledge
from remnant.model.assessment import Derivation, Fingerprint, Named, Work
from remnant.model.document import Document, Note
from remnant.model.finding import Reason
from remnant.model.resolution import ResolvedClaim
from remnant.model.span import Span
from remnant.model.value import DateInterval


def fingerprint(
    document: Document, resolved: Sequence[ResolvedClaim], *, knowledge: Knowledge
) -> Fingerprint:
    """Return what is needed to find out what a document rests on, without its text."""
    publisher = publisher_of(document, knowledge)
    named = (
        *_digested(document, knowledge),
        *_quoted(resolved, publisher, knowledge),
        *_cited(document, resolved, publisher, knowledge),
    )
    ordered = sorted(named, key=lambda one: (one.work.id, one.kind, one.claims, one.passages))
    return Fingerprint(
        _own(document, publisher), bands_of(document.text), sketch_of(document.text), tuple(ordered)
    )


def published(document: Document) -> DateInterval | None:
    """Return the document's date of publication, or `None` if it is not known."""
    stated = document.metadata.published
    if stated is not None:
        with suppress(ValueError):  # a date that the reader could not put in EDTF is unknown
            return DateInterval(stated.value)
    return None


def _own(document: Document, publisher: Speaker) -> Work:
    stated = document.metadata.title
    title = stated.value if stated and publisher.key != UNKNOWN else ""
    named = work_of(publisher, title=title, date=published(document))
    return Work(document.id, named.label, publisher.key, named.date, document.id)


def _digested(document: Document, knowledge: Knowledge) -> Iterator[Named]:
    stated = document.metadata.digest_of
    if stated is None:
        return
    for citation in citations_in(stated.value, knowledge):
        sentence = f"The document says that it is a summary of a work by {citation.speaker.name}."
        reason = Reason("digest", sentence, right=stated.value)
        yield Named(_work(citation), Derivation.DIGESTS, (), (), reason)


def _quoted(
    resolved: Sequence[ResolvedClaim], publisher: Speaker, knowledge: Knowledge
) -> Iterator[Named]:
    """Claims attributed to somebody else rest on that speaker."""
    claims: dict[Speaker, list[ResolvedClaim]] = defaultdict(list)
    for claim in resolved:
        for speaker in innermost(claim, knowledge):
            if speaker.key != publisher.key:
                claims[speaker].append(claim)
    for speaker, said in claims.items():
        names = tuple(one.claim.id for one in said)
        sentence = f"The words are attributed to {speaker.name}."
        reason = Reason("attribution", sentence, publisher.name, speaker.name, claims=names)
        passages = tuple(dict.fromkeys(_attributing(one) for one in said))
        yield Named(work_of(speaker), Derivation.QUOTES, passages, names, reason)


def _attributing(claim: ResolvedClaim) -> Span:
    """Return the words that name the speaker, or else the passage."""
    named = claim.claim.attribution.innermost
    return named[0].span if named else claim.claim.passage


def _cited(
    document: Document,
    resolved: Sequence[ResolvedClaim],
    publisher: Speaker,
    knowledge: Knowledge,
) -> Iterator[Named]:
    """Claims with note markers rest on the works that those notes name."""
    claims: dict[str, list[str]] = defaultdict(list)
    for claim in resolved:
        for label in claim.claim.notes:
            claims[label].append(claim.claim.id)
    for note in document.notes:
        names = tuple(claims[note.label])
        for citation, span in _citations(document, note, knowledge) if names else ():
            if citation.speaker.key == publisher.key:
                continue
            sentence = f"Note {note.label} names {_work(citation).label}."
            reason = Reason(
                "note", sentence, f"note {note.label}", citation.speaker.name, claims=names
            )
            yield Named(_work(citation), Derivation.CITES, (span,), names, reason)


def _citations(
    document: Document, note: Note, knowledge: Knowledge
) -> Iterator[tuple[Citation, Span]]:
    if note.start is None or note.end is None or note.end <= note.start:
        return
    text = document.text[note.start : note.end]
    for citation in citations_in(text, knowledge):
        yield citation, document.span(note.start + citation.start, note.start + citation.end)


def _work(citation: Citation) -> Work:
    return work_of(citation.speaker, title=citation.title, date=citation.date)
