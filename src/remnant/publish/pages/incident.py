"""The page of one incident or episode: the grade, who says so, who denies, every value's words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from remnant.assess.neighbours import Neighbours
from remnant.model.assessment import Assessment
from remnant.model.claim import ClaimKind, Slot
from remnant.model.incident import Incident, Scope
from remnant.model.obligation import Obligation
from remnant.model.words import counted, listed
from remnant.publish.map import Locator, locator
from remnant.publish.pages import evidence
from remnant.publish.pages.cards import ClaimCard
from remnant.publish.pages.catalogue import Catalogue, heading, incident_path
from remnant.publish.pages.context import Link, PageContext
from remnant.publish.pages.facts import facts, rows
from remnant.publish.pages.masking import publishable
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
from remnant.publish.pages.weighing import Weighing, weighing
from remnant.publish.pages.wording import GRADES, KINDS, PRECISIONS, GradeText
from remnant.publish.profile_values import Summary


@dataclass(frozen=True, slots=True)
class Beside:
    """What other parts of the record hold on an incident.

    Attributes:
        ledgers: The pages of accused parties, by identifier and by name.
        near: The pairs in which it may be one event with another incident.
    """

    ledgers: Mapping[str, Link] = field(default_factory=dict)
    near: tuple[Neighbours, ...] = ()


NOTHING = Beside()


@dataclass(frozen=True, slots=True)
class Glance:
    """The incident's own values, each leading to words that say it."""

    where: tuple[Fact, ...]
    when: tuple[Fact, ...]
    weapons: tuple[Fact, ...]
    actors: tuple[Fact, ...]
    map: Locator | None
    precision: str


@dataclass(frozen=True, slots=True)
class Toll:
    """The killed and injured: the range, the rule that chose it, and every figure."""

    killed: str
    injured: str
    rule: str
    covers: str
    groups: tuple[str, ...]
    reasons: tuple[Because, ...]
    figures: tuple[FigureView, ...]
    aggregates: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class NearView:
    """Another incident that may be the same event, and in what the accounts would differ."""

    about: Link
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentPage(PageContext):
    """Context of an incident's or episode's page."""

    template: ClassVar[str] = "incident.html"
    number: str
    episode: bool
    heading: str
    summary: tuple[SentenceView, ...]
    untold: str
    grade: GradeText
    reasons: tuple[Because, ...]
    rules: str
    weighing: Weighing
    glance: Glance
    toll: Toll
    reports: str
    origins: tuple[OriginView, ...]
    tree_size: int
    denials: tuple[DenialView, ...]
    contradictions: tuple[ContradictionView, ...]
    left_open: tuple[Said, ...]
    obligations: tuple[Obligation, ...]
    rows: tuple[Row, ...]
    claims: tuple[Said, ...]
    remnants: bool
    part_of: Link | None
    parts: tuple[Link, ...]
    absorbed: tuple[str, ...]
    links: tuple[LinkView, ...]
    ledgers: tuple[Link, ...] = ()
    near: tuple[NearView, ...] = ()


def incident_page(
    catalogue: Catalogue,
    forest: Forest,
    incident: Incident,
    summary: Summary,
    *,
    beside: Beside = NOTHING,
) -> IncidentPage:
    """Return the context of the page of an incident or episode.

    Args:
        catalogue: What the pages look up.
        forest: The trees of origins.
        incident: The incident.
        summary: Its plain statement.
        beside: What other parts of the record hold on it.

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
        untold=untold(cards),
        reasons=evidence.because(catalogue, assessment.reasons, page=page),
        rules=assessment.rules,
        weighing=weighing(catalogue, assessment, page=page),
        glance=_glance(catalogue, incident, page=page),
        toll=_toll(catalogue, assessment, cards, page=page),
        reports=evidence.reports(assessment, cards),
        origins=origins,
        tree_size=size(tuple(origin.tree for origin in origins)),
        denials=tuple(
            evidence.denial_view(catalogue, one, page=page) for one in assessment.denials
        ),
        contradictions=evidence.contradictions(catalogue, assessment, page=page),
        left_open=evidence.left_open(catalogue, incident, page=page),
        obligations=assessment.obligations,
        rows=tuple(rows(catalogue, cards)),
        claims=evidence.said(catalogue, incident.claims, page=page),
        remnants=any(card.kind in (ClaimKind.REMNANTS, ClaimKind.USE) for card in cards),
        part_of=evidence.part_of(catalogue, incident),
        parts=evidence.parts(catalogue, incident),
        absorbed=incident.absorbed,
        links=tuple(evidence.links(catalogue, incident)),
        near=_near(catalogue, incident, beside.near),
        ledgers=tuple(
            dict.fromkeys(
                beside.ledgers[name]
                for actor in incident.actors
                for name in (actor.id, actor.name)
                if name in beside.ledgers
            )
        ),
    )


def _near(
    catalogue: Catalogue, incident: Incident, pairs: Iterable[Neighbours]
) -> tuple[NearView, ...]:
    found = []
    for one in pairs:
        if incident.number in (one.left, one.right):
            other = one.right if one.left == incident.number else one.left
            found.append(NearView(catalogue.label(other), publishable(one.sentence)))
    return tuple(found)


def untold(cards: tuple[ClaimCard, ...]) -> str:
    """Say what is claimed where no plain statement could be made of it."""
    kinds = dict.fromkeys(KINDS[card.kind].lower() for card in cards)
    about = f"{counted(len(cards), 'claim')} on {listed(tuple(kinds))}"
    one = len(cards) == 1
    return (
        f"{about} {'is' if one else 'are'} held here, but no plain statement could be made of "
        f"{'it' if one else 'them'}; the words stand below."
    )


def _glance(catalogue: Catalogue, incident: Incident, *, page: str) -> Glance:
    place = incident.place
    return Glance(
        where=facts(catalogue, incident, Slot.PLACE, page=page),
        when=facts(catalogue, incident, Slot.DATE, page=page),
        weapons=facts(catalogue, incident, Slot.WEAPON, page=page),
        actors=facts(catalogue, incident, Slot.ACTOR, page=page),
        map=locator(place, heading(incident), catalogue.places),
        precision=PRECISIONS[place.precision][0] if place else "",
    )


def _toll(
    catalogue: Catalogue, assessment: Assessment, cards: tuple[ClaimCard, ...], *, page: str
) -> Toll:
    return Toll(
        killed=evidence.casualty_words(assessment, Slot.KILLED, page=page),
        injured=evidence.casualty_words(assessment, Slot.INJURED, page=page),
        rule=assessment.casualties.rule,
        covers=publishable(assessment.casualties.covers),
        groups=evidence.group_words(assessment),
        reasons=evidence.because(catalogue, assessment.casualties.reasons, page=page),
        figures=tuple(evidence.figures(catalogue, assessment, page=page)),
        aggregates=evidence.aggregates(catalogue, cards, page=page),
    )
