"""Titled: the country that the title of a country profile names."""

import re

from remnant.extract.names.pieces import TERRITORIAL
from remnant.knowledge import Knowledge
from remnant.model.document import Document

_SERIES = re.compile(
    r"\b(?:Ban Policy|Profile|Monitor|Country Report|Fact ?sheet|Mine Action|Support for)\b"
)
"""Words of the series or chapter that a profile is one of."""


def titled_by(document: Document, knowledge: Knowledge) -> str:
    """Return the identifier of the country that is all the title says; else empty.

    It stands alone or after a colon: `Key Developments: Chad`.
    """
    title = document.metadata.title
    return _land(title.value.rpartition(":")[2], knowledge) if title is not None else ""


def profiled(document: Document, knowledge: Knowledge) -> str:
    """Return the identifier of the country that a profile is about; else empty.

    Its title is the name of the country, or names it before a series: `Chad, Landmine Monitor
    Report 2003`.
    """
    title = document.metadata.title
    if title is None:
        return ""
    first, _, rest = re.sub(r",|\s[–-]\s", ":", title.value).partition(":")
    named = _land(first, knowledge) if _SERIES.search(rest) else ""
    return named or titled_by(document, knowledge)


def _land(words: str, knowledge: Knowledge) -> str:
    name = words.strip()
    lands = (one for one in knowledge.actors.named(name) if one.kind in TERRITORIAL)
    return next((one.id for one in lands if one.name == name), "")


__all__ = ["profiled", "titled_by"]
