from pathlib import Path

import pytest

from remnant.consult import Reply, Request, Unanswered
from remnant.errors import AcquireError
from remnant.replies import RecordedSource, Replies, Spent

ONE = Request("tiny", "read", "one", "{}")
TWO = Request("tiny", "read", "two", "{}")


def _keep(replies: Replies, request: Request, content: str, *, run: str = "run-1") -> None:
    reply = Reply(content, prompt_tokens=7, reply_tokens=3)
    replies.keep(request, reply, endpoint="http://127.0.0.1/v1", run=run, at="2026-01-01T00:00:00Z")


def test_a_recorded_reply_comes_back(tmp_path: Path) -> None:
    """The latest reply to exactly the same question is found, by any process."""
    replies = Replies(tmp_path / "replies")
    assert replies.latest(ONE) is None

    _keep(replies, ONE, "first")
    _keep(replies, ONE, "second \ud800 ☂")

    assert replies.latest(ONE) == Replies(tmp_path / "replies").latest(ONE)
    assert replies.latest(ONE) == Reply("second \ud800 ☂", prompt_tokens=7, reply_tokens=3)
    assert replies.latest(TWO) is None
    assert list(replies.check()) == []


def test_questions_and_answers_are_named_by_their_content(tmp_path: Path) -> None:
    """The same answer to two questions is kept once."""
    replies = Replies(tmp_path)
    _keep(replies, ONE, "same")
    _keep(replies, TWO, "same")

    assert len(list(tmp_path.rglob("*.json"))) == 3


def test_the_tokens_of_a_run_are_counted(tmp_path: Path) -> None:
    """What was recorded before is not counted again."""
    replies = Replies(tmp_path)
    _keep(replies, ONE, "a", run="run-1")
    _keep(replies, TWO, "b", run="run-2")

    assert replies.spent("run-2") == Spent(1, 7, 3)
    assert replies.spent("run-3") == Spent()


def test_a_changed_reply_shows(tmp_path: Path) -> None:
    """A reply that was changed by hand is refused, and the check names it."""
    replies = Replies(tmp_path)
    _keep(replies, ONE, "claimed")
    (path,) = [one for one in tmp_path.rglob("*.json") if b"claimed" in one.read_bytes()]
    path.write_bytes(path.read_bytes().replace(b"claimed", b"invented"))

    assert [str(path) in one for one in replies.check()] == [True]
    with pytest.raises(AcquireError, match="was changed"):
        replies.latest(ONE)


def test_a_missing_reply_shows(tmp_path: Path) -> None:
    """A reply that is gone is named by the check."""
    replies = Replies(tmp_path)
    _keep(replies, ONE, "claimed")
    for path in tmp_path.rglob("*.json"):
        path.unlink()

    assert len(list(replies.check())) == 2


def test_a_source_without_an_endpoint_asks_nobody(tmp_path: Path) -> None:
    """A rebuild takes recorded replies, and what is not recorded stays unanswered."""
    replies = Replies(tmp_path)
    _keep(replies, ONE, "kept")
    source = RecordedSource(replies, None, "run-2", lambda: "2026-01-01T00:00:00Z")

    assert source.recorded(ONE) == Reply("kept", prompt_tokens=7, reply_tokens=3)
    assert isinstance(source.ask(TWO), Unanswered)
    assert replies.spent("run-2") == Spent()
