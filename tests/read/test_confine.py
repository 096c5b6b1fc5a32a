import time
from collections.abc import Iterator
from multiprocessing import get_context

import docx
import pytest

from remnant.read import confine
from remnant.read.confine import Confined
from remnant.read.draft import Draft
from remnant.read.wire import from_json, to_json
from remnant.read.worker import PARSERS
from tests.read.making import lines, pdf, saved

PAGE = b"<html><body><p>Two rockets hit the market at noon, witnesses said.</p></body></html>"


@pytest.fixture
def parser() -> Iterator[Confined]:
    """A parser process of its own."""
    confined = Confined()
    yield confined
    confined.close()


def _codes(draft: Draft) -> list[str]:
    return [issue.code for issue in draft.issues]


def test_one_process_serves_many(parser: Confined) -> None:
    """Several originals are parsed by one process, each a few milliseconds."""
    first = parser.parse("html", PAGE)
    start = time.monotonic()
    for _ in range(10):
        assert parser.parse("html", PAGE) == first
    assert time.monotonic() - start < 2
    assert "market" in first.text


def test_a_draft_survives_the_pipe(parser: Confined) -> None:
    """A draft with everything in it is the same after the pipe."""
    draft = parser.parse("pdf", pdf([lines("The rockets:", "• one[1]")]))
    assert from_json(to_json(draft)) == draft
    assert draft.blocks


@pytest.mark.parametrize("name", sorted(PARSERS))
def test_the_process_gives_what_the_parser_gives(parser: Confined, name: str) -> None:
    """Each parser gives the same inside the process as outside it."""
    made = docx.Document()
    made.add_heading("Strike", 1)
    made.add_paragraph("Two rockets hit the market.")
    content = {"docx": saved(made), "html": PAGE, "pdf": pdf([lines("Two rockets hit it.")])}[name]
    assert parser.parse(name, content) == PARSERS[name](content)


@pytest.mark.parametrize("answer", [b"", b"[]", b"{}", b'{"text": 1}', b"nonsense"])
def test_a_wrong_answer_is_refused(answer: bytes) -> None:
    """What is no draft is refused and not guessed at."""
    with pytest.raises(ValueError, match=r"."):
        from_json(answer)


def test_an_overrun_is_ended_and_the_next_served() -> None:
    """A parser that takes too long is ended with an issue, and the next original is parsed."""
    slow = Confined(seconds=0.001)
    try:
        assert _codes(slow.parse("html", PAGE)) == ["timeout"]
        slow.seconds = 30
        assert "market" in slow.parse("html", PAGE).text
    finally:
        slow.close()


def test_a_dead_process_is_replaced() -> None:
    """A process that dies gives an issue each time, and does not stop the caller."""
    dying = Confined(module="remnant.no_such_module")
    try:
        assert _codes(dying.parse("html", PAGE)) == ["unreadable"]
        assert _codes(dying.parse("html", PAGE)) == ["unreadable"]
    finally:
        dying.close()


def test_an_unknown_parser_is_an_issue(parser: Confined) -> None:
    """A parser that raises gives an issue, and the process lives on."""
    assert _codes(parser.parse("nothing", b"x")) == ["unreadable"]
    assert "market" in parser.parse("html", PAGE).text


def _in_a_copy() -> str:
    return confine.confined().parse("html", PAGE).text


def test_a_forked_copy_has_its_own_process() -> None:
    """A forked copy of the program does not share its parent's parser process."""
    text = confine.confined().parse("html", PAGE).text
    with get_context("fork").Pool(2) as pool:
        assert pool.starmap(_in_a_copy, [()] * 4) == [text] * 4
    assert confine.confined().parse("html", PAGE).text == text
