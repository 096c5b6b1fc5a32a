"""What two documents have in common: text, longer quotations, odd figures and spellings.

The later one is said to rest on the oldest that has the same, so that n documents with one
thing in common have less than n edges.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from remnant.assess.copies import ALIKE, Sketch, alike, containment, resemblance
from remnant.assess.marks import mark_keys
from remnant.model.finding import Reason
from remnant.model.lineage import Derivation, Derives, Fingerprint, Mark, MarkKind, Work
from remnant.model.words import counted

SHOWN = 4
"""Passages kept of an edge for each of its ends."""

KINDS: dict[MarkKind, Derivation] = {
    MarkKind.QUOTATION: Derivation.RESTATES,
    MarkKind.FIGURE: Derivation.SHARES,
    MarkKind.SPELLING: Derivation.SHARES,
}
"""What follows from each kind of mark in common."""

HALF = 0.5
"""By how much each mark in common halves the doubt that two documents have one source."""


def age(work: Work) -> tuple[str, str]:
    """Return what orders works from the oldest: day of publication, then identifier."""
    day = work.date.earliest if work.date else None
    return (day.isoformat() if day else "9999", work.id)


def copies(
    prints: Sequence[Fingerprint], children: Collection[str] | None = None
) -> Iterator[Derives]:
    """Yield the edges of near-copies, each to the oldest text that it is like.

    With `children`, only those from these documents.

    One edge per copy, however many copies there are: what else it shares text with copies
    that same document, or was not compared because it shares no band.
    """
    ordered = sorted(prints, key=lambda one: age(one.work))
    sketches = [Sketch.of(one.signature) for one in ordered]
    buckets: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(ordered):
        asked = children is None or one.work.id in children
        older = {other for band in one.bands for other in buckets[band]} if asked else ()
        for other in sorted(older):
            if alike(sketches[place], sketches[other]):
                yield _copy(one, ordered[other])
                break
        for band in one.bands:
            buckets[band].append(place)


def _copy(child: Fingerprint, parent: Fingerprint) -> Derives:
    ours, theirs = Sketch.of(child.signature), Sketch.of(parent.signature)
    share = resemblance(ours, theirs)
    sentence = (
        f"The two share {share:.0%} of their wording, counted in runs of two words; "
        f"{parent.work.label} is the earlier."
    )
    if share < ALIKE:
        held = containment(ours, theirs)
        sentence = (
            f"{held:.0%} of the shorter text stands in the longer, counted in runs of two words; "
            f"{parent.work.label} is the earlier."
        )
    score = round(share, 3)
    reason = Reason("near-copy", sentence, child.work.label, parent.work.label, score)
    shown = tuple(
        passage
        for ours, theirs in _in_common(child, parent, MarkKind.SENTENCE)[:SHOWN]
        for passage in (ours.passage, theirs.passage)
    )
    return Derives(child.work.id, parent.work.id, Derivation.COPIES, shown, score, reason)


def shared(prints: Sequence[Fingerprint]) -> Iterator[Derives]:
    """Yield the edges of marks in common, each to the oldest document that has the mark.

    Near-copies have all in common, and documents of one publisher tell nothing.
    """
    holders: dict[str, Fingerprint] = {}
    for one in sorted(prints, key=lambda one: age(one.work)):
        parents: dict[str, Fingerprint] = {}
        for key in mark_keys(one.marks):
            oldest = holders.setdefault(key, one)
            parents[oldest.work.id] = oldest
        for _, oldest in sorted(parents.items()):
            if oldest.work.publisher != one.work.publisher and not alike(
                Sketch.of(one.signature), Sketch.of(oldest.signature)
            ):
                yield from _marked(one, oldest)


def _marked(child: Fingerprint, parent: Fingerprint) -> Iterator[Derives]:
    for kind in (Derivation.RESTATES, Derivation.SHARES):
        common = [
            pair
            for mark in MarkKind
            if KINDS.get(mark) is kind
            for pair in _in_common(child, parent, mark)
        ]
        if not common:
            continue
        numbers = {one: sum(mark.kind is one for mark, _ in common) for one in _NAMES}
        words = " and ".join(
            counted(number, _NAMES[one]) for one, number in numbers.items() if number
        )
        sentence = f"Both have {words} in the same form; {parent.work.label} is the earlier."
        sentence = f"{sentence} {_COUNTS[kind]}"
        reason = Reason(kind.value, sentence, child.work.label, parent.work.label)
        passages = tuple(one.passage for pair in common[:SHOWN] for one in pair)
        score = round(1.0 - HALF ** len(common), 3)
        yield Derives(child.work.id, parent.work.id, kind, passages, score, reason)


_NAMES = {
    MarkKind.QUOTATION: "quotation",
    MarkKind.FIGURE: "odd figure",
    MarkKind.SPELLING: "odd spelling",
}
_COUNTS = {
    Derivation.RESTATES: (
        "They may report one statement or press release; whose words they are counts, and this "
        "only if a reviewer confirms it."
    ),
    Derivation.SHARES: "It points to one source, and counts only if a reviewer confirms it.",
}


def _in_common(child: Fingerprint, parent: Fingerprint, kind: MarkKind) -> list[tuple[Mark, Mark]]:
    theirs = {one.key: one for one in parent.marks if one.kind is kind}
    return [(one, theirs[one.key]) for one in child.marks if one.kind is kind and one.key in theirs]
