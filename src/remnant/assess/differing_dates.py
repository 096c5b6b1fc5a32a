"""When: days, spans and datings on which accounts differ, and in what way."""

import calendar
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from remnant.assess.evidence import Evidence, Said
from remnant.assess.figures import died_later
from remnant.assess.sides import SAYING, side
from remnant.model.assessment import Origin
from remnant.model.contradictions import Clash, Conflict, Contradiction, Side
from remnant.model.incident import EventMention, Incident
from remnant.model.value import DateInterval
from remnant.model.words import date_words, listed

CLOSE = 3
"""Days by which the dating of one statement may slip."""

MONTHS = tuple(calendar.month_name)

_NAMES = "|".join(MONTHS[1:])

FULL_DATE = re.compile(rf"\b(?:(\d{{1,2}}) ({_NAMES})|({_NAMES}) (\d{{1,2}})),? (\d{{4}})\b")
"""A day as a citation writes it."""


def date(incident: Incident, origins: Sequence[Origin], evidence: Evidence) -> list[Contradiction]:
    """The day is given in several ways, a document is older than its event, or is misdated."""
    by_date: dict[DateInterval, list[str]] = defaultdict(list)
    for mention in incident.mentions:
        if mention.date is not None:
            by_date[mention.date].extend(mention.claims)
    said = evidence.of(incident)
    found = [*_early(said, origins, evidence), *_dated_otherwise(said, origins, evidence)]
    if len(by_date) > 1:
        later = {one.claim.id for one in said if died_later(one.claim)}
        sides = tuple(side(date_words(day), by_date[day], origins) for day in sorted(by_date))
        found.append(_dates(sides, by_date, later))
    return found


def _dates(
    sides: tuple[Side, ...], by_date: dict[DateInterval, list[str]], later: set[str]
) -> Contradiction:
    values = listed([one.value for one in sides])
    if all(one.overlaps(other) for one, other in combinations(by_date, 2)):
        sentence = f"The date is given as {values}. One is more exact than the other; they agree."
        return Contradiction(Conflict.DATE, sides, sentence, Clash.PRECISION)
    if any(later.issuperset(claims) for claims in by_date.values()):
        sentence = (
            f"The date is given as {values}. One is the day of the attack, another that on which "
            "somebody died of injuries; they do not exclude each other."
        )
        return Contradiction(Conflict.DATE, sides, sentence, Clash.SCOPE)
    sentence = f"The date is given as {values}. These exclude each other."
    slips = [how for one, other in combinations(sorted(by_date), 2) if (how := slip(one, other))]
    return Contradiction(Conflict.DATE, sides, " ".join([sentence, *dict.fromkeys(slips)]))


def slip(one: DateInterval, other: DateInterval) -> str:
    """Say how two days may come from one slip of the pen; empty if they do not look so."""
    first, second = one.earliest, other.earliest
    if first is None or second is None or first == second or (one.days, other.days) != (1, 1):
        return ""
    if (first.day, first.year) == (second.day, second.year):
        return "They differ in the month alone, as a misprint would."
    if (first.day, first.month) == (second.day, second.month):
        return "They differ in the year alone, as a misprint would."
    if abs((first - second).days) == 1:
        return "They are one day apart: one may be the day of the report."
    return ""


def _early(
    said: Sequence[Said], origins: Sequence[Origin], evidence: Evidence
) -> list[Contradiction]:
    """Point out documents that are dated before the event that they tell of."""
    found = []
    for name in sorted({one.document for one in said}):
        published = evidence.headers[name].published
        own = [one for one in said if one.document == name and one.claim.stance in SAYING]
        days = [day for one in own for day in one.resolved.dates]
        late = [
            day
            for day in days
            if published is not None
            and published.latest is not None
            and day.earliest is not None
            and day.earliest > published.latest
        ]
        if late and published is not None:
            claims = [one.claim.id for one in own if set(one.resolved.dates) & set(late)]
            sides = (side(date_words(min(late)), claims, origins),)
            sentence = (
                f"The document “{evidence.headers[name].title or name}” is dated "
                f"{date_words(published)} and tells of {date_words(min(late))}. One of the two "
                "dates is wrong."
            )
            found.append(Contradiction(Conflict.DATE, sides, sentence))
    return found


def _dated_otherwise(
    said: Sequence[Said], origins: Sequence[Origin], evidence: Evidence
) -> list[Contradiction]:
    """Point out a statement that a report dates otherwise than the statement at hand is dated."""
    found = []
    for one in said:
        for edge in evidence.rests.get(one.claim.id, ()):
            work = evidence.works.get(edge.parent)
            if work is None or work.date is None or work.document in ("", one.document):
                continue
            for day in _days(span.quote for span in edge.passages):
                if _near(day, work.date):
                    sides = (side(date_words(day), [one.claim.id], origins),)
                    sentence = (
                        f"{evidence.headers[one.document].publisher.name} dates “{work.label}” "
                        f"{date_words(day)}; the document itself is of {date_words(work.date)}."
                    )
                    found.append(Contradiction(Conflict.DATE, sides, sentence, Clash.MISQUOTED))
    return list(dict.fromkeys(found))


def _days(words: Iterable[str]) -> Iterator[DateInterval]:
    """Yield the full dates in words: `6 October 2020`, `October 6, 2020`."""
    for text in words:
        for match in FULL_DATE.finditer(text):
            day, month, year = match[1] or match[4], match[2] or match[3], match[5]
            edtf = f"{year}-{MONTHS.index(month):02}-{int(day):02}"
            try:
                yield DateInterval(edtf)
            except ValueError:
                continue


def _near(one: DateInterval, other: DateInterval) -> bool:
    if one.earliest is None or other.earliest is None:
        return False
    return 0 < abs((one.earliest - other.earliest).days) <= CLOSE


def spans(mentions: Sequence[EventMention], origins: Sequence[Origin]) -> list[Contradiction]:
    """The span of an episode is given in several ways. Single days are parts of it, no span."""
    by_span: dict[DateInterval, list[str]] = defaultdict(list)
    for mention in mentions:
        if mention.date is not None and (mention.date.days or 0) > CLOSE:
            by_span[mention.date].extend(mention.claims)
    if len(by_span) < 2:  # noqa: PLR2004 - one value contradicts nothing
        return []
    sides = tuple(side(date_words(day), by_span[day], origins) for day in sorted(by_span))
    sentence = (
        f"The time is given as {listed([one.value for one in sides])}. These are different spans; "
        "an account of the shorter says nothing on the rest of the longer."
    )
    return [Contradiction(Conflict.DATE, sides, sentence, Clash.SCOPE)]
