"""Extract: a document's claims, by a grammar over a dependency parse."""

from remnant.extract.extracting import EXTRACTOR, extract

__all__ = ["EXTRACTOR", "extract"]
