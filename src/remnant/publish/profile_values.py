"""What a state profile consists of: sections of sentences, each made from claims, and notes."""

from dataclasses import dataclass

from remnant.errors import PublishError
from remnant.model.claim import Stance
from remnant.model.span import Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """One printed sentence, with the claims it was made from.

    Attributes:
        text: The sentence, with its full stop and without its note markers.
        claims: Identifiers of the claims it was made from, in order.
        notes: Numbers of the notes to print behind it, in order.
        stance: The stance that its words express: never stronger than any of its claims.
        speakers: The names, one of which per claim the sentence must hold.
        basis: Digest of the claims' words and values when the sentence was made.
        table: For a sentence from a reviewed table instead of claims: `treaties` or `votes`.

    Raises:
        PublishError: There is neither a claim nor a table behind the sentence.
    """

    text: str
    claims: tuple[str, ...]
    notes: tuple[int, ...] = ()
    stance: Stance = Stance.AFFIRMED
    speakers: tuple[str, ...] = ()
    basis: str = ""
    table: str = ""

    def __post_init__(self) -> None:
        """Refuse a sentence with nothing behind it."""
        if not self.claims and not self.table:
            message = f"{self.text[:60]!r}: the sentence has no claim behind it; remove it"
            raise PublishError(message)


@dataclass(frozen=True, slots=True)
class ProfileNote:
    """A numbered citation.

    Attributes:
        number: From 1, in order of first appearance.
        text: Publisher, title in quotation marks, date; and what the document itself cites.
        address: Where the document was published; empty if unknown.
        document: Identifier of the document; empty for a reviewed table.
        passages: The claims cited with it, each with the document's own words.
    """

    number: int
    text: str
    address: str = ""
    document: str = ""
    passages: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class ProfileSection:
    """A headed part of a profile.

    Attributes:
        title: The heading.
        paragraphs: Sentences, by paragraph.
    """

    title: str
    paragraphs: tuple[tuple[Sentence, ...], ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """What the record says of one state, in the order of a ban-policy profile.

    Attributes:
        state: Identifier of the actor.
        title: The state's name.
        theme: What the profile is about, such as `Cluster Munition Ban Policy`.
        updated: EDTF date of the latest document used; empty if none is dated.
        preface: What the profile is and is not, to be printed with it.
        sections: In order; sections without content are left out.
        notes: Citations, in order of first appearance.
    """

    state: str
    title: str
    theme: str
    updated: str
    preface: str
    sections: tuple[ProfileSection, ...]
    notes: tuple[ProfileNote, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, in order."""
        return tuple(
            sentence
            for section in self.sections
            for paragraph in section.paragraphs
            for sentence in paragraph
        )


@dataclass(frozen=True, slots=True)
class Summary:
    """A few sentences on one incident, with their notes.

    Attributes:
        sentences: In order.
        notes: Citations, in order of first appearance.
    """

    sentences: tuple[Sentence, ...]
    notes: tuple[ProfileNote, ...]
