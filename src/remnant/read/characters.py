"""What is wrong with the characters of a text: hidden, reordered, disguised or garbled.

The text is never changed, so that offsets hold. Each rule looks for one kind of trouble and
says how often it stands there and where first, since a name that is disguised is a name that
no search finds. The rules are a table; each one's docstring is the reason to show.

Sources: the Unicode Standard, chapter 23 (special areas and format characters); Unicode
Technical Report 36 (security considerations), sections 2 and 3; Unicode Technical Standard 39
(security mechanisms), section 5.1, on words that mix scripts.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

from remnant.model.finding import Issue, Severity

Found = tuple[int, int, str]
"""How often, where first, and the words to show."""

Rule = Callable[[str], Found | None]

_LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_HIDDEN = re.compile(
    f"(?<=[{_LATIN}])[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff]+(?=[{_LATIN}])"
)
_ORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_MARKS = re.compile("[\u061c\u200e\u200f]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_STACKED = re.compile("[\u0300-\u036f\u0483-\u0489\u20d0-\u20ff]{4,}")
_NOT_ASCII_WORD = re.compile(r"\b(?=\w*[^\x00-\x7f])[^\W\d_]{2,60}\b")
_STYLED = re.compile(
    "[\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff\u24b6-\u24e9\U0001f130-\U0001f189]{2,}"
)
_LONGEST_LINE = 1_000_000
"""Characters. A line of a novel that was stripped of its breaks has half as many."""

_MIXING = frozenset({"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU"})
"""Scripts with letters that look like Latin ones (Unicode Technical Standard 39)."""


def hidden_inside_words(text: str) -> Found | None:
    """Invisible characters stand inside words, so that no search finds them."""
    return _first(_HIDDEN, text)


def reordered(text: str) -> Found | None:
    """Direction controls make the text look otherwise than it is stored."""
    return _first(_ORDERING, text)


def direction_marks(text: str) -> Found | None:
    """Right-to-left or left-to-right marks stand in the text."""
    return _first(_MARKS, text)


def look_alikes(text: str) -> Found | None:
    """Words mix Latin letters with look-alikes of another script; they are read as they look."""
    hits = [match for match in _NOT_ASCII_WORD.finditer(text) if _is_mixed(match.group())]
    return (len(hits), hits[0].start(), hits[0].group()) if hits else None


def styled(text: str) -> Found | None:
    """Words are written in mathematical, circled or full-width letters."""
    return _first(_STYLED, text)


def controls(text: str) -> Found | None:
    """Control characters stand in the text."""
    return _first(_CONTROL, text)


def stacked(text: str) -> Found | None:
    """Letters carry piles of combining marks."""
    return _first(_STACKED, text)


def misdecoded(text: str) -> Found | None:
    """Letters were read in another encoding than they were written in."""
    return _first(_MISDECODED, text)


_MISDECODED = re.compile(
    "\u00e2\u20ac[\u0080-\u2122]|\u00c3[\u0080-\u00bf]|\u00c2[\u00a0-\u00bf]|[\u00c4\u00c5][\u0080-\u00bf\u0178\u017d]"
)
"""UTF-8 that was read as Windows-1252: a curly quotation mark becomes three signs."""


def nested(text: str) -> Found | None:
    """Brackets stand inside brackets, deeper than anybody writes."""
    depth, times, first = 0, 0, -1
    for match in _BRACKET.finditer(text):
        if match.group() == "\n\n":
            depth = 0
        elif match.group() in "([{":
            depth += 1
            if depth == _DEEPEST:
                times += 1
                first = match.start() if first < 0 else first
        else:
            depth = max(0, depth - 1)
    return (times, first, text[first]) if times else None


_BRACKET = re.compile(r"[()\[\]{}]|\n\n")
_DEEPEST = 12
"""Brackets inside one another: legal texts reach four."""


def signs_in_a_row(text: str) -> Found | None:
    """Long runs of one sign stand where words should."""
    return _first(_RUN, text)


_RUN = re.compile(r"([^\w\s._=*~#<>+\-–—…·•─━═])\1{49,}")
"""Fifty of a sign that rules nobody's page."""


RULES: tuple[tuple[str, Severity, Rule], ...] = (
    ("hidden-characters", Severity.WARNING, hidden_inside_words),
    ("reordered-text", Severity.WARNING, reordered),
    ("direction-marks", Severity.NOTICE, direction_marks),
    ("look-alike-letters", Severity.WARNING, look_alikes),
    ("styled-letters", Severity.WARNING, styled),
    ("control-characters", Severity.WARNING, controls),
    ("stacked-marks", Severity.WARNING, stacked),
    ("misdecoded", Severity.WARNING, misdecoded),
    ("nested-brackets", Severity.WARNING, nested),
    ("signs-in-a-row", Severity.NOTICE, signs_in_a_row),
)
"""Code of the issue, how much it costs, and the rule."""


def character_issues(text: str) -> Iterator[Issue]:
    """Yield an issue for each kind of trouble with the characters of a text."""
    for code, severity, rule in RULES:
        found = rule(text)
        if found is not None:
            times, start, words = found
            shown = words.encode("unicode_escape").decode("ascii")[:80]
            message = f"{rule.__doc__} Times: {times}; the first is {shown}. Names may be missed."
            yield Issue(code, message, severity, start)
    yield from _garbled(text)
    yield from _unbroken(text)


def _first(pattern: re.Pattern[str], text: str) -> Found | None:
    first = pattern.search(text)
    if first is None:
        return None
    return sum(1 for _ in pattern.finditer(text)), first.start(), first.group()


@lru_cache(maxsize=4096)
def _is_mixed(word: str) -> bool:
    scripts = {unicodedata.name(letter, "UNKNOWN").partition(" ")[0] for letter in word}
    return "LATIN" in scripts and not scripts.isdisjoint(_MIXING)


def _unbroken(text: str) -> Iterator[Issue]:
    """Yield an issue if a text has a line that nobody wrote in one."""
    start = 0
    while start + _LONGEST_LINE < len(text):
        end = text.rfind("\n", start, start + _LONGEST_LINE)
        if end < 0:
            message = (
                f"A line has more than {_LONGEST_LINE} characters; its line breaks were probably "
                "lost, and headings and lists cannot be told from sentences."
            )
            yield Issue("unbroken-line", message, Severity.WARNING, start)
            return
        start = end + 1


# Garbled text, as scanners make it

_TOKEN = re.compile(r"\S{1,60}")
_ODD = re.compile(
    r"[^\W\d_][0-9|!~^°§¬{}<>\\$#=+]+[^\W\d_]"  # c1v1l1ans, k|lled
    r"|[^\W\d_][|~^°§¬{}\\]|[|~^°§¬{}\\][^\W\d_]"
    r"|[a-z][A-Z][a-z]?[A-Z]"
)
_ADDRESS = re.compile(r"://|www\.|@|[\w-]+\.[a-z]{2,4}/")
_LONE = frozenset("bcdefghjklmnopqrstuvwxyz")
_SAMPLE = 60_000
"""Characters at the start of a text that are looked at, and as many in its middle."""

_FEWEST = 30
"""Tokens. Shorter texts cannot be judged."""

_SHARE = 0.12
"""Share of odd tokens from which a text counts as garbled."""


def _garbled(text: str) -> Iterator[Issue]:
    """Yield an issue if many words of a text are none, as from a bad scan."""
    middle = max(_SAMPLE, len(text) // 2)
    tokens = [
        token
        for sample in (text[:_SAMPLE], text[middle : middle + _SAMPLE])
        for token in _TOKEN.findall(sample)
        if any(letter.isalpha() for letter in token) and not _ADDRESS.search(token)
    ]
    odd = [one for one in tokens if _ODD.search(one) or one.strip(".,;:()") in _LONE]
    if len(tokens) >= _FEWEST and len(odd) >= _SHARE * len(tokens):
        share = round(100 * len(odd) / len(tokens))
        message = (
            f"About {share} of 100 words are garbled, such as {odd[0][:30]!a}; the text was "
            "probably read from a bad scan: read it again, or type it."
        )
        yield Issue("garbled-words", message, Severity.WARNING, text.index(odd[0]))
