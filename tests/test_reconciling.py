from dataclasses import replace
from pathlib import Path

from remnant.build import Plan, new_run, write
from remnant.dossier import Dossier
from remnant.model.assessment import Denial
from remnant.model.claim import Stance
from remnant.model.decision import BEGINNING
from remnant.model.record import DocumentResult
from remnant.reconciling import reconcile_touched
from remnant.store import Store
from tests.reports import STEPANAKERT, Line, knowledge, report

STRIKE = Line(
    "Azerbaijan struck Stepanakert.",
    actors=("Azerbaijan",),
    places=(STEPANAKERT,),
    dates=("2020-10-03",),
)
DENIAL = Line(
    "Azerbaijan denied using it in Stepanakert.",
    stance=Stance.DENIED,
    actors=("Azerbaijan",),
    places=(STEPANAKERT,),
)


def denials_after(dossier: Dossier, store: Store, *results: DocumentResult) -> tuple[Denial, ...]:
    """Write and reconcile what documents gave, and return all denials of the record."""
    keys = {one.document.capture.sha256: "p1" for one in results}
    plan = Plan((), (), keys, 0, BEGINNING, "")
    with store.begin() as session:
        run = new_run("", at="2024-05-01T09:00:00Z")
        session.start_run(run)
        write(session, results, plan=plan, knowledge=knowledge(), run=run)
        reconcile_touched(
            session, dossier=dossier, knowledge=knowledge(), run=run, now=lambda: run.started
        )
        found = [session.assessment(one.number) for one in session.incidents()]
    return tuple(denial for one in found for denial in one.denials)


def test_a_denial_that_is_read_no_more_answers_nothing(tmp_path: Path) -> None:
    """A document read anew without its denial leaves no answer on the incidents of others."""
    dossier = Dossier.create(tmp_path / "d", title="Test")
    accusing = report("HRW", "2020-10-23", STRIKE)
    denying = report("Azerbaijan", "2020-11-25", DENIAL)
    anew = replace(denying, resolved=(), mentions=())
    with Store.open("sqlite://") as store:
        assert len(denials_after(dossier, store, accusing, denying)) == 1
        assert denials_after(dossier, store, anew) == ()
