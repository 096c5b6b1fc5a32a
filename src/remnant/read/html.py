"""HTML: the main text of a page, each block led back to its element and to its source.

trafilatura decides which words are the page's own text; the words themselves are
taken from the tree of the source (lxml), in its order, so that every character
can be found again in the source.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from remnant.model.document import Anchor, SectionKind
from remnant.model.finding import Issue, Severity
from remnant.read.compose import Piece, compose
from remnant.read.decode import decode
from remnant.read.draft import Block, Draft
from remnant.read.html_metadata import page_metadata
from remnant.read.html_runs import CELL_BREAK, Run, runs_of
from remnant.read.markup_source import Visible, visible, without_space

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST = 24 * 1024**2
"""Bytes. A larger page is refused."""

_CERTAIN = 24
"""Characters. Shorter runs, such as `Home`, may stand in the main text by chance."""

_LEAST_READ = 0.3
"""Share of the visible characters below which a page counts as lost."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_HEAD = 4_096


def read_html(content: bytes) -> Draft:
    """Return the draft of an HTML page."""
    if len(content) > LARGEST:
        message = f"{len(content)} bytes are more than the {LARGEST} read of a page; split it."
        return Draft("", issues=(Issue("too-large", message, Severity.ERROR),))
    declared = _CHARSET.search(content[:_HEAD])
    source, issues = decode(content, declared=declared[1].decode("ascii") if declared else "")
    root = _tree(source)
    if root is None:
        return Draft("", issues=issues)
    runs = tuple(runs_of(root))
    seen = visible(source)
    places = _places(runs, seen)
    kept, unsure = _main(source, runs)
    draft = compose([_piece(runs[index], root) for index in kept])
    anchors = tuple(_anchors(draft, [places[index] for index in kept], seen))
    return Draft(
        draft.text,
        draft.blocks,
        anchors,
        markers=tuple(_markers(draft.blocks, [runs[index] for index in kept])),
        properties=page_metadata(root),
        issues=(*issues, *unsure, *_lost(runs, seen)),
    )


def _tree(source: str) -> "_Element | None":
    from lxml import etree  # noqa: PLC0415 - loaded only where a page is read

    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, huge_tree=True
    )
    clean = source.replace("\0", "\N{REPLACEMENT CHARACTER}")
    return (
        etree.fromstring(clean.encode("utf-8", errors="replace"), parser) if clean.strip() else None
    )


def _places(runs: Sequence[Run], seen: Visible) -> list[int | None]:
    """Return, for each run, where its words begin among the visible characters."""
    places: list[int | None] = []
    cursor = 0
    for run in runs:
        words = without_space(run.text.replace(CELL_BREAK, ""))
        found = seen.find(words, cursor) if words else None
        places.append(found)
        cursor = found + len(words) if found is not None else cursor
    return places


def _main(source: str, runs: Sequence[Run]) -> tuple[list[int], tuple[Issue, ...]]:
    """Return the indexes of the runs that are the page's own text."""
    from trafilatura import extract  # noqa: PLC0415 - slow to load, only where a page is read

    try:
        found = extract(source, include_comments=False, include_tables=True) or ""
    except RecursionError:
        found = ""
    main = without_space(found.replace("|", ""))
    shared = [without_space(run.text.replace("|", "")) in main for run in runs]
    sure = [index for index, run in enumerate(runs) if shared[index] and len(run.text) >= _CERTAIN]
    if not sure:
        message = "The main text could not be told from the menus; all of the page was kept."
        return list(range(len(runs))), (Issue("main-text-unsure", message, Severity.NOTICE),)
    first, last = sure[0], sure[-1]
    between = (SectionKind.HEADING, SectionKind.CAPTION)
    kept = [
        index
        for index, run in enumerate(runs)
        if index in sure
        or (first <= index <= last and (shared[index] or run.kind in between))
        or run.label
        or (run.kind is SectionKind.HEADING and run.level == 1 and index < first)
    ]
    return kept, ()


def _lost(runs: Sequence[Run], seen: Visible) -> Iterator[Issue]:
    """Yield an issue if the tree holds much less than the source shows."""
    read = sum(len(without_space(run.text)) for run in runs)
    if read < _LEAST_READ * len(seen.text):
        message = "Much of the page could not be read: its elements are broken or nested too deep."
        yield Issue("unreadable", message, Severity.ERROR)


def _piece(run: Run, root: "_Element") -> Piece:
    path = root.getroottree().getpath(run.element)
    certain = run.kind is not SectionKind.PARAGRAPH
    words = 0
    if run.label:
        label = re.match(rf"\W{{0,2}}{re.escape(run.label)}\W{{0,2}}\s*|[\^↑↩]\s*", run.text)
        words = label.end() if label is not None and label.end() < len(run.text) else 0
    return Piece(run.text, run.kind, path, run.level, run.label, words, certain=certain)


def _markers(blocks: Sequence[Block], runs: Sequence[Run]) -> Iterator[tuple[str, int, int]]:
    for block, run in zip(blocks, runs, strict=True):
        for label, start, end in run.references:
            yield label, block.start + start, block.start + end


def _anchors(draft: Draft, places: Sequence[int | None], seen: Visible) -> Iterator[Anchor]:
    for block, place in zip(draft.blocks, places, strict=True):
        if place is None:
            yield Anchor(block.start, -1, block.locator, verbatim=False)
        else:
            yield from _steps(draft.text, block, place, seen)
        yield Anchor(block.end, -1, block.locator, verbatim=False)


def _steps(text: str, block: Block, place: int, seen: Visible) -> Iterator[Anchor]:
    """Yield an anchor wherever the text and its source stop running side by side."""
    last: Anchor | None = None
    for position in range(block.start, block.end):
        character = text[position]
        between = text.startswith(CELL_BREAK, position - 1)
        if character.isspace() or between:
            offset = last.offset + position - last.start if last is not None else -1
        else:
            offset = seen.offsets[place]
            place += 1
        verbatim = seen.source[offset : offset + 1] == character and offset >= 0
        step = Anchor(position, offset, block.locator, verbatim)
        if last is None or not _runs_on(last, step):
            yield step
            last = step


def _runs_on(last: Anchor, step: Anchor) -> bool:
    return last.verbatim and step.verbatim and step.offset - last.offset == step.start - last.start
