"""Numbered citations: which document says it, when, where, and what it cites in turn."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from remnant.model.span import Span
from remnant.publish.pages.masking import publishable
from remnant.publish.profile_values import ProfileNote
from remnant.publish.sentences_claims import UNNAMED, Cited, Said
from remnant.publish.sentences_words import capital, day, listed

LONGEST = 600
"""Characters of a document's own note that a citation repeats before it is cut at a space."""


@dataclass(slots=True)
class _Entry:
    number: int
    text: str
    address: str
    document: str
    passages: dict[str, Span] = field(default_factory=dict)


class Notebook:
    """Numbers citations in order of first appearance, one per document and place cited."""

    def __init__(self) -> None:
        self._entries: dict[tuple[str, ...], _Entry] = {}

    def cite(self, items: Iterable[Said]) -> tuple[int, ...]:
        """Return the note numbers of the claims, making new notes where needed."""
        return tuple(sorted(dict.fromkeys(self._number(item) for item in items)))

    def cite_table(self, text: str, key: str) -> tuple[int, ...]:
        """Return the number of the note that cites a reviewed table."""
        entry = self._entries.setdefault(("table", key), self._entry(text))
        return (entry.number,)

    @property
    def notes(self) -> tuple[ProfileNote, ...]:
        """The notes so far, in order of number."""
        return tuple(
            ProfileNote(
                entry.number,
                entry.text,
                entry.address,
                entry.document,
                tuple(entry.passages.items()),
            )
            for entry in self._entries.values()
        )

    def _number(self, item: Said) -> int:
        labels = tuple(item.resolved.claim.notes)
        key = (item.document.id, *labels)
        if key not in self._entries:
            text = citation(item.document, labels)
            self._entries[key] = self._entry(text, item.document.address, item.document.id)
        entry = self._entries[key]
        entry.passages[item.id] = item.resolved.claim.passage
        return entry.number

    def _entry(self, text: str, address: str = "", document: str = "") -> _Entry:
        return _Entry(len(self._entries) + 1, text, address, document)


def citation(document: Cited, labels: Iterable[str] = ()) -> str:
    """Return the citation: publisher, title in quotation marks, date, and what it cites."""
    unnamed = document.publisher.startswith(UNNAMED)
    title = f" “{document.title},”" if document.title else "" if unnamed else " untitled document,"
    own = f"{capital(document.publisher)},{title} {_dated(document.published)}"
    upstream = _cites(document, tuple(labels))
    return publishable(f"{own}, citing {upstream}." if upstream else f"{own}.")


def _dated(published: str) -> str:
    if not re.fullmatch(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", published):
        return published or "undated"
    return day(published)


def _cites(document: Cited, labels: tuple[str, ...]) -> str:
    texts = dict(document.notes)
    missing = [label for label in labels if not texts.get(label)]
    found = [f"its note {label}: {_short(texts[label])}" for label in labels if texts.get(label)]
    if missing:
        one = len(missing) == 1
        which = f"its {'note' if one else 'notes'} {listed(missing)}"
        found.append(f"{which}, whose {'text is' if one else 'texts are'} missing")
    return "; and ".join(found)


def _short(text: str) -> str:
    whole = re.sub(r"\s+", " ", text).strip().rstrip(".")
    return whole if len(whole) <= LONGEST else f"{whole[:LONGEST].rsplit(' ', 1)[0]} …"
