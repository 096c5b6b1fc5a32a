"""What one document rests on by its own words, and what finds its copies."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import pairwise

from remnant.assess.citations import Citation, citations_in, work_of
from remnant.assess.copies import bands_of, sketch_of
from remnant.assess.links import address_of, links_in
from remnant.assess.marks import marks_of
from remnant.assess.speakers import UNKNOWN, Speaker, publisher_of, speaker_of, speakers_of
from remnant.assess.wires import credits_in
from remnant.knowledge import Knowledge
from remnant.model.claim import Basis
from remnant.model.document import Document, Note
from remnant.model.finding import Reason
from remnant.model.lineage import Derivation, Fingerprint, Named, Work
from remnant.model.resolution import ResolvedClaim
from remnant.model.span import Span
from remnant.model.value import DateInterval


def fingerprint(
    document: Document, resolved: Sequence[ResolvedClaim], *, knowledge: Knowledge
) -> Fingerprint:
    """Return what is needed to find out what a document rests on, without its text."""
    publisher = publisher_of(document, knowledge)
    titles = _titles(document, resolved, knowledge)
    named = (
        *_digested(document, knowledge),
        *_credited(document, publisher, knowledge),
        *_quoted(resolved, publisher, titles, knowledge),
        *_cited(document, resolved, publisher, knowledge),
        *_pictured(document, resolved, publisher, knowledge),
        *_linked(document, resolved, publisher, knowledge),
    )
    ordered = sorted(named, key=lambda one: (one.work.id, one.kind, one.claims, one.passages))
    return Fingerprint(
        work=_own(document, publisher),
        bands=bands_of(document.text),
        signature=sketch_of(document.text).values,
        named=tuple(ordered),
        marks=marks_of(document, resolved),
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
    return Work(
        document.id, named.label, publisher.key, named.date, document.id, address_of(document)
    )


def _digested(document: Document, knowledge: Knowledge) -> Iterator[Named]:
    stated = document.metadata.digest_of
    if stated is None:
        return
    for citation in citations_in(stated.value, knowledge):
        sentence = f"The document says that it is a summary of a work by {citation.speaker.name}."
        reason = Reason("digest", sentence, right=stated.value)
        yield Named(_work(citation), Derivation.DIGESTS, (), (), reason)


def _credited(document: Document, publisher: Speaker, knowledge: Knowledge) -> Iterator[Named]:
    """The text says that it is an agency's, or somebody else's that it credits."""
    for one in credits_in(document, publisher, knowledge):
        passages = (document.span(one.start, one.end),) if one.end > one.start else ()
        reason = Reason(one.rule, one.sentence, publisher.name, one.speaker.name)
        yield Named(work_of(one.speaker), Derivation.REPEATS, passages, (), reason, one.score)


def _quoted(
    resolved: Sequence[ResolvedClaim],
    publisher: Speaker,
    titles: frozenset[tuple[str, str]],
    knowledge: Knowledge,
) -> Iterator[Named]:
    """Claims attributed to somebody else rest on that speaker.

    A note that gives the title of a work cites it, whatever the title says.
    """
    claims: dict[tuple[Speaker, Speaker | None], list[ResolvedClaim]] = defaultdict(list)
    for claim in resolved:
        chain = speakers_of(claim, knowledge)
        for speaker in chain[-1] if chain else ():
            if speaker.key != publisher.key and (claim.claim.id, speaker.key) not in titles:
                claims[speaker, None].append(claim)
        for outer, inner in pairwise(chain):  # who hands it on, and for whom
            for speaker in outer:
                cited = (claim.claim.id, speaker.key) in titles
                if inner and not cited and speaker.key not in (publisher.key, inner[0].key):
                    claims[speaker, inner[0]].append(claim)
    for (speaker, behind), said in claims.items():
        names = tuple(one.claim.id for one in said)
        sentence = f"The words are attributed to {speaker.name}."
        if behind is not None:
            sentence = f"{speaker.name} hands on what {behind.name} says."
        reason = Reason("attribution", sentence, publisher.name, speaker.name, claims=names)
        depth = -1 if behind is None else 0
        passages = tuple(dict.fromkeys(_attributing(one, depth) for one in said))
        yield Named(work_of(speaker), Derivation.QUOTES, passages, names, reason)


def _attributing(claim: ResolvedClaim, depth: int) -> Span:
    """Return the words that name the speaker at a depth, or else the passage."""
    chain = claim.claim.attribution.chain
    named = chain[depth] if chain else ()
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
        for citation, span in _citations(document, note, knowledge):
            inside = _inside(span, citation, resolved, knowledge)
            names = tuple(dict.fromkeys((*claims[note.label], *inside)))
            if citation.speaker.key == publisher.key or not names:
                continue
            sentence = f"Note {note.label} names {_work(citation).label}."
            reason = Reason(
                "note", sentence, f"note {note.label}", citation.speaker.name, claims=names
            )
            yield Named(_work(citation), Derivation.CITES, (span,), names, reason)


def _pictured(
    document: Document,
    resolved: Sequence[ResolvedClaim],
    publisher: Speaker,
    knowledge: Knowledge,
) -> Iterator[Named]:
    """What a picture shows rests on whom its caption credits: `a shell in the town (AFP)`."""
    for one in resolved:
        passage = one.claim.passage
        opened = passage.quote.rfind("(")
        within = opened > passage.quote.rfind(")")
        found = _CREDIT.match(document.text, passage.start + opened if within else passage.end)
        if found is None or Basis.IMAGERY not in one.claim.basis:
            continue
        speaker = speaker_of(found["name"], knowledge)
        if speaker.key not in (publisher.key, UNKNOWN) and speaker.key in knowledge.actors:
            sentence = f"The caption credits the picture to {speaker.name}."
            names = (one.claim.id,)
            reason = Reason("caption", sentence, publisher.name, speaker.name, claims=names)
            credit = document.span(*found.span("name"))
            yield Named(work_of(speaker), Derivation.CITES, (credit,), names, reason)


_CREDIT = re.compile(
    r"\s*[(\[](?:(?:photo|picture|image)s?(?: by)?:? )?(?P<name>[^()\[\]/\n]{2,40})[)\]]",
    re.IGNORECASE,
)
"""Who took a picture, in brackets after the words of its caption."""


def _titles(
    document: Document, resolved: Sequence[ResolvedClaim], knowledge: Knowledge
) -> frozenset[tuple[str, str]]:
    """Return the claims that stand in the titles of cited works, each with whose work it is."""
    return frozenset(
        (claim, citation.speaker.key)
        for note in document.notes
        for citation, span in _citations(document, note, knowledge)
        for claim in _inside(span, citation, resolved, knowledge)
    )


def _inside(
    span: Span, citation: Citation, resolved: Sequence[ResolvedClaim], knowledge: Knowledge
) -> Iterator[str]:
    """Yield the claims in the words of a citation that are said by whom it cites."""
    for one in resolved:
        passage = one.claim.passage
        if passage.start < span.end and span.start < passage.end:
            speakers = {speaker.key for link in speakers_of(one, knowledge) for speaker in link}
            if citation.speaker.key in speakers:
                yield one.claim.id


def _linked(
    document: Document,
    resolved: Sequence[ResolvedClaim],
    publisher: Speaker,
    knowledge: Knowledge,
) -> Iterator[Named]:
    """Claims whose words are a link rest on the page that it leads to.

    Where nothing says whose page it is, no claim is taken to rest on it.
    """
    for link in links_in(document, publisher, knowledge):
        inside = (
            one.claim.id
            for one in resolved
            if one.claim.passage.start < link.end and link.start < one.claim.passage.end
        )
        names = tuple(inside) if link.known else ()
        sentence = f"A link leads to a page of {link.speaker.name}."
        reason = Reason("link", sentence, publisher.name, link.address, claims=names)
        passage = document.span(link.start, link.end)
        yield Named(link.work, Derivation.CITES, (passage,), names, reason, link.score)


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
