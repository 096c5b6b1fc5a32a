"""What an extractor is, and the one that is used unless another is chosen."""

from typing import Protocol

from remnant.extract import EXTRACTOR, extract
from remnant.knowledge import Knowledge
from remnant.model.document import Document
from remnant.model.extraction import Extraction


class Extractor(Protocol):
    """Whatever finds the claims of a document: the grammar, or a model that is checked.

    It is a value that can be handed to another process.
    """

    @property
    def name(self) -> str:
        """Name and version: a change of it processes every document anew."""
        ...

    def __call__(self, document: Document, *, knowledge: Knowledge) -> Extraction:
        """Return the claims, each with the passage that carries it."""
        ...


class Grammar:
    """Finds claims by a grammar over a dependency parse: no model, no network, no chance."""

    name = EXTRACTOR

    def __call__(self, document: Document, *, knowledge: Knowledge) -> Extraction:
        """Return the claims that the grammar finds."""
        return Extraction(extract(document, knowledge=knowledge))


GRAMMAR = Grammar()
"""The extractor that is used unless another is chosen."""
