"""The page of casualties by country and year, with totals set against their parts."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from remnant.assess.rollup import country_years, rival_totals, stated_totals
from remnant.knowledge import Knowledge
from remnant.model.casualties import CountryYear, StatedTotal
from remnant.model.record import Record
from remnant.model.value import Quantity
from remnant.publish.pages.catalogue import Catalogue
from remnant.publish.pages.context import Link, PageContext
from remnant.publish.pages.evidence import said
from remnant.publish.pages.masking import publishable
from remnant.publish.pages.views import Said
from remnant.publish.pages.wording import quantity_words

PATH = "casualties.html"


@dataclass(frozen=True, slots=True)
class YearView:
    """One country and year."""

    country: str
    year: str
    killed: str
    injured: str
    civilians: str
    children: str
    counted: tuple[Link, ...]
    unknown: tuple[Link, ...]
    doubtful: tuple[tuple[Link, ...], ...]


@dataclass(frozen=True, slots=True)
class TotalView:
    """One stated total with the check of its parts."""

    about: Link
    sentence: str
    verdict: str
    source: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class TollsPage(PageContext):
    """Context of the page of casualties."""

    template: ClassVar[str] = "casualties.html"
    rule: str
    years: tuple[YearView, ...]
    totals: tuple[TotalView, ...]
    rivals: tuple[str, ...]


def tolls_page(record: Record, catalogue: Catalogue, *, knowledge: Knowledge) -> TollsPage:
    """Return the context of the page of casualties by country and year.

    Raises:
        PublishError: A claim behind a total is not in the record.
    """
    totals = stated_totals(record)
    rules = {one.casualties.rule for one in catalogue.assessments.values()} - {""}
    return TollsPage(
        path=PATH,
        title="Casualties by country and year",
        description="The killed and injured of the incidents of this record, counted once each.",
        section="casualties",
        rule=", ".join(sorted(rules)),
        years=tuple(_year(catalogue, one, knowledge) for one in country_years(record)),
        totals=tuple(_total(catalogue, one) for one in totals),
        rivals=tuple(publishable(one.sentence) for one in rival_totals(totals)),
    )


def _year(catalogue: Catalogue, one: CountryYear, knowledge: Knowledge) -> YearView:
    return YearView(
        country=country_name(one.country, knowledge) or "Country not known",
        year=str(one.year) if one.year else "Year not known",
        killed=_words(one.killed),
        injured=_words(one.injured),
        civilians=_words(one.civilians_killed),
        children=_words(one.children_killed),
        counted=_links(catalogue, one.counted),
        unknown=_links(catalogue, one.unknown),
        doubtful=tuple(_links(catalogue, numbers) for numbers in one.doubtful),
    )


def country_name(code: str, knowledge: Knowledge) -> str:
    """Return the name of the state with an ISO code; the code where it is in no register."""
    found = [one.name for one in knowledge.actors if one.country == code and one.kind == "state"]
    return found[0] if found else code


def _links(catalogue: Catalogue, numbers: Iterable[str]) -> tuple[Link, ...]:
    return tuple(catalogue.label(number) for number in numbers)


def _words(quantity: Quantity | None) -> str:
    return quantity_words(quantity) if quantity is not None else ""


def _total(catalogue: Catalogue, one: StatedTotal) -> TotalView:
    (source,) = said(catalogue, (one.figure.claim,), page=PATH)
    verdicts = {True: "the parts fit", False: "the parts do not fit", None: "nothing to check"}
    return TotalView(
        catalogue.label(one.incident), publishable(one.sentence), verdicts[one.fits], source
    )
