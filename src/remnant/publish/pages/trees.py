"""Which report rests on which, as trees that can be read aloud: origins, and what repeats them."""

from collections import defaultdict
from dataclasses import dataclass

from remnant.model.assessment import Derives, Origin, Work
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
    children: tuple["Node", ...] = ()


def passage_links(spans: tuple[Span, ...]) -> tuple[Link, ...]:
    """Return passages as links to where they stand."""
    return tuple(
        Link(publishable(span.quote), words_href(span.document, span.start, span.end))
        for span in spans
    )


def step_of(edge: Derives) -> Step:
    """Return an edge in words."""
    how = DERIVATIONS[edge.kind]
    return Step(how, publishable(edge.reason.sentence), passage_links(edge.passages))


class Forest:
    """The graph of works, arranged so that the children of a work are found at once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._works = {work.id: work for work in catalogue.lineage.works}
        self._children: dict[str, list[Derives]] = defaultdict(list)
        for edge in catalogue.lineage.edges:
            self._children[edge.parent].append(edge)

    def tree(self, origin: Origin) -> Node:
        """Return an origin with the documents that carry it, each once."""
        wanted = set(origin.documents)
        held = origin.id if origin.id in self._catalogue.documents else ""
        root = self._works.get(origin.id) or Work(origin.id, origin.label, "", None, held)
        seen = {origin.id, root.document}
        children = self._below(origin.id, wanted, seen)
        why = origin.reasons[0].sentence if origin.reasons else ""
        loose = tuple(
            self._document(name, Step("carries", publishable(why), ()))
            for name in origin.documents
            if name not in seen
        )
        return self._node(root, None, children + loose)

    def _below(self, parent: str, wanted: set[str], seen: set[str]) -> tuple[Node, ...]:
        nodes = []
        for edge in self._children.get(parent, ()):
            work = self._works.get(edge.child)
            if work is None or edge.child in seen:
                continue
            seen.add(edge.child)
            children = self._below(edge.child, wanted, seen)
            if work.document in wanted or children:
                seen.add(work.document)
                nodes.append(self._node(work, step_of(edge), children))
        return tuple(nodes)

    def _document(self, name: str, step: Step) -> Node:
        card = self._catalogue.documents.get(name)
        return Node(card.label if card else name, card.href if card else "", card is not None, step)

    def _node(self, work: Work, step: Step | None, children: tuple[Node, ...]) -> Node:
        card = self._catalogue.documents.get(work.document)
        label = publishable(card.label if card else work.label)
        return Node(label, card.href if card else "", card is not None, step, children)


def size(nodes: tuple[Node, ...]) -> int:
    """Return how many works stand in the trees."""
    return sum(1 + size(node.children) for node in nodes)
