"""The policy section: standing, reasons for staying out, positions, votes, other treaties."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from remnant.knowledge import Knowledge
from remnant.model.assessment import Standing
from remnant.model.claim import ClaimKind, Membership, Slot, Stance
from remnant.publish.profile_values import Sentence
from remnant.publish.sentences import Draft, Predicate, merged
from remnant.publish.sentences_claims import Said
from remnant.publish.sentences_names import Names, named
from remnant.publish.sentences_policy import (
    BALLOTS,
    UNTIL,
    position,
    standings,
    title_of,
    treaty_name,
    vote,
)
from remnant.publish.sentences_words import day, listed, stop

Paragraph = tuple[Draft, ...]

STANDINGS = {
    Standing.PARTY: "is a State Party to",
    Standing.SIGNATORY: "is a signatory to",
    Standing.NEITHER: "is neither a State Party nor a signatory to",
    Standing.NOT_ELIGIBLE: "is not eligible to join",
}
"""How a standing is put that was computed from the table of treaty actions."""


def policy(items: Sequence[Said], names: Names, knowledge: Knowledge) -> tuple[Paragraph, ...]:
    """Return the paragraphs on treaties, positions and votes."""
    found = [item for item in items if item.resolved.claim.kind is ClaimKind.TREATY]
    ours = [item for item in found if _about(item, "CCM")]
    others = [item for item in found if not _about(item, "CCM")]
    positions = [item for item in items if item.resolved.claim.kind is ClaimKind.POSITION]
    reasons = [item for item in positions if _cannot(item)]
    rest = [item for item in positions if not _cannot(item)]
    paragraphs = (
        standings(ours, names, knowledge),
        _staying_out(reasons, names, knowledge),
        tuple(position(item, names, knowledge) for item in _distinct(rest)),
        _votes(items, names, knowledge),
        standings(others, names, knowledge),
    )
    return tuple(paragraph for paragraph in paragraphs if paragraph)


def _about(item: Said, treaty: str) -> bool:
    return any(one.name == treaty for one in item.resolved.references(Slot.TREATY))


def _cannot(item: Said) -> bool:
    member = item.resolved.claim.membership is Membership.CANNOT_JOIN
    return member and item.stance is Stance.AFFIRMED


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
    told: set[str] = set()
    for item in rows:
        words = _reason(item)
        if not words or words in told or any(_same(words, one) for one in told):
            continue
        told.add(words)
        who = listed(item.speakers)
        when = ""
        if item.dates:
            edtf = item.dates[0].edtf
            when = f"{'on' if len(edtf) == 10 else 'in'} {day(edtf)}, "  # noqa: PLR2004 - a full date
        if item.own:
            yield Draft(
                stop(f"{when}{who} gave as its reason: “{words}”"), (item,), item.stance, (who,)
            )
        else:
            teller = item.document.publisher
            text = f"{when}{teller} reports, {who} gave as its reason: “{words}”"
            if not when:
                text = f"{teller} reports the reason of {who}: “{words}”"
            yield Draft(stop(text), (item,), item.stance, (who, teller))


def _reason(item: Said) -> str:
    quoted = re.search(r"[“\"]([^“”\"]{20,})[”\"]?", item.words)
    if quoted:
        return quoted.group(1).strip(" ,;.")
    until = UNTIL.search(item.words)
    if until:
        return until.group().strip(" ,;.").replace("“", "‘").replace("”", "’")
    return item.words.strip(" ,;.") if item.own else ""


def _same(first: str, second: str) -> bool:
    one, other = set(first.lower().split()), set(second.lower().split())
    return len(one & other) >= 0.6 * min(len(one), len(other))


def _distinct(items: Sequence[Said]) -> list[Said]:
    """Leave out a position that the same document repeats in nearly the same words."""
    kept: list[Said] = []
    for item in sorted(items, key=lambda one: -len(one.words)):
        if not any(
            item.document.id == other.document.id
            and item.voices == other.voices
            and _same(item.words, other.words)
            for other in kept
        ):
            kept.append(item)
    return [item for item in items if item in kept]


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
    found = [_standing(state, treaty, on, knowledge) for treaty in ("CCM", "MBT")]
    found.append(_ballots(state, on, knowledge))
    return tuple(one for one in found if one is not None)


def _standing(
    state: str, treaty: str, on: date, knowledge: Knowledge
) -> tuple[Sentence, str] | None:
    entries = knowledge.treaties.named(treaty)
    if not entries:
        return None
    phrase = STANDINGS.get(knowledge.treaties.standing(state, entries[0].id, on))
    if phrase is None:
        return None
    who, what = named(knowledge.actors.get(state).name), title_of(treaty, knowledge)
    text = f"By the table of treaty actions, on {day(on.isoformat())} {who} {phrase} {what}."
    text = text.replace(" is ", " was ", 1)
    citation = knowledge.treaties.citation(entries[0].id)
    source = citation.source if citation else "no source recorded"
    note = f"Reviewed table of treaty actions, {what.removeprefix('the ')}: {source}."
    return Sentence(text, (), table=f"treaties:{treaty}:{state}:{on.isoformat()}"), note


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
    note = f"Reviewed table of votes, resolutions {symbols}: {listed(tuple(sources))}."
    return Sentence(text, (), table=f"votes:{state}:{on.isoformat()}"), note
