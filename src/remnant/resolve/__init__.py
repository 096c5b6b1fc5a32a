"""Resolution: from the words of a claim to knowledge entries and typed values."""

from remnant.resolve.resolving import resolve

__all__ = ["resolve"]
