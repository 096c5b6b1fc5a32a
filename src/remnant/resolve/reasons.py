"""Small builders shared by the resolvers of this room."""

import re

from remnant.knowledge.lookalikes import plain_letters
from remnant.model.claim import Claim, Mention
from remnant.model.finding import Reason
from remnant.model.resolution import Candidate, Resolution, Value
from remnant.model.value import Reference, ReferenceKind

_DETERMINERS = re.compile(
    r"^(?:the|a|an|its|their|his|her|our|these|those|this|that|any|such|both|all)\s+",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"(?:^|\s)(?:[A-Z]\.)+[A-Z]$")
_EDGES = ' \t\n\r.,;:()[]"“”«»'


def bare(words: str) -> str:
    """Return a name without determiner, possessive ending and outer punctuation."""
    text = _trimmed(_DETERMINERS.sub("", _trimmed(" ".join(words.split()))))
    return _trimmed(re.sub(r"['’]s?$", "", text))


def _trimmed(text: str) -> str:
    """Return the text without outer punctuation; the last point of `U.S.` stays."""
    short = text.strip(_EDGES)
    return short + "." if _ABBREVIATED.search(short) and text.rstrip().endswith(".") else short


def one(value: Value, rule: str, sentence: str, words: str, score: float = 1.0) -> Candidate:
    """Return a candidate with the one reason for it."""
    return Candidate(value, score, (Reason(rule, sentence, words),))


def settled(claim: Claim, mention: Mention, candidate: Candidate) -> Resolution:
    """Return the resolution of a mention that has one meaning."""
    return Resolution(claim.id, mention, (candidate,))


def printed(kind: ReferenceKind, name: str) -> Candidate:
    """Return a name that is in no knowledge file, as printed."""
    sentence = "The name is in no knowledge file and is kept as printed."
    return one(Reference(kind, name), "as printed", sentence, name, 0.5)


def words_of(mention: Mention) -> str:
    """Return the words to read: those referred back to, where the mention is a pronoun.

    Letters that only look like Latin ones are read as they look.
    """
    span = mention.referent if mention.referent is not None else mention.span
    return plain_letters(span.quote)
