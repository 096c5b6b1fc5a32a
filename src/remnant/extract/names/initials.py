"""Initials: abbreviations that a text introduces for a catalogued name: `landmines (APL)`."""

import re
from collections.abc import Iterable
from dataclasses import replace

from remnant.knowledge import Hit

_INTRODUCED = re.compile(r"\s{0,3}[(\[]\s?[“\"']?(?P<short>[A-Z]{2,8}s?)[”\"']?\s?[)\]]")


def with_initials(text: str, hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Return the hits with those of abbreviations that stand in brackets behind a name once.

    An abbreviation counts where its first letter is that of the name, or of one of its words,
    and where it names nothing itself.
    """
    found = tuple(hits)
    taken = {hit.start for hit in found}
    more: list[Hit] = []
    seen: set[str] = set()
    for hit in found:
        introduced = _INTRODUCED.match(text, hit.end)
        if introduced is None or introduced["short"] in seen or introduced.start("short") in taken:
            continue
        short = introduced["short"]
        first = {word[:1].upper() for word in re.findall(r"\w+", text[hit.start : hit.end])}
        if short[0] not in first:
            continue
        seen.add(short)
        more += (
            replace(hit, start=one.start(), end=one.end(), alias=short)
            for one in re.finditer(rf"\b{short}s?\b", text)
            if one.start() not in taken
        )
    return tuple(sorted((*found, *more))) if more else found
