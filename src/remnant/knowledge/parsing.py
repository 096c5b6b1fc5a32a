"""From rows of the files to entries: one function per kind of entry."""

from collections.abc import Mapping

from remnant.errors import KnowledgeError
from remnant.knowledge.entries import (
    Actor,
    ActorKind,
    AdminPath,
    ClusterStatus,
    Fact,
    Office,
    PlaceName,
    Source,
    Voice,
    Weapon,
    WeaponLevel,
)
from remnant.knowledge.files import Row, citation, citations
from remnant.knowledge.obligations import (
    Act,
    Article,
    Milestone,
    Resolution,
    Step,
    Treaty,
    TreatyAction,
)
from remnant.knowledge.places import Place
from remnant.model.value import GeoPrecision, Location

Sources = Mapping[str, Source]


def source(row: Row) -> Source:
    """Return a source that citations may name."""
    row.only("id", "title", "address")
    return Source(row.text("id"), row.text("title"), row.text("address", ""))


def weapon(row: Row, sources: Sources) -> Weapon:
    """Return a weapon."""
    row.only(
        *("id", "name", "aliases", "level", "generic", "parents", "similar", "origin", "cluster"),
        *("cased", "facts", "citations"),
    )
    return Weapon(
        id=row.text("id"),
        name=row.text("name"),
        aliases=row.texts("aliases"),
        level=row.choice("level", WeaponLevel),
        generic=row.texts("generic"),
        parents=row.texts("parents"),
        similar=row.texts("similar"),
        origin=row.text("origin", ""),
        cluster=row.choice("cluster", ClusterStatus, ClusterStatus.NOT_CLUSTER),
        cased=row.texts("cased"),
        facts=tuple(_fact(one, sources) for one in row.rows("facts")),
        citations=citations(row, sources),
    )


def _fact(row: Row, sources: Sources) -> Fact:
    row.only("topic", "value", "citation")
    return Fact(row.text("topic"), row.text("value"), citation(row.text("citation"), row, sources))


def actor(row: Row, sources: Sources) -> Actor:
    """Return an actor."""
    row.only(
        *("id", "name", "kind", "aliases", "adjectives", "demonyms", "capitals", "speaks_as"),
        *("country", "related", "loaded", "cased", "citations"),
    )
    related = (one.text("id") + "\n" + one.text("why") for one in row.rows("related"))
    return Actor(
        id=row.text("id"),
        name=row.text("name"),
        kind=row.choice("kind", ActorKind),
        aliases=row.texts("aliases"),
        adjectives=row.texts("adjectives"),
        demonyms=row.texts("demonyms"),
        capitals=row.texts("capitals"),
        speaks_as=row.text("speaks_as", ""),
        country=row.text("country", ""),
        related=tuple((other, why) for other, _, why in (one.partition("\n") for one in related)),
        loaded=row.texts("loaded"),
        cased=row.texts("cased"),
        citations=citations(row, sources),
    )


def state(row: Row, sources: Sources) -> Actor:
    """Return a state from the table of states."""
    listed = {key: tuple(filter(None, row.text(key).split("|"))) for key in _LISTED}
    return Actor(
        id=row.text("id"),
        name=row.text("name"),
        kind=ActorKind.STATE,
        aliases=listed["aliases"],
        adjectives=listed["adjectives"],
        demonyms=listed["demonyms"],
        capitals=listed["capitals"],
        country=row.text("iso2"),
        citations=(citation("un-members: known", row, sources),),
    )


_LISTED = ("aliases", "adjectives", "demonyms", "capitals")


def country(row: Row, sources: Sources) -> Place:
    """Return the territory of a state, from the table of states, as a place."""
    names = (row.text("name"), *filter(None, row.text("aliases").split("|")))
    location = Location(
        name=row.text("name"),
        id="country:" + row.text("iso2"),
        country=row.text("iso2"),
        latitude=row.number("latitude"),
        longitude=row.number("longitude"),
        precision=GeoPrecision.COUNTRY,
    )
    listed = tuple(PlaceName(name, "en") for name in names)
    return Place(location, "country", listed, citations=(citation("geonames", row, sources),))


def place(row: Row, sources: Sources) -> Place:
    """Return a reviewed place."""
    row.only(
        *("id", "name", "kind", "country", "region", "latitude", "longitude", "precision"),
        *("aliases", "names", "admin", "note", "citations"),
    )
    named = tuple(_name(one) for one in row.rows("names"))
    plain = tuple(PlaceName(text, "en") for text in (row.text("name"), *row.texts("aliases")))
    location = Location(
        name=row.text("name"),
        id=row.text("id"),
        country=row.text("country", ""),
        region=row.text("region", ""),
        latitude=row.number("latitude"),
        longitude=row.number("longitude"),
        precision=_precision(row),
    )
    return Place(
        location=location,
        kind=row.text("kind", "settlement"),
        names=plain + named,
        admin=tuple(_admin(one) for one in row.rows("admin")),
        note=row.text("note", ""),
        citations=citations(row, sources),
    )


def _precision(row: Row) -> GeoPrecision:
    name = row.text("precision").upper()
    if name not in GeoPrecision.__members__:
        known = ", ".join(one.lower() for one in GeoPrecision.__members__)
        message = f"{row.place}: precision is {name.lower()!r}; use one of {known}"
        raise KnowledgeError(message)
    return GeoPrecision[name]


def _name(row: Row) -> PlaceName:
    row.only("text", "language", "side", "valid")
    return PlaceName(
        row.text("text"), row.text("language", "und"), row.text("side", ""), row.text("valid", "")
    )


def _admin(row: Row) -> AdminPath:
    row.only("kind", "path", "valid")
    return AdminPath(row.text("kind"), row.texts("path"), row.text("valid", ""))


def office(row: Row) -> Office:
    """Return general words for an office."""
    row.only("id", "words", "voice")
    return Office(row.text("words"), row.choice("voice", Voice))


def treaty(row: Row, sources: Sources) -> Treaty:
    """Return a treaty."""
    row.only(
        *("id", "name", "title", "aliases", "adopted", "opened", "in_force", "articles"),
        *("cased", "governs", "within", "recorded_until", "citations"),
    )
    return Treaty(
        id=row.text("id"),
        name=row.text("name"),
        title=row.text("title"),
        aliases=row.texts("aliases"),
        adopted=row.text("adopted", ""),
        opened=row.text("opened", ""),
        in_force=row.text("in_force", ""),
        articles=tuple(_article(one) for one in row.rows("articles")),
        cased=row.texts("cased"),
        governs=row.texts("governs"),
        within=row.text("within", ""),
        recorded_until=row.text("recorded_until", ""),
        citations=citations(row, sources),
    )


def _article(row: Row) -> Article:
    row.only("number", "topic", "rule", "years", "days")
    years, days = row.whole("years") or 0, row.whole("days") or 0
    return Article(row.text("number"), row.text("topic"), row.text("rule"), years, days)


def action(row: Row, sources: Sources) -> TreatyAction:
    """Return a dated treaty action."""
    row.only("treaty", "actor", "act", "deposited", "effective", "source")
    return TreatyAction(
        deposited=row.text("deposited"),
        actor=row.text("actor"),
        treaty=row.text("treaty"),
        act=row.choice("act", Act),
        effective=row.text("effective", ""),
        citation=citation(row.text("source"), row, sources),
    )


def milestone(row: Row, sources: Sources) -> Milestone:
    """Return a dated step towards a deadline."""
    row.only("treaty", "actor", "article", "step", "on", "until", "source")
    return Milestone(
        on=row.text("on"),
        actor=row.text("actor"),
        treaty=row.text("treaty"),
        article=row.text("article"),
        step=row.choice("step", Step),
        until=row.text("until", ""),
        citation=citation(row.text("source"), row, sources),
    )


def resolution(row: Row, sources: Sources) -> Resolution:
    """Return a resolution put to the vote."""
    row.only(
        *("id", "symbol", "title", "date", "stage", "object", "in_favour", "against", "abstaining"),
        *("treaty", "ballots", "citations"),
    )
    return Resolution(
        id=row.text("id"),
        symbol=row.text("symbol"),
        title=row.text("title"),
        date=row.text("date"),
        stage=row.text("stage", "plenary"),
        object=row.text("object", "whole text"),
        yes=row.whole("in_favour"),
        no=row.whole("against"),
        abstain=row.whole("abstaining"),
        treaty=row.text("treaty", ""),
        citations=citations(row, sources),
    )
