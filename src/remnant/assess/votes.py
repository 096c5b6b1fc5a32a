"""How a state voted, in the year of an event, on resolutions about a treaty."""

from remnant.assess.standings import Case, cited
from remnant.knowledge import Citation, Resolution, Sureness
from remnant.model.claim import Ballot
from remnant.model.obligation import Voted
from remnant.model.value import DateInterval
from remnant.model.words import dated, listed

BALLOTS = {
    Ballot.YES: "voted in favour of",
    Ballot.NO: "voted against",
    Ballot.ABSTAIN: "abstained on",
    Ballot.ABSENT: "was absent from the vote on",
}
"""Each ballot in words."""


def votes_of_year(case: Case) -> tuple[Voted, ...]:
    """Return the votes of the calendar year of the first day, oldest first.

    Only votes on a whole text are given, and each stage apart. Where the ballot of the
    state is not recorded, a vote of the plenary still has its line, so that the gap shows.
    """
    return tuple(
        voted(case.actor.name, resolution, ballot)
        for resolution in case.knowledge.votes
        if resolution.treaty == case.treaty.id
        and resolution.object == "whole text"
        and resolution.date[:4] == str(case.first.year)
        for ballot in (case.knowledge.votes.ballot(case.actor.id, resolution.id),)
        if ballot is not None or resolution.stage == "plenary"
    )


def voted(state: str, resolution: Resolution, ballot: Ballot | None) -> Voted:
    """Return a vote with its sentence."""
    what = f"{resolution.symbol}, {resolution.title}"
    when = dated(DateInterval(resolution.date))
    citations = resolution.citations or (UNCITED,)
    count = _count(resolution)
    if ballot is None:
        words = f"{what}, was carried {when}{count}; how {state} voted is not recorded here"
    else:
        words = f"{state} {BALLOTS[ballot]} {what}, {when}; it was carried{count}"
    return Voted(
        resolution=resolution.symbol,
        date=resolution.date,
        ballot=ballot,
        sentence=f"{words} {cited(*citations)}.",
        citation=listed(list(dict.fromkeys(one.source for one in citations))),
    )


UNCITED = Citation("no source recorded", Sureness.UNRESOLVED)


def _count(resolution: Resolution) -> str:
    stage = "" if resolution.stage == "plenary" else f" in the {resolution.stage}"
    if resolution.yes is None or resolution.no is None or resolution.abstain is None:
        return stage
    figures = f"{resolution.yes} in favour, {resolution.no or 'none'} against"
    return f"{stage} with {figures} and {resolution.abstain} abstaining"
