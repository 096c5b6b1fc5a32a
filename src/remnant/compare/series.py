"""Which document is a newer edition of which: this year's profile and last year's."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from zlib import crc32

from remnant.model.comparison import Succession
from remnant.model.document import Document
from remnant.model.finding import Reason
from remnant.model.source import Stated

RUN = 5
"""Words of a run that two editions may share."""

ENOUGH = 0.1
"""Share of the shorter text's runs that two editions of one work have in common at least.

Editions of a yearly profile keep most of their standing text; two statements under one
title, such as "Press release", share next to none.
"""

CHANGING = re.compile(
    r"\b(?:19|20)\d{2}\b|\b(?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december)\b|\b(?:updated?|edition|version|revised|last)\b|\d+(?:st|nd|rd|th)?",
)
"""What a title or address has of one edition alone: years, dates, words for editions."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A document as an edition of a work.

    Attributes:
        document: The document.
        runs: Hashes of its runs of words.
    """

    document: Document
    runs: frozenset[int]

    @property
    def day(self) -> str:
        """When it was published, as EDTF; its capture where that is not known."""
        return _text(self.document.metadata.published) or self.document.capture.captured


def issued(document: Document) -> Issued:
    """Return a document with what is needed to find its other editions."""
    words = re.findall(r"\w+", document.text.casefold())
    runs = (" ".join(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)))
    return Issued(document, frozenset(crc32(run.encode()) for run in runs))


def successions(earlier: Iterable[Issued], later: Iterable[Issued]) -> tuple[Succession, ...]:
    """Pair the last edition of each work among some documents with its last among others.

    Args:
        earlier: The documents of the earlier edition of the record.
        later: Those that only the later one has.
    """
    old, new = _latest(earlier), _latest(later)
    found = (_pair(old[key], new[key]) for key in sorted(set(old) & set(new)))
    return tuple(one for one in found if one is not None)


def _latest(documents: Iterable[Issued]) -> dict[tuple[str, str], Issued]:
    found: dict[tuple[str, str], Issued] = {}
    for one in sorted(documents, key=lambda one: (one.day, one.document.id)):
        key = work_of(one.document)
        if key is not None:
            found[key] = one
    return found


def _pair(old: Issued, new: Issued) -> Succession | None:
    if old.document.id == new.document.id or new.day < old.day:
        return None
    share = shared(old.runs, new.runs)
    if share < ENOUGH:
        return None
    reason = Reason(
        rule="edition",
        sentence=(
            f"They have the same {_shared_name(old.document)} but for dates, and {share:.0%} of "
            f"the shorter text's runs of {RUN} words stand in the other."
        ),
        left=old.document.called,
        right=new.document.called,
        weight=share,
    )
    return Succession(
        old.document.id, new.document.id, label(old.document), label(new.document), reason
    )


def _shared_name(document: Document) -> str:
    metadata = document.metadata
    return "publisher and title" if metadata.publisher and metadata.title else "address"


def shared(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the share of the smaller set that stands in the other."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def work_of(document: Document) -> tuple[str, str] | None:
    """Return what editions of one work share: publisher and title, or address, but for dates.

    `None` if the document has neither, so that nothing can be said.
    """
    metadata = document.metadata
    publisher = _folded(_text(metadata.publisher))
    title = _folded(_text(metadata.title))
    address = _folded(_text(metadata.address))
    name = title if publisher and title else address
    return (publisher, name) if name else None


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", CHANGING.sub(" ", kept)))


def _text(stated: Stated[str] | None) -> str:
    return stated.value if stated else ""


def label(document: Document) -> str:
    """Return what a person calls a document, with its date."""
    published = _text(document.metadata.published)
    return f"{document.called} ({published})" if published else document.called
