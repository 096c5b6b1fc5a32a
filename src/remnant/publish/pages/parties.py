"""The page of one accused party: what it is accused of, what it answered, what it did not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from remnant.model.claim import ClaimKind
from remnant.model.ledger import Accusation, Answer, Answered, Ledger, Response
from remnant.model.words import capital, counted, date_words, listed
from remnant.publish.pages.catalogue import Catalogue
from remnant.publish.pages.context import Link, PageContext, file_name
from remnant.publish.pages.evidence import said
from remnant.publish.pages.masking import publishable
from remnant.publish.pages.views import Said

SLUGS = {
    Answered.CONCEDED: "conceded",
    Answered.PARTLY_CONCEDED: "partly",
    Answered.DENIED: "denied",
    Answered.DENIED_BEFORE: "before",
    Answered.NO_ANSWER: "silent",
}
"""Names of the marks of style, by where an accusation stands."""

HOLDING = (ClaimKind.POSSESSION, ClaimKind.PRODUCTION)


@dataclass(frozen=True, slots=True)
class AccusationView:
    """One accusation: who made it, when, in which words, and where it stands."""

    accusers: str
    when: str
    beside: str
    answered: str
    slug: str
    source: Said
    answers: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class ChargeView:
    """The accusations of one incident."""

    about: Link
    standing: str
    slug: str
    first: str
    accusers: str
    accusations: tuple[AccusationView, ...]


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One answer: who gave it, when, in which words, what it says and what it answers."""

    anchor: str
    what: str
    slug: str
    voice: str
    when: str
    carried: str
    meaning: str
    rendered: str
    source: Said
    count: str
    answers: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyPage(PageContext):
    """Context of the page of one accused party."""

    template: ClassVar[str] = "party.html"
    name: str
    country: Link | None
    summary: str
    silence: str
    charges: tuple[ChargeView, ...]
    loose: tuple[AccusationView, ...]
    holdings: tuple[AccusationView, ...]
    answers: tuple[AnswerView, ...]


@dataclass(frozen=True, slots=True)
class PartyRow:
    """One party in the index."""

    name: str
    href: str
    accusations: int
    answered: int
    unanswered: int
    answers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartiesPage(PageContext):
    """Context of the index of accused parties."""

    template: ClassVar[str] = "parties.html"
    rows: tuple[PartyRow, ...]


def party_path(party: str) -> str:
    """Return the path of a party's page."""
    return f"parties/{file_name(party)}.html"


def party_links(books: Iterable[Ledger]) -> dict[str, Link]:
    """Return the links to the parties' pages, by the party's identifier and by its name."""
    found = {one.party: Link(publishable(one.name), party_path(one.party)) for one in books}
    return found | {link.text: link for link in found.values()}


def party_page(catalogue: Catalogue, ledger: Ledger, *, country: Link | None = None) -> PartyPage:
    """Return the context of the page of one accused party.

    Raises:
        PublishError: A claim of the ledger is not in the record.
    """
    page = party_path(ledger.party)
    deeds = [one for one in ledger.accusations if one.kind not in HOLDING]
    return PartyPage(
        path=page,
        title=f"{publishable(ledger.name)}: accused, answered, not answered",
        description=f"What {publishable(ledger.name)} is accused of, and what it answered.",
        section="parties",
        name=publishable(ledger.name),
        country=country,
        summary=summary(ledger),
        silence=silence(ledger),
        charges=_charges(catalogue, deeds, page=page),
        loose=_views(catalogue, (one for one in deeds if not one.incidents), page=page),
        holdings=_views(
            catalogue, (one for one in ledger.accusations if one.kind in HOLDING), page=page
        ),
        answers=tuple(_answer(catalogue, one, page=page) for one in ledger.answers),
    )


def summary(ledger: Ledger) -> str:
    """Return what the ledger holds, in two sentences."""
    deeds = [one for one in ledger.accusations if one.kind not in HOLDING]
    incidents = {number for one in deeds for number in one.incidents}
    accusers = {name for one in deeds for name in one.accusers}
    denied = sum(one.response is Response.DENIAL for one in ledger.answers)
    conceded = len(ledger.answers) - denied
    given = [counted(denied, "denial")] if denied else []
    given += [counted(conceded, "concession")] if conceded else []
    answer = f"It answered with {listed(given)}" if given else "No answer of it is held"
    return (
        f"{ledger.name} is accused in {counted(len(deeds), 'claim')} on "
        f"{counted(len(incidents), 'incident or episode', 'incidents and episodes')}, by "
        f"{counted(len(accusers), 'speaker')}. {answer}."
    )


def silence(ledger: Ledger) -> str:
    """Say how much has no answer at hand, and what that does not mean; empty if nothing has none.

    The words are careful: what is not in the documents held may well have been said.
    """
    deeds = [one for one in ledger.accusations if one.kind not in HOLDING]
    without = sum(one.answered is Answered.NO_ANSWER for one in deeds)
    before = sum(one.answered is Answered.DENIED_BEFORE for one in deeds)
    parts = []
    if without:
        parts.append(
            f"To {counted(without, 'claim')} no answer is in the documents of this dossier."
        )
    if before:
        parts.append(
            f"{counted(before, 'claim')} came after a denial that bears on it; no later answer "
            "is in the documents of this dossier."
        )
    if parts:
        parts.append("An answer may have been given elsewhere; silence here admits nothing.")
    return " ".join(parts)


def _charges(
    catalogue: Catalogue, deeds: Sequence[Accusation], *, page: str
) -> tuple[ChargeView, ...]:
    by_incident: dict[str, list[Accusation]] = {}
    for one in deeds:
        for number in one.incidents:
            by_incident.setdefault(number, []).append(one)
    return tuple(
        _charge(catalogue, number, by_incident[number], page=page)
        for number in catalogue.incidents
        if number in by_incident
    )


def _charge(
    catalogue: Catalogue, number: str, accusations: Sequence[Accusation], *, page: str
) -> ChargeView:
    order = list(Answered)
    states = sorted({one.answered for one in accusations}, key=order.index)
    days = [one.said for one in accusations if one.said is not None]
    names = dict.fromkeys(name for one in accusations for name in one.accusers)
    return ChargeView(
        about=catalogue.label(number),
        standing=_standing(accusations),
        slug=SLUGS[states[0]],
        first=date_words(min(days)) if days else "",
        accusers=publishable(listed(tuple(names))),
        accusations=_views(catalogue, accusations, page=page),
    )


def _standing(accusations: Sequence[Accusation]) -> str:
    """Say where the accusations of one incident stand; all of them, or how many."""
    counts = {state: sum(one.answered is state for one in accusations) for state in Answered}
    held = [(state, number) for state, number in counts.items() if number]
    if len(held) == 1:
        return capital(held[0][0].value)
    return capital(listed([f"{number} {state.value}" for state, number in held]))


def _views(
    catalogue: Catalogue, accusations: Iterable[Accusation], *, page: str
) -> tuple[AccusationView, ...]:
    return tuple(_accusation(catalogue, one, page=page) for one in accusations)


def _accusation(catalogue: Catalogue, one: Accusation, *, page: str) -> AccusationView:
    (source,) = said(catalogue, (one.claim,), page=page)
    return AccusationView(
        accusers=publishable(listed(one.accusers)),
        when=date_words(one.said) if one.said else "date not known",
        beside=publishable(listed(one.beside, "or")),
        answered=capital(one.answered.value),
        slug=SLUGS[one.answered],
        source=source,
        answers=said(catalogue, one.answers, page=page),
    )


def _answer(catalogue: Catalogue, one: Answer, *, page: str) -> AnswerView:
    (source,) = said(catalogue, (one.claim,), page=page)
    scope = f"Denies {one.scope.value}" if one.scope else capital(one.response.value)
    return AnswerView(
        anchor=f"a-{file_name(one.claim)}",
        what=scope,
        slug="denied" if one.scope else "conceded",
        voice=capital(publishable(one.voice)),
        when=said_when(one),
        carried=publishable(carried(one)),
        meaning=one.meaning,
        rendered=publishable(one.rendered),
        source=source,
        count=_reach(one),
        answers=said(catalogue, one.answers, page=page),
    )


def carried(answer: Answer) -> str:
    """Say who hands an answer on; empty if the party published it itself."""
    if not answer.carried_by:
        return ""
    party = ", itself a side of the conflict" if answer.hostile else ""
    return f"As reported by {answer.carried_by}{party}."


def said_when(answer: Answer) -> str:
    """Return the day of an answer, or that of the report if the answer's own is not stated."""
    if answer.said is None:
        return "date not known"
    day = date_words(answer.said)
    return f"on a day not stated (reported {day})" if answer.by_then else day


def _reach(answer: Answer) -> str:
    aim = "Speaks of a war or campaign" if answer.general else "Speaks of one event"
    if not answer.answers:
        return f"{aim}; it answers no accusation in the documents of this dossier."
    return f"{aim}; it answers {counted(len(answer.answers), 'claim')} made by then."


def party_row(ledger: Ledger) -> PartyRow:
    """Return a party's line in the index."""
    deeds = [one for one in ledger.accusations if one.kind not in HOLDING]
    answered = sum(bool(one.answers) for one in deeds)
    return PartyRow(
        name=publishable(ledger.name),
        href=party_path(ledger.party),
        accusations=len(deeds),
        answered=answered,
        unanswered=len(deeds) - answered,
        answers=len(ledger.answers),
    )


def parties_page(ledgers: Iterable[Ledger]) -> PartiesPage:
    """Return the context of the index of accused parties."""
    rows = tuple(party_row(one) for one in ledgers)
    return PartiesPage(
        path="parties/index.html",
        title="Accused parties",
        description=f"{counted(len(rows), 'party', 'parties')} with what each answered.",
        section="parties",
        rows=rows,
    )
