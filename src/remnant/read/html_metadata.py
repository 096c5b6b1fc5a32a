"""What a page says of itself to machines: meta tags and JSON-LD."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from remnant.model.source import Metadata, Provenance, Stated
from remnant.read.dates import edtf_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_TAGS: dict[str, tuple[str, ...]] = {
    "title": ("og:title", "dc.title", "citation_title", "twitter:title"),
    "publisher": ("og:site_name", "dc.publisher", "citation_publisher", "application-name"),
    "author": ("author", "article:author", "dc.creator", "citation_author", "parsely-author"),
    "published": (
        "article:published_time",
        "datepublished",
        "dc.date",
        "dcterms.date",
        "citation_publication_date",
        "pubdate",
        "date",
    ),
    "address": ("og:url",),
    "language": ("og:locale", "content-language"),
}
"""For each field, the names of the meta tags that carry it, the best first."""

_LINKED: dict[str, tuple[str, ...]] = {
    "title": ("headline",),
    "publisher": ("publisher",),
    "author": ("author",),
    "published": ("datePublished",),
}
"""For each field, the properties of schema.org that carry it in JSON-LD."""

_DEEPEST = 6


def page_metadata(root: "_Element") -> Metadata:
    """Return the metadata that a page states in its head; meta tags come before JSON-LD."""
    tags: dict[str, str] = {}
    for tag in root.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").casefold()
        content = " ".join((tag.get("content") or "").split())
        if name and content:
            tags.setdefault(name, content)
    linked = dict(reversed(tuple(_linked(root))))
    found = {
        field: _tagged(tags, names) or _tagged(linked, _LINKED.get(field, ()))
        for field, names in _TAGS.items()
    }
    author = found["author"]
    return Metadata(
        title=found["title"],
        publisher=found["publisher"],
        author=None if author is not None and _is_address(author.value) else author,
        published=_published(found["published"]),
        address=found["address"],
    )


def _tagged(tags: Mapping[str, str], names: Sequence[str]) -> Stated[str] | None:
    name = next((name for name in names if name in tags), None)
    return Stated(tags[name], Provenance.STATED, f"{name}: {tags[name]}") if name else None


def _is_address(words: str) -> bool:
    return words.startswith(("http://", "https://"))


def _published(stated: Stated[str] | None) -> Stated[str] | None:
    edtf = edtf_of(stated.value) if stated is not None else None
    return replace(stated, value=edtf) if stated is not None and edtf is not None else None


def _linked(root: "_Element") -> Iterator[tuple[str, str]]:
    """Yield the properties of the JSON-LD blocks with their words, in order."""
    for script in root.iter("script"):
        if (script.get("type") or "").casefold() == "application/ld+json":
            try:
                yield from _properties(json.loads(script.text or ""), _DEEPEST)
            except (ValueError, RecursionError):
                continue


def _properties(data: Any, depth: int) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - any JSON
    if depth == 0:
        return
    if isinstance(data, list):
        for one in data:
            yield from _properties(one, depth - 1)
    elif isinstance(data, dict):
        for names in _LINKED.values():
            for name in names:
                words = _name(data.get(name))
                if words:
                    yield name, words
        yield from _properties(data.get("@graph"), depth - 1)


def _name(value: Any) -> str:  # noqa: ANN401 - any JSON
    """Return a string, or the name of a thing or of each thing in a list."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        return _name(value.get("name")) if not isinstance(value.get("name"), dict) else ""
    if isinstance(value, list):
        return ", ".join(filter(None, (_name(one) for one in value if not isinstance(one, list))))
    return ""
