"""What the measures on public corpora share: texts as documents, scores, the last line.

The corpora keep their own formats and terms, and none of their text is kept here.
Each measure is one command that takes a file or folder of the corpus, in any split.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from remnant.extract.extracting import marked
from remnant.extract.language.words import Word
from remnant.extract.names.marks import Line
from remnant.extract.names.parties import parties
from remnant.extract.speaking.attribution import Attributor, attribute
from remnant.knowledge import Knowledge
from remnant.model.document import Document
from remnant.model.ids import content_id, sha256_hex
from remnant.model.source import Capture, Metadata, Original, Provenance, Stated
from remnant.read import read
from remnant.scorecard import Score

Range = tuple[int, int]
"""A half-open range of offsets."""


def document_of(text: str, name: str, *, published: str = "") -> Document:
    """Read a text of a corpus as the program reads a plain file; offsets are those of the text."""
    stated = Stated(published, Provenance.GIVEN) if published else None
    content = text.encode()
    digest = sha256_hex(content)
    capture = Capture(
        id=content_id("k", (digest, name)),
        sha256=digest,
        size=len(content),
        origin=name,
        captured="2000-01-01T00:00:00Z",
        media_type="text/plain",
        given=Metadata(published=stated),
    )
    return read(Original(capture, content))


def lines_of(document: Document, knowledge: Knowledge) -> tuple[Line, ...]:
    """Return every sentence with its marks, also of a text that the extractor sets aside."""
    return marked(document, knowledge=knowledge, every=True)


def attributor_of(document: Document, lines: Sequence[Line], knowledge: Knowledge) -> Attributor:
    """Return who says what in a document, also outside the claims."""
    known = parties(lines, knowledge=knowledge)
    return attribute(document, lines, (), parties=known, knowledge=knowledge)


def word_at(lines: Iterable[Line], start: int, end: int) -> tuple[Line, Word] | None:
    """Return the first word that shares a code point with a range, and its sentence."""
    for line in lines:
        for word in line.sentence.words:
            if word.start < end and start < word.end:
                return line, word
    return None


def joined(tokens: Sequence[str]) -> tuple[str, tuple[Range, ...]]:
    """Write tokens as running text; return it with the range of each token."""
    text, ranges = "", []
    for token in tokens:
        tight = not text or text[-1] in _OPENING or token in _CLOSING or token.startswith(_ENDINGS)
        text += "" if tight else " "
        ranges.append((len(text), len(text) + len(token)))
        text += token
    return text, tuple(ranges)


_OPENING = "([{$"
_CLOSING = frozenset(",.;:!?)]}%")
_ENDINGS = (
    "'s",
    "'re",
    "'ve",
    "'ll",
    "'m",
    "'d",
    "n't",
    "’s",
    "’re",
    "’ve",
    "’ll",
    "’m",
    "’d",
    "n’t",
)


def json_lines(paths: Iterable[Path]) -> Iterator[dict[str, object]]:
    """Yield the objects of files of JSON lines, in order."""
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            if line.strip():
                yield json.loads(line)


def arguments(usage: str) -> list[Path]:
    """Return the paths named on the command line; there must be at least one that exists."""
    paths = [Path(one) for one in sys.argv[1:]]
    if not paths:
        sys.exit(f"usage: python -m {usage}")
    for path in paths:
        if not path.exists():
            sys.exit(f"{path} does not exist; usage: python -m {usage}")
    return paths


def shown(score: Score) -> dict[str, float]:
    """Return a score as it is printed."""
    return {
        "precision": round(score.precision, 4),
        "recall": round(score.recall, 4),
        "f1": round(score.f1, 4),
    }


def finish(figures: Mapping[str, object]) -> None:
    """Print the figures one a line, and then all of them as one line of JSON."""
    for name, figure in figures.items():
        print(f"{name:28} {figure}")
    print(json.dumps(figures, sort_keys=True))
