import os
import signal
import subprocess
import sys
from pathlib import Path

from remnant.store import Store
from remnant.store.checks import problems
from tests.factory import make_result, make_run

WRITER = """
import os, sys
sys.path.insert(0, sys.argv[2])
from remnant.store import Store
from tests.factory import make_result, make_run

store = Store.open(sys.argv[1])
with store.begin() as session:
    session.start_run(make_run())
    session.write_result(make_result(), keys={}, trace_keys=(), processing="p1", run="run-1")
with store.begin() as session:
    for number in range(2000):
        result = make_result(f"Report {number}.")
        session.write_result(result, keys={}, trace_keys=("k",), processing="p1", run="run-1")
        if number == 500:
            print("writing", flush=True)
"""
"""Commits one document, then is killed in the middle of writing many more."""


def test_killed_writer_leaves_what_it_committed(url: str) -> None:
    """A process killed while it writes leaves the last committed state, whole and writable."""
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, url, str(root)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(root / "src")},
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"writing\n"
        writer.send_signal(signal.SIGKILL)
        assert writer.wait() == -signal.SIGKILL
    with Store.open(url) as store:
        with store.read() as reader:
            assert list(reader.documents()) == [make_result().document.id]
            assert list(problems(reader)) == []
        with store.begin() as session:
            session.start_run(make_run("run-2"))
            session.write_result(
                make_result("Next."), keys={}, trace_keys=(), processing="p1", run="run-2"
            )
            assert len(session.search("next")) == 1
            assert session.search("report 1") == ()
