"""A model for tests: answers by script, in memory or as a real server on the loopback."""

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from remnant.consult import Reply, Request, Unanswered

Wire = dict[str, object]


def proposal(
    quote: object,
    *,
    kind: object = "use",
    stance: object = "affirmed",
    passage: object = 1,
    slots: object = (),
    **more: object,
) -> Wire:
    """Return a claim as a model writes it; `slots` are pairs, or triples with what they mean."""
    fills: object = slots
    if isinstance(slots, tuple):
        fills = [
            {"slot": one[0], "words": one[1], "refers_to": one[2] if one[2:] else None}
            for one in slots
        ]
    return {
        "passage": passage,
        "quote": quote,
        "kind": kind,
        "stance": stance,
        "role": None,
        "value": None,
        "status": None,
        "slots": fills,
        **more,
    }


def answer(*claims: object) -> str:
    """Return the text of an answer with some claims."""
    return json.dumps({"claims": list(claims)})


@dataclass
class Scripted:
    """A source that answers in order, and keeps what it was asked."""

    answers: Sequence[Reply | Unanswered]
    asked: list[Request] = field(default_factory=list)

    def recorded(self, request: Request) -> Reply | None:
        """Return nothing: nothing is recorded."""
        del request
        return None

    def ask(self, request: Request) -> Reply | Unanswered:
        """Return the next answer."""
        self.asked.append(request)
        return self.answers[min(len(self.asked), len(self.answers)) - 1]


@dataclass(frozen=True)
class Answered:
    """What the server sends back: a status, a body, and headers."""

    status: int
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()


Script = Callable[[Wire], Answered]
"""From the body of a request to what the server sends."""


def envelope(content: object, *, finish: str = "stop", tokens: tuple[int, int] = (7, 3)) -> bytes:
    """Return the body of an answer of the Chat Completions interface."""
    usage = {"prompt_tokens": tokens[0], "completion_tokens": tokens[1], "total_tokens": 10}
    message = {"role": "assistant", "content": content}
    choice = {"index": 0, "finish_reason": finish, "message": message}
    whole = {"id": "1", "object": "chat.completion", "created": 0, "model": "tiny", "usage": usage}
    return json.dumps({**whole, "choices": [choice]}).encode()


def passages_in(body: Wire) -> list[dict[str, str]]:
    """Return the passages that a request shows."""
    messages = body["messages"]
    assert isinstance(messages, list)
    shown = json.loads(messages[1]["content"])["passages"]
    assert isinstance(shown, list)
    return shown


def first_sentences(body: Wire) -> Answered:
    """Answer as an obedient model: a use claim of Azerbaijan for each passage that names it."""
    claims = [
        proposal(
            one["text"],
            passage=one["passage"],
            slots=(("actor", "Azerbaijan"), ("weapon", "cluster munitions")),
        )
        for one in passages_in(body)
        if "Azerbaijan" in one["text"] and "cluster munitions" in one["text"]
    ]
    return Answered(200, envelope(answer(*claims)))


@dataclass
class Served:
    """A running server: its address, and the bodies and headers of the requests it got."""

    address: str
    asked: list[Wire]
    headers: list[dict[str, str]]


@contextmanager
def serve(script: Script) -> Iterator[Served]:
    """Serve the Chat Completions interface on the loopback while the block runs."""
    served = Served("", [], [])

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:  # the base class calls it by this name
            length = int(self.headers["Content-Length"])
            body = json.loads(self.rfile.read(length))
            served.asked.append(body)
            served.headers.append({name.lower(): one for name, one in self.headers.items()})
            sent = script(body)
            self.send_response(sent.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(sent.body)))
            for name, one in sent.headers:
                self.send_header(name, one)
            self.end_headers()
            self.wfile.write(sent.body)

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served.address = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
