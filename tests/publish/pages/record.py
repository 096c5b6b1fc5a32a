"""A record built by hand for the tests of the site: four documents, two incidents, one episode."""

from remnant.model.assessment import Assessment, Denial, DenialScope, Grade, Origin
from remnant.model.casualties import CasualtyRange, Figure
from remnant.model.claim import Basis
from remnant.model.contradictions import Conflict, Contradiction, Side
from remnant.model.finding import Reason
from remnant.model.incident import Incident, Scope
from remnant.model.lineage import Derivation, Derives, Lineage, Work
from remnant.model.obligation import Obligation, Standing
from remnant.model.record import DocumentResult, MemoryRecord, Reconciliation
from remnant.model.value import DateInterval, Quantity
from tests.factory import (
    AZERBAIJAN,
    CLUSTER_MUNITION,
    make_event,
    make_link,
    span_of,
)
from tests.publish.pages.documents import (
    ARMENIA,
    BARDA,
    HOSTILE,
    REPORT,
    SMERCH,
    TARTAR,
    hostile,
    news,
    office,
    report,
)


def record() -> MemoryRecord:
    """Return the whole record."""
    results = (report(), news(), office(), hostile())
    barda, tartar, war = incidents(results)
    lineage = _lineage(results[0], results[1])
    assessments = (_assess(barda, results), _plain(tartar, results[2]), _plain(war, results[2]))
    return MemoryRecord(results, Reconciliation((barda, tartar, war), lineage, assessments, ()))


def incidents(results: tuple[DocumentResult, ...]) -> tuple[Incident, Incident, Incident]:
    """Return the strike on Barda, the one in Tartar district, and the war."""
    report, news, office, hostile = results
    events = [
        make_event(
            result.document,
            [one for one in result.claims if not one.general][:take],
            actors=(ARMENIA,),
            weapons=(SMERCH,) if result is not office else (CLUSTER_MUNITION,),
            places=(BARDA,),
            date="2020-10-28",
        )
        for result, take in ((report, 3), (news, 2), (office, 1), (hostile, 1))
    ]
    barda = Incident(
        number="R-0001",
        scope=Scope.INCIDENT,
        mentions=tuple(sorted(events, key=lambda one: one.id)),
        links=(make_link(events[0], events[1]),),
        actors=(ARMENIA,),
        weapons=(SMERCH, CLUSTER_MUNITION),
        place=BARDA,
        places=(BARDA,),
        date=DateInterval("2020-10-28"),
        episode="R-0003",
        absorbed=("R-0004",),
    )
    fell = make_event(
        office.document, [office.claims[1]], actors=(), places=(TARTAR,), date="2020-10-24"
    )
    tartar = Incident(
        number="R-0002",
        scope=Scope.INCIDENT,
        mentions=(fell,),
        weapons=(CLUSTER_MUNITION,),
        place=TARTAR,
        places=(TARTAR,),
        date=DateInterval("2020-10-24"),
        episode="R-0003",
    )
    total = make_event(
        office.document, [office.claims[2]], scope=Scope.EPISODE, actors=(), places=(), date=""
    )
    war = Incident(number="R-0003", scope=Scope.EPISODE, mentions=(total,))
    return barda, tartar, war


def _lineage(report: DocumentResult, news: DocumentResult) -> Lineage:
    interview = Work("w-interview", "Clearance operator, interview, 30 October 2020", "")
    works = (
        Work("d-report", "Human Rights Watch, 30 October 2020", "HRW", None, "d-report"),
        Work("d-news", "Daily News, 31 October 2020", "Daily News", None, "d-news"),
        interview,
    )
    edges = (
        Derives(
            "d-news",
            "d-report",
            Derivation.QUOTES,
            (span_of(news.document, "Human Rights Watch says"),),
            1.0,
            Reason("quotes", "It attributes its account to Human Rights Watch."),
        ),
        Derives(
            "d-report",
            "w-interview",
            Derivation.CITES,
            (span_of(report.document, "[1] Interview with a clearance operator"),),
            0.9,
            Reason("cites", "Note 1 names the interview."),
        ),
    )
    return Lineage(works, edges)


def _assess(incident: Incident, results: tuple[DocumentResult, ...]) -> Assessment:
    report, news, office, _ = results
    used, _, harm = report.claims
    repeated, denial = news.claims
    shelled = office.claims[0]
    rule = Reason(
        "two origins",
        "Two independent origins report it, and one examined remnants.",
        claims=(used.id, shelled.id),
    )
    return Assessment(
        incident=incident.number,
        grade=Grade.ESTABLISHED,
        reasons=(rule,),
        origins=(
            Origin(
                "d-report",
                "Human Rights Watch",
                party=False,
                claims=(used.id, harm.id, repeated.id),
                documents=("d-report", "d-news"),
                basis=(Basis.REMNANTS,),
                supports=("Armenia",),
                reasons=(Reason("quotes", "Daily News repeats Human Rights Watch."),),
            ),
            Origin(
                "d-office",
                "Prosecutor General",
                party=True,
                claims=(shelled.id,),
                documents=("d-office",),
                basis=(Basis.OFFICIAL,),
                supports=("Armenia",),
            ),
        ),
        contradictions=(
            Contradiction(
                Conflict.KILLED,
                (Side("at least 21", (harm.id,)), Side("14", (shelled.id,))),
                "The figures differ: 14 on the day, at least 21 two days later.",
            ),
        ),
        denials=(
            Denial(
                denial.id,
                "Armenia",
                DenialScope.USE,
                (used.id, repeated.id),
                general=True,
                passage=denial.passage,
                reason=Reason("party", "The accused party denies using the weapon at all."),
            ),
        ),
        casualties=CasualtyRange(
            killed=Quantity(21, None),
            injured=Quantity(70, 70),
            rule="latest figure of each origin",
            figures=(
                Figure(
                    harm.id,
                    "d-report",
                    Quantity(21, None),
                    Quantity(70, 70),
                    DateInterval("2020-10-30"),
                    hedged=True,
                ),
            ),
            superseded=(Figure(shelled.id, "d-office", Quantity(14, 14)),),
        ),
        obligations=(
            Obligation(
                "Armenia",
                "CCM",
                "2020-10-28",
                Standing.NEITHER,
                (),
                "It had neither signed nor joined the Convention on Cluster Munitions.",
                "UN Treaty Collection, chapter XXVI.6",
            ),
        ),
        rules="rules 1",
    )


def _plain(incident: Incident, office: DocumentResult) -> Assessment:
    grade = Grade.SINGLE_ORIGIN if incident.scope is Scope.INCIDENT else Grade.UNASSESSED
    reason = Reason("one origin", "Only the Prosecutor General reports it.")
    claims = incident.claims
    origin = Origin("d-office", "Prosecutor General", True, claims, (office.document.id,))  # noqa: FBT003 - a party
    return Assessment(incident.number, grade, (reason,), (origin,), rules="rules 1")


__all__ = ["AZERBAIJAN", "BARDA", "HOSTILE", "REPORT", "incidents", "record"]
