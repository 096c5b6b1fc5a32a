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
from remnant.publish.sentences_words import day, listed, stop


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


def unknown(one: Predicate) -> str:
    """The speaker says that it is not known."""
    return f"it is not known whether {one.clause}"


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
        (re.compile(r"\bnot known (?:if|whether)\b", re.IGNORECASE), unknown),
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
    Stance.OPEN: re.compile(
        r"\b(?:unclear whether|not known whether|independently verified)\b", re.IGNORECASE
    ),
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
    """Return how the claim's stance is put, by the words of its passage."""
    return next(form for pattern, form in FORMS[item.stance] if pattern.search(item.words))


def spoken(
    predicate: Predicate,
    items: Sequence[Said],
    *,
    also: bool = False,
    before: Draft | None = None,
) -> Draft:
    """Return the sentence in which the claims' speakers say the predicate.

    Args:
        predicate: What all the claims say.
        items: Claims of one stance and one form.
        also: The sentence before says the same of others, or is the same speaker's.
        before: The sentence before, to tell when one statement goes on.

    Raises:
        PublishError: There are no claims, or they differ in stance.
    """
    if len({item.stance for item in items}) != 1:
        message = f"{predicate.clause!r}: a sentence needs claims of one stance; check its claims"
        raise PublishError(message)
    stance, names = items[0].stance, speakers_of(items)
    subject = predicate.subject
    about = replace(predicate, subject="it") if names == (subject,) else predicate
    stated = _stated(items, before)
    again = also and not stated.startswith("in the same")
    if stance is Stance.DENIED:
        text = denial(about, names, items[0].words, also=again)
    else:
        names = (
            *(one for one in names if one != subject),
            *(one for one in names if one == subject),
        )
        manner = _manner(items, also=again, stated=bool(stated))
        text = attributed(form_of(items[0])(about), names, stance, manner)
    relay = _relay(items[0])
    text = f"{stated}{text}{f', {relay} reports' if relay else ''}"
    return Draft(stop(text), tuple(items), stance, (*names, relay) if relay else names)


def _manner(items: Sequence[Said], *, also: bool, stated: bool) -> str:
    """Return how the speakers are said to speak: `also said`, `reports`, `according to`."""
    extra = "also " if also else ""
    if all(item.own for item in items):
        return f"{extra}report" if len(speakers_of(items)) > 1 else f"{extra}reports"
    hedged = items[0].stance is not Stance.AFFIRMED
    none = form_of(items[0]) is no_evidence
    return "according to" if hedged and not none and not stated else f"{extra}said"


def _relay(item: Said) -> str:
    """Return the party in whose own document somebody else is said to speak, or empty.

    What a party to the conflict says that others said is told with the party's name.
    """
    publisher = item.document.publisher
    told = item.document.party and not item.direct and publisher not in item.speakers
    return publisher if told else ""


def _stated(items: Sequence[Said], before: Draft | None) -> str:
    """Return `in a statement of 25 November 2020, ` where a party speaks for itself."""
    sources = {item.document.id: item.document for item in items}
    if len(sources) > 1 or not all(item.direct and item.document.party for item in items):
        return ""
    source = items[0].document
    if before is not None and {item.document.id for item in before.items} == {source.id}:
        return "in the same statement, "
    full = re.fullmatch(r"\d{4}-\d{2}-\d{2}", source.published)
    return f"in a statement of {day(source.published)}, " if full else ""


def attributed(clause: str, names: Sequence[str], stance: Stance, manner: str) -> str:
    """Return the clause with the names of those who say so.

    Args:
        clause: What they say, hedged as they hedge it.
        names: Who; one that the clause itself is about stands last.
        stance: Their stance.
        manner: How they are said to speak, such as `reports`.
    """
    who = _itself(names, clause)
    if manner == "according to" or (stance is not Stance.AFFIRMED and "report" in manner):
        return f"according to {who}, {clause}"
    return f"{who} {manner} that {clause}"


def _itself(names: Sequence[str], clause: str) -> str:
    """Return the speakers, `itself` behind one that speaks of itself among others."""
    if len(names) > 1 and clause.startswith(f"{names[-1]} "):
        return listed([*names[:-1], f"{names[-1]} itself"])
    return listed(names)


REJECTS = re.compile(r"\breject|\bfalse\b|\bfabricat|\bfake\b", re.IGNORECASE)


CALLS = re.compile(r"\bcalled (?:the |these |such |those )?\w+ [“\"][^”\"]+[”\"]?")


def denial(predicate: Predicate, names: Sequence[str], words: str, *, also: bool = False) -> str:
    """Return a denial, told apart from the rejection of an allegation or of evidence."""
    who = f"{listed(names)} also" if also else listed(names)
    called = CALLS.search(words)
    if called:
        return f"{who} {called.group().rstrip('”.')}”"
    if REJECTS.search(words) and not re.search(r"\bden(?:y|ied|ies)\b", words):
        return f"{who} rejected the allegation that {predicate.clause}"
    if predicate.subject == "it":
        return f"{who} {_joined('denied', predicate.gerund, predicate.rest)}"
    return f"{who} denied that {predicate.clause}"


def merged(
    predicates: Sequence[tuple[Predicate, Said]], *, also: bool = False
) -> tuple[Draft, ...]:
    """Say each proposition once, with all who say it in the same way.

    Order is that of the first claim of each proposition. A speaker who spoke in the sentence
    before is said to speak `also`, as is everyone where `also` is given.
    """
    groups: dict[tuple[str, Stance, str], list[tuple[Predicate, Said]]] = {}
    for predicate, item in predicates:
        groups.setdefault((predicate.clause, item.stance, manner_of(item)), []).append(
            (predicate, item)
        )
    drafts: list[Draft] = []
    for group in groups.values():
        items = [item for _, item in group]
        again = also or (bool(drafts) and drafts[-1].speakers == speakers_of(items))
        drafts.append(spoken(group[0][0], items, also=again, before=drafts[-1] if drafts else None))
    return tuple(drafts)


def manner_of(item: Said) -> str:
    """Return what tells apart claims of one stance that are not put in the same words."""
    if item.stance is not Stance.DENIED:
        return f"{form_of(item).__name__} {_relay(item)}"
    called = CALLS.search(item.words)
    if called:
        return called.group()
    return f"{'rejects' if REJECTS.search(item.words) else 'denies'} {_relay(item)}"


def speakers_of(items: Sequence[Said]) -> tuple[str, ...]:
    """Return the names of all who say it, each once."""
    return tuple(dict.fromkeys(name for item in items for name in item.speakers))


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
