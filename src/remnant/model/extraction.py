"""What an extractor makes of a document, whichever extractor it is."""

from collections.abc import Iterable
from dataclasses import dataclass

from remnant.model.claim import Claim
from remnant.model.finding import Issue

UNANSWERED = "model-unanswered"
"""Code of the issue of a part that a model did not answer."""

UNUSABLE = "model-reply-unusable"
"""Code of the issue of a part whose answer could not be read."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """The claims of one document, and what went wrong in finding them.

    Attributes:
        claims: In order of their passages.
        issues: Problems of the extraction.
        dropped: How many proposed claims were dropped, by reason, in alphabetical order.
    """

    claims: tuple[Claim, ...]
    issues: tuple[Issue, ...] = ()
    dropped: tuple[tuple[str, int], ...] = ()


def is_to_be_tried_again(issues: Iterable[Issue]) -> bool:
    """Say whether the next build must process the document again: a part was not answered."""
    return any(one.code in {UNANSWERED, UNUSABLE} for one in issues)
