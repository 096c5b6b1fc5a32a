"""The path from a document to its claims."""

from collections.abc import Iterable, Iterator, Sequence

from remnant.extract.attribution import attribute
from remnant.extract.carry import carry
from remnant.extract.claims import EXTRACTOR, claims_of, ordered
from remnant.extract.draft import Draft
from remnant.extract.harm import harms
from remnant.extract.holdings import holdings
from remnant.extract.lists import expanded
from remnant.extract.marks import Line, mark
from remnant.extract.membership import memberships, votes
from remnant.extract.parser import blanked, parse
from remnant.extract.position import positions
from remnant.extract.proceeding import proceedings
from remnant.extract.remnants import remnants
from remnant.extract.titles import calmed
from remnant.extract.use import uses
from remnant.knowledge import Knowledge
from remnant.model.claim import Claim
from remnant.model.document import Document

__all__ = ["EXTRACTOR", "extract"]

FAMILIES = (uses, harms, remnants, holdings, memberships, votes, positions, proceedings)
"""The families of claims, each a function from a sentence to drafts."""


def extract(document: Document, *, knowledge: Knowledge) -> tuple[Claim, ...]:
    """Return a document's claims, in order of their passages."""
    text = blanked(document)
    hits = knowledge.lexicon.scan(text, capitals=True)
    sentences = parse(document, calmed(text, hits))
    lines = mark(text, hits, sentences, knowledge=knowledge)
    drafts = expanded(document, lines, carry(lines, _drafts(lines)))
    attributor = attribute(document, lines, drafts, knowledge=knowledge)
    found: Sequence[Claim] = [
        claim for draft in drafts for claim in claims_of(draft, attributor, document)
    ]
    return ordered(found)


def _drafts(lines: Iterable[Line]) -> Iterator[Draft]:
    for line in lines:
        for family in FAMILIES:
            yield from family(line)
