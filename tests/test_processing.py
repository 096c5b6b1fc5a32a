import logging
import os
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from remnant.acquire import Vault
from remnant.knowledge import Knowledge, load_knowledge
from remnant.model.source import Original
from remnant.processing import failed, process_all, process_contained
from tests.factory import make_capture


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """Give the knowledge that comes with the program."""
    return load_knowledge()


def test_an_error_of_one_document_becomes_its_issue(
    knowledge: Knowledge, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever goes wrong with one document, it stays in the record with an issue."""
    broken = replace(knowledge, lexicon=None)  # type: ignore[arg-type]  # breaks every stage that scans
    content = b"Rockets hit Barda on 3 June 2021."
    original = Original(make_capture(content), content)

    with caplog.at_level(logging.CRITICAL):
        result = process_contained(original, knowledge=broken)

    assert [issue.code for issue in result.document.issues] == ["not-processed"]
    assert result.document.text == content.decode()
    assert result.claims == ()


def test_a_failed_document_names_its_origin(knowledge: Knowledge) -> None:
    """The issue says which file it was and that nothing was lost."""
    content = b"text"
    result = failed(Original(make_capture(content), content), "ended", knowledge=knowledge)

    assert "report.txt" in result.document.issues[-1].message
    assert "preserved" in result.document.issues[-1].message


def test_results_come_in_the_order_of_captures(tmp_path: Path, knowledge: Knowledge) -> None:
    """Side by side or not, results come in the order in which originals were given."""
    vault = Vault(tmp_path)
    for number in range(5):
        vault.preserve(
            f"Rockets hit Barda on {number + 1} June 2021.".encode(),
            origin=f"{number}.txt",
            at="2021-08-01T00:00:00Z",
            media_type="text/plain",
        )
    captures = vault.first_captures()

    alone = list(process_all(captures, vault=vault, knowledge=knowledge))
    paired = list(process_all(captures, vault=vault, knowledge=knowledge, processes=2))

    assert paired == alone
    assert [one.document.capture.origin for one in alone] == [f"{n}.txt" for n in range(5)]


def test_a_killed_worker_costs_no_result(tmp_path: Path, knowledge: Knowledge) -> None:
    """When a worker is killed, the originals that it held are processed all the same."""
    vault = Vault(tmp_path)
    for number in range(8):
        vault.preserve(
            f"Rockets hit Barda on {number + 1} June 2021.".encode(),
            origin=f"{number}.txt",
            at="2021-08-01T00:00:00Z",
            media_type="text/plain",
        )
    captures = vault.first_captures()
    results = process_all(captures, vault=vault, knowledge=knowledge, processes=2)
    found = [next(results)]

    for child in Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split():
        if "spawn_main" in Path(f"/proc/{child}/cmdline").read_text():
            os.kill(int(child), signal.SIGKILL)
    found += list(results)

    assert [one.document.capture.origin for one in found] == [f"{n}.txt" for n in range(8)]
    assert all(one.claims for one in found)
