"""What rests on what: works, the edges between them, and the fingerprints they are found by."""

from dataclasses import dataclass
from enum import StrEnum

from remnant.model.finding import Reason
from remnant.model.span import Span
from remnant.model.value import DateInterval


class Derivation(StrEnum):
    """How one work rests on another."""

    QUOTES = "quotes"
    """It attributes the words to the other."""
    CITES = "cites"
    """A note, link or reference names the other."""
    REPEATS = "repeats"
    """It says that it is the other's text, or carries its credit: a wire or agency, a reprint."""
    COPIES = "copies"
    """It shares much of its text with the other."""
    RESTATES = "restates"
    """Both give the same longer words of somebody, as two reports of one press release do."""
    SHARES = "shares"
    """Both have an odd figure or spelling that hardly anybody would come by alone."""
    SAME_SPEAKER = "same speaker"
    """Both are statements of one speaker."""
    DIGESTS = "digests"
    """It says that it is a summary of the other."""
    RELATED = "related"
    """The two organisations share people or belong to one another."""


@dataclass(frozen=True, slots=True)
class Work:
    """A node of the lineage graph: a document in the dossier, or a work named in one.

    Attributes:
        id: Document identifier, or content identifier of the named work.
        label: Short citation, such as `Human Rights Watch, 30 October 2020`.
        publisher: Who speaks in it, as an actor's identifier or name.
        date: Date of publication, if known.
        document: Identifier of the document, or empty for a work that is only named.
        address: Where it was published, without scheme and query; empty if not known.
    """

    id: str
    label: str
    publisher: str
    date: DateInterval | None = None
    document: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Derives:
    """One edge: a work rests on another, with the passages that show it.

    Attributes:
        child: Identifier of the work that rests on the other.
        parent: Identifier of the work it rests on.
        kind: How.
        passages: The words that show it.
        score: From 0.0 to 1.0.
        reason: Why, in a sentence.
        claims: Identifiers of the claims that rest on it; empty if the whole document does.
        decision: Identifier of the decision that a person made of it; empty if none.
        cut: A person decided that it does not hold; it is kept to be seen, and counts nowhere.
    """

    child: str
    parent: str
    kind: Derivation
    passages: tuple[Span, ...]
    score: float
    reason: Reason
    claims: tuple[str, ...] = ()
    decision: str = ""
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Lineage:
    """The graph of which work rests on which."""

    works: tuple[Work, ...] = ()
    edges: tuple[Derives, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """A work that a document names as what it rests on.

    Attributes:
        work: The named work.
        kind: How the document rests on it.
        passages: The words that name it.
        claims: Identifiers of the claims that rest on it; empty if the whole document does.
        reason: Why, in a sentence.
        score: From 0.0 to 1.0.
    """

    work: Work
    kind: Derivation
    passages: tuple[Span, ...]
    claims: tuple[str, ...]
    reason: Reason
    score: float = 1.0


class MarkKind(StrEnum):
    """What two documents can have in common that points to one source."""

    SENTENCE = "sentence"
    """A whole sentence, word for word: it shows what was copied."""
    QUOTATION = "quotation"
    """Longer words between quotation marks."""
    FIGURE = "figure"
    """A number that is not round, with what it counts."""
    SPELLING = "spelling"
    """A name in a form that is in no register."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that point to one source if another document has them too.

    Attributes:
        kind: What they are.
        key: What the same words of another document have in common with them.
        passage: Where they stand.
    """

    kind: MarkKind
    key: str
    passage: Span


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is needed of one document to find out what it rests on, without its text.

    Attributes:
        work: The document itself, as a work.
        bands: Keys that near-copies share with high probability.
        signature: The lowest hash values of its runs of words, ascending: how much text two
            documents share.
        named: The works it names.
        marks: Words in it that hardly anybody would come by alone.
    """

    work: Work
    bands: tuple[str, ...]
    signature: tuple[int, ...]
    named: tuple[Named, ...] = ()
    marks: tuple[Mark, ...] = ()
