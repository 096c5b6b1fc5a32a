"""Which report rests on which, as trees that can be read aloud: origins, and what repeats them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from remnant.model.assessment import Origin
from remnant.model.lineage import Derivation, Derives, Work
from remnant.model.span import Span
from remnant.publish.pages.catalogue import Catalogue
from remnant.publish.pages.context import Link, words_href
from remnant.publish.pages.masking import publishable
from remnant.publish.pages.wording import DERIVATIONS


@dataclass(frozen=True, slots=True)
class Step:
    """How a work rests on the one above it, with the passages that show it."""

    how: str
    sentence: str
    passages: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A work in a tree, with those that rest on it."""

    label: str
    href: str
    held: bool
    step: Step | None
    speaker: bool = False
    children: tuple["Node", ...] = ()


def passage_links(spans: tuple[Span, ...]) -> tuple[Link, ...]:
    """Return passages as links to where they stand."""
    return tuple(
        Link(publishable(span.quote), words_href(span.document, span.start, span.end))
        for span in spans
    )


def step_of(edge: Derives, what: str = "") -> Step:
    """Return an edge in words: `quotes`, or `quotes it` where it stands in a tree."""
    how = DERIVATIONS[edge.kind] + what + (" (cut by a reviewer)" if edge.cut else "")
    return Step(how, publishable(edge.reason.sentence), passage_links(edge.passages))


class Forest:
    """The graph of works, arranged so that what a document rests on is found at once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._works = {work.id: work for work in catalogue.lineage.works}
        self._above: dict[str, list[tuple[Derives, Work]]] = defaultdict(list)
        for edge in catalogue.lineage.edges:
            child, parent = self._works.get(edge.child), self._works.get(edge.parent)
            if child and parent and not edge.cut:
                self._above[child.document or child.id].append((edge, parent))

    def tree(self, origin: Origin) -> Node:
        """Return an origin with the documents that carry it, each once, under what it rests on."""
        above = self._arranged(origin)
        below: dict[str, list[str]] = defaultdict(list)
        for name, (parent, _) in above.items():
            below[parent].append(name)
        own = origin.id in self._catalogue.documents
        card = self._catalogue.documents.get(origin.id)
        return Node(
            label=publishable(card.label if card else origin.label),
            href=card.href if card else "",
            held=own,
            step=None,
            speaker=not own,
            children=tuple(self._node(name, above, below) for name in below[origin.id]),
        )

    def _arranged(self, origin: Origin) -> dict[str, tuple[str, Step]]:
        """Return for each document what it stands under, and why; never in a circle."""
        wanted = [name for name in origin.documents if name != origin.id]
        above: dict[str, tuple[str, Step]] = {}
        for name in wanted:
            above[name] = (origin.id, self._first_step(origin, name))
            for edge, work in self._above.get(name, ()):
                inside = work.document in wanted and work.document != name
                if inside and name not in _upwards(work.document, above):
                    above[name] = (work.document, step_of(edge, " it"))
                    break
        return above

    def _first_step(self, origin: Origin, name: str) -> Step:
        """Return how a document rests on the origin itself: by what bears these claims first."""
        own = self._works.get(name)
        reports = own is not None and own.publisher == origin.id
        carried = set(origin.claims)
        above = self._above.get(name, ())
        for edge, work in sorted(above, key=lambda one: carried.isdisjoint(one[0].claims)):
            if origin.id not in (work.id, work.publisher) and work.label != origin.label:
                continue
            if edge.kind is Derivation.DIGESTS:
                return replace(step_of(edge), how="a digest of its report")
            if not reports:
                return step_of(edge, " it")
        if reports:
            return Step("its own report", "", ())
        why = origin.reasons[0].sentence if origin.reasons else ""
        return Step("carries it", publishable(why), ())

    def _node(
        self, name: str, above: dict[str, tuple[str, Step]], below: dict[str, list[str]]
    ) -> Node:
        card = self._catalogue.documents.get(name)
        return Node(
            label=card.label if card else name,
            href=card.href if card else "",
            held=card is not None,
            step=above[name][1],
            children=tuple(self._node(one, above, below) for one in below.get(name, ())),
        )


def _upwards(name: str, above: dict[str, tuple[str, Step]]) -> Iterator[str]:
    """Yield a document and everything it stands under so far."""
    while name in above:
        yield name
        name = above[name][0]
    yield name


def size(nodes: tuple[Node, ...]) -> int:
    """Return how many works stand in the trees."""
    return sum(1 + size(node.children) for node in nodes)
