"""Pages that a document links to, and the address that it has itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from remnant.assess.speakers import Speaker, folded, speaker_of
from remnant.knowledge import Knowledge
from remnant.model.document import Document, SectionKind
from remnant.model.ids import content_id
from remnant.model.lineage import Work
from remnant.model.value import ReferenceKind

_LINK = re.compile(
    r"\[(?P<words>[^\[\]]{2,300})\]\((?P<address>https?://[^\s()<>]+)[^()]*\)"
    r"|(?P<bare>https?://[^\s()<>\[\]\"“”]+)"
)
_SERVICES = ("t.co", "bit.ly", "twitter.com", "x.com", "facebook.com", "youtube.com")
"""Hosts on which anybody publishes: a link there tells nothing of whose page it is."""


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link in the body of a document.

    Attributes:
        speaker: Whose page it is, or its host.
        address: The address, without scheme, query and fragment.
        known: The words of the link or its host name a known organisation.
        start: Offset of the link in the canonical text.
        end: Offset after it.
    """

    speaker: Speaker
    address: str
    known: bool
    start: int
    end: int

    @property
    def work(self) -> Work:
        """The page as a work, told by its address."""
        label = f"{self.speaker.name}, {self.address}" if self.known else self.address
        key = content_id("w", ("address", self.address))
        return Work(key, label, self.speaker.key, address=self.address)

    @property
    def score(self) -> float:
        """How surely the page is the one meant."""
        return 0.9 if self.known else 0.5


def normal(address: str) -> str:
    """Return an address without scheme, `www`, query, fragment and closing marks."""
    try:
        parts = urlsplit(address.rstrip(".,;:!?*_'’"))
    except ValueError:
        return ""
    host = (parts.hostname or "").removeprefix("www.")
    return (host + parts.path.rstrip("/")) if host else ""


def address_of(document: Document) -> str:
    """Return the address that a document was published at, or empty."""
    stated = document.metadata.address
    for address in (stated.value if stated else "", document.capture.origin):
        if address.startswith(("http://", "https://")):
            return normal(address)
    return ""


def links_in(document: Document, publisher: Speaker, knowledge: Knowledge) -> Iterator[PageLink]:
    """Yield the links of a document's body to pages of others, each page once, in order."""
    own = address_of(document).partition("/")[0]
    seen = {address_of(document), ""}
    body = [one for one in document.sections if one.kind is not SectionKind.BOILERPLATE]
    for section in body:
        if section.kind is SectionKind.NOTE:
            continue  # what a note names is read from the whole note
        for found in _LINK.finditer(document.text, section.start, section.end):
            address = normal(found["address"] or found["bare"])
            host = address.partition("/")[0]
            if address in seen or host in (own, address) or host in _SERVICES:
                continue
            seen.add(address)
            known = _known(f"{found['words'] or ''} {host}", knowledge)
            speaker = known or Speaker(folded(host), host)
            if speaker.key != publisher.key:
                yield PageLink(speaker, address, known is not None, *found.span())


def _known(words: str, knowledge: Knowledge) -> Speaker | None:
    for hit in knowledge.lexicon.scan(words):
        if hit.kind is ReferenceKind.ACTOR:
            return speaker_of("", knowledge, actor=hit.entry)
    return None
