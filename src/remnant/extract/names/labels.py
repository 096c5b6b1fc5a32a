"""Labels: `the regime` means one party, unless another name stands before it."""

import re
from collections.abc import Iterable, Iterator

from remnant.knowledge import Hit, Knowledge
from remnant.model.value import ReferenceKind

_NAME_BEFORE = re.compile(r"(?:^|\s)(?P<word>[A-Z][\w.’'-]+)\s$")
_NO_NAMES = frozenset({"the", "this", "that", "its", "his", "their", "our", "a", "new", "old"})


def own_labels(text: str, hits: Iterable[Hit], *, knowledge: Knowledge) -> Iterator[Hit]:
    """Yield the hits without the labels that belong to a name before them: `the Kyiv regime`."""
    for hit in hits:
        if not (_is_label(text, hit, knowledge) and _follows_name(text, hit.start)):
            yield hit


def _is_label(text: str, hit: Hit, knowledge: Knowledge) -> bool:
    written = text[hit.start : hit.end]
    return (
        hit.kind is ReferenceKind.ACTOR
        and written.islower()
        and written in knowledge.actors.get(hit.entry).loaded
    )


def _follows_name(text: str, start: int) -> bool:
    before = _NAME_BEFORE.search(text[max(0, start - _FAR) : start])
    return before is not None and before["word"].lower() not in _NO_NAMES


_FAR = 40
"""Letters that a name may have."""
