"""Two editions of a record compared, document by document and claim by claim."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from remnant.compare.concerns import Country, concerns
from remnant.compare.differences import Standing, differences, told
from remnant.compare.incidents import incident_changes
from remnant.compare.matching import Pair, match, proposition
from remnant.compare.series import issued, label, successions, work_of
from remnant.model.comparison import Change, ChangeKind, Comparison, Saying, Succession
from remnant.model.finding import Reason
from remnant.model.record import DocumentResult, Record

_SILENT = frozenset({ChangeKind.REWORDED})
"""What alone makes no change of what is claimed."""

_SAME = Reason("same claim", "The same words of the same text.")


@dataclass(frozen=True, slots=True)
class Kept:
    """What is left to look at when documents have been compared one with another."""

    pairs: tuple[Pair, ...]
    before: tuple[Standing, ...]
    after: tuple[Standing, ...]


def compare(
    before: Record, after: Record, *, names: tuple[str, str], country: Country | None = None
) -> Comparison:
    """Compare two editions of a record, or two records.

    A document that both have is compared with itself; a document read anew from the same
    bytes with what was read before; a newer edition of a work with the one before it. What
    is then left of the earlier edition was dropped, of the later added; where both say the
    same by another document, the source was replaced.

    Args:
        before: The earlier edition.
        after: The later edition.
        names: What the two are called.
        country: Narrows the comparison to what concerns one country.
    """
    old, new = tuple(before.documents()), tuple(after.documents())
    followed = _succession(before, after, old, new)
    paired = _paired(before, after, old, new) | {one.earlier: one.later for one in followed}
    within, same, left = _through(before, after, paired, country)
    across, moved = _changes(_replaced(left))
    later = set(paired.values())
    fresh = [one for one in new if one not in later and one not in paired]
    return Comparison(
        before=names[0],
        after=names[1],
        country=country.name if country else "",
        added=tuple(label(after.result(one).document) for one in fresh),
        dropped=tuple(label(before.result(one).document) for one in old if one not in paired),
        successions=followed,
        changes=_in_order((*within, *across)),
        incidents=incident_changes(before, after, country=country),
        unchanged=same + moved,
    )


def compare_documents(
    before: DocumentResult, after: DocumentResult, *, country: Country | None = None
) -> Comparison:
    """Compare two documents as editions of one work, whatever they are called."""
    first, second = _claims(before, country), _claims(after, country)
    pairs = match(first, second)
    changes, unchanged = _changes(_left(first, second, pairs))
    return Comparison(
        before=label(before.document),
        after=label(after.document),
        country=country.name if country else "",
        changes=_in_order(changes),
        unchanged=unchanged,
    )


def _succession(
    before: Record, after: Record, old: Sequence[str], new: Sequence[str]
) -> tuple[Succession, ...]:
    """Find the newer editions of works among the documents that only the later edition has."""
    known = set(old)
    fresh = [after.result(one).document for one in new if one not in known]
    works = {work_of(one) for one in fresh} - {None}
    earlier = (before.result(one).document for one in old) if works else ()
    stands = [issued(one) for one in earlier if work_of(one) in works]
    read_before = {one.document.capture.sha256 for one in stands}
    return successions(
        stands, [issued(one) for one in fresh if one.capture.sha256 not in read_before]
    )


def _paired(
    before: Record, after: Record, old: Sequence[str], new: Sequence[str]
) -> dict[str, str]:
    """Return under which identifier the later edition has each document of the earlier.

    Another version of the program may give the same bytes another identifier.
    """
    both = set(old) & set(new)
    again = {_sha256(after, one): one for one in new if one not in both}
    found = {one: one for one in old if one in both}
    if again:
        for one in old:
            if one not in both and (now := again.get(_sha256(before, one))):
                found[one] = now
    return found


def _sha256(record: Record, document: str) -> str:
    return record.result(document).document.capture.sha256


def _through(
    before: Record, after: Record, paired: dict[str, str], country: Country | None
) -> tuple[list[Change], int, Kept]:
    """Compare each document with its counterpart, one after the other.

    Returns:
        What changed within documents, how many claims did not change, and what has no
        counterpart: dropped or added, or told by another document. Only these are held.
    """
    changes: list[Change] = []
    unchanged = 0
    gone: list[Standing] = []
    fresh: list[Standing] = []
    for one in before.documents():
        first = _claims(before.result(one), country)
        other = _claims(after.result(paired[one]), country) if one in paired else ()
        left = _left(first, other, _same(first, other))
        rest = _left(left.before, left.after, match(left.before, left.after))
        found, same = _compared((*left.pairs, *rest.pairs))
        changes += found
        unchanged += same
        gone += rest.before
        fresh += rest.after
    met = {*paired, *paired.values()}
    for one in after.documents():
        if one not in met:
            fresh += _claims(after.result(one), country)
    return changes, unchanged, Kept((), tuple(gone), tuple(fresh))


def _claims(result: DocumentResult, country: Country | None) -> tuple[Standing, ...]:
    return tuple(
        Standing(resolved, result.document)
        for resolved in result.resolved
        if country is None or concerns(resolved, country)
    )


def _same(before: Sequence[Standing], after: Sequence[Standing]) -> tuple[Pair, ...]:
    """Pair claims of one identifier: the same words, read the same way."""
    now = {one.resolved.claim.id: one for one in after}
    return tuple(
        Pair(one, now[one.resolved.claim.id], _SAME)
        for one in before
        if one.resolved.claim.id in now
    )


def _left(before: Sequence[Standing], after: Sequence[Standing], pairs: Iterable[Pair]) -> Kept:
    pairs = tuple(pairs)
    first = {pair.before.resolved.claim.id for pair in pairs}
    second = {pair.after.resolved.claim.id for pair in pairs}
    return Kept(
        pairs,
        tuple(one for one in before if one.resolved.claim.id not in first),
        tuple(one for one in after if one.resolved.claim.id not in second),
    )


def _replaced(kept: Kept) -> Kept:
    """Pair what is dropped in one document and added in another, where both say the same."""
    said: dict[object, list[Standing]] = {}
    for one in kept.after:
        if (key := proposition(one)) is not None:
            said.setdefault(key, []).append(one)
    found: list[Pair] = []
    for one in kept.before:
        others = said.get(proposition(one), [])
        if others:
            sentence = "They say the same, in different documents."
            found.append(Pair(one, others.pop(0), Reason("same proposition", sentence)))
    left = _left(kept.before, kept.after, found)
    return Kept((*kept.pairs, *left.pairs), left.before, left.after)


def _changes(kept: Kept) -> tuple[list[Change], int]:
    found, unchanged = _compared(kept.pairs)
    found += [Change((ChangeKind.DROPPED,), _saying(one), None) for one in kept.before]
    found += [Change((ChangeKind.ADDED,), None, _saying(one)) for one in kept.after]
    return found, unchanged


def _compared(pairs: Sequence[Pair]) -> tuple[list[Change], int]:
    """Return what changed in pairs, and in how many nothing did."""
    found = [one for pair in pairs for one in _changed(pair)]
    return found, len(pairs) - len(found)


def _in_order(changes: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(sorted(changes, key=_place))


def _changed(pair: Pair) -> Iterator[Change]:
    found = list(differences(pair.before, pair.after))
    if pair.reason.rule == "same proposition":
        labels = (label(pair.before.document), label(pair.after.document))
        found.append((ChangeKind.SOURCE, f"in the document: {' → '.join(labels)}"))
    kinds = tuple(dict.fromkeys(kind for kind, _ in found))
    if kinds and not _SILENT.issuperset(kinds):
        shown = [(kind, words) for kind, words in found if kind not in _SILENT]
        yield Change(
            kinds=tuple(kind for kind in kinds if kind not in _SILENT),
            before=_saying(pair.before),
            after=_saying(pair.after),
            sentences=tuple(words for _, words in shown),
            reason=pair.reason,
        )


def _saying(standing: Standing) -> Saying:
    claim, document = standing.resolved.claim, standing.document
    return Saying(claim.id, document.id, label(document), claim.passage, told(standing))


def _place(change: Change) -> tuple[str, int, str, str]:
    side = change.after or change.before
    if side is None:  # pragma: no cover - a change has a side
        return ("", 0, "", "")
    return (side.document, side.passage.start, side.claim, change.kinds[0].value)
