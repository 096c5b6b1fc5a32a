"""What stands behind an incident's grade: origins, denials, figures, contradictions, links."""

from collections.abc import Iterable, Iterator

from remnant.errors import PublishError
from remnant.model.assessment import Assessment, Denial, Origin
from remnant.model.casualties import Figure
from remnant.model.claim import ClaimKind, Slot, Stance
from remnant.model.finding import Reason
from remnant.model.incident import Incident, Scope
from remnant.model.words import capital, counted, date_words
from remnant.publish.pages.cards import ClaimCard
from remnant.publish.pages.catalogue import Catalogue
from remnant.publish.pages.context import Link, words_href
from remnant.publish.pages.masking import publishable
from remnant.publish.pages.trees import Forest
from remnant.publish.pages.views import (
    Because,
    ContradictionView,
    DenialView,
    FigureView,
    LinkView,
    OriginView,
    Said,
    SideView,
)
from remnant.publish.pages.wording import basis_words, listed, quantity_words


def said(catalogue: Catalogue, claims: Iterable[str], *, page: str) -> tuple[Said, ...]:
    """Return claims with their documents, each leading to its passage."""
    return tuple(
        Said(card, catalogue.document_of(card), card.quote, card.href)
        for card in catalogue.cards(claims, page=page)
    )


def because(catalogue: Catalogue, reasons: Iterable[Reason], *, page: str) -> tuple[Because, ...]:
    """Return reasons with their claims."""
    return tuple(
        Because(publishable(one.sentence), one.rule, said(catalogue, one.claims, page=page))
        for one in reasons
    )


def origin_view(catalogue: Catalogue, forest: Forest, origin: Origin, *, page: str) -> OriginView:
    """Return one origin with what it rests on and the reports that carry it."""
    return OriginView(
        label=capital(publishable(origin.label)),
        party=origin.party,
        basis=basis_words(origin.basis),
        supports=listed(origin.supports, "or"),
        claims=said(catalogue, origin.claims, page=page),
        documents=tuple(
            catalogue.documents[name].link
            for name in origin.documents
            if name in catalogue.documents
        ),
        reasons=because(catalogue, origin.reasons, page=page),
        tree=forest.tree(origin),
    )


def denial_view(catalogue: Catalogue, denial: Denial, *, page: str) -> DenialView:
    """Return one denial with its words and what it answers."""
    card = catalogue.claim(denial.claim, page=page)
    passage = denial.passage
    return DenialView(
        speaker=publishable(denial.speaker),
        scope=denial.scope.value,
        general=denial.general,
        quote=publishable(passage.quote),
        href=words_href(passage.document, passage.start, passage.end)
        if passage.document != card.document
        else card.href,
        document=catalogue.document_of(card).link,
        reason=publishable(denial.reason.sentence),
        answers=said(catalogue, denial.answers, page=page),
    )


def casualty_words(assessment: Assessment, slot: Slot, *, page: str) -> str:
    """Return the reconciled range of the killed or injured, empty if nobody gave a figure.

    Raises:
        PublishError: There is a range but no figure behind it.
    """
    casualties = assessment.casualties
    quantity = casualties.killed if slot is Slot.KILLED else casualties.injured
    if quantity is None:
        return ""
    if not (casualties.figures or casualties.superseded):
        message = f"{page}: the number of {slot.value} has no claim behind it"
        raise PublishError(message)
    return quantity_words(quantity)


def figures(catalogue: Catalogue, assessment: Assessment, *, page: str) -> Iterator[FigureView]:
    """Yield each figure behind the range, those that still stand first."""
    names = {origin.id: origin.label for origin in assessment.origins}
    toll = assessment.casualties
    for standing, given in (
        ("", toll.figures),
        ("earlier figure", toll.superseded),
        ("covers something else", toll.apart),
        ("died later of injuries", toll.later),
    ):
        for figure in given:
            (source,) = said(catalogue, (figure.claim,), page=page)
            yield _figure(figure, source, names, standing=standing)


def _figure(figure: Figure, source: Said, names: dict[str, str], *, standing: str) -> FigureView:
    covers = f": {figure.covers}" if figure.covers and standing == "covers something else" else ""
    return FigureView(
        origin=publishable(names.get(figure.origin, "") or source.document.label),
        killed=quantity_words(figure.killed) if figure.killed else "",
        injured=quantity_words(figure.injured) if figure.injured else "",
        said=date_words(figure.said) if figure.said else "",
        hedged=figure.hedged,
        superseded=bool(standing),
        source=source,
        standing=publishable(f"{standing}{covers}"),
        who=_who(figure),
    )


def _who(figure: Figure) -> str:
    """Say who the casualties of a figure are said to be; empty if the words do not say."""
    parts = []
    for part, people in (("killed", figure.who_killed), ("injured", figure.who_injured)):
        kinds = [one.value for one in (people.status, people.age, people.sex)]
        known = [kind for kind in kinds if kind != "unknown"]
        parts += [f"{part}: {', '.join(known)}"] if known else []
    return "; ".join(parts)


def group_words(assessment: Assessment) -> tuple[str, ...]:
    """Say how many are said to be civilians, children and so on."""
    found = []
    for group in assessment.casualties.groups:
        counts = [f"{quantity_words(group.killed)} killed"] if group.killed else []
        counts += [f"{quantity_words(group.injured)} injured"] if group.injured else []
        found.append(f"{group.name}: {', '.join(counts)}")
    return tuple(found)


def aggregates(
    catalogue: Catalogue, cards: tuple[ClaimCard, ...], *, page: str
) -> tuple[Said, ...]:
    """Return claims with figures over several events, which belong to no single strike."""
    found = (
        card.id
        for card in cards
        if card.general
        and card.kind is ClaimKind.HARM
        and (card.of(Slot.KILLED) or card.of(Slot.INJURED))
    )
    return said(catalogue, found, page=page)


def reports(assessment: Assessment, cards: tuple[ClaimCard, ...]) -> str:
    """Return how many documents speak of it and on how many origins they rest."""
    return rests_on(len({card.document for card in cards}), assessment)


def rests_on(documents: int, assessment: Assessment) -> str:
    """Write `4 reports, 2 origins`; a party to the conflict is named apart, not counted as one."""
    parties = sum(origin.party for origin in assessment.origins)
    others = assessment.independent
    parts = [counted(documents, "report")]
    parts += [counted(others, "origin")] if others else []
    parts += [counted(parties, "party", "parties")] if parties else []
    return ", ".join(parts)


def contradictions(
    catalogue: Catalogue, assessment: Assessment, *, page: str
) -> tuple[ContradictionView, ...]:
    """Return what the claims disagree on.

    Raises:
        PublishError: One side has no claim.
    """
    for one in assessment.contradictions:
        for side in one.sides:
            if not side.claims:
                message = f"{page}: {side.value!r} of a contradiction has no claim behind it"
                raise PublishError(message)
    return tuple(
        ContradictionView(
            one.conflict.value,
            publishable(one.sentence),
            tuple(
                SideView(publishable(side.value), said(catalogue, side.claims, page=page))
                for side in one.sides
            ),
            one.clash.value,
            one.clash.name.lower(),
            publishable(one.note),
            publishable(one.noted_by),
        )
        for one in assessment.contradictions
    )


def part_of(catalogue: Catalogue, incident: Incident) -> Link | None:
    """Return the episode that an incident belongs to."""
    return catalogue.label(incident.episode) if incident.episode in catalogue.incidents else None


def left_open(catalogue: Catalogue, incident: Incident, *, page: str) -> tuple[Said, ...]:
    """Return what is said of the whole episode and leaves open who did it, or in what role.

    Such a claim is never counted for a single incident; it is shown beside it if it names
    a party that the incident is said of.
    """
    episode = catalogue.incidents.get(incident.episode)
    if episode is None:
        return ()
    accused = {actor.name for actor in incident.actors}
    found = (
        card.id
        for card in catalogue.cards(episode.claims, page=page)
        if card.kind is ClaimKind.USE
        and (card.stance is Stance.OPEN or card.commitment.attribution in _UNSURE)
        and not accused.isdisjoint(value.text for value in card.of(Slot.ACTOR))
    )
    return said(catalogue, found, page=page)


_UNSURE = (Stance.OPEN, Stance.HEDGED)


def parts(catalogue: Catalogue, incident: Incident) -> tuple[Link, ...]:
    """Return the incidents of an episode, in order of date, then number."""
    inner = [one for one in catalogue.parts.get(incident.number, ()) if one in catalogue.incidents]
    return tuple(catalogue.label(number) for number in inner)


def links(catalogue: Catalogue, incident: Incident) -> Iterator[LinkView]:
    """Yield the comparisons that hold the incident together."""
    documents = {mention.id: mention.document for mention in incident.mentions}

    def name(mention: str) -> str:
        card = catalogue.documents.get(documents.get(mention, ""))
        return card.label if card else "a report of another incident"

    for link in incident.links:
        yield LinkView(
            name(link.left), name(link.right), link.verdict.value, bool(link.decision), link.reasons
        )


def redirects(incident: Incident) -> Iterator[str]:
    """Yield the paths of numbers that now lead to this incident."""
    folder = "incidents" if incident.scope is Scope.INCIDENT else "episodes"
    for number in incident.absorbed:
        yield f"{folder}/{number}.html"
