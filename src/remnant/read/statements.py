"""Metadata that the text of a document states: title, date, author, publisher."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields

from remnant.model.source import Metadata, Provenance, Stated
from remnant.read.boilerplate import is_publisher_note
from remnant.read.dates import DATE, edtf_of
from remnant.read.draft import Block
from remnant.read.sections import title_index
from remnant.read.words import edges_of

_FRONT = 14
"""Blocks at the start in which dates, bylines and titles are looked for."""

_NAME = r"[A-Z][\w.&’' -]{1,60}?"
_LABELLED = re.compile(
    rf"(?:last (?:updated|modified)|updated|published|date of publication|first published|posted)"
    rf"(?: (?:on|at))?\W{{0,3}}({DATE})",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"\W*({DATE})(?:\s*(?:at|,|-)?\s*\d{{1,2}}[:.]?\d{{2}}.{{0,12}})?\W*", re.IGNORECASE
)
_NAMED = re.compile(rf"(?P<name>[^.:;,]{{2,60}}),\s*(?P<date>{DATE})\W*", re.IGNORECASE)
_DATELINE = re.compile(rf"\(?[^.:;()]{{0,60}}?\b({DATE})\)?\s*[–—-]", re.IGNORECASE)
_LEADING = re.compile(rf"({DATE})\b", re.IGNORECASE)
_BYLINE = re.compile(r"(?:By|by|BY):?\s+((?:[A-Z]|the )[^.!?;\n]{2,80})")
_DELIVERED = re.compile(
    r"(?:delivered|made|given) by\s+((?:[A-Z]|the )[^.!?;\n]*(?:\.\s+[A-Z][^.!?;\n]*)?)"
)
_SOURCE_PAGE = re.compile(
    rf"\boriginal source of this (?:article|page|report) is ({_NAME})(?=\s*(?:$|[.,\n]|Copyright))"
)
_COPYRIGHT = re.compile(
    rf"(?:©|Copyright)\W*(?:{_NAME},\s*)?(?:(?:19|20)\d{{2}}\W+)?({_NAME})(?:,?\s*(?:19|20)\d{{2}}|\.|$)"
)
_KIND = re.compile(
    r"(press release|news release|media release|press statement|statement|fact sheet|opinion"
    r"|op-ed|editorial|interview|briefing)\s*(?:$|\n|delivered by)",
    re.IGNORECASE,
)
_DIGEST = re.compile(r"(?:Digest|Summary) of:\s*(.{5,500})", re.DOTALL)
_SOURCE_LINE = re.compile(r"\(Source: ([^()]{2,60})\)\s*$")

_OFFICE = re.compile(
    r"\b(?:Permanent Representative|Permanent Mission|Ambassador|Delegation|Government|President)"
    r"\s+of\s+(?:the\s+)?([A-Z][\w’'-]*(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w’'-]*){0,5})"
)
_RELEASE_SUBJECT = re.compile(
    r"\([^()]*\d{4}\)\s*[–—-]\s*(?:The\s+)?((?:[A-Z][\w’'-]*\s+){1,6})(?=\(|[a-z])"
)
_SUBJECT = re.compile(r"((?:[A-Z][\w’'-]*\s+){1,5})(?=[a-z])")

Found = tuple[str, str]
"""A value, and the words it was read from."""


@dataclass(frozen=True, slots=True)
class Page:
    """What the rules look at: the words of the first blocks, and of all blocks.

    Attributes:
        front: Words of the first blocks, in order.
        blocks: The same blocks.
        all: Words of every block.
    """

    front: tuple[str, ...]
    blocks: tuple[Block, ...]
    all: tuple[str, ...]


Rule = Callable[[Page], Found | None]


def labelled_date(page: Page) -> Found | None:
    """A date after a label such as `Last updated` or `Published`."""
    return _first_date(_LABELLED.search(words[:300]) for words in page.front)


def date_alone(page: Page) -> Found | None:
    """A date on a line of its own."""
    return _first_date(_ALONE.fullmatch(words) for words in page.front)


def named_date(page: Page) -> Found | None:
    """A date on a line with a place or a publisher."""
    for words in page.front:
        match = _NAMED.fullmatch(words)
        edtf = edtf_of(match["date"]) if match is not None else None
        if edtf is not None:
            return edtf, words.strip()
    return None


def dateline(page: Page) -> Found | None:
    """A date in the dateline that opens the text."""
    return _first_date(_DATELINE.match(words) for words in page.front)


def leading_date(page: Page) -> Found | None:
    """A date as the very first words of the text."""
    return _first_date(_LEADING.match(words) for words in page.front[:1])


def byline(page: Page) -> Found | None:
    """A name after `By`."""
    return _first_name(_BYLINE.fullmatch(words) for words in page.front)


def deliverer(page: Page) -> Found | None:
    """A name after `delivered by`."""
    matches = (_DELIVERED.search(words) for words in page.front if len(words.split()) < 60)  # noqa: PLR2004 - a heading, not running text
    return _first_name(matches)


def source_page(page: Page) -> Found | None:
    """The publisher named as the original source of the page."""
    return _first_name(_SOURCE_PAGE.search(words) for words in page.all)


def source_line(page: Page) -> Found | None:
    """The publisher named in brackets as the source, at the end."""
    return _first_name(_SOURCE_LINE.search(words) for words in page.all[-3:])


def copyright_holder(page: Page) -> Found | None:
    """The publisher named in the statement of copyright."""
    return _first_name(_COPYRIGHT.search(words) for words in page.all)


def represented(page: Page) -> Found | None:
    """The state or body for which a statement is delivered."""
    if deliverer(page) is None:
        return None
    return _first_name(_OFFICE.search(words) for words in page.front[:6])


def releasing(page: Page) -> Found | None:
    """Who a press release is about in its title and first words: its own publisher."""
    title = first_heading(page)
    for words in page.front:
        match = _RELEASE_SUBJECT.match(words)
        if match is not None and title is not None and title[0].startswith(match[1].strip()):
            return match[1].strip(), match.group().strip()
    return None


def self_description(page: Page) -> Found | None:
    """Who describes itself as the publisher."""
    return _first_name(_SUBJECT.match(words) for words in page.all if is_publisher_note(words))


def kind_label(page: Page) -> Found | None:
    """The kind of document, printed alone or before who delivers it."""
    for words in page.front[:6]:
        match = _KIND.match(words)
        if match is not None:
            return match[1].lower(), match[1]
    return None


def digest_label(page: Page) -> Found | None:
    """The work named after `Digest of:`."""
    return _first_name(_DIGEST.match(words) for words in page.front)


def first_heading(page: Page) -> Found | None:
    """The heading before all text."""
    index = title_index(page.blocks)
    if index is None:
        return None
    title = " ".join(page.front[index].split())
    return title, title


RULES: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    ("title", (first_heading,)),
    ("published", (labelled_date, date_alone, named_date, dateline, leading_date)),
    ("author", (byline, deliverer)),
    ("kind", (kind_label,)),
    ("digest_of", (digest_label,)),
    (
        "publisher",
        (source_page, copyright_holder, source_line, represented, releasing, self_description),
    ),
)
"""For each field, the rules in order; the first that finds something decides."""

INFERRED: tuple[Rule, ...] = (represented, releasing, self_description, leading_date)
"""Rules whose result is worked out rather than stated."""


def stated_metadata(
    text: str, blocks: Sequence[Block], markup: Sequence[tuple[int, int]]
) -> Metadata:
    """Return what the text states of itself."""
    words = tuple(edges_of(text, block, markup).strip() for block in blocks)
    page = Page(words[:_FRONT], tuple(blocks[:_FRONT]), words)
    found = {field: value for field, rules in RULES for value in _decided(page, rules)}
    return Metadata(**found)


def merged(*layers: Metadata) -> Metadata:
    """Return, for each field, the value of the first layer that has one."""
    return Metadata(
        **{
            field.name: next(
                (value for layer in layers if (value := getattr(layer, field.name)) is not None),
                None,
            )
            for field in fields(Metadata)
        }
    )


def _decided(page: Page, rules: tuple[Rule, ...]) -> Iterator[Stated[str]]:
    for rule in rules:
        found = rule(page)
        if found is not None:
            provenance = Provenance.INFERRED if rule in INFERRED else Provenance.STATED
            yield Stated(found[0], provenance, found[1])
            return


def _first_date(matches: Iterator[re.Match[str] | None]) -> Found | None:
    for match in matches:
        edtf = edtf_of(match[1]) if match is not None else None
        if match is not None and edtf is not None:
            return edtf, match.group().strip()
    return None


def _first_name(matches: Iterator[re.Match[str] | None]) -> Found | None:
    for match in matches:
        if match is not None:
            return " ".join(match[1].split()).rstrip(" ,"), match.group().strip()
    return None
