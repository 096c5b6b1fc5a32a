"""The confined process: parses one original after another, within limits it sets itself.

Run as `python -m remnant.read.worker`. On standard input come requests, on standard
output go answers; each is a length of 8 bytes and then that many bytes. A request is
the parser's name, a line feed, and the original.
"""

import resource
import struct
import sys
from collections.abc import Callable
from typing import BinaryIO

from remnant.model.finding import Issue, Severity
from remnant.read.docx import read_docx
from remnant.read.draft import Draft
from remnant.read.html import read_html
from remnant.read.pdf import read_pdf
from remnant.read.wire import to_json

MEMORY = 2 * 1024**3
"""Bytes of address space: room for a page tree many times the largest original."""

SECONDS = 60
"""Processor time for one original."""

PARSERS: dict[str, Callable[[bytes], Draft]] = {
    "docx": read_docx,
    "html": read_html,
    "pdf": read_pdf,
}
"""The parsers that run here, by name."""

LENGTH = struct.Struct(">Q")
"""How the length of a message is written."""


def main() -> None:
    """Answer requests until standard input ends."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    while (request := receive(requests)) is not None:
        _limit_time()
        name, _, content = request.partition(b"\n")
        send(answers, to_json(_parsed(name.decode("ascii"), content)))


def send(stream: BinaryIO, message: bytes) -> None:
    """Write one message."""
    stream.write(LENGTH.pack(len(message)))
    stream.write(message)
    stream.flush()


def receive(stream: BinaryIO) -> bytes | None:
    """Read one message, or `None` if the stream ends before it is whole."""
    header = stream.read(LENGTH.size)
    if len(header) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(header)
    message = stream.read(length)
    return message if len(message) == length else None


def _limit_time() -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime) + SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))


def _parsed(name: str, content: bytes) -> Draft:
    """Parse one original. Whatever a parser raises on hostile bytes becomes an issue here."""
    try:
        return PARSERS[name](content)
    except MemoryError:
        message = "The original needs more memory than a parser may use; split or convert it."
        return Draft("", issues=(Issue("too-large", message, Severity.ERROR),))
    except Exception as error:  # noqa: BLE001 - the one place where parsers of hostile bytes are contained
        message = f"The {name} parser could not read it ({type(error).__name__}); convert it."
        return Draft("", issues=(Issue("unreadable", message, Severity.ERROR),))


if __name__ == "__main__":
    main()
