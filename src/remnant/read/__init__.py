"""Read: an original becomes a document, whatever its bytes are."""

from remnant.read.reading import READERS, Reader, read

__all__ = ["READERS", "Reader", "read"]
