"""Parsing in a process of its own, so that hostile bytes can harm nothing but that process.

One process serves many originals, so that the cost of each is small. It is ended
when it overruns its time, replaced when it dies, and renewed after a number of
originals so that leaks do not add up.
"""

import atexit
import os
import subprocess
import sys
import threading
from functools import cache
from typing import BinaryIO, cast

from remnant.model.finding import Issue, Severity
from remnant.read.draft import Draft
from remnant.read.wire import from_json
from remnant.read.worker import receive, send

SECONDS = 120.0
"""Wall-clock time for one original, the start of the process included."""

RENEW_AFTER = 500
"""Originals parsed by one process."""


class Confined:
    """A parser process that is started when first needed.

    Attributes:
        seconds: Wall-clock limit for one original.
        module: The module that the process runs.
    """

    def __init__(self, seconds: float = SECONDS, module: str = "remnant.read.worker") -> None:
        self.seconds = seconds
        self.module = module
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._served = 0
        self._turn = threading.Lock()

    def parse(self, parser: str, content: bytes) -> Draft:
        """Return what the named parser makes of the bytes; an issue if it dies or overruns."""
        with self._turn:
            process = self._running()
            overran = threading.Event()
            timer = threading.Timer(self.seconds, _end, (process, overran))
            timer.start()
            try:
                answer = _ask(process, parser.encode("ascii") + b"\n" + content)
            finally:
                timer.cancel()
            self._served += 1
            if answer is None or overran.is_set():
                self._stop()
                return _lost(parser, self.seconds, overran=overran.is_set())
        try:
            return from_json(answer)
        except ValueError:
            return _lost(parser, self.seconds, overran=False)

    def close(self) -> None:
        """End the process."""
        with self._turn:
            self._stop()

    def _running(self) -> "subprocess.Popen[bytes]":
        alive = self._process is not None and self._process.poll() is None
        if self._owner != os.getpid():
            self._process = None  # a forked copy must not share its parent's pipes
        elif not alive or self._served >= RENEW_AFTER:
            self._stop()
        if self._process is None:
            self._process = subprocess.Popen(  # noqa: S603 - this interpreter and our own module
                [sys.executable, "-m", self.module],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            self._owner, self._served = os.getpid(), 0
        return self._process

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                _close(pipe)


@cache
def confined() -> Confined:
    """Return the parser process of this program."""
    process = Confined()
    atexit.register(process.close)
    return process


def _ask(process: "subprocess.Popen[bytes]", request: bytes) -> bytes | None:
    try:
        send(cast("BinaryIO", process.stdin), request)
        return receive(cast("BinaryIO", process.stdout))
    except OSError:
        return None


def _end(process: "subprocess.Popen[bytes]", overran: threading.Event) -> None:
    overran.set()
    process.kill()


def _close(pipe: "BinaryIO | object") -> None:
    try:
        cast("BinaryIO", pipe).close()
    except OSError:
        return


def _lost(parser: str, seconds: float, *, overran: bool) -> Draft:
    if overran:
        message = f"The {parser} parser took longer than {seconds:g} s; split or convert it."
        return Draft("", issues=(Issue("timeout", message, Severity.ERROR),))
    message = f"The {parser} parser died, or reached its limit of memory or time; convert it."
    return Draft("", issues=(Issue("unreadable", message, Severity.ERROR),))
