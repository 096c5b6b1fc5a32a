"""An incident assessed: every part found once, then put together."""

from remnant.assess.casualties import casualties
from remnant.assess.contradictions import contradictions
from remnant.assess.denials import denials
from remnant.assess.evidence import Evidence
from remnant.assess.facts import facts
from remnant.assess.grade import Case, grade
from remnant.assess.obligations import obligations
from remnant.assess.origins import origins, parties_to
from remnant.assess.weighing import carrying, changes
from remnant.knowledge import Knowledge
from remnant.model.assessment import Assessment
from remnant.model.incident import Incident


def assess(
    incident: Incident, *, evidence: Evidence, knowledge: Knowledge, rule: str = "range"
) -> Assessment:
    """Return what is concluded of one incident, and why.

    `rule` names the rule of the casualty table that reconciles figures.
    """
    found = origins(incident, evidence=evidence, knowledge=knowledge)
    toll = casualties(incident, found, evidence=evidence, knowledge=knowledge, rule=rule)
    parties = parties_to(incident, knowledge, evidence.beside(incident))
    case = Case(incident, evidence.of(incident), found, evidence, knowledge, parties)
    result, reasons = grade(case)
    return Assessment(
        incident=incident.number,
        grade=result,
        reasons=reasons,
        origins=found,
        contradictions=contradictions(
            incident, found, toll, evidence=evidence, knowledge=knowledge
        ),
        denials=denials(incident, evidence=evidence, knowledge=knowledge),
        casualties=toll,
        obligations=obligations(incident, knowledge=knowledge),
        rules=knowledge.grading.id,
        carrying=carrying(case, result, reasons[0].claims),
        changes=changes(case, result),
        facts=facts(case.said, found, knowledge=knowledge),
    )
