"""Permanent incident numbers: given out once, kept through rebuilds, redirected on merges."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from remnant.link.clustering import Cluster
from remnant.model.incident import EventMention, Founding, serial


@dataclass(frozen=True, slots=True)
class Numbered:
    """A cluster with its number, and the numbers that now redirect to it."""

    number: str
    mentions: tuple[EventMention, ...]
    absorbed: tuple[str, ...] = ()


def number_clusters(
    clusters: Sequence[Cluster],
    mentions: Sequence[EventMention],
    foundings: Sequence[Founding],
    *,
    last: int = 0,
) -> tuple[tuple[Numbered, ...], tuple[Founding, ...]]:
    """Return the clusters with numbers, in order of number, and the foundings old and new.

    A cluster keeps the lowest number founded in it; the others redirect. A cluster
    without one gets the next free number, the earliest event first, then by name of
    place. `last` is the highest number given out so far, if higher than those given.
    """
    known = {mention.id: mention for mention in mentions}
    members = {cluster: _sorted(cluster, known) for cluster in clusters}
    home = {mention: cluster for cluster in clusters for mention in cluster}
    kept = _reanchored(foundings, known)
    held: dict[Cluster, list[str]] = defaultdict(list)
    for founding in kept:
        if founding.mention in home:
            held[home[founding.mention]].append(founding.number)
    highest = max([last, *(serial(founding.number) for founding in foundings)])
    fresh = sorted((c for c in clusters if c not in held), key=lambda c: _rank(members[c]))
    added = []
    for offset, cluster in enumerate(fresh, start=1):
        number = f"R-{highest + offset:04d}"
        held[cluster].append(number)
        first = min(members[cluster], key=lambda one: one.id)
        added.append(Founding(number, first.id, first.document, first.start, first.end))
    numbered = [_numbered(members[cluster], numbers) for cluster, numbers in held.items()]
    ordered = tuple(sorted(numbered, key=lambda one: serial(one.number)))
    return ordered, tuple(sorted((*kept, *added), key=lambda one: serial(one.number)))


def _numbered(mentions: tuple[EventMention, ...], numbers: Sequence[str]) -> Numbered:
    first, *others = sorted(numbers, key=serial)
    return Numbered(first, mentions, tuple(others))


def _sorted(cluster: Cluster, known: dict[str, EventMention]) -> tuple[EventMention, ...]:
    return tuple(known[name] for name in sorted(cluster))


def _rank(mentions: Sequence[EventMention]) -> tuple[str, str, str]:
    """Order new clusters: earliest first, the undated last, then by place and identifier."""
    days = [one.date.earliest for one in mentions if one.date and one.date.earliest]
    places = [place.name for one in mentions for place in one.places]
    first = min(days).isoformat() if days else "9999"
    return first, min(places, default="\uffff"), min(one.id for one in mentions)


def _reanchored(
    foundings: Sequence[Founding], known: dict[str, EventMention]
) -> tuple[Founding, ...]:
    """Move each founding whose mention is gone to one that shares its passage."""
    taken = {founding.mention for founding in foundings if founding.mention in known}
    by_document: dict[str, list[EventMention]] = defaultdict(list)
    for mention in known.values():
        by_document[mention.document].append(mention)
    kept = []
    for founding in sorted(foundings, key=lambda one: serial(one.number)):
        if founding.mention in known:
            kept.append(founding)
            continue
        heirs = [one for one in by_document[founding.document] if _overlap(one, founding) > 0]
        free = [one for one in heirs if one.id not in taken]
        if not free:
            kept.append(founding)
            continue
        heir = min(free, key=lambda one: (-_overlap(one, founding), *_rank([one])))
        taken.add(heir.id)
        kept.append(replace(founding, mention=heir.id, start=heir.start, end=heir.end))
    return tuple(kept)


def _overlap(mention: EventMention, founding: Founding) -> int:
    return min(mention.end, founding.end) - max(mention.start, founding.start)
