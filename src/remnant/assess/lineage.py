"""Which work rests on which, across documents."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from enum import Enum
from itertools import pairwise

from remnant.assess.citations import work_of
from remnant.assess.deciding import decided
from remnant.assess.marks import mark_keys
from remnant.assess.sharing import age, copies, shared
from remnant.assess.speakers import UNKNOWN, folded, is_outlet, speaker_of
from remnant.knowledge import Knowledge
from remnant.model.decision import Decision
from remnant.model.finding import Reason
from remnant.model.ids import content_id
from remnant.model.lineage import Derivation, Derives, Fingerprint, Lineage, Named, Work
from remnant.model.value import DateInterval
from remnant.model.words import listed

MONTH = 31
"""Days of the longest period by which a work counts as dated."""

SERIES = 28
"""Days within which two documents of one speaker are shown as one series.

Not more: two such days lie in one month or in neighbouring ones, by which they are found.
"""

SAME_TITLE = 85
"""Likeness of two citations, of 100, from which they are taken for one work."""

PLAUSIBLE_TITLE = 60
"""The same where publisher and day agree."""


def trace(
    fingerprints: Sequence[Fingerprint],
    *,
    knowledge: Knowledge,
    decisions: Sequence[Decision] = (),
    known: Iterable[Work] = (),
    copying: Collection[str] | None = None,
) -> Lineage:
    """Return the graph of works, in order, with what people decided of its edges.

    An edge follows from two fingerprints, or leads to the oldest document that fits, so
    tracing an added document together with those found by its `trace_keys`, and by theirs,
    gives all new edges from it. `known` are works of the record that a person may have led
    an edge to. With `copying`, only these documents are compared with those they may copy.
    """
    prints = sorted(fingerprints, key=lambda one: one.work.id)
    finder = _Finder(prints)
    edges = [
        *_named_edges(prints, finder),
        *copies(prints, copying),
        *shared(prints),
        *_series(prints, knowledge),
    ]
    works = {one.work.id: one.work for one in prints}
    for one in prints:
        for named in one.named:
            found = finder.document_of(named.work, one.work.id)
            if found is None:
                pointer = finder.digest_of(named.work)
                works[named.work.id] = replace(named.work, document=pointer)
    related = relations((work.publisher for work in works.values()), knowledge=knowledge)
    works.update({work.id: work for work in related.works})
    edges.extend(related.edges)
    graph = Lineage(tuple(works[key] for key in sorted(works)), _merged(edges))
    return decided(graph, decisions, known=known)


def _merged(edges: Iterable[Derives]) -> tuple[Derives, ...]:
    """Return one edge per child, parent and kind, in order, with all that shows it."""
    parallel: dict[tuple[str, str, Derivation], list[Derives]] = defaultdict(list)
    for edge in edges:
        parallel[edge.child, edge.parent, edge.kind].append(edge)
    return tuple(
        replace(
            max(same, key=lambda edge: (edge.score, edge.passages)),
            reason=_reason(same),
            passages=tuple(sorted({one for edge in same for one in edge.passages})),
            claims=tuple(sorted({one for edge in same for one in edge.claims})),
        )
        for _, same in sorted(parallel.items())
    )


def _reason(same: Sequence[Derives]) -> Reason:
    """Return why one document rests on another, of all that shows it.

    Several notes that name one work are told together: they are one work.
    """
    first = max(same, key=lambda edge: (edge.score, edge.passages)).reason
    reasons = {edge.reason.sentence: edge.reason for edge in same if edge.reason.rule == first.rule}
    if first.rule not in _TOLD_TOGETHER or len(reasons) == 1:
        return first
    found = sorted(reasons.values(), key=lambda one: (natural(one.left), one.sentence))
    claims = tuple(sorted({claim for one in found for claim in one.claims}))
    if first.rule != "note":
        sentence = " ".join(one.sentence for one in found)
        return replace(first, sentence=sentence, claims=claims)
    labels = [one.left.removeprefix("note ") for one in found]
    named = first.sentence.partition(" names ")[2]
    sentence = f"Notes {listed(labels)} name {named}"
    return replace(first, sentence=sentence, left=f"notes {', '.join(labels)}", claims=claims)


_TOLD_TOGETHER = frozenset({"note", "attribution"})
"""The reasons of which several can lead from one document to one work."""


def natural(label: str) -> tuple[int, str]:
    """Order labels of notes by their number: 2 comes before 15."""
    digits = "".join(letter for letter in label if letter.isdigit())
    return (int(digits) if digits else 0, label)


def trace_keys(one: Fingerprint, *, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the keys of a document by which those are found that it may have an edge with.

    Two documents of which one may be a work that the other names meet by `counterparts`;
    all others share a key. A work of which only the speaker is known is no document of the
    dossier, and no key: most documents quote somebody whom many others quote.
    """
    keys = {*one.bands, *mark_keys(one.marks), *(_OWN + key for key in _meeting(one.work))}
    if _speaks_for_itself(one.work, knowledge):
        keys.update(_SERIES + key for key in _meeting(one.work))
    for named in one.named:
        if is_told(named.work):
            keys.add(f"w:{named.work.id}")
            keys.update(_NAMED + key for key in _meeting(named.work))
    return tuple(sorted(keys))


def counterparts(keys: Iterable[str]) -> frozenset[str]:
    """Return the keys that the neighbours of documents with the given trace keys have.

    A document meets those that name a work like it, and is met by them; that two were
    published in one month, or name works of one month, makes them no neighbours.
    """
    return frozenset(_COUNTERPART.get(key[:2], key[:2]) + key[2:] for key in keys)


class Neighbourhood(Enum):
    """What makes two documents neighbours. The value: how trace keys of the kind begin."""

    WORDING = ("b-",)
    MARKS = ("m-",)
    SPEAKER = ("s:",)
    NAMING = ("w:", "o:", "n:")


def neighbourhood_of(kind: Derivation) -> Neighbourhood | None:
    """Return by which neighbours edges of a kind are found; `None` if not from documents."""
    return _NEIGHBOURHOODS.get(kind)


_NEIGHBOURHOODS = {
    Derivation.COPIES: Neighbourhood.WORDING,
    Derivation.RESTATES: Neighbourhood.MARKS,
    Derivation.SHARES: Neighbourhood.MARKS,
    Derivation.SAME_SPEAKER: Neighbourhood.SPEAKER,
    Derivation.QUOTES: Neighbourhood.NAMING,
    Derivation.CITES: Neighbourhood.NAMING,
    Derivation.DIGESTS: Neighbourhood.NAMING,
    Derivation.REPEATS: Neighbourhood.NAMING,
}

_OWN, _NAMED, _SERIES = "o:", "n:", "s:"
_COUNTERPART = {_OWN: _NAMED, _NAMED: _OWN}


def is_told(work: Work) -> bool:
    """Say whether more is known of a work than whose it is."""
    return work.date is not None or bool(_title(work.label)) or bool(work.address)


def _meeting(work: Work) -> set[str]:
    """Return the publisher with each month and the one after, so that neighbours share one.

    A title is a key too, for the works that are not dated to a month, and an address.
    """
    placed = {content_id("a", (work.address,))} if work.address else set()
    if work.publisher == UNKNOWN:
        return placed
    title = folded(_title(work.label))
    titled = placed | ({content_id("t", (work.publisher, title))} if title else set())
    if not _to_a_month(work):
        return titled
    return titled | {f"{work.publisher}:{month}" for month in _months(work.date)}


def _months(date: DateInterval | None) -> Iterator[str]:
    """Yield the months of a period and the one after it."""
    if date is None or date.earliest is None or date.latest is None:
        return
    first, last = (12 * day.year + day.month - 1 for day in (date.earliest, date.latest))
    for month in range(first, last + 2):
        yield f"{month // 12}-{month % 12 + 1:02d}"


class _Finder:
    """Finds the document of the dossier that a named work is."""

    def __init__(self, prints: Sequence[Fingerprint]) -> None:
        self._by_key: dict[str, list[Work]] = defaultdict(list)
        self._digests: dict[str, str] = {}
        for one in prints:
            for key in _meeting(one.work):
                self._by_key[key].append(one.work)
            for named in one.named:
                if named.kind is Derivation.DIGESTS:
                    self._digests.setdefault(named.work.id, one.work.id)

    def document_of(self, work: Work, child: str) -> Work | None:
        """Return the document that a named work is, the first by identifier if several fit."""
        near = {one.id: one for key in _meeting(work) for one in self._by_key.get(key, ())}
        fitting = (near[name] for name in sorted(near) if name != child)
        return next((one for one in fitting if _is_same(work, one)), None)

    def digest_of(self, work: Work) -> str:
        return self._digests.get(work.id, work.document)


def _is_same(work: Work, document: Work) -> bool:
    """Say whether publisher, date and title fit. A work named without either is no document.

    Whatever fits shares one of the `trace_keys`: a month if both are dated to a month
    or better, and else the title.
    """
    if work.address and work.address == document.address:
        return True
    if work.publisher != document.publisher:
        return False  # they met by an address or by chance
    if not _to_a_month(work) or not _to_a_month(document):
        return bool(_title(work.label)) and folded(_title(work.label)) == folded(
            _title(document.label)
        )
    apart = _days_apart(work.date, document.date)
    if apart is None or apart > SERIES:
        return False
    if apart <= 1 and work.date is not None and work.date.days == 1:
        return not _title(work.label) or _likeness(work, document) >= PLAUSIBLE_TITLE
    return bool(_title(work.label)) and _likeness(work, document) >= SAME_TITLE


def _to_a_month(work: Work) -> bool:
    """Say whether a work is dated to a month or better."""
    return work.date is not None and work.date.days is not None and work.date.days <= MONTH


def _likeness(first: Work, second: Work) -> float:
    from rapidfuzz.fuzz import token_set_ratio  # noqa: PLC0415 - compiled, not always needed

    return float(token_set_ratio(_title(first.label), _title(second.label)))


def _title(label: str) -> str:
    if "“" not in label:
        return ""
    return label[label.index("“") + 1 : label.rindex("”")].casefold()


def _days_apart(first: DateInterval | None, second: DateInterval | None) -> int | None:
    """Return the days between two dates, 0 if they overlap; `None` if one is open or unknown."""
    if first is None or second is None:
        return None
    if not (first.earliest and first.latest and second.earliest and second.latest):
        return None
    return max((first.earliest - second.latest).days, (second.earliest - first.latest).days, 0)


def _named_edges(prints: Sequence[Fingerprint], finder: _Finder) -> Iterator[Derives]:
    for one in prints:
        for named in one.named:
            found = finder.document_of(named.work, one.work.id)
            yield _derives(one.work, found or named.work, named)


def _derives(child: Work, parent: Work, named: Named) -> Derives:
    return Derives(
        child.id,
        parent.id,
        named.kind,
        named.passages,
        named.score,
        named.reason,
        named.claims,
    )


def _series(prints: Sequence[Fingerprint], knowledge: Knowledge) -> Iterator[Derives]:
    """A statement follows the one before it of the same speaker, if that is at most a month old.

    One edge a statement, however many there are. The articles of a news outlet are no series.
    """
    by_speaker: dict[str, list[Work]] = defaultdict(list)
    for one in prints:
        if _speaks_for_itself(one.work, knowledge):
            by_speaker[one.work.publisher].append(one.work)
    for speaker in sorted(by_speaker):
        for parent, child in pairwise(sorted(by_speaker[speaker], key=age)):
            apart = _days_apart(parent.date, child.date)
            if apart is None or apart > SERIES:
                continue
            sentence = f"Both are statements of {speaker_of('', knowledge, actor=speaker).name}."
            reason = Reason("same speaker", sentence, child.label, parent.label)
            yield Derives(child.id, parent.id, Derivation.SAME_SPEAKER, (), 1.0, reason)


def _speaks_for_itself(work: Work, knowledge: Knowledge) -> bool:
    """Say whether a work is a dated statement of its publisher, and no article of an outlet."""
    return _to_a_month(work) and not is_outlet(work.publisher, knowledge)


def relations(publishers: Iterable[str], *, knowledge: Knowledge) -> Lineage:
    """Return the organisations among the publishers that are not independent of each other."""
    present = sorted(set(publishers) & {one.id for one in knowledge.actors})
    edges: list[Derives] = []
    nodes: dict[str, Work] = {}
    for actor in present:
        partners = {other for other, _ in knowledge.actors.get(actor).related}
        for other in sorted(partners & set(present)):
            first, second = sorted((actor, other))
            child, parent = (
                work_of(speaker_of("", knowledge, actor=one)) for one in (first, second)
            )
            why = knowledge.actors.related(first, second)
            reason = Reason("related", why, child.label, parent.label)
            edges.append(Derives(child.id, parent.id, Derivation.RELATED, (), 1.0, reason))
            nodes.update({child.id: child, parent.id: parent})
    return Lineage(tuple(nodes[key] for key in sorted(nodes)), _merged(edges))
