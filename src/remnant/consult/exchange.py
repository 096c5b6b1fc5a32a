"""What is asked of a model, what it answers, and who asks."""

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from remnant.model.ids import sha256_hex


class Form(StrEnum):
    """How the endpoint is told the form of the answer."""

    SCHEMA = "json_schema"
    """`response_format` of type `json_schema`: hosted endpoints, llama-server, vLLM, Ollama."""
    OBJECT = "json_object"
    """`response_format` of type `json_object` with the schema inside: llama-cpp-python."""


@dataclass(frozen=True, slots=True)
class Request:
    """One question to a model: everything that can change its answer, and nothing else.

    Attributes:
        model: The model's name at the endpoint.
        system: The instructions.
        user: The document's words, as JSON.
        options: The other fields of the request's body, as a JSON object.
    """

    model: str
    system: str
    user: str
    options: str

    def body(self) -> dict[str, object]:
        """Return the body of the HTTP request, of the Chat Completions interface."""
        options: dict[str, object] = json.loads(self.options)
        messages = [
            {"role": "system", "content": self.system},
            {"role": "user", "content": self.user},
        ]
        return {"model": self.model, "messages": messages, **options}

    def canonical(self) -> bytes:
        """Return the body as bytes that are the same for the same question."""
        return json.dumps(self.body(), sort_keys=True, separators=(",", ":")).encode("ascii")

    @property
    def digest(self) -> str:
        """The SHA-256 of the question: the address of its recorded replies."""
        return sha256_hex(self.canonical())


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model answered.

    Attributes:
        content: The text of the answer.
        whole: The model came to its end; otherwise the answer was cut at its limit.
        prompt_tokens: Tokens of the question, as the endpoint counted them; 0 if not said.
        reply_tokens: Tokens of the answer; 0 if not said.
        model: What the endpoint calls the model that answered.
    """

    content: str
    whole: bool = True
    prompt_tokens: int = 0
    reply_tokens: int = 0
    model: str = ""


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question without an answer.

    Attributes:
        why: What happened and what to do, as a clause.
    """

    why: str


class Source(Protocol):
    """Whoever gives the answers: a record of old ones, and an endpoint behind it."""

    def recorded(self, request: Request) -> Reply | None:
        """Return the latest recorded answer to exactly this question, if there is one."""
        ...

    def ask(self, request: Request) -> Reply | Unanswered:
        """Ask anew, and record what comes."""
        ...
