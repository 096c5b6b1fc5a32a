"""A party's standing under a treaty on a day, in sentences, with the acts it follows from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from remnant.knowledge import Act, Actor, ActorKind, Citation, Knowledge, Treaty, TreatyAction
from remnant.model.finding import Reason
from remnant.model.obligation import Standing
from remnant.model.words import listed

LONGEST_TITLE = 60
"""Characters of a title that a sentence can hold."""

ACTS = {
    Act.SIGN: "signed",
    Act.RATIFY: "ratified",
    Act.ACCEPT: "accepted",
    Act.APPROVE: "approved",
    Act.ACCEDE: "acceded to",
    Act.SUCCEED: "succeeded to",
    Act.CONSENT: "consented to be bound by",
    Act.PROVISIONALLY_APPLY: "began provisionally to apply",
    Act.WITHDRAW: "gave notice of withdrawal from",
}
"""Each act in words."""

ORIGINAL_DUTY = (
    "A signatory is to refrain from acts that would defeat the treaty's object and purpose "
    "(Vienna Convention on the Law of Treaties, Article 18)."
)


@dataclass(frozen=True, slots=True)
class Case:
    """One party and one treaty on the day of an event, or between its first and last day."""

    actor: Actor
    treaty: Treaty
    first: date
    last: date
    knowledge: Knowledge

    @property
    def is_state(self) -> bool:
        """The party is a state, and so can join a treaty."""
        return self.actor.kind is ActorKind.STATE

    @property
    def articles(self) -> tuple[str, ...]:
        """Numbers of the articles that bear on use."""
        found = self.knowledge.treaties.articles(self.treaty.id, "use")
        return tuple(article.number for article in found)

    @property
    def acts(self) -> tuple[TreatyAction, ...]:
        """What the party had done towards the treaty by the last day, oldest first."""
        every = self.knowledge.treaties.actions(self.actor.id, self.treaty.id)
        return tuple(one for one in every if one.deposited <= self.last.isoformat())

    @property
    def governed_words(self) -> str:
        """The weapons that the treaty is about: `cluster munitions`."""
        names = (self.knowledge.weapons.get(one).name for one in self.treaty.governs[:1])
        return listed([f"{name}s" for name in names])

    def standing(self, on: date) -> Standing:
        """Return the standing on a day, by entry into force."""
        if not self.treaty.open_on(on):
            return Standing.NOT_OPEN
        if not self.is_state:
            return Standing.NOT_ELIGIBLE
        return self.knowledge.treaties.standing(self.actor.id, self.treaty.id, on)


def spoken(treaty: Treaty) -> str:
    """Return the name by which a treaty is spoken of: its title unless that runs on."""
    if len(treaty.title) <= LONGEST_TITLE or not treaty.aliases:
        return treaty.title
    return treaty.aliases[0]


def day_words(day: date | str) -> str:
    """Return a day in words: `28 October 2020`."""
    on = day if isinstance(day, date) else date.fromisoformat(day)
    return f"{on.day} {on:%B %Y}"


def cited(*citations: Citation) -> str:
    """Return citations for the end of a sentence, each with how sure it is."""
    return f"({'; '.join(f'{one.source}; {one.sureness.value}' for one in citations)})"


def source_of(case: Case) -> str:
    """Return where a standing is from: the table of acts, or the text if it holds none."""
    found = case.knowledge.treaties.sources(case.actor.id, case.treaty.id)
    citation = case.knowledge.treaties.citation(case.treaty.id)
    return listed(list(found)) or (citation.source if citation else "")


def sentence(case: Case) -> str:
    """Say the standing on the first day, and on the last where that differs."""
    before = case.standing(case.first)
    told = _TOLD[before](case, case.first)
    if case.standing(case.last) is before:
        return told
    after = _TOLD[case.standing(case.last)](case, case.last)
    return f"It depends on the day. {told} {after}"


def reasons(case: Case) -> tuple[Reason, ...]:
    """Return the acts from which the standing follows, then when the treaty began to be."""
    acts = (_act(case, act) for act in case.acts)
    within = (_act(one, act) for one in _bound_protocols(case, case.last) for act in one.acts)
    return (*acts, *within, *_beginning(case), *_articles(case))


def _act(case: Case, act: TreatyAction) -> Reason:
    words = f"{case.actor.name} {ACTS[act.act]} the {spoken(case.treaty)} on "
    words += day_words(act.deposited)
    if act.effective:
        took = "took effect on" if act.act is Act.WITHDRAW else "bound it from"
        words += f", which {took} {day_words(act.effective)}"
    rule = "treaty action"
    return Reason(rule, f"{words} {cited(act.citation)}.", act.deposited, act.effective)


def _beginning(case: Case) -> Iterator[Reason]:
    treaty = case.treaty
    steps = (
        ("adopted on", treaty.adopted),
        ("opened for signature on", treaty.opened),
        ("in force from", treaty.in_force),
    )
    told = [f"{words} {day_words(day)}" for words, day in steps if day]
    if told and treaty.citations:
        words = f"The {spoken(treaty)} was {listed(told)} {cited(treaty.citations[0])}."
        yield Reason("treaty", words, treaty.adopted, treaty.in_force)


def _articles(case: Case) -> Iterator[Reason]:
    """Yield what bound a party: every article of the entry with its topics."""
    if case.standing(case.first) is not Standing.PARTY:
        return
    topics: dict[str, list[str]] = {}
    for article in case.treaty.articles:
        topics.setdefault(article.number, []).append(article.topic)
    told = [f"{number} ({listed(about)})" for number, about in topics.items()]
    if told:
        yield Reason("articles", f"It was then bound by Articles {listed(told)}.")


def _party(case: Case, on: date) -> str:
    since = case.knowledge.treaties.bound_from(case.actor.id, case.treaty.id, on)
    bound = f", bound by it since {day_words(since)}" if since else ""
    told = f"{case.actor.name} was party to the {spoken(case.treaty)} on {day_words(on)}{bound}."
    if case.articles and case.treaty.governs:
        return f"{told} Article {case.articles[0]} forbade it any use of {case.governed_words}."
    return f"{told}{_protocols(case, on)}"


def _protocols(case: Case, on: date) -> str:
    """Say which protocols to a treaty bound a party to it on a day, as far as is recorded."""
    if not any(one.within == case.treaty.id for one in case.knowledge.treaties):
        return ""
    bound = [_in_short(one) for one in _bound_protocols(case, on)]
    unbound = [
        _in_short(one) for one in _protocol_cases(case) if one.standing(on) is Standing.NEITHER
    ]
    told = []
    if bound:
        told.append(f"{listed(bound)} bound it that day")
    if unbound:
        told.append(f"{listed(unbound, 'or')} did not")
    if not told:
        return " Which of its protocols bound it is not recorded here."
    return f" Of its protocols, {listed(told)}; of others nothing is recorded here."


def _bound_protocols(case: Case, on: date) -> list[Case]:
    return [one for one in _protocol_cases(case) if one.standing(on) is Standing.PARTY]


def _protocol_cases(case: Case) -> list[Case]:
    protocols = case.knowledge.treaties.protocols(case.treaty.id)
    return [replace(case, treaty=protocol) for protocol in protocols]


def _in_short(protocol: Case) -> str:
    """Return the name of a protocol without that of its treaty."""
    whole = protocol.knowledge.treaties.get(protocol.treaty.within)
    return protocol.treaty.name.removeprefix(f"{whole.name} ")


def _signatory(case: Case, on: date) -> str:
    signed = next((one for one in case.acts if one.act is Act.SIGN), None)
    when = f" on {day_words(signed.deposited)}" if signed else ""
    return (
        f"{case.actor.name} had signed the {spoken(case.treaty)}{when} but was not yet bound by it "
        f"on {day_words(on)}.{_pending(case, on)} {ORIGINAL_DUTY}"
    )


def _neither(case: Case, on: date) -> str:
    name, title, day = case.actor.name, spoken(case.treaty), day_words(on)
    gone = [one for one in case.acts if one.act is Act.WITHDRAW]
    if gone:
        left = day_words(gone[-1].effective or gone[-1].deposited)
        return (
            f"{name} had withdrawn from the {title} with effect from {left}; "
            f"it was not bound by it on {day}."
        )
    pending = _pending(case, on)
    if pending:
        return f"{name} was not yet bound by the {title} on {day}.{pending}"
    return f"{name} had neither signed nor joined the {title} by {day}.{_forceless(case, on)}"


def _pending(case: Case, on: date) -> str:
    """Say that an instrument was deposited whose effect was still to come."""
    for one in case.acts:
        if one.act is not Act.SIGN and one.deposited <= on.isoformat() < one.effective:
            return (
                f" It had deposited its instrument on {day_words(one.deposited)}, "
                f"which bound it only from {day_words(one.effective)}.{_meanwhile(case, on)}"
            )
    return _forceless(case, on)


def _meanwhile(case: Case, on: date) -> str:
    """Say that a state applied the treaty before it was bound by it."""
    applied = [one for one in case.acts if one.act is Act.PROVISIONALLY_APPLY]
    if not applied or applied[0].deposited > on.isoformat():
        return ""
    return f" Meanwhile it applied it provisionally, from {day_words(applied[0].deposited)}."


def _forceless(case: Case, on: date) -> str:
    if case.treaty.in_force_on(on):
        return ""
    return f" The treaty itself entered into force on {day_words(case.treaty.in_force)}."


def _not_open(case: Case, on: date) -> str:
    treaty, title, day = case.treaty, spoken(case.treaty), day_words(on)
    if not treaty.adopted or on.isoformat() < treaty.adopted:
        made = treaty.adopted or treaty.opened
        word = "adopted" if treaty.adopted else "opened for signature"
        return f"The {title} did not exist on {day}; it was {word} on {day_words(made)}."
    return (
        f"The {title} had been adopted but was not open for signature on {day}; "
        f"it opened on {day_words(treaty.opened)}."
    )


def _not_eligible(case: Case, _: date) -> str:
    return f"{case.actor.name} is not a state that can join the {spoken(case.treaty)}."


def _unknown(case: Case, on: date) -> str:
    title, day = spoken(case.treaty), day_words(on)
    told = f"Whether {case.actor.name} was bound by the {title} on {day} is not recorded."
    return f"{told}{_until(case)}"


def _until(case: Case) -> str:
    """Say up to which day acts towards a treaty are recorded, where that is limited."""
    last = case.treaty.recorded_until
    return f" Acts are recorded up to {day_words(last)}." if last else ""


_TOLD: dict[Standing, Callable[[Case, date], str]] = {
    Standing.PARTY: _party,
    Standing.SIGNATORY: _signatory,
    Standing.NEITHER: _neither,
    Standing.NOT_OPEN: _not_open,
    Standing.NOT_ELIGIBLE: _not_eligible,
    Standing.UNKNOWN: _unknown,
}
