"""Recorded replies: what a model was asked and what it answered, kept with the dossier.

```
replies/journal.jsonl             a journal: which question got which answer, when, in which run
replies/ab/abcdef….json           questions and answers, each named by the SHA-256 of its bytes
```

A rebuild takes the answers from here, so it needs no endpoint, costs nothing, and gives
the same record.
"""

import json
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from remnant.acquire import Journal
from remnant.consult import Reply, Request, Unanswered
from remnant.endpoint import Endpoint
from remnant.errors import AcquireError
from remnant.model.ids import sha256_hex


@dataclass(slots=True)
class _Index:
    """What the journal says, as far as it was read."""

    read: int = 0
    latest: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Spent:
    """What some questions cost.

    Attributes:
        questions: How many were answered.
        prompt_tokens: Tokens of the questions.
        reply_tokens: Tokens of the answers.
    """

    questions: int = 0
    prompt_tokens: int = 0
    reply_tokens: int = 0


@dataclass(frozen=True, slots=True)
class Replies:
    """The recorded replies of one dossier.

    Attributes:
        folder: Where they are. It is made when the first is kept.
    """

    folder: Path
    _index: _Index = field(default_factory=_Index, init=False, repr=False, compare=False)

    @property
    def journal(self) -> Journal:
        """The journal of questions and answers."""
        return Journal(self.folder / "journal.jsonl")

    def latest(self, request: Request) -> Reply | None:
        """Return the latest recorded answer to exactly this question.

        Raises:
            AcquireError: The journal or the answer is damaged.
        """
        address = self._read().latest.get(request.digest)
        return None if address is None else _reply(self._path(address))

    def keep(self, request: Request, reply: Reply, *, endpoint: str, run: str, at: str) -> None:
        """Keep a question with its answer.

        Raises:
            AcquireError: The folder cannot be written.
        """
        question = self._store(request.canonical())
        answer = self._store(json.dumps(asdict(reply), sort_keys=True).encode("ascii"))
        self.journal.append(
            {
                "question": question,
                "answer": answer,
                "endpoint": endpoint,
                "model": request.model,
                "prompt_tokens": reply.prompt_tokens,
                "reply_tokens": reply.reply_tokens,
                "run": run,
                "at": at,
            }
        )

    def spent(self, run: str) -> Spent:
        """Return what the questions of one run cost."""
        entries = [one for one in self.journal.entries() if one["run"] == run]
        return Spent(
            len(entries),
            sum(int(one["prompt_tokens"]) for one in entries),
            sum(int(one["reply_tokens"]) for one in entries),
        )

    def check(self) -> Iterator[str]:
        """Yield a sentence for each break of the journal and each file that is not as kept."""
        yield from self.journal.verify()
        for entry in self.journal.entries():
            for name in (str(entry["question"]), str(entry["answer"])):
                path = self._path(name)
                if not path.is_file():
                    yield f"{path}: is missing; restore it from a copy"
                elif sha256_hex(path.read_bytes()) != name:
                    yield f"{path}: was changed since it was kept; restore it from a copy"

    def _read(self) -> _Index:
        entries, self._index.read = self.journal.entries_from(self._index.read)
        for entry in entries:
            self._index.latest[str(entry["question"])] = str(entry["answer"])
        return self._index

    def _path(self, digest: str) -> Path:
        return self.folder / digest[:2] / f"{digest}.json"

    def _store(self, content: bytes) -> str:
        """Write bytes under their SHA-256, whole or not at all."""
        digest = sha256_hex(content)
        path = self._path(digest)
        if path.exists():
            return digest
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            Path(stream.name).replace(path)
        except OSError as error:
            message = f"{path}: cannot be written ({error.strerror}); free the disk"
            raise AcquireError(message) from error
        return digest


def _reply(path: Path) -> Reply:
    try:
        content = path.read_bytes()
        if sha256_hex(content) != path.stem:
            message = f"{path}: was changed since it was kept; restore it from a copy"
            raise AcquireError(message)
        found: dict[str, Any] = json.loads(content)
        return Reply(**found)
    except (OSError, ValueError, TypeError) as error:
        message = f"{path}: is no recorded reply ({error}); restore it from a copy"
        raise AcquireError(message) from error


@dataclass(frozen=True, slots=True)
class RecordedSource:
    """Answers from the record and, where there are none, from an endpoint.

    Attributes:
        replies: The record.
        endpoint: Asked for what is not recorded; `None` for a rebuild that asks nobody.
        run: The build in which new questions are asked.
        now: The time, for the journal.
    """

    replies: Replies
    endpoint: Endpoint | None
    run: str
    now: Callable[[], str]

    def recorded(self, request: Request) -> Reply | None:
        """Return the latest recorded answer."""
        return self.replies.latest(request)

    def ask(self, request: Request) -> Reply | Unanswered:
        """Ask the endpoint, and record what it answers.

        Raises:
            EndpointError: It answers no question at all.
        """
        if self.endpoint is None:
            return Unanswered("no answer is recorded, and no endpoint may be asked")
        reply = self.endpoint.ask(request)
        if isinstance(reply, Reply):
            address = self.endpoint.address
            self.replies.keep(request, reply, endpoint=address, run=self.run, at=self.now())
        return reply
