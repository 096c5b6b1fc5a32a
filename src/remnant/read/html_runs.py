"""The runs of words of an HTML tree, block by block, in the order of the source."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from remnant.model.document import SectionKind

if TYPE_CHECKING:
    from lxml.etree import _Element


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


HIDDEN = _names(
    "script style noscript template head iframe svg select textarea button object audio video "
    "canvas math datalist"
)
"""Elements whose words are not part of a page's text."""

_BLOCKS = _names(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section "
    "summary table caption thead tbody tfoot tr ul"
)
"""Elements that begin and end a block of words."""

CELL_BREAK = " | "
"""What stands between the cells of a row."""

_CELLS = frozenset(("td", "th"))
_KINDS: dict[str, SectionKind] = {
    "li": SectionKind.LIST_ITEM,
    "dd": SectionKind.LIST_ITEM,
    "tr": SectionKind.TABLE_ROW,
    "blockquote": SectionKind.QUOTATION,
    "figcaption": SectionKind.CAPTION,
    "caption": SectionKind.CAPTION,
}
_REFERENCE = re.compile(r"\[?(\d{1,3}|[*†‡§]{1,3}|[a-z]|[ivx]{1,5})\]?", re.IGNORECASE)


@dataclass(slots=True)
class Run:
    """The words of one block.

    Attributes:
        element: The element whose words they are.
        kind: What the element makes them.
        level: Heading level or list depth.
        text: The words; spaces as HTML shows them.
        references: Ranges of `text` that are links to a note, with the label.
        label: For a note, its label.
    """

    element: "_Element"
    kind: SectionKind
    level: int = 0
    text: str = ""
    references: list[tuple[str, int, int]] = field(default_factory=list)
    label: str = ""


def runs_of(root: "_Element") -> Iterator[Run]:
    """Yield the runs of words of a page."""
    notes = dict(_note_targets(root))
    walker = _Walker(notes)
    yield from walker.walk(root)


def _note_targets(root: "_Element") -> Iterator[tuple[str, str]]:
    """Yield the id of each element that a note reference leads to, with the label."""
    own: set[str] = set()
    for link in root.iter("a"):
        target = link.get("href", "")
        match = _REFERENCE.fullmatch("".join(map(str, link.itertext())).strip())
        if not target.startswith("#") or match is None or target[1:] in own:
            continue
        parent = link.getparent()
        names = (link.get("id"), link.get("name"), parent.get("id") if parent is not None else None)
        own.update(name for name in names if name)
        yield target[1:], match[1]


class _Walker:
    """Walks a tree without recursion, so that depth does no harm."""

    def __init__(self, notes: dict[str, str]) -> None:
        self.notes = notes
        self.open: list[_Element] = []
        self.run: Run | None = None
        self.label = ""

    def walk(self, root: "_Element") -> Iterator[Run]:
        from lxml import etree  # noqa: PLC0415 - loaded only where a page is read

        hidden = 0
        for event, element in etree.iterwalk(root, events=("start", "end")):
            name = element.tag if isinstance(element.tag, str) else ""
            start = event == "start"
            if name in HIDDEN or not name:
                hidden += 1 if start else -1
            elif not hidden:
                yield from self._enter(element, name) if start else self._leave(name)
            if not start and not hidden:
                self._add(element.tail or "")
        yield from self._flush()

    def _enter(self, element: "_Element", name: str) -> Iterator[Run]:
        if name in _BLOCKS:
            yield from self._flush()
            self.open.append(element)
        elif name in _CELLS and self.run is not None and self.run.text.strip():
            self.run.text = self.run.text.rstrip() + CELL_BREAK
        elif name == "br":
            self._add("\n", verbatim=True)
        label = self.notes.get(element.get("id") or element.get("name") or "", "")
        if label:
            self.label = label
        if name == "a":
            self._refer(element)
        self._add(element.text or "")

    def _leave(self, name: str) -> Iterator[Run]:
        if name in _BLOCKS:
            yield from self._flush()
            if self.open:
                self.open.pop()

    def _refer(self, element: "_Element") -> None:
        """Note a link that refers to a note, unless it leads back from one."""
        label = self.notes.get(element.get("href", "")[1:], "")
        words = "".join((element.text or "", *(child.text or "" for child in element))).strip()
        if label and not self.label and _REFERENCE.fullmatch(words):
            self._add("")
            run = self._current()
            if run is not None:
                start = len(run.text)
                run.references.append((label, start, start + len(words)))

    def _add(self, words: str, *, verbatim: bool = False) -> None:
        run = self._current()
        if run is None:
            return
        shown = words if verbatim else re.sub(r"[ \t\n\r\f]+", " ", words)
        if not verbatim and shown.startswith(" ") and (not run.text or run.text[-1].isspace()):
            shown = shown[1:]
        run.text = (run.text.rstrip(" ") if verbatim else run.text) + shown

    def _current(self) -> Run | None:
        if self.run is None and self.open:
            self.run = Run(self.open[-1], *_kind(self.open))
        return self.run

    def _flush(self) -> Iterator[Run]:
        run, self.run = self.run, None
        if run is None or not run.text.strip():
            return
        run.label, self.label = self.label, ""
        if run.label:
            run.kind = SectionKind.NOTE
        run.text = run.text.strip()
        yield run


def _kind(open_elements: "list[_Element]") -> tuple[SectionKind, int]:
    names = [str(element.tag) for element in open_elements]
    last = names[-1]
    if len(last) == 2 and last[0] == "h" and last[1].isdigit():  # noqa: PLR2004 - h1 to h6
        return SectionKind.HEADING, int(last[1])
    for name in reversed(names):
        if name in _KINDS:
            kind = _KINDS[name]
            depth = sum(1 for one in names if one in {"ul", "ol", "dl"})
            return kind, depth if kind is SectionKind.LIST_ITEM else 0
    return SectionKind.PARAGRAPH, 0
