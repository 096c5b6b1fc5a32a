"""Dating: which of the dates around an event are its own.

Reports date what was said, too, and how far a count goes; neither is when it happened.
"""

from itertools import islice

from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Mark

TELLING = lemmas(
    "express say tell state declare report announce warn publish release issue reiterate voice"
)
"""Verbs whose date is the day on which something was said, not on which it happened."""


def without_limits(dates: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Return the dates on which something happened, of several in one sentence.

    `Up until 2007` is when a count ended; `today, 4 April 2017` gives one day twice; `the
    October 2016 attack took place on 8 October 2016` gives its month and then its day.
    """
    if len(dates) < 2:  # noqa: PLR2004 - one date alone is all there is
        return dates
    kept = tuple(
        mark
        for mark in dates
        if not _is_limit(mark) and not _is_repeated(mark, dates) and not _is_coarse(mark, dates)
    )
    return kept or dates


def definite_dates(dates: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Return the dates that other sentences can share: not `this week`, nor `since 2011`."""
    return tuple(
        mark for mark in dates if mark.words[-1].lemma not in _SPANS and not is_since(mark)
    )


def is_since(date: Mark) -> bool:
    """Say whether a date only begins a time: `since 2011`, `from 10 June to date`."""
    if date.head.dep == "pobj" and date.head.head.lower == "from":
        return not any(word.lower in {"from", "to", "between"} for word in date.words)
    above = [date.words[0], *islice(date.head.ancestors(), _ABOVE)]
    begun = (one for word in above for one in word.children if one.dep == "mark")
    return any(word.lower == "since" for word in (*above, *begun))


_ABOVE = 4
"""Words above a date among which `since` may govern it: `since the start of the war in 2011`."""


_SPANS = frozenset({"week", "month", "year", "decade"})


def _is_limit(date: Mark) -> bool:
    return date.words[0].lower in {"until", "till"}


def _is_repeated(date: Mark, dates: tuple[Mark, ...]) -> bool:
    """Say whether a word such as `today` stands right before the date in full."""
    following = date.words[-1].index + 1
    return date.words[0].lower in _FROM_NOW and any(
        0 <= other.words[0].index - following <= 1 for other in dates
    )


def _is_coarse(date: Mark, dates: tuple[Mark, ...]) -> bool:
    """Say whether another date has all the words of this one, and a day: `8 October 2016`."""
    own = {word.lower for word in date.words}
    return any(own < {word.lower for word in other.words} for other in dates)


_FROM_NOW = frozenset({"today", "yesterday", "overnight", "tonight"})


def after_telling(date: Mark, line: Line) -> bool:
    """Say whether a date stands right after a verb of saying: `said on Wednesday it would`."""
    before = line.sentence.words[max(0, date.words[0].index - 2) : date.words[0].index]
    return any(word.lemma in TELLING | {"claim", "allege"} and word.tag == "VBD" for word in before)


def is_told(date: Mark, trigger: Word) -> bool:
    """Say whether a date is when somebody spoke of an event: `on 3 May it confirmed that …`."""
    word = _governor(date)
    if word is trigger:
        return word.lemma in _COUNTING
    if word not in trigger.ancestors():
        return False
    beside = date.words[0].index - word.index <= _BESIDE
    told = word.lemma in TELLING and beside and _names_day(date) and _is_before(trigger, word)
    claimed = word.lemma in CHARGING and trigger.pos in {"NOUN", "PROPN"}
    return word.lemma in SPEAKING or told or claimed


CHARGING = frozenset({"claim", "accuse", "blame"})
"""Verbs of claiming an attack, or laying it to somebody, after it was made."""


_COUNTING = lemmas(
    "rise climb reach stand increase grow jump raise put revise correct bring update pass"
)
"""Verbs of a count that goes up: `by 27 March it had risen to 58`."""

_BESIDE = 4
"""Words after a verb of telling within which its own date begins."""


def _names_day(date: Mark) -> bool:
    """Say whether a date gives a day; what is told within a month may have happened in it."""
    figures = (word.text.rstrip("stndrh,") for word in date.words)
    return any(one.isdigit() and len(one) <= _DAY for one in figures) or any(
        word.lower.endswith("day") for word in date.words
    )


_DAY = 2
"""Figures of a day in its month."""


def _governor(date: Mark) -> Word:
    """Return the verb whose day a date is, also where the parser hung the verb on the date."""
    word = date.head
    while not word.is_root and not (word.pos == "VERB" and word not in date.words):
        word = word.head
    if word.pos == "VERB":
        return word
    return next((one for one in word.children if one.dep == "parataxis"), word)


def _is_before(trigger: Word, telling: Word) -> bool:
    """Say whether the tense sets an event before its telling: `said on 3 May it had fired`."""
    word = trigger
    while word is not telling and not word.is_root:
        if any(child.dep == "aux" and child.lower in _PERFECT for child in word.children):
            return True
        word = word.head
    return False


_PERFECT = frozenset({"had", "has", "have", "'d", "’d", "'ve", "’ve"})


SPEAKING = lemmas(
    "confirm condemn deny reject document reveal denounce call urge deplore conclude find verify "
    "publish release issue identify warn investigate examine acknowledge admit concede estimate "
    "update revise"
)
"""Verbs of judging and finding out, which come later than what they are about."""
