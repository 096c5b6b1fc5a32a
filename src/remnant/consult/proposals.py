"""From the text of an answer to proposals: typed, and not yet believed."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from remnant.consult.instructions import MOST_CLAIMS
from remnant.model.claim import ActorRole, Ballot, ClaimKind, Membership, Slot, Stance

LONGEST_REPLY = 1_000_000
"""Characters. An honest answer to one part has a few thousand."""

MOST_FILLS = 40
"""Slot fills of one claim; a long list of places has fewer."""

_FENCED = re.compile(r"\s*```(?:json)?\s*\n(?P<inside>.*)\n\s*```\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Fill:
    """Words that a model puts into a slot."""

    slot: Slot
    words: str
    refers_to: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A claim as a model proposes it, in the right types and otherwise unchecked."""

    passage: int
    quote: str
    kind: ClaimKind
    stance: Stance
    role: ActorRole | None = None
    ballot: Ballot | None = None
    membership: Membership | None = None
    fills: tuple[Fill, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What an answer holds.

    Attributes:
        proposals: Those in the agreed form, in the order given.
        malformed: How many are not in the agreed form.
        beyond: How many were left out because there are too many.
    """

    proposals: tuple[Proposal, ...]
    malformed: int = 0
    beyond: int = 0


def read_answer(content: str) -> Answer | None:
    """Return the proposals of an answer, or `None` if it is not the JSON that was asked for."""
    if len(content) > LONGEST_REPLY:
        return None
    fenced = _FENCED.fullmatch(content)
    try:
        found = json.loads(fenced["inside"] if fenced else content)
    except (ValueError, RecursionError):
        return None
    listed = found.get("claims") if isinstance(found, Mapping) else None
    if not isinstance(listed, list):
        return None
    read = [_proposal(one) for one in listed[:MOST_CLAIMS]]
    proposals = tuple(one for one in read if one is not None)
    return Answer(proposals, len(read) - len(proposals), len(listed) - len(read))


def _proposal(found: object) -> Proposal | None:
    if not isinstance(found, Mapping):
        return None
    try:
        return Proposal(
            passage=_number(found.get("passage")),
            quote=_text(found.get("quote")),
            kind=ClaimKind(_text(found.get("kind"))),
            stance=Stance(_text(found.get("stance"))),
            role=_choice(ActorRole, found.get("role")),
            ballot=_choice(Ballot, found.get("value")),
            membership=_choice(Membership, found.get("status")),
            fills=_fills(found.get("slots")),
        )
    except ValueError:
        return None


def _fills(found: object) -> tuple[Fill, ...]:
    if found is None:
        return ()
    if not isinstance(found, list) or len(found) > MOST_FILLS:
        message = "slots must be a list of a few fills"
        raise ValueError(message)
    return tuple(_fill(one) for one in found)


def _fill(found: object) -> Fill:
    if not isinstance(found, Mapping):
        message = "a fill must be an object"
        raise ValueError(message)  # noqa: TRY004 - one kind of error for whatever is malformed
    refers_to = found.get("refers_to")
    return Fill(
        slot=Slot(_text(found.get("slot"))),
        words=_text(found.get("words")),
        refers_to="" if refers_to is None else _text(refers_to),
    )


def _text(found: object) -> str:
    if not isinstance(found, str):
        message = f"{type(found).__name__} where text belongs"
        raise ValueError(message)  # noqa: TRY004 - one kind of error for whatever is malformed
    return found


def _number(found: object) -> int:
    if not isinstance(found, int) or isinstance(found, bool):
        message = f"{type(found).__name__} where a number belongs"
        raise ValueError(message)  # noqa: TRY004 - one kind of error for whatever is malformed
    return found


T = TypeVar("T", bound=StrEnum)


def _choice(words: type[T], found: object) -> T | None:
    return None if found is None else words(_text(found))
