import json
import socket
from collections.abc import Iterator

import pytest

from remnant import endpoint as room
from remnant.consult import Reply, Request, Unanswered
from remnant.endpoint import Endpoint
from remnant.errors import EndpointError, UsageError
from tests.models import Answered, Served, envelope, serve

pytest.importorskip("openai")

REQUEST = Request("tiny", "read", '{"passages": []}', '{"temperature": 0, "max_tokens": 9}')


@pytest.fixture(name="echo")
def _echo() -> Iterator[Served]:
    with serve(lambda _: Answered(200, envelope('{"claims": []}'))) as served:
        yield served


def _ask(answered: Answered) -> Reply | Unanswered:
    with serve(lambda _: answered) as served:
        return Endpoint(served.address, retries=0).ask(REQUEST)


def test_a_question_reaches_the_server_as_recorded(echo: Served) -> None:
    """The body on the wire is the body of the request, to the field."""
    reply = Endpoint(echo.address).ask(REQUEST)

    assert reply == Reply('{"claims": []}', prompt_tokens=7, reply_tokens=3, model="tiny")
    assert echo.asked == [REQUEST.body()]


def test_no_key_and_no_address_is_taken_from_the_environment(echo: Served) -> None:
    """Only what the user named goes to the endpoint: other keys stay where they are."""
    # The program's own process is asked, so the variables of the client library are set for real.
    import os  # noqa: PLC0415 - only here

    foreign = {
        "OPENAI_API_KEY": "sk-secret",
        "OPENAI_BASE_URL": "http://192.0.2.1/v1",
        "OPENAI_ORG_ID": "org-secret",
        "OPENAI_PROJECT_ID": "project-secret",
        "HTTP_PROXY": "http://192.0.2.1:1",
        "http_proxy": "http://192.0.2.1:1",
    }
    before = {name: os.environ.get(name) for name in foreign}
    os.environ.update(foreign)
    try:
        Endpoint(echo.address, seconds=7).ask(REQUEST)
        Endpoint(echo.address, key="k-1", seconds=7).ask(REQUEST)
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            os.environ.update({name: value} if value is not None else {})

    assert len(echo.asked) == 2
    assert "secret" not in json.dumps(echo.headers)
    assert echo.headers[1]["authorization"] == "Bearer k-1"


def test_a_key_is_not_shown() -> None:
    """The key stands in no message and no trace."""
    assert "k-1" not in repr(Endpoint("http://127.0.0.1:1/v1", key="k-1"))


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "refuses the key"),
        (403, "refuses the key"),
        (404, "knows no model 'tiny'"),
        (429, "takes no more questions"),
    ],
)
def test_a_server_that_answers_nobody_stops_the_build(status: int, words: str) -> None:
    """The error names the endpoint and what to do."""
    with pytest.raises(EndpointError, match=words) as caught:
        _ask(Answered(status, b'{"error": {"message": "no\\u0007t\\nnow"}}'))

    assert "http://127.0.0.1" in str(caught.value)
    assert str(caught.value).isprintable()


def test_a_server_that_is_not_there_stops_the_build() -> None:
    """A refused connection names the address and says to start the server."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    with pytest.raises(EndpointError, match="start the server") as caught:
        Endpoint(address, retries=0).ask(REQUEST)

    assert address in str(caught.value)


def test_a_redirect_is_not_followed(echo: Served) -> None:
    """Words of a document go to the named address and to no other."""
    moved = Answered(307, b"", (("Location", f"{echo.address}/chat/completions"),))
    with pytest.raises(EndpointError, match="is not followed"):
        _ask(moved)

    assert echo.asked == []


@pytest.mark.parametrize(
    ("answered", "words"),
    [
        (Answered(500, b"{}"), "answered 500"),
        (Answered(400, b'{"error": {"message": "too long"}}'), "too long"),
        (Answered(200, b"<html>"), "did not answer as"),
        (Answered(200, b"{}"), "did not answer as"),
        (Answered(200, b'{"choices": []}'), "did not answer as"),
        (Answered(200, b'{"choices": [7]}'), "did not answer as"),
        (Answered(200, b"[" * 100_000), "did not answer as"),
        (Answered(200, envelope(None)), "declined"),
        (Answered(200, b" " * (room.LONGEST_ANSWER + 1)), "is larger than"),
    ],
)
def test_a_bad_answer_costs_one_question(answered: Answered, words: str) -> None:
    """What the server does to one question says nothing of the next."""
    reply = _ask(answered)

    assert isinstance(reply, Unanswered)
    assert words in reply.why


def test_a_slow_answer_is_given_up() -> None:
    """A server that says nothing is left after the time of the settings."""
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/v1"
        reply = Endpoint(address, seconds=1, retries=0).ask(REQUEST)

    assert isinstance(reply, Unanswered)
    assert "longer than 1 s" in reply.why


def test_a_passing_failure_is_tried_again() -> None:
    """A server that is busy once is asked again."""
    answers = iter([Answered(503, b"{}"), Answered(200, envelope("{}"))])
    with serve(lambda _: next(answers)) as served:
        reply = Endpoint(served.address, retries=1).ask(REQUEST)

    assert reply == Reply("{}", prompt_tokens=7, reply_tokens=3, model="tiny")
    assert len(served.asked) == 2


def test_a_cut_answer_says_so() -> None:
    """An answer that ended at its limit is not whole."""
    reply = _ask(Answered(200, envelope("{", finish="length")))

    assert isinstance(reply, Reply)
    assert not reply.whole


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("127.0.0.1:8080", "not an http or https address"),
        ("ftp://127.0.0.1/v1", "not an http or https address"),
        ("", "not an http or https address"),
        ("http://user:pass@127.0.0.1/v1", "REMNANT_MODEL_KEY"),
    ],
)
def test_what_is_no_address_is_refused(address: str, words: str) -> None:
    """The address is checked before anything is read."""
    with pytest.raises(UsageError, match=words) as caught:
        Endpoint(address)

    assert "pass@" not in str(caught.value)
