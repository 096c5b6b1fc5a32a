"""Works that a note or a sidecar names: who published them, under what title, when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from remnant.assess.speakers import Speaker, folded, speaker_of
from remnant.knowledge import Knowledge
from remnant.model.ids import content_id
from remnant.model.lineage import Work
from remnant.model.value import DateInterval, ReferenceKind
from remnant.model.words import date_words

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = "|".join(MONTHS)
_DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{_MONTH})(?:\s+(?P<us>\d{{1,2}}),)?\s+(?P<year>\d{{4}})\b"
    r"|\b(?P<iso>\d{4}-\d{2}-\d{2})\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"[“\"](?P<title>[^“”\"]{3,300}?)[,.]?[”\"]")
_CLOCK = re.compile(r"^\d{1,2}:\d{2}\s*[ap]m$", re.IGNORECASE)
_SPLIT = re.compile(r";\s+(?:and\s+)?|(?:(?<=[a-z\d]{2})\.|(?<=\.)[”\"])\s+(?=[A-Z“\"])")
_CLOSING = frozenset('”"')
_SPEECH = re.compile(r"\b(?:stated|states?|said|says|claimed|called|told|added|wrote)\b[^“\"]*$")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_ADDRESS = re.compile(r"https?://\S+")
_TRAILING = re.compile(r"^(?:tweet|undated|p\.|pp\.|no\.)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Citation:
    """One work as a note names it.

    Attributes:
        speaker: Who published it, or whose statement it is.
        title: Its title as printed; empty if none is given.
        date: Its date; `None` if none is given.
        start: Offset of the citation in the text given.
        end: Offset after it.
    """

    speaker: Speaker
    title: str
    date: DateInterval | None
    start: int
    end: int


def citations_in(text: str, knowledge: Knowledge) -> tuple[Citation, ...]:
    """Return the works that a note names, in order.

    A part of a note is taken for a citation if it has a publisher and a title or a
    date. The publisher is the known organisation or state named outside the title,
    the one after the title first; or else the words before or after the title.
    """
    found = (_citation(text, start, end, knowledge) for start, end in _parts(text))
    return tuple(one for one in found if one is not None)


def work_of(
    speaker: Speaker, *, title: str = "", date: DateInterval | None = None, document: str = ""
) -> Work:
    """Return a named work. The same publisher and day, or else title, give the same work.

    Without either, a work is told by the name of its publisher and the words of its date.
    """
    day = date.edtf if date is not None and date.days == 1 else ""
    mark = day or folded(title) or (date.edtf if date is not None else f"“{speaker.name}")
    parts = [speaker.name]
    if title:
        parts.append(f"“{title}”")
    if date is not None:
        parts.append(date_words(date))
    return Work(content_id("w", (speaker.key, mark)), ", ".join(parts), speaker.key, date, document)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches between semicolons and sentence ends outside titles."""
    titles = [match.span() for match in _TITLE.finditer(text)]
    start = 0
    for cut in _SPLIT.finditer(text):
        if any(first < cut.start() and cut.end() < last for first, last in titles):
            continue
        end = cut.start() + (text[cut.start()] in _CLOSING)  # the mark that ends a title stays
        if end > start:
            yield start, end
        start = cut.end()
    if text[start:].strip():
        yield start, len(text)


def _citation(text: str, start: int, end: int, knowledge: Knowledge) -> Citation | None:
    part = text[start:end]
    title = _titled(part)
    dates = list(_DATE.finditer(part, title.end() if title else 0))
    date = _date(dates[-1]) if dates else _year(part, title)
    if title is None and date is None:
        return None
    speaker = _publisher(part, title, dates, knowledge)
    if speaker is None or (title is None and _is_no_work(part, speaker, knowledge)):
        return None
    words = _CLOSING_COMMA.sub(r"\1", title.group("title").strip()) if title else ""
    return Citation(speaker, words, date, start, end)


def _titled(part: str) -> re.Match[str] | None:
    """Return the first title.

    Words quoted after a verb of speech are a quotation and no title, and so are words in
    the run of a sentence, which begin small: `because of X’s “ongoing siege” of`.
    """
    for found in _TITLE.finditer(part):
        running = found["title"][0].islower() and not part[: found.start()].rstrip().endswith(",")
        if not running and not _SPEECH.search(part[: found.start()]):
            return found
    return None


def _is_no_work(part: str, speaker: Speaker, knowledge: Knowledge) -> bool:
    """Say whether words with a date but no title only tell something, and name no work.

    A sentence of what somebody said, in which the publisher would stand after the verb; and
    a list that is about a state: `recipient report for X, generated on 15 May 2012`.
    """
    told = _TOLD.search(part)
    if told is not None and _known(part[: told.start()], knowledge) != speaker:
        return True
    about = _ABOUT.search(part)
    return about is not None and _known(part[: about.start()], knowledge) is None


_TOLD = re.compile(r"\b(?:stated|states?|said|says|claimed|called|told|added|wrote)\b")
_ABOUT = re.compile(
    r"(?i)\b(?:reports?|entry|entries|data|figures|profile|table|page)\s+(?:for|on)\b"
)
_CLOSING_COMMA = re.compile(r"[,.](’)$")
"""The comma of American print before the mark that ends words quoted inside a title."""


def _year(part: str, title: re.Match[str] | None) -> DateInterval | None:
    """Return the last year printed after the title, for a book without a day."""
    years = _YEAR.findall(part[title.end() if title else 0 :])
    return DateInterval(years[-1]) if years else None


def _publisher(
    part: str, title: re.Match[str] | None, dates: list[re.Match[str]], knowledge: Knowledge
) -> Speaker | None:
    first = dates[0].start() if dates else len(part)
    before = part[: title.start()] if title else part[:first]
    after = part[title.end() : first] if title else ""
    for words in (before, after):
        known = _known(words, knowledge)
        if known is not None:
            return known
    for words in (_plain(after), _plain(before)):
        if words:
            return speaker_of(words, knowledge)
    return None


def _known(words: str, knowledge: Knowledge) -> Speaker | None:
    for hit in knowledge.lexicon.scan(words):
        if hit.kind is ReferenceKind.ACTOR:
            return speaker_of("", knowledge, actor=hit.entry)
    return None


def _plain(words: str) -> str:
    pieces = re.split(r"[,()]", words)
    for piece in pieces:
        text = piece.strip(" .“”\"'’").removeprefix("and ")
        if len(text) > 2 and not _CLOCK.match(text) and not _TRAILING.match(text):  # noqa: PLR2004 - initials
            return text[:80]
    return ""


def _date(match: re.Match[str]) -> DateInterval | None:
    try:
        if match.group("iso"):
            return _checked(match.group("iso"))
        month = MONTHS.index(match.group("month").lower()) + 1
        day = match.group("day") or match.group("us")
        text = f"{match.group('year')}-{month:02d}"
        return _checked(f"{text}-{int(day):02d}" if day else text)
    except ValueError:
        return None


def _checked(text: str) -> DateInterval:
    """Return the date.

    Raises:
        ValueError: There is no such day.
    """
    date = DateInterval(text)
    _ = date.earliest
    return date
