"""The page on treaties and votes: members over time, and words beside acts and votes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from remnant.assess.standings import ACTS, cited, day_words
from remnant.assess.votes import BALLOTS
from remnant.assess.words_and_votes import years_of_words
from remnant.knowledge import Knowledge, Treaty
from remnant.model.obligation import Accord, Checked, YearOfWords
from remnant.model.words import capital, counted
from remnant.publish.pages.catalogue import Catalogue
from remnant.publish.pages.context import Link, PageContext

PATH = "treaties.html"

TREATIES = ("ccm", "mbt")
"""Treaties whose members are counted over the years; acts towards others are incomplete."""

WORDS = {
    Accord.AGREES: "agrees with the tables",
    Accord.DIFFERS: "differs from the tables",
    Accord.UNRECORDED: "the tables hold nothing on it",
    Accord.BESIDE: "a position, beside acts and votes",
}


@dataclass(frozen=True, slots=True)
class Year:
    """The members of a treaty at the end of a year."""

    day: str
    deposit: int
    force: int
    signatories: int
    joined: int


@dataclass(frozen=True, slots=True)
class Members:
    """The members of a treaty over the years."""

    name: str
    title: str
    years: tuple[Year, ...]
    citation: str


@dataclass(frozen=True, slots=True)
class StatementView:
    """One statement: the words, who says them, and what the tables say."""

    words: Link
    speaker: str
    document: Link
    accord: str
    slug: str
    tables: str
    citation: str
    incidents: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """What a state said in a year, how it voted, and whether the two go together."""

    year: str
    told: str
    said: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class StateView:
    """One state: its acts, its votes, what it said a year, and what is said of it."""

    name: str
    anchor: str
    acts: tuple[str, ...]
    votes: tuple[str, ...]
    statements: tuple[StatementView, ...]
    count: str
    years: tuple[YearView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatiesPage(PageContext):
    """Context of the page on treaties and votes."""

    template: ClassVar[str] = "treaties.html"
    members: tuple[Members, ...]
    states: tuple[StateView, ...]
    numbers: tuple[StatementView, ...]


def treaties_page(
    catalogue: Catalogue, found: Sequence[Checked], *, knowledge: Knowledge
) -> TreatiesPage:
    """Return the context of the page on treaties and votes.

    The counts end with the latest act in the table, never with the clock.
    """
    ids = sorted({one.state for one in found if one.state})
    entries = {one.id: one for one in knowledge.treaties}
    return TreatiesPage(
        path=PATH,
        title="Treaties and votes",
        description="Members of the treaties over time, and what is said beside acts and votes.",
        section="countries",
        members=tuple(_members(entries[one], knowledge) for one in TREATIES if one in entries),
        states=tuple(_state(one, catalogue, found, knowledge) for one in ids),
        numbers=tuple(_view(one, catalogue) for one in found if not one.state),
    )


def _members(treaty: Treaty, knowledge: Knowledge) -> Members:
    ledger = knowledge.treaties
    opened = date.fromisoformat(treaty.opened)
    last = max(ledger.changes(treaty.id), default=opened)
    days = [opened, *(date(year, 12, 31) for year in range(opened.year, last.year)), last]
    sources = dict.fromkeys(act.citation.source for act in ledger.of_treaty(treaty.id))
    return Members(
        name=treaty.name,
        title=treaty.title,
        years=tuple(_year(treaty.id, day, knowledge) for day in dict.fromkeys(days)),
        citation="; ".join(sources),
    )


def _year(treaty: str, day: date, knowledge: Knowledge) -> Year:
    ledger = knowledge.treaties
    parties, signatories = ledger.members(treaty, day), ledger.signatories(treaty, day)
    bound = ledger.members(treaty, day, "force")
    return Year(day_words(day), parties, bound, signatories, parties + signatories)


def _state(
    state: str, catalogue: Catalogue, found: Sequence[Checked], knowledge: Knowledge
) -> StateView:
    ours = tuple(_view(one, catalogue) for one in found if one.state == state)
    return StateView(
        name=knowledge.actors.get(state).name,
        anchor=f"state-{state}",
        acts=tuple(
            f"{capital(ACTS[act.act])} the {treaty.name} on {day_words(act.deposited)} "
            f"{cited(act.citation)}."
            for treaty in knowledge.treaties
            for act in knowledge.treaties.actions(state, treaty.id)
        ),
        votes=tuple(
            f"{capital(BALLOTS[ballot])} {resolution.symbol} in {resolution.date[:4]} "
            f"{cited(resolution.citations[0])}."
            for resolution, ballot in knowledge.votes.of_state(state)
            if resolution.citations
        ),
        statements=ours,
        count=counted(len(ours), "statement"),
        years=tuple(
            _beside(one, catalogue)
            for one in years_of_words(knowledge.actors.get(state), found, knowledge=knowledge)
        ),
    )


def _beside(one: YearOfWords, catalogue: Catalogue) -> YearView:
    cards = [catalogue.claim(claim, page=PATH) for claim in one.claims]
    return YearView(
        year=str(one.year) if one.year == one.until else f"{one.year}–{one.until}",
        told=one.sentence,
        said=tuple(Link(card.quote, card.href) for card in cards),
    )


def _view(one: Checked, catalogue: Catalogue) -> StatementView:
    card = catalogue.claim(one.claim, page=PATH)
    document = catalogue.document_of(card)
    return StatementView(
        words=Link(card.quote, card.href),
        speaker=" quoting ".join(card.speakers) or document.publisher or document.label,
        document=Link(document.label, card.href),
        accord=WORDS[one.accord],
        slug=one.accord.name.lower(),
        tables=one.sentence,
        citation=one.citation,
        incidents=tuple(catalogue.label(number) for number in one.incidents),
    )
