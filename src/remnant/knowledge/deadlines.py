"""Deadlines that treaties set for a state, counted from when each began to bind it."""

from dataclasses import dataclass
from datetime import date, timedelta

from remnant.knowledge.obligations import Article, Milestone, Step
from remnant.knowledge.treaties import TreatyLedger

TRANSPARENCY = "transparency"
"""The topic of the articles on reports; after the first they are due each year."""

ANNUAL = (4, 30)
"""Month and day by which the report for the year before is due: Article 7 of both treaties."""


@dataclass(frozen=True, slots=True)
class Due:
    """One deadline of one state, as it stood on a day.

    Attributes:
        article: The article that sets it.
        first: The day that the article itself gives.
        due: The day after the extensions granted by the day asked for.
        extensions: Those extensions, oldest first.
        done: What the state declared it had done, whenever that was; `None` if not recorded.
    """

    article: Article
    first: date
    due: date
    extensions: tuple[Milestone, ...] = ()
    done: Milestone | None = None

    def done_by(self, day: date) -> bool:
        """Say whether it had certainly been done by a day."""
        return self.done is not None and self.done.by is not None and self.done.by <= day


def deadlines(ledger: TreatyLedger, actor: str, treaty: str, on: date) -> tuple[Due, ...]:
    """Return the deadlines that a state had under a treaty that bound it on a day.

    They are counted from the entry into force for the state, in order of the articles;
    empty if it was not bound. Only extensions granted by that day move a deadline.
    """
    start = ledger.bound_from(actor, treaty, on)
    if start is None:
        return ()
    steps = ledger.milestones(actor, treaty)
    timed = (article for article in ledger.get(treaty).articles if article.years or article.days)
    return tuple(_due(article, start, steps, on) for article in timed)


def _due(article: Article, start: date, steps: tuple[Milestone, ...], on: date) -> Due:
    ours = [one for one in steps if one.article == article.number]
    granted = tuple(
        one
        for one in ours
        if one.step is Step.EXTENDED and one.by is not None and one.by <= on and one.until
    )
    first = _years_after(start, article.years) + timedelta(days=article.days)
    moved = [date.fromisoformat(one.until) for one in granted]
    return Due(
        article=article,
        first=first,
        due=max([first, *moved]),
        extensions=granted,
        done=next((one for one in ours if one.step is not Step.EXTENDED), None),
    )


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February of a year that has none
        return day.replace(year=day.year + years, day=28)


def annual_reports(first: date, on: date) -> tuple[date | None, date]:
    """Return the last and the next day on which a yearly report was due, seen from a day.

    Args:
        first: When the first report was due; the yearly ones begin after it.
        on: The day.

    The last is `None` if none had been due yet.
    """
    start = _annual(first.year) if _annual(first.year) > first else _annual(first.year + 1)
    this = _annual(on.year)
    last = this if this <= on else _annual(on.year - 1)
    if last < start:
        return None, start
    return last, _annual(last.year + 1)


def _annual(year: int) -> date:
    return date(year, *ANNUAL)
