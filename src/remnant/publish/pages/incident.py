"""The page of one incident or episode: the grade, who says so, who denies, every value's words."""

from dataclasses import dataclass
from typing import ClassVar

from remnant.model.assessment import Obligation
from remnant.model.claim import ClaimKind, Slot
from remnant.model.incident import Incident, Scope
from remnant.publish.map import Locator, locator
from remnant.publish.pages import evidence
from remnant.publish.pages.catalogue import Catalogue, heading, incident_path
from remnant.publish.pages.context import Link, PageContext
from remnant.publish.pages.facts import facts, rows
from remnant.publish.pages.prose import SentenceView, sentence_view
from remnant.publish.pages.trees import Forest, size
from remnant.publish.pages.views import (
    Because,
    ContradictionView,
    DenialView,
    Fact,
    FigureView,
    LinkView,
    OriginView,
    Row,
    Said,
)
from remnant.publish.pages.wording import GRADES, PRECISIONS, GradeText
from remnant.publish.profile_values import Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentPage(PageContext):
    """Context of an incident's or episode's page."""

    template: ClassVar[str] = "incident.html"
    number: str
    episode: bool
    heading: str
    summary: tuple[SentenceView, ...]
    grade: GradeText
    reasons: tuple[Because, ...]
    rules: str
    where: tuple[Fact, ...]
    when: tuple[Fact, ...]
    weapons: tuple[Fact, ...]
    actors: tuple[Fact, ...]
    killed: str
    injured: str
    casualty_rule: str
    casualty_reasons: tuple[Because, ...]
    figures: tuple[FigureView, ...]
    aggregates: tuple[Said, ...]
    reports: str
    origins: tuple[OriginView, ...]
    tree_size: int
    denials: tuple[DenialView, ...]
    contradictions: tuple[ContradictionView, ...]
    obligations: tuple[Obligation, ...]
    rows: tuple[Row, ...]
    claims: tuple[Said, ...]
    remnants: bool
    part_of: Link | None
    parts: tuple[Link, ...]
    absorbed: tuple[str, ...]
    links: tuple[LinkView, ...]
    map: Locator | None
    precision: str


def incident_page(
    catalogue: Catalogue, forest: Forest, incident: Incident, summary: Summary
) -> IncidentPage:
    """Return the context of the page of an incident or episode.

    Raises:
        PublishError: A value of the incident has no claim behind it.
    """
    page = incident_path(incident)
    assessment = catalogue.assessments[incident.number]
    cards = catalogue.cards(incident.claims, page=page)
    grade = GRADES[assessment.grade]
    name = heading(incident)
    origins = tuple(
        evidence.origin_view(catalogue, forest, one, page=page) for one in assessment.origins
    )
    casualties = assessment.casualties
    return IncidentPage(
        path=page,
        title=f"{incident.number}: {name}",
        description=f"{name}. {grade.word}: {grade.meaning}",
        section="incidents",
        number=incident.number,
        episode=incident.scope is Scope.EPISODE,
        heading=name,
        grade=grade,
        summary=tuple(sentence_view(catalogue, one, page=page) for one in summary.sentences),
        reasons=evidence.because(catalogue, assessment.reasons, page=page),
        rules=assessment.rules,
        where=facts(catalogue, incident, Slot.PLACE, page=page),
        when=facts(catalogue, incident, Slot.DATE, page=page),
        weapons=facts(catalogue, incident, Slot.WEAPON, page=page),
        actors=facts(catalogue, incident, Slot.ACTOR, page=page),
        killed=evidence.casualty_words(assessment, Slot.KILLED, page=page),
        injured=evidence.casualty_words(assessment, Slot.INJURED, page=page),
        casualty_rule=casualties.rule,
        casualty_reasons=evidence.because(catalogue, casualties.reasons, page=page),
        figures=tuple(evidence.figures(catalogue, assessment, page=page)),
        aggregates=evidence.aggregates(catalogue, cards, page=page),
        reports=evidence.reports(assessment, cards),
        origins=origins,
        tree_size=size(tuple(origin.tree for origin in origins)),
        denials=tuple(
            evidence.denial_view(catalogue, one, page=page) for one in assessment.denials
        ),
        contradictions=evidence.contradictions(catalogue, assessment, page=page),
        obligations=assessment.obligations,
        rows=tuple(rows(catalogue, cards)),
        claims=evidence.said(catalogue, incident.claims, page=page),
        remnants=any(card.kind in (ClaimKind.REMNANTS, ClaimKind.USE) for card in cards),
        part_of=evidence.part_of(catalogue, incident),
        parts=evidence.parts(catalogue, incident),
        absorbed=incident.absorbed,
        links=tuple(evidence.links(catalogue, incident)),
        map=locator(incident.place, name, catalogue.places),
        precision=PRECISIONS[incident.place.precision][0] if incident.place else "",
    )
