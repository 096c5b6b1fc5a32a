"""Texts that say whose they are: an agency's dateline, a byline, a credit, a reprint.

The forms are those of news agencies and of the papers that carry them, as their own
stylebooks describe them: a dateline `CITY (AP) —`, the editors' line of Reuters, `h/t`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from remnant.assess.speakers import Speaker, speaker_of
from remnant.knowledge import ActorKind, Knowledge
from remnant.model.document import Document
from remnant.model.value import ReferenceKind

HEAD = 1200
"""Characters within which a dateline stands."""

TAIL = 700
"""Characters at the end within which a credit stands."""

_NAME = r"[A-Z][\w.’'-]*(?: +(?:(?:of|the|and|de) +)?[A-Z][\w.’'-]*){0,4}"
_DATELINE = re.compile(
    r"^[^\n(]{2,60}\((?P<name>[A-Z][A-Za-z/ .-]{1,30})\)\s*[—–:-]|"
    r"^[^\n/]{2,60}/(?P<slashed>[A-Z][A-Za-z ]{1,30})/",
    re.MULTILINE,
)
_EDITED = re.compile(r"\((?:Additional )?(?:Reporting|Writing|Editing) by [^()]{3,600}\)")
_HELPED = re.compile(
    rf"\b(?P<name>{_NAME}) (?:news )?(?:writers?|reporters?|correspondents?|journalists?)\b"
    r"[^\n]{0,200}\bcontributed to this (?:report|story)"
)
_CREDIT = re.compile(
    rf"(?:\bh/t/?:?|\bhat tip:?(?: to)?|\bH/T:?|^via|\bVia:|^Source:|^Credit:|\bwith inputs from|"
    rf"\b(?:was |is |were )?(?:originally |first )?(?:published|appeared|reprinted|republished)"
    rf"(?: (?:by|in|on|at|from|with permission from)){{1,2}}(?: the)?|"
    rf"\bCopyright (?:©\s*)?(?:\d{{4}}\s+)?(?:by )?(?:The )?|©\s*(?:\d{{4}}\s+)?(?:The )?)"
    rf"\s*(?P<name>{_NAME})",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Credit:
    """Words by which a document says that its text, or its news, is somebody else's.

    Attributes:
        speaker: Whose.
        start: Offset of the words.
        end: Offset after them.
        rule: Name of the rule.
        sentence: What the words are.
        score: How surely the whole text is theirs.
    """

    speaker: Speaker
    start: int
    end: int
    rule: str
    sentence: str
    score: float


Found: TypeAlias = tuple[str, int, int]


def dateline(document: Document) -> Iterator[Found]:
    """The text opens with the dateline of a news agency."""
    for found in _DATELINE.finditer(document.text, 0, HEAD):
        yield found["name"] or found["slashed"], *found.span()


def editors(document: Document) -> Iterator[Found]:
    """The text closes with the line in which Reuters names its reporters and editors."""
    start = max(0, len(document.text) - TAIL)
    for found in _EDITED.finditer(document.text, start):
        if "editing by" in found.group().casefold():
            yield "Reuters", *found.span()


def helpers(document: Document) -> Iterator[Found]:
    """An agency's own writers are thanked for contributing to the report."""
    start = max(0, len(document.text) - TAIL)
    for found in _HELPED.finditer(document.text, start):
        yield found["name"], *found.span()


def credit(document: Document) -> Iterator[Found]:
    """The text credits somebody else with its news."""
    start = max(0, len(document.text) - TAIL)
    for found in _CREDIT.finditer(document.text, start):
        yield found["name"].rstrip(".’'-"), *found.span()


RULES: tuple[tuple[Callable[[Document], Iterator[Found]], float, bool], ...] = (
    (dateline, 1.0, True),
    (editors, 0.9, True),
    (helpers, 0.8, True),
    (credit, 0.8, False),
)
"""Each rule, how surely the text is theirs, and whether only a known outlet can be meant."""


def credits_in(document: Document, publisher: Speaker, knowledge: Knowledge) -> tuple[Credit, ...]:
    """Return whom a document says its text or news to be from, each once, the surest first.

    The publisher itself is left out: an agency's own page carries its own dateline.
    """
    found: dict[str, Credit] = {}
    author = document.metadata.author
    if author is not None and (speaker := _outlet(author.value, knowledge)) is not None:
        sentence = "The author that the document gives is a news agency or outlet."
        found[speaker.key] = Credit(speaker, 0, 0, "byline", sentence, 1.0)
    for rule, score, known in RULES:
        for name, start, end in rule(document):
            speaker = _outlet(name, knowledge)
            if speaker is None and not known:
                speaker = speaker_of(name, knowledge)
            if speaker is not None and len(speaker.key) > 1:
                sentence = (rule.__doc__ or "").strip()
                one = Credit(speaker, start, end, rule.__name__, sentence, score)
                found.setdefault(speaker.key, one)
    return tuple(one for key, one in found.items() if key != publisher.key)


def _outlet(words: str, knowledge: Knowledge) -> Speaker | None:
    """Return the news agency or outlet that some words name."""
    for hit in knowledge.lexicon.scan(words):
        if hit.kind is ReferenceKind.ACTOR and hit.entry in knowledge.actors:
            actor = knowledge.actors.get(hit.entry)
            if actor.kind is ActorKind.MEDIA:
                return Speaker(actor.id, actor.name)
    return None
