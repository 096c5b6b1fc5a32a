"""What a state had to have done by the day under a treaty that bound it, in sentences."""

from collections.abc import Iterator
from datetime import date

from remnant.assess.standings import Case, cited, day_words
from remnant.knowledge.deadlines import TRANSPARENCY, Due, annual_reports, deadlines
from remnant.model.obligation import Deadline, DeadlineStatus
from remnant.model.value import DateInterval
from remnant.model.words import dated, listed

TASKS = {
    "destruction": "to destroy its stockpile",
    "clearance": "to clear the areas under its jurisdiction or control",
    TRANSPARENCY: "to give its first transparency report",
}
"""What is due, by topic of the article."""

RESERVATIONS = {
    "destruction": "whether it held a stockpile is not looked up",
    "clearance": "whether areas were contaminated is not looked up",
    TRANSPARENCY: "a report may have been given that is not recorded",
}
"""What a deadline alone does not tell, so that it is not read as a breach."""


def deadlines_on(case: Case) -> tuple[Deadline, ...]:
    """Return the deadlines of a state that was bound on the first day, in order of article.

    A deadline that passed is not called missed: that takes knowledge of stocks, areas and
    reports that the tables do not hold.
    """
    found: list[Deadline] = []
    for due in deadlines(case.knowledge.treaties, case.actor.id, case.treaty.id, case.first):
        found.append(_deadline(case, due))
        if due.article.topic == TRANSPARENCY:
            found.extend(_annual(case, due))
    return tuple(found)


def status(due: Due, on: date) -> DeadlineStatus:
    """Return how a deadline stood on a day."""
    if due.done is not None and due.done.by is not None and due.done_by(on):
        late = due.done.by > due.due
        return DeadlineStatus.MET_LATE if late else DeadlineStatus.MET
    return DeadlineStatus.PASSED if due.due < on else DeadlineStatus.RUNNING


def _deadline(case: Case, due: Due) -> Deadline:
    how = status(due, case.first)
    task = TASKS.get(due.article.topic, "to do what it requires")
    clauses = [
        f"Article {due.article.number} gave {case.actor.name} until {day_words(due.first)} {task}",
        *(f"extended to {day_words(one.until)} {cited(one.citation)}" for one in due.extensions),
        _outcome(due, how),
    ]
    sources = dict.fromkeys(
        one.citation.source for one in (*due.extensions, due.done) if one is not None
    )
    return Deadline(
        article=due.article.number,
        topic=due.article.topic,
        first=due.first.isoformat(),
        due=due.due.isoformat(),
        status=how,
        sentence=f"{'; '.join(clauses)}.",
        citation=listed(list(sources)),
    )


def _outcome(due: Due, how: DeadlineStatus) -> str:
    word = "gave it" if due.article.topic == TRANSPARENCY else "declared that done"
    if due.done is not None:
        when = _when(due.done.on)
        told = f"it {word} {when} {cited(due.done.citation)}"
        if how is DeadlineStatus.MET_LATE:
            return f"{told}, after the deadline that is recorded"
        return told if how is DeadlineStatus.MET else f"{told}, after the day in question"
    if how is DeadlineStatus.RUNNING:
        return "that day had not come"
    what = "completion or further extension" if due.extensions else "completion"
    return f"no {what} is recorded, and {RESERVATIONS.get(due.article.topic, '')}"


def _when(edtf: str) -> str:
    if edtf.startswith("../"):
        return f"by {day_words(edtf.removeprefix('../'))}"
    return dated(DateInterval(edtf))


def _annual(case: Case, due: Due) -> Iterator[Deadline]:
    last, following = annual_reports(due.first, case.first)
    if last is not None:
        words = (
            f"Its yearly report for {last.year - 1} had been due by {day_words(last)}; "
            f"whether it was given is not recorded."
        )
        yield _yearly(due, last, DeadlineStatus.PASSED, words)
    words = f"Its report for {following.year - 1} was due by {day_words(following)}."
    yield _yearly(due, following, DeadlineStatus.RUNNING, words)


def _yearly(due: Due, day: date, how: DeadlineStatus, words: str) -> Deadline:
    number = due.article.number
    return Deadline(number, TRANSPARENCY, day.isoformat(), day.isoformat(), how, words)
