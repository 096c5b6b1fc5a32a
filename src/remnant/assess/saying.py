"""When a denial was said, and of when it denies: two dates that one sentence can hold."""

import re

from remnant.model.claim import Slot
from remnant.model.resolution import ResolvedClaim
from remnant.model.value import DateInterval

_ADJUNCT = re.compile(r",?\s*(?:(?:early|late|later)\s+)?(?:in|on)\s+", re.IGNORECASE)
"""What stands before a date that says when somebody spoke."""


def said_on(denial: ResolvedClaim) -> DateInterval | None:
    """Return when a denial was said, where its own words tell.

    Told of somebody, a date at the head of the sentence or right behind the speaker is that of
    the act: `In November 2020 the president called the evidence fake`, `The ministry on 5 October
    denied it`. Behind the verb it is that of the deed: `denied using them in 2016`.
    """
    claim = denial.claim
    text, start = claim.passage.quote, claim.passage.start
    speakers = [one.span for one in claim.attribution.innermost]
    cue = claim.attribution.cue
    verb = max((span.start for span in (*speakers, cue) if span is not None), default=start)
    heads = [start, *(span.end for span in speakers)]
    for one in denial.resolutions:
        at = one.mention.span.start
        if one.mention.slot is Slot.DATE and start <= at < verb:
            before = [text[head - start : at - start] for head in heads if start <= head <= at]
            if isinstance(one.value, DateInterval) and any(map(_ADJUNCT.fullmatch, before)):
                return one.value
    return None


def denied_dates(denial: ResolvedClaim) -> tuple[DateInterval, ...]:
    """Return the dates of what is denied: all that it names, but for the day of saying so."""
    told = said_on(denial)
    return tuple(date for date in denial.dates if date != told)
