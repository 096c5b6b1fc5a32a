"""A span: the words behind a value.

Offsets are Unicode code points, half-open, counted in the document's canonical
text: the units of the W3C Web Annotation `TextPositionSelector`.
"""

from dataclasses import dataclass

from remnant.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A passage of one document, with its words.

    Attributes:
        document: Identifier of the document.
        start: Offset of the first code point.
        end: Offset after the last code point; always greater than `start`.
        quote: The words themselves: `text[start:end]`.

    Raises:
        SpanError: The offsets are negative, empty, or do not fit the quote.
    """

    document: str
    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        """Refuse a span whose offsets and quote cannot belong together."""
        if self.start < 0 or self.end <= self.start:
            message = f"{self.document}: span {self.start}–{self.end} is empty or runs backwards"
            raise SpanError(message)
        if len(self.quote) != self.end - self.start:
            message = (
                f"{self.document}: span {self.start}–{self.end} is {self.end - self.start} "
                f"characters long but its quote has {len(self.quote)}"
            )
            raise SpanError(message)

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two spans share at least one code point of one document."""
        return self.document == other.document and self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Say whether the other span lies wholly inside this one."""
        return (
            self.document == other.document and self.start <= other.start and other.end <= self.end
        )
