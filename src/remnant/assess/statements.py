"""What is said of treaties and votes, checked against the tables; words beside votes.

Each check is one small function for one kind of claim. A claim that no table can speak
to gives nothing.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from remnant.assess.speakers import speaker_of_reference
from remnant.assess.standings import Case, cited, day_words, sentence, source_of, spoken
from remnant.assess.votes import BALLOTS
from remnant.assess.words_and_votes import leaning_of
from remnant.knowledge import Act, Actor, ActorKind, Knowledge, Resolution, Treaty
from remnant.model.claim import Ballot, ClaimKind, Membership, Slot, Stance
from remnant.model.document import Document
from remnant.model.incident import Scope
from remnant.model.obligation import Accord, Checked, Standing
from remnant.model.record import DocumentResult, Record
from remnant.model.resolution import ResolvedClaim
from remnant.model.value import DateInterval, Quantity
from remnant.model.words import counted, listed

SAID = (Stance.AFFIRMED, Stance.HEDGED)
"""Stances in which a claim says something that can agree."""

VOTED_ON = "ccm"
"""The treaty whose yearly resolution the table of votes holds."""

CLUSTER = frozenset({"cluster-munition", "submunition"})


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim on treaties or votes, with the day it speaks of.

    Attributes:
        resolved: The claim.
        states: The states it is about.
        on: The day for which it says it: its own date, or that of publication.
        knowledge: The tables.
    """

    resolved: ResolvedClaim
    states: tuple[Actor, ...]
    on: date
    knowledge: Knowledge

    @property
    def treaties(self) -> tuple[Treaty, ...]:
        """The treaties that it names and that have an entry."""
        found = (
            self.knowledge.treaties.named(one.name) for one in self.resolved.references(Slot.TREATY)
        )
        return tuple(entries[0] for entries in found if entries)


Outcome = tuple[str, str, Accord, str, str]
"""State, treaty, accord, sentence and citation."""


def checked(record: Record, *, knowledge: Knowledge) -> tuple[Checked, ...]:
    """Return every statement of a record that the tables can be put beside.

    They are in order of document and passage. Documents are read one by one.
    """
    accused = _accused(record, knowledge)
    found: list[Checked] = []
    for document in sorted(record.documents()):
        result = record.result(document)
        for resolved in result.resolved:
            work = _work_of(resolved, result)
            said = statement(resolved, result.document, knowledge, work=work)
            found.extend(_beside(one, accused) for one in (check(said) if said else ()))
    return tuple(found)


def _work_of(resolved: ResolvedClaim, result: DocumentResult) -> DateInterval | None:
    """Return the date of the work that a passage stands in the naming of: words of its title."""
    passage = resolved.claim.passage
    dates = (
        named.work.date
        for named in result.fingerprint.named
        for span in named.passages
        if span.start <= passage.start and passage.end <= span.end
    )
    return next((one for one in dates if one is not None), None)


def statement(
    resolved: ResolvedClaim,
    document: Document,
    knowledge: Knowledge,
    *,
    work: DateInterval | None = None,
) -> Statement | None:
    """Return a claim as a statement, or `None` if it is none or nothing says of which day.

    `work` is the date of the work in whose title it stands, which is when that was said.
    """
    claim = resolved.claim
    if claim.kind not in CHECKS or claim.stance not in SAID:
        return None
    published = document.metadata.published
    days = [one.latest for one in resolved.dates if one.latest is not None]
    try:
        told = DateInterval(published.value).latest if published else None
        told = work.latest if work is not None and work.latest is not None else told
    except ValueError:
        told = None
    on = max(days) if days else told
    if on is None:
        return None
    keys = dict.fromkeys(speaker_of_reference(one, knowledge).key for one in resolved.actors)
    actors = (knowledge.actors.get(key) for key in keys if key in knowledge.actors)
    states = tuple(one for one in actors if one.kind is ActorKind.STATE)
    return Statement(resolved, states, told if told and told < on else on, knowledge)


def check(said: Statement) -> Iterator[Checked]:
    """Yield a statement beside the tables, for each state and treaty that it is about."""
    claim = said.resolved.claim
    for state, treaty, accord, words, source in CHECKS[claim.kind](said):
        yield Checked(
            claim=claim.id,
            document=claim.passage.document,
            kind=claim.kind,
            state=state,
            treaty=treaty,
            on=said.on.isoformat(),
            accord=accord,
            sentence=words,
            citation=source,
            leaning=leaning_of(claim),
        )


def standing_or_members(said: Statement) -> Iterator[Outcome]:
    """A standing, or a number of members, as the table of treaty actions has it on that day."""
    for treaty in said.treaties:
        if not said.states and said.resolved.count is not None:
            yield _members(said, treaty, said.resolved.count)
        for state in said.states:
            membership = said.resolved.claim.membership
            if membership in HOLDS:
                yield _standing(said, treaty, state, HOLDS[membership])


def _standing(
    said: Statement, treaty: Treaty, state: Actor, holds: Callable[[Case], bool]
) -> Outcome:
    case = Case(state, treaty, said.on, said.on, said.knowledge)
    source = source_of(case)
    if case.standing(said.on) is Standing.UNKNOWN:
        return (state.id, treaty.id, Accord.UNRECORDED, sentence(case), source)
    agrees = Accord.AGREES if holds(case) else Accord.DIFFERS
    return (state.id, treaty.id, agrees, sentence(case), source)


def _party(case: Case) -> bool:
    ledger, state, treaty = case.knowledge.treaties, case.actor.id, case.treaty.id
    return any(
        ledger.standing(state, treaty, case.first, by) is Standing.PARTY
        for by in ("deposit", "force")
    )


def _bound(case: Case) -> bool:
    return case.standing(case.first) is Standing.PARTY


def _signed(case: Case) -> bool:
    return any(act.act is Act.SIGN for act in case.acts)


def _left(case: Case) -> bool:
    return any(act.act is Act.WITHDRAW for act in case.acts)


HOLDS: Mapping[Membership | None, Callable[[Case], bool]] = {
    Membership.PARTY: _party,
    Membership.ACCEDED: _party,
    Membership.SIGNATORY: _signed,
    Membership.NON_SIGNATORY: lambda case: not _signed(case) and not _party(case),
    Membership.NOT_PARTY: lambda case: not _bound(case),
    Membership.WITHDREW: _left,
}
"""When the table bears out each standing. A party by deposit and one by force both are parties."""


def _members(said: Statement, treaty: Treaty, count: Quantity) -> Outcome:
    ledger, on = said.knowledge.treaties, said.on
    source = listed(list(ledger.sources("", treaty.id)))
    if treaty.id not in ledger.acted_on() or not treaty.recorded_on(on):
        words = f"How many states had joined the {spoken(treaty)} by then is not recorded."
        return ("", treaty.id, Accord.UNRECORDED, words, source)
    parties, signatories = ledger.members(treaty.id, on), ledger.signatories(treaty.id, on)
    bound, signed = ledger.members(treaty.id, on, "force"), ledger.ever_signed(treaty.id, on)
    meanings = {
        "States Parties by deposit": parties,
        "states bound": bound,
        "signatories that had not joined": signatories,
        "states that had signed": signed,
        "states that had signed or joined": parties + signatories,
    }
    fits = [word for word in MEANINGS[said.resolved.claim.membership is Membership.SIGNATORY]
            if count.compatible(Quantity(meanings[word], meanings[word]))]  # fmt: skip
    told = listed([f"{number} {word}" for word, number in meanings.items()])
    words = f"On {day_words(on)} there were, for the {spoken(treaty)}, {told}."
    if fits:
        words += f" The number fits the {listed(fits, 'or')}."
    else:
        words += " The number fits none of these."
    agrees = Accord.AGREES if fits else Accord.DIFFERS
    return ("", treaty.id, agrees, words, source)


MEANINGS = {
    True: (
        "states that had signed",
        "signatories that had not joined",
        "states that had signed or joined",
    ),
    False: (
        "States Parties by deposit",
        "states bound",
        "states that had signed or joined",
    ),
}
"""What a number may mean, by whether the words say that states signed."""


def votes(said: Statement) -> Iterator[Outcome]:
    """A vote, or votes over years, as the table of votes has them."""
    ballot = said.resolved.claim.ballot
    about = {treaty.id for treaty in said.treaties}
    if ballot is None or (about and VOTED_ON not in about):
        return
    for state in said.states:
        held = [one for one in _resolutions(said) if one.object == "whole text"]
        cast = [(one, said.knowledge.votes.ballot(state.id, one.id)) for one in held]
        plenary = [pair for pair in cast if pair[0].stage == "plenary"]
        if plenary:
            yield (state.id, VOTED_ON, _agreement(ballot, plenary), *_told(state, plenary))


def _resolutions(said: Statement) -> list[Resolution]:
    """Return the resolutions on which the vote may have been: of its days, or of its year."""
    open_end = DateInterval(f"../{said.on.isoformat()}")
    days = [one for one in said.resolved.dates if one.overlaps(open_end)]
    wanted = days or [DateInterval(str(said.on.year))]
    return [
        one
        for one in said.knowledge.votes
        if one.treaty == VOTED_ON
        and DateInterval(one.date).overlaps(open_end)
        and any(DateInterval(one.date).overlaps(day) for day in wanted)
    ]


def _agreement(said: Ballot, cast: list[tuple[Resolution, Ballot | None]]) -> Accord:
    ballots = {ballot for _, ballot in cast if ballot is not None}
    if ballots - {said}:
        return Accord.DIFFERS
    return Accord.AGREES if ballots else Accord.UNRECORDED


def _told(state: Actor, cast: list[tuple[Resolution, Ballot | None]]) -> tuple[str, str]:
    by_ballot: dict[Ballot | None, list[str]] = {}
    for resolution, ballot in cast:
        by_ballot.setdefault(ballot, []).append(f"{resolution.symbol} ({resolution.date[:4]})")
    clauses = [
        f"{BALLOTS[ballot]} {listed(symbols)}"
        for ballot, symbols in by_ballot.items()
        if ballot is not None
    ]
    words = f"By the table of votes, {state.name} {listed(clauses)}." if clauses else ""
    if None in by_ballot:
        gap = f"How it voted on {listed(by_ballot[None])} is not recorded."
        words = f"{words} {gap}" if words else gap.replace("it", state.name, 1)
    citations = dict.fromkeys(
        cited(one.citations[0]).strip("()") for one, _ in cast if one.citations
    )
    return words, listed(list(citations))


def positions(said: Statement) -> Iterator[Outcome]:
    """A declared position of a state on the weapon or the treaty, beside its acts and votes."""
    known = said.knowledge
    about = {treaty.id for treaty in said.treaties}
    weapons = {one.id for one in said.resolved.weapons}
    classes = {c for one in weapons if one in known.weapons for c in known.weapons.generic(one)}
    if VOTED_ON not in about and not (weapons | classes) & CLUSTER:
        return
    entry = known.treaties.get(VOTED_ON)
    for state in said.states:
        year = str(said.on.year)
        held = [
            (one, known.votes.ballot(state.id, one.id))
            for one in known.votes
            if one.date[:4] == year and one.stage == "plenary" and one.object == "whole text"
        ]
        words, source = _told(state, held) if held else ("", "")
        case = Case(state, entry, said.on, said.on, known)
        sources = [one for one in (source_of(case), source) if one]
        told = f"{sentence(case)} {words}".strip()
        yield (state.id, VOTED_ON, Accord.BESIDE, told, "; ".join(sources))


CHECKS: Mapping[ClaimKind, Callable[[Statement], Iterator[Outcome]]] = {
    ClaimKind.TREATY: standing_or_members,
    ClaimKind.VOTE: votes,
    ClaimKind.POSITION: positions,
}
"""What is checked, by kind of claim."""


def _accused(record: Record, knowledge: Knowledge) -> dict[tuple[str, int], list[str]]:
    """Return, per state and year, the incidents in which it is accused of cluster munitions."""
    found: dict[tuple[str, int], list[str]] = {}
    for incident in record.incidents():
        if incident.scope is not Scope.INCIDENT:
            continue
        weapons = [one.id for one in incident.weapons if one.id in knowledge.weapons]
        if not any({one, *knowledge.weapons.generic(one)} & CLUSTER for one in weapons):
            continue
        if incident.date is None or incident.date.earliest is None:
            continue
        for key in dict.fromkeys(
            speaker_of_reference(one, knowledge).key for one in incident.actors
        ):
            found.setdefault((key, incident.date.earliest.year), []).append(incident.number)
    return found


def _beside(one: Checked, accused: Mapping[tuple[str, int], list[str]]) -> Checked:
    """Add to a vote or position in which incidents of that year the state is accused."""
    if one.kind is ClaimKind.TREATY:
        return one
    year = date.fromisoformat(one.on).year
    numbers = tuple(accused.get((one.state, year), ()))
    if not numbers:
        return one
    words = (
        f"In {year} it is accused of using cluster munitions in "
        f"{counted(len(numbers), 'incident')} of this record."
    )
    return replace(one, incidents=numbers, sentence=f"{one.sentence} {words}")
