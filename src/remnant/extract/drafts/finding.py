"""Finding: asks readers of one word, in order, until one of them finds a proposition."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from remnant.extract.drafts.draft import Draft
from remnant.extract.language.words import Word
from remnant.extract.names.marks import Line

Finder: TypeAlias = Callable[[Line, Word], Draft | None]
"""Returns the proposition that a word of a sentence carries, or `None` if it carries none."""


def first(finders: Iterable[Finder], line: Line, word: Word) -> Draft | None:
    """Return what the first finder that knows the word finds, or `None`."""
    for finder in finders:
        found = finder(line, word)
        if found is not None:
            return found
    return None
