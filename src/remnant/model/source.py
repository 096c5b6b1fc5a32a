"""Sources and captures: who published, and the bytes that were kept."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Provenance(StrEnum):
    """Where a piece of metadata comes from."""

    GIVEN = "given"
    """A person gave it, on the command line or in a sidecar file."""
    STATED = "stated"
    """The document states it."""
    INFERRED = "inferred"
    """It was worked out, for instance from the address or the first lines."""


@dataclass(frozen=True, slots=True)
class Stated(Generic[T]):
    """A value of metadata, with where it comes from and the words it was read from."""

    value: T
    provenance: Provenance
    words: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a document besides its text. A field is `None` when unknown.

    Attributes:
        title: The document's own title.
        publisher: The organisation that published it, as named.
        author: The person or office that wrote it, as named.
        published: EDTF date of publication.
        kind: Kind of document in plain words, such as `news article`.
        address: Where it was or is published (a URL or a citation).
        language: BCP 47 tag.
        digest_of: Address or citation of the work this document summarises, if it is a digest.
    """

    title: Stated[str] | None = None
    publisher: Stated[str] | None = None
    author: Stated[str] | None = None
    published: Stated[str] | None = None
    kind: Stated[str] | None = None
    address: Stated[str] | None = None
    language: Stated[str] | None = None
    digest_of: Stated[str] | None = None


@dataclass(frozen=True, slots=True)
class Capture:
    """One act of preserving an original.

    The same bytes captured twice are one original with two captures.

    Attributes:
        id: Content identifier of the capture.
        sha256: SHA-256 of the original bytes, 64 hexadecimal digits.
        size: Length of the original in bytes.
        origin: Where the bytes were taken from: a file name or an address.
        captured: When, in UTC, ISO 8601 to the second with `Z`.
        media_type: IANA media type, as detected from the bytes.
        headers: Response headers for an address, in order; empty for a file.
        given: Metadata that a person gave; fields not given are `None`.
    """

    id: str
    sha256: str
    size: int
    origin: str
    captured: str
    media_type: str
    headers: tuple[tuple[str, str], ...] = ()
    given: Metadata = Metadata()


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes of a capture, handed to a reader."""

    capture: Capture
    content: bytes
