"""Records for the tests of comparing: reports written by hand, reconciled as a build does."""

from remnant.compare import Country, compare, country_named
from remnant.model.claim import Stance
from remnant.model.comparison import Change, ChangeKind, Comparison
from remnant.model.record import DocumentResult, MemoryRecord
from remnant.model.value import Quantity
from remnant.pipeline import reconcile
from tests.reports import BARDA, Line, knowledge, report

NAMES = ("2020", "2021")


def record(*results: DocumentResult) -> MemoryRecord:
    """Return the record of some reports."""
    made = reconcile(results, decisions=(), foundings=(), knowledge=knowledge())
    return MemoryRecord(tuple(results), made)


def compared(
    before: tuple[DocumentResult, ...], after: tuple[DocumentResult, ...], country: str = ""
) -> Comparison:
    """Compare two records of reports."""
    narrowed: Country | None = country_named(country, knowledge()) if country else None
    return compare(record(*before), record(*after), names=NAMES, country=narrowed)


def kinds(comparison: Comparison) -> list[tuple[ChangeKind, ...]]:
    """Return what became of each claim that changed."""
    return [change.kinds for change in comparison.changes]


def only(comparison: Comparison) -> Change:
    """Return the one claim that changed."""
    (change,) = comparison.changes
    return change


def strike(  # noqa: PLR0913 - one argument per thing a claim says
    words: str = "Armenia fired cluster munitions at Barda on 28 October 2020.",
    *,
    stance: Stance = Stance.AFFIRMED,
    killed: int | None = None,
    actor: str = "Armenia",
    date: str = "2020-10-28",
    speakers: tuple[str, ...] = (),
    notes: tuple[str, ...] = (),
) -> Line:
    """Return a claim on the strike on Barda."""
    return Line(
        words,
        stance=stance,
        actors=(actor,),
        places=(BARDA,),
        dates=(date,),
        killed=None if killed is None else Quantity(killed, killed),
        speakers=speakers,
        notes=notes,
    )


STANDING = (
    "The state has not acceded to the Convention on Cluster Munitions and gives the conflict with "
    "its neighbour as the reason for which it stays outside until that conflict is resolved."
)
"""A paragraph that a yearly profile keeps from one edition to the next."""


def profile(year: int, *lines: Line, notes: dict[str, str] | None = None) -> DocumentResult:
    """Return the edition of a yearly profile."""
    return report(
        "Landmine and Cluster Munition Monitor",
        f"{year}-09-15",
        Line(STANDING, places=(), actors=("Azerbaijan",), dates=()),
        *lines,
        title=f"Azerbaijan: Cluster Munition Ban Policy {year}",
        notes=notes,
    )
