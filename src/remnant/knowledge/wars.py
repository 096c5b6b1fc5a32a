"""Wars: who was party to each, where and when, so that no party counts as a witness to it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from remnant.errors import KnowledgeError
from remnant.knowledge.entries import Citation, Source
from remnant.knowledge.files import Row, citations
from remnant.model.value import DateInterval


@dataclass(frozen=True, slots=True)
class War:
    """An armed conflict, or a run of them between the same parties.

    Attributes:
        id: Identifier.
        name: Name in ordinary words that takes no side.
        parties: Identifiers of the actors that fought it, on whichever side.
        countries: ISO codes of the countries where it was fought.
        period: From when until when.
        citations: Where the entry comes from.
    """

    id: str
    name: str
    parties: tuple[str, ...]
    countries: tuple[str, ...]
    period: DateInterval
    citations: tuple[Citation, ...]


class WarRegister:
    """Wars, asked for by who fought, where and when."""

    def __init__(self, wars: Iterable[War]) -> None:
        self._wars = tuple(wars)

    def __iter__(self) -> Iterator[War]:
        """Yield the wars in order of the file."""
        return iter(self._wars)

    def parties(
        self, fighting: Iterable[str], *, countries: Iterable[str], date: DateInterval | None
    ) -> frozenset[str]:
        """Return the parties to the wars that some of those named fought at a place and time.

        A place or time that is not known excludes no war.
        """
        known, where = frozenset(fighting), frozenset(countries)
        return frozenset(
            party
            for war in self._wars
            if not known.isdisjoint(war.parties)
            and (not where or not where.isdisjoint(war.countries))
            and (date is None or date.overlaps(war.period))
            for party in war.parties
        )


def war(row: Row, sources: Mapping[str, Source]) -> War:
    """Return a war.

    Raises:
        KnowledgeError: Its period is no date in EDTF.
    """
    row.only("id", "name", "parties", "countries", "period", "citations")
    try:
        period = DateInterval(row.text("period"))
    except ValueError as error:
        message = f"{row.place}: {error}"
        raise KnowledgeError(message) from error
    return War(
        id=row.text("id"),
        name=row.text("name"),
        parties=row.texts("parties"),
        countries=row.texts("countries"),
        period=period,
        citations=citations(row, sources),
    )
