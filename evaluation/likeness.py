"""How alike two texts are in their words: what wording alone can say of one event in two texts.

It knows no claims, so the linker does not use it: an incident must not be made of likeness that
no claim bears out. The measures set it beside the linker, whose own comparison of wording is a
feature of its weights. Words are compared by the same stems.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import exp

from remnant.link.wording import stems, telling

STRETCH = 100
"""Words of a text within which most of one event is told."""

STEP = 25
"""Words from the start of one stretch to that of the next."""

BITS = (-6.8, 6.6, 4.4, 2.5, 2.6)
"""Weights of `tells_of`: before anything is compared; for all words of the sentence; for all of
them in one stretch; for the words of the event itself; for all words of the report.

Fitted by logistic regression on the dev split of FAMuS (Vashishtha and others, 2024), 455 pairs
of a report and a source, half of which tell of the report's event, then rounded.
"""

RESTATED_BITS = (-6.3, 2.3, 11.1, 0.7, -2.9)
"""Weights of `says_again`: before anything is compared; for all telling words of the sentence that
has fewer; for all words of the one that has more; if no number is in both sentences another one;
and, against, for all runs of two words: sentences cut from one another share runs and say less.

Fitted by logistic regression on the train split of MSRP (Dolan, Quirk and Brockett, 2004), 4,076
pairs of sentences of which two thirds say the same, then rounded.
"""


def share(ours: frozenset[str], theirs: Iterable[str]) -> float:
    """Return the share of our words that they have too; 0.0 if we have none."""
    return len(ours.intersection(theirs)) / len(ours) if ours else 0.0


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much of an event, as a report tells it, another text has.

    Attributes:
        sentence: Share of the telling words of the event's sentence, anywhere in the text.
        stretch: The same within one stretch of the text.
        event: The text has all words of the event itself.
        report: Share of the telling words of the whole report.
    """

    sentence: float
    stretch: float
    event: bool
    report: float

    @property
    def bits(self) -> float:
        """The weight of evidence: above 0.0 the text more likely tells of the event than not."""
        start, sentence, stretch, event, report = BITS
        return (
            start
            + sentence * self.sentence
            + stretch * self.stretch
            + event * self.event
            + report * self.report
        )

    @property
    def probability(self) -> float:
        """The probability that the text tells of the event, where half of such texts do."""
        return 1.0 / (1.0 + exp(-self.bits * 0.6931471805599453))


def tells_of(text: str, *, event: str, sentence: str, report: str) -> Likeness:
    """Say how much of an event a text has.

    Args:
        text: The text that may tell of it.
        event: The words of the report that name the event.
        sentence: The report's sentence that they stand in.
        report: The whole report.
    """
    theirs = stems(text)
    anywhere = frozenset(theirs)
    ours = telling(stems(sentence))
    within = max((share(ours, one) for one in _stretches(theirs)), default=0.0)
    named = telling(stems(event))
    return Likeness(
        sentence=share(ours, anywhere),
        stretch=within,
        event=bool(named) and named <= anywhere,
        report=share(telling(stems(report)), anywhere),
    )


def says_again(first: str, second: str) -> float:
    """Return the weight of evidence, in bits, that one sentence says what the other does.

    Above 0.0 it more likely does, of two sentences that much the same words brought together.
    """
    ours, theirs = stems(first), stems(second)
    fewer, more = sorted((frozenset(ours), frozenset(theirs)), key=len)
    least, most = sorted((telling(ours), telling(theirs)), key=len)
    numbers = sorted((_numbers(ours), _numbers(theirs)), key=len)
    start, contained, words, figures, runs = RESTATED_BITS
    return (
        start
        + contained * share(least, most)
        + words * share(more, fewer)
        + figures * (numbers[0] <= numbers[1])
        + runs * _runs_in_common(ours, theirs)
    )


def _numbers(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word for word in words if word[:1].isdigit())


def _runs_in_common(ours: list[str], theirs: list[str]) -> float:
    first, second = set(pairwise(ours)), set(pairwise(theirs))
    fewer = min(len(first), len(second))
    return len(first & second) / fewer if fewer else 0.0


def _stretches(words: list[str]) -> Iterable[frozenset[str]]:
    last = max(1, len(words) - STRETCH // 2)
    return (frozenset(words[start : start + STRETCH]) for start in range(0, last, STEP))
