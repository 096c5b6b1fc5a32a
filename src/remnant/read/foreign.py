"""Parts of an English text that are in another language: said so, not guessed at."""

from collections.abc import Iterator, Sequence

from remnant.model.document import SectionKind
from remnant.model.finding import Issue, Severity
from remnant.read.draft import Block
from remnant.read.language import language_of, share_of

MANY_WORDS = 40
"""Words from which a text or a block is long enough to tell its language by."""

_SHORTEST = 20
"""Words of a block in another language; a title or a slogan says little."""

_ENGLISH = 0.08
"""Share of English function words from which a block is English, whatever else it looks like."""

_LOOKED_AT = (SectionKind.PARAGRAPH, SectionKind.LIST_ITEM, SectionKind.QUOTATION)


def foreign_parts(text: str, blocks: Sequence[Block]) -> Iterator[Issue]:
    """Yield an issue for each language besides English that whole paragraphs are in."""
    first: dict[str, int] = {}
    count: dict[str, int] = {}
    for block in blocks:
        if block.kind not in _LOOKED_AT or block.end - block.start < 4 * _SHORTEST:
            continue
        words = text[block.start : block.end]
        tag = language_of(words) if len(words.split()) >= _SHORTEST else ""
        if tag and tag != "en" and share_of(words, "en") < _ENGLISH:
            first.setdefault(tag, block.start)
            count[tag] = count.get(tag, 0) + 1
    for tag, start in first.items():
        paragraphs = "1 paragraph seems" if count[tag] == 1 else f"{count[tag]} paragraphs seem"
        message = f"{paragraphs} to be in another language ({tag}); claims in it may be missed."
        yield Issue("other-language-part", message, Severity.WARNING, start)
