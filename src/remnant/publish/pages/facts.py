"""The values of an incident, each with the claims and the words it was read from."""

from collections.abc import Iterable, Iterator

from remnant.errors import PublishError
from remnant.model.claim import Slot, Stance
from remnant.model.incident import Incident
from remnant.model.resolution import Value  # noqa: TC001 - names the type of a local
from remnant.model.words import counted
from remnant.publish.pages.cards import ClaimCard, ValueCard
from remnant.publish.pages.catalogue import Catalogue
from remnant.publish.pages.views import Fact, Row, Said, Told
from remnant.publish.pages.wording import (
    SLOTS,
    sentence_case,
    value_key,
    value_words,
)

SHOWN_SLOTS = (
    Slot.ACTOR,
    Slot.WEAPON,
    Slot.PLACE,
    Slot.DATE,
    Slot.TARGET,
    Slot.KILLED,
    Slot.INJURED,
    Slot.COUNT,
    Slot.SUPPLIER,
    Slot.RECIPIENT,
)
"""The slots whose values stand on an incident's page, in the order shown."""


def facts(catalogue: Catalogue, incident: Incident, slot: Slot, *, page: str) -> tuple[Fact, ...]:
    """Return the incident's own values of one slot, each leading to words that say it.

    Raises:
        PublishError: No claim of the incident stands behind one of them.
    """
    cards = catalogue.cards(incident.claims, page=page)
    found = []
    for key, text in _wanted(incident, slot):
        fact = _exact(catalogue, cards, slot, (key, text)) or _carried(incident, cards, slot, key)
        if fact is None:
            said = ", ".join(incident.claims)
            message = f"{page}: {text!r} has no claim behind it; its claims are {said}"
            raise PublishError(message)
        found.append(Fact(text, *fact))
    return tuple(found)


def _wanted(incident: Incident, slot: Slot) -> tuple[tuple[str, str], ...]:
    values: Iterable[Value]
    if slot is Slot.ACTOR:
        values = incident.actors
    elif slot is Slot.WEAPON:
        values = incident.weapons
    elif slot is Slot.PLACE:
        values = (incident.place,) if incident.place else incident.places
    else:
        values = (incident.date,) if incident.date else ()
    return tuple(dict.fromkeys((value_key(one), value_words(one)) for one in values))


def _exact(
    catalogue: Catalogue, cards: tuple[ClaimCard, ...], slot: Slot, names: tuple[str, str]
) -> tuple[str, str] | None:
    """Return where words stand that say this very value, and how many claims say it."""
    exact = [(c, v) for c in cards for v in c.of(slot) if v.key in names or v.text in names]
    if not exact:
        return None
    card, value = min(exact, key=lambda pair: (pair[0].stance is Stance.DENIED, pair[0].id))
    return card.words(value), _heard(catalogue, exact)


def _carried(
    incident: Incident, cards: tuple[ClaimCard, ...], slot: Slot, key: str
) -> tuple[str, str] | None:
    """Return where the claims stand that take the value from the text around them."""
    carriers = _carriers(incident, slot, key)
    behind = [card for card in cards if card.id in carriers]
    return (behind[0].href, counted(len(behind), "claim")) if behind else None


def _heard(catalogue: Catalogue, found: Iterable[tuple[ClaimCard, ValueCard]]) -> str:
    cards = {card.id: card for card, _ in found}
    documents = {catalogue.document_of(card).id for card in cards.values()}
    return f"{counted(len(cards), 'claim')} in {counted(len(documents), 'document')}"


def _carriers(incident: Incident, slot: Slot, key: str) -> frozenset[str]:
    """Return the claims of the event mentions that carry a value the claims take from context."""
    found: set[str] = set()
    for mention in incident.mentions:
        carried: dict[Slot, Iterable[str]] = {
            Slot.ACTOR: (value_key(one) for one in mention.actors),
            Slot.WEAPON: (value_key(one) for one in mention.weapons),
            Slot.PLACE: (value_key(one) for one in mention.places),
            Slot.DATE: (key,) if mention.date else (),
        }
        if key in carried[slot]:
            found.update(mention.claims)
    return frozenset(found)


def rows(catalogue: Catalogue, cards: tuple[ClaimCard, ...]) -> Iterator[Row]:
    """Yield, per slot, every value that any claim gives, with everybody who gives it."""
    for slot in SHOWN_SLOTS:
        grouped: dict[str, list[tuple[ClaimCard, ValueCard]]] = {}
        for card in cards:
            for value in card.of(slot):
                if not (card.general and slot in (Slot.KILLED, Slot.INJURED)):
                    grouped.setdefault(value.key, []).append((card, value))
        if grouped:
            told = [_told(catalogue, pairs) for pairs in grouped.values()]
            yield Row(SLOTS[slot], tuple(sorted(told, key=lambda one: -len(one.said))))


def _told(catalogue: Catalogue, pairs: list[tuple[ClaimCard, ValueCard]]) -> Told:
    said = dict.fromkeys(
        Said(card, catalogue.document_of(card), value.words, card.words(value))
        for card, value in pairs
    )
    return Told(sentence_case(pairs[0][1].text), tuple(said), counted(len(said), "claim"))
