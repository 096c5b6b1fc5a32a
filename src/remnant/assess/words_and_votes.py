"""What a state says of the ban on cluster munitions, year by year, and how it voted.

Which way words lean is read from their own verbs, and from nothing else; words of which
that is not sure lean neither way.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from remnant.assess.votes import BALLOTS
from remnant.knowledge import Actor, Knowledge, Resolution
from remnant.model.claim import Ballot, Claim, ClaimKind, Membership, Stance
from remnant.model.obligation import Checked, Leaning, YearOfWords
from remnant.model.words import counted, listed

_AGAINST_USE = re.compile(
    r"\b(?:condemn|deplor|denounc|decr(?:y|ie)|abhor|regret|concern|worr(?:y|ie)|alarm|outrage)\w*",
    re.IGNORECASE,
)
_BAN = r"[^.;]{0,80}\b(?:convention|treaty|ban|prohibition|norm|resolution)\b"
_FOR_THE_BAN = re.compile(
    rf"\b(?:support|welcom|endors|favou?r|prais|hail|promot)\w*{_BAN}", re.IGNORECASE
)
_AGAINST_THE_BAN = re.compile(
    rf"\b(?:oppos|reject|criticis|criticiz|object)\w*{_BAN}", re.IGNORECASE
)
_UNDONE = re.compile(
    r"\b(?:not|never|nor|without|refus\w+|declin\w+|fail\w+)(?:\s+\w+){0,2}\s+$", re.IGNORECASE
)
"""Words right before a verb that undo it: `refused to condemn`."""


def cannot_join(claim: Claim) -> bool:
    """It says that it cannot join, or will not."""
    return claim.membership is Membership.CANNOT_JOIN


def against_the_ban(claim: Claim) -> bool:
    """It opposes, rejects or criticises the treaty or a resolution on it."""
    return _says(claim, _AGAINST_THE_BAN)


def for_the_ban(claim: Claim) -> bool:
    """It supports or welcomes the treaty, the ban or a resolution on it."""
    return _says(claim, _FOR_THE_BAN)


def against_use(claim: Claim) -> bool:
    """It condemns the use of the weapon, or is concerned at it."""
    return _says(claim, _AGAINST_USE)


def _says(claim: Claim, pattern: re.Pattern[str]) -> bool:
    words = claim.passage.quote
    found = pattern.finditer(words)
    return any(_UNDONE.search(words[: one.start()]) is None for one in found)


LEANINGS: tuple[tuple[Callable[[Claim], bool], Leaning], ...] = (
    (cannot_join, Leaning.STAYS_OUT),
    (against_the_ban, Leaning.AGAINST_BAN),
    (for_the_ban, Leaning.FOR_BAN),
    (against_use, Leaning.AGAINST_USE),
)
"""Which way words lean; the first that holds."""


def leaning_of(claim: Claim) -> Leaning | None:
    """Return which way a declared position leans, or `None` if its words do not say."""
    if claim.kind is not ClaimKind.POSITION or claim.stance is Stance.DENIED:
        return None
    return next((leaning for holds, leaning in LEANINGS if holds(claim)), None)


SAID = {
    Leaning.AGAINST_USE: "spoke against the use of cluster munitions",
    Leaning.FOR_BAN: "spoke for the ban",
    Leaning.AGAINST_BAN: "spoke against the treaty",
    Leaning.STAYS_OUT: "said that it cannot or will not join",
}
"""Each leaning in words, in order of telling."""

TOWARDS = (Leaning.AGAINST_USE, Leaning.FOR_BAN)
"""The leanings that a vote in favour goes with."""


@dataclass(frozen=True, slots=True)
class _Year:
    """One state in one year: what it said, and the resolution put to the vote."""

    state: Actor
    year: int
    said: tuple[Checked, ...]
    resolution: Resolution | None
    ballot: Ballot | None

    @property
    def leanings(self) -> tuple[Leaning, ...]:
        found = {one.leaning for one in self.said}
        return tuple(one for one in SAID if one in found)


def years_of_words(
    state: Actor, found: Sequence[Checked], *, knowledge: Knowledge
) -> tuple[YearOfWords, ...]:
    """Return what a state said beside how it voted, a year each, oldest first.

    Years without words in which it voted alike are told together. From the first year of a
    position or vote to the last of which a document speaks, so that no vote is set beside a
    silence that nobody could have read. Empty without a position.
    """
    ours = [one for one in found if one.state == state.id]
    positions = [one for one in ours if one.kind is ClaimKind.POSITION]
    if not positions:
        return ()
    last = max(_year_of(one) for one in ours)
    plenary = {
        int(one.date[:4]): one
        for one in knowledge.votes
        if one.treaty == positions[0].treaty
        and (one.stage, one.object) == ("plenary", "whole text")
    }
    years = {_year_of(one) for one in positions} | {year for year in plenary if year <= last}
    each = [
        _put_together(state, year, positions, plenary.get(year), knowledge)
        for year in sorted(years)
    ]
    return tuple(_silent(run) if len(run) > 1 else _told(run[0]) for run in _runs(each))


def _runs(years: Sequence[_Year]) -> list[list[_Year]]:
    """Gather years that follow one another, without words, and with the same ballot."""
    runs: list[list[_Year]] = []
    for one in years:
        before = runs[-1][-1] if runs else None
        alike = before is not None and not one.said and not before.said
        if before is not None and alike and one.ballot is before.ballot:
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _year_of(one: Checked) -> int:
    return date.fromisoformat(one.on).year


def _put_together(
    state: Actor,
    year: int,
    positions: Sequence[Checked],
    resolution: Resolution | None,
    knowledge: Knowledge,
) -> _Year:
    ballot = knowledge.votes.ballot(state.id, resolution.id) if resolution else None
    said = tuple(one for one in positions if _year_of(one) == year)
    return _Year(state, year, said, resolution, ballot)


def _silent(run: Sequence[_Year]) -> YearOfWords:
    first, last = run[0], run[-1]
    vote = (
        "how it voted is recorded for none of them"
        if first.ballot is None
        else f"each year it {BALLOTS[first.ballot]} the resolution"
    )
    return YearOfWords(
        state=first.state.id,
        year=first.year,
        until=last.year,
        claims=(),
        leanings=(),
        ballot=first.ballot,
        sentence=f"Nothing that {first.state.name} said of the ban from {first.year} to "
        f"{last.year} is in these documents; {vote}.",
        citation=_sources(run),
    )


def _sources(years: Sequence[_Year]) -> str:
    every = [one for year in years if year.resolution for one in year.resolution.citations]
    return listed(list(dict.fromkeys(citation.source for citation in every)))


def _told(one: _Year) -> YearOfWords:
    incidents = tuple(dict.fromkeys(number for said in one.said for number in said.incidents))
    sentence = f"{_words(one)}; {_vote(one)}."
    verdict = _verdict(one)
    accused = (
        f"It is accused of using them in {counted(len(incidents), 'incident')} of that year."
        if incidents
        else ""
    )
    return YearOfWords(
        state=one.state.id,
        year=one.year,
        until=one.year,
        claims=tuple(said.claim for said in one.said),
        leanings=one.leanings,
        ballot=one.ballot,
        sentence=" ".join(filter(None, (sentence, verdict, accused))),
        citation=_sources([one]),
        incidents=incidents,
    )


def _words(one: _Year) -> str:
    name = one.state.name
    if not one.said:
        return f"Nothing that {name} said of the ban in {one.year} is in these documents"
    if not one.leanings:
        return f"In {one.year} {name} took a position whose words lean neither way"
    return f"In {one.year} {name} {listed([SAID[leaning] for leaning in one.leanings])}"


def _vote(one: _Year) -> str:
    if one.resolution is None:
        return "no resolution on the Convention was put to the vote that year"
    if one.ballot is None:
        return f"how it voted on {one.resolution.symbol} is not recorded"
    return f"it {BALLOTS[one.ballot]} {one.resolution.symbol}"


def _verdict(one: _Year) -> str:
    """Say whether the vote goes with the words; empty where one of them is not known.

    The resolution urges states outside the Convention to join as soon as possible, as the
    Landmine and Cluster Munition Monitor quotes it.
    """
    if one.ballot is None or not one.leanings:
        return ""
    return " ".join(_each(one.ballot, one.leanings))


def _each(ballot: Ballot, leanings: Sequence[Leaning]) -> Iterator[str]:
    yes = ballot is Ballot.YES
    if any(leaning in TOWARDS for leaning in leanings):
        yield (
            "The vote goes with what it said of the weapon."
            if yes
            else "What it said of the weapon did not bring it to vote in favour."
        )
    if Leaning.AGAINST_BAN in leanings:
        yield "The vote goes against its words." if yes else "The vote goes with its words."
    if Leaning.STAYS_OUT in leanings:
        yield (
            "The text that it voted for urges states outside the Convention to join, which it "
            "said that it cannot or will not do."
            if yes
            else "That it stays out goes with its vote."
        )
