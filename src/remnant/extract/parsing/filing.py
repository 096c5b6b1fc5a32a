"""Filing: the date between a headline and the text of a report, where no mark parts them.

Archives of news often run together what a page shows apart: `16 dead in Idlib Monitor AFP Monday
24 Oct 2016 Sixteen civilians were killed …`. The date then belongs to neither sentence.
"""

import re

_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_FILED = re.compile(
    r"\b(?:(?:Published|Updated|Posted|Date of publication|Last updated):?\s+(?:on\s+)?)?"
    rf"(?:{_WEEKDAY},?\s+)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}|{_MONTH}\s+\d{{1,2}},?\s+\d{{4}}"
    r"|\d{1,2}[-./]\d{1,2}[-./]\d{4})"
    r"(?:\s+at\s+\d{1,2}[:.]?\d{2})?(?:\s+(?:GMT|UTC))?\s+(?=[A-Z\d“\"‘'])"
)
_WITHIN = frozenset(
    {"on", "in", "of", "since", "from", "until", "till", "by", "before", "after", "the", "dated"}
    | {"during", "between", "and", "to", "for", "at", "a", "this", "–", "-", "around", "about"}
    | {"or", "through", "early", "late", "mid", "was", "is", "no.", "resolution", "its", "their"}
)
"""Words after which a date is part of its sentence."""

_FIRST = 250
"""Code points at the head of a text within which it may be filed."""


def filed(text: str) -> tuple[int, int] | None:
    """Return where the date of filing begins and where the text after it does."""
    for match in _FILED.finditer(text, 0, _FIRST):
        before = text[: match.start()].split()
        if not before or (before[-1].lower() not in _WITHIN and before[-1][-1] not in ",(–-:;"):
            return match.start(), match.end()
    return None
