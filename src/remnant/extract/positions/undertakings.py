"""Undertakings: a list of what a party says it will do, or calls for, gives a position for each.

`The state will:` is followed by items that each begin with a verb: `not transfer landmines`.
"""

from collections.abc import Sequence
from dataclasses import replace

from remnant.extract.drafts.draft import Draft
from remnant.extract.drafts.lists import introductions
from remnant.extract.language.grammar import extent
from remnant.extract.language.words import Word, lemmas
from remnant.extract.names.marks import Line, Sort
from remnant.model.claim import ClaimKind, Stance
from remnant.model.document import Document

_LEADING = lemmas("will shall must should to commit undertake pledge agree decide urge call demand")
"""Words with which a sentence before a list says that its items are acts to be done."""

_LAST = 3
"""Words before the colon among which such a word stands."""


def undertakings(
    document: Document, lines: Sequence[Line], drafts: Sequence[Draft]
) -> tuple[Draft, ...]:
    """Return the positions that the items of such lists take, for those that have none yet."""
    introducing = introductions(document)
    if not introducing:
        return ()
    last = {line.sentence.section: line for line in lines}
    taken = {one.line.sentence.order for one in drafts if one.kind is ClaimKind.POSITION}
    found = []
    for line in lines:
        leading = last.get(introducing.get(line.sentence.section, -1))
        if leading is None or line.sentence.order in taken or not _asks(leading):
            continue
        verb = _first(line)
        if verb is not None:
            found.append(_item(line, verb, leading))
    return tuple(found)


def _asks(line: Line) -> bool:
    """Say whether a sentence ends with what its list is to tell: `the United States will:`."""
    words = line.sentence.words
    ends = [word for word in words[-_LAST - 1 :] if word.pos != "PUNCT"]
    return words[-1].text == ":" and any(word.lemma in _LEADING for word in ends)


def _first(line: Line) -> Word | None:
    """Return the verb with which an item begins, after `not`, a number or a dash."""
    for word in line.sentence.words:
        if word.tag in {"VB", "VBP"}:
            return word
        if word.lower not in {"not", "to", "never"} and word.pos not in {
            "PUNCT",
            "NUM",
            "X",
            "SYM",
        }:
            return word if word.tag in {"VBP", "NN", "NNP"} and word.is_root else None
    return None


def _item(line: Line, verb: Word, leading: Line) -> Draft:
    words = [word for word in line.sentence.words if word.pos != "PUNCT"]
    start, end = extent(words)
    draft = Draft(
        kind=ClaimKind.POSITION,
        line=line,
        trigger=verb,
        start=start,
        end=end,
        weapons=tuple(line.over(words, Sort.WEAPON)),
        treaties=tuple(line.over(words, Sort.TREATY)),
        stance=Stance.AFFIRMED,
        own=True,
    )
    return replace(draft, leading=replace(draft, line=leading, trigger=leading.sentence.words[0]))
