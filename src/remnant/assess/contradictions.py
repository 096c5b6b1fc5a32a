"""What the claims of one incident disagree on, and in what way.

Each is classed: values that cannot all hold, a report that misquotes, an earlier value that its
own source replaced, values of different scope, or of different precision. The sentence explains.
"""

from collections.abc import Sequence

from remnant.assess.differing_accounts import answers, attribution, event, weapon
from remnant.assess.differing_dates import date, spans
from remnant.assess.differing_values import counts, figures, place
from remnant.assess.evidence import Evidence
from remnant.knowledge import Knowledge
from remnant.model.assessment import Origin
from remnant.model.casualties import CasualtyRange
from remnant.model.contradictions import Clash, Conflict, Contradiction
from remnant.model.incident import Incident, Scope


def contradictions(
    incident: Incident,
    origins: Sequence[Origin],
    toll: CasualtyRange,
    *,
    evidence: Evidence,
    knowledge: Knowledge,
) -> tuple[Contradiction, ...]:
    """Return the contradictions of an incident, in the order of `Conflict`, then of `Clash`."""
    said = evidence.of(incident)
    found = [
        *event(incident, origins, evidence=evidence, knowledge=knowledge),
        *answers(incident, origins, evidence=evidence, knowledge=knowledge),
        *figures(toll, origins),
        *counts(said, origins, evidence),
    ]
    if incident.scope is Scope.INCIDENT:
        found.extend(attribution(said, origins, knowledge))
        found.extend(weapon(said, origins, knowledge))
        found.extend(place(incident.mentions, origins, knowledge))
        found.extend(date(incident, origins, evidence))
    else:
        found.extend(spans(incident.mentions, origins))
    kinds, clashes = list(Conflict), list(Clash)
    return tuple(
        sorted(
            found,
            key=lambda one: (kinds.index(one.conflict), clashes.index(one.clash), one.sentence),
        )
    )
