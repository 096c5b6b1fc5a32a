"""Filing: the date between a headline and the text of a report, where no mark parts them.

Archives of news often run together what a page shows apart: `16 dead in Idlib Monitor AFP Monday
24 Oct 2016 Sixteen civilians were killed …`. The date then belongs to neither sentence, and the
source at the end of the headline is no part of what it says.
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
    r"|(?:\d{1,2}\.\d{1,2}\.\d{4})?\s?(?:\(updated [^)\n]{4,30}\)\s)?Get short URL"
    r"(?: Topic [^\d\n]{3,60}(?:\(\d+\))?)?(?:\s\d+){0,3}\s(?=[A-Z\d“\"‘'])"
)
_WITHIN = frozenset(
    {"on", "in", "of", "since", "from", "until", "till", "by", "before", "after", "the", "dated"}
    | {"during", "between", "and", "to", "for", "at", "a", "this", "–", "-", "around", "about"}
    | {"or", "through", "early", "late", "mid", "was", "is", "no.", "resolution", "its", "their"}
)
"""Words after which a date is part of its sentence."""

_FIRST = 250
"""Code points at the head of a text within which it may be filed."""


_WIRE = r"(?:AFP|AP|Reuters|REUTERS|dpa|DPA|UPI|TASS|RIA Novosti|Agencies|Xinhua)"
_SOURCE = (
    r"(?:(?:war|rights|British)\s)?[Mm]onitor(?:s|(?:ing)?\s[Gg]roup)?|[Ww]atchdog"
    r"|(?:[Hh]uman\s)?[Rr]ights\s[Gg]roup|(?:[A-Z]\w+\s)?Observatory|SOHR|HRW"
    r"|(?:[A-Z]\w+(?:an|ish|i|ese)\s)?[Ss]tate\s(?:media|Media|TV|television|news\sagency)"
    r"|(?:[Mm]edical|[Ss]ecurity|[Mm]ilitary|[Ll]ocal|[Hh]ospital)\s[Ss]ources?"
)
_SOURCE_BEFORE_WIRE = (
    rf"(?:{_SOURCE}|NGO|[Cc]ivil\s[Dd]efen[cs]e|Red\sCross|[Gg]overnor|[Rr]eports?|[Nn]ew\s[Tt]oll"
    r"|[Aa]ctivists|[Oo]fficials?|[Mm]edics|[Pp]olice|[Aa]rmy|UN|Pentagon|Moscow|Damascus)"
)
"""Words for a source that could be part of the headline where no agency follows."""

_CREDIT = re.compile(
    rf"(?:(?P<who>\s(?:{_SOURCE}))|\s{_SOURCE_BEFORE_WIRE}(?=\s{_WIRE}\s))?(?P<wire>\s{_WIRE})?"
    r"(?=\s*$|\.\s+[A-Z\d“\"]|(?P<next>\s+[A-Z\d“\"]))"
)
_HEADED = re.compile(rf"\s(?={_SOURCE_BEFORE_WIRE}|{_WIRE})")
_SHORTEST = 4
"""Words of the shortest headline before its source."""

_NO_SOURCE_AFTER = _WITHIN | {"with", "as", "that", "said", "says", "and", "not", "than", "no"}


def credit(text: str) -> tuple[int, int] | None:
    """Return the range of the source that closes the headline at the head of a text.

    A source in small letters must be followed by an agency, a date, a full stop or the end.
    """
    for place in _HEADED.finditer(text, 0, _FIRST):
        before = text[: place.start()]
        found = _CREDIT.match(text, place.start())
        if found is None or not found.group() or set(before) & _ENDS:
            continue
        words = before.split()
        if len(words) < _SHORTEST or words[-1] in _NO_SOURCE_AFTER or "according" in words:
            continue
        dated = _FILED.match(text, found.end() + 1) is not None
        ended = found["next"] is None
        capital = found["who"] is not None and found["who"][1].isupper()
        parted = dated or (found["who"] is not None and (ended or capital or found["wire"]))
        if parted:
            return found.span()
    return None


_ENDS = frozenset('.!?;:"“”\n')
"""Marks that end a headline, or show that the words before are none."""


def filed(text: str) -> tuple[int, int] | None:
    """Return where the date of filing begins and where the text after it does."""
    for match in _FILED.finditer(text, 0, _FIRST):
        before = text[: match.start()].split()
        if not before or (before[-1].lower() not in _WITHIN and before[-1][-1] not in ",(–-:;"):
            return match.start(), match.end()
    return None
