"""The endpoint of a model: the one place from which document text may leave the machine.

Any server of the Chat Completions interface, local or hosted. Only the address that the
user named is asked: no redirect is followed, no proxy and no key of the environment is
used. Every answer is bounded in time and size.
"""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from remnant.consult import Reply, Request, Unanswered
from remnant.errors import EndpointError, UsageError

if TYPE_CHECKING:
    from openai import APIStatusError, OpenAI

LONGEST_ANSWER = 8 * 1024 * 1024
"""Bytes of an answer with its envelope; an honest one has a few kilobytes."""

_LONGEST_WORDS = 200
"""Characters of a server's own words in a message."""

_UNAUTHORISED = (401, 403)
_NOT_FOUND = 404
_TOO_MANY = 429
_REDIRECTS = range(300, 400)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server that answers for a model.

    Attributes:
        address: Base address, such as `http://127.0.0.1:8080/v1`.
        key: The key that the server wants; empty if it wants none.
        seconds: Most time for one answer.
        retries: How often a question is asked again after a passing failure.
    """

    address: str
    key: str = field(default="", repr=False)
    seconds: int = 120
    retries: int = 2

    def __post_init__(self) -> None:
        """Refuse what is not an address.

        Raises:
            UsageError: The address is not one of http or https, or holds a password.
        """
        parts = urlsplit(self.address)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            message = (
                f"model_endpoint {self.address!r}: not an http or https address; "
                "name one such as http://127.0.0.1:8080/v1"
            )
            raise UsageError(message)
        if parts.username is not None or parts.password is not None:
            message = (
                f"model_endpoint at {parts.hostname}: holds a user name or password; "
                "set REMNANT_MODEL_KEY instead"
            )
            raise UsageError(message)

    def ask(self, request: Request) -> Reply | Unanswered:
        """Return the server's answer to one question.

        Raises:
            EndpointError: The server cannot be reached, refuses the key, does not know the
                model or allows no more questions: no other document would fare better.
        """
        import openai  # noqa: PLC0415 - slow to load, needed only with a model

        try:
            content = self._exchange(request)
        except openai.APITimeoutError:
            return Unanswered(f"{self.address} took longer than {self.seconds} s")
        except openai.APIConnectionError as error:
            raise EndpointError(self._unreachable(error)) from error
        except openai.APIStatusError as error:
            fatal = self._refusal(error, request.model)
            if fatal:
                raise EndpointError(fatal) from error
            return Unanswered(f"{self.address} answered {error.status_code}: {_said(error)}")
        if content is None:
            return Unanswered(
                f"the answer of {self.address} took longer than {self.seconds} s, "
                f"or is larger than {LONGEST_ANSWER} bytes"
            )
        return _reply(content, self.address)

    def _exchange(self, request: Request) -> bytes | None:
        """Return the bytes of an answer, or nothing if they are too many or too slow."""
        client = _client(self.address, self.key, self.seconds, self.retries)
        deadline = time.monotonic() + self.seconds * (self.retries + 1)
        body: Any = request.body()
        with client.chat.completions.with_streaming_response.create(
            model=request.model,
            messages=body.pop("messages"),
            extra_body={name: one for name, one in body.items() if name != "model"},
        ) as response:
            content = bytearray()
            for chunk in response.iter_bytes(65_536):
                content += chunk
                if len(content) > LONGEST_ANSWER or time.monotonic() > deadline:
                    return None
        return bytes(content)

    def _unreachable(self, error: Exception) -> str:
        cause = error.__cause__ or error
        return (
            f"{self.address}: cannot be reached ({_plain(str(cause)) or type(cause).__name__}); "
            'start the server, mend model_endpoint, or set extractor = "grammar", and build again'
        )

    def _refusal(self, error: "APIStatusError", model: str) -> str:
        """Return why the server will answer no question at all, or nothing if it may."""
        status, said = error.status_code, _said(error)
        if status in _UNAUTHORISED:
            return f"{self.address}: refuses the key ({said}); set REMNANT_MODEL_KEY"
        if status == _NOT_FOUND:
            return (
                f"{self.address}: knows no model {model!r}, or is not the base address of a "
                f"Chat Completions interface ({said}); mend model or model_endpoint"
            )
        if status == _TOO_MANY:
            return (
                f"{self.address}: takes no more questions now ({said}); build again later, "
                "it goes on where it stopped"
            )
        if status in _REDIRECTS:
            leads = _plain(error.response.headers.get("location", "elsewhere"))
            return f"{self.address}: leads on to {leads}, and is not followed; name that address"
        return ""


@cache
def _client(address: str, key: str, seconds: int, retries: int) -> "OpenAI":
    """Return the client of one endpoint; it keeps its connection."""
    import openai  # noqa: PLC0415 - slow to load, needed only with a model

    # Without these arguments the client would take address, key and proxy from the environment.
    return openai.OpenAI(
        base_url=address,
        api_key=key or "none",
        organization="",
        project="",
        timeout=float(seconds),
        max_retries=retries,
        http_client=openai.DefaultHttpxClient(trust_env=False, follow_redirects=False),
    )


def check_client() -> None:
    """Make sure that the client library is there.

    Raises:
        UsageError: It is not installed.
    """
    try:
        import openai  # noqa: F401, PLC0415 - slow to load; only asked for here
    except ImportError as error:
        message = "the model extractor needs the extra `model`: pip install 'remnant[model]'"
        raise UsageError(message) from error


def _reply(content: bytes, address: str) -> Reply | Unanswered:
    """Return what the envelope of an answer holds."""
    try:
        envelope = json.loads(content)
        choice = envelope["choices"][0]
        words = choice["message"]["content"]
        if not isinstance(words, str):
            refused = choice["message"].get("refusal")
            return Unanswered(f"{address} declined: {_plain(str(refused or 'no words'))}")
        return Reply(
            content=words,
            whole=choice.get("finish_reason") != "length",
            prompt_tokens=_tokens(envelope.get("usage"), "prompt_tokens"),
            reply_tokens=_tokens(envelope.get("usage"), "completion_tokens"),
            model=_plain(str(envelope.get("model") or "")),
        )
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return Unanswered(f"{address} did not answer as the Chat Completions interface does")


def _tokens(usage: object, name: str) -> int:
    count = usage.get(name) if isinstance(usage, Mapping) else None
    return count if isinstance(count, int) and count > 0 else 0


def _said(error: "APIStatusError") -> str:
    return _plain(error.message) or "without a word"


def _plain(words: str) -> str:
    """Return a server's words on one short line that can be printed and stored."""
    line = "".join(one if one.isprintable() else " " for one in words[: 4 * _LONGEST_WORDS])
    return " ".join(line.split())[:_LONGEST_WORDS]
