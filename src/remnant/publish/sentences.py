"""Sentences made from claims: one table of forms per stance, one of predicates per kind.

A sentence is `who says` + `stance` + `predicate`. The predicate comes from the values of the
claim, the stance from the claim alone, so no maker can drop a hedge. Claims share a sentence
only where the whole of it follows from each of them.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from remnant.errors import PublishError
from remnant.model.claim import Stance
from remnant.publish.sentences_claims import Said
from remnant.publish.sentences_words import listed, stop


@dataclass(frozen=True, slots=True)
class Predicate:
    """What is said of whom, in the forms that the stances need.

    Attributes:
        subject: Who, as printed.
        many: The subject takes a plural verb.
        finite: `used`, `possesses`, `were used`.
        perfect: What follows `to` or `may`: `have used`, `possess`, `have been used`.
        gerund: What follows `denied`: `using`, `possessing`.
        rest: Object, place and date.
    """

    subject: str
    many: bool
    finite: str
    perfect: str
    gerund: str
    rest: str

    @property
    def clause(self) -> str:
        """The plain clause."""
        return _joined(self.subject, self.finite, self.rest)

    @property
    def be(self) -> str:
        """The form of `to be` that fits the subject."""
        return "are" if self.many else "is"


Form = Callable[[Predicate], str]


def appears(one: Predicate) -> str:
    """It appears so to the speaker."""
    verb = "appear" if one.many else "appears"
    return _joined(one.subject, verb, "to", one.perfect, one.rest)


def likely(one: Predicate) -> str:
    """The speaker holds it likely."""
    return _joined(one.subject, one.be, "likely to", one.perfect, one.rest)


def widely(one: Predicate) -> str:
    """Many report it."""
    return f"it has been widely reported that {one.clause}"


def alleged(one: Predicate) -> str:
    """Somebody alleges it."""
    return _joined(one.subject, one.be, "alleged to", one.perfect, one.rest)


def suspected(one: Predicate) -> str:
    """Somebody suspects it."""
    return _joined(one.subject, one.be, "suspected to", one.perfect, one.rest)


def believed(one: Predicate) -> str:
    """Somebody believes it."""
    return _joined(one.subject, one.be, "believed to", one.perfect, one.rest)


def possibly(one: Predicate) -> str:
    """It may be so."""
    return _joined(one.subject, "may", one.perfect, one.rest)


def reportedly(one: Predicate) -> str:
    """It is reported, without more."""
    if one.finite.startswith(("was ", "were ")):
        first, rest = one.finite.split(" ", 1)
        return _joined(one.subject, first, "reportedly", rest, one.rest)
    return _joined(one.subject, "reportedly", one.finite, one.rest)


HEDGES: tuple[tuple[re.Pattern[str], Form], ...] = (
    (re.compile(r"\bwidely reported\b", re.IGNORECASE), widely),
    (re.compile(r"\b(?:appear\w*|apparent\w*|seem\w*|seemingly)\b", re.IGNORECASE), appears),
    (re.compile(r"\b(?:likely|probabl[ey])\b", re.IGNORECASE), likely),
    (re.compile(r"\b(?:suspect\w*)\b", re.IGNORECASE), suspected),
    (re.compile(r"\b(?:believe[ds]?|thought to)\b", re.IGNORECASE), believed),
    (re.compile(r"\b(?:alleg\w+|accus\w+|purported\w*)\b", re.IGNORECASE), alleged),
    (re.compile(r"\b(?:may|might|could|possib\w+|potential\w*)\b", re.IGNORECASE), possibly),
    (re.compile(r"", re.IGNORECASE), reportedly),
)
"""Which hedge the passage holds decides how the sentence hedges; the last fits any passage."""


def not_known(one: Predicate) -> str:
    """Nobody knows of it, which is not a denial."""
    return _joined(one.subject, one.be, "not known to", one.perfect, one.rest)


def no_evidence(one: Predicate) -> str:
    """The speaker says that there is no evidence."""
    return f"there is no evidence that {one.clause}"


def unclear(one: Predicate) -> str:
    """The speaker leaves it open."""
    return f"it is unclear whether {one.clause}"


def unverified(one: Predicate) -> str:
    """The speaker could not check it."""
    return f"it has not been independently verified that {one.clause}"


def plain(one: Predicate) -> str:
    """The speaker states it."""
    return one.clause


FORMS: Mapping[Stance, tuple[tuple[re.Pattern[str], Form], ...]] = {
    Stance.AFFIRMED: ((re.compile(r""), plain),),
    Stance.HEDGED: HEDGES,
    Stance.NOT_KNOWN: (
        (re.compile(r"\bno (?:\w+ )?evidence\b", re.IGNORECASE), no_evidence),
        (re.compile(r""), not_known),
    ),
    Stance.OPEN: (
        (
            re.compile(r"not (?:been )?independently|not verified|not confirm", re.IGNORECASE),
            unverified,
        ),
        (re.compile(r""), unclear),
    ),
    Stance.DENIED: ((re.compile(r""), plain),),
}
"""How each stance is put, by the words of the passage."""

MARKERS: Mapping[Stance, re.Pattern[str]] = {
    Stance.HEDGED: re.compile(
        r"\b(?:appears?|likely|widely reported|alleged|suspected|believed|may|reportedly)\b",
        re.IGNORECASE,
    ),
    Stance.NOT_KNOWN: re.compile(r"\b(?:not known|no evidence)\b", re.IGNORECASE),
    Stance.OPEN: re.compile(r"\b(?:unclear whether|independently verified)\b", re.IGNORECASE),
    Stance.DENIED: re.compile(r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|called)\b", re.IGNORECASE),
}
"""Words of which a sentence of each stance must hold one, outside quotation marks."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence before its notes are numbered.

    Attributes:
        text: The sentence.
        items: The claims it was made from.
        stance: The stance its words express.
        speakers: Names it holds, one for each claim's speaker.
    """

    text: str
    items: tuple[Said, ...]
    stance: Stance
    speakers: tuple[str, ...]


def form_of(item: Said) -> Form:
    """Return how the claim's stance is put, by the words of its passages."""
    claim = item.resolved.claim
    words = " ".join((item.words, *(span.quote for span in claim.also)))
    return next(form for pattern, form in FORMS[item.stance] if pattern.search(words))


def spoken(predicate: Predicate, items: Sequence[Said], *, also: bool = False) -> Draft:
    """Return the sentence in which the claims' speakers say the predicate.

    Args:
        predicate: What all the claims say.
        items: Claims of one stance and one form.
        also: The sentence before says the same of others, or is the same speaker's.

    Raises:
        PublishError: There are no claims, or they differ in stance.
    """
    if len({item.stance for item in items}) != 1:
        message = f"{predicate.clause!r}: a sentence needs claims of one stance; check its claims"
        raise PublishError(message)
    stance = items[0].stance
    names = tuple(dict.fromkeys(name for item in items for name in item.speakers))
    own = all(item.own for item in items)
    about = replace(predicate, subject="it") if names == (predicate.subject,) else predicate
    if stance is Stance.DENIED:
        text = denial(about, names, items[0].words)
    else:
        text = attributed(form_of(items[0])(about), names, stance, own=own, also=also)
    return Draft(stop(text), tuple(items), stance, names)


def attributed(
    clause: str, names: Sequence[str], stance: Stance, *, own: bool, also: bool = False
) -> str:
    """Return the clause with the names of those who say so."""
    who = listed(names)
    if stance is not Stance.AFFIRMED:
        return f"according to {who}, {clause}"
    extra = "also " if also else ""
    verb = "report" if len(names) > 1 else "reports"
    return f"{who} {extra}{verb if own else 'said'} that {clause}"


REJECTS = re.compile(r"\breject|\bfalse\b|\bfabricat|\bfake\b", re.IGNORECASE)


def denial(predicate: Predicate, names: Sequence[str], words: str) -> str:
    """Return a denial, told apart from the rejection of an allegation."""
    who = listed(names)
    if REJECTS.search(words) and not re.search(r"\bden(?:y|ied|ies)\b", words):
        return f"{who} rejected the allegation that {predicate.clause}"
    if predicate.subject == "it":
        return f"{who} {_joined('denied', predicate.gerund, predicate.rest)}"
    return f"{who} denied that {predicate.clause}"


def merged(
    predicates: Sequence[tuple[Predicate, Said]], *, also: bool = False
) -> tuple[Draft, ...]:
    """Say each proposition once, with all who say it in the same way.

    Order is that of the first claim of each proposition.
    """
    groups: dict[tuple[str, Stance, str], list[tuple[Predicate, Said]]] = {}
    for predicate, item in predicates:
        manner = "rejects" if REJECTS.search(item.words) else form_of(item).__name__
        groups.setdefault((predicate.clause, item.stance, manner), []).append((predicate, item))
    return tuple(
        spoken(group[0][0], [item for _, item in group], also=also) for group in groups.values()
    )


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
