"""Comparing two editions of a record, or of one work, claim by claim."""

from remnant.compare.comparing import compare, compare_documents
from remnant.compare.concerns import Country, country_named

__all__ = ["Country", "compare", "compare_documents", "country_named"]
