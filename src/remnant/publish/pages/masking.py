"""What published pages do not show: contact details, and characters that disturb a page.

Both are replaced by as many other characters, so offsets in the published text
are offsets in the canonical text.
"""

import re

BLOCK = "█"
"""Stands for one masked character."""

EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<![\w/])(?:\+|00)\(?\d[\d ().\u00a0\u2011-]{6,}\d(?!\w)")
LABELLED_PHONE = re.compile(
    r"(?i)\b(?:tel|telephone|phone|mobile|cell|fax|whatsapp|signal)\b[.: ]{1,3}"
    r"(?P<number>\(?\d[\d ().\u00a0\u2011-]{5,}\d)"
)

DISTURBING = dict.fromkeys(
    (
        *(code for code in range(0x20) if code not in (0x09, 0x0A)),
        *range(0x7F, 0xA0),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        *range(0xD800, 0xE000),
    ),
    "\ufffd",
)
"""Control characters, overrides of the direction of writing and lone surrogates."""


def contacts(text: str) -> tuple[tuple[int, int], ...]:
    """Return the ranges of e-mail addresses and telephone numbers, in order, not overlapping."""
    found = [match.span() for match in EMAIL.finditer(text)]
    found += [match.span() for match in PHONE.finditer(text)]
    found += [match.span("number") for match in LABELLED_PHONE.finditer(text)]
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def publishable(text: str) -> str:
    """Return the text as it may be published, with the same number of characters."""
    kept: list[str] = []
    at = 0
    for start, end in contacts(text):
        kept += [text[at:start], BLOCK * (end - start)]
        at = end
    return "".join((*kept, text[at:])).translate(DISTURBING)
