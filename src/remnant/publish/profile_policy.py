"""The policy section: standing, reasons for staying out, positions, votes, other treaties."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from remnant.knowledge import Knowledge
from remnant.model.claim import ClaimKind, Membership, Slot, Stance
from remnant.model.obligation import Standing
from remnant.publish.profile_values import Sentence
from remnant.publish.sentences import Draft, Predicate, merged
from remnant.publish.sentences_claims import Said
from remnant.publish.sentences_names import Names, named
from remnant.publish.sentences_policy import (
    BALLOTS,
    UNTIL,
    clean,
    position,
    standings,
    title_of,
    treaty_name,
    vote,
)
from remnant.publish.sentences_words import dates, day, listed, stop

Paragraph = tuple[Draft, ...]

STANDINGS = {
    Standing.PARTY: "is a State Party to",
    Standing.SIGNATORY: "is a signatory to",
    Standing.NEITHER: "is neither a State Party nor a signatory to",
    Standing.NOT_ELIGIBLE: "is not eligible to join",
}
"""How a standing is put that was computed from the table of treaty actions."""


@dataclass(frozen=True, slots=True)
class Policy:
    """The paragraphs of the policy section.

    Attributes:
        standing: Towards the Convention on Cluster Munitions.
        reasons: Why it stays out.
        positions: Other declared positions, and whether the state's own words are at hand.
        votes: Votes on resolutions.
        others: Standing towards other treaties.
    """

    standing: Paragraph
    reasons: Paragraph
    positions: Paragraph
    votes: Paragraph
    others: Paragraph

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Those that have a sentence, in order."""
        every = (self.standing, self.reasons, self.positions, self.votes, self.others)
        return tuple(paragraph for paragraph in every if paragraph)


def policy(state: str, items: Sequence[Said], names: Names, knowledge: Knowledge) -> Policy:
    """Return the paragraphs on treaties, positions and votes of a state."""
    found = [item for item in items if item.resolved.claim.kind is ClaimKind.TREATY]
    ours = [item for item in found if _about(item, "CCM")]
    others = [item for item in found if not _about(item, "CCM")]
    positions = [item for item in items if item.resolved.claim.kind is ClaimKind.POSITION]
    reasons = [item for item in positions if _cannot(item)]
    rest = [item for item in positions if not _cannot(item)]
    return Policy(
        standings(ours, names, knowledge),
        _staying_out(reasons, names, knowledge),
        (
            *(position(group) for group in _distinct(rest)),
            *_only_told(state, positions, names, knowledge),
        ),
        _votes(items, names, knowledge),
        standings(others, names, knowledge),
    )


def _about(item: Said, treaty: str) -> bool:
    return any(one.name == treaty for one in item.resolved.references(Slot.TREATY))


def _cannot(item: Said) -> bool:
    member = item.resolved.claim.membership is Membership.CANNOT_JOIN
    return member and item.stance is Stance.AFFIRMED


def _only_told(
    state: str, items: Sequence[Said], names: Names, knowledge: Knowledge
) -> Iterator[Draft]:
    """Say so where no document of the state itself is at hand, and others tell its position."""
    actors = knowledge.actors
    voices = {item.document.voice for item in items if item.document.voice}
    if any(actors.speaks_as(voice).id == state for voice in voices):
        return
    told = tuple(item for item in items if item.stance is Stance.AFFIRMED)
    if told:
        by = tuple(dict.fromkeys(item.document.publisher for item in told))
        text = (
            f"What {named(names.state(state).name)} holds is known here from {listed(by)} alone: "
            "no document of its own is in this dossier"
        )
        yield Draft(stop(text), told, Stance.AFFIRMED, by)


def _staying_out(items: Sequence[Said], names: Names, knowledge: Knowledge) -> Paragraph:
    """Say once that the state cannot join, by whom it is told, then each reason in its words."""
    groups: dict[tuple[tuple[str, ...], str], list[Said]] = {}
    for item in items:
        groups.setdefault((item.speakers, treaty_name(item, knowledge)), []).append(item)
    drafts: list[Draft] = []
    for (speakers, treaty), rows in groups.items():
        holder = listed([names.actor(actor) for actor in rows[0].resolved.actors])
        subject = "it" if (holder,) == speakers else holder
        clause = f"{listed(speakers)} said that {subject} cannot join {treaty}"
        drafts.append(Draft(stop(clause), tuple(rows), Stance.AFFIRMED, speakers))
        drafts.extend(_reasons(rows))
    return tuple(drafts)


def _reasons(rows: Sequence[Said]) -> Iterator[Draft]:
    told: list[str] = []
    for item in sorted(rows, key=lambda one: (not one.direct, -len(_reason(one)))):
        words = _reason(item)
        if not words or any(_same(words, one, 0.6) for one in told):
            continue
        told.append(words)
        yield _reason_of(item, words)


def _reason_of(item: Said, words: str) -> Draft:
    who, teller = listed(item.speakers), item.document.publisher
    day = dates(item.dates)
    opening = f"{day}, " if day else ""
    if item.direct:
        text = f"{opening}{who} gave as its reason: “{words}”"
        return Draft(stop(text), (item,), item.stance, item.speakers)
    speakers = tuple(dict.fromkeys((*item.speakers, teller)))
    if CONDITION.match(words):
        text = f"{opening}{who} cannot join, {teller} reports it as saying, “{words}”"
    else:
        text = f"{opening}{who} gave as its reason, {teller} reports: “{words}”"
    return Draft(stop(text), (item,), item.stance, speakers)


CONDITION = re.compile(r"until|unless|as long as", re.IGNORECASE)


def _reason(item: Said) -> str:
    until = UNTIL.search(item.words)
    if until:
        return clean(until.group())
    quoted = re.search(r"[“\"]([^“”\"]{20,})[”\"]?", item.words)
    if quoted:
        return clean(quoted.group(1))
    return clean(item.words) if item.direct else ""


def _same(first: str, second: str, share: float) -> bool:
    """Say whether the shorter text shares enough of its words with the longer."""
    one, other = set(first.lower().split()), set(second.lower().split())
    return len(one & other) >= share * min(len(one), len(other))


def _distinct(items: Sequence[Said]) -> list[list[Said]]:
    """Gather positions that are put in nearly the same words; the speaker's own come first."""
    groups: list[list[Said]] = []
    for item in sorted(items, key=lambda one: (not one.direct, -len(one.words))):
        for group in groups:
            if group[0].voices == item.voices and _same(item.words, group[0].words, 0.75):
                group.append(item)
                break
        else:
            groups.append([item])
    place = {item.id: number for number, item in enumerate(items)}
    return sorted(groups, key=lambda group: place[group[0].id])


def _votes(items: Sequence[Said], names: Names, knowledge: Knowledge) -> Paragraph:
    rows = [item for item in items if item.resolved.claim.kind is ClaimKind.VOTE]
    found = [(vote(item, names, knowledge), item) for item in rows]
    pairs: list[tuple[Predicate, Said]] = [(one, item) for one, item in found if one is not None]
    return merged(pairs)


def table_drafts(
    state: str, items: Sequence[Said], knowledge: Knowledge
) -> tuple[tuple[Sentence, str], ...]:
    """Return sentences from the reviewed tables, marked as such, each with its citation.

    The standing is that on the day of the latest document used.
    """
    published = max((item.document.published for item in items), default="")
    try:
        on = date.fromisoformat(published)
    except ValueError:
        return ()
    found = [*_standings(state, on, knowledge), _ballots(state, on, knowledge)]
    return tuple(one for one in found if one is not None)


def _standings(state: str, on: date, knowledge: Knowledge) -> Iterator[tuple[Sentence, str]]:
    """Say the standing towards each treaty of the table; treaties of one standing together."""
    groups: dict[str, list[str]] = {}
    for name in ("CCM", "MBT"):
        for entry in knowledge.treaties.named(name)[:1]:
            phrase = STANDINGS.get(knowledge.treaties.standing(state, entry.id, on))
            if phrase:
                groups.setdefault(phrase, []).append(name)
    who = named(knowledge.actors.get(state).name)
    for phrase, treaties in groups.items():
        titles = [title_of(name, knowledge) for name in treaties]
        word = "and" if phrase == STANDINGS[Standing.PARTY] else "or"
        was = f"{who} {phrase} {listed(titles, word)}".replace(" is ", " was ", 1)
        text = f"By the table of treaty actions, on {day(on.isoformat())} {was}."
        table = f"treaties:{','.join(treaties)}:{state}:{on.isoformat()}"
        yield Sentence(text, (), table=table), _source_of(treaties, knowledge)


def _source_of(treaties: Sequence[str], knowledge: Knowledge) -> str:
    found = [knowledge.treaties.citation(knowledge.treaties.named(t)[0].id) for t in treaties]
    sources = dict.fromkeys(one.source for one in found if one is not None)
    return f"Reviewed table of treaty actions: {'; '.join(sources) or 'no source recorded'}."


def _ballots(state: str, on: date, knowledge: Knowledge) -> tuple[Sentence, str] | None:
    cast = [
        (resolution, ballot)
        for resolution, ballot in knowledge.votes.of_state(state)
        if resolution.date <= on.isoformat() and resolution.stage == "plenary"
    ]
    whole = [(one, ballot) for one, ballot in cast if one.object == "whole text"]
    if not whole:
        return None
    who = named(knowledge.actors.get(state).name)
    by_ballot: dict[str, list[str]] = {}
    for resolution, ballot in whole:
        by_ballot.setdefault(BALLOTS[ballot][0], []).append(resolution.date[:4])
    told = listed([f"{verb} it in {listed(years)}" for verb, years in by_ballot.items()])
    text = (
        "By the table of votes on the annual United Nations General Assembly resolution on the "
        f"Convention on Cluster Munitions, {who} {told}."
    )
    symbols = listed([resolution.symbol for resolution, _ in whole])
    sources = dict.fromkeys(c.source for r, _ in whole for c in r.citations[:1])
    note = f"Reviewed table of votes, resolutions {symbols}: {'; '.join(sources)}."
    return Sentence(text, (), table=f"votes:{state}:{on.isoformat()}"), note
